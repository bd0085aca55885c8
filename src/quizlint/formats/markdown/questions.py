"""Questions, from the blocks of an entry."""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from quizlint.content import (
    Interaction,
    Item,
    Key,
    KeyState,
    Option,
    Question,
    Stimulus,
    WrittenKey,
)
from quizlint.content.problems import MalformedCheckbox, MissingField, UnreadQuestion
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.labels import check_order
from quizlint.formats.kit.shared import flag_key, note_disagreement, told_apart
from quizlint.formats.markdown import marks
from quizlint.formats.markdown.answers import answer_texts, key_from, key_said, why_said
from quizlint.formats.markdown.behind import behind, level, span_of
from quizlint.formats.markdown.blocks import APART, Block
from quizlint.formats.markdown.groups import Group, groups_in, is_picture, options_of
from quizlint.formats.markdown.keysection import KeySection
from quizlint.formats.markdown.paragraphs import label_block
from quizlint.formats.markdown.pieces import text_of
from quizlint.formats.markdown.sections import Entry
from quizlint.formats.markdown.stems import Stem, asks, is_chore, is_remark, stem_of
from quizlint.formats.markdown.strength import Strength, is_poll
from quizlint.text import Span, Text

_QUERY = re.compile(r"[?？؟]")
_NUMBER = re.compile(r"\d{1,4}")
_BARE = re.compile(r"[^\w\r\n]{0,8}(?P<letter>[A-Ha-h])[^\w\r\n]{0,6}")
"""A line that is nothing but a letter and signs around it: "✅ B", "(b)", "→ C"."""


def number_of(question: Question, ordinal: int) -> int:
    """The number that is written before a question, or the one that its place gives it."""
    written = None if question.number is None else _NUMBER.search(question.number.value)
    return ordinal if written is None else int(written[0])


def _bare_key(text: str, tail: list[Block]) -> list[Block]:
    """The letter alone on the line behind lettered options, as the label of an answer."""
    block = next((each for each in tail if each.kind not in APART), None)
    if block is None or block.kind != "paragraph":
        return []
    key = _BARE.fullmatch(text, block.start, block.end)
    return [] if key is None else [label_block("answer", block.start, *key.span("letter"))]


