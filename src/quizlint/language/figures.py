"""Numbers at the start of a text, in figures or in words."""

import re
from fractions import Fraction

from quizlint.text.patterns import lazy

DECIMAL_COMMA = frozenset("de fr es it pt nl ru pl cs sv da tr ro id uk".split())
"""Languages that write 1,5 and 1.000."""

_LARGEST_POWER = 300

_SMALL_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS_WORDS = {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
NUMBER_WORDS = (*_SMALL_WORDS, *_TENS_WORDS)
"""The words that a number in words begins with."""

_SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_VULGARS = dict(
    zip(
        "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞",
        "1/2 1/3 2/3 1/4 3/4 1/5 2/5 3/5 4/5 1/6 5/6 1/8 3/8 5/8 7/8".split(),
        strict=True,
    )
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")

_DECIMAL = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,'’_]\d+)*|[.,]\d+"
_POWER = lazy(
    rf"(?:(?P<factor>{_DECIMAL})\s?[×xX·*]\s?)?(?P<base>\d{{1,3}})"
    r"(?:\s?\^\s?[{(]?(?P<power>[+\-]?\d{1,4})[)}]?|(?P<raised>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))"
)
_PLAIN = lazy(rf"(?P<number>{_DECIMAL})(?:[eE](?P<e>[+\-]?\d{{1,4}})(?!\w))?")
_FRACTION = lazy(
    r"(?:(?P<whole>\d{1,9})\s)?(?P<above>\d{1,9})\s?[/⁄]\s?(?P<below>\d{1,9})(?![\d.,]\d|\d)"
)
_VULGAR = lazy(rf"(?:(?P<whole>\d{{1,9}})\s?)?(?P<part>[{''.join(_VULGARS)}])")
_SCALE = lazy(rf"\s({'|'.join(_SCALES)})\b", re.IGNORECASE)
_SPELLED = lazy(r"(?P<word>[A-Za-z]+(?:-[a-z]+)?)(?=\s|$|%)")


def leading_number(text: str, language: str = "en") -> tuple[Fraction, str] | None:
    """The number a text begins with and what follows it; None if it begins with none.

    Understood are `1,000.5`, `.5`, `1.5e3`, `3 × 10^8`, `2³`, `1/2`, `1 1/2`, `2½`, `-5`, `five`,
    `twenty-five million`. Separators that may mean decimals or thousands give None, and so do
    powers too large to be written out.
    """
    sign = 1
    body = text
    if text[:1] in "+-" and text[1:2].strip():
        sign, body = (-1 if text[0] == "-" else 1), text[1:]
    found = _figures(body, language) if body[:1] in "0123456789.,½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞" else _words(body)
    if found is None:
        return None
    value, rest = found
    scale = _SCALE.match(rest)
    if scale is not None:
        value, rest = value * 10 ** _SCALES[scale[1].lower()], rest[scale.end() :]
    return sign * value, rest


def _figures(text: str, language: str) -> tuple[Fraction, str] | None:
    if match := _FRACTION.match(text):
        if int(match["below"]) == 0:
            return None
        part = Fraction(int(match["above"]), int(match["below"]))
        return part + int(match["whole"] or 0), text[match.end() :]
    if match := _VULGAR.match(text):
        part = Fraction(_VULGARS[match["part"]])
        return part + int(match["whole"] or 0), text[match.end() :]
    if match := _POWER.match(text):
        factor = _decimal(match["factor"], language) if match["factor"] else Fraction(1)
        raised = _raised(int(match["base"]), match["power"] or match["raised"])
        if factor is None or raised is None:
            return None
        return factor * raised, text[match.end() :]
    if match := _PLAIN.match(text):
        value = _decimal(match["number"], language)
        raised = _raised(10, match["e"] or "0")
        if value is None or raised is None:
            return None
        return value * raised, text[match.end() :]
    return None


def _raised(base: int, power: str) -> Fraction | None:
    exponent = int(power.translate(_RAISED))
    if abs(exponent) > _LARGEST_POWER or (base == 0 and exponent <= 0):
        return None
    return Fraction(base) ** exponent


def _decimal(written: str, language: str) -> Fraction | None:
    """Figures with separators, or None where they may be decimals or thousands."""
    comma = language in DECIMAL_COMMA
    point, group = (",", ".") if comma else (".", ",")
    digits = re.sub(r"(?<=\d)['’_\s](?=\d{3})", "", written)
    if re.fullmatch(rf"[1-9]\d{{0,2}}(?:[{group}]\d{{3}})+(?:[{point}]\d+)?", digits):
        digits = digits.replace(group, "")
    if re.fullmatch(rf"\d*(?:[{point}]\d+)?", digits):
        return Fraction(digits.replace(",", "."))
    if re.fullmatch(rf"0[{group}]\d+", digits):  # no thousand begins with 0
        return Fraction(digits.replace(",", "."))
    if comma and re.fullmatch(r"\d+\.(?!\d{3}$)\d+", digits):  # nor do two figures follow one
        return Fraction(digits)
    return None


def _words(text: str) -> tuple[Fraction, str] | None:
    match = _SPELLED.match(text)
    if match is None:
        return None
    word = match["word"].lower()
    if word in _SMALL_WORDS:
        return Fraction(_SMALL_WORDS[word]), text[match.end() :]
    tens, _, ones = word.partition("-")
    ten, one = _TENS_WORDS.get(tens), _SMALL_WORDS.get(ones, 0)
    if ten is None or (ones and not 0 < one < 10):
        return None
    return Fraction(ten + one), text[match.end() :]
