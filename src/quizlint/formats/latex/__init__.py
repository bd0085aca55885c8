"""LaTeX: the exam class, automultiplechoice (AMC), and the moodle package.

LaTeX is not run. What stands in comments is not there; commands inside texts stay as they are.
"""

import re
from collections.abc import Iterator

from quizlint.content import Document, Item, Reading
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.kit.desk import Desk
from quizlint.formats.latex import amc, exam, moodle
from quizlint.formats.latex.page import Page
from quizlint.text import Source, Span, Text

name = "latex"

NOT_A_QUIZ = "it is LaTeX without a question of the exam class, of automultiplechoice or of moodle"

_TITLE = re.compile(r"\\title\{(?P<title>[^{}]{1,200})\}")


def sniff(name: str, head: str) -> float:
    """By its suffix; most files of it are no quizzes."""
    return 0.5 if name.lower().endswith(".tex") and "\\" in head else 0.0


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every question and task, in the order written."""
    page = Page(source.text)
    desk = Desk(source.text)
    items = sorted(_items(page, desk), key=lambda item: item.span.start)
    comments = tuple(page.remarks())
    if not items:
        if desk.problems:
            return Reading(problems=tuple(desk.problems), comments=comments)
        return Reading(skipped=NOT_A_QUIZ)
    title = _TITLE.search(page.text)
    named = None if title is None else Text(title["title"], Span(*title.span("title")), source.text)
    span = Span(items[0].span.start, items[-1].span.end)
    return Reading((Document(tuple(items), span, title=named),), tuple(desk.problems), comments)


def _items(page: Page, desk: Desk) -> Iterator[Item]:
    for reader in (exam, amc, moodle):
        found = list(reader.items(page, desk))
        if found:
            yield from found
            return
