"""What an option amounts to: a quantity or a range, in forms that only options take."""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from quizlint.content import Option
from quizlint.text.patterns import lazy

# A place in a list, a call: what a program computes, whatever number stands in it.
_CODE = lazy(r"[\w\])]\[|\w\((?!s\))|[{}]|==|->|::")


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
    """Amounts of texts that differ in one number and nothing else, whatever it means.

    "42 kms/hr", "Type 2", "It takes 5 days", "x = 3", "Stage IV", "twice", "March".
    """
    if any(len(text) > LONGEST or _CODE.search(text) for text in texts):
        return None
    for pattern, value in _scales():
        found = _by_one(texts, pattern, value, language)
        if found is not None:
            return found
    return None


LONGEST = 120
"""Characters beyond which an option is a text in which many things differ."""


def _by_one(
    texts: list[str],
    pattern: re.Pattern[str],
    value: Callable[[str, str], Fraction | None],
    language: str,
) -> list[Amount] | None:
    """The amounts of texts that are alike but for one match of a pattern."""
    split = [pattern.split(text.strip().rstrip(".")) for text in texts]
    if len(split[0]) < 3 or any(len(parts) != len(split[0]) for parts in split):
        return None
    columns = [
        {part if at % 2 else "".join(part.lower().split()) for part in column}
        for at, column in enumerate(zip(*split, strict=True))
    ]
    varying = [at for at, column in enumerate(columns) if len(column) > 1]
    if len(varying) != 1 or varying[0] % 2 == 0 or len(columns[varying[0]]) < len(texts):
        return None
    values = [value(parts[varying[0]], language) for parts in split]
    kind = "|".join("#" if at == varying[0] else part for at, part in enumerate(split[0]))
    numbers = [each for each in values if each is not None]
    if len(numbers) < len(texts):
        return None
    return [Amount(number, number, kind) for number in numbers]


@cache
def _scales() -> tuple[tuple[re.Pattern[str], Callable[[str, str], Fraction | None]], ...]:
    """What can be counted in a text, and how. Figures that are part of a name (`B12`) cannot."""
    number = r"(?:\d+(?:[.,]\d+)*|\.\d+)"
    return (
        (
            re.compile(rf"\A([-+−]?{number})(?![\d_^x]|[.,/]\d)(?=\s*[^\W\d_]|\s*[-°%])"),
            _in_figures,
        ),
        (re.compile(rf"((?<![\w.,:/^+*\-])[-+−]?{number}(?![\d_^x]|[.,/]\d))"), _in_figures),
        (re.compile(rf"(?<![\w-])({'|'.join(SAID)})(?![\w-])", re.IGNORECASE), _in_words),
        (re.compile(r"(?<=\w )([IVX]+)\b"), _in_roman),
    )


def _in_figures(written: str, language: str) -> Fraction | None:
    from quizlint.language.figures import leading_number

    number = leading_number(written.replace("−", "-"), language)
    return None if number is None or number[1] else number[0]


MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
SAID = {
    word: rank
    for words in (
        "zero one two three four five six seven eight nine ten eleven twelve",
        "none once twice thrice",
        "none first second third fourth fifth sixth seventh eighth ninth tenth",
        "none jan feb mar apr may jun jul aug sep oct nov dec",
        f"none {' '.join(MONTHS)}",
    )
    for rank, word in enumerate(words.split())
    if word != "none"
}
"""Words with a place in a row, and the place."""


def _in_words(written: str, _language: str) -> Fraction | None:
    return Fraction(SAID[written.lower()])


def _in_roman(written: str, _language: str) -> Fraction | None:
    values = [{"I": 1, "V": 5, "X": 10}[sign] for sign in written]
    following = [*values[1:], 0]
    return Fraction(
        sum(-one if one < after else one for one, after in zip(values, following, strict=True))
    )
