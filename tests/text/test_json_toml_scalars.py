"""Where the characters of JSON and TOML strings stand in their source."""

import pytest

from quizlint.text import Span, Text
from quizlint.text.scalars.json import JSON_STRING
from quizlint.text.scalars.toml import TOML_STRING


@pytest.mark.parametrize(
    ("raw", "pieces"),
    [
        (r'"a\nb"', ["a", r"\n", "b"]),
        (r'"\u00e9\\\"\/"', [r"\u00e9", r"\\", r"\"", r"\/"]),
        (r'"x\uD83D\uDE00y"', ["x", r"\uD83D\uDE00", "y"]),
        (r'"\ud83d\ud83d\ude00"', [r"\ud83d", r"\ud83d\ude00"]),
        (r'"\qa"', ["\\", "q", "a"]),
        ('"\\n', [r"\n"]),
        (r"'it\'s'", ["i", "t", r"\'", "s"]),
        ("“a\\t”", ["a", r"\t"]),
        ('"a\\', ["a", "\\"]),
    ],
)
def test_each_character_of_a_json_string_has_its_spelling(raw: str, pieces: list[str]) -> None:
    source = f"[{raw}]"
    span = Span(1, 1 + len(raw))
    decoded = JSON_STRING.decode(source, span)
    assert len(decoded.value) == len(pieces)
    text = Text(decoded.value, span, source, JSON_STRING)
    places = [text.at(index, index + 1) for index in range(len(pieces))]
    assert [source[place.start : place.end] for place in places] == pieces


@pytest.mark.parametrize(
    ("raw", "value", "pieces"),
    [
        (r'"a\te"', "a\te", ["a", r"\t", "e"]),
        (r'"\U0001F600\u00e9"', "😀é", [r"\U0001F600", r"\u00e9"]),
        (r"'a\t'", r"a\t", ["a", "\\", "t"]),
        ('"""\na\r\nb"""', "a\nb", ["a", "\r\n", "b"]),
        ('"""\r\n\r\nb"""', "\nb", ["\r\n", "b"]),
        ('"""a \\  \n\n  b"""', "a b", ["a", " ", "b"]),
        ('"""a\\\r\n  b"""', "ab", ["a", "b"]),
        ('"""a"""""', 'a""', ["a", '"', '"']),
        ("'''\n'a''b''''", "'a''b'", list("'a''b'")),
        ("'''\r\na\r\n'''", "a\n", ["a", "\r\n"]),
    ],
)
def test_each_character_of_a_toml_string_has_its_spelling(
    raw: str, value: str, pieces: list[str]
) -> None:
    source = f"k = {raw}\n"
    span = Span(4, 4 + len(raw))
    text = Text(value, span, source, TOML_STRING)
    assert TOML_STRING.decode(source, span).value == value
    places = [text.at(index, index + 1) for index in range(len(value))]
    assert [source[place.start : place.end] for place in places] == pieces


def test_a_range_runs_from_its_first_to_its_last_spelling() -> None:
    source = r'"say \"hi\" now"'
    text = Text('say "hi" now', Span(0, len(source)), source, JSON_STRING)
    place = text.at(4, 8)
    assert source[place.start : place.end] == r"\"hi\""


def test_an_empty_string_has_no_characters() -> None:
    for raw, spelling in (('""', JSON_STRING), ("''''''", TOML_STRING), ('"""\n"""', TOML_STRING)):
        assert spelling.decode(raw, Span(0, len(raw))).value == ""
