"""JSON Lines: one item a line, together one document."""

from quizlint.content import Reading
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.data.reading import read_tree
from quizlint.formats.json import FIRST
from quizlint.formats.tree.json import parse_lines
from quizlint.formats.tree.nodes import Sequence, Tree
from quizlint.text import Source

name = "jsonl"
suffixes = (".jsonl", ".ndjson")


def sniff(name: str, head: str) -> float:
    """Sure by the name; else by two lines that each hold an object."""
    if name.lower().endswith(suffixes):
        return 1.0
    lines = [line.strip() for line in head.split("\n", 2)[:2]]
    objects = len(lines) == 2 and all(line[:1] == "{" and line[-1:] == "}" for line in lines)
    return 0.5 if objects else 0.0


def read(source: Source, _files: Files, hints: Hints = NO_HINTS) -> Reading:
    """Every record that parses."""
    tree = parse_lines(source)
    if tree.roots:
        rows = Sequence(tree.roots[0].start, tree.roots[-1].end, list(tree.roots))
        tree = Tree((rows,), tree.problems, tree.comments)
    return read_tree(tree, source, hints, base=FIRST)
