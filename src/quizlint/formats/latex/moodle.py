"""The moodle package: `multi`, `truefalse`, `shortanswer`, `numerical`, `matching`, `cloze`."""

import re
from collections.abc import Iterator

from quizlint.content import Interaction, Item, Option, Prompt
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.gaps import with_blanks
from quizlint.formats.kit.keys import accepted
from quizlint.formats.latex.page import Page
from quizlint.formats.tree.nodes import Scalar
from quizlint.text import Span, Text

_QUESTION = re.compile(
    r"\\begin\{(?P<kind>multi|truefalse|shortanswer|numerical|matching|cloze|essay)\}"
    r"\s*(?:\[(?P<set>[^\]]*)\])?\s*\{(?P<id>[^{}]*)\}",
)
_GAP = re.compile(r"\\begin\{(?P<kind>multi|shortanswer|numerical)\}")
_ITEM = re.compile(r"\\item(?![A-Za-z])[ \t]*(?P<right>\*)?")
_ANSWER = re.compile(r"\\answer(?![A-Za-z])")
_FRACTION = re.compile(r"fraction\s*=\s*\{?(-?\d+(?:\.\d+)?)")
_TOLERANCE = re.compile(r"tolerance\s*=\s*\{?(\d+(?:\.\d+)?)")
_FEEDBACK = re.compile(r"feedback\s*=\s*")
_SEVERAL = re.compile(r"\b(?:multiple|allornothing|single\s*=\s*false)\b(?!\s*=\s*false)")
_SHUFFLE = re.compile(r"shuffle\s*=\s*(true|false)")

KINDS = {
    "truefalse": Interaction.TRUE_FALSE,
    "shortanswer": Interaction.TEXT,
    "numerical": Interaction.NUMERIC,
    "matching": Interaction.MATCH,
    "cloze": Interaction.CLOZE,
}
"""What the environments ask for; a `multi` is a choice of one or several."""


def items(page: Page, desk: Desk) -> Iterator[Item]:
    """Every question; an essay is a prompt."""
    questions = prompts = done = 0
    for match in _QUESTION.finditer(page.text):
        kind, start, end = match["kind"], match.end(), page.closing(match["kind"], match.end())
        if end is None or start < done:
            continue
        done = end
        span = Span(match.start(), page.text.find("}", end) + 1)
        marks = list(_ITEM.finditer(page.text, start, end)) if kind != "cloze" else []
        stem = page.words(start, marks[0].start() if marks else end)
        named = Text(match["id"], Span(*match.span("id")), page.source)
        if kind == "essay":
            if stem is not None:
                route = f"prompts[{prompts}]"
                yield Prompt(span=span, route=route, id=named if named else None, prompt=stem)
                prompts += 1
            continue
        several = kind == "multi" and _SEVERAL.search(match["set"] or "")
        interaction = Interaction.MULTIPLE if several else KINDS.get(kind, Interaction.CHOICE)
        drafted = Drafted(span, interaction, stem, f"questions[{questions}]")
        questions += 1
        drafted.id = named if named.value.strip() else None
        if stem is None:
            desk.missing(span, "stem", "question", drafted.route)
        elif kind == "cloze":
            _gaps(drafted, stem, page)
        _answer(drafted, marks, end, page)
        shuffled = _SHUFFLE.search(match["set"] or "")
        drafted.shuffle = None if shuffled is None else shuffled[1] == "true"
        drafted.dynamic = page.computed(start, end)
        yield finish(drafted, desk)


def _answer(drafted: Drafted, marks: list[re.Match[str]], end: int, page: Page) -> None:
    """Tell what the items are: options, pairs, or what is taken for right."""
    stops = _stops(marks, end)
    if drafted.interaction is Interaction.MATCH:
        partners: list[Text] = []
        for mark, stop in zip(marks, stops, strict=True):
            arrow = _ANSWER.search(page.text, mark.end(), stop)
            left = page.words(mark.end(), stop if arrow is None else arrow.start())
            right = None if arrow is None else page.words(arrow.end(), stop)
            if left is not None:
                drafted.options.append(Option(left, Span(mark.start(), left.span.end)))
            if right is not None:
                partners.append(right)
        drafted.key = accepted(partners)
        return
    options = [
        option
        for mark, stop in zip(marks, stops, strict=True)
        if (option := _option(mark, stop, page)) is not None
    ]
    if drafted.interaction in (Interaction.TEXT, Interaction.NUMERIC):
        drafted.responses = [
            each._replace(correct=each.weight is None or each.weight > 0) for each in options
        ]
        drafted.key = accepted(each.text for each in drafted.responses if each.correct)
    elif options:
        drafted.options = options


def _stops(marks: list[re.Match[str]], end: int) -> list[int]:
    """Where each item ends."""
    return [mark.start() for mark in marks[1:]] + [end][: len(marks)]


def _option(mark: re.Match[str], stop: int, page: Page) -> Option | None:
    """One item: `\\item[fraction=50, feedback={why}]* text`, its star on either side."""
    at, right = mark.end(), mark["right"] is not None
    told = page.bracket(at, stop)
    settings = "" if told is None else page.text[slice(*told)]
    feedback: Text | None = None
    if told is not None:
        at = told[1] + 1
        right, at = (True, at + 1) if page.text[at : at + 1] == "*" else (right, at)
        said = _FEEDBACK.search(settings)
        if said is not None:
            first, last = page.argument(told[0] + said.end())
            if first == last:  # no braces around it
                last = page.text.find(",", first, told[1])
                last = told[1] if last < 0 else last
            feedback = page.words(first, min(last, told[1]))
    text = page.words(at, stop)
    if text is None:
        return None
    share, off = _FRACTION.search(settings), _TOLERANCE.search(settings)
    points = None if share is None else float(share[1])
    correct = right or (points or 0) > 0
    span = Span(mark.start(), text.span.end)
    tolerance = None if off is None else float(off[1])
    return Option(text, span, None, correct, feedback, points, tolerance)


def _gaps(drafted: Drafted, stem: Text, page: Page) -> None:
    """A text with questions in it: of each what is right."""
    right: list[Text] = []
    gaps: list[tuple[int, int]] = []
    begin, stop = stem.span
    while (gap := _GAP.search(page.text, gaps[-1][1] if gaps else begin, stop)) is not None:
        end = page.closing(gap["kind"], gap.end())
        if end is None or end > stop:
            break
        gaps.append((gap.start(), page.text.find("}", end) + 1))
        marks = list(_ITEM.finditer(page.text, gap.end(), end))
        for mark, last in zip(marks, _stops(marks, end), strict=True):
            option = _option(mark, last, page)
            typed = gap["kind"] != "multi" and option is not None and option.weight is None
            if option is not None and (option.correct or typed):
                right.append(option.text)
    places = [(first - begin, last - begin) for first, last in gaps]
    drafted.stem = with_blanks(Scalar(stem.value, *stem.span), places, page.source)
    drafted.key = accepted(right)
