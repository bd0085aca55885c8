"""The things a learner meets: cards, questions and prompts."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, NamedTuple

from quizlint.text import Span, Text
from quizlint.text.letters import letter
from quizlint.text.text import brief

BLANK = "_____"
"""What a learner sees of a gap in a text."""


class Interaction(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true-false"
    TEXT = "text"
    NUMERIC = "numeric"
    MATCH = "match"
    ORDER = "order"
    CLOZE = "cloze"
    UNSUPPORTED = "unsupported"


MOST_OPTIONS = 60
"""A question with more options is a list to search, not a choice among answers."""

SELECTED = frozenset({Interaction.CHOICE, Interaction.MULTIPLE, Interaction.TRUE_FALSE})
"""Interactions in which the learner picks among options."""


class KeyState(StrEnum):
    """Where the key of a question is."""

    PRESENT = "present"
    ABSENT = "absent"
    ELSEWHERE = "elsewhere"  # the document's keys stand in no place that was read
    COMPUTED = "computed"


class WrittenKey(NamedTuple):
    """One answer as written, and the option each way of reading it names (0-based, or None).

    `as_index` counts from 0 in the file and `as_ordinal` from 1; both are given only where nothing
    decides between them. A letter or number may lie outside the options, a text never does.
    """

    text: Text
    as_text: int | None = None
    as_letter: int | None = None
    as_index: int | None = None
    as_ordinal: int | None = None

    @property
    def readings(self) -> frozenset[int]:
        """The different options that the ways of reading name."""
        ways = (self.as_text, self.as_letter, self.as_index, self.as_ordinal)
        return frozenset(way for way in ways if way is not None)

    def __repr__(self) -> str:
        return f"WrittenKey({brief(self.text)}: {_letters(sorted(self.readings))})"


class Key(NamedTuple):
    """Which options are right.

    `indices` are 0-based, ascending, and lie inside the options; an answer that could not be
    resolved to one option adds none. `written` are the answers as the author wrote them, empty when
    flags or checkboxes mark the options; `origin` says how the key was given.
    """

    state: KeyState
    indices: tuple[int, ...] = ()
    written: tuple[WrittenKey, ...] = ()
    origin: Literal["answer", "flags", "checkboxes", "sidecar", "none"] = "none"
    span: Span | None = None

    def __repr__(self) -> str:
        if self.state is not KeyState.PRESENT:
            return f"Key({self.state})"
        said = ", ".join(brief(each.text) for each in self.written)
        right = f"{_letters(self.indices)}, " if self.indices else ""
        return f"Key({right}by {self.origin}{said and f' {said}'})"


class Option(NamedTuple):
    """One thing to choose. `label` is the letter as written, if any was.

    `weight` is the share of the points in percent. `tolerance` is how far a number that a learner
    types may be off, None where the file does not say.
    """

    text: Text
    span: Span
    label: Text | None = None
    correct: bool = False
    feedback: Text | None = None
    weight: float | None = None
    tolerance: float | None = None

    def __repr__(self) -> str:
        label = "" if self.label is None else f", {self.label.value}"
        share = "" if self.weight is None else f", {self.weight:g} %"
        return f"Option({brief(self.text)}{label}{', correct' * self.correct}{share})"


class Stimulus(NamedTuple):
    """A passage, figure or code that one or more questions share."""

    text: Text
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class _Item:
    """What every item has. `route` is its place in the document, like `questions[2]`."""

    span: Span
    route: str
    id: Text | None = None
    difficulty: Text | None = None

    @property
    def name(self) -> str:
        """The item's id, or its route where it has none."""
        return self.id.value if self.id is not None and self.id else self.route

    def _shown(self, text: Text, *more: str) -> str:
        said = (brief(text), *more, self.name, f"line {text.line}")
        return f"{type(self).__name__}({', '.join(each for each in said if each)})"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Card(_Item):
    """A flashcard."""

    front: Text
    back: Text

    def __repr__(self) -> str:
        return self._shown(self.front, brief(self.back))

    @property
    def texts(self) -> tuple[Text, ...]:
        """The texts a learner reads, in order."""
        return (self.front, self.back)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Question(_Item):
    """A question that offers options, or asks for a short answer.

    `responses` are answers a learner may type, right or wrong, where the format says what each is
    worth or is told, and in a matching the answers that belong to nothing. `pictured`: a picture
    that no text shows stands in a field of its own.
    """

    stem: Text
    options: tuple[Option, ...] = ()
    key: Key = field(default_factory=lambda: Key(KeyState.ABSENT))
    rationale: Text | None = None
    interaction: Interaction = Interaction.CHOICE
    stimulus: Stimulus | None = None
    number: Text | None = None
    shuffle: bool | None = None
    order_meaningful: bool = True
    dynamic: bool = False
    scored: bool = True
    pool: bool = False
    responses: tuple[Option, ...] = ()
    pictured: bool = False

    def __repr__(self) -> str:
        options = f"{len(self.options)} options" if self.options else str(self.interaction)
        right = _letters(self.key.indices) or ", ".join(brief(t.text) for t in self.key.written)
        present = self.key.state is KeyState.PRESENT
        key = f"key {right or 'of nothing'}" if present else f"key {self.key.state}"
        return self._shown(self.stem, options, key)

    @property
    def texts(self) -> tuple[Text, ...]:
        """The texts a learner reads, in order."""
        own = (self.stem, *(option.text for option in self.options))
        extra = tuple(
            each.feedback for each in (*self.options, *self.responses) if each.feedback is not None
        )
        return own + extra + ((self.rationale,) if self.rationale is not None else ())

    @property
    def selected(self) -> bool:
        """Whether the learner picks among options."""
        return self.interaction in SELECTED

    @property
    def crowded(self) -> bool:
        """Whether it has more options than can be held against each other."""
        return len(self.options) > MOST_OPTIONS

    @property
    def keyed(self) -> tuple[Option, ...]:
        """The options that are right."""
        return tuple(self.options[index] for index in self.key.indices)

    @property
    def distractors(self) -> tuple[Option, ...]:
        """The options that are wrong."""
        keys = set(self.key.indices)
        return tuple(option for index, option in enumerate(self.options) if index not in keys)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Prompt(_Item):
    """An open question. `stated_concepts` is the number of concepts that a self-check announces."""

    prompt: Text
    hint: Text | None = None
    concepts: tuple[Text, ...] = ()
    stated_concepts: int | None = None
    stated_span: Span | None = None

    def __repr__(self) -> str:
        return self._shown(self.prompt, f"{len(self.concepts)} concepts")

    @property
    def texts(self) -> tuple[Text, ...]:
        """The texts a learner reads, in order."""
        return (self.prompt, *((self.hint,) if self.hint is not None else ()), *self.concepts)


Item = Card | Question | Prompt


def _letters(indices: Iterable[int]) -> str:
    return " ".join(map(letter, indices))
