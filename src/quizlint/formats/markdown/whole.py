"""A file on its way from text to items: each way of reading takes its part, and hides it.

What one has read, none of the next sees, so that nothing is read twice and nothing is lost because
another part of the file is in the manner of another tool.
"""

import re
from dataclasses import dataclass, field

from quizlint.content import Document
from quizlint.content.problems import MissingField
from quizlint.formats.base import Hints
from quizlint.formats.data.foreign import Habits
from quizlint.formats.kit.desk import Desk
from quizlint.formats.markdown import marks, words
from quizlint.formats.markdown.blocks import APART, Block, comments_in, parse
from quizlint.formats.markdown.damage import Damage
from quizlint.formats.markdown.flashcards import is_deck, read_cards
from quizlint.formats.markdown.frontmatter import FrontMatter
from quizlint.formats.markdown.groups import groups_in, is_picture
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.keysection import key_sections
from quizlint.formats.markdown.looks import Look, looks
from quizlint.formats.markdown.merge import ReadPart
from quizlint.formats.markdown.pieces import blanked
from quizlint.formats.markdown.refine import refine
from quizlint.formats.markdown.sections import Entry, entries_of, is_question_number
from quizlint.formats.markdown.stems import heading_range
from quizlint.text import Source, Span, Text

_TITLE = re.compile(r"^#{1,2}[ \t]+(?P<title>\S[^\r\n]*)", re.MULTILINE)
_FIRST = re.compile(r"^#[ \t]+(?P<title>\S[^\r\n]*)", re.MULTILINE)
_TITLED = re.compile(words.QUIZ, re.IGNORECASE)
_EXAM = re.compile(words.EXAM, re.IGNORECASE)
_CARDS = re.compile(words.CARDS, re.IGNORECASE)
_SURVEY = re.compile(words.SURVEY, re.IGNORECASE)
_HELP = re.compile(words.HELP, re.IGNORECASE)
_ENOUGH = 0.5
"""The share of a level's headings with options under them, from which on others miss theirs."""


