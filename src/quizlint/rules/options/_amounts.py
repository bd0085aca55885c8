"""What an option amounts to: a quantity or a range, in forms that only options take."""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from quizlint.content import Option


class Amount(NamedTuple):
    """From `low` to `high`, equal for a single quantity; None is an open end.

    Amounts can be put in order where they have the same `kind`.
    """

    low: Fraction | None
    high: Fraction | None
    kind: str

    @property
    def place(self) -> tuple[Fraction, Fraction]:
        """Where it belongs in ascending order."""
        low, high = self.low, self.high
        if low is None:
            assert high is not None
            return high, Fraction(-1)
        return low, Fraction(0) if low == high else Fraction(1)


def amounts(options: Sequence[Option], language: str) -> list[Amount] | None:
    """What each option amounts to; None where one is no amount or two are of different kinds."""
    found: list[Amount] = []
    for option in options:
        prose = option.text.prose
        if prose.has_code or prose.has_media:
            return None
        amount = amount_of(prose.text, language)
        if amount is None or (found and amount.kind != found[0].kind):
            return _alike([option.text.plain for option in options], language)
        found.append(amount)
    return found


def amount_of(text: str, language: str) -> Amount | None:
    """The amount that a whole text is: what `quantity` and `quantity_range` know, `Rs. 400`,
    `a week`, `half an hour`, `\\frac{1}{2}`.
    """
    from quizlint.language.numbers import quantity, quantity_range

    one = quantity(text, language)
    if one is not None:
        return Amount(one.value, one.value, one.dimension)
    span = quantity_range(text, language)
    if span is not None:
        return Amount(span.low, span.high, span.dimension)
    rewritten = _rewritten(text)
    return amount_of(rewritten, language) if rewritten != text else None


def _rewritten(text: str) -> str:
    """A text with what only people read as numbers put in figures."""
    text = text.strip()
    if text.startswith("$") and text.endswith("$") and len(text) > 2:
        text = text[1:-1].strip()
    for pattern, plain in _spellings():
        text = pattern.sub(plain, text)
    return text


@cache
def _spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return (
        (re.compile(r"^(?:rs\.?|inr)\s*(?=\d)", re.IGNORECASE), "₹"),
        (re.compile(r"^half\s+an?\s+(?=[a-z]+$)", re.IGNORECASE), "0.5 "),
        (re.compile(r"^an?\s+(?=[a-z]+$)", re.IGNORECASE), "1 "),
        (re.compile(r"\\[dt]?frac\s*\{(\d+)\}\s*\{(\d+)\}"), r"\1/\2"),
        (re.compile(r"(?<=\d)\s+[oº]\s+(?=[CF]$)"), " °"),
        (re.compile(r"(?<=\d)\s*-\s+(?=\d)|(?<=\d)\s+-\s*(?=\d)"), "-"),
        (re.compile(r"\\(?=[%$])"), ""),
    )


def _alike(texts: list[str], language: str) -> list[Amount] | None:
    """Amounts of texts that are a number and then the same words or signs, whatever they mean."""
    from quizlint.language.figures import leading_number

    found: list[Amount] = []
    rest = None
    for text in texts:
        number = leading_number(text.strip(), language) if len(text) < 60 else None
        if number is None:
            return None
        value, after = number
        after = "".join(after.split()).rstrip(".")
        if rest is None:
            rest = after
        # Figures, and dots behind figures, make a number one of a code or an address.
        if after != rest or not after or after[0] in ".,:/+*^=x" or not _words(after):
            return None
        found.append(Amount(value, value, after))
    return found


def _words(rest: str) -> bool:
    return rest[0].isalpha() or rest[0] in "-°%µμ"
