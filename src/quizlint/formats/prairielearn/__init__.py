"""PrairieLearn: a `question.html`, and the `info.json` beside it.

No program is run. What `server.py` computes is left open, and rules about it keep silent.
"""

import re
from typing import NamedTuple

from quizlint.content import Document, Interaction, Question, Reading
from quizlint.content.causes.platform import Platform
from quizlint.content.problems import FormatTrap, MissingField, Syntax
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.catalogue import CATALOGUE
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.prairielearn.page import QuestionPage
from quizlint.formats.prairielearn.questions import read_element
from quizlint.formats.tree import json
from quizlint.formats.tree.html import attribute, word
from quizlint.formats.tree.nodes import Mapping, Scalar
from quizlint.formats.tree.xml_nodes import Element, marked_up
from quizlint.text import Source, Span, Text

name = "prairielearn"
suffixes = CATALOGUE[name].suffixes

NOT_PRAIRIELEARN = "it is HTML without an element of PrairieLearn"

_ELEMENT = re.compile(r"<pl-[a-z]")
_SURE = re.compile(r"<pl-(?:question-panel|multiple-choice|checkbox|[a-z]+-input|order-blocks)\b")
PAIR = 2
"""Right answers of which "all of the above" can be true."""

_TAG = re.compile(r"<[^<>]*>")
_MEDIA = re.compile(r"<(?:img|video|audio|iframe|object|svg|canvas)\b")


class _Info(NamedTuple):
    """What `info.json` says."""

    identity: str = ""
    title: str = ""
    topic: str = ""


def sniff(name: str, head: str) -> float:
    """By its elements, whose names begin with `pl-`."""
    last = name.lower().replace("\\", "/").rpartition("/")[2]
    if not last.endswith((".html", ".htm")) and "." in last:
        return 0.0
    if last.endswith(suffixes):
        return 0.9 if _ELEMENT.search(head) else 0.4
    return 0.7 if _SURE.search(head) else 0.0


