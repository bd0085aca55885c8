"""Words that the readers of a document know because it teaches them.

A formula takes every long word for a hard one, though a sheet on photosynthesis explains that word
before it uses it. Gunning (1952, The technique of clear writing) leaves proper names and familiar
jargon out of his count for that reason.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from quizlint.language._textstat import familiar_words
from quizlint.language.lemmas import content_stems, stem
from quizlint.text import Prose

KNOWN_WORD = "water"
"""What a longer word counts as that readers know: two syllables, five letters."""

TERM_WORDS = 3
"""A front of at most so many telling words names a term ("What is a deadlock?")."""

RETURNS = 2
"""A word that so many items use is of the domain."""

_ADVERB = ("ly", "ment", "weise", "mente")
"""Ends of words that return because a writer is fond of them: adverbs name nothing."""

_AROUND = ".,;:?!()[]\"'“”‘’«»"
_ENDS = ".,;:?!"


def known_stems(
    names: Iterable[Prose],
    fronts: Iterable[Prose],
    items: Iterable[Iterable[Prose]],
    language: str = "en",
) -> frozenset[str]:
    """The stems of the words that a document teaches or keeps using.

    `names` are its title and topic, `fronts` those of its cards, `items` the texts of each item.
    Long fronts do not count: a heavy question would excuse its own words.
    """
    taught = set[str]()
    for name in names:
        taught |= content_stems(name.words, language)
    for front in fronts:
        asked = content_stems(front.words, language)
        if len(asked) <= TERM_WORDS:
            taught |= asked
    used: Counter[str] = Counter()
    for texts in items:
        used.update(content_stems(_naming(texts), language))
    return frozenset(taught | {stem for stem, n in used.items() if n >= RETURNS})


def shared_stems(one: Prose, other: Prose, language: str = "en") -> frozenset[str]:
    """The stems of what two parts of an item are both about, like a stem and its explanation."""
    return content_stems(_naming([one]), language) & content_stems(_naming([other]), language)


def _naming(texts: Iterable[Prose]) -> Iterator[str]:
    return (word for text in texts for word in text.lower_words if not word.endswith(_ADVERB))


def familiar(stems: frozenset[str], language: str = "en") -> Callable[[str], str]:
    """A function that rewrites a text as readers meet it who know these words, and names.

    Names are capitalised words inside a sentence, but in German, which capitalises all nouns.
    """
    names = language != "de"

    def known(piece: str, opening: bool) -> bool:
        bare = piece.strip(_AROUND)
        if names and not opening and bare[:1].isupper():
            return True
        words = Prose(bare).words
        return bool(words) and content_stems(words, language) <= stems

    def rewrite(text: str) -> str:
        pieces, opening = [], True
        for piece in text.split():
            end = piece[len(piece.rstrip(_ENDS)) :]
            long = len(piece) - len(end) > len(KNOWN_WORD)
            pieces.append(KNOWN_WORD + end if long and known(piece, opening) else piece)
            opening = end[:1] in tuple(".?!:")
        return " ".join(pieces)

    return rewrite


def unfamiliar_share(texts: Iterable[Prose]) -> float:
    """The share of English words that do not stand on Dale and Chall's list of familiar ones.

    Inflections of listed words are familiar. Up to .05 a text is one for the fourth grade or below
    (Chall and Dale, 1995, Readability revisited). 0.0 where there are no words.
    """
    listed = familiar_words()
    stems = _familiar_stems()
    words = [word for text in texts for word in text.lower_words if word.isalpha()]
    rare = sum(word not in listed and stem(word) not in stems for word in words)
    return rare / len(words) if words else 0.0


@cache
def _familiar_stems() -> frozenset[str]:
    return frozenset(map(stem, familiar_words()))
