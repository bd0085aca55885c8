"""Questions of Runestone: choices in fields or in a list, and blanks with patterns for answers."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quizlint.content import Interaction, Option
from quizlint.formats.kit.draft import Drafted
from quizlint.formats.kit.expressions import plainly
from quizlint.formats.kit.gaps import with_blanks
from quizlint.formats.kit.keys import accepted
from quizlint.formats.kit.written import Answer
from quizlint.formats.runestone.directives import Directive, Line, words
from quizlint.formats.tree.nodes import Scalar
from quizlint.text import Span, Text

LETTERS = "abcdefghijklmnopqrstuvwxyz"

_BULLET = re.compile(r"[-+*][ \t]+(?=\S)")
_COMMA = re.compile(r"[ \t]*,[ \t]*")
_ACCEPTED = re.compile(r"[-+*][ \t]+:(?P<pattern>(?:[^:\\\r\n]|\\.)+):")
_CORRECT = re.compile(r":correct:[ \t]*(?P<pattern>\S[^\r\n]*)")
_NUMBER = re.compile(
    r"(?P<number>[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)(?:[ \t]+(?P<off>\d[\d.eE+-]*))?"
)
_GAP = re.compile(r"\|blank\|")


def choice(found: Directive, route: str, source: str) -> Drafted:
    """A multiple choice question, its options in fields or below each other."""
    fields = found.fields
    drafted = Drafted(Span(found.start, found.end), None, None, route, id=found.id)
    drafted.shuffle = "random" in fields
    offered = [sign for sign in LETTERS if fields.get(f"answer_{sign}")]
    if offered:
        drafted.stem = words(found.body, source)
        for sign in offered:
            text, told = fields[f"answer_{sign}"], fields.get(f"feedback_{sign}")
            drafted.options.append(Option(text, text.span, feedback=told or None))
        drafted.ids = offered
        right = fields.get("correct")
        if right:
            drafted.answers = [Answer(part, lists=False, words=False) for part in _parts(right)]
            drafted.answered = right.span
    else:
        bullets = _offering(found.body, source)
        stem = found.body[: bullets[0]] if bullets else found.body
        drafted.stem = words(stem, source)
        for first, last in pairwise([*bullets, len(found.body)]):
            drafted.options.append(_option(found.body[first:last], source))
    right_ones = len(drafted.answers) + sum(option.correct for option in drafted.options)
    several = "multiple_answers" in fields or right_ones > 1
    drafted.interaction = Interaction.MULTIPLE if several else Interaction.CHOICE
    return drafted


def _bullets(body: list[Line], source: str) -> list[int]:
    """The lines that begin the items of a list as far to the left as the text around it."""
    least = min((line.indent for line in body), default=0)
    return [
        at
        for at, line in enumerate(body)
        if line.indent == least and _BULLET.match(source, line.start, line.end)
    ]


def _offering(body: list[Line], source: str) -> list[int]:
    """The bullets that begin options: from the first on that has one inside it, as a remark."""
    found = _bullets(body, source)
    for index, (first, last) in enumerate(pairwise([*found, len(body)])):
        if _remark(body[first:last], source):
            return found[index:]
    return []


def _remark(lines: list[Line], source: str) -> int:
    """The line of an option in which the remark on it begins; 0 for none."""
    deep = lines[0].indent
    for at, line in enumerate(lines[1:], 1):
        if line.indent > deep and _BULLET.match(source, line.start, line.end):
            return at
    return 0


def _option(lines: list[Line], source: str) -> Option:
    """An option whose remark begins with a plus if it is right, else with another bullet."""
    at = _remark(lines, source)
    text = _item(lines[: at or len(lines)], source)
    span = Span(lines[0].start, lines[-1].end)
    if not at:
        return Option(text, span)
    right = source[lines[at].start] == "+"
    return Option(text, span, None, right, _item(lines[at:], source) or None)


def _item(lines: list[Line], source: str) -> Text:
    """The text of a list's item."""
    bullet = _BULLET.match(source, lines[0].start)
    start = lines[0].start if bullet is None else bullet.end()
    return Text(source[start : lines[-1].end], Span(start, lines[-1].end), source)


def _parts(right: Text) -> Iterator[Text]:
    at = 0
    for comma in (*_COMMA.finditer(right.value), None):
        stop = len(right.value) if comma is None else comma.start()
        if stop > at:
            yield right.slice(at, stop)
        at = stop if comma is None else comma.end()


def blanks(found: Directive, route: str, source: str) -> Drafted:
    """A text with blanks. Of each the first pattern is right; what takes several is computed."""
    body = found.body
    lists = [
        at for at in _bullets(body, source) if _ACCEPTED.match(source, body[at].start, body[at].end)
    ]
    patterns = [
        _taken(match, source) for at in lists if (match := _ACCEPTED.match(source, body[at].start))
    ]
    asked = (
        body[: lists[0]]
        if lists
        else [
            line
            for line in body
            if source[line.start] != ":" and source[line.start : line.start + 2] != ".."
        ]
    )
    if not lists:
        matches = (_CORRECT.match(source, line.start, line.end) for line in body)
        patterns = [_taken(match, source) for match in matches if match is not None]
    drafted = Drafted(Span(found.start, found.end), Interaction.TEXT, None, route, id=found.id)
    drafted.stem = _gapped(asked, source)
    if len(patterns) > 1:
        drafted.interaction = Interaction.CLOZE
    number = _NUMBER.fullmatch(patterns[0].value) if len(patterns) == 1 else None
    if number is not None:
        drafted.interaction = Interaction.NUMERIC
        text = patterns[0].slice(*number.span("number"))
        off = _float(number["off"])
        drafted.responses = [Option(text, text.span, correct=True, tolerance=off)]
        right = [text]
    else:
        right = [said for each in patterns if (said := plainly(each))]
    drafted.key = accepted(right) if right else None
    drafted.computed = not right and bool(patterns or "correct" in found.fields)
    return drafted


def _taken(match: re.Match[str], source: str) -> Text:
    value, start = match["pattern"], match.start("pattern")
    start += len(value) - len(value.lstrip())
    return Text(value.strip(), Span(start, start + len(value.strip())), source)


def _gapped(lines: list[Line], source: str) -> Text | None:
    whole = words(lines, source)
    if whole is None:
        return None
    gaps = [match.span() for match in _GAP.finditer(whole.value)]
    return with_blanks(Scalar(whole.value, *whole.span), gaps, source)


def _float(written: str | None) -> float | None:
    try:
        return None if written is None else float(written)
    except ValueError:
        return None