@dataclass
class Whole:
    """One file. `text` is what is read: healed of what would hide the rest of it."""

    source: Source
    front: FrontMatter
    damage: Damage
    shuffle: bool | None
    parts: list[ReadPart] = field(default_factory=list)
    hidden: list[Span] = field(default_factory=list)
    comments: list[Span] = field(default_factory=list)
    habits: Habits | None = None
    title: Block | None = None
    entries: list[Entry] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = self.damage.text
        self.comments = comments_in(self.text, 0, len(self.text))
        self.text = blanked(self.text, (each for each in self.comments if self._is_ours(each)))
        head = _TITLE.search(self.text, self.front.end)
        path = self.source.path.replace("\\", "/").rpartition("/")[2]
        stated = self.front.root.get("title") if self.front.root is not None else None
        said = [path, "" if head is None else head["title"], getattr(stated, "value", "")]
        self.said = "\n".join(str(each) for each in said)

    def _is_ours(self, comment: Span) -> bool:
        """Whether a comment is MDX's, which would else be a paragraph, and speaks to us."""
        said = self.text[slice(*comment)]
        return said.startswith("{") and "quizlint:" in said

    @property
    def titled(self) -> bool:
        """Whether name or title speak of a quiz."""
        return _TITLED.search(self.said) is not None and not self.helps

    @property
    def exam(self) -> bool:
        """Whether they speak of one that is answered by picking."""
        return self.titled and _EXAM.search(self.said) is not None

    @property
    def of_cards(self) -> bool:
        """Whether name or title speak of cards."""
        return _CARDS.search(self.said) is not None and not self.helps

    @property
    def survey(self) -> bool:
        """Whether name or title speak of questions that have no right answers."""
        return _SURVEY.search(self.said) is not None

    @property
    def helps(self) -> bool:
        """Whether name or title are those of a page of help."""
        return _HELP.search(self.said) is not None

    @property
    def read(self) -> bool:
        """Whether anything was read so far."""
        return any(part.items for part in self.parts)

    def dialects(self, names: list[str], hints: Hints, *, needed: bool = True) -> None:
        """Read what is written in the manner of other tools."""
        from quizlint.formats.markdown.dialects.reading import read_dialects

        if not names:
            return
        desk = Desk(self.source.text)
        found = read_dialects(self.left(), self.front, desk, self.shuffle, hints.index_base, names)
        if found is None or (needed and not found.items and not desk.problems):
            return
        self.parts.append(ReadPart(found.items, desk.problems))
        self.hidden += found.spans
        self.habits = self.habits or found.habits

    def left(self) -> Source:
        """The file without what was read."""
        spans = sorted(self.hidden)
        text = blanked(self.text, spans) if spans else self.text
        return self.source if text == self.source.text else Source(self.source.path, text)

    def cards(self) -> None:
        """Read a deck of cards."""
        left = self.left().text
        if not is_deck(left, self.front.end, titled=self.of_cards or self.titled) or self.helps:
            return
        desk = Desk(self.source.text)
        raw, _ = parse(left, self.front.end)
        opaque = [block for block in raw if block.kind in ("code", "html")]
        cards = read_cards(left, self.front.end, len(left), opaque, 0, desk)
        self.parts.append(ReadPart(cards, desk.problems if cards else ()))
        self.hidden += [card.span for card in cards]

    def questions(self, document: Document, native: bool) -> None:
        """Read what Markdown itself makes of the file: headings, lists, lines."""
        left = self.left().text
        desk = Desk(self.source.text)
        raw, _ = parse(left, self.front.end)
        blocks = refine(left, raw)
        if not self.hidden:
            left = self.source.text
        sections = key_sections(left, blocks)
        taken = {at for each in sections for at in range(each.first, each.stop)}
        kept = [block for at, block in enumerate(blocks) if at not in taken]
        self.entries, self.title = entries_of(left, kept)
        maker = Maker(left, desk, native, self.shuffle)
        maker.sheet = document.kind == "cheat-sheet"
        maker.survey = self.survey
        maker.titled = self.titled and not self.of_cards
        maker.exam = self.exam and not self.of_cards
        maker.opaque = [block for block in raw if block.kind in ("code", "html")]
        maker.usual = _usual(left, self.entries)
        front = self.front_question(maker)
        waiting = list(sections)
        first = 0
        for entry in [] if front else self.entries:
            at = entry.heading.start if entry.heading is not None else 0
            while waiting and waiting[0].start < at:
                maker.supply(waiting.pop(0), first)
                first = len(maker.items)
            maker.entry(entry)
        for section in waiting:
            maker.supply(section, first)
        if self.of_cards:  # their answers in words are the backs of cards
            maker.strength.typed = 0
        convincing = native or maker.strength.is_quiz(titled=self.titled, exam=self.exam)
        convincing = convincing or (self.exam and bool(sections))
        if not (convincing or front) or not (maker.items or desk.problems or native):
            return
        if not native:
            self._note_empty(maker, desk)
        self.parts.append(ReadPart(maker.items, desk.problems))
        self.hidden += [item.span for item in maker.items]
        self.hidden += [
            Span(blocks[each.first].start, blocks[each.stop - 1].end) for each in sections
        ]

    def front_question(self, maker: Maker) -> bool:
        """Read the one question whose stem stands in the front matter, if that is so."""
        return not maker.native and self.front.asks and maker.of_front(self.front, self.entries)

    def unread(self, *, headings: bool = False) -> list[Look]:
        """What looks like questions and was not read."""
        text = self.left().text
        if not looks(text, self.front.end, headings=headings):
            return []  # so that code need not be told from words
        raw, _ = parse(text, self.front.end)
        opaque = [Span(each.start, each.end) for each in _deep(raw) if each.kind == "code"]
        opaque += comments_in(text, self.front.end, len(text))
        return looks(blanked(text, sorted(opaque)), self.front.end, headings=headings)

    def first_heading(self) -> Text | None:
        """The first heading of the highest level, as the title of a file that has none."""
        match = _FIRST.search(self.source.text, self.front.end)
        if match is None:
            return None
        start, said = match.start("title"), match["title"].rstrip(" \t#")
        return Text(said, Span(start, start + len(said)), self.source.text)

    def _note_empty(self, maker: Maker, desk: Desk) -> None:
        """Note headings like `Q7. Which?` of a quiz under which there are no options."""
        starts = {item.span.start for item in maker.items}
        for entry in self.entries:
            heading = entry.heading
            if heading is None or entry.section or entry.loose or heading.start in starts:
                continue
            where = Span(*heading_range(maker.text, heading))
            alike = heading.level in maker.usual and marks.NUMBER.match(maker.text, *where)
            if not (alike or is_question_number(maker.text, heading)):
                continue
            if any(block.kind in _TOLD for block in entry.blocks) or not (
                alike or all(_empty(maker.text, block) for block in entry.blocks)
            ):
                continue
            desk.note(MissingField(where, "options"))


_TOLD = frozenset({"label", "letters", "heading"})


def _empty(text: str, block: Block) -> bool:
    return block.kind in APART or (block.kind == "paragraph" and is_picture(text, block))


def _usual(text: str, entries: list[Entry]) -> frozenset[int]:
    """The levels of headings most of which have options under them."""
    total: dict[int, int] = {}
    offering: dict[int, int] = {}
    for entry in entries:
        if entry.heading is None or entry.loose:
            continue
        level = entry.heading.level
        total[level] = total.get(level, 0) + 1
        if groups_in(text, entry.blocks):
            offering[level] = offering.get(level, 0) + 1
    return frozenset(at for at, count in offering.items() if count >= total[at] * _ENOUGH)


def _deep(blocks: list[Block]) -> list[Block]:
    """Blocks with all that is in them."""
    found: list[Block] = []
    stack = list(reversed(blocks))
    while stack:
        block = stack.pop()
        found.append(block)
        stack += reversed(block.children)
    return found
