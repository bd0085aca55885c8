"""Runestone: `mchoice` and `fillintheblank` directives in reStructuredText."""

import re
from collections.abc import Iterator

from quizlint.content import Document, Interaction, Option, Question, Reading
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.written import Answer
from quizlint.text import Source, Span, Text

name = "runestone"

NOT_A_QUIZ = "it is reStructuredText without a directive `.. mchoice::`"

_DIRECTIVE = re.compile(
    r"^(?P<indent>[ \t]*)\.\.[ \t]+mchoice::[ \t]*(?P<id>[^\r\n]*)", re.MULTILINE
)
_FIELD = re.compile(r"[ \t]+:(?P<name>\w+):[ \t]*(?P<said>[^\r\n]*)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_COMMENT = re.compile(r"^[ \t]*\.\.[ \t]+quizlint:[^\r\n]*", re.MULTILINE)
_NEITHER = re.compile(r"[ \t]*,[ \t]*")


def sniff(name: str, head: str) -> float:
    """By its suffix, and the directive."""
    return 0.9 if name.lower().endswith((".rst", ".ptx.rst")) and "mchoice::" in head else 0.0


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every multiple choice question."""
    desk = Desk(source.text)
    found = [
        _question(match, f"questions[{index}]", desk)
        for index, match in enumerate(_DIRECTIVE.finditer(source.text))
    ]
    if not found:
        return Reading(skipped=NOT_A_QUIZ)
    span = Span(found[0].span.start, found[-1].span.end)
    comments = tuple(Span(*match.span()) for match in _COMMENT.finditer(source.text))
    return Reading((Document(tuple(found), span),), tuple(desk.problems), comments)


def _question(match: re.Match[str], route: str, desk: Desk) -> Question:
    source = desk.source
    fields: dict[str, Text] = {}
    stem: tuple[int, int] | None = None
    end = match.end()
    for line in _lines(source, match):
        field = _FIELD.fullmatch(source, line.start, line.end)
        if field is not None and stem is None:
            said = field["said"].rstrip()
            start = field.start("said")
            fields[field["name"]] = Text(said, Span(start, start + len(said)), source)
        elif source[line.start : line.end].strip():
            begin = (
                line.start
                + len(source[line.start : line.end])
                - len(source[line.start : line.end].lstrip())
            )
            stem = (begin if stem is None else stem[0], line.end)
        else:
            continue
        end = line.end
    drafted = Drafted(Span(match.start(), end), None, None, route)
    if match["id"].strip():
        drafted.id = Text(match["id"].strip(), Span(*match.span("id")), source)
    if stem is None:
        desk.missing(drafted.span, "stem", "question", route)
    else:
        drafted.stem = Text(source[slice(*stem)].rstrip(), Span(*stem), source)
    for sign in "abcdefghij":
        offered = fields.get(f"answer_{sign}")
        if offered:
            told = fields.get(f"feedback_{sign}")
            drafted.options.append(Option(offered, offered.span, feedback=told or None))
    right = fields.get("correct")
    if right:
        drafted.answers = [Answer(part, lists=False, words=False) for part in _parts(right)]
        drafted.answered = right.span
    several = "multiple_answers" in fields or len(drafted.answers) > 1
    drafted.interaction = Interaction.MULTIPLE if several else Interaction.CHOICE
    drafted.shuffle = "random" in fields
    return finish(drafted, desk)


def _parts(right: Text) -> Iterator[Text]:
    at = 0
    for comma in (*_NEITHER.finditer(right.value), None):
        stop = len(right.value) if comma is None else comma.start()
        if stop > at:
            yield right.slice(at, stop)
        at = stop if comma is None else comma.end()


def _lines(source: str, match: re.Match[str]) -> Iterator[Span]:
    """The lines of a directive: those below it that are indented more, and empty ones."""
    line = _LINE.match(source, match.end())
    at = match.end() if line is None else line.end()
    deep = len(match["indent"].expandtabs())
    while at < len(source) and (line := _LINE.match(source, at)) is not None:
        words = line[0].rstrip("\r\n")
        indent = len(words.expandtabs()) - len(words.expandtabs().lstrip())
        if words.strip() and indent <= deep:
            return
        yield Span(at, at + len(words))
        at = line.end()
