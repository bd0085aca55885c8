"""From entries to items."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizlint.content import Card, Prompt
from quizlint.content.problems import MissingField
from quizlint.formats.data.aliases import Part
from quizlint.formats.markdown import marks
from quizlint.formats.markdown.behind import level, span_of, words
from quizlint.formats.markdown.blocks import APART, Block
from quizlint.formats.markdown.flashcards import has_cards, read_cards
from quizlint.formats.markdown.frontmatter import FrontMatter
from quizlint.formats.markdown.groups import group_from, groups_in
from quizlint.formats.markdown.pieces import text_of
from quizlint.formats.markdown.questions import QuestionMaker
from quizlint.formats.markdown.sections import Entry
from quizlint.formats.markdown.stems import Stem, asks, stem_of
from quizlint.text import Span, Text

_ON_CARDS = ("answer", "explanation", "hint", "concepts")
_IN_LABEL = re.compile(r"\([ \t]*(?P<count>\d{1,3})")
_ALONE = re.compile(r"(?P<count>\d{1,3})[*_.]*$")
_COMMA = re.compile(r"[^,;\n]+")


def _plain_list(blocks: Sequence[Block]) -> int | None:
    """The last list before the answer, which may be its options."""
    answered = next(
        (at for at, each in enumerate(blocks) if each.kind == "label" and each.label == "answer"),
        len(blocks),
    )
    lists = [at for at, block in enumerate(blocks) if block.kind == "list"]
    return next((at for at in reversed(lists) if at < answered), lists[-1] if lists else None)


@dataclass(slots=True)
class Maker(QuestionMaker):
    """Makes the items of one file, in order. Card marks inside `opaque` blocks are none."""

    sheet: bool = False
    opaque: Sequence[Block] = ()

    def of_front(self, front: FrontMatter, entries: list[Entry]) -> bool:
        """Read the one question whose stem stands in the front matter; false where none does."""
        stem = front.scalar(Part.STEM, self.text)
        if stem is None:
            return False
        parts = {"id": Part.ID, "difficulty": Part.DIFFICULTY, "rationale": Part.RATIONALE}
        found = {name: front.scalar(part, self.text) for name, part in parts.items()}
        self.front_question(stem, entries, {k: v for k, v in found.items() if v is not None})
        return bool(self.items)

    def entry(self, entry: Entry) -> None:
        """Read one entry."""
        if self.native and entry.section == "cards":
            self._cards(entry)
        elif self.native and entry.section == "prompts":
            if not entry.loose:
                self._prompt(entry)
        else:
            self._offers(entry)

    def _offers(self, entry: Entry) -> None:
        heading = entry.heading
        head = heading is not None and not entry.loose and self._may_head(heading)
        groups = groups_in(self.text, entry.blocks, head=head)
        labels = {block.label for block in entry.blocks if block.kind == "label"}
        kept = self.sheet and self.native and not entry.section and "answer" not in labels
        if kept or labels & {"hint", "concepts"}:  # a card or a prompt may hold a list
            groups = [group for group in groups if group.keyed(self.text)]
        if not groups and self.native:
            plain = _plain_list(entry.blocks)
            if plain is not None and "answer" in labels and not entry.loose:
                groups = [group_from(plain, entry.blocks[plain], False)]
            else:
                self._without_options(entry, labels)
                return
        plain = any(each.label == "answer" and not each.level for each in entry.blocks)
        if not groups and plain:
            if heading is not None and head:
                self.short_answer(heading, entry.blocks)
                return
            if self.titled:
                self.without_options(entry.blocks)
                return
        self.questions(entry, groups)

    def _may_head(self, heading: Block) -> bool:
        """Whether a heading can be the stem of a plain list under it."""
        stem = stem_of(self.text, heading, [])
        return stem.number is not None or asks(stem.text(self.text).value)

    def _without_options(self, entry: Entry, labels: set[str]) -> None:
        if entry.loose or entry.heading is None:
            if entry.blocks and not entry.section:
                start, end = entry.blocks[0].start, entry.blocks[-1].end
                if has_cards(self.text, start, end):
                    self._cards(Entry(entry.heading, "cards", True, entry.blocks))
                    return
            self.without_options(entry.blocks)
            return
        if not entry.section and labels & {"hint", "concepts"}:
            self._prompt(entry)
        elif "answer" in labels:
            self.short_answer(entry.heading, entry.blocks)
        elif entry.section:
            route = self.route("questions")
            self.desk.note(MissingField(span_of(entry.heading), "options", route=route))
        elif self.sheet and any(block.kind not in APART for block in entry.blocks):
            self._card(entry)

    def _cards(self, entry: Entry) -> None:
        if not entry.loose:
            self._card(entry)
        elif entry.blocks:
            start, end = entry.blocks[0].start, entry.blocks[-1].end
            first = self.counts.get("cards", 0)
            for card in read_cards(self.text, start, end, self.opaque, first, self.desk):
                self.add("cards", card)

    def _card(self, entry: Entry) -> None:
        stem, body, labels = self._parts(entry, _ON_CARDS)
        back = text_of(self.text, body)
        heading = entry.heading
        assert heading is not None
        route = self.route("cards")
        if not back.value:
            self.desk.note(MissingField(span_of(heading), "back", "card", route=route))
            return
        card = Card(
            span=span_of(heading, *entry.blocks),
            route=route,
            id=stem.id,
            difficulty=level(self.text, labels),
            front=self.named(stem, heading),
            back=back,
        )
        self.add("cards", card)

    def _prompt(self, entry: Entry) -> None:
        stem, body, labels = self._parts(entry)
        heading = entry.heading
        assert heading is not None
        hint = next((words(self.text, each) for each in labels if each.label == "hint"), None)
        concepts: list[Text] = []
        stated: re.Match[str] | None = None
        apart: list[Block] = []
        for index, block in enumerate(entry.blocks):
            if block.kind == "label" and block.label == "concepts":
                concepts += self._concepts(block)
                stated = _IN_LABEL.search(self.text, block.start, block.body)
                stated = stated or _ALONE.match(self.text, block.body, block.end)
                following = entry.blocks[index + 1 : index + 2]
                if following and following[0].kind == "list":
                    apart.append(following[0])
                    items = (text_of(self.text, [(i.body, i.end)]) for i in following[0].children)
                    concepts += [item for item in items if item]
            elif block.kind == "paragraph":
                count = marks.STATED.match(self.text, block.start, block.end)
                if count is not None:
                    stated = stated or count
                    apart.append(block)
        ends = {block.end for block in apart}
        stem.ranges += [part for part in body if part[1] not in ends]
        prompt = Prompt(
            span=span_of(heading, *entry.blocks),
            route=self.route("prompts"),
            id=stem.id,
            difficulty=level(self.text, labels),
            prompt=self.named(stem, heading),
            hint=hint,
            concepts=tuple(concepts),
            stated_concepts=None if stated is None else int(stated["count"]),
            stated_span=None if stated is None else Span(*stated.span("count")),
        )
        self.add("prompts", prompt)

    def _concepts(self, block: Block) -> list[Text]:
        """Concepts that follow their label on its line."""
        found = []
        for match in _COMMA.finditer(self.text, block.body, block.end):
            text = text_of(self.text, [match.span()])
            if text and not text.value.strip(" \t*_`.").isdigit():
                found.append(text)
        return found

    def _parts(
        self, entry: Entry, kept: Sequence[str] = ()
    ) -> tuple[Stem, list[tuple[int, int]], list[Block]]:
        """An entry's heading, the ranges of the blocks under it, and its labelled lines.

        Lines with the labels in `kept` are part of the text under the heading.
        """
        stem = stem_of(self.text, entry.heading, [])
        labels = [block for block in entry.blocks if block.kind == "label"]
        body = []
        after = entry.heading.end if entry.heading is not None else 0
        for block in entry.blocks:
            if block.kind == "label" and block.label in kept:
                body.append((block.body if block.label == "answer" else block.start, block.end))
            elif block.kind != "label" and block.kind not in APART:
                body.append((after, block.end))
            after = block.end
        return stem, body, labels
