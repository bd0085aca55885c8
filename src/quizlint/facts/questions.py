"""Facts about questions: what tells one from another, and where it stands."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from quizlint.content import Document, Interaction, Question
from quizlint.facts.likeness import Likeness
from quizlint.text import Source, Span
from quizlint.text.digest import digest
from quizlint.text.normal import collapse
from quizlint.text.patterns import lazy

# The mark of Svelte, Jinja and Liquid, Handlebars, and Go's templates.
_ELSE = lazy(r"\{:else\b|\{%-?\s*(?:else|elif|elsif)\b|\{\{-?\s*else\b")

EACH = 8
"""Numbers that are kept of a question."""

LARGEST = 48
"""Options of which it is kept whether they are right."""


class Occurrence(NamedTuple):
    """One place where a question stands. `key` is a digest of the texts of its right options.

    `line` and `column` are 1-based and say where `span`, its stem, begins.
    """

    path: str
    span: Span
    line: int
    column: int
    route: str
    key: int


class QuestionGroup(NamedTuple):
    """The same question (stem, stimulus and set of options) in several places, in file order."""

    occurrences: tuple[Occurrence, ...]


class SharedQuestions(NamedTuple):
    """The questions that two files have in common, keyed alike: pairs, in the second file's order.

    `first` and `second` are paths, in the order of the run.
    """

    first: str
    second: str
    pairs: tuple[tuple[Occurrence, Occurrence], ...]


class NearCluster(NamedTuple):
    """Questions that say nearly the same, in the order of the run."""

    occurrences: tuple[Occurrence, ...]


class Shape(NamedTuple):
    """What translations of a question have in common: how it is answered, how many options it has
    and which are right (a bit each, from the first on).
    """

    interaction: int
    options: int
    key: int


class TranslatedQuestion(NamedTuple):
    """A question and its translation, with the shape of each."""

    source: Occurrence
    other: Occurrence
    shapes: tuple[Shape, Shape]


class TranslatedFile(NamedTuple):
    """A file and its translation: paths, languages, how many questions each has, and the pairs."""

    source: str
    other: str
    languages: tuple[str, str]
    counts: tuple[int, int]
    pairs: tuple[TranslatedQuestion, ...]
    last: Occurrence | None  # the translation's last question


@dataclass(slots=True)
class QuestionFacts:
    """The questions of one file, eight numbers each: digest, digest of the key, start, end, line
    and column of the stem, digest of the id (0 for none), shape.

    A hundred thousand questions take 7 MB and survive pickling. A key that the file does not
    settle has the digest 0. `likeness` is what they say, where a rule asks for it.
    """

    numbers: "array[int]" = field(default_factory=lambda: array("Q"))
    routes: list[str] = field(default_factory=list)
    likeness: Likeness | None = None

    def __len__(self) -> int:
        return len(self.routes)

    @property
    def digests(self) -> Sequence[int]:
        """What tells each question from every other."""
        return self.numbers[::EACH]

    @property
    def ids(self) -> Sequence[int]:
        """Digests of the ids, 0 for a question without one."""
        return self.numbers[6::EACH]

    def shape(self, index: int) -> Shape:
        """The shape of the question at an index."""
        packed = self.numbers[EACH * index + 7]
        return Shape(packed >> 60, packed >> 48 & 0xFFF, packed & 0xFFFF_FFFF_FFFF)

    def occurrence(self, path: str, index: int) -> Occurrence:
        """Where the question at an index stands, given the file's path."""
        _, key, start, end, line, column = self.numbers[index * EACH : index * EACH + 6]
        return Occurrence(path, Span(start, end), line, column, self.routes[index], key)


def question_facts(
    documents: tuple[Document, ...], source: Source, *, likeness: bool = False
) -> QuestionFacts:
    """The facts of every question that learners choose an answer to."""
    facts = QuestionFacts(likeness=Likeness() if likeness else None)
    for document in documents:
        first: dict[int, Question] = {}
        for question in document.questions:
            if question.selected and question.scored and not question.dynamic:
                span, same = question.stem.span, identity(question)
                known = first.setdefault(same, question)
                if known is not question and are_branches(known, question, source.text):
                    continue
                place = source.position(span.start)
                name = question.id.value.strip() if question.id is not None else ""
                numbers = (same, key_digest(question), *span, *place)
                facts.numbers.extend((*numbers, _digest(name) if name else 0, _shape(question)))
                facts.routes.append(question.route)
                if facts.likeness is not None:
                    facts.likeness.add(question)
    return facts


def _shape(question: Question) -> int:
    """A question's shape as one number; keys beyond the 48th option are not told apart."""
    kinds = list(Interaction)
    key = sum(1 << index for index in question.key.indices if index < LARGEST)
    count = min(len(question.options), 0xFFF)
    return kinds.index(question.interaction) << 60 | count << 48 | key


def are_branches(one: Question, other: Question, text: str) -> bool:
    """Whether a page shows one question or the other: a template's "else" stands between."""
    end = one.stem.span.end
    return _ELSE.search(text, end, max(end, other.stem.span.start)) is not None


def identity(question: Question) -> int:
    """A digest of what a learner sees, in which the order of options does not count."""
    stimulus = question.stimulus.text.value if question.stimulus is not None else ""
    options = sorted(collapse(option.text.value) for option in question.options)
    return _digest("\0".join([collapse(question.stem.value), collapse(stimulus), *options]))


def key_digest(question: Question) -> int:
    """A digest of the texts of the right options, in any order; 0 where none is known."""
    keyed = sorted(collapse(option.text.value) for option in question.keyed)
    return _digest("\0".join(keyed)) if keyed else 0


def _digest(text: str) -> int:
    return int.from_bytes(digest(text, 8), "big")
