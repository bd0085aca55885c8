"""Facts about questions: what tells one from another, and where it stands."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from quizlint.content import Document, Question
from quizlint.text import Source, Span
from quizlint.text.digest import digest
from quizlint.text.normal import collapse
from quizlint.text.patterns import lazy

# The mark of Svelte, Jinja and Liquid, Handlebars, and Go's templates.
_ELSE = lazy(r"\{:else\b|\{%-?\s*(?:else|elif|elsif)\b|\{\{-?\s*else\b")


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


@dataclass(slots=True)
class QuestionFacts:
    """The questions of one file, six numbers each: digest, digest of the key, start, end, line and
    column of the stem.

    A hundred thousand questions take 5 MB and survive pickling. A key that the file does not
    settle has the digest 0.
    """

    numbers: "array[int]" = field(default_factory=lambda: array("Q"))
    routes: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.routes)

    @property
    def digests(self) -> Sequence[int]:
        """What tells each question from every other."""
        return self.numbers[::6]

    def occurrence(self, path: str, index: int) -> Occurrence:
        """Where the question at an index stands, given the file's path."""
        _, key, start, end, line, column = self.numbers[index * 6 : index * 6 + 6]
        return Occurrence(path, Span(start, end), line, column, self.routes[index], key)


def question_facts(documents: tuple[Document, ...], source: Source) -> QuestionFacts:
    """The facts of every question that learners choose an answer to."""
    facts = QuestionFacts()
    for document in documents:
        first: dict[int, Question] = {}
        for question in document.questions:
            if question.selected and question.scored and not question.dynamic:
                span, same = question.stem.span, identity(question)
                known = first.setdefault(same, question)
                if known is not question and are_branches(known, question, source.text):
                    continue
                place = source.position(span.start)
                facts.numbers.extend((same, key_digest(question), *span, *place))
                facts.routes.append(question.route)
    return facts


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
