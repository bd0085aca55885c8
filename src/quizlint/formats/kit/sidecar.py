"""Answers that stand in a file of their own, beside the questions.

For `NAME.ext` that file is `NAME.answers.yaml`, `.yml` or `.json`; beside `questions.ext` it may be
`answers.yaml` too. It holds a list of answers in the order of the questions, or a map from a
question's id or number to its answer, at the top or under `answers:`. An answer is a letter, an
option's text, or a list of them. Questions are counted through all documents of a file.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from quizlint.content import (
    Document,
    Interaction,
    Key,
    KeyState,
    Problem,
    Question,
)
from quizlint.formats.base import Files, Hints
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.keys import Choices, key_of
from quizlint.formats.kit.shared import note_disagreement
from quizlint.formats.kit.written import Answer, resolved
from quizlint.formats.tree.nodes import Mapping, Node, scalars
from quizlint.formats.tree.nodes import Sequence as List
from quizlint.text import Source, Text

SUFFIXES = ("yaml", "yml", "json")
ORIGIN: Literal["sidecar"] = "sidecar"
_UNSTATED = frozenset({KeyState.ABSENT, KeyState.ELSEWHERE})
_BEFORE_NAME = re.compile(r".*[/\\!]", re.DOTALL)


def candidates(path: str) -> tuple[str, ...]:
    """The names, beside the file, under which its answers are looked for; the best first."""
    name = _BEFORE_NAME.sub("", path)
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
    documents: tuple[Document, ...], source: Source, files: Files, hints: Hints
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """The documents with the keys that a sidecar supplies, and where it and the file disagree.

    A question that has a key in the file keeps it, and so does one whose key a program computes.
    Without a sidecar, a document whose choice questions have no keys at all names the file that
    could supply them.
    """
    if not any(question.selected for each in documents for question in each.questions):
        return documents, ()
    names = candidates(source.path)
    found = next((name for name in names if files.read(name) is not None), None)
    if found is None:
        return tuple(_wanting(each, names) for each in documents), ()
    sidecar = _Sidecar(found, files.read(found) or b"", source, hints.index_base)
    return tuple(sidecar.keyed(each) for each in documents), tuple(sidecar.desk.problems)


def _wanting(document: Document, names: Sequence[str]) -> Document:
    keys = [question.key for question in document.questions if question.selected]
    if not keys or not names or any(key.state not in _UNSTATED for key in keys):
        return document
    return replace(document, sidecar=names[0])


class _Sidecar:
    """The answers of one file, given out to the questions of another in their order."""

    def __init__(self, name: str, data: bytes, source: Source, base: int | None) -> None:
        self.name = name
        self.desk = Desk(source.text)
        self._answers = _parse(Source.from_bytes(name, data))
        self._base = base
        self._ordinal = 0

    def keyed(self, document: Document) -> Document:
        """A document with the keys that are its own, and those that stand here."""
        items = tuple(
            self._question(item, document) if isinstance(item, Question) else item
            for item in document.items
        )
        supplied = any(isinstance(item, Question) and item.key.origin == ORIGIN for item in items)
        elsewhere = document.keys_elsewhere and not supplied
        return replace(document, items=items, keys_elsewhere=elsewhere, sidecar=self.name)

    def _question(self, question: Question, document: Document) -> Question:
        self._ordinal += 1
        own = question.key
        if not question.selected or not question.options:
            return question
        key = self._key(question, counted=not document.native)
        if own.state not in _UNSTATED:
            if key is not None:
                note_disagreement(own, key, question.options, self.desk, question.route, self.name)
            return question
        if key is None:
            return replace(question, key=own._replace(state=KeyState.ABSENT))
        several = question.interaction is Interaction.CHOICE and len(key.indices) > 1
        kind = Interaction.MULTIPLE if several else question.interaction
        return replace(question, key=key, interaction=kind)

    def _key(self, question: Question, *, counted: bool) -> Key | None:
        """The key that the answer makes. Its place is the stem: spans lie in that file."""
        node = _answer(self._answers, question, self._ordinal)
        at = question.stem.span
        answers = [
            Answer(Text(each.value, at, self.desk.source), each.kind, counted, self._base)
            for each in ([] if node is None else scalars(node))
        ]
        if not answers:
            return None
        written = resolved(answers, Choices(question.options))
        return key_of(written, len(question.options), at)._replace(origin=ORIGIN)


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
        if isinstance(inner, (Mapping, List)):
            return inner
    return root


def _answer(answers: Node | None, question: Question, ordinal: int) -> Node | None:
    """What a sidecar says of one question: by its id, its number, or its place."""
    found: Node | None = None
    if isinstance(answers, List):
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
