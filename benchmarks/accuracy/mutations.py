"""Injected defects: a clean quiz, one thing broken in it, and what is said of it.

Each defect is made in every question of the clean quiz, one at a time. The rule for it must speak,
and no other rule may that was silent before.
"""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any, NamedTuple

from quizlint.rules.base import Example, Rule
from quizlint.rules.registry import all_rules
from quizlint.testing import check_example, found, recommended

Item = dict[str, Any]


def _question(stem: str, options: str, key: str, why: str) -> Item:
    return {"question": stem, "options": options.split(" | "), "answer": key, "explanation": why}


CLEAN: tuple[Item, ...] = (
    _question(
        "Which organ filters the blood and makes urine?",
        "The liver | The kidney | The spleen | The stomach",
        "B",
        "Each kidney filters the whole blood many times a day.",
    ),
    _question(
        "Which gas do green plants take up in the light?",
        "Nitrogen | Oxygen | Carbon dioxide | Hydrogen",
        "C",
        "They build sugar from it.",
    ),
    _question(
        "Who painted the ceiling of the Sistine Chapel?",
        "Michelangelo | Caravaggio | Tintoretto | Botticelli",
        "A",
        "Pope Julius II had asked for it in 1508.",
    ),
    _question(
        "Which sorting method divides the list and merges the halves?",
        "Bubble sort | Insertion sort | Selection sort | Merge sort",
        "D",
        "Merging two sorted halves takes linear time.",
    ),
    _question(
        "Which instrument has strings that are struck by hammers?",
        "The harp | The violin | The piano | The lute",
        "C",
        "A key sets a felt hammer in motion.",
    ),
    _question(
        "Which country lies between France and Spain?",
        "Andorra | Monaco | Belgium | Portugal",
        "A",
        "It is a small state in the Pyrenees.",
    ),
)


class Defect(NamedTuple):
    """A way to break a question, and the rule that must see it."""

    code: str
    what: str
    make: Callable[[Item], Item | None]


def _with(item: Item, **changes: Any) -> Item:
    return {**item, **changes}


def _key(item: Item) -> int:
    return ord(item["answer"]) - ord("A")


def _wrong(item: Item) -> int:
    return (_key(item) + 1) % 4


def _option(item: Item, index: int, text: Any) -> Item:
    options = list(item["options"])
    options[index] = text
    return _with(item, options=options)


def _without(item: Item, *fields: str) -> Item:
    return {name: value for name, value in item.items() if name not in fields}


def _letters(*indices: int) -> list[str]:
    return [chr(ord("A") + index) for index in sorted(indices)]


def _flagged(item: Item, praise: int) -> Item:
    told = {praise: "Correct, well done!"}
    options = [
        {"text": text, "correct": index == _key(item), **_feedback(told.get(index))}
        for index, text in enumerate(item["options"])
    ]
    return _with(_without(item, "answer"), options=options)


def _feedback(text: str | None) -> dict[str, str]:
    return {} if text is None else {"feedback": text}


def _numbers(*options: str, key: str = "A") -> Callable[[Item], Item]:
    return lambda item: _with(
        _without(item, "explanation"),
        question="How much of it is needed in all?",
        options=list(options),
        answer=key,
    )


