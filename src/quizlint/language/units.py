"""Units of measure: what a symbol or name stands for, in base units.

A unit is a factor and a dimension. Factors are exact by definition (SI brochure, 9th edition, 2019;
international yard and pound, 1959); months and years are those of the Gregorian calendar on average
(a year of 365.2425 days), so that 12 months are one year and neither is a number of whole days.
"""

import re
from collections import Counter
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from quizlint.text.patterns import lazy

_POWER = lazy(r"(?P<name>[^\d^\-]+)(?:\^?(?P<power>-?[1-4]))?")


class Unit(NamedTuple):
    """A value in this unit times `factor`, plus `offset`, is one in base units of `dimension`.

    `dimension` is a product of base units with exponents, like `m s^-2`; two quantities can be
    compared only where it is the same.
    """

    factor: Fraction
    dimension: str
    offset: Fraction = Fraction(0)


_SMALL, _LARGE = "p n µ u m c d", "k M G T P"

# Symbol, long names, factor, dimension, prefixes. `g` stands for mass so that prefixes are regular;
# `C` and `F` alone may be coulomb or Celsius, farad or Fahrenheit, and so are missing.
_PREFIXED = (
    ("m", "meter metre", "1", "m", "p n µ u m c d k"),
    ("g", "gram gramme", "1", "g", "p n µ u m c d k M"),
    ("s", "second sec", "1", "s", "p n µ u m"),
    ("A", "ampere amp", "1", "A", "p n µ u m k"),
    ("K", "kelvin", "1", "K", "n µ u m"),
    ("mol", "mole", "1", "mol", "p n µ u m k"),
    ("Hz", "hertz", "1", "s^-1", f"m {_LARGE}"),
    ("N", "newton", "1000", "g m s^-2", "n µ u m k M"),
    ("J", "joule", "1000", "g m^2 s^-2", f"n µ u m {_LARGE}"),
    ("W", "watt", "1000", "g m^2 s^-3", f"n µ u m {_LARGE}"),
    ("Pa", "pascal", "1000", "g m^-1 s^-2", "m h k M G"),
    ("V", "volt", "1000", "A^-1 g m^2 s^-3", "n µ u m k M"),
    ("Ω", "ohm", "1000", "A^-2 g m^2 s^-3", "m k M G"),
    ("T", "tesla", "1000", "A^-1 g s^-2", "n µ u m"),
    ("L", "liter litre", "1/1000", "m^3", "n µ u m c d h"),
    ("l", "", "1/1000", "m^3", "n µ u m c d h"),
    ("eV", "electronvolt", "1602176634/10000000000000000000000000", "g m^2 s^-2", "m k M G T"),
    ("cal", "calorie", "4184", "g m^2 s^-2", "k"),
    ("Wh", "", "3600000", "g m^2 s^-2", "m k M G T"),
    ("bar", "", "100000000", "g m^-1 s^-2", "m k"),
    ("B", "byte", "8", "bit", f"K {_LARGE}"),
    ("bit", "bit", "1", "bit", f"K {_LARGE}"),
    ("bps", "", "1", "bit s^-1", f"K {_LARGE}"),
    ("M", "", "1000", "m^-3 mol", "p n µ u m"),
    ("Da", "dalton", "1", "Da", "k M"),
)
_POWERS = {
    "p": -12, "n": -9, "µ": -6, "u": -6, "m": -3, "c": -2, "d": -1, "h": 2, "k": 3, "K": 3, "M": 6,
    "G": 9, "T": 12, "P": 15,
}  # fmt: skip
_LONG_PREFIXES = {
    "p": "pico", "n": "nano", "µ": "micro", "m": "milli", "c": "centi", "d": "deci", "h": "hecto",
    "k": "kilo", "M": "mega", "G": "giga", "T": "tera", "P": "peta",
}  # fmt: skip

