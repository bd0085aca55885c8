"""Quantities and ranges as they stand in options."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.language.numbers import quantity, quantity_range


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("0.5", "50 %"),
        ("1/2", "50%"),
        ("½", "0.50"),
        ("1 1/2", "1.5"),
        ("2½", "5/2"),
        ("1 km", "1000 m"),
        ("1 kilometre", "1,000 meters"),
        ("2^3", "8"),
        ("1.5e3", "1,500"),
        ("3 × 10^8 m/s", "300 000 km/s"),
        ("3x10⁸", "300000000"),
        ("$5 million", "$5,000,000"),
        ("five", "5"),
        ("twenty-five", "25"),
        ("−5", "-5"),
        ("25 °C", "298.15 K"),
        ("212 °F", "100 °C"),
        ("12 months", "1 year"),
        ("90 min", "1.5 hours"),
        ("100 km/h", "1000/36 m/s"),
        ("1 mL", "1 cm³"),
        ("4 cubic meters", "4000 L"),
        ("2 square km", "2000000 m2"),
        ("1 N", "1 kg m s^-2"),
        ("1 kWh", "3.6 MJ"),
        ("1 mg/mL", "1 g/L"),
        ("9.81 m/s^2", "9.81 m s⁻²"),
        ("1 byte", "8 bits"),
        ("1 KiB", "1024 B"),
        ("1 mM", "1 mmol/L"),
        ("1:30 pm", "13:30"),
        ("12 a.m.", "0:00"),
        ("31 January 2024", "2024-01-31"),
        ("Jan. 31st, 2024", "31/01/2024"),
        ("third", "3rd"),
        ("12 protons", "twelve protons"),
        ("5 per cent", "0.05"),
        ("$7$", "7"),
        ("€5", "5 euros"),
        ("0,5", "0.5"),
        ("007", "7"),
    ],
)
def test_the_same_quantity(one: str, other: str) -> None:
    a, b = quantity(one), quantity(other)
    assert a is not None
    assert b is not None
    assert a.same(b), (a, b)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,000", "1.000"),
        ("5 kg", "5 g"),
        ("5 Mg", "5 mg"),
        ("5", "5 %"),
        ("5 m", "5"),
        ("5 protons", "5 neutrons"),
        ("about 5", "5"),
        ("$5", "€5"),
        ("365 days", "1 year"),
        ("5 mm", "5 mM"),
        ("1 KB", "1 KiB"),
        ("3rd", "3"),
        ("100 BC", "100 AD"),
        ("-5", "5"),
    ],
)
def test_different_quantities(one: str, other: str) -> None:
    a, b = quantity(one), quantity(other)
    assert a is not None
    assert b is not None
    assert not a.same(b)


@pytest.mark.parametrize(
    "text",
    "|A|a|one of them|1,5|12,34|1,0000|1.2.3|192.168.1.1|v2|0x1F|5 C|3:1|1:100|01/02/2024|1/0|"
    "1e999|10^999999|second|- 5|5 or 6|H2O|3 Doors Down|x = 5|2 + 2|[1, 2]|30 February 2024|25:00|"
    "13:30 pm|1:75|may|March|5 electrons in each shell|¼½|--5|5-|1e|²|٣".split("|"),
)
def test_unsure(text: str) -> None:
    assert quantity(text) is None


def test_decimal_comma() -> None:
    for text, value in (("1,5", "3/2"), ("1.000", "1000"), ("1.000,5", "2001/2"), ("1.5", "3/2")):
        found = quantity(text, "de")
        assert found is not None
        assert found.value == Fraction(value)


def test_order_and_kinds() -> None:
    times = [quantity(text) for text in ("30 s", "2 min", "1 hour", "3 days", "2 weeks")]
    values = [found.value for found in times if found]
    assert values == sorted(values)
    assert len(values) == 5
    years = [quantity("300 BC"), quantity("44 BCE"), quantity("14 AD")]
    assert [found and found.value for found in years] == [-300, -44, 14]
    distance, mass = quantity("5 km"), quantity("5 kg")
    assert distance is not None
    assert mass is not None
    assert distance.dimension == "m"
    assert distance.dimension != mass.dimension
    rough = quantity("approx. 5 km")
    assert rough is not None
    assert rough.approximate
    assert rough.dimension == distance.dimension


@given(st.integers(-(10**12), 10**12))
def test_integers(number: int) -> None:
    for text in (str(number), f"{number:,}"):
        found = quantity(text)
        assert found is not None
        assert found.value == number
        assert found.dimension == ""


@given(st.decimals(-1000, 1000, places=3), st.sampled_from(["km", "mg", "°C", "m/s", "%"]))
def test_decimals_with_units(number: object, unit: str) -> None:
    found = quantity(f"{number} {unit}")
    other = quantity(f"{number}{unit}")
    assert found is not None
    assert found == other


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("10-20", 10, 20),
        ("10 – 20 km", 10_000, 20_000),
        ("10 to 20 cm", Fraction(1, 10), Fraction(1, 5)),
        ("between 5 and 10", 5, 10),
        ("from 5% to 10%", Fraction(1, 20), Fraction(1, 10)),
        ("10-20%", Fraction(1, 10), Fraction(1, 5)),
        ("$10-$20", 10, 20),
        ("$10–20", 10, 20),
        ("-5 to 5", -5, 5),
        ("< 5", None, 5),
        ("≤ 5 kg", None, 5000),
        ("5 or more", 5, None),
        ("5+", 5, None),
        ("at least 3 %", Fraction(3, 100), None),
        ("up to $100", None, 100),
        ("more than five", 5, None),
        ("fewer than 3 cells", None, 3),
        ("18 and over", 18, None),
        ("one to two", 1, 2),
    ],
)
def test_ranges(text: str, low: Fraction | int | None, high: Fraction | int | None) -> None:
    found = quantity_range(text)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    "|5|-5|20-10|1-2-3|A-B|5 km|2024-01-31|5 kg to 10 m|well-known|up to date|and 5".split("|"),
)
def test_no_ranges(text: str) -> None:
    assert quantity_range(text) is None


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("0-10", "5-15", True),
        ("0-10", "10-20", True),
        ("0-9", "10-19", False),
        ("< 5", "5-10", False),
        ("≤ 5", "5-10", True),
        ("more than 10", "5-10", False),
        ("10 or more", "5-10", True),
        ("< 5", "> 5", False),
        ("0-10 km", "5-15 kg", False),
        ("under 1 km", "500-600 m", True),
    ],
)
def test_overlaps(one: str, other: str, overlap: bool) -> None:
    a, b = quantity_range(one), quantity_range(other)
    assert a is not None
    assert b is not None
    assert a.overlaps(b) is overlap
    assert b.overlaps(a) is overlap


def test_holds() -> None:
    found, inside, edge = quantity_range("5 to 10 km"), quantity("7000 m"), quantity("11 km")
    assert found is not None
    assert inside is not None
    assert edge is not None
    assert found.holds(inside)
    assert not found.holds(edge)


@given(st.text("0123456789.,-/%$€ ekmto^×½²:<≥andJ", max_size=40) | st.text(max_size=70))
def test_no_text_breaks_it(text: str) -> None:
    for language in ("en", "de"):
        quantity(text, language)
        quantity_range(text, language)
