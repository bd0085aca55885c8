"""PreTeXt: exercises of books that a reader can answer, and those that are open."""

from quizlint.content import Document, Reading
from quizlint.content.causes.nothing import Nothing
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.finish import nothing
from quizlint.formats.pretext.exercises import ASKING, items_of
from quizlint.formats.pretext.words import shown
from quizlint.formats.tree.xml import parse
from quizlint.formats.tree.xml_head import first_tag
from quizlint.text import Source, Span

name = "pretext"

NOT_A_QUIZ = "it is XML without an exercise of PreTeXt"

_OWN = frozenset({"pretext", "mathbook"})
_DIVISIONS = (ASKING - {"project"}) | frozenset(  # so others call what is to be built
    "book article part chapter section subsection subsubsection exercises exercisegroup worksheet "
    "reading-questions paragraphs assemblage".split()
)
_DOCBOOK = "docbook.org"


def sniff(name: str, head: str) -> float:
    """By the outermost element. Other books in XML have chapters too, so those are a guess."""
    root, said = first_tag(head)
    if root in _OWN:
        return 0.9
    if name.lower().endswith(".ptx"):
        return 0.5
    return 0.3 if root in _DIVISIONS and _DOCBOOK not in said else 0.0


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every exercise and task, in the order written."""
    tree = parse(source, ASKING)
    desk = Desk(source.text)
    items = list(items_of(tree.roots, desk))
    problems = (*tree.problems, *desk.problems)
    if not items:
        if not desk.problems and not any(root.name in _OWN for root in tree.roots):
            return Reading(skipped=NOT_A_QUIZ)
        empty = () if problems else (nothing(source.text, Nothing.NO_ITEM.of()),)
        return Reading(problems=(*problems, *empty), comments=tree.comments)
    title = shown(tree.roots[0].find("title"), source.text)
    span = Span(items[0].span.start, items[-1].span.end)
    return Reading((Document(tuple(items), span, title=title),), problems, tree.comments)
