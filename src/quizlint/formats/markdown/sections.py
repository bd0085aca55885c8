"""From blocks to entries: what stands under which heading, and in which section."""

import re
from dataclasses import dataclass, field

from quizlint.formats.markdown import marks
from quizlint.formats.markdown.blocks import Block
from quizlint.formats.markdown.stems import heading_range

_SECTIONS = {
    "cards": "cards",
    "flashcards": "cards",
    "flash cards": "cards",
    "key terms": "cards",
    "questions": "questions",
    "quiz": "questions",
    "quiz questions": "questions",
    "check yourself": "questions",
    "prompts": "prompts",
    "open questions": "prompts",
}
_DECORATION = re.compile(r"[*_`:#]|\{[^}]*\}|[^\w\s]")
_HEADING = re.compile(r"^[ ]{0,3}\#{1,6}[ \t]+(?P<words>[^\r\n]*)", re.MULTILINE)
_CARD_LINE = re.compile(r"[QAC]:\s")


@dataclass(slots=True)
class Entry:
    """A heading and the blocks under it; `section` is cards, questions, prompts or nothing.

    `loose` where the heading is the section's own, so that it is part of no item.
    """

    heading: Block | None
    section: str = ""
    loose: bool = False
    blocks: list[Block] = field(default_factory=list)


def entries_of(text: str, blocks: list[Block]) -> tuple[list[Entry], Block | None]:
    """The entries of a file in order, and the heading that is its title.

    In a section, headings below an entry's own are part of the entry; a heading with nothing but
    headings under it groups entries.
    """
    entry = Entry(None)
    entries = [entry]
    title: Block | None = None
    section, section_level, entry_level = "", 0, 0
    for index, block in enumerate(blocks):
        if block.kind != "heading":
            entry.blocks.append(block)
            continue
        if _CARD_LINE.match(text, block.start):  # an answer with a ruler right under it
            entry.blocks.append(Block("paragraph", block.start, heading_range(text, block)[1]))
            continue
        if block.level == 1 and title is None and len(entries) == 1:
            title = block
            entry = Entry(block, section, loose=True)
            entries.append(entry)
            continue
        named = section_name(text, block)
        if section and block.level <= section_level:
            section = ""
        if named and not section:
            section, section_level, entry_level = named, block.level, 0
            entry = Entry(block, section, loose=True)
            entries.append(entry)
            continue
        if section:
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            groups = (
                following is not None
                and following.kind == "heading"
                and (following.level > block.level)
            )
            if entry_level and block.level > entry_level and not groups:
                entry.blocks.append(block)
                continue
            entry_level = 0 if groups else block.level
            entry = Entry(block, section, loose=groups)
        else:
            entry = Entry(block)
        entries.append(entry)
    return _joined(text, entries), title


def _joined(text: str, entries: list[Entry]) -> list[Entry]:
    """The entries; headings within a question that is numbered `Q7` are part of it.

    Such a heading stands between the number and the options, is no higher and has no number.
    """
    kept: list[Entry] = []
    for entry in entries:
        last = kept[-1] if kept else None
        heading = entry.heading
        if (
            last is not None
            and heading is not None
            and last.heading is not None
            and heading.level >= last.heading.level
            and is_question_number(text, last.heading)
            and not marks.NUMBER.match(text, *heading_range(text, heading))
            and not (entry.section or last.section or entry.loose)
            and not any(block.kind in ("list", "letters", "label") for block in last.blocks)
        ):
            last.blocks.append(Block("paragraph", heading.start, heading.end))
            last.blocks += entry.blocks
        else:
            kept.append(entry)
    return kept


def is_question_number(text: str, heading: Block) -> bool:
    """Whether a heading begins with a number like `Q7` or `Frage 7`."""
    match = marks.NUMBER.match(text, *heading_range(text, heading))
    return match is not None and match["number"][0].isalpha()


def section_names(text: str, begin: int) -> frozenset[str]:
    """Which sections of a native file the headings of a text begin."""
    found = set()
    for match in _HEADING.finditer(text, begin):
        found.add(_section(match["words"]))
    return frozenset(found - {""})


def section_name(text: str, heading: Block) -> str:
    """Which section a heading begins, if any."""
    return _section(text[slice(*heading_range(text, heading))])


def _section(words: str) -> str:
    if len(words) > 40:
        return ""
    name = " ".join(_DECORATION.sub(" ", words).lower().split())
    return _SECTIONS.get(name, "")
