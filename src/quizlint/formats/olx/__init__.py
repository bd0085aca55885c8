"""Open edX OLX: problems, one to a file or inside a course in one file."""

from quizlint.content import Document, Problem, Question, Reading
from quizlint.content.causes.nothing import Nothing
from quizlint.content.causes.platform import Platform
from quizlint.content.problems import Syntax
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.finish import nothing
from quizlint.formats.olx.problems import read_problem
from quizlint.formats.tree.xml import parse
from quizlint.formats.tree.xml_head import first_tag
from quizlint.formats.tree.xml_nodes import Element
from quizlint.text import Source, Span

name = "olx"

NOT_OLX = "it is XML without an Open edX problem"

_ITEMS = frozenset({"problem"})
_RESPONSES = frozenset(
    f"{kind}response" for kind in ("multiplechoice", "choice", "option", "string", "numerical")
)
_HOLDERS = frozenset(
    "course chapter sequential vertical library library_content itembank problemset problems "
    "problem-builder split_test randomize conditional".split()
)


def sniff(_name: str, head: str) -> float:
    """By the outermost element: a problem, or what holds problems."""
    root, _ = first_tag(head)
    if root == "problem":
        return 0.9
    if root in _RESPONSES:
        return 0.6
    return 0.6 if root in _HOLDERS else 0.0


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every question in the file's problems. A problem may ask several."""
    tree = parse(source, _ITEMS)
    desk = Desk(source.text)
    for root in tree.roots:
        if root.name in _RESPONSES:
            desk.note(Syntax(root.tag, Platform.OLX_NO_PROBLEM.of(root.name)))
    items: list[Question] = []
    problems: list[Element] = []
    for root in tree.roots:
        problems += [root] if root.name in _ITEMS else root.below(lambda e: e.name in _ITEMS)
    alone = len(problems) == 1 and problems[0] in tree.roots
    for problem in problems:
        items += read_problem(problem, len(items), desk, alone=alone)
    found: tuple[Problem, ...] = (*tree.problems, *desk.problems)
    if not items:
        outside = any(root.name in _RESPONSES for root in tree.roots)
        if found and (outside or problems or source.text.lstrip()[:8] == "<problem"):
            return Reading(problems=found, comments=tree.comments)
        if alone and problems[0].children:
            empty = nothing(source.text, Nothing.NO_RESPONSE.of(), problems[0].tag)
            return Reading(problems=(empty,), comments=tree.comments)
        return Reading(skipped=NOT_OLX)
    root = problems[0] if alone else tree.roots[0]
    title = root.attribute("display_name")
    document = Document(
        items=tuple(items),
        span=Span(items[0].span.start, items[-1].span.end),
        title=None if title is None else title.text(source.text),
    )
    return Reading((document,), found, tree.comments)
