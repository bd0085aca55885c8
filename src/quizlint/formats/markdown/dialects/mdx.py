"""Questions in the attributes of JSX elements: `<Question choices={[…]} />`.

The stem is an attribute, or else what stands between the element and the one before it.
"""

import re
from dataclasses import replace
from itertools import pairwise

from quizlint.content import Question
from quizlint.content.problems import Syntax
from quizlint.formats.data.draft import Draft, draft_of
from quizlint.formats.data.find import Place, find_items
from quizlint.formats.data.foreign import read_place, read_question
from quizlint.formats.markdown.dialects.above import stem_above
from quizlint.formats.markdown.dialects.jsx import EXPRESSION, BrokenError, read_element
from quizlint.formats.markdown.dialects.page import Job, Page
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.pieces import text_of
from quizlint.formats.markdown.stems import Stem
from quizlint.formats.tree.nodes import Mapping, Node, Scalar, Sequence
from quizlint.text import Span, Text

ELEMENT = re.compile(
    r"^[ \t]*<(?P<name>(?:[A-Z]\w{0,20})?(?:Question|Quiz|MultipleChoice|MultiChoice|MCQ)\w{0,20})"
    r"(?=[\s/>])",
    re.MULTILINE,
)
_LISTS = frozenset({"questions", "quiz", "items", "data"})
_OPTIONS = re.compile(r"\b(?:choices|options|answers|questions|quiz|items|data)\s*=\s*\{")


def find(page: Page) -> list[Job]:
    """The elements of a file that hold questions."""
    text, bare = page.text, page.bare
    if _OPTIONS.search(bare) is None:
        return []
    jobs: list[Job] = []
    before = page.begin
    begins = [match.start("name") - 1 for match in ELEMENT.finditer(bare)]
    for start, stop in pairwise([*begins, len(bare)]):
        try:
            mapping = read_element(bare, start, stop)
        except BrokenError as broken:
            jobs.append((start, start + 1, _Trouble(broken, len(text)).make))
            before = start + 1
            continue
        element = _Element(page, before, mapping)
        if element.asks:
            jobs.append((mapping.start, mapping.end, element.make))
            before = mapping.end
    return jobs


class _Trouble:
    """An element whose end was not found."""

    def __init__(self, broken: BrokenError, length: int) -> None:
        self.broken = broken
        self.length = length

    def make(self, maker: Maker) -> None:
        at = min(self.broken.at, self.length - 1)
        maker.desk.note(Syntax(Span(at, at + 1), self.broken.told))


class _Element:
    """One element with what stands before it.

    It asks where it says what may be chosen, or lists questions.
    """

    def __init__(self, page: Page, before: int, mapping: Mapping) -> None:
        self.page = page
        self.before = before
        self.mapping = mapping
        self.places: list[Place] = []
        draft = draft_of(mapping)
        self.draft = draft if draft.options and len(draft.options) > 1 else None
        if self.draft is not None:
            page.drafts.append(draft)
        elif any(name.lower() in _LISTS for name in mapping.fields):
            self.places = find_items(mapping, page.desk)
            page.drafts += [place.draft for place in self.places if place.draft is not None]
        self.asks = self.draft is not None or bool(self.places)

    def make(self, maker: Maker) -> None:
        if self.draft is None:
            self._listed(maker)
        elif self.draft.stem is not None and isinstance(self.draft.stem[1], Scalar):
            question = self._read(maker, self.draft)
            if question is not None:
                maker.add("questions", question)
        else:
            self._under(maker, self.draft)

    def _under(self, maker: Maker, draft: Draft) -> None:
        """A question whose stem stands above the element."""
        at, text = self.mapping.start, self.page.text
        stem, start = stem_above(maker, text, self.before, at)
        words, end = self._children(), self.mapping.end
        if words:
            stem, start, end = Stem(), at, words.span.end
        else:
            words = stem.text(text)
        if not words.value:
            words, start = Text("", Span(at, at + 1), text), at
        draft.stem = (Scalar("question", at, at), Scalar("?", at, at + 1))
        question = self._read(maker, draft)
        if question is None:
            return
        question = replace(
            question,
            stem=words,
            number=question.number or stem.number,
            id=question.id or stem.id,
            span=Span(start, end),
        )
        maker.add("questions", question)

    def _children(self) -> Text:
        """What stands between the element's tags, if that is words only."""
        text, end = self.page.text, self.mapping.end
        close = text.find("<", end)
        if text.endswith("/>", 0, end) or not text.startswith("</", close):
            return Text("", Span(end, end), text)
        return text_of(text, [(end, close)])

    def _read(self, maker: Maker, draft: Draft) -> Question | None:
        route = maker.route("questions")
        question = read_question(draft, route, self.page.habits, maker.shuffle, maker.desk)
        return None if question is None else _settled(question, self.mapping)

    def _listed(self, maker: Maker) -> None:
        """The questions of `<Quiz questions={[…]} />`."""
        for place in self.places:
            kind = "cards" if place.pair is not None else "questions"
            place.route = maker.route(kind)
            item = read_place(place, self.page.habits, maker.shuffle, maker.desk)
            if isinstance(item, Question) and place.node is not None:
                item = _settled(item, place.node)
            if item is not None:
                maker.add(kind, item)


def _settled(question: Question, node: Node) -> Question:
    """The question; one with parts that a program works out is dynamic."""
    return replace(question, dynamic=True) if _computes(node, 0) else question


def _computes(node: Node, depth: int) -> bool:
    if isinstance(node, Scalar):
        return node.kind == EXPRESSION and not node.value.startswith("<")
    if isinstance(node, Sequence):
        return any(_computes(each, depth + 1) for each in node.items)
    return any(_computes(each, depth + 1) for _, each in node.fields.values())
