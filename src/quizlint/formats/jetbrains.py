"""Choice tasks of JetBrains Academy: `task-info.yaml`, and the question in `task.md` beside it."""

import re

from quizlint.content import Document, Interaction, Option, Reading
from quizlint.content.causes.nothing import Nothing
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.finish import nothing
from quizlint.formats.tree.nodes import Mapping, Node, Scalar, Sequence
from quizlint.formats.tree.yaml import parse
from quizlint.text import Source, Span, Text

name = "jetbrains"

BESIDE = ("task.md", "task.html")
"""Files that may hold the question."""

PRAISE = "Congratulations!"
"""What the editor says of a right answer where the author says nothing."""

_CHOICE = re.compile(r"^type:[ \t]*[\"']?choice\b", re.MULTILINE)


def sniff(name: str, head: str) -> float:
    """By the file's name, and the kind of task."""
    called = re.split(r"[/\\\\!]", name)[-1].lower()
    return 1.0 if called == "task-info.yaml" and _CHOICE.search(head) else 0.0


def read(source: Source, files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """The one question of a task."""
    tree = parse(source)
    desk = Desk(source.text)
    root = next((each for each in tree.roots if isinstance(each, Mapping)), None)
    if root is None:
        empty = () if tree.problems else (nothing(source.text, Nothing.EMPTY_LIST.of()),)
        return Reading(problems=(*tree.problems, *empty), comments=tree.comments)
    route = "questions[0]"
    drafted = Drafted(root.span, Interaction.CHOICE, _stem(root, files, source), route)
    several = root.get("is_multiple_choice")
    if isinstance(several, Scalar) and desk.truth(several, "is_multiple_choice", route):
        drafted.interaction = Interaction.MULTIPLE
    if drafted.stem is None:
        desk.missing(root.span, "task.md", "question", route)
    offered = root.get("options")
    if not isinstance(offered, Sequence):
        desk.missing(root.span, "options", "question", route)
    for index, each in enumerate(offered.items if isinstance(offered, Sequence) else ()):
        text = _field(each, "text")
        if text is not None:
            right = desk.truth(
                each.get("is_correct") if isinstance(each, Mapping) else None,
                "is_correct",
                f"{route}.options[{index}]",
            )
            option = Option(desk.text(text, route), each.span, correct=bool(right))
            drafted.options.append(option)
    told = (
        _field(root, "message_correct")
        or _field(root, "feedback")
        or _field(root.get("feedback"), "message")
    )
    if told is not None and told.value.strip() != PRAISE:
        drafted.rationale = told.text(source.text)
    question = finish(drafted, desk)
    document = Document((question,), root.span)
    return Reading((document,), (*tree.problems, *desk.problems), tree.comments)


def _field(node: Node | None, name: str) -> Scalar | None:
    value = node.get(name) if isinstance(node, Mapping) else None
    return value if isinstance(value, Scalar) and value.kind != "null" else None


def _stem(root: Mapping, files: Files, source: Source) -> Text | None:
    """What the task asks, from the file beside it; its place is the kind of task here."""
    kind = root.get("type")
    place = kind.span if kind is not None else Span(root.start, root.start + 1)
    for name in BESIDE:
        data = files.read(name)
        if data is not None:
            said = Source.from_bytes(name, data).text.strip()
            if said:
                return Text(" ".join(said.split()), place, source.text)
    return None
