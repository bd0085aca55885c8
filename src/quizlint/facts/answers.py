"""Facts about answers: where keys stand, how long they are, how well they can be guessed."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from quizlint.content import Document, Interaction, KeyState, Question
from quizlint.language.guesser import Guess, catching, guess
from quizlint.text import Span, Text

# What a question counts for, and what was seen of it.
ORDERED = 1  # the position of its key means something
POSITION = 2  # that, and it has three options or more: a position can be crowded
TRUE_FALSE = 4
KEY_TRUE = 8
LONGEST = 16  # one option is longer than every other
KEY_LONGEST = 32  # and it is the key
CLEARLY = 64  # by a fifth and with three words: what OPT007 reports by itself
HAS_ALL = 128  # an option says that all the others are right
KEY_ALL = 256
HAS_NONE = 512  # an option says that none of the others is right
KEY_NONE = 1024
GUESSED = 2048

SHORTEST_TELLING = 12
"""Characters below which being the longest tells nothing: numbers, symbols, single words."""

TRUE_WORDS = frozenset(
    "true t yes correct right vrai wahr richtig verdadero vero verdadeiro waar 对 正确".split()
)


class Answer(NamedTuple):
    """What is known of one question with one key.

    `position` is the key's, from 0. `score` is the probability that the test-wise guesser picks
    the key, `variance` that probability's variance if the key were any option by equal chance, and
    `cue` the index of the cue that helped it most, -1 for none (`language.guesser.CUES`).
    """

    flags: int
    position: int
    options: int
    key_start: int
    key_end: int
    stem_start: int
    stem_end: int
    score: float
    variance: float
    cue: int

    @property
    def key(self) -> Span:
        """Where the text of the key stands."""
        return Span(self.key_start, self.key_end)

    @property
    def stem(self) -> Span:
        """Where the stem stands."""
        return Span(self.stem_start, self.stem_end)


def _columns() -> "tuple[array[int] | array[float], ...]":
    return tuple(array(code) for code in "HBBIIIIffb")


@dataclass(slots=True)
class AnswerFacts:
    """The questions with one key of one file, 29 bytes each: a hundred thousand take 3 MB.

    `documents` holds for each document of the file its route and its number of questions.
    """

    columns: "tuple[array[int] | array[float], ...]" = field(default_factory=_columns)
    documents: list[tuple[str, int]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.columns[0])

    @property
    def flags(self) -> "Sequence[int]":
        """The flags of each question."""
        return self.columns[0]  # type: ignore[return-value]

    def answers(self, start: int, end: int, flag: int) -> Iterator[Answer]:
        """The questions in a range that have a flag."""
        for row in zip(*(column[start:end] for column in self.columns), strict=True):
            if int(row[0]) & flag:
                yield Answer(*row)

    def add(
        self, document: Document, language: str, shuffle: bool | None, *, guesses: bool
    ) -> None:
        """Add a document's questions. `shuffle` is the settings' word, `guesses` asks to guess."""
        before = len(self)
        for question in document.questions:
            if _has_one_key(question):
                shuffled = shuffle if question.shuffle is None else question.shuffle
                self._add(question, language, bool(shuffled), guesses)
        self.documents.append((document.route, len(self) - before))

    def _add(self, question: Question, language: str, shuffled: bool, guesses: bool) -> None:
        position = question.key.indices[0]
        key = question.options[position].text
        flags = _flags(question, language, shuffled)
        guessed = Guess()
        if guesses and language == "en" and not flags & TRUE_FALSE:
            ordered = bool(flags & ORDERED)
            options = [option.text.prose for option in question.options]
            guessed = guess(question.stem.prose, options, position, ordered=ordered)
            flags |= GUESSED
        row = (
            flags, position, len(question.options), *key.span, *question.stem.span,
            guessed.score, guessed.variance, guessed.cue,
        )  # fmt: skip
        for column, value in zip(self.columns, row, strict=True):
            column.append(value)  # type: ignore[arg-type]


def answer_facts(
    documents: Sequence[Document],
    languages: Sequence[str],
    shuffle: bool | None,
    *,
    guesses: bool = True,
) -> AnswerFacts:
    """The facts of all documents of a file, whose languages are given in the same order."""
    facts = AnswerFacts()
    for document, language in zip(documents, languages, strict=True):
        facts.add(document, language, shuffle, guesses=guesses)
    return facts


def _has_one_key(question: Question) -> bool:
    return (
        question.interaction in (Interaction.CHOICE, Interaction.TRUE_FALSE)
        and len(question.key.indices) == 1
        and len(question.options) > 1
        and not question.crowded
        and question.key.state is KeyState.PRESENT
        and question.scored
        and not question.pool
        and not question.dynamic
    )


def _flags(question: Question, language: str, shuffled: bool) -> int:
    position = question.key.indices[0]
    options = question.options
    flags = ORDERED if question.order_meaningful and not shuffled else 0
    if question.interaction is Interaction.TRUE_FALSE:
        return flags | TRUE_FALSE | (KEY_TRUE if _says_true(options[position].text) else 0)
    if flags and len(options) > 2:
        flags |= POSITION
    if language == "en":
        for index, option in enumerate(options):
            kind = catching(option.text.prose)
            if kind == "all":
                flags |= HAS_ALL | (KEY_ALL if index == position else 0)
            elif kind == "none":
                flags |= HAS_NONE | (KEY_NONE if index == position else 0)
    if flags & (KEY_ALL | KEY_NONE):  # its length says nothing that its words do not
        return flags
    return flags | _longest([option.text for option in options], position)


def _says_true(text: Text) -> bool:
    return text.plain.strip(" .!").lower() in TRUE_WORDS


def _longest(texts: list[Text], position: int) -> int:
    lengths = [len(text.plain) for text in texts]
    *_, second, longest = sorted(lengths)
    if longest == second or longest < SHORTEST_TELLING:
        return 0
    if any(text.prose.has_code or text.prose.has_media for text in texts):
        return 0
    if lengths[position] != longest:
        return LONGEST
    clearly = longest >= 1.2 * second and len(texts[position].prose.words) >= 3
    return LONGEST | KEY_LONGEST | (CLEARLY if clearly else 0)
