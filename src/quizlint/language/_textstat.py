"""The one place that knows textstat: how it is loaded, and what it says of a word.

From 0.7.9 on textstat reads its pronunciations through nltk, which downloads them at run time. The
module that would do so is replaced before textstat is first imported, so that nltk is never loaded
and nothing touches the network; the table bundled with quizlint answers instead.
"""

import sys
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from quizlint.language import _pronunciation

LANGUAGE = "en_US"

_HOOK = "textstat.backend.utils._get_cmudict"
_PYPHEN_WORDS = 20_000
"""Words that pyphen, whose memory has no bound of its own, may keep before it is emptied."""


class _Pronunciations:
    """The table in the shape of nltk's: a word gives variants, a variant is a list of phones.

    textstat counts the phones that end in a digit; nothing else about them matters here.
    """

    def __getitem__(self, word: str) -> list[list[str]]:
        count = _pronunciation.syllables(word)
        if count is None:
            raise KeyError(word)
        return [["0"] * count]


def _get_cmudict(lang: str) -> _Pronunciations | None:
    """What textstat asks for: pronunciations of a language, or None where there are none."""
    return _Pronunciations() if lang.split("_")[0] == "en" else None


@cache
def load() -> Any:
    """The package textstat, with the bundled pronunciations in place."""
    if "textstat" not in sys.modules:
        module = ModuleType(_HOOK)
        module.get_cmudict = _get_cmudict  # type: ignore[attr-defined]
        sys.modules[_HOOK] = module
    import textstat

    counts: Any = sys.modules["textstat.backend.counts._count_syllables"]
    if counts.get_cmudict is not _get_cmudict:  # somebody had loaded textstat before
        counts.get_cmudict = _get_cmudict
        counts.count_syllables.cache_clear()
    return textstat


@cache
def word_measures(language: str = "en") -> tuple[Callable[[str], str], Callable[[str], int]]:
    """Two functions of one word: it without its punctuation, and its syllables.

    They are textstat's own, without its memory of whole texts.
    """
    backend = load().backend
    remove = backend.transformations.remove_punctuation.__wrapped__
    count = backend.counts.count_syllables.__wrapped__
    code = LANGUAGE if language == "en" else language
    hyphens = backend.utils.get_pyphen(code).hd.cache

    def without_punctuation(word: str) -> str:
        return str(remove(word, False))

    def syllables(word: str) -> int:
        if len(hyphens) > _PYPHEN_WORDS:
            hyphens.clear()
        return int(count(word, code))

    return without_punctuation, syllables


@cache
def familiar_words() -> frozenset[str]:
    """Dale and Chall's list of English words that fourth-graders know, in lower case.

    It is textstat's copy, read without importing what textstat needs besides.
    """
    spec = find_spec("textstat")
    if spec is None or spec.origin is None:
        raise ImportError("textstat is not installed")
    lines = Path(spec.origin).with_name("resources").joinpath("en", "easy_words.txt")
    return frozenset(map(str.strip, lines.read_text("utf-8").splitlines()))
