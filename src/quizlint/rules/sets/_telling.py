"""The telling words of the items of a document."""

from collections import Counter
from collections.abc import Iterable

from quizlint.language.lemmas import content_stems
from quizlint.text import Text

MANY = 50
"""Groups of one document in which a word stands that tells nothing of any of them."""


def stems_of(texts: Iterable[Text | None]) -> frozenset[str]:
    """The stems of the words that carry meaning in several texts together."""
    return content_stems(
        word for text in texts if text is not None for word in text.prose.lower_words
    )


def common(groups: Iterable[frozenset[str]], share: float) -> frozenset[str]:
    """Words in more than this share of the groups (and in three at least): the topic's own.

    So are words in more than `MANY` groups, of however many: in a long document, too, few groups
    have any other word, and whoever compares those has work in proportion to its length.
    """
    listed = list(groups)
    seen = Counter(word for words in listed for word in words)
    most = max(2.0, min(MANY, share * len(listed)))
    return frozenset(word for word, n in seen.items() if n > most)
