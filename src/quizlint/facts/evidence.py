"""What the cards of a document say about its questions."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple
from weakref import WeakKeyDictionary

from quizlint.content import Card, Document, Question
from quizlint.language.catchall import catch_all
from quizlint.language.evidence import (
    RELATED,
    Evidence,
    Support,
    Words,
    denies,
    has_number,
    passage,
    telling_words,
    words_said,
)
from quizlint.text import Prose, Text

_kept: WeakKeyDictionary[Document, Evidence] = WeakKeyDictionary()

_MOST_OF = 2 / 3
"""The part of an option's own words that an explanation must have to speak for it.

Explanations name other options to tell them apart, but then the right one too: in about 1,800
explanations of real files it was met twice that one had so much of another option, and nothing of a
key that holds.
"""

_LONG_ENOUGH = 5
"""Telling words of an explanation below which it need not touch on anything."""


def evidence_of(document: Document, language: str) -> Evidence:
    """The cards of a document, ready to be asked."""
    if document not in _kept:
        _kept[document] = Evidence(
            [
                passage(card.front.prose, (card.front.prose, card.back.prose), language)
                for card in document.cards
            ],
            language,
        )
    return _kept[document]


def supports(question: Question, document: Document, language: str) -> tuple[Support, ...]:
    """How strongly the document's cards support each option; empty where words cannot tell.

    They cannot where the answer is computed from numbers, where an option is about the others
    ("all of the above"), and where there is nothing to choose between or from.
    """
    texts = [option.text.prose for option in question.options]
    if len(texts) < 2 or not document.cards or _is_computed(question):
        return ()
    if any(catch_all(text.text) is not None for text in texts):
        return ()
    return evidence_of(document, language).weigh(
        words_said(question.stem.prose, language),
        [words_said(text, language) for text in texts],
        [denies(text) for text in texts],
    )


class Told(NamedTuple):
    """The one option that an explanation has words of, and these words."""

    option: int
    words: tuple[str, ...]


def told_by(rationale: Prose, question: Question, language: str) -> Told | None:
    """The option whose own words an explanation uses, if it uses nothing of any other option's.

    Own words are those that no other option has, and not the stem. Most of the option's must be
    found, and none beside a negation. The key may be spoken of in other words: who uses a synonym
    of it speaks of it. What was computed has figures of all sorts, and code has the same words
    everywhere.
    """
    texts = [option.text.prose for option in question.options]
    if _is_computed(question) or any(
        text.has_code or text.has_math or catch_all(text.text) is not None for text in texts
    ):
        return None
    options = [words_said(text, language) for text in texts]
    counts = Counter(word for option in options for word in option)
    stem = words_said(question.stem.prose, language)
    said = Evidence([passage(None, [rationale], language)], language)
    denied = _denied(said)
    found: list[Told] = []
    for index, option in enumerate(options):
        rest = {word: as_said for word, as_said in option.items() if word not in stem}
        own = {word: as_said for word, as_said in rest.items() if counts[word] == 1}
        if index in question.key.indices:
            if not rest or _is_said(own or rest, said):
                return None
            continue
        shared = {word: as_said for word, as_said in own.items() if word in said.passages[0].words}
        if not shared:
            continue
        if len(shared) < _MOST_OF * len(own) or not denied.isdisjoint(shared):
            return None
        found.append(Told(index, tuple(shared.values())))
    return found[0] if len(found) == 1 else None


def _is_computed(question: Question) -> bool:
    """Whether the stem gives numbers, and the options are such."""
    options = (option.text.prose for option in question.options)
    return has_number(question.stem.prose) and any(map(has_number, options))


def _is_said(words: Words, said: Evidence) -> bool:
    """Whether an explanation has one of some words, or half of them in other words."""
    alike = [max(said.likeness(*word).values(), default=0.0) for word in words.items()]
    return 1.0 in alike or 2 * sum(each >= RELATED for each in alike) >= len(alike)


def _denied(said: Evidence) -> frozenset[str]:
    """The words of clauses with a negation that no other clause has."""
    clauses = said.passages[0].clauses
    affirmed = frozenset[str]().union(*(c.words for c in clauses if not c.denies))
    return frozenset(said.passages[0].words) - affirmed


def strange_to_key(question: Question, document: Document, language: str) -> Card | None:
    """The card that defines what the key names, if the explanation has nothing of it.

    Nor of the key or the stem; words of the topic, and of most cards, do not count.
    """
    if question.rationale is None or len(question.key.indices) != 1 or not document.cards:
        return None
    key = telling_words(question.keyed[0].text.prose, language)
    evidence = evidence_of(document, language)
    said = words_said(question.rationale.prose, language)
    if not key or len(said) < _LONG_ENOUGH:
        return None
    topic = {*words_of([document.title, document.topic], language), *evidence.usual}
    heard = {word: as_said for word, as_said in said.items() if word not in topic}
    for index, each in enumerate(evidence.passages):
        if key <= each.front and len(each.front - key) <= 1:
            strange = evidence.shared(heard, index)[0] == 0
            named = key | telling_words(question.stem.prose, language)
            return document.cards[index] if strange and named.isdisjoint(heard) else None
    return None


def words_of(texts: Iterable[Text | None], language: str) -> Words:
    """The telling words of several texts together."""
    found: dict[str, str] = {}
    for text in texts:
        if text is not None:
            found.update(words_said(text.prose, language))
    return found
