"""How heavy English prose is to read: textstat's values from one pass over a text.

A readability formula counts words, sentences and syllables. It says what a text asks of a reader,
never whether an item is hard.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from quizlint.language import _pronunciation, _textstat
from quizlint.text import Prose

MIN_WORDS = 20
"""Texts below this many words have no score worth telling: one long word moves it by grades."""

_KEPT_WORDS = 32_768
_LONGEST_KEPT = 48  # characters; a longer piece is no word that comes back


@dataclass(frozen=True, slots=True)
class Readability:
    """What one text, or several together, holds that readability formulas count.

    `pieces` are separated by white space, `words` are those with a letter or digit in them, as
    textstat counts them: `state-of-the-art` is one. `full_sentences` have three words or more;
    shorter ones are no sentences to textstat. Two add up to what their texts give one after the
    other, each closed by a full stop.

    The formulas give exactly textstat's values, and 0.0 where there is nothing to score.
    """

    pieces: int = 0
    words: int = 0
    full_sentences: int = 0
    syllables: int = 0
    letters: int = 0
    characters: int = 0

    def __add__(self, other: "Readability") -> "Readability":
        return Readability(
            self.pieces + other.pieces,
            self.words + other.words,
            self.full_sentences + other.full_sentences,
            self.syllables + other.syllables,
            self.letters + other.letters,
            self.characters + other.characters,
        )

    @property
    def sentences(self) -> int:
        """The full sentences; at least one, unless the text is empty."""
        return max(1, self.full_sentences) if self.pieces else 0

    @property
    def enough(self) -> bool:
        """Whether there are words enough for a score that means something."""
        return self.words >= MIN_WORDS

    @property
    def flesch_reading_ease(self) -> float:
        """0 (very hard) to 100 (very easy), and beyond for odd texts.

        Flesch, R. (1948). A new readability yardstick. Journal of Applied Psychology 32, 221-233.
        """
        if not self.words or not self.syllables:
            return 0.0
        return 206.835 - 1.015 * self._words_per_sentence - 84.6 * self._syllables_per_word

    @property
    def flesch_kincaid_grade(self) -> float:
        """The US school grade whose pupils read it with ease.

        Kincaid, J. P., Fishburne, R. P., Rogers, R. L. and Chissom, B. S. (1975). Derivation of
        new readability formulas for Navy enlisted personnel. Research Branch Report 8-75.
        """
        if not self.words or not self.syllables:
            return 0.0
        return (0.39 * self._words_per_sentence) + (11.8 * self._syllables_per_word) - 15.59

    @property
    def ari(self) -> float:
        """The automated readability index, a US school grade that needs no syllables.

        Smith, E. A. and Senter, R. J. (1967). Automated Readability Index. AMRL-TR-66-220.
        """
        if not self.words or not self.pieces:
            return 0.0
        return (4.71 * (self.characters / self.pieces)) + (0.5 * self._words_per_sentence) - 21.43

    @property
    def coleman_liau(self) -> float:
        """The Coleman-Liau index, a US school grade from letters and sentences.

        Coleman, M. and Liau, T. L. (1975). A computer readability formula designed for machine
        scoring. Journal of Applied Psychology 60, 283-284.
        """
        if not self.words or not self.letters:
            return 0.0
        letters = self.letters / self.words * 100
        sentences = self.sentences / self.words * 100
        return (0.058 * letters) - (0.296 * sentences) - 15.8

    @property
    def _words_per_sentence(self) -> float:
        return self.words / self.sentences

    @property
    def _syllables_per_word(self) -> float:
        return self.syllables / self.words


def readability(text: str) -> Readability:
    """The counts of an English text of any length; linear in it."""
    return _counts((text,))


def pooled(proses: Iterable[Prose]) -> Readability:
    """The counts of what is read of several texts together, like a stem and its options.

    That is their words, without code, formulas and addresses.
    """
    return _counts(prose.wording for prose in proses)


def _counts(texts: Iterable[str]) -> Readability:
    pieces: list[str] = []
    sentences = 0
    for text in texts:
        own = text.split()
        pieces += own
        sentences += _full_sentences(text, own)
    if not pieces:
        return Readability()
    lengths = list(map(len, pieces))
    measure = _piece if max(lengths) <= _LONGEST_KEPT else _piece.__wrapped__
    words, syllables, letters = map(sum, zip(*map(measure, pieces), strict=True))
    return Readability(len(pieces), words, sentences, syllables, letters, sum(lengths))


@lru_cache(maxsize=_KEPT_WORDS)
def _piece(piece: str) -> tuple[int, int, int]:
    """Of a piece without white space: whether it is a word, its syllables, its letters."""
    bare = piece.rstrip(".,;:?!")
    if bare.isalpha() and bare.isascii():
        known = _pronunciation.syllables(bare.lower())
        if known is not None:  # as most words are; textstat says the same, once it is loaded
            return 1, known, len(bare)
    without_punctuation, syllables = _textstat.word_measures()
    letters = len(_not_letters().sub("", piece))
    word = without_punctuation(piece)
    return (1, syllables(word), letters) if word else (0, 0, letters)


def _full_sentences(text: str, pieces: list[str]) -> int:
    last = len(text) - 1
    if text.find(".", 0, last) < 0 and text.find("?", 0, last) < 0 and text.find("!", 0, last) < 0:
        return _is_full(pieces)  # one sentence, as options and most stems are
    return sum(_is_full(sentence.split()) for sentence in _sentence().findall(text))


def _is_full(pieces: list[str]) -> bool:
    words = 0
    for piece in pieces:
        if piece.isalnum() or _letter().search(piece) is not None:
            words += 1
            if words > 2:
                return True
    return False


# textstat's own patterns: what its counts rest on
@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(r"\b[^.!?]+[.!?]*")


@cache
def _not_letters() -> re.Pattern[str]:
    return re.compile(r"[^\w\s]")


@cache
def _letter() -> re.Pattern[str]:
    return re.compile(r"\w")
