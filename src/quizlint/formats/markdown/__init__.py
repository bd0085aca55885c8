"""Markdown: native sheets and quizzes, and quizzes and cards as people write them.

A file is native when its name ends in `.quiz.md` or `.sheet.md`, or its front matter has a `kind`.
In any other file only what is plainly a quiz is read, and the rest is left alone.
"""

import re
from bisect import bisect
from dataclasses import replace

from quizlint.content import Document, Item, Question, Reading
from quizlint.content.causes.nothing import Nothing
from quizlint.content.problems import Syntax, UnreadQuestion
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.catalogue import CATALOGUE
from quizlint.formats.data.aliases import Part
from quizlint.formats.kit.claimed import claimed_kind
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.finish import lost, nothing
from quizlint.formats.kit.lines import bears
from quizlint.formats.markdown import words
from quizlint.formats.markdown.damage import healed
from quizlint.formats.markdown.dialects import LAST_RESORTS, SIGNS, signs_in
from quizlint.formats.markdown.frontmatter import (
    FrontMatter,
    foreign_fields,
    front_matter,
    native_document,
)
from quizlint.formats.markdown.looks import Look, has_question
from quizlint.formats.markdown.merge import merged
from quizlint.formats.markdown.pieces import text_of
from quizlint.formats.markdown.sections import section_names
from quizlint.formats.markdown.stems import heading_range
from quizlint.formats.markdown.whole import Whole
from quizlint.text import Source, Span, Text

name = "markdown"
suffixes = CATALOGUE[name].suffixes

_NATIVE = CATALOGUE[name].native
_PROMISING = re.compile(
    r"^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]*)?(?:\[[^\]\n]?\]|\([ xX]?\)[ \t]|[☐☑☒⬜◯○◉●⚪🔘])"
    r"|^[ \t>]*(?:[-*+][ \t]+)?[*_(\[✓✔✅]{0,3}[Aaа](?:[*_]{0,2}[).:\]、．）]| -)"
    r"|[?:][ \t]+\(?[Aa][).][ \t]"
    rf"|^[*_]{{0,3}}(?:C|F|P|D|В|问|問|{words.QUESTION}|{words.FRONT})[*_]{{0,2}}[ \t]?\d{{0,3}}"
    r"[*_]{0,2}[ \xa0\u202f]?[:.：]"
    r"|^(?:question|answers|options|choices)[ \t]*:|[✓✔✅]"
    rf"|\((?:x|✓|{words.RIGHT})\)"
    rf"|(?<!\w)(?:{words.ANSWER})(?!\w)[ \t*_\xa0\u202f]*[:：]|答案|正解|정답|\banswer is ",
    re.IGNORECASE | re.MULTILINE,
)
_OTHER_TOOL = re.compile(r"^exsolution:", re.MULTILINE)
_SECTION_LIKE = re.compile(r"^#{1,3}[ \t]+(?:flash ?)?cards\b", re.IGNORECASE | re.MULTILINE)
NOT_A_QUIZ = "it is Markdown without a quiz: no question with options and a key was found"
BESIDE = "answers stand beside questions: a title that speaks of a quiz makes cards of them"
ANOTHER_TOOL = "its quizzes are written for another tool, whose Markdown is not read yet"
_SIGN = re.compile(r"[✓✔✅☑√]")
_PLAINLY = 2
"""Lettered options under lines that ask from which on a file is a quiz that lost its keys."""

_PAIRS = 3
"""Lines with a question and its answer from which on a file looks like a quiz."""

_NEAREST = 60
"""Characters of the line that came nearest to a question."""


def sniff(name: str, head: str) -> float:
    """By its suffix; without one, by front matter or checkboxes; text by one whole question."""
    lower = name.lower()
    if _of_old_mac(head):
        head = head.replace("\r", "\n")
    if _kind_of_name(lower) is not None:
        return 1.0
    if lower.endswith(".txt"):  # which others have too
        return 0.3 if has_question(head) else 0.0
    if lower.endswith(suffixes):
        return 0.5
    if not bears(lower, ()):
        return 0.0
    titled = head.startswith("---") or head.lstrip().startswith("#")
    return 0.4 if (titled and _PROMISING.search(head)) or has_question(head) else 0.0


def read(source: Source, _files: Files, hints: Hints = NO_HINTS) -> Reading:
    """Everything in the file. Markdown has no syntax errors: there is always a reading."""
    if _of_old_mac(source.text):
        source = replace(source, text=source.text.replace("\r", "\n"))
    text = source.text
    front = front_matter(source)
    kind = front.kind or hints.kind or _kind_of_name(source.path)
    claimed = kind is not None
    whole = Whole(source, front, healed(text, front.end), _shuffle(front))
    desk = Desk(text)
    signs = {name: sign for name, sign in SIGNS.items() if not claimed or name != "obsidian"}
    whole.dialects(signs_in(text, signs), hints)
    offers = front.has(Part.OPTIONS) or front.holds_options
    if not claimed and not whole.read and offers and _PROMISING.search(text):
        return _front_only(front, source, hints)
    native = claimed or len(section_names(text, front.end)) > 1
    if kind is None:
        kind = "cheat-sheet" if native and _SECTION_LIKE.search(text) else "quiz"
    document = native_document(front, kind, desk) if native else _foreign(front, text)
    if native or _PROMISING.search(text) or whole.titled or whole.of_cards:
        if not claimed and not whole.read and _OTHER_TOOL.search(text):
            return Reading(skipped=ANOTHER_TOOL)
        if not native:
            whole.cards()
        whole.questions(document, native)
    if not whole.read:
        whole.dialects(signs_in(text, LAST_RESORTS), hints, needed=False)
    if not whole.parts and not native:
        return _skipped(whole)
    return _finished(whole, document, desk, claimed)