def read(source: Source, files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """A question for each element in which a learner answers."""
    text = source.text
    if _ELEMENT.search(text) is None:
        return Reading(skipped=NOT_PRAIRIELEARN)
    desk = Desk(text)
    page = QuestionPage(text)
    for element in page.tree.unclosed:
        desk.note(Syntax(element.tag, Platform.PL_UNCLOSED.of(element.name)))
    info = _info(files)
    items = _questions(page, info, desk) or [_shown(page, info, desk)]
    first = Span(0, 1)
    document = Document(
        items=tuple(items),
        span=Span(items[0].span.start, max(items[0].span.start + 1, items[-1].span.end)),
        title=Text(info.title, first, text) if info.title else None,
        topic=Text(info.topic, first, text) if info.topic else None,
    )
    problems = tuple(sorted(desk.problems, key=lambda problem: problem.span))
    return Reading((document,), problems, tuple(sorted(page.tree.comments)))


def _questions(page: QuestionPage, info: _Info, desk: Desk) -> list[Question]:
    source = page.source
    found: list[Question] = []
    names: set[str] = set()
    before = 0
    passage: Text | None = None
    alone = len(page.answered) == 1
    for at, element in enumerate(page.answered):
        lead = page.shown(before, element.start)
        seen = _is_seen(lead.value)
        asked = read_element(element, page)
        asked.span = Span(_first(source, before), element.end)
        asked.route = f"questions[{at}]"
        asked.id = _identity(element, info, alone)
        asked.stem = _stem(page, element, lead if seen else None, before)
        if asked.stem is None:
            asked.stem = passage or Text("", element.tag, source)
        else:
            asked.passage = passage
        following = page.answered[at + 1].start if at + 1 < len(page.answered) else len(source)
        asked.rationale = _rationale(page, element, following)
        asked.dynamic |= page.is_drawn(before, element.start) or page.is_guarded(element.start)
        asked.scored = word(element, "weight") != "0"
        _check_name(element, names, asked.route, desk)
        _check_above(element, asked, desk)
        found.append(finish(asked, desk))
        passage = passage or (lead.text(source) if seen else None)
        before = element.end
    return found


def _stem(page: QuestionPage, element: Element, lead: Scalar | None, before: int) -> Text | None:
    """The text before an element, with the label in its tag, or the label alone."""
    label = attribute(element, "label")
    if label is None or not label.value.strip() or "&" in label.value:
        return None if lead is None else lead.text(page.source)
    if lead is None:
        return label.text(page.source)
    inside = (label.start + 1, label.end - 1)
    if page.source[label.start] not in "\"'":
        inside = (label.start, label.end)
    holes = [*page.holes(before, element.start), (element.start, inside[0], " ")]
    return marked_up(page.source, before, inside[1], holes).text(page.source)


def _check_name(element: Element, names: set[str], route: str, desk: Desk) -> None:
    """Note what PrairieLearn refuses in the name under which an answer is kept."""
    if not element.name.endswith(("-choice", "-checkbox", "-input", "-blocks", "-matching")):
        return
    named = attribute(element, "answers-name")
    if named is None:
        desk.note(MissingField(element.tag, "answers-name", route=route))
    elif named.value in names:
        desk.note(Syntax(named.span, Platform.PL_NAME_TWICE.of(named.value), route=route))
    elif "{{" not in named.value:
        names.add(named.value)


def _check_above(element: Element, asked: Drafted, desk: Desk) -> None:
    """Note "all of the above" as a right answer where there are not two to be it of."""
    above = attribute(element, "all-of-the-above")
    if above is None or asked.computed or above.value.strip().lower() not in ("correct", "random"):
        return
    right = sum(option.correct for option in asked.options)
    if right < PAIR:
        desk.note(FormatTrap(above.span, Platform.PL_ALL_OF_FEW.of(right), route=asked.route))


def _identity(element: Element, info: _Info, alone: bool) -> Text | None:
    """The question's number in `info.json`, with the answer's name where the file asks several."""
    if not info.identity:
        return None
    if alone:
        return Text(info.identity, element.tag, element.source)
    called = word(element, "answers-name")
    return Text(f"{info.identity}/{called}", element.tag, element.source) if called else None


def _rationale(page: QuestionPage, element: Element, following: int) -> Text | None:
    """What is shown with the right answer."""
    alone = len(page.answered) == 1
    for panel in page.panels:
        if alone or element.end <= panel.start < following:
            text = page.inside(panel)
            if _is_seen(text.value):
                return text
    return None


def _shown(page: QuestionPage, info: _Info, desk: Desk) -> Question:
    """A page that a program of its own marks, or that only shows something."""
    source = page.source
    found = page.shown(0, len(source))
    words = found.text(source) if found.value else Text("", Span(0, 1), source)
    whole = Span(_first(source, 0), len(source.rstrip()))
    question = Drafted(whole, Interaction.UNSUPPORTED, words, "questions[0]")
    question.id = Text(info.identity, Span(0, 1), source) if info.identity else None
    question.dynamic = question.computed = True
    return finish(question, desk)


def _first(source: str, at: int) -> int:
    while at < len(source) and source[at].isspace():
        at += 1
    return at


def _is_seen(value: str) -> bool:
    return bool(_TAG.sub("", value).strip()) or _MEDIA.search(value) is not None


def _info(files: Files) -> _Info:
    """What stands in `info.json` beside the file, nothing where there is none."""
    data = files.read("info.json")
    if data is None:
        return _Info()
    roots = json.parse(Source.from_bytes("info.json", data)).roots
    if not roots or not isinstance(roots[0], Mapping):
        return _Info()
    fields = [roots[0].get(name) for name in ("uuid", "title", "topic")]
    return _Info(*(each.value.strip() if isinstance(each, Scalar) else "" for each in fields))
