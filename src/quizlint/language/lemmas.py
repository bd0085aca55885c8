"""The stems of words, so that inflections of one word are seen as one.

The stems are Snowball's (Porter's algorithm for English): they are no words, but `enzymes` and
`enzyme`, `mutation` and `mutated` have the same one.
"""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from quizlint.language.agreement import singular
from quizlint.language.telling import is_function_word

_KEPT_WORDS = 32_768
_LONGEST = 48  # characters; what is longer is no word

_STEMMERS = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "fi": "finnish", "fr": "french", "hu": "hungarian", "id": "indonesian", "it": "italian",
    "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sv": "swedish", "tr": "turkish",
}  # fmt: skip


def stem(word: str, language: str = "en") -> str:
    """The stem of a word in any case; the word in lower case where the language is not known."""
    word = word.lower()
    return _stem(word, language) if len(word) <= _LONGEST else word


def content_stems(words: Iterable[str], language: str = "en") -> frozenset[str]:
    """The stems of the words that carry meaning: no function words, none of under three letters.

    For "which of the words of the stem return in an option?" intersect two of these.
    """
    found = set(map(_content(language).__getitem__, words))
    found.discard("")
    return frozenset(found)


def content_stem(word: str, language: str = "en") -> str:
    """The stem of a word that carries meaning, as `content_stems` has it; nothing for others."""
    return _content(language)[word]


class Memory(dict[str, str]):
    """What a function says of words, kept for the next time; looked up with `[word]`."""

    def __init__(self, function: Callable[[str], str]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> str:
        if len(self) >= _KEPT_WORDS:
            self.clear()
        self[word] = said = self._function(word)
        return said


@cache
def _content(language: str) -> Memory:
    """The stems of words that carry meaning; nothing for other words."""

    def content(written: str) -> str:
        word = written.lower().replace("’", "'")
        if len(word) <= 2 or word.isdigit() or is_function_word(word, language):
            return ""
        return stem(word.removesuffix("'s"), language)

    return Memory(content)


@lru_cache(maxsize=_KEPT_WORDS)
def _stem(word: str, language: str) -> str:
    stemmer = _stemmer(language)
    if stemmer is None:
        return word
    return stemmer(singular(word) or word) if language == "en" else stemmer(word)


@cache
def _stemmer(language: str) -> Callable[[str], str] | None:
    if language not in _STEMMERS:
        return None
    import snowballstemmer  # type: ignore[import-untyped]

    stem_word: Callable[[str], str] = snowballstemmer.stemmer(_STEMMERS[language]).stemWord
    return stem_word
