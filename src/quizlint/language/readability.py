"""How heavy prose is to read: textstat's values from one pass over a text.

A readability formula counts words, sentences and syllables. It says what a text asks of a reader,
never whether an item is hard. `gauges` says which formulas are meant for which language.
"""

from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass
from functools import cache, lru_cache, partial
from operator import add
from typing import TYPE_CHECKING

from quizlint.language import _pronunciation, _textstat
from quizlint.text import Prose
from quizlint.text.patterns import lazy

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

MIN_WORDS = 20
"""Texts below this many words have no score worth telling: one long word moves it by grades."""

_KEPT_WORDS = 32_768
_LONGEST_KEPT = 48  # characters; a longer piece is no word that comes back
_LONG = 6  # characters that a word must exceed to be long, as in textstat
_MANY_SYLLABLES = 3
_FIELD = 40  # bits of each count while they are added up: texts of a million million characters

# textstat's own patterns: what its counts rest on
_SENTENCE = lazy(r"\b[^.!?]+[.!?]*")
_NOT_LETTERS = lazy(r"[^\w\s]")
_LETTER = lazy(r"\w")


@dataclass(frozen=True, slots=True)
class Readability:
    """What one text, or several together, holds that readability formulas count.

    `pieces` are separated by white space, `words` are those with a letter or digit in them, as
    textstat counts them: `state-of-the-art` is one. `full_sentences` have three words or more;
    shorter ones are no sentences to textstat. `polysyllables` have three syllables or more, and are
    `difficult` unless they stand on Dale and Chall's list of familiar words; `long_words` have more
    than six characters. Two add up to what their texts give one after the other, each closed by a
    full stop.

    The formulas give exactly textstat's values, and 0.0 where there is nothing to score.
    """

    pieces: int = 0
    words: int = 0
    full_sentences: int = 0
    syllables: int = 0
    letters: int = 0
    characters: int = 0
    polysyllables: int = 0
    monosyllables: int = 0
    long_words: int = 0
    difficult: int = 0

    def __add__(self, other: "Readability") -> "Readability":
        return Readability(*map(add, astuple(self), astuple(other)))

    @property
    def sentences(self) -> int:
        """The full sentences; at least one, unless the text is empty."""
        return max(1, self.full_sentences) if self.pieces else 0

    @property
    def enough(self) -> bool:
        """Whether there are words enough for a score that means something."""
        return self.words >= MIN_WORDS

    @property
    def flesch_kincaid_grade(self) -> float:
        """The US school grade whose pupils read it with ease.

        Kincaid, J. P., Fishburne, R. P., Rogers, R. L. and Chissom, B. S. (1975). Derivation of
        new readability formulas for Navy enlisted personnel. Research Branch Report 8-75.
        """
        if not self.words or not self.syllables:
            return 0.0
        return (0.39 * self.words_per_sentence) + (11.8 * self.syllables_per_word) - 15.59

    @property
    def ari(self) -> float:
        """The automated readability index, a US school grade that needs no syllables.

        Smith, E. A. and Senter, R. J. (1967). Automated Readability Index. AMRL-TR-66-220.
        """
        if not self.words or not self.pieces:
            return 0.0
        return (4.71 * (self.characters / self.pieces)) + (0.5 * self.words_per_sentence) - 21.43

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
    def gunning_fog(self) -> float:
        """The fog index, years of schooling from sentence length and difficult words.

        Gunning, R. (1952). The technique of clear writing. New York: McGraw-Hill.
        """
        if not self.words:
            return 0.0
        return 0.4 * (self.words_per_sentence + (100 * self.difficult / self.words))

    @property
    def words_per_sentence(self) -> float:
        """The mean length of the sentences; 0.0 for no text."""
        return self.words / self.sentences if self.pieces else 0.0

    @property
    def syllables_per_word(self) -> float:
        """The mean length of the words in syllables; 0.0 for no words."""
        return self.syllables / self.words if self.words else 0.0


def readability(text: str, language: str = "en") -> Readability:
    """The counts of a text of any length; linear in it."""
    return _counts((text,), language)


def pooled(
    proses: Iterable[Prose], language: str = "en", plain: Callable[[str], str] | None = None
) -> Readability:
    """The counts of what is read of several texts together, like a stem and its options.

    That is their words, without code, formulas and addresses, each text as `plain` rewrites it.
    """
    wordings = (prose.wording for prose in proses)
    return _counts(wordings if plain is None else map(plain, wordings), language)


def _counts(texts: Iterable[str], language: str) -> Readability:
    pieces: list[str] = []
    sentences = 0
    for text in texts:
        own = text.split()
        pieces += own
        sentences += _full_sentences(text, own)
    if not pieces:
        return Readability()
    lengths = list(map(len, pieces))
    measure: Callable[[str], int] = _measure(language)
    if max(lengths) > _LONGEST_KEPT:
        measure = partial(_piece, language)
    total = sum(map(measure, pieces))
    words, syllables, *others = (total >> at * _FIELD & (1 << _FIELD) - 1 for at in range(7))
    letters, poly, mono, long, difficult = others
    return Readability(
        *(len(pieces), words, sentences, syllables, letters, sum(lengths)),
        *(poly, mono, long, difficult),
    )


@cache
def _measure(language: str) -> "_lru_cache_wrapper[int]":
    """`_piece` of a language, with a memory of its own."""
    return lru_cache(maxsize=_KEPT_WORDS)(partial(_piece, language))


def _piece(language: str, piece: str) -> int:
    """What a piece without white space counts as: seven counts in one number, quickly added."""
    bare = piece.rstrip(".,;:?!")
    syllables, letters = None, len(bare)
    if language == "en" and bare.isalpha() and bare.isascii():
        # Most words stand in the table; textstat says the same, once it is loaded.
        syllables = _pronunciation.syllables(bare.lower())
    if syllables is None:
        without_punctuation, syllables_of = _textstat.word_measures(language)
        letters = len(_NOT_LETTERS.sub("", piece))
        bare = without_punctuation(piece)
        if not bare:
            return letters << 2 * _FIELD
        syllables = syllables_of(bare)
    many = syllables >= _MANY_SYLLABLES
    hard = many and (language != "en" or bare.lower() not in _textstat.familiar_words())
    counts = (1, syllables, letters, many, syllables == 1, len(bare.replace("'", "")) > _LONG, hard)
    return sum(count << at * _FIELD for at, count in enumerate(counts))


def _full_sentences(text: str, pieces: list[str]) -> int:
    last = len(text) - 1
    if text.find(".", 0, last) < 0 and text.find("?", 0, last) < 0 and text.find("!", 0, last) < 0:
        return _is_full(pieces)  # one sentence, as options and most stems are
    return sum(_is_full(sentence.split()) for sentence in _SENTENCE.findall(text))


def _is_full(pieces: list[str]) -> bool:
    words = 0
    for piece in pieces:
        if piece.isalnum() or _LETTER.search(piece) is not None:
            words += 1
            if words > 2:
                return True
    return False
