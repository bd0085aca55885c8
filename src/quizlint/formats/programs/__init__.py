"""Quizzes that are kept as data in programs: JavaScript, TypeScript and Python."""

from typing import TYPE_CHECKING

from quizlint.content import Reading
from quizlint.content.problems import UnreadQuestion
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.catalogue import CATALOGUE
from quizlint.formats.data.reading import read_tree
from quizlint.formats.json import FIRST
from quizlint.formats.kit.claimed import claimed_kind
from quizlint.formats.kit.finish import has_items
from quizlint.formats.programs.looks import could_hold_quiz
from quizlint.text import Source, Span
from quizlint.text.patterns import lazy

if TYPE_CHECKING:  # the parsers are loaded when there is something to parse
    from quizlint.formats.programs.reader import Reader

name = "programs"
suffixes = CATALOGUE[name].suffixes

NO_QUESTION = "no question stands in this program with its options beside it"

_BEGINS = lazy(
    r"(?:export\s+(?:default\b|(?:const|let|var)\s)|module\.exports\s*=|(?:const|let|var)\s+\w+"
    r"[^=\n]*=\s*[\[{]|\w+(?:\s*:[^=\n]+)?\s*=\s*[\[{(]\s*$)",
    8,
)


def sniff(name: str, head: str) -> float:
    """Sure by the name; else by a line that declares a list, and a question in it."""
    if name.lower().endswith(suffixes):
        return 1.0
    begins = head[:1] not in "[{" and _BEGINS.search(head) is not None
    return 0.3 if begins and could_hold_quiz(head) else 0.0


def read(source: Source, _files: Files, hints: Hints = NO_HINTS) -> Reading:
    """Every question that is written down in a program. It is parsed, and never run."""
    if not could_hold_quiz(source.text):
        return Reading(skipped=NO_QUESTION)
    from quizlint.formats.programs.parallel import joined
    from quizlint.formats.programs.parsing import language_of, parse

    parsed = parse(source.text, language_of(source.path, source.text))
    reader = _reader(parsed.language)(parsed, source.text)
    tree = joined(reader.read(), source.text)
    whole = read_tree(tree, source, hints, base=FIRST)
    claimed = hints.kind is not None or claimed_kind(source.path) is not None
    return _told(whole, reader.unread, claimed=claimed)


def _reader(language: str) -> "type[Reader]":
    """The reader of a language. It is loaded when a file in it is first read."""
    from quizlint.formats.programs.parsing import PYTHON

    if language == PYTHON:
        from quizlint.formats.programs.python import PythonReader

        return PythonReader
    from quizlint.formats.programs.scripts import ScriptReader

    return ScriptReader


def _told(
    reading: Reading, unread: list[tuple[Span, tuple[str, ...]]], *, claimed: bool
) -> Reading:
    """A reading with the questions of which a part is computed, told once for each such part."""
    alike: dict[tuple[str, ...], list[Span]] = {}
    for span, fields in unread:
        alike.setdefault(fields, []).append(span)
    found = tuple(
        UnreadQuestion(min(spans), "computed", claimed, len(spans), fields)
        for fields, spans in alike.items()
    )
    if not has_items(reading.documents):
        return reading._replace(seen=max(reading.seen, len(unread)))
    return reading._replace(problems=(*reading.problems, *found))
