"""From a parsed tree to a reading: what YAML, JSON, JSON Lines and TOML have in common."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizlint.content import (
    Document,
    Problem,
    Reading,
)
from quizlint.content.causes.nothing import Nothing
from quizlint.content.problems import Syntax
from quizlint.formats.base import Hints
from quizlint.formats.data.aliases import DOCUMENT, ranked
from quizlint.formats.data.kinship import holds_items, is_native, says_kind
from quizlint.formats.data.native import LISTS, read_document
from quizlint.formats.kit.claimed import claimed_kind
from quizlint.formats.kit.desk import Desk, is_nothing, truth_of
from quizlint.formats.kit.finish import EXCUSED, first_line, has_items, nothing
from quizlint.formats.tree.nodes import Mapping, Node, Scalar, Tree
from quizlint.text import Source, Text

if TYPE_CHECKING:  # what only files in other vocabularies need is imported when there is one
    from quizlint.formats.data.find import Place
    from quizlint.formats.data.foreign import Habits
    from quizlint.formats.data.unread import Unread

_LOOKS_LIKE_QUIZ = re.compile(
    r"""^(?:[^\S\n]|[-{\["'])*+(?:kind["']?\s*:\s*["']?(?:quiz|cheat-sheet)\b|(?:questions?|quiz|cards)["']?\s*:)"""
    r"""|^\[\[questions?\]\]""",
    re.MULTILINE,
)

ASSUMED = "its integer keys are taken to count from {}; `index-base` in the settings says otherwise"
NEAREST = 60
"""Characters of what came nearest to a question."""

NO_ITEMS = "it has no list whose entries are questions with options, cards or prompts"


@dataclass(eq=False, repr=False)
class _Root:
    """One root of a tree and what it was recognised as."""

    node: Node
    route: str
    native: bool = False
    places: "list[Place] | None" = None


def read_tree(
    tree: Tree,
    source: Source,
    hints: Hints,
    becomes: Callable[[str], str | None] | None = None,
    base: int | None = None,
) -> Reading:
    """Everything that a tree holds: native documents, or questions in any shape of the wild.

    `becomes` is given for YAML: what another tool makes of a plain scalar. `base` is what integer
    keys count from in files of the format, where nothing proves or says otherwise.
    """
    desk = Desk(source.text, becomes)
    name = source.path.replace("\\", "/").rpartition("/")[2]
    claimed = hints.kind or claimed_kind(name)
    many = len(tree.roots) > 1
    routes = tree.names or [f"[{index}]" if many else "" for index in range(len(tree.roots))]
    roots = [
        _recognise(root, route, claimed, name, desk)
        for root, route in zip(tree.roots, routes, strict=True)
    ]
    habits = _habits(roots, hints)
    assumed = habits is not None and habits.open and habits.base is None and base is not None
    if assumed and habits is not None:
        habits = replace(habits, base=base)
    made = (_document(root, claimed, habits, desk) for root in roots)
    documents = tuple(document for document in made if document is not None)
    known = claimed is not None or any(
        isinstance(root, Mapping) and says_kind(root) for root in tree.roots
    )
    near, full = _unread(roots), has_items(documents)
    told = [each for each in near if each.sure or known or (full and each.shape != "unkeyed")]
    if told:
        from quizlint.formats.data.unread import note_unread

        note_unread(told, desk, claimed=known, read=full)
    found = tree.problems + tuple(desk.problems)
    if not full:
        if not known and not told and not _hides_items(source, found):
            return _skipped(source, near)
        if not any(isinstance(problem, EXCUSED) for problem in found):
            found += (_nothing(tree, source),)
    return Reading(
        documents=documents,
        problems=found,
        comments=tree.comments,
        index_base=None if habits is None else habits.proof,
        index_base_open=habits is not None and habits.open,
        remark=ASSUMED.format(base) if assumed else "",
    )


def _unread(roots: list[_Root]) -> "list[Unread]":
    """The entries of files in other vocabularies that look like questions and were not read."""
    from quizlint.formats.data.find import is_schema
    from quizlint.formats.data.unread import unread

    found: list[Unread] = []
    for root in roots:
        if not root.native and not (isinstance(root.node, Mapping) and is_schema(root.node)):
            found += unread(root.node, {id(place.node) for place in root.places or ()})
    return found


def _skipped(source: Source, near: "list[Unread]") -> Reading:
    """A file in which nothing was read, and what in it came nearest to a question."""
    if not near:
        return Reading(skipped=NO_ITEMS)
    line, start = source.position(near[0].place.start).line, near[0].place.start
    words = source.text[start : start + NEAREST].splitlines()[0].strip()
    why = f"{NO_ITEMS}; line {line} comes nearest: {words!r}"
    return Reading(skipped=why, seen=len(near))


def _recognise(root: Node, route: str, claimed: str | None, name: str, desk: Desk) -> _Root:
    named = claimed is not None
    if (
        isinstance(root, Mapping)
        and is_native(root, named=named)
        and (named or says_kind(root) or holds_items(root))
    ):
        return _Root(root, route, True)
    from quizlint.formats.data.find import find_items, names_cards

    places = find_items(root, desk, cards=names_cards(name), route=route)
    if not places and named and isinstance(root, Mapping):
        return _Root(root, route, True)
    return _Root(root, route, False, places)


def _habits(roots: list[_Root], hints: Hints) -> "Habits | None":
    """What the items in other vocabularies have in common; None where there is none."""
    places = [place for root in roots for place in root.places or ()]
    if not places:
        return None
    from quizlint.formats.data.foreign import habits_of

    return habits_of((each.draft for each in places if each.draft is not None), hints.index_base)


def _document(
    root: _Root, claimed: str | None, habits: "Habits | None", desk: Desk
) -> Document | None:
    if root.native:
        assert isinstance(root.node, Mapping)
        sheet = not {"cards", "prompts"}.isdisjoint(root.node.fields)
        kind = claimed or ("cheat-sheet" if sheet else "quiz")
        return read_document(root.node, kind, root.route, desk)
    if not root.places or habits is None:
        return None
    from quizlint.formats.data.foreign import read_places

    fields = _fields(root, desk)
    shuffle = fields.get("shuffle")
    shuffled = None if shuffle is None else truth_of(shuffle.value)
    document = read_places(root.places, habits, desk, shuffle=shuffled, route=root.route)
    return replace(
        document,
        span=root.node.span,
        title=fields.get("title"),
        topic=fields.get("topic"),
        minutes=fields.get("minutes"),
        language=fields.get("language"),
        audience=fields.get("audience"),
    )


def _fields(root: _Root, desk: Desk) -> dict[str, Text]:
    """What the document says of itself."""
    node = root.node
    if not isinstance(node, Mapping) or (root.places and root.places[0].node is node):
        return {}
    found = {}
    for field, names in DOCUMENT.items():
        for name in ranked(node.fields, names):
            value = node.get(name)
            if isinstance(value, Scalar) and not is_nothing(value):
                found[field] = value.text(desk.source)
                break
    return found


def _hides_items(source: Source, problems: tuple[Problem, ...]) -> bool:
    """Whether a file that does not parse looks as if it held a quiz behind the error."""
    broken = any(isinstance(problem, Syntax) for problem in problems)
    return broken and _LOOKS_LIKE_QUIZ.search(source.text) is not None


def _nothing(tree: Tree, source: Source) -> Problem:
    lists = ", ".join(LISTS)
    why = Nothing.NO_ENTRY.of(lists) if tree.roots else Nothing.EMPTY_FILE.of()
    start = tree.roots[0].start if tree.roots else 0
    return nothing(source.text, why, first_line(source.text, start))
