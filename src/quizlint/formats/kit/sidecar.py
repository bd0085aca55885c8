"""Answers that stand in a file of their own, beside the questions.

For `NAME.ext` that file is `NAME.answers.yaml`, `.yml` or `.json`; beside `questions.ext` it may be
`answers.yaml` too. It holds a list of answers in the order of the questions, or a map from a
question's id or number to its answer, at the top or under `answers:`. An answer is a letter, an
option's text, or a list of them.
"""

from dataclasses import replace
from typing import Literal

from quizlint.content import (
    Document,
    Interaction,
    Item,
    Key,
    KeyState,
    Problem,
    Question,
    WrittenKey,
)
from quizlint.formats.base import Files, Hints
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.keys import Choices, integer, key_of, read_answer, split_letters
from quizlint.formats.kit.shared import note_disagreement
from quizlint.formats.tree.nodes import Mapping, Node, Sequence, scalars
from quizlint.text import Source, Text

SUFFIXES = ("yaml", "yml", "json")
ORIGIN: Literal["sidecar"] = "sidecar"


def candidates(path: str) -> tuple[str, ...]:
    """The names, beside the file, under which its answers are looked for; the best first."""
    name = path.replace("\\", "/").rpartition("/")[2]
    stem = name.rpartition(".")[0] or name
    stems = [stem]
    for ending in (".quiz", ".sheet"):
        if stem.lower().endswith(ending):
            stems.insert(0, stem[: -len(ending)])
    if stem.lower().endswith("answers"):
        return ()
    names = [f"{each}.answers.{suffix}" for each in stems for suffix in SUFFIXES]
    if stems[0].lower() == "questions":
        names += [f"answers.{suffix}" for suffix in SUFFIXES]
    return tuple(names)


def supply(
    document: Document, source: Source, files: Files, hints: Hints
) -> tuple[Document, tuple[Problem, ...]]:
    """The document with the keys that its sidecar supplies, and where the two disagree.

    A question that has a key in the file keeps it. Without a sidecar, a document whose choice
    questions have no keys at all names the file that could supply them.
    """
    selected = [question for question in document.questions if question.selected]
    if not selected or document.route not in ("", "[0]"):
        return document, ()
    names = candidates(source.path)
    found = next((name for name in names if files.read(name) is not None), None)
    if found is None:
        if names and all(
            not question.key.written and not question.key.indices for question in selected
        ):
            return replace(document, sidecar=names[0]), ()
        return document, ()
    data = files.read(found)
    answers = _parse(Source.from_bytes(found, data or b""))
    desk = Desk(source.text)
    base = hints.index_base
    supplied = False
    items: list[Item] = []
    ordinal = 0
    for item in document.items:
        if isinstance(item, Question):
            ordinal += 1
            key = _key(_answer(answers, item, ordinal), item, source, not document.native, base)
            own = item.key
            if own.written or own.indices:
                if key is not None:
                    note_disagreement(own, key, item.options, desk, item.route, found)
            elif key is not None:
                supplied = True
                several = item.interaction is Interaction.CHOICE and len(key.indices) > 1
                kind = Interaction.MULTIPLE if several else item.interaction
                item = replace(item, key=key, interaction=kind)
            elif own.state is KeyState.ELSEWHERE:
                item = replace(item, key=own._replace(state=KeyState.ABSENT))
        items.append(item)
    if supplied:
        document = replace(document, items=tuple(items), keys_elsewhere=False, sidecar=found)
    else:
        document = replace(document, sidecar=found)
    return document, tuple(desk.problems)


def _parse(source: Source) -> Node | None:
    """The answers of a sidecar: its list or map."""
    if source.path.endswith(".json"):
        from quizlint.formats.tree.json import parse
    else:
        from quizlint.formats.tree.yaml import parse
    roots = parse(source).roots
    root = roots[0] if roots else None
    if isinstance(root, Mapping):
        inner = root.get("answers")
        if isinstance(inner, (Mapping, Sequence)):
            return inner
    return root


def _answer(answers: Node | None, question: Question, ordinal: int) -> Node | None:
    """What a sidecar says of one question: by its id, its number, or its place."""
    found: Node | None = None
    if isinstance(answers, Sequence):
        found = answers.items[ordinal - 1] if ordinal <= len(answers.items) else None
    elif isinstance(answers, Mapping):
        names = [each.value for each in (question.id, question.number) if each is not None]
        for name in (*names, str(ordinal), f"q{ordinal}", f"Q{ordinal}"):
            found = answers.get(name)
            if found is not None:
                break
    if isinstance(found, Mapping):
        found = found.get("answer") or found.get("correct")
    return found


def _key(
    node: Node | None, question: Question, source: Source, counts: bool, base: int | None
) -> Key | None:
    """The key that a sidecar's answer makes. Its place is the stem: a span is of this file."""
    answers = [] if node is None else scalars(node)
    if not answers or not question.options:
        return None
    choices = Choices(question.options)
    at = question.stem.span
    written: list[WrittenKey] = []
    for answer in answers:
        whole = Text(answer.value, answer.span, "")
        for part in split_letters(whole, choices):
            text = Text(part.value, at, source.text)
            number = counts and integer(part.value) is not None
            boolean = answer.kind == "boolean"
            written.append(read_answer(text, choices, counts=number, base=base, boolean=boolean))
    return key_of(written, choices.count, at)._replace(origin=ORIGIN)
