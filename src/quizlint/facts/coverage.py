"""Which card each question tests, and which cards no question touches."""

from collections.abc import Iterator
from typing import NamedTuple

from quizlint.content import Card, Document, Question
from quizlint.facts.evidence import evidence_of, words_of
from quizlint.language.evidence import Evidence, Words

_FEWEST_SHARED = 2
"""Words that a question must share with a card which it tests, unless it names the card's term."""


class Tested(NamedTuple):
    """A question, and the card that it tests; None if no card prepares for it."""

    question: Question
    card: Card | None


def tested_cards(document: Document, language: str) -> Iterator[Tested]:
    """For each question that picks among options with a key, the card that it tests."""
    evidence = evidence_of(document, language)
    for question in document.questions:
        if not question.selected or not question.key.indices:
            continue
        keyed = (option.text for option in question.keyed)
        words = words_of((question.stem, question.rationale, *keyed), language)
        best = max(_touched(words, evidence), key=lambda found: (found[1], -found[0]), default=None)
        yield Tested(question, None if best is None else document.cards[best[0]])


def touched_cards(document: Document, language: str) -> frozenset[int]:
    """The indices of the cards that some question touches, in its stem, options or explanation."""
    evidence = evidence_of(document, language)
    touched: set[int] = set()
    for question in document.questions:
        texts = (question.stem, question.rationale, *(option.text for option in question.options))
        touched.update(index for index, _ in _touched(words_of(texts, language), evidence))
    return frozenset(touched)


def _touched(words: Words, evidence: Evidence) -> Iterator[tuple[int, float]]:
    """The passages that a question may be about, and the weight of the words in common."""
    telling = {word: said for word, said in words.items() if word not in evidence.usual}
    for index in evidence.holding(telling):
        count, weight = evidence.shared(telling, index)
        front = evidence.passages[index].front - evidence.usual
        if count >= _FEWEST_SHARED or not front.isdisjoint(words):
            yield index, weight