DEFECTS = (
    Defect("STR002", "a field nobody knows", lambda q: _with(q, anwser="A")),
    Defect("STR003", "no stem", lambda q: _without(q, "question")),
    Defect("STR003", "no options", lambda q: _without(q, "options")),
    Defect("STR004", "options that are a text", lambda q: _with(q, options={"A": ["x"]})),
    Defect("STR007", "an empty stem", lambda q: _with(q, question=" ")),
    Defect("STR007", "an empty option", lambda q: _option(q, _wrong(q), "")),
    Defect("STR008", "one option", lambda q: _with(q, options=q["options"][:1], answer="A")),
    Defect("STR013", "damaged characters", lambda q: _with(q, question="Itâ€™s " + q["question"])),
    Defect("STR014", "a template's option", lambda q: _option(q, _wrong(q), "TODO")),
    Defect("STR014", "a template's stem", lambda q: _with(q, question="Insert question here")),
    Defect("STR015", "an open backtick", lambda q: _with(q, explanation="The `key is it.")),
    Defect("STR020", "a note", lambda q: _with(q, explanation=q["explanation"] + " TODO: check")),
    Defect("STR021", "a doubled word", lambda q: _with(q, question=_doubled(q["question"]))),
    Defect("KEY001", "no answer", lambda q: _without(q, "answer")),
    Defect("KEY002", "a letter too far", lambda q: _with(q, answer="F")),
    Defect("KEY003", "no option's text", lambda q: _with(q, answer="The Danube valley")),
    Defect(
        "KEY004",
        "two answers to a choice",
        lambda q: _with(q, type="choice", answer=_letters(_key(q), _wrong(q))),
    ),
    Defect("KEY005", "all options right", lambda q: _with(q, answer=_letters(0, 1, 2, 3))),
    Defect(
        "KEY006",
        "one text right and wrong",
        lambda q: _option(q, _wrong(q), q["options"][_key(q)]),
    ),
    Defect(
        "KEY007",
        "an explanation of another letter",
        lambda q: _with(q, explanation=f"The correct answer is {_letters(_wrong(q))[0]}."),
    ),
    Defect("KEY009", "praise for a wrong option", lambda q: _flagged(q, _wrong(q))),
    Defect(
        "KEY014",
        "choose two",
        lambda q: _with(q, question="Choose two. " + q["question"], type="multiple"),
    ),
    Defect("OPT001", "an option twice", lambda q: _option(q, _wrong(q), _other(q))),
    Defect("OPT001", "blanks apart", lambda q: _option(q, _wrong(q), _other(q).replace(" ", "  "))),
    Defect("OPT002", "a full stop apart", lambda q: _stopped(q) if " " in _other(q) else None),
    Defect("OPT004", "one value twice", _numbers("500 m", "0.5 km", "700 m", "900 m", key="C")),
    Defect("OPT005", "ranges that overlap", _numbers("0-10", "10-20", "15-30", "31-40", key="D")),
    Defect("OPT007", "a long key", lambda q: _option(q, _key(q), q["options"][_key(q)] + LONG)),
    Defect("OPT009", "all of the above", lambda q: _last(q, "All of the above")),
    Defect("OPT009", "all are correct", lambda q: _last(q, "All of these are correct")),
    Defect("OPT010", "none of the above", lambda q: _last(q, "None of the above")),
    Defect("OPT011", "numbers out of order", _numbers("70", "20", "90", "40", key="B")),
    Defect("OPT012", "two together", lambda q: _last(q, "Both A and B")),
    Defect("OPT020", "a bold key", lambda q: _option(q, _key(q), f"**{q['options'][_key(q)]}**")),
)

LONG = ", which does this in every healthy adult by day and by night alike"


def _doubled(stem: str) -> str:
    first, second, *rest = stem.split(" ")
    return " ".join([first, second, second, *rest])


def _other(item: Item) -> str:
    text: str = item["options"][(_key(item) + 2) % 4]
    return text


def _stopped(item: Item) -> Item:
    """The phrase of another option with a full stop; single words may be names or code."""
    return _option(item, _wrong(item), f"{_other(item)}.")


def _last(item: Item, text: str) -> Item | None:
    """The last option replaced, unless it is the key."""
    return None if _key(item) == 3 else _option(item, 3, text)


class Outcome(NamedTuple):
    """One defect in one question: whether it was seen, and what else was said."""

    defect: Defect
    seen: bool
    others: frozenset[str]


def outcomes() -> Iterator[Outcome]:
    """Every defect in every question that it can be made in."""
    by_code = {rule.code: rule for rule in all_rules()}
    default = recommended()
    silent = _codes(CLEAN, default)
    assert not silent, silent
    for defect in DEFECTS:
        for index, item in enumerate(CLEAN):
            broken = defect.make(deepcopy(item))
            if broken is None:
                continue
            quiz = (*CLEAN[:index], broken, *CLEAN[index + 1 :])
            rules = tuple(dict.fromkeys((*default, by_code[defect.code])))
            said = _codes(quiz, rules)
            yield Outcome(defect, defect.code in said, said - {defect.code})


def _codes(quiz: tuple[Item, ...], rules: tuple[type[Rule], ...]) -> frozenset[str]:
    text = json.dumps({"kind": "quiz", "questions": list(quiz)}, ensure_ascii=False)
    report = check_example(Example(text, name="injected.quiz.json"), rules)
    assert not report.failures, report.failures
    return frozenset(diagnostic.code for diagnostic in found(report))


def table() -> Iterator[str]:
    """The recall of each defect, and what else was said, in Markdown."""
    yield "| rule | defect | seen | of | anything else |"
    yield "|---|---|---:|---:|---|"
    results = list(outcomes())
    for defect in DEFECTS:
        own = [outcome for outcome in results if outcome.defect is defect]
        seen = sum(outcome.seen for outcome in own)
        others = sorted(frozenset().union(*(outcome.others for outcome in own)))
        yield f"| {defect.code} | {defect.what} | {seen} | {len(own)} | {' '.join(others)} |"
    seen = sum(outcome.seen for outcome in results)
    yield f"| **all** | | {seen} | {len(results)} | |"
