"""Markdown: native sheets and quizzes, checkbox lists, lettered options with answers, flashcards.

A file is native when its name ends in `.quiz.md` or `.sheet.md`, or its front matter has a `kind`.
In any other file only what is plainly a quiz is read, and the rest is left alone.
"""

import re
from dataclasses import replace

from quizlint.content import Document, Item, ProblemKind, Question, Reading
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.data.aliases import Part
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.finish import EXCUSED, nothing
from quizlint.formats.markdown.blocks import APART, Block, parse
from quizlint.formats.markdown.dialects import LAST_RESORTS, SIGNS, signs_in
from quizlint.formats.markdown.flashcards import is_deck, read_cards
from quizlint.formats.markdown.frontmatter import (
    FrontMatter,
    foreign_fields,
    front_matter,
    native_document,
)
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.refine import refine
from quizlint.formats.markdown.sections import (
    Entry,
    entries_of,
    is_question_number,
    section_name,
)
from quizlint.formats.markdown.stems import heading_range
from quizlint.formats.markdown.stray import healed, note_strays, stray_fences
from quizlint.text import Source, Span, Text

name = "markdown"
suffixes = (".md", ".markdown", ".mdx", ".qmd", ".rmd")

_NATIVE_NAME = re.compile(r"\.(?P<kind>quiz|sheet)\.(?:md|markdown)$", re.IGNORECASE)
_PROMISING = re.compile(
    r"^[ \t>]*(?:[-*+]|\d+[.)])[ \t]*\[[ xX]?\]|\banswers?\b(?:[ \t*_]*[:：]| is |</)|^[QC]:\s"
    r"|^(?:question|answers|options|choices)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_OTHER_TOOL = re.compile(r"^exsolution:", re.MULTILINE)
_TITLE = re.compile(r"^#[ \t]+(?P<title>\S[^\r\n]*)", re.MULTILINE)
_SECTION_LIKE = re.compile(r"^#{1,3}[ \t]+(?:flash ?)?cards\b", re.IGNORECASE | re.MULTILINE)

NO_ITEMS = "there is no heading with options, a card's body, or a hint under it"
NOT_A_QUIZ = "it is Markdown without a quiz: no list of checkboxes answers a question"
ANOTHER_TOOL = "its quizzes are written for another tool, whose Markdown is not read yet"


def sniff(name: str, head: str) -> float:
    """By its suffix; without one, by front matter or checkboxes at the beginning."""
    lower = name.lower()
    if _NATIVE_NAME.search(lower):
        return 1.0
    if lower.endswith(suffixes):
        return 0.5
    if "." in lower.rpartition("/")[2]:
        return 0.0
    titled = head.startswith("---") or head.lstrip().startswith("#")
    return 0.4 if titled and _PROMISING.search(head) else 0.0


def read(source: Source, _files: Files, hints: Hints = NO_HINTS) -> Reading:
    """Everything in the file. Markdown has no syntax errors: there is always a reading."""
    text = source.text
    named = _NATIVE_NAME.search(source.path)
    front = front_matter(source)
    kind = front.kind or (_kind_of_name(named["kind"]) if named is not None else None)
    if kind is None:
        reading = _of_dialects(source, front, hints, SIGNS)
        if reading is not None:
            return reading
        if not _PROMISING.search(text):
            reading = _of_dialects(source, front, hints, LAST_RESORTS)
            return reading or Reading(skipped=NOT_A_QUIZ)
        if _OTHER_TOOL.search(text):
            return Reading(skipped=ANOTHER_TOOL)
        if front.has(Part.OPTIONS):
            return _front_only(front, source, hints)
    desk = Desk(text)
    strays = stray_fences(text, front.end)
    raw, comments = parse(healed(text, strays) if strays else text, front.end)
    opaque = [block for block in raw if block.kind in ("code", "html")]
    blocks = refine(text, raw)
    entries, title = entries_of(text, blocks)
    native = kind is not None or _has_sections(text, blocks)
    if kind is None:
        kind = "quiz"
        if native and _SECTION_LIKE.search(text):
            kind = "cheat-sheet"
    document = native_document(front, kind, desk) if native else _foreign(front, text)
    maker = Maker(text, desk, native, _shuffle(front))
    maker.sheet = document.kind == "cheat-sheet"
    maker.opaque = opaque
    items = _items(maker, source, front, entries, opaque)
    if not native and not maker.strength.is_quiz and not (items and _all_cards(items)):
        reading = _of_dialects(source, front, hints, LAST_RESORTS)
        return reading or Reading(skipped=NOT_A_QUIZ)
    if document.title is None and title is not None:
        start, end = heading_range(text, title)
        document = replace(document, title=Text(text[start:end], Span(start, end), text))
    document = replace(document, items=document.items + tuple(items), span=Span(0, len(text)))
    if not native and _all_cards(items):
        document = replace(document, kind="cheat-sheet")
    note_strays(strays, desk)
    if not native:
        _note_empty(text, entries, desk)
    problems = front.tree.problems + tuple(desk.problems)
    if not document.items and not any(each.kind in EXCUSED for each in problems):
        problems += (nothing(text, NO_ITEMS),)
    return Reading((document,), problems, tuple(front.tree.comments) + tuple(comments))


def _of_dialects(
    source: Source, front: FrontMatter, hints: Hints, signs: dict[str, str]
) -> Reading | None:
    """What the file holds in the manner of other tools, or None where that is nothing."""
    names = signs_in(source.text, signs)
    if not names:
        return None
    from quizlint.formats.markdown.dialects.reading import read_dialects

    desk = Desk(source.text)
    found = read_dialects(source, front, desk, _shuffle(front), hints.index_base, names)
    if found is None:
        return None
    items, comments, habits = found
    document = replace(_foreign(front, source.text), items=tuple(items))
    title = _TITLE.search(source.text, front.end) if document.title is None else None
    if title is not None:
        start, said = title.start("title"), title["title"].rstrip(" \t#")
        words = Text(said, Span(start, start + len(said)), source.text)
        document = replace(document, title=words)
    if _all_cards(items):
        document = replace(document, kind="cheat-sheet")
    return Reading(
        documents=(document,),
        problems=front.tree.problems + tuple(desk.problems),
        comments=tuple(front.tree.comments) + tuple(comments),
        index_base=None if habits is None else habits.proof,
        index_base_open=habits is not None and habits.open,
    )


def _note_empty(text: str, entries: list[Entry], desk: Desk) -> None:
    """Note headings like `Q7. Which?` of a quiz under which nothing stands at all."""
    for entry in entries:
        heading = entry.heading
        if heading is None or entry.section or any(b.kind not in APART for b in entry.blocks):
            continue
        if is_question_number(text, heading):
            data = {"field": "options", "owner": "question"}
            desk.note(ProblemKind.MISSING_FIELD, Span(*heading_range(text, heading)), "", **data)


def _foreign(front: FrontMatter, text: str) -> Document:
    """An empty quiz with what the front matter says of it."""
    fields = foreign_fields(front, text)
    return Document(
        items=(),
        span=Span(0, len(text)),
        title=fields.get("title"),
        topic=fields.get("topic"),
        minutes=fields.get("minutes"),
        language=fields.get("language"),
        audience=fields.get("audience"),
    )


def _items(
    maker: Maker, source: Source, front: FrontMatter, entries: list[Entry], opaque: list[Block]
) -> list[Item]:
    text = source.text
    sections = any(entry.section for entry in entries)
    if not sections and is_deck(text, front.end) and "faq" not in source.path.lower():
        maker.items += read_cards(text, front.end, len(text), opaque, 0, maker.desk)
        if maker.items:
            return maker.items
    stem = front.scalar(Part.STEM, text) if not maker.native and front.has(Part.STEM) else None
    if stem is not None and _asks_in_front(front):
        parts = {"id": Part.ID, "difficulty": Part.DIFFICULTY, "rationale": Part.RATIONALE}
        found = {name: front.scalar(part, text) for name, part in parts.items()}
        maker.front_question(
            stem, entries, {name: value for name, value in found.items() if value is not None}
        )
        return maker.items
    for entry in entries:
        maker.entry(entry)
    return maker.items


def _kind_of_name(word: str) -> str:
    return "quiz" if word.lower() == "quiz" else "cheat-sheet"


def _asks_in_front(front: FrontMatter) -> bool:
    root = front.root
    return root is not None and any(field.lower() in ("question", "stem", "q") for field in root)


def _front_only(front: FrontMatter, source: Source, hints: Hints) -> Reading:
    """A question whose options stand in the front matter too: plain data."""
    from quizlint.formats.data.reading import read_tree

    assert front.source is not None
    return read_tree(front.tree, source, hints)


def _has_sections(text: str, blocks: list[Block]) -> bool:
    """Whether the headings are those of a native file: two of its three sections."""
    found = {section_name(text, block) for block in blocks if block.kind == "heading"}
    return len(found - {""}) > 1


def _shuffle(front: FrontMatter) -> bool | None:
    node = None if front.root is None else front.root.get("shuffle")
    value = getattr(node, "value", "")
    return {"true": True, "false": False}.get(str(value).lower())


def _all_cards(items: list[Item]) -> bool:
    return bool(items) and not any(isinstance(item, Question) for item in items)
