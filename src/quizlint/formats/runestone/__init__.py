"""Runestone: questions in reStructuredText, as the directives of its interactive books."""

import re
from collections.abc import Iterator

from quizlint.content import Document, Item, Prompt, Reading
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import finish
from quizlint.formats.runestone.directives import directives, words
from quizlint.formats.runestone.questions import blanks, choice
from quizlint.text import Source, Span

name = "runestone"

NOT_A_QUIZ = "it is reStructuredText without a question of Runestone, such as `.. mchoice::`"

_COMMENT = re.compile(r"^[ \t]*\.\.[ \t]+quizlint:[^\r\n]*", re.MULTILINE)


def sniff(name: str, _head: str) -> float:
    """By its suffix: in a chapter the questions stand at the end."""
    return 0.5 if name.lower().endswith(".rst") else 0.0


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every question, and what is to be written at length."""
    desk = Desk(source.text)
    items = list(_items(desk))
    if not items:
        return Reading(skipped=NOT_A_QUIZ)
    span = Span(items[0].span.start, items[-1].span.end)
    comments = tuple(Span(*match.span()) for match in _COMMENT.finditer(source.text))
    return Reading((Document(tuple(items), span),), tuple(desk.problems), comments)


def _items(desk: Desk) -> Iterator[Item]:
    questions = prompts = 0
    for found in directives(desk.source):
        if found.kind == "shortanswer":
            asked = words(found.body, desk.source)
            if asked is not None:
                span = Span(found.start, found.end)
                yield Prompt(span=span, route=f"prompts[{prompts}]", id=found.id, prompt=asked)
                prompts += 1
            continue
        route = f"questions[{questions}]"
        questions += 1
        drafted = (choice if found.kind == "mchoice" else blanks)(found, route, desk.source)
        if drafted.stem is None:
            desk.missing(drafted.span, "stem", "question", route)
        yield finish(drafted, desk)
