"""Lessons of swirl, the R package: a list in YAML whose entries say of what class they are."""

import re
from collections.abc import Iterator

from quizlint.content import Document, Interaction, Item, Option, Prompt, Reading
from quizlint.content.causes.nothing import Nothing
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.finish import nothing
from quizlint.formats.kit.keys import accepted
from quizlint.formats.kit.written import Answer
from quizlint.formats.tree.nodes import Mapping, Scalar, Sequence
from quizlint.formats.tree.yaml import parse
from quizlint.text import Source, Span, Text

name = "swirl"

CHOSEN = frozenset({"mult_question"})
TYPED = frozenset({"exact_question", "text_question", "text_many_question", "range_question"})
TRIED = frozenset({"cmd_question", "script", "text_order_question"})
"""Classes of entries that ask: options to choose from, an answer to type, something to do."""

_SNIFFED = re.compile(
    rf"^[ \t]*(?:-[ \t]+)?Class:[ \t]*[\"']?(?:{'|'.join(sorted(CHOSEN | TYPED | TRIED))})\b",
    re.MULTILINE,
)
_ENTRY = re.compile(r"[^;]+")


def sniff(name: str, head: str) -> float:
    """By one entry of a class that asks."""
    yaml = name.lower().endswith((".yaml", ".yml"))
    return 1.0 if yaml and "Output:" in head and _SNIFFED.search(head) else 0.0


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every question of a lesson; what learners are to do in R is a prompt."""
    tree = parse(source)
    desk = Desk(source.text)
    entries = [
        entry
        for root in tree.roots
        if isinstance(root, Sequence)
        for entry in root.items
        if isinstance(entry, Mapping)
    ]
    items = list(_items(entries, desk))
    problems = (*tree.problems, *desk.problems)
    if not items:
        empty = () if problems else (nothing(source.text, Nothing.EMPTY_LIST.of()),)
        return Reading(problems=(*problems, *empty), comments=tree.comments)
    lesson = next((each.get("Lesson") for each in entries if "Lesson" in each), None)
    title = lesson.text(source.text) if isinstance(lesson, Scalar) and lesson.value else None
    span = Span(items[0].span.start, items[-1].span.end)
    return Reading((Document(tuple(items), span, title=title),), problems, tree.comments)


def _items(entries: list[Mapping], desk: Desk) -> Iterator[Item]:
    questions = prompts = 0
    for entry in entries:
        kind = entry.get("Class")
        said = kind.value.strip() if isinstance(kind, Scalar) else ""
        if said in TRIED:
            route = f"prompts[{prompts}]"
            asked = desk.leaf(entry.get("Output"), "Output", route)
            if asked is not None:
                prompts += 1
                yield Prompt(span=entry.span, route=route, prompt=asked)
        elif said in CHOSEN or said in TYPED:
            route = f"questions[{questions}]"
            questions += 1
            drafted = Drafted(entry.span, route=route)
            drafted.stem = desk.leaf(entry.get("Output"), "Output", route)
            if drafted.stem is None:
                desk.missing(entry.span, "Output", "question", route)
            _fill(drafted, entry, desk, chosen=said in CHOSEN)
            yield finish(drafted, desk)


def _fill(drafted: Drafted, entry: Mapping, desk: Desk, *, chosen: bool) -> None:
    """The options and what is right, as the lesson has them; what R computes is not known."""
    right = desk.leaf(entry.get("CorrectAnswer"), "CorrectAnswer", drafted.route)
    if not chosen:
        drafted.interaction = Interaction.TEXT
        if right is not None:
            drafted.key = accepted([right])
        return
    drafted.interaction = Interaction.CHOICE
    drafted.shuffle = True  # swirl mixes them
    offered = entry.get("AnswerChoices")
    if isinstance(offered, Scalar):
        whole = offered.text(desk.source)
        drafted.options = [Option(text, text.span) for text in _parted(whole)]
    elif isinstance(offered, Sequence):
        texts = [
            desk.text(each, drafted.route) for each in offered.items if isinstance(each, Scalar)
        ]
        drafted.options = [Option(text, text.span) for text in texts]
    else:
        desk.missing(entry.span, "AnswerChoices", "question", drafted.route)
    if right is not None:
        drafted.answers = [Answer(right, lists=False)]


def _parted(whole: Text) -> Iterator[Text]:
    """The choices in a text, parted by semicolons."""
    for match in _ENTRY.finditer(whole.value):
        said = match[0]
        start = match.start() + len(said) - len(said.lstrip())
        if said.strip():
            yield whole.slice(start, start + len(said.strip()))
