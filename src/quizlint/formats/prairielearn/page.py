"""What a learner sees of a `question.html`: its elements, and the texts between them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate

from quizlint.content import Interaction
from quizlint.formats.tree.html import HtmlTree, attribute, parse, word
from quizlint.formats.tree.nodes import Scalar
from quizlint.formats.tree.xml_nodes import Element, marked_up
from quizlint.text import Text
from quizlint.text.scalars.xml import Hole

ANSWERED = {
    "pl-multiple-choice": Interaction.CHOICE,
    "pl-dropdown": Interaction.CHOICE,
    "pl-checkbox": Interaction.MULTIPLE,
    "pl-matching": Interaction.MATCH,
    "pl-order-blocks": Interaction.ORDER,
    "pl-number-input": Interaction.NUMERIC,
    "pl-integer-input": Interaction.NUMERIC,
    "pl-string-input": Interaction.TEXT,
    "pl-symbolic-input": Interaction.TEXT,
    "pl-units-input": Interaction.TEXT,
    "pl-big-o-input": Interaction.TEXT,
    "pl-rich-text-editor": Interaction.TEXT,
    "pl-matrix-input": Interaction.UNSUPPORTED,
    "pl-matrix-component-input": Interaction.UNSUPPORTED,
    "pl-file-editor": Interaction.UNSUPPORTED,
    "pl-file-upload": Interaction.UNSUPPORTED,
    "pl-drawing": Interaction.UNSUPPORTED,
    "pl-excalidraw": Interaction.UNSUPPORTED,
    "pl-threejs": Interaction.UNSUPPORTED,
    "pl-sketch": Interaction.UNSUPPORTED,
    "pl-image-capture": Interaction.UNSUPPORTED,
    "pl-workspace": Interaction.UNSUPPORTED,
}
"""The elements in which a learner answers."""

_HIDDEN = frozenset(
    "pl-submission-panel pl-answer-panel pl-hidden-hints pl-manual-grading-only pl-file-preview "
    "pl-external-grader-results pl-external-grader-variables pl-variable pl-template".split()
)
_FRAMES = frozenset(
    "pl-question-panel pl-card pl-hide-in-panel pl-hide-in-manual-grading pl-overlay pl-tabs "
    "pl-tab pl-section".split()
)
_LEAVES = frozenset(
    "pl-number-input pl-integer-input pl-string-input pl-symbolic-input pl-units-input "
    "pl-big-o-input pl-matrix-input pl-matrix-component-input pl-figure pl-matrix-latex "
    "pl-python-variable pl-dataframe pl-workspace pl-file-upload pl-file-preview "
    "pl-external-grader-results".split()
)
_LOOSE = frozenset(
    "fieldset legend label input form button select option textarea main article header footer "
    "nav markdown noscript svg path".split()
)
_VOID = frozenset("area base br col hr img input link meta source track wbr".split())
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][\w-]*+)(?:[^\"'<>]++|\"[^\"<]*+\"|'[^'<]*+')*+>"
)
_YES = frozenset({"true", "t", "1", "yes", "y"})


def truth(value: str) -> bool:
    """What PrairieLearn takes for true."""
    return value.strip().lower() in _YES


class QuestionPage:
    """A file with its elements. `answered` are those in which a learner answers, in order."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.tree: HtmlTree = parse(source, "pl-", _LOOSE, _LEAVES)
        self._nothing: list[Hole] = sorted(
            (*span, "") for span in (*self.tree.comments, *self.tree.sections, *self.tree.loose)
        )
        self._sections = [span.start for span in self.tree.sections]
        steps = (-1 if source[at + 2] == "/" else 1 for at in self._sections)
        self._depths = [0, *accumulate(steps)]
        self.answered: list[Element] = []
        self.panels: list[Element] = []
        self._holes = self._merged([*self._walk(self.tree.roots, top=True)], 0, len(source))
        self._starts = [hole[0] for hole in self._holes]

    def shown(self, start: int, end: int) -> Scalar:
        """The text of a range between elements."""
        return marked_up(self.source, start, end, self.holes(start, end))

    def holes(self, start: int, end: int) -> list[Hole]:
        """What is no text in a range between elements."""
        first, last = (bisect_left(self._starts, at) for at in (start, end))
        halves: list[Hole] = [(*tag, "") for tag in self._halves(start, end)]
        return _apart([*self._holes[first:last], *halves])

    def _halves(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The tags in a range whose other half lies outside, as where an element is in a table."""
        opened: dict[str, list[tuple[int, int]]] = {}
        for tag in _TAG.finditer(self.source, start, end):
            name = tag["name"].lower()
            if name in _VOID or name.startswith("pl-"):
                continue
            if not tag["close"]:
                opened.setdefault(name, []).append(tag.span())
            elif opened.get(name):
                opened[name].pop()
            else:
                yield tag.span()
        for tags in opened.values():
            yield from tags

    def inside(self, element: Element) -> Text:
        """The text in an element; the place of an empty one is its tag."""
        holes = self._merged([*self._walk(element.children)], element.inner, element.inner_end)
        found = marked_up(self.source, element.inner, element.inner_end, holes)
        if not found.value:
            return Text("", element.tag, self.source)
        return found.text(self.source)

    def is_drawn(self, start: int, end: int) -> bool:
        """Whether a program writes some of a range."""
        at = self.source.find("{{", start, end)
        while at >= 0:
            if self.source[at : at + 3] != "{{!":
                return True
            at = self.source.find("{{", at + 3, end)
        return False

    def is_section(self, start: int, end: int) -> bool:
        """Whether a loop or condition begins or ends in a range."""
        return bisect_left(self._sections, start) < bisect_left(self._sections, end)

    def is_guarded(self, at: int) -> bool:
        """Whether a place lies inside a loop or a condition."""
        return self._depths[bisect_left(self._sections, at)] > 0

    def _walk(self, elements: Sequence[Element], *, top: bool = False) -> Iterator[Hole]:
        """The ranges that are no text, and what is seen in their places."""
        for element in elements:
            name = element.name
            if top and name == "pl-answer-panel":
                self.panels.append(element)
            if name in ANSWERED and _is_graded(element):
                if top:
                    self.answered.append(element)
                yield element.start, element.end, ""
            elif name in _HIDDEN or (
                name == "pl-hide-in-panel" and truth(word(element, "question"))
            ):
                yield element.start, element.end, ""
            elif name in _FRAMES or (element.children and name not in ANSWERED):
                yield element.start, element.inner, ""
                yield from self._walk(element.children, top=top)
                if element.inner_end < element.end:
                    yield element.inner_end, element.end, ""
            else:
                yield element.start, element.end, _displayed(element)

    def _merged(self, holes: list[Hole], start: int, end: int) -> list[Hole]:
        """Holes of elements with those between them."""
        first = bisect_left(self._nothing, (start,))
        last = bisect_left(self._nothing, (end,))
        return _apart([*holes, *self._nothing[first:last]])


def _apart(holes: list[Hole]) -> list[Hole]:
    """The holes in order, without those that begin inside another."""
    found: list[Hole] = []
    for hole in sorted(holes):
        if not found or hole[0] >= found[-1][1]:
            found.append(hole)
    return found


def _is_graded(element: Element) -> bool:
    graded = attribute(element, "gradable")
    if element.name == "pl-drawing":
        return graded is not None and truth(graded.value)
    return graded is None or truth(graded.value)


def _displayed(element: Element) -> str:
    """What stands for an element that shows something: a picture, or what a program computed."""
    if element.name == "pl-figure":
        said = attribute(element, "alt")
        alt = "" if said is None else f' alt="{_quoted(said.value)}"'
        made = word(element, "type") == "dynamic" or word(element, "directory")
        folder = "{made}" if made else "clientFilesQuestion"
        return f'<img src="{_quoted(folder + "/" + word(element, "file-name"))}"{alt}>'
    if element.name == "pl-code" and element.inner < element.inner_end:
        return f"<pre>{element.source[element.inner : element.inner_end]}</pre>"
    names = (word(element, each) for each in ("params-name", "source-file-name", "file-name"))
    return next(filter(None, names), "")


def _quoted(value: str) -> str:
    return value.replace("&", "&amp;").replace('"', "&quot;")
