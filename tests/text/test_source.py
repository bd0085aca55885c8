"""A file's text is decoded once, and each of its offsets has a line and a column."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.text import Source, Span
from quizlint.text.source import BOM

TEXTS = st.text(alphabet="ab é🎓\n\r\u2028\x0b\t", max_size=40)


@given(st.text(), st.booleans())
def test_what_is_utf_8_is_read_as_written(text: str, bom: bool) -> None:
    text = text.removeprefix("\ufeff")
    source = Source.from_bytes("a.md", (BOM if bom else b"") + text.encode())
    assert (source.path, source.text, source.bom) == ("a.md", text, bom)
    assert (source.encoding, source.undecodable) == ("utf-8", None)


@given(st.binary(max_size=60))
def test_any_bytes_are_read(data: bytes) -> None:
    source = Source.from_bytes("a", data)
    if source.undecodable is not None and source.encoding != "utf-16":
        body = data.removeprefix(BOM)
        assert len(source.text) == len(body)
        body[: source.undecodable].decode()  # so far it was UTF-8


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_by_its_mark(encoding: str) -> None:
    data = "\ufeffWhich é is 🎓?".encode(encoding)
    source = Source.from_bytes("a", data)
    assert source.text == "Which é is 🎓?"
    assert (source.bom, source.encoding, source.undecodable) == (True, "utf-16", 0)
    assert Source.from_bytes("a", data + b"\x00").text.startswith("Which é")  # half a unit more


@pytest.mark.parametrize(
    ("data", "text", "encoding", "at"),
    [
        (b"caf\xe9 \x93x\x94", "café “x”", "cp1252", 3),
        (b"\xe9", "é", "cp1252", 0),
        (b"\xc3\xa9\xe9", "Ã©é", "cp1252", 2),  # the offset is that of the text as it is read
        (b"caf\xe9 \x81", "café \x81", "latin-1", 3),
        (BOM + b"caf\xe9", "café", "cp1252", 3),
    ],
)
def test_what_is_no_utf_8_is_read_as_windows_writes(
    data: bytes, text: str, encoding: str, at: int
) -> None:
    source = Source.from_bytes("a", data)
    assert (source.text, source.encoding, source.undecodable) == (text, encoding, at)


@pytest.mark.parametrize("byte", range(0x80, 0x100))
def test_every_byte_stands_for_one_character(byte: int) -> None:
    source = Source.from_bytes("a", bytes([byte, 0x41]))
    assert len(source.text) == 2
    assert source.encoding == ("latin-1" if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else "cp1252")


@given(TEXTS)
def test_lines_end_as_in_editors(text: str) -> None:
    source = Source("a", text)
    lines = re.split(r"\r\n|\r|\n", text)
    numbers = range(1, len(lines) + 1)
    assert [source.line_text(number) for number in numbers] == lines
    assert sum(source.line_length(number) for number in numbers) == len(text)
    assert len(source.line_starts) == len(lines)


@given(TEXTS)
def test_a_position_leads_back_to_its_offset(text: str) -> None:
    source = Source("a", text)
    positions = [source.position(offset) for offset in range(len(text) + 1)]
    assert positions[0] == (1, 1)
    assert all(before < after for before, after in pairwise(positions))
    assert [source.offset(*position) for position in positions] == list(range(len(text) + 1))


def test_a_position_outside_is_clamped_to_the_text() -> None:
    source = Source("a", "one\ntwo")
    assert source.offset(2, 4) == source.offset(2, 5) == source.offset(3, 1) == 7
    assert source.offset(2, 3) == 6


def test_an_extent_reaches_to_the_character_behind() -> None:
    source = Source("a", "one\r\ntwo")
    assert source.extent(Span(1, 3)) == ((1, 2), (1, 4))
    assert source.extent(Span(1, 6)) == ((1, 2), (2, 2))
    assert source.extent(Span(5, 5)) == ((2, 1), (2, 1))
