"""Google Forms as their interface gives them: the items of a form, or the requests that make one.

Of a form in which no question has a right answer nothing is read: it asks for opinions.
"""

import re
from collections.abc import Iterator

from quizlint.content import (
    Document,
    Interaction,
    Key,
    KeyState,
    Option,
    Question,
    Reading,
    WrittenKey,
)
from quizlint.content.causes.nothing import Nothing
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.kit.desk import Desk, truth_of
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.finish import nothing
from quizlint.formats.kit.keys import Choices, accepted, key_of
from quizlint.formats.tree.json import parse
from quizlint.formats.tree.nodes import Mapping, Node, Scalar, Sequence
from quizlint.text import Source, Span, Text

name = "googleforms"

A_SURVEY = "it is a form without a right answer: it asks for opinions or facts"

_SNIFFED = re.compile(r'"questionItem"\s*:\s*\{\s*"(?:question|image)"\s*:')

KINDS = {
    "RADIO": Interaction.CHOICE,
    "DROP_DOWN": Interaction.CHOICE,
    "CHECKBOX": Interaction.MULTIPLE,
}
"""Types of questions with options."""


def sniff(name: str, head: str) -> float:
    """By one question as only a form has it."""
    return 1.0 if name.lower().endswith(".json") and _SNIFFED.search(head) else 0.0


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every question of a form, if it is a quiz."""
    tree = parse(source)
    asked = [item for root in tree.roots for item in _items(root)]
    graded = [item for item in asked if _graded(item) is not None]
    if asked and not graded and not tree.problems:
        return Reading(skipped=A_SURVEY)
    desk = Desk(source.text)
    items = [
        question
        for index, item in enumerate(graded)
        if (question := _question(item, f"questions[{index}]", desk)) is not None
    ]
    problems = (*tree.problems, *desk.problems)
    if not items:
        empty = () if problems else (nothing(source.text, Nothing.EMPTY_LIST.of()),)
        return Reading(problems=(*problems, *empty))
    span = Span(items[0].span.start, items[-1].span.end)
    title = next(
        (said for root in tree.roots if (said := _said(root, source, "info", "title"))), None
    )
    return Reading((Document(tuple(items), span, title=title),), problems)


def _items(node: Node) -> Iterator[Mapping]:
    """The items of a form that ask, wherever they are."""
    waiting: list[Node] = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Sequence):
            waiting += reversed(each.items)
        elif isinstance(each, Mapping):
            if isinstance(each.get("questionItem"), Mapping):
                yield each
            else:
                waiting += reversed([value for _, value in each.fields.values()])


def _inside(node: Node | None, *names: str) -> Node | None:
    """What stands in mappings that are in each other."""
    for name in names:
        node = node.get(name) if isinstance(node, Mapping) else None
    return node


def _said(node: Node, source: Source, *names: str) -> Text | None:
    found = _inside(node, *names)
    return found.text(source.text) if isinstance(found, Scalar) and found.value else None


def _graded(item: Mapping) -> Mapping | None:
    """How a question is marked; None for one that earns nothing."""
    grading = _inside(item, "questionItem", "question", "grading")
    return grading if isinstance(grading, Mapping) and grading.fields else None


def _question(item: Mapping, route: str, desk: Desk) -> Question | None:
    question = _inside(item, "questionItem", "question")
    grading = _graded(item)
    if not isinstance(question, Mapping) or grading is None:
        return None
    title = item.get("title")
    picture = _inside(item, "questionItem", "image")
    drafted = Drafted(
        item.span,
        Interaction.UNSUPPORTED,
        desk.leaf(title, "title", route),
        route,
        id=desk.leaf(item.get("itemId"), "itemId", route),
        pictured=isinstance(picture, Mapping),
    )
    if drafted.stem is None and not drafted.pictured:
        desk.missing(item.span, "title", "", route)
    right = _answers(grading, desk)
    for told in ("generalFeedback", "whenRight", "whenWrong"):
        said = _inside(grading, told, "text")
        if isinstance(said, Scalar) and said.value and drafted.rationale is None:
            drafted.rationale = said.text(desk.source)
    offered = question.get("choiceQuestion")
    if isinstance(offered, Mapping):
        kind = offered.get("type")
        declared = kind.value.upper() if isinstance(kind, Scalar) else ""
        drafted.interaction = KINDS.get(declared, Interaction.CHOICE)
        drafted.options = list(_options(offered.get("options"), desk))
        shuffle = offered.get("shuffle")
        drafted.shuffle = truth_of(shuffle.value) if isinstance(shuffle, Scalar) else None
        drafted.key = _key(right, drafted.options)
    elif "textQuestion" in question:
        drafted.interaction = Interaction.TEXT
        drafted.key = accepted(right)
    return finish(drafted, desk)


def _answers(grading: Mapping, desk: Desk) -> list[Text]:
    """The right answers as written."""
    listed = _inside(grading, "correctAnswers", "answers")
    entries = listed.items if isinstance(listed, Sequence) else []
    values = [_inside(entry, "value") if isinstance(entry, Mapping) else entry for entry in entries]
    return [desk.text(each, "") for each in values if isinstance(each, Scalar)]


def _options(node: Node | None, desk: Desk) -> Iterator[Option]:
    for each in node.items if isinstance(node, Sequence) else ():
        value = _inside(each, "value") if isinstance(each, Mapping) else each
        if isinstance(value, Scalar):
            yield Option(desk.text(value, ""), Span(each.start, each.end))


def _key(right: list[Text], options: list[Option]) -> Key:
    """The options that the answers name. Google compares texts: a letter is one too."""
    if not right:
        return Key(KeyState.ABSENT, span=None)
    choices = Choices(options)
    written = [WrittenKey(text, choices.text(text.value)) for text in right]
    place = Span(right[0].span.start, right[-1].span.end)
    return key_of(written, len(options), place)
