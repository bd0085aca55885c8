"""Where findings stand, for people."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.content import Confidence, Edit, Finding, Fix, Related, Safety, Severity
from quizlint.engine.place import EXCERPT, MARKED, NEAR, diagnose, excerpt, place, visible
from quizlint.engine.result import Diagnostic
from quizlint.rules.base import Rule
from quizlint.text import Source, Span, TableSource


class Said(Rule):
    """It is said."""

    code, name, severity = "STM001", "said", Severity.WARNING


def said(source: Source, span: Span, **more: Any) -> Diagnostic:
    finding = Finding("STM001", span, "said", Confidence.HIGH)._replace(**more)
    return diagnose(finding, Said(), Severity.INFO, source, sha256="0a")


@given(st.text("ab \n\t", min_size=1, max_size=12), st.integers(0, 14), st.integers(0, 14))
def test_there_is_always_something_to_mark(text: str, start: int, length: int) -> None:
    span = Span(start, start + length)
    seen = visible(span, text)
    assert 0 <= seen.start < seen.end <= len(text)
    if start < min(span.end, len(text)):
        assert seen == (start, min(span.end, len(text)))


@pytest.mark.parametrize(
    ("text", "at", "seen"),
    [
        ("back:", 5, "back:"),
        ("- back: ", 8, "back:"),
        ("- back: \n\n next", 10, "back:"),
        ("two words", 9, "words"),
        ("two words", 7, "wor"),  # up to the place
        ("two words", 99, "words"),
        ("two", 0, "t"),  # nothing is before it
        ("  two", 2, " "),
    ],
)
def test_an_empty_place_is_shown_at_the_word_before(text: str, at: int, seen: str) -> None:
    start, end = visible(Span(at, at), text)
    assert text[start:end] == seen


def test_a_word_is_looked_for_near_the_place_only() -> None:
    text = "ab" + " " * NEAR
    for at, seen in ((NEAR, (0, 2)), (NEAR + 1, (1, 2)), (NEAR + 2, (1, 2))):
        assert visible(Span(at, at), text) == seen
    assert visible(Span(NEAR + 3, NEAR + 3), text + " ") == (2, 3)


def test_nothing_can_be_marked_in_an_empty_text() -> None:
    assert visible(Span(0, 0), "") == (0, 0)
    assert place(Span(0, 0), Source("a.yaml", ""))[:5] == ("a.yaml", 1, 1, 1, 1)


def test_a_place_has_lines_columns_and_offsets() -> None:
    source = Source("a.zip!q/b.xml", "one\ntwo 🎓\nthree")
    assert place(Span(4, 9), source) == ("a.zip!q/b.xml", 2, 1, 2, 6, 4, 9, "q/b.xml")
    assert place(Span(8, 12), source)[1:7] == (2, 5, 3, 3, 8, 12)
    assert place(Span(0, 0), Source("a.yaml", "one"))[1:8] == (1, 1, 1, 2, 0, 1, "")


def test_an_empty_cell_is_a_place_of_its_own() -> None:
    table = TableSource.from_rows("a.xlsx", [["one", "", "three"]])
    cell = table.cells(1)[1]
    assert place(cell, table) == ("a.xlsx", 1, 2, 1, 3, cell.start, cell.start, "")
    assert excerpt(cell, table) == ""
    assert excerpt(table.cells(1)[2], table) == "one |  | three"


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\r"])
def test_an_excerpt_is_the_whole_line_unless_that_is_too_long(end: str) -> None:
    for size in (0, 1, EXCERPT - 1, EXCERPT, EXCERPT + 1, EXCERPT + 2, EXCERPT + 3):
        line = "x" * size
        for before in ("", "first\n"):
            source = Source("a.md", f"{before}{line}{end}last" if end else f"{before}{line}")
            at = len(before)
            expected = line if size <= EXCERPT else ""
            assert excerpt(Span(at, at + 1), source) == expected
            assert excerpt(Span(at, len(source.text)), source) == expected


@pytest.mark.parametrize(("size", "kept"), [(0, 0), (1, 1), (MARKED, MARKED), (MARKED + 1, MARKED)])
def test_a_marked_text_is_cut_where_it_is_long(size: int, kept: int) -> None:
    source = Source("a.md", "see " + "x" * (MARKED + 9))
    diagnostic = said(source, Span(4, 4 + size))
    assert diagnostic.marked == "x" * kept
    if size:
        assert (diagnostic.place.start, diagnostic.place.end) == (4, 4 + size)


def test_what_a_finding_says_is_what_a_diagnostic_says() -> None:
    source = Source("a.md", "one two\nthree")
    fix = Fix((Edit(Span(0, 3), "1"), Edit(Span(8, 13), "3")), Safety.UNSAFE)
    beside = Related(Span(8, 13), "also here")
    elsewhere = Related(Span(20, 25), "and there", "b.zip!c.xml", 3, 7)
    diagnostic = said(
        source, Span(4, 7), fix=fix, related=(beside, elsewhere), route="questions[0]"
    )
    assert (diagnostic.code, diagnostic.rule, diagnostic.message) == ("STM001", "said", "said")
    assert (diagnostic.severity, diagnostic.confidence) == (Severity.INFO, Confidence.HIGH)
    assert (diagnostic.excerpt, diagnostic.marked) == ("one two", "two")
    assert diagnostic.route == "questions[0]"
    here, there = diagnostic.notes
    assert (here.message, here.place[:7]) == ("also here", ("a.md", 2, 1, 2, 6, 8, 13))
    assert there.message == "and there"
    assert there.place == ("b.zip!c.xml", 3, 7, 3, 7, 20, 25, "c.xml")
    repair = diagnostic.repair
    assert repair is not None
    assert (repair.safety, repair.sha256) == (Safety.UNSAFE, "0a")
    assert [(e.place.start, e.place.end, e.text) for e in repair.edits] == [
        (0, 3, "1"),
        (8, 13, "3"),
    ]
    assert said(source, Span(4, 7)).repair is None
