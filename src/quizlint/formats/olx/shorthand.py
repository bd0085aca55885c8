"""Studio's own shorthand for problems, kept in the attribute `markdown` beside the XML.

Studio shows authors the shorthand and learners the XML. Only the keys are read from it:
`(x) right`, `[x] right`, `[[wrong, (right)]]`, `= answer` and `or= answer`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from quizlint.content import Interaction, Question
from quizlint.content.problems import KeyPlace, KeysDisagree
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.shared import named_options
from quizlint.text.normal import collapse

_EXPLANATION = re.compile(r"\[explanation\].*?(?:\[explanation\]|\Z)", re.DOTALL | re.IGNORECASE)
_CHOICE = re.compile(r"^[ \t]*(?:\((?P<one>[ xX*@!]*)\)|\[(?P<many>[ xX*]*)\])[ \t]*\S")
_DROP_DOWN = re.compile(r"\[\[(?P<inside>[^\[\]]*)\]\]")
_ANSWER = re.compile(r"^[ \t]*(?P<more>or|not|s)?=[ \t]*(?P<answer>\S.*)")
_HINT = re.compile(r"\{\{[^{}]*\}\}")
_TOLERANCE = re.compile(r" ?(?:\+-|±|\+/-).*")
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")

_RIGHT = frozenset("xX*")


class Stated(NamedTuple):
    """One question's key: the number of options and those that are right, or the answers."""

    offered: int
    indices: tuple[int, ...]
    answers: tuple[str, ...] = ()


def keys(markdown: str) -> list[Stated]:
    """The keys of all questions in a problem's shorthand, in order."""
    found: list[Stated] = []
    flags: list[bool] = []
    answers: list[str] = []

    def close() -> None:
        if flags:
            right = tuple(at for at, flag in enumerate(flags) if flag)
            found.append(Stated(len(flags), right))
            flags.clear()
        if answers:
            found.append(Stated(0, (), tuple(answers)))
            answers.clear()

    kind = ""
    for line in _lines(markdown):
        drop_down = _DROP_DOWN.fullmatch(line.strip())
        choice, answer = _CHOICE.match(line), _ANSWER.match(line)
        now = "choice" if choice else "answer" if answer else ""
        if now != kind or (answer and not answer["more"]):
            close()
        kind = now if drop_down is None else ""
        if drop_down is not None:
            found.append(_listed(drop_down["inside"]))
        elif choice is not None:
            marks = choice["one"] if choice["one"] is not None else choice["many"]
            flags.append(not _RIGHT.isdisjoint(marks))
        elif answer is not None and answer["more"] in (None, "or"):
            answers.append(answer["answer"].rstrip())
    close()
    return found


def _lines(markdown: str) -> list[str]:
    """The lines that may state keys, a drop-down list and blank lines left out joined."""
    text = _HINT.sub("", _EXPLANATION.sub("", markdown))
    text = _DROP_DOWN.sub(lambda found: f"[[{found['inside'].strip()}]]".replace("\n", ","), text)
    return [line for line in text.split("\n") if line.strip()]


def _listed(inside: str) -> Stated:
    members = [each.strip() for each in inside.split(",") if each.strip()]
    right = (at for at, each in enumerate(members) if each[0] == "(" and each[-1] == ")")
    return Stated(len(members), tuple(right))


def compare(markdown: str, asked: Sequence[Question], desk: Desk) -> None:
    """Note each question whose key the shorthand states otherwise.

    Where the two do not hold the same questions, nothing can be said.
    """
    stated = keys(markdown)
    if len(stated) != len(asked):
        return
    for one, other in zip(asked, stated, strict=True):
        key = one.key
        if one.interaction in (Interaction.TEXT, Interaction.NUMERIC):
            here = [each.text.value for each in key.written]
            if key.span is None or not other.answers or _same(here, other.answers):
                continue
            said = ", ".join(map(repr, here)), ", ".join(map(repr, other.answers))
        else:
            if key.span is None or other.offered != len(one.options) or not other.indices:
                continue
            if key.indices == other.indices or not key.indices:
                continue
            there = key._replace(indices=other.indices)
            said = named_options(key, one.options), named_options(there, one.options)
        desk.note(KeysDisagree(key.span, *said, KeyPlace.MARKDOWN_ATTRIBUTE, route=one.route))


def _same(here: Sequence[str], there: Sequence[str]) -> bool:
    return {_plain(each) for each in here} == {_plain(each) for each in there}


def _plain(answer: str) -> str:
    """An answer without its tolerance, numbers in one manner."""
    plain = _TOLERANCE.sub("", collapse(answer)).casefold().lstrip("|")
    return str(float(plain)) if _NUMBER.fullmatch(plain) else plain