# Names, factor, dimension.
_FIXED = (
    ("min minute minutes", "60", "s"),
    ("h hr hrs hour hours", "3600", "s"),
    ("day days", "86400", "s"),
    ("week weeks", "604800", "s"),
    ("month months", "2629746", "s"),
    ("yr yrs year years", "31556952", "s"),
    ("decade decades", "315569520", "s"),
    ("century centuries", "3155695200", "s"),
    ("t tonne tonnes", "1000000", "g"),
    ("in inch inches", "254/10000", "m"),
    ("ft foot feet", "3048/10000", "m"),
    ("yd yard yards", "9144/10000", "m"),
    ("mi mile miles", "1609344/1000", "m"),
    ("Å angstrom angstroms", "1/10000000000", "m"),
    ("AU", "149597870700", "m"),
    ("lb lbs pound pounds", "45359237/100000", "g"),
    ("oz ounce ounces", "28349523125/1000000000", "g"),
    ("ha hectare hectares", "10000", "m^2"),
    ("acre acres", "40468564224/10000000", "m^2"),
    ("cc", "1/1000000", "m^3"),
    ("atm", "101325000", "g m^-1 s^-2"),
    ("mmHg", "133322387415/1000000", "g m^-1 s^-2"),
    ("psi", "6894757293168/1000000", "g m^-1 s^-2"),
    ("mph", "44704/100000", "m s^-1"),
    ("kph kmh", "10/36", "m s^-1"),
    ("rpm", "1/60", "turn s^-1"),
    ("° degree degrees", "1", "degree"),
    ("rad radian radians", "1", "radian"),
    ("dB decibel decibels", "1", "dB"),
    ("% percent", "1/100", ""),
    ("‰ permille", "1/1000", ""),
    ("ppm", "1/1000000", ""),
    ("KiB", "8192", "bit"),
    ("MiB", "8388608", "bit"),
    ("GiB", "8589934592", "bit"),
    ("TiB", "8796093022208", "bit"),
)
# Names, factor and offset to kelvin.
_TEMPERATURES = (
    ("°C|℃|celsius|degrees celsius|degree celsius|degrees c", "1", "27315/100"),
    ("°F|℉|fahrenheit|degrees fahrenheit|degree fahrenheit|degrees f", "5/9", "45967/180"),
)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
_LETTERS = str.maketrans("μΩ·⋅×", "µΩ***")  # look-alikes


def unit(text: str) -> Unit | None:
    """What a unit as written means ("km/h", "kg m s^-2", "degrees Celsius"), or None.

    Symbols keep their case, since `Mg` and `mg` are different; names may be in any case.
    """
    if len(text) > 30:
        return None
    text = " ".join(text.translate(_LETTERS).replace("° ", "°").split())
    return _single(text) or _product(text)


@cache
def _table() -> dict[str, Unit]:
    """Every unit by its symbols and its names in lower case."""
    table: dict[str, Unit] = {}
    for symbol, names, factor, dimension, prefixes in _PREFIXED:
        one = Fraction(factor)
        table[symbol] = Unit(one, dimension)
        for prefix in prefixes.split():
            table[prefix + symbol] = Unit(one * Fraction(10) ** _POWERS[prefix], dimension)
        for name in names.split():
            table[name] = table[name + "s"] = table[symbol]
            for prefix in prefixes.split():
                if prefix in _LONG_PREFIXES:
                    long = _LONG_PREFIXES[prefix] + name
                    table[long] = table[long + "s"] = table[prefix + symbol]
    for names, factor, dimension in _FIXED:
        table.update(dict.fromkeys(names.split(), Unit(Fraction(factor), dimension)))
    for names, factor, offset in _TEMPERATURES:
        measure = Unit(Fraction(factor), "K", Fraction(offset))
        table.update(dict.fromkeys(names.split("|"), measure))
    return table


def _single(name: str) -> Unit | None:
    table = _table()
    found = table.get(name.replace("per cent", "percent"))
    if found is None and len(name) > 3:  # a name, not a symbol
        found = table.get(name.lower())
    return found


def _product(text: str) -> Unit | None:
    """Units multiplied and divided, each with an exponent: `m/s^2`, `J kg^-1 K^-1`, `km per hour`.

    "Square" and "cubic" before the first unit are exponents too.
    """
    named = text.removeprefix("cubic ").removeprefix("square ")
    above, *below = re.split(r"\s*/\s*|\s+per\s+", named)
    if len(below) > 1:
        return None
    factor, powers = Fraction(1), Counter[str]()
    first = 3 if text.startswith("cubic ") else 2 if text.startswith("square ") else 1
    for part, sign in ((above, first), (below[0] if below else "", -1)):
        for written in re.split(r"\s*\*\s*|\s+", part.strip("() ")):
            if not written:
                if part is above:
                    return None
                continue
            match = _POWER.fullmatch(written.translate(_SUPERSCRIPTS))
            base = _single(match["name"]) if match else None
            if match is None or base is None or base.offset:
                return None
            power = sign * int(match["power"] or 1)
            factor *= base.factor**power
            for name in base.dimension.split():
                symbol, _, exponent = name.partition("^")
                powers[symbol] += power * int(exponent or 1)
    dimension = " ".join(
        name if power == 1 else f"{name}^{power}" for name, power in sorted(powers.items()) if power
    )
    return Unit(factor, dimension)
