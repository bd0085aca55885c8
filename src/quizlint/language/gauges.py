"""How heavy the prose of a language is to read, by the formulas made for it, and for whom.

No single formula is right: each counts two things only. A language that has several is judged by
their median, so that one odd count decides nothing.

**English.** Flesch-Kincaid, the automated readability index, Coleman-Liau and Gunning's fog, all in
US school grades. **German.** The four Wiener Sachtextformeln, in school years. **Spanish.**
Fernández-Huerta and Szigriszt-Pazos; **Italian.** Gulpease; **French.** Flesch's reading ease with
the constants of Kandel and Moles: points from 0 to 100, and more points are easier.
"""

from collections.abc import Callable, Sequence
from math import sqrt
from typing import NamedTuple

from quizlint.language.readability import Readability

Formula = Callable[[Readability], float]


class Gauge(NamedTuple):
    """The formulas of a language, in one unit, and what they can be trusted with.

    `ends` say how heavy a text may be for the lowest label of a scale, for the one in the middle
    and for the highest. `error` is how far the formulas are off for a text of any length, `spread`
    the standard deviation, in the same unit, with which a single word moves them; a text of `n`
    words is off by `spread / sqrt(n)` more (both as squares). `easier` is +1 where a lower value is
    easier, -1 where a higher one is.
    """

    formulas: tuple[Formula, ...]
    ends: tuple[float, float, float]
    error: float
    spread: float
    easier: int = 1

    def of(self, load: Readability) -> float:
        """The median of the formulas."""
        from statistics import median  # slow to load, and only prose is graded

        return median(formula(load) for formula in self.formulas)

    def margin(self, words: int) -> float:
        """How far a text of so many words may lie from a limit without being told from it."""
        return sqrt(self.error**2 + self.spread**2 / max(words, 1))

    def over(self, value: float, end: float) -> float:
        """By how much a text is heavier than a limit; negative if it is easier."""
        return (value - end) * self.easier

    def end(self, position: float) -> float:
        """How heavy texts may be at a place on the scale, 0 for the lowest to 1 for the highest."""
        low, middle, high = self.ends
        if position <= 0.5:
            return low + (middle - low) * 2 * position
        return middle + (high - middle) * (2 * position - 1)

    @property
    def unit(self) -> str:
        """What values are: school grades, or points of reading ease."""
        return "grade" if self.easier > 0 else "reading ease"

    def shown(self, value: float) -> str:
        """A value as messages name it."""
        return f"{self.unit} {value:.{1 if self.easier > 0 else 0}f}"


def _ease(base: float, per_syllable: float, per_word: float) -> Formula:
    def formula(load: Readability) -> float:
        return base - per_word * load.words_per_sentence - per_syllable * load.syllables_per_word

    return formula


def _wiener(many: float, sentence: float, long: float, single: float, base: float) -> Formula:
    """Bamberger, R. and Vanecek, E. (1984). Lesen, Verstehen, Lernen, Schreiben. Wien."""

    def formula(load: Readability) -> float:
        share = 100 / max(load.words, 1)
        return (
            many * load.polysyllables * share
            + sentence * load.words_per_sentence
            + long * load.long_words * share
            - single * load.monosyllables * share
            - base
        )

    return formula


def _gulpease(load: Readability) -> float:
    """Lucisano, P. and Piemontese, M. E. (1988). GULPEASE. Scuola e città 39, 110-124."""
    words = max(load.words, 1)
    return 300 * load.sentences / words - 10 * load.characters / words + 89


GAUGES = {
    "en": Gauge(
        (
            lambda load: load.flesch_kincaid_grade,
            lambda load: load.ari,
            lambda load: load.coleman_liau,
            lambda load: load.gunning_fog,
        ),
        (8.0, 10.34, 18.0),
        error=1.5,
        spread=10.0,
    ),
    "de": Gauge(
        (
            _wiener(0.1935, 0.1672, 0.1297, 0.0327, 0.875),
            _wiener(0.2007, 0.1682, 0.1373, 0.0, 2.779),
            _wiener(0.2963, 0.1905, 0.0, 0.0, 1.1144),
            _wiener(0.2744, 0.2656, 0.0, 0.0, 1.693),
        ),
        (9.0, 12.0, 16.0),
        error=1.5,
        spread=12.0,
    ),
    "es": Gauge(
        (_ease(206.84, 60.0, 1.02), _ease(206.84, 62.3, 1.0)),
        (55.0, 40.0, 5.0),
        error=10.0,
        spread=60.0,
        easier=-1,
    ),
    "it": Gauge((_gulpease,), (60.0, 40.0, 20.0), error=8.0, spread=30.0, easier=-1),
    "fr": Gauge(
        (_ease(207.0, 73.6, 1.015),), (60.0, 50.0, 0.0), error=10.0, spread=65.0, easier=-1
    ),
}
"""The gauges by language code."""


def gauge(language: str) -> Gauge | None:
    """The gauge of a language; None where textstat has no formula made for it."""
    return GAUGES.get(language)


def position(label: str, scale: Sequence[str]) -> float | None:
    """Where a label stands on a scale, 0 for the lowest to 1 for the highest; None for neither.

    The only label of a scale stands in the middle.
    """
    folded = [word.casefold() for word in scale]
    if label.casefold() not in folded:
        return None
    return folded.index(label.casefold()) / (len(folded) - 1) if len(folded) > 1 else 0.5
