"""What the cards of a document say about its questions."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple
from weakref import WeakKeyDictionary

from quizlint.content import Card, Document, Question
from quizlint.language.catchall import catch_all
from quizlint.language.evidence import (
    Evidence,
    Support,
    denies,
    has_number,
    passage,
    telling_words,
)
from quizlint.text import Prose, Text

_kept: WeakKeyDictionary[Document, Evidence] = WeakKeyDictionary()

_SPOKEN_FOR, _MOST_OF = 3, 0.75
"""Own words of an option, and the share of them, that an explanation must have to speak for it:
explanations name other options to tell them apart, but in fewer of their words."""

_LONG_ENOUGH = 5
"""Telling words of an explanation below which it need not touch on anything."""


def evidence_of(document: Document, language: str) -> Evidence:
    """The cards of a document, ready to be asked."""
    if document not in _kept:
        _kept[document] = Evidence(
            [
                passage(card.front.prose, (card.front.prose, card.back.prose), language)
                for card in document.cards
            ]
        )
    return _kept[document]


def supports(question: Question, document: Document, language: str) -> tuple[Support, ...]:
    """How strongly the document's cards support each option; empty where words cannot tell.

    They cannot where the answer is computed from numbers, where an option is about the others
    ("all of the above"), and where there is nothing to choose between or from.
    """
    texts = [option.text.prose for option in question.options]
    if len(texts) < 2 or not document.cards:
        return ()
    if any(catch_all(text.text) is not None for text in texts):
        return ()
    if has_number(question.stem.prose) and any(map(has_number, texts)):
        return ()
    return evidence_of(document, language).weigh(
        telling_words(question.stem.prose, language),
        [telling_words(text, language) for text in texts],
        [denies(text) for text in texts],
    )


class Told(NamedTuple):
    """The one option that an explanation has words of, and these words."""

    option: int
    words: tuple[str, ...]


def told_by(rationale: Prose, question: Question, language: str) -> Told | None:
    """The option whose own words an explanation uses, if it uses no other option's.

    Own words are those that no other option has, and not the stem. Several must be found, and most
    of the option's; words beside a negation do not count.
    """
    texts = [option.text.prose for option in question.options]
    options = [telling_words(text, language) for text in texts]
    counts = Counter(word for option in options for word in option)
    stem = telling_words(question.stem.prose, language)
    key = frozenset[str]().union(*(options[index] for index in question.key.indices))
    said = passage(None, [rationale], language)
    affirmed = frozenset[str]().union(*(c.words for c in said.clauses if not c.denies))
    found: list[Told] = []
    for index, option in enumerate(options):
        own = {word for word in option if counts[word] == 1 and word not in stem}
        if not own and index in question.key.indices:
            return None  # nothing tells whether the explanation is about it
        shared = own & said.words
        if not shared:
            continue
        if len(shared & affirmed) < _SPOKEN_FOR or len(shared) < _MOST_OF * len(own):
            if index in question.key.indices or shared & affirmed:
                return None
            continue
        if index not in question.key.indices and not said.words.isdisjoint(key - option - stem):
            return None
        spoken = [
            word for word in texts[index].words if telling_words(Prose(word), language) & shared
        ]
        found.append(Told(index, tuple(dict.fromkeys(map(str.lower, spoken)))))
    return found[0] if len(found) == 1 else None


def strange_to_key(question: Question, document: Document, language: str) -> Card | None:
    """The card that defines what the key names, if the explanation has nothing of it.

    Nor of the key or the stem; words of the topic, and of most cards, do not count.
    """
    if question.rationale is None or len(question.key.indices) != 1 or not document.cards:
        return None
    key = telling_words(question.keyed[0].text.prose, language)
    evidence = evidence_of(document, language)
    said = telling_words(question.rationale.prose, language)
    if not key or len(said) < _LONG_ENOUGH:
        return None
    topic = words_of([document.title, document.topic], language) | evidence.usual
    heard = said - topic
    for index, each in enumerate(evidence.passages):
        if key <= each.front and len(each.front - key) <= 1:
            strange = evidence.shared(heard, index)[0] == 0
            named = key | telling_words(question.stem.prose, language)
            return document.cards[index] if strange and heard.isdisjoint(named) else None
    return None


def words_of(texts: Iterable[Text | None], language: str) -> frozenset[str]:
    """The telling words of several texts together."""
    return frozenset[str]().union(
        *(telling_words(text.prose, language) for text in texts if text is not None)
    )
