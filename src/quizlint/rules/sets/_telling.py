"""The telling words of the items of a document."""

from collections import Counter
from collections.abc import Iterable

from quizlint.language.lemmas import content_stems
from quizlint.text import Text


def stems_of(texts: Iterable[Text | None]) -> frozenset[str]:
    """The stems of the words that carry meaning in several texts together."""
    return content_stems(
        word for text in texts if text is not None for word in text.prose.lower_words
    )


def common(groups: Iterable[frozenset[str]], share: float) -> frozenset[str]:
    """Words in more than this share of the groups (and in three at least): the topic's own."""
    listed = list(groups)
    seen = Counter(word for words in listed for word in words)
    return frozenset(word for word, n in seen.items() if n > max(2.0, share * len(listed)))
