"""What a learner reads in the XHTML of QTI 2 and 3: without feedback, controls and foreign tags."""

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import islice

from quizlint.content import BLANK
from quizlint.formats.qti.mosaic import is_seen
from quizlint.formats.qti.names import word
from quizlint.formats.tree.nodes import Scalar
from quizlint.formats.tree.xml_nodes import Element, marked_up
from quizlint.text.scalars.xml import Hole

Instead = Callable[[Element], str | None]
"""What stands for an element in a text; None where it is shown."""

INLINE = frozenset({"textEntryInteraction", "inlineChoiceInteraction"})
CONTROLS = frozenset({"endAttemptInteraction", "mediaInteraction"})

_HIDDEN = frozenset(
    "feedbackInline feedbackBlock modalFeedback infoControl endAttemptInteraction script style "
    "stylesheet catalogInfo companionMaterialsInfo assessmentStimulusRef rp rt".split()
)
_OPAQUE = frozenset({"svg", "canvas", "mediaInteraction"})
_UNWRAPPED = frozenset(
    "article aside footer header hottext include label main nav picture prompt rb rtc ruby "
    "speak".split()
)
"""Elements of which only the inside is shown; so it is with all that QTI adds to HTML."""

_VOID = frozenset("area br col embed hr img input source track wbr".split())
_PLAYED = frozenset("audio iframe object video".split())
_PREFIX = re.compile(r"</?([\w.-]+:)")


def shown(element: Element, instead: Instead = lambda _: None) -> Scalar | None:
    """The inside of an element as a learner sees it; None where nothing is seen."""
    return between(element, element.inner, element.inner_end, instead)


def between(
    element: Element, start: int, end: int, instead: Instead = lambda _: None
) -> Scalar | None:
    """The same of a range inside an element."""
    holes: list[Hole] = []
    _cut(element, start, end, instead, holes)
    found = marked_up(element.source, start, end, holes)
    return found if is_seen(found.value) else None


def outside(element: Element) -> str | None:
    """What stands for an element that is no text of its own."""
    name = element.name
    if name in _HIDDEN:
        return None if name == "feedbackBlock" and asks(element) else ""
    if name in INLINE or name == "gap":
        return BLANK
    if name in _OPAQUE:
        return "<object></object>"
    if name == "printedVariable":
        return f"{{{word(element, 'identifier')}}}"
    if name == "rubricBlock" and "candidate" not in word(element, "view", "candidate"):
        return ""
    return None


def _end(element: Element) -> int:
    return element.end


def asks(element: Element) -> bool:
    """Whether an element holds a question: what appears late need not be feedback."""
    found = element.below(lambda each: each.name.endswith("Interaction"))
    return any(each.name not in CONTROLS for each in found)


def _cut(element: Element, start: int, end: int, instead: Instead, holes: list[Hole]) -> None:
    """Find the ranges that are left out, in order."""
    source = element.source
    children = element.children
    first = bisect_right(children, start, key=_end) if children else 0
    for child in islice(children, first, None):
        if child.start >= end:
            break
        stands = instead(child)
        if stands is None:
            stands = outside(child)
        whole = start <= child.start and child.end <= end
        if stands is not None:
            holes.append((max(start, child.start), min(end, child.end), stands))
        elif not whole or child.name in _UNWRAPPED or not child.name.islower():
            space = " " if whole and "Block" in child.name else ""
            _hole(child.start, child.inner, start, end, space, holes)
            _cut(child, start, end, instead, holes)
            if child.inner_end < child.end:
                _hole(child.inner_end, child.end, start, end, space, holes)
        else:
            _tidy(child, source, holes)
            _cut(child, start, end, instead, holes)
            if child.inner_end < child.end:
                prefix = _PREFIX.match(source, child.inner_end)
                if prefix is not None:
                    holes.append((*prefix.span(1), ""))


def _hole(begin: int, after: int, start: int, end: int, space: str, holes: list[Hole]) -> None:
    if begin < end and after > start:
        holes.append((max(begin, start), min(after, end), space))


def _tidy(child: Element, source: str, holes: list[Hole]) -> None:
    """A start tag of HTML as browsers know it: without a prefix, and closed by an end tag."""
    prefix = _PREFIX.match(source, child.start)
    if prefix is not None:
        holes.append((*prefix.span(1), ""))
    if source[child.inner - 2] == "/" and child.name not in _VOID:
        if child.name in _PLAYED:
            holes.append((child.inner - 2, child.inner, f"></{child.name}>"))
        elif prefix is None:
            holes.append((child.start, child.inner, ""))
