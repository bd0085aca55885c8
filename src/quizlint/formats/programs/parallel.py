"""Quizzes whose parts stand in lists beside each other: stems in one, options and keys in others.

    questions = ["Which …?", "Who …?"]
    options = [["A. Oslo", "B. Bern"], ["A. Ada", "B. Bob"]]
    answers = ["A", "B"]

Also a list of texts that hold a stem with its options, and calls that give each of them its key:
`Question(prompts[0], "b")`.
"""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Table

from quizlint.formats.data.aliases import ITEM, Part, normal
from quizlint.formats.programs.shapes import FEWEST, MOST
from quizlint.formats.tree.nodes import Mapping, Node, Scalar, Sequence, Tree
from quizlint.text import Text

_STEMS = frozenset(ITEM[Part.STEM]) | {"questions", "prompts", "questionprompts", "stems"}
_OPTIONS = frozenset(ITEM[Part.OPTIONS])
_KEYS = frozenset(ITEM[Part.KEY])

_LETTER = re.compile(r"(?:\A|\n)[ \t]*\(?(?P<letter>[A-Ha-h])[).:][ \t]*")


def joined(tree: Tree, source: str) -> Tree:
    """The tree, with lists that belong together as one list of questions."""
    roots = dict(
        zip((normal(name.split(".")[-1]) for name in tree.names), tree.roots, strict=False)
    )
    if len(tree.names) != len(tree.roots):
        roots = {"questions": tree.roots[0]} if len(tree.roots) == 1 else {}
    for name, root in roots.items():
        entries = list(_entries(root))
        if not entries or not (name in _STEMS or name.endswith(("questions", "prompts"))):
            continue
        made = _beside(entries, roots) or _inside(name, entries, source)
        if made:
            whole = Sequence(root.start, max(root.end, *(each.end for each in made)), made)
            return tree._replace(roots=(whole,), names=())
    return tree


def _entries(root: Node) -> Iterator[tuple[Scalar, Scalar | None]]:
    """The stems of a list, or of a mapping from stems to keys."""
    if isinstance(root, Sequence):
        if all(isinstance(each, Scalar) and each.kind == "string" for each in root.items):
            for each in root.items:
                assert isinstance(each, Scalar)
                yield each, None
    elif isinstance(root, Mapping):
        fields = list(root.fields.values())
        if all(isinstance(value, Scalar) for _, value in fields):
            for stem, value in fields:
                assert isinstance(value, Scalar)
                yield stem, value


def _beside(
    entries: list[tuple[Scalar, Scalar | None]], roots: Table[str, Node]
) -> list[Node] | None:
    """The questions whose options and keys stand in other lists of the same length."""
    offers = next((_lists(node) for name, node in roots.items() if _names(name, _OPTIONS)), None)
    if offers is None or len(offers) != len(entries):
        return None
    keys = next((node for name, node in roots.items() if _names(name, _KEYS)), None)
    listed = keys.items if isinstance(keys, Sequence) and len(keys.items) == len(entries) else None
    made: list[Node] = []
    for index, (stem, own) in enumerate(entries):
        key = own if own is not None else listed[index] if listed is not None else None
        made.append(_question(stem, offers[index], key))
    return made


def _names(name: str, known: frozenset[str]) -> bool:
    return name in known or any(
        name.endswith(each) for each in ("options", "choices") if each in known
    )


def _lists(node: Node) -> list[Sequence] | None:
    rows = node.items if isinstance(node, Sequence) else []
    found = [
        each for each in rows if isinstance(each, Sequence) and FEWEST <= len(each.items) <= MOST
    ]
    return found if rows and len(found) == len(rows) else None


def _inside(
    name: str, entries: list[tuple[Scalar, Scalar | None]], source: str
) -> list[Node] | None:
    """The questions whose options stand in the same text as the stem."""
    split = [_split(stem.text(source)) for stem, _ in entries]
    if not all(split):
        return None
    keys = dict(_given(name, source))
    made: list[Node] = []
    for index, ((stem, own), parts) in enumerate(zip(entries, split, strict=True)):
        first, *offered = (_scalar(each) for each in parts)
        options = Sequence(offered[0].start, offered[-1].end, list(offered))
        made.append(_question(first, options, own or keys.get(index), stem))
    return made


def _split(whole: Text) -> list[Text]:
    """The stem and the options in a text; nothing if it does not hold them."""
    marks = list(_LETTER.finditer(whole.value))
    letters = "".join(mark["letter"].lower() for mark in marks)
    if len(marks) < FEWEST or letters != "abcdefgh"[: len(marks)] or not marks[0].start():
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(whole.value)]
    parts = [whole.slice(0, len(whole.value[: marks[0].start()].rstrip()))]
    for mark, end in zip(marks, ends, strict=True):
        parts.append(
            whole.slice(mark.end(), mark.end() + len(whole.value[mark.end() : end].rstrip()))
        )
    return parts if all(parts) else []


def _given(name: str, source: str) -> Iterator[tuple[int, Scalar]]:
    """The keys that calls give to the entries of a list: `Question(prompts[0], "b")`."""
    call = re.compile(
        r"\w\(\s*(?P<list>\w+)\s*\[\s*(?P<at>\d{1,4})\s*\]\s*,\s*(?P<key>[\"'][A-Za-z][\"'])\s*\)"
    )
    for match in call.finditer(source):
        if normal(match["list"]) == name:
            start, end = match.span("key")
            yield int(match["at"]), Scalar(source[start + 1 : end - 1], start, end)


def _scalar(text: Text) -> Scalar:
    return Scalar(text.value, text.span.start, text.span.end, spelling=text.spelling)


def _question(stem: Scalar, options: Node, key: Node | None, whole: Scalar | None = None) -> Node:
    parts: list[tuple[str, Node]] = [("question", stem), ("options", options)]
    if key is not None:
        parts.append(("answer", key))
    first = whole or stem
    fields = {name: (Scalar(name, each.start, each.start), each) for name, each in parts}
    return Mapping(first.start, max(each.end for _, each in parts), fields)