@dataclass(slots=True)
class QuestionMaker:
    """Makes the questions of one file, in order; `native` where the file says that it is a quiz."""

    text: str
    desk: Desk
    native: bool
    shuffle: bool | None = None
    items: list[Item] = field(default_factory=list)
    strength: Strength = field(default_factory=Strength)
    counts: dict[str, int] = field(default_factory=dict)
    survey: bool = False
    titled: bool = False
    exam: bool = False
    usual: frozenset[int] = frozenset()  # the levels of headings under which options stand

    def route(self, kind: str) -> str:
        """The route of the next item of a kind."""
        return f"{kind}[{self.counts.get(kind, 0)}]"

    def add(self, kind: str, item: Item) -> None:
        """Add an item."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        self.items.append(item)

    def named(self, stem: Stem, heading: Block) -> Text:
        """The words of a heading; for none, an empty text in its place."""
        text = stem.text(self.text)
        return text if text.value else Text("", span_of(heading), self.text)

    def questions(self, entry: Entry, groups: list[Group]) -> None:
        """The questions of an entry that has options."""
        start = 0
        if groups and (entry.heading is None or entry.loose):
            self.without_options(entry.blocks[: self._lead_start(entry, groups, 0, 0)])
        for index, group in enumerate(groups):
            stop = groups[index + 1].first if index + 1 < len(groups) else len(entry.blocks)
            lead = self._lead(entry, groups, index, start)
            end = self._lead_start(entry, groups, index + 1, group.stop)
            tail = entry.blocks[group.stop : min(stop, end)]
            self._question(entry, group, index, len(groups), lead, tail)
            start = group.stop

    def supply(self, section: KeySection, first: int) -> None:
        """Give the questions from `items[first:]` on, as far as they have no key, a section's."""
        waiting: dict[int, tuple[int, int, Question]] = {}
        ordinal = 0
        for at in range(first, len(self.items)):
            question = self.items[at]
            if isinstance(question, Question) and question.options:
                ordinal += 1
                waiting[at] = (number_of(question, ordinal), ordinal, question)
        numbers = [number for number, _, _ in waiting.values()]
        by_number = len(set(numbers)) == len(numbers)
        keys = {pair.number or place: pair for place, pair in enumerate(section.pairs, 1)}
        for at, (number, place, question) in waiting.items():
            pair = keys.pop(number if by_number else place, None)
            if pair is None:
                continue
            key = key_said(text_of(self.text, [pair.where]), question.options)
            own = question.key
            if own.indices or own.written:
                note_disagreement(key, own, question.options, self.desk, question.route)
                continue
            kind = told_apart(question.options, key)
            self.items[at] = replace(question, key=key, interaction=kind)
            self.strength.strong += 1
            self.strength.groups += 1
        for pair in keys.values():
            self.desk.note(UnreadQuestion(Span(*pair.where), "key", self.native))

    def short_answer(self, heading: Block | None, blocks: list[Block]) -> None:
        """A question that is answered in words of one's own, under a heading or a number."""
        at = next(i for i, b in enumerate(blocks) if b.kind == "label" and b.label == "answer")
        label = blocks[at]
        stem = stem_of(self.text, heading, blocks[:at])
        _, rationale = behind(self.text, blocks[at:], self.native)
        answer, _ = answer_texts(self.text, label)
        written = tuple(WrittenKey(text) for text in answer)
        key = Key(KeyState.PRESENT, (), written, "answer", span_of(label))
        first = blocks[0] if heading is None else heading
        question = Question(
            span=span_of(first, *blocks),
            route=self.route("questions"),
            id=stem.id,
            difficulty=level(self.text, blocks),
            stem=self.named(stem, first),
            key=key if written else Key(KeyState.ABSENT),
            rationale=rationale,
            interaction=Interaction.TEXT,
            number=stem.number,
        )
        self.strength.typed += 1
        self.add("questions", question)

    def without_options(self, blocks: list[Block]) -> None:
        """Numbered questions that have no options: answered in words, or damaged."""
        starts = [at for at, block in enumerate(blocks) if self._is_numbered(block)]
        for at, stop in pairwise([*starts, len(blocks)]):
            part = blocks[at:stop]
            answered = any(each.kind == "label" and each.label == "answer" for each in part)
            if answered:
                self.short_answer(None, part)
            elif asks(stem_of(self.text, None, part[:1]).text(self.text).value):
                end = self.text.find("\n", part[0].start, part[0].end)
                span = Span(part[0].start, part[0].end if end < 0 else end)
                self.desk.note(MissingField(span, "options"))

    def _is_numbered(self, block: Block) -> bool:
        return block.kind == "paragraph" and (
            marks.NUMBER.match(self.text, block.start, block.end) is not None
        )

    def _next_stem(self, tail: list[Block], stem: Stem) -> int:
        """Where, behind a question's options, the number that comes after its own stands."""
        number = None if stem.number is None else _NUMBER.search(stem.number.value)
        if number is None:
            return len(tail)
        for at, block in enumerate(tail):
            match = marks.NUMBER.match(self.text, block.start, block.end)
            if block.kind in ("paragraph", "list") and match is not None:
                found = _NUMBER.search(match["number"])
                if found is not None and int(found[0]) == int(number[0]) + 1:
                    return at
        return len(tail)

    def _lead(self, entry: Entry, groups: list[Group], index: int, start: int) -> list[Block]:
        first = groups[index].first
        own = index == 0 and entry.heading is not None and not entry.loose
        if own and len(groups) == 1:
            return entry.blocks[:first]
        return entry.blocks[self._lead_start(entry, groups, index, start) : first]

    def _lead_start(self, entry: Entry, groups: list[Group], index: int, start: int) -> int:
        """Where the stem of a group begins, among blocks that may be about the one before."""
        blocks = entry.blocks
        if index >= len(groups):
            return len(blocks)
        first = groups[index].first
        gap = range(start, first)
        rules = [at for at in gap if blocks[at].kind in ("rule", "chrome")]
        if rules:
            gap = range(rules[-1] + 1, first)
        words = [
            at
            for at in gap
            if blocks[at].kind == "paragraph" and not is_picture(self.text, blocks[at])
        ]
        numbered = [at for at in words if marks.NUMBER.match(self.text, blocks[at].start)]
        if numbered:
            return numbered[-1]
        if not words:
            return gap.start if index == 0 or rules else first
        at = words[-1]
        while len(words) > 1 and blocks[at - 1].kind in ("code", "table"):
            words.pop()
            at = words[-1]
        return at

    def _question(
        self,
        entry: Entry,
        group: Group,
        index: int,
        count: int,
        lead: list[Block],
        tail: list[Block],
    ) -> None:
        text, heading = self.text, entry.heading
        route = self.route("questions")
        options = options_of(text, group)
        stem = self.stem_under(entry, lead, index, count)
        words = stem.text(text)
        first = lead[0] if lead else group.choices[0].item
        if not words.value:
            words = Text("", span_of(group.choices[0].item)._replace(end=options[0].span.end), text)
        cut = self._next_stem(tail, stem)
        tail, rest = tail[:cut], tail[cut:]
        labels, rationale = behind(self.text, tail, self.native)
        answers = [label for label in labels if label.label == "answer"]
        if not answers and options and options[0].label is not None:
            answers = _bare_key(text, tail)
        problems = len(self.desk.problems)
        key = self._key(options, answers, route)
        if rationale is None and answers and key.origin == "answer":
            rationale = why_said(self.text, answers[0], key, options)
        level_ = heading.level if heading is not None and not entry.loose and index == 0 else 0
        if not self._counts(group, options, words, stem, key, answers, level_):
            del self.desk.problems[problems:]
            return
        if options and options[0].label is not None:
            check_order(options, self.desk, route)
        for number, choice in enumerate(group.choices):
            near = choice.item.near
            if near is not None:
                written, place = text[slice(*near[0])], f"{route}.options[{number}]"
                self.desk.note(MalformedCheckbox(near[0], written, near[1], route=place))
        parts = [each.span.start for each in (words, stem.id, stem.number) if each is not None]
        begin = min(first.start, *parts)
        if heading is not None and index == 0 and (not entry.loose or begin < first.start):
            begin = heading.start
        said = [label.end for label in labels]
        said += [block.end for block in tail if block.kind == "quote"]
        end = max(group.end, *said, 0 if rationale is None else rationale.span.end)
        question = Question(
            span=Span(begin, max(end, *(option.span.end for option in options))),
            route=route,
            id=stem.id,
            difficulty=level(text, [*lead, *tail]),
            stem=words,
            options=tuple(options),
            key=key,
            rationale=rationale,
            interaction=told_apart(options, key),
            number=stem.number,
            shuffle=self.shuffle,
            scored=not self.survey or bool(key.indices),
        )
        self.add("questions", question)
        self.without_options(rest)

    def stem_under(self, entry: Entry, lead: list[Block], index: int, count: int) -> Stem:
        """The stem, with its heading where that is part of it."""
        text, heading = self.text, entry.heading
        bare = stem_of(text, None, lead)
        if heading is None or index or (entry.loose and (bare.ranges or entry.section)):
            return bare
        whole = stem_of(text, heading, lead if count == 1 or not bare.ranges else [])
        if not bare.ranges or (count == 1 and self.native and entry.section):
            return whole
        alone = stem_of(text, heading, [])
        title = alone.text(text).value
        if count > 1 and not (alone.number and not bare.number):
            bare.id = alone.id
            return bare
        if alone.number is not None or asks(title) or title.endswith(":"):
            return stem_of(text, heading, lead)
        bare.id = alone.id
        return bare

    def _key(self, options: list[Option], answers: list[Block], route: str) -> Key:
        key = flag_key(options)
        if key.state is KeyState.PRESENT:
            key = key._replace(origin="checkboxes")
        written = key_from(self.text, answers[0], options) if answers else None
        if written is None or (key.indices and not written.indices and answers[0].level):
            return key  # what folds out explains the ticks
        note_disagreement(written, key, options, self.desk, route + ".answer")
        return written

    def _counts(
        self,
        group: Group,
        options: list[Option],
        words: Text,
        stem: Stem,
        key: Key,
        answers: list[Block],
        level: int,
    ) -> bool:
        """Whether a group is a question's. Files that do not say they are quizzes must convince."""
        if self.native:
            return True
        said = asks(words.value) or (stem.number is not None and stem.number.value[0] in "Qq")
        asked = said and not is_chore(words.value)
        if not group.boxed:
            return self._counts_unboxed(group, options, words, stem, key, answers, level)
        self.strength.groups += 1
        ticked = sum(option.correct for option in options)
        if len(options) > 1 and asked and (ticked or key.indices):
            self.strength.strong += 1
        elif (
            len(options) > 1
            and ticked == 1
            and not is_chore(words.value)
            and (words.value.rstrip(" *_").endswith((":", "：")) or stem.number is not None)
        ):
            self.strength.weak += 1
        elif asked and not ticked and len(options) > 1:
            if self.survey or is_poll(options):
                return False
            self.strength.open_ += bool(_QUERY.search(words.value))
        return ticked > 0 or bool(key.written) or asked

    def _counts_unboxed(
        self,
        group: Group,
        options: list[Option],
        words: Text,
        stem: Stem,
        key: Key,
        answers: list[Block],
        level: int,
    ) -> bool:
        """Whether lettered lines, or a plain list, are the options of a question."""
        lettered = options[0].label is not None
        numbered = stem.number is not None
        asked = asks(words.value) or numbered or words.value.rstrip(" *_").endswith((":", "："))
        if is_remark(words.value):
            return False
        if not words.value or not (asked or (lettered and key.indices)):
            return False
        query = numbered or _QUERY.search(words.value) is not None
        if (key.indices and (answers or group.sure)) or (lettered and answers and query):
            self.strength.groups += 1
            self.strength.strong += 1
            return True
        if key.indices:
            self.strength.hinted += 1
            return True
        if self.survey or is_poll(options):
            return False
        if lettered:
            self.strength.open_ += query
            return True
        self.strength.plain += bool(_QUERY.search(words.value))
        return bool(answers) or numbered or self.exam or level in self.usual

    def front_question(self, stem: Text, entries: list[Entry], front: dict[str, Text]) -> None:
        """The one question whose stem stands in the front matter."""
        for entry in entries:
            groups = groups_in(self.text, entry.blocks)
            if not groups:
                continue
            group = groups[0]
            lead = [
                b for b in entry.blocks[: group.first] if b.kind != "label" and b.kind not in APART
            ]
            native, self.native = self.native, True
            self._question(Entry(None), group, 0, 1, lead, entry.blocks[group.stop :])
            self.native = native
            question = self.items[-1]
            assert isinstance(question, Question)
            passage = None
            if lead:
                words = text_of(self.text, [(lead[0].start, lead[-1].end)])
                passage = Stimulus(words, words.span)
            self.items[-1] = replace(
                question,
                stem=stem,
                stimulus=passage,
                span=Span(stem.span.start, question.span.end),
                id=front.get("id"),
                difficulty=question.difficulty or front.get("difficulty"),
                rationale=question.rationale or front.get("rationale"),
                number=None,
            )
            self.strength.groups += 1
            self.strength.strong += 1
            return
