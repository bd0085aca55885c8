"""Texts and questions made to cost time: what a rule about texts must get through quickly.

A pattern or a loop that takes quadratic time shows on long texts of one kind: signs that open
something, repeated; almost a match, repeated; words that fit the beginning of a pattern and never
its end. Rules about options show it on questions with very many.
"""

import json
from collections.abc import Iterator

from quizlint.content import Reading
from quizlint.engine.read import read
from quizlint.formats.base import Files
from quizlint.rules.base import Rule
from quizlint.testing.examples import marked

UNITS = (
    *r"( [ { < $ * ** _ ` `` ``` ~~~ \ | # > - + = / : ; , . .. ... ? ! ' & &amp; &#x;".split(),
    *r"<b> </b> <b <a <p> <br> <!-- --> <math ![ ![]( []( [a]( ]( [](https: https:// www.".split(),
    *r"http://a.b/ {{ }} ${ $$ \( \[ \frac{ ^{ ___ ____. --- — – “ ” ‘ « =".split(),
    *"x= x^2 -1 +1 1-2 1 1. 1, 1.1 0.1 10% 1/2 ½ 1e9 a1 A1 aA a- a-b a. a' e.g. U.S.".split(),
    *"a A I b. A. (a) (A) A, A: I. I, i) 1) [x] é e\u0301 \ufffd a\u200b \u00ad".split(),
    *"â€™ Ã© 中 中。 ？ א ع क\u093f 🙂".split(),
    *"not no never always all none each both and or of the an is are which if when he him".split(),
    *'TODO xxx lorem true, false; [cite: 【 contentReference === "'.split(),
    *("A\tB", "\t", "\n", "\n\n", "\n ", "\r\n", "\n- ", "\u202e", "\u200b", " "),
)
"""Pieces that open markup, numbers, labels, lists or clauses, in the spelling rules look for."""


def long_texts(size: int) -> Iterator[tuple[str, str]]:
    """Texts of about `size` characters, each with a name that says how it is made.

    Each ends in a character that fits no pattern, so that what nearly matched is tried to the end.
    """
    for unit in dict.fromkeys(UNITS):
        for piece in (unit, unit + " ") if unit.strip() else (unit,):
            yield f"{piece!a} × n", _fill(piece, size) + "\0"
    for opening, closing in ("()", "[]", "{}", "<>", "“”"):
        yield f"{opening} × n {closing} × n", opening * (size // 2) + closing * (size // 2)
        yield f"{opening} × n a {closing}", opening * size + "a" + closing


def own_texts(rule: type[Rule], size: int) -> Iterator[tuple[str, str]]:
    """Texts of about `size` characters made of what a rule's own examples say."""
    for number, example in enumerate((*rule.bad, *rule.good)):
        words = marked(example.text).text
        yield f"example {number} × n", _fill(words + "\n", size)
        yield f"example {number} × n in one line", _fill(" ".join(words.split()) + " ", size)


def many_options(number: int) -> Iterator[tuple[str, list[str]]]:
    """Options of one question in all kinds, each with a name."""
    places = range(number)
    yield "numbers", [str(at) for at in places]
    yield "quantities", [f"{at} m" for at in places]
    yield "ranges", [f"{at}-{at + 2}" for at in places]
    yield "equal", ["the tin"] * number
    yield "equal but for case", [["the tin", "The tin", "the Tin."][at % 3] for at in places]
    yield "words", [f"a word{at} of it" for at in places]
    yield "one word apart", [f"the roof of house number {at} leaks in the rain" for at in places]
    yield "one in another", ["the rain and " * (at % 40) + "the rain" for at in places]
    yield "letters", [f"{'ABCDEF'[at % 6]} and {'FEDCBA'[at % 5]}" for at in places]
    yield "about others", [["all of the above", "none of these"][at % 2] for at in places]
    yield "empty", [""] * number
    yield "code", [f"`f{at}(x)`" for at in places]
    yield "split", [f"the end of {at} and" for at in places]


def reading_with(text: str) -> Reading:
    """A quiz that has a text in every place where a text can stand."""
    metals = ["mercury", "copper", "tin"]
    third = text[: len(text) // 3]
    questions = [
        {"question": text, "options": metals, "answer": "B"},
        {"question": "Which metal rusts?", "options": [text, "iron", "copper"], "answer": "A"},
        {"question": "Which metal is soft?", "options": ["tin", text, "lead"], "answer": "A"},
        {"question": "Which is hard?", "options": [third, third + "a", "b" + third], "answer": "A"},
        {"question": "Which floats?", "options": metals, "answer": text},
        {"question": "Which sinks?", "options": metals, "answer": "C", "explanation": text},
        {"question": "Which melts?", "options": metals, "answer": "C", "difficulty": text},
    ]
    cards = [{"front": text, "back": "A metal."}, {"front": "What is tin?", "back": text}]
    prompts = [
        {"prompt": text, "hint": third, "concepts": ["tin", third]},
        {"prompt": "Why?", "hint": text},
    ]
    return _read({"questions": questions, "cards": cards, "prompts": prompts, "title": third})


def reading_with_options(options: list[str]) -> Reading:
    """A quiz of two questions with these options: one key, and many."""
    one = {"question": "Which of these is not a metal?", "options": options, "answer": "A"}
    flagged = [{"text": text, "correct": at % 2 == 0} for at, text in enumerate(options)]
    return _read({"questions": [one, {"question": "Which are metals?", "options": flagged}]})


def _read(data: dict[str, object]) -> Reading:
    written = json.dumps({"kind": "quiz", **data}).encode()
    return read("hostile.quiz.json", written, Files())


def _fill(unit: str, size: int) -> str:
    return (unit * (size // max(1, len(unit)) + 1))[:size]
