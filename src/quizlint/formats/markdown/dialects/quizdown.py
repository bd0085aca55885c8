"""quizdown: in a block, each heading is a question; a quote above the options is a hint.

Options with bullets may have several right ones. A numbered list without checkboxes is to be put
into the order in which it is written.
"""

import re
from collections.abc import Sequence

from quizlint.content import Interaction, Key, KeyState, Option
from quizlint.formats.markdown.blocks import Block, parse
from quizlint.formats.markdown.dialects.make import add_choice, shown
from quizlint.formats.markdown.dialects.page import Job, Page
from quizlint.formats.markdown.groups import group_from, groups_in, options_of
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.pieces import blanked
from quizlint.formats.markdown.refine import refine
from quizlint.formats.markdown.sections import Entry, entries_of
from quizlint.formats.markdown.stems import stem_of
from quizlint.text import Span

FENCE = re.compile(r"\{?=?\.?quizdown\b|:?quizdown\b", re.IGNORECASE)
_DIV = re.compile(
    r"<div\b[^<>]{0,200}\bclass=[\"'][^\"'<>]{0,80}\bquizdown\b[^<>]{0,200}>", re.IGNORECASE
)
_HEADER = re.compile(
    r"^---[ \t]*\r?\n(?P<fields>(?:[ \t]*\r?\n|[ \t]*[A-Za-z_]{2,30}:[^\r\n]*\r?\n){1,20})"
    r"---[ \t]*\r?$",
    re.MULTILINE,
)
_SHUFFLE = re.compile(r"^[ \t]*shuffle_?answers:[ \t]*(true|false)", re.IGNORECASE | re.MULTILINE)


def find(page: Page) -> list[Job]:
    """The blocks of a file."""
    text = page.text
    jobs: list[Job] = []
    for fence in page.fences:
        if FENCE.match(fence.info) or (is_quiz_fence(fence.info) and page.is_boxed(fence)):
            jobs.append((fence.start, fence.end, _Block(text, fence.body, fence.stop).make))
    for match in _DIV.finditer(page.bare):
        if jobs and jobs[-1][1] == len(text):
            break
        close = text.find("</div>", match.end())
        end = len(text) if close < 0 else close
        jobs.append((match.start(), end, _Block(text, match.end(), end).make))
    return jobs


def is_quiz_fence(info: str) -> bool:
    """Whether the words behind a fence's marks say that a quiz is in it."""
    words = info.lower().strip("{}").replace(",", " ").split()
    return words[:1] in (["quiz"], [".quiz"], ["=quiz"]) or words[:2] == ["yaml", "quiz"]


class _Block:
    """One block."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end

    def make(self, maker: Maker) -> None:
        text = self.text
        headers = [
            header
            for header in _HEADER.finditer(text, self.start, self.end)
            if _may_have_header(text[self.start : header.start()])
        ]
        shuffle, shown_as = maker.shuffle, text
        if headers:
            said = _SHUFFLE.search(headers[0]["fields"])
            shuffle = shuffle if said is None else said[1].lower() == "true"
            shown_as = blanked(text, [header.span() for header in headers])
        blocks, _ = parse(shown_as, self.start, self.end)
        apart = [Block("comment", *header.span()) for header in headers]
        blocks = sorted(refine(text, blocks) + apart, key=lambda block: block.start)
        entries, _ = entries_of(text, blocks)
        inner = Maker(text, maker.desk, True, shuffle, maker.items, counts=maker.counts)
        for entry in entries:
            self._entry(inner, entry)

    def _entry(self, maker: Maker, entry: Entry) -> None:
        entry.loose = False
        entry.section = "questions"
        groups = groups_in(maker.text, entry.blocks)
        if groups:
            _set_hints_apart(entry.blocks[: groups[0].first])
            maker.questions(entry, groups)
            return
        lists = [at for at, block in enumerate(entry.blocks) if block.kind == "list"]
        if not lists or entry.heading is None:
            return
        listed = entry.blocks[lists[-1]]
        if not maker.text[listed.start].isdigit() or len(listed.children) < 2:
            return
        lead = entry.blocks[: lists[-1]]
        _set_hints_apart(lead)
        self._order(maker, entry.heading, lead, lists[-1], listed)

    def _order(
        self, maker: Maker, heading: Block, lead: list[Block], index: int, listed: Block
    ) -> None:
        stem = stem_of(maker.text, heading, lead)
        options: list[Option] = options_of(maker.text, group_from(index, listed, False))
        order = tuple(range(len(options)))
        span = Span(options[0].span.start, options[-1].span.end)
        add_choice(
            maker,
            Span(heading.start, listed.end),
            shown(stem.text(maker.text), Span(heading.start, heading.end)),
            options,
            Key(KeyState.PRESENT, order, (), "answer", span),
            number=stem.number,
            interaction=Interaction.ORDER,
        )


def _may_have_header(before: str) -> bool:
    """Whether a header of YAML may follow: it begins the block or stands under a heading."""
    words = before.rstrip()
    return not words or words[words.rfind("\n") + 1 :].startswith("#")


def _set_hints_apart(blocks: Sequence[Block]) -> None:
    for block in blocks:
        if block.kind == "quote":
            block.kind = "comment"
