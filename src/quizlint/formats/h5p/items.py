"""What the types of H5P content have in common."""

from collections import Counter
from collections.abc import Iterator

from quizlint.content import Option
from quizlint.content.problems import Expected
from quizlint.formats.kit.desk import Desk, is_nothing, truth_of
from quizlint.formats.tree.nodes import Mapping, Node, Scalar, Sequence
from quizlint.text import Text


class Numbers:
    """Gives each item its place in the document, and knows the desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._counts: Counter[str] = Counter()

    def route(self, group: str) -> str:
        """The place of the next item of a group, like `questions[2]`."""
        self._counts[group] += 1
        return f"{group}[{self._counts[group] - 1}]"


def mappings(node: Node | None) -> Iterator[Mapping]:
    """The mappings of a list."""
    if isinstance(node, Sequence):
        yield from (each for each in node.items if isinstance(each, Mapping))


def strings(node: Node | None) -> list[Scalar]:
    """The texts of a list."""
    items = node.items if isinstance(node, Sequence) else []
    return [each for each in items if isinstance(each, Scalar) and each.kind != "null"]


def inside(node: Mapping, *path: str) -> Node | None:
    """The value behind a chain of fields."""
    found: Node | None = node
    for name in path:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def truth(node: Node | None) -> bool | None:
    """The truth that a value says, in quotes or not."""
    return truth_of(node.value) if isinstance(node, Scalar) and not is_nothing(node) else None


def text_at(node: Mapping, field: str, owner: str, route: str, desk: Desk) -> Text:
    """A text that an item must have, with a note where it has none."""
    value = node.get(field)
    if isinstance(value, Scalar) and value.kind != "null":
        return value.text(desk.source)
    if is_nothing(value):
        desk.missing(node.span, field, owner, route)
    elif value is not None:
        desk.wrong(value, field, Expected.TEXT, route)
    return Text("", desk.visible(node.span), desk.source)


def seen(node: Node | None, desk: Desk) -> Text | None:
    """A text that need not be there."""
    if isinstance(node, Scalar) and node.kind != "null" and node.value.strip():
        return node.text(desk.source)
    return None


def first_is_right(answers: list[Scalar], desk: Desk) -> list[Option]:
    """Options of which the first is right, as authors enter them; learners see another order."""
    return [
        Option(each.text(desk.source), each.span, correct=index == 0)
        for index, each in enumerate(answers)
    ]
