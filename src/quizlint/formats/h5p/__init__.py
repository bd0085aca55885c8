"""H5P: the content of a package (`content/content.json`), with all that is nested in it."""

import json
import re

from quizlint.content import Card, Document, Item, Reading
from quizlint.content.causes.nothing import Nothing
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.h5p.items import Numbers
from quizlint.formats.h5p.kinds import READERS, kind_by_shape
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.finish import nothing
from quizlint.formats.tree.json import parse
from quizlint.formats.tree.nodes import Mapping, Node, Scalar, Sequence
from quizlint.text import Source, Span

name = "h5p"

NOT_H5P = "it is H5P content without a question or a card"

_LIBRARY = re.compile(r"H5P\.([A-Za-z]+)(?:[ -][0-9.]+)?\Z")
_SNIFFED = re.compile(
    r'"(?:library"\s*:\s*"H5P\.|subContentId"\s*:|behaviour"\s*:\s*\{|overallFeedback"\s*:)'
)


def sniff(name: str, head: str) -> float:
    """By the place in a package, else by what only H5P content has."""
    lower = name.lower().replace("\\", "/")
    if lower.endswith(".h5p!content/content.json"):
        return 1.0
    return 1.0 if lower.endswith("content.json") and _SNIFFED.search(head) else 0.0


def read(source: Source, files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every question and card, those of nested content included."""
    tree = parse(source)
    desk = Desk(source.text)
    walk = _Walk(desk)
    for root in tree.roots[:1]:
        walk.visit(root, _main_library(files))
    problems = (*tree.problems, *desk.problems)
    if not walk.items:
        if problems:
            return Reading(problems=problems)
        if not walk.known:
            return Reading(skipped=NOT_H5P)
        end = Span(0, min(1, len(source.text)))
        return Reading(problems=(nothing(source.text, Nothing.EMPTY_LIST.of(), end),))
    span = Span(walk.items[0].span.start, max(item.span.end for item in walk.items))
    cards = all(isinstance(item, Card) for item in walk.items)
    document = Document(tuple(walk.items), span, "cheat-sheet" if cards else "quiz")
    return Reading((document,), problems)


def _main_library(files: Files) -> str:
    """What the package says it is; empty where it does not."""
    try:
        said = json.loads(files.read("h5p.json") or b"{}")
    except (ValueError, RecursionError):
        return ""
    main = said.get("mainLibrary") if isinstance(said, dict) else None
    return _library(main) if isinstance(main, str) else ""


def _library(written: str) -> str:
    match = _LIBRARY.match(written)
    return "" if match is None else match[1]


class _Walk:
    """All items of nested content, in the order written."""

    def __init__(self, desk: Desk) -> None:
        self.numbers = Numbers(desk)
        self.items: list[Item] = []
        self.known = False

    def visit(self, node: Node, library: str = "") -> None:
        """Take the items of a value; `library` is the type of content it is, if that is known."""
        if isinstance(node, Sequence):
            for each in node.items:
                self.visit(each)
        if not isinstance(node, Mapping):
            return
        said, inner = node.get("library"), node.get("params")
        if isinstance(inner, Mapping):  # H5P's programming interface wraps the outermost once more
            self.visit(inner, _library(said.value) if isinstance(said, Scalar) else library)
            return
        read = READERS.get(library or kind_by_shape(node))
        if read is not None:
            self.known = True
            self.items.extend(read(node, self.numbers))
            return
        for _, child in node.fields.values():
            self.visit(child)
