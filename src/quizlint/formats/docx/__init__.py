"""Word documents, as teachers keep their tests in them.

What a page shows (numbers of lists, bold and highlighted words, tables) is written down as Markdown
by `layout`, a paragraph a line, so that one grammar serves for all text; its places are those of
the paragraphs. Tables of questions are read as tables.
"""

from quizlint.content import Reading
from quizlint.formats import markdown
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.catalogue import CATALOGUE
from quizlint.text import Source

name = "docx"
suffixes = CATALOGUE[name].suffixes

NOT_A_QUIZ = "it is a document without a quiz: no question with options and a key was found"


def sniff(name: str, _head: str) -> float:
    """By its suffix alone: what it holds was told by its container."""
    return 1.0 if name.lower().endswith(suffixes) else 0.0


def read(source: Source, files: Files, hints: Hints = NO_HINTS) -> Reading:
    """Every question and card among its paragraphs."""
    reading = markdown.read(source, files, hints)
    if reading.skipped is None:
        return reading._replace(comments=())
    return reading._replace(skipped=reading.skipped.replace(markdown.NOT_A_QUIZ, NOT_A_QUIZ))