def _of_old_mac(text: str) -> bool:
    """Whether lines end in a carriage return alone, which patterns know for no end of a line."""
    return "\r" in text and "\n" not in text


def _finished(whole: Whole, document: Document, desk: Desk, claimed: bool) -> Reading:
    """The reading of a file in which something was read, or should have been."""
    text, front = whole.source.text, whole.front
    items, problems = merged(whole.parts)
    if document.title is None and (title := _title(whole)) is not None:
        document = replace(document, title=title)
    document = replace(document, items=document.items + tuple(items), span=Span(0, len(text)))
    if not document.native and _all_cards(items):
        document = replace(document, kind="cheat-sheet")
    whole.damage.note(desk)
    told = sorted(each.span.start for each in (*problems, *desk.problems))
    broken = [each.span.end for each in (*problems, *desk.problems) if isinstance(each, Syntax)]
    left = whole.unread(headings=claimed and document.kind == "quiz")
    for look in left if claimed or items else ():
        if any(end <= look.start and not text[end : look.start].strip() for end in broken):
            continue  # it is lost over that
        if look.shape == "stem" and bisect(told, look.end - 1) > bisect(told, look.start - 1):
            continue
        _note_unread([look], desk, claimed=claimed)
    found = (*front.tree.problems, *problems, *desk.problems)
    if not document.items:
        if not lost(found) and not any(isinstance(each, Syntax) for each in found):
            found += (nothing(text, Nothing.NO_HEADING.of()),)
        return Reading((document,), found, _comments(whole), seen=lost(found))
    habits = whole.habits
    return Reading(
        documents=(document,),
        problems=found,
        comments=_comments(whole),
        index_base=None if habits is None else habits.proof,
        index_base_open=habits is not None and habits.open,
        seen=len(document.items) + lost(found),
    )


def _note_unread(looks: list[Look], desk: Desk, *, claimed: bool) -> None:
    for look in looks:
        desk.note(UnreadQuestion(look.span, look.shape, claimed))


def _comments(whole: Whole) -> tuple[Span, ...]:
    return (*whole.front.tree.comments, *whole.comments)


def _title(whole: Whole) -> Text | None:
    """The heading that is the file's title."""
    if whole.title is not None:
        return text_of(whole.source.text, [heading_range(whole.source.text, whole.title)])
    return whole.first_heading()


def _skipped(whole: Whole) -> Reading:
    """A file in which nothing was read, and what in it came nearest to a question."""
    left = (
        []
        if whole.helps
        else [look for look in whole.unread() if look.sure or (look.shape == "stem" and whole.exam)]
    )
    if not left:
        return _answered(whole)
    if sum(look.sure for look in left) >= _PLAINLY:
        desk = Desk(whole.source.text)
        keyless = [
            each._replace(shape="keyless")
            if each.sure and not _SIGN.search(whole.source.text, each.start, each.end)
            else each
            for each in left
        ]
        _note_unread(keyless, desk, claimed=False)
        return Reading(problems=tuple(desk.problems), comments=_comments(whole), seen=len(left))
    text, look = whole.source.text, left[0]
    line = whole.source.position(look.span.start).line
    words = text[slice(*look.span)][:_NEAREST].strip()
    why = f"{NOT_A_QUIZ}; line {line} comes nearest: {words!r}"
    return Reading(skipped=why, seen=len(left))


def _answered(whole: Whole) -> Reading:
    """A file in which nothing was read; lines that ask and answer may be cards all the same."""
    from quizlint.formats.markdown.dialects.beside import answered

    text = whole.text
    lines = [] if whole.helps else answered(text, whole.front.end)
    if len(lines) < _PAIRS:
        return Reading(skipped=NOT_A_QUIZ)
    line = text.count("\n", 0, lines[0].start()) + 1
    why = f"{NOT_A_QUIZ}; from line {line} on, {BESIDE}"
    return Reading(skipped=why, seen=len(lines))


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


def _kind_of_name(name: str) -> str | None:
    """The kind of document that a name of native Markdown promises."""
    return claimed_kind(name) if name.lower().endswith(_NATIVE) else None


def _front_only(front: FrontMatter, source: Source, hints: Hints) -> Reading:
    """A question whose options stand in the front matter: plain data, the body being its stem."""
    from quizlint.formats.data.reading import read_tree

    assert front.source is not None
    reading = read_tree(front.tree, source, hints)
    body = text_of(source.text, [(front.end, len(source.text))])
    documents = reading.documents
    if not body or len(documents) != 1 or len(documents[0].items) != 1 or front.asks:
        return reading
    (item,) = documents[0].items
    if isinstance(item, Question):  # what the front matter has is its title
        item = replace(item, stem=body, span=Span(item.span.start, body.span.end))
        documents = (replace(documents[0], items=(item,)),)
    return reading._replace(documents=documents)


def _shuffle(front: FrontMatter) -> bool | None:
    node = None if front.root is None else front.root.get("shuffle")
    value = getattr(node, "value", "")
    return {"true": True, "false": False}.get(str(value).lower())


def _all_cards(items: list[Item]) -> bool:
    return bool(items) and not any(isinstance(item, Question) for item in items)
