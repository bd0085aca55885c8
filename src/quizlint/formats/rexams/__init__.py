"""R/exams: exercises in R Markdown or LaTeX, whose programs draw numbers and words.

No program is run. What a program writes is left open, and rules about it keep silent.
"""

import re

from quizlint.content import Document, Reading
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.catalogue import CATALOGUE
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.lines import bears
from quizlint.formats.rexams import rmd, rnw
from quizlint.formats.rexams.exercise import read_exercise
from quizlint.formats.tree.html import html_comments
from quizlint.text import Source, Span, Text

name = "rexams"
suffixes = CATALOGUE[name].suffixes

NOT_REXAMS = "it has no exercise of R/exams"

_QUESTION = re.compile(r"^(?:Question[ \t]*\r?\n={2,}|#{1,2}[ \t]+Question[ \t]*$)", re.M)
_META = re.compile(r"^ex(?:type|solution|name)[ \t]*:", re.M)
_CHUNK = re.compile(r"^```+[ \t]*\{[ \t]*r\b", re.M)
_LATEX = re.compile(r"\\begin\s*\{question\}")
_LATEX_META = re.compile(r"\\ex(?:type|solution|name)\s*\{")

SEEN = 4000
"""Characters of a beginning that is taken for more than a whole file."""


def sniff(name: str, head: str) -> float:
    """By its sections and fields. The program before them may be longer than the beginning."""
    if not bears(name, suffixes):
        return 0.0
    named = name.lower().endswith(suffixes)
    latex = _LATEX.search(head) is not None
    if latex and (named or _LATEX_META.search(head) is not None):
        return 0.9
    meta = _META.search(head) is not None
    if _QUESTION.search(head) is not None:
        return 0.9 if meta else 0.7 * named
    if name.lower().endswith(".rnw"):
        return 0.6
    unseen = len(head) >= SEEN and _CHUNK.search(head) is not None
    return 0.55 if named and unseen else 0.0


def read(source: Source, files: Files, hints: Hints = NO_HINTS) -> Reading:
    """The exercises of a file. R Markdown without any is read as other Markdown is."""
    text = source.text
    if _LATEX.search(text) is not None and _QUESTION.search(text) is None:
        found, comments = rnw.exercises(text)
    else:
        found, comments = rmd.exercises(text), list(html_comments(text))
    found = [each for each in found if each.meta or each.solution is not None]
    if not found:
        if source.path.lower().endswith(".rmd"):
            from quizlint.formats import markdown

            return markdown.read(source, files, hints)
        return Reading(skipped=NOT_REXAMS)
    desk = Desk(text)
    items = [read_exercise(each, f"questions[{at}]", desk) for at, each in enumerate(found)]
    said = found[0].meta
    document = Document(
        items=tuple(items),
        span=Span(items[0].span.start, items[-1].span.end),
        title=_said(text, said.get("extitle")),
        topic=_said(text, said.get("exsection")),
    )
    return Reading((document,), tuple(desk.problems), tuple(comments))


def _said(text: str, span: Span | None) -> Text | None:
    if span is None or "`r " in (words := text[slice(*span)]):
        return None
    start = span.start + len(words) - len(words.lstrip())
    words = words.strip()
    return Text(words, Span(start, start + len(words)), text) if words else None
