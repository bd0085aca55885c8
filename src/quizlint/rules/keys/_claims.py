"""What an explanation claims of the options: which are right, which are wrong."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from quizlint.content import Question
from quizlint.language.pack import pack
from quizlint.text.normal import collapse
from quizlint.text.patterns import lazy

HINTS = ("correct", "right", "true", "wrong", "false", "answer", "option", "choice", "best")
"""One of these is in every explanation that makes a claim, which is quickly told."""

# "The correct answer is", before a letter or a text.
_ANSWER_IS = (
    r"\b(?:the\s+)?(?:(?:correct|right|true|best)\s+(?:answer|option|choice)|answer)\s*"
    r"(?:is|:|=)\s*(?:(?:option|choice|answer)\s+)?"
)


class Claim(NamedTuple):
    """What is said of some options, by their indices, and where in the plain explanation.

    `right` is None for a group of options of which something is said that is no verdict.
    """

    options: tuple[int, ...]
    right: bool | None
    start: int
    end: int


def claims(question: Question, language: str) -> list[Claim]:
    """The claims of a question's explanation, in order."""
    text = question.rationale.prose.text if question.rationale is not None else ""
    wording = _wording(language)
    if wording is None or not text:
        return []
    lowered = text.lower()
    if wording.hints and not any(hint in lowered for hint in wording.hints):
        return []
    found = [*_of_letters(text, question, wording), *_of_quotes(text, question, wording)]
    return sorted(found, key=lambda claim: (claim.start, claim.end))


def _of_letters(text: str, question: Question, wording: "_Wording") -> Iterator[Claim]:
    taken: list[tuple[int, int]] = []
    for match in wording.answer_is.finditer(text):
        letters = _LETTERS_HERE.match(text, match.end())
        indices = _by_text(text[match.end() :], question)
        if indices:
            end = match.end() + len(question.options[indices[0]].text.prose.text)
        elif letters is not None:
            indices, end = _indices(letters["letters"], question), letters.end()
        if indices:
            yield Claim(indices, True, match.start(), min(len(text), end))
            taken.append(match.span())
    for match in wording.listed.finditer(text):
        if any(start <= match.start() < end for start, end in taken):
            continue
        indices = _indices(match["letters"], question)
        if not indices or not (match["named"] or match["verdict"]):
            continue
        if len(indices) == 1 and not match["verdict"]:
            continue
        verdict = None if match["verdict"] is None else match["right"] is not None
        yield Claim(
            indices, verdict, match.start(), match.end("verdict" if match["verdict"] else "letters")
        )


def _of_quotes(text: str, question: Question, wording: "_Wording") -> Iterator[Claim]:
    """Verdicts on options whose text is quoted: `"iron" is wrong`."""
    for match in wording.quoted.finditer(text):
        index = _texts(question).get(_bare(match["quoted"]))
        if index is not None:
            yield Claim((index,), match["right"] is not None, *match.span())


def _by_text(rest: str, question: Question) -> tuple[int, ...]:
    """The option whose text follows "the answer is", the longest one that does."""
    said = _bare(rest[:400])
    fitting = [
        (len(text), index)
        for text, index in _texts(question).items()
        if len(text) > 1 and said.startswith(text) and not said[len(text) : len(text) + 1].isalnum()
    ]
    return (max(fitting)[1],) if fitting else ()


def _texts(question: Question) -> dict[str, int]:
    """The options by their text; texts that two share tell none."""
    found: dict[str, int] = {}
    for index, option in enumerate(question.options):
        text = _bare(option.text.prose.text)
        found[text] = -1 if text in found else index
    return {text: index for text, index in found.items() if text and index >= 0}


def _bare(text: str) -> str:
    """A text in lower case, without an article, quotes or a closing mark around it."""
    plain = collapse(text).casefold().strip(" \"'“”‘’.:;,!")
    return re.sub(r"^(?:the|an?)\s+", "", plain)


def _indices(letters: str, question: Question) -> tuple[int, ...]:
    found = (_index_of(letter, question) for letter in re.findall(r"[A-H]", letters))
    return tuple(dict.fromkeys(index for index in found if index is not None))


def _index_of(said: str, question: Question) -> int | None:
    """The option that a letter names: by the letters written in the file, else by position."""
    labels = [option.label.value.upper() if option.label else "" for option in question.options]
    if said in labels:
        return labels.index(said)
    position = ord(said) - ord("A")
    return position if not any(labels) and position < len(labels) else None


_ONE = r"(?:\([A-H]\)|\"[A-H]\"|'[A-H]'|“[A-H]”|[A-H]\)?)(?!\w)"
"""A letter; one in quotes stands in them alone: 'A barometer' is a text."""

_LIST = rf"{_ONE}(?:(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+|\s*/\s*){_ONE})*"


def _letters_here() -> str:
    # "A barometer" begins with an article, "B vitamins of" with a name.
    article = r"A\s+(?!(?:because|since|as|for|and|or|not|but|which|so|if|is|due)\b)\w"
    return rf"(?!{article})(?P<letters>{_LIST})(?=[\s.,;:)\-–—]|$)(?!\s+[a-z]+\s+of\b)"


_LETTERS_HERE = lazy(_letters_here)


class _Wording(NamedTuple):
    """The expressions by which a language makes claims."""

    answer_is: re.Pattern[str]
    listed: re.Pattern[str]  # letters of which something is said: "Options A, C and D are not …"
    quoted: re.Pattern[str]
    hints: tuple[str, ...]


@cache
def _wording(language: str) -> _Wording | None:
    known = pack(language)
    if known is None or not known.judging.copula:
        return None
    words = known.judging
    copula, right, wrong, both, adverbs, named = (
        known.whole(each)
        for each in (
            words.copula,
            words.right,
            words.wrong,
            words.both,
            words.adverbs,
            words.named,
        )
    )
    joined = rf"(?:\s*,\s*(?:(?:{both})\s+)?|\s+(?:{both}|&)\s+|\s*/\s*)"
    letters = rf"{_ONE}(?:{joined}{_ONE})*"
    verdict = rf"(?:(?P<right>(?i:{right}))|(?i:{wrong}))(?!\w)"
    listed = (
        rf"(?<![\w.,'’])(?P<named>(?i:{named})\s+)?(?P<letters>{letters})\s+"
        rf"(?P<verdict>(?i:{copula})\s+(?:(?i:{adverbs})\s+)*{verdict})?"
    )
    quoted = (
        r"[\"“‘'«„](?P<quoted>[^\"“”‘’»]{1,120}?)[\"”’'»“]\s+"
        rf"(?:{copula})\s+(?:(?P<right>{right})|{wrong})(?!\w)"
    )
    lead = known.pattern(known.labels.key_sentences) + r"\s*[:=]?\s*"
    answer = _ANSWER_IS if language == "en" else lead
    hints = () if language != "en" else HINTS
    return _Wording(
        re.compile(answer, re.IGNORECASE),
        re.compile(listed),
        re.compile(quoted, re.IGNORECASE),
        hints,
    )
