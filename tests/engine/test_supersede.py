"""One defect gives one finding."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.content import Confidence, Finding, Severity
from quizlint.content.problems import MissingField
from quizlint.engine.plan import Plan
from quizlint.engine.result import Diagnostic, Note, Place
from quizlint.engine.supersede import item_route, supersede
from quizlint.rules.base import Rule
from quizlint.rules.context import Context


class Winner(Rule):
    """It knows best."""

    code, name, severity = "OPT001", "winner", Severity.ERROR
    supersedes = ("OPT002", "OPT003")


class Loser(Rule):
    """It says the same, less well."""

    code, name, severity = "OPT002", "loser", Severity.ERROR
    supersedes = ("OPT004",)


class Last(Rule):
    """It says it least well."""

    code, name, severity = "OPT004", "last", Severity.ERROR


class Stumbled(Rule):
    """A reader stumbled over the item."""

    code, name, severity = "STR001", "stumbled", Severity.ERROR
    supersedes = ("OPT002",)

    def check(self, problem: MissingField, _ctx: Context) -> Iterator[Finding]:
        yield self.finding(problem.span, problem.field)


PLAN = Plan((Winner(), Loser(), Last(), Stumbled()))


def place(start: int, end: int, path: str = "a.yaml") -> Place:
    return Place(path, 1, start + 1, 1, end + 1, start, end)


def said(code: str, start: int, end: int, route: str = "", *notes: Place) -> Diagnostic:
    beside = tuple(Note(note, "here too") for note in notes)
    at = place(start, end)
    return Diagnostic(
        code, code, Severity.ERROR, Confidence.HIGH, "said", at, route=route, notes=beside
    )


def left(*diagnostics: Diagnostic) -> list[str]:
    return [f"{d.code}@{d.place.start}" for d in supersede(diagnostics, PLAN)]


@pytest.mark.parametrize(
    ("start", "end", "gone"),
    [
        (10, 20, True),
        (9, 11, True),
        (19, 25, True),
        (12, 13, True),
        (0, 99, True),
        (5, 10, False),  # they touch
        (20, 25, False),
    ],
)
def test_what_overlaps_says_the_same(start: int, end: int, gone: bool) -> None:
    expected = ["OPT001@10"] if gone else ["OPT001@10", f"OPT002@{start}"]
    assert left(said("OPT001", 10, 20), said("OPT002", start, end)) == expected


def test_order_does_not_matter_and_is_kept() -> None:
    before, after = said("OPT002", 10, 20), said("OPT001", 10, 20)
    assert left(before, after) == ["OPT001@10"]
    assert left(said("OPT002", 0, 5), after, said("OPT004", 10, 20)) == [
        *("OPT002@0", "OPT001@10", "OPT004@10")
    ]


def test_only_what_a_rule_names_is_dropped() -> None:
    both = said("OPT002", 10, 20), said("STR001", 10, 20)
    assert left(said("OPT001", 10, 20), *both) == ["OPT001@10", "STR001@10"]
    assert left(said("OPT002", 10, 20), said("OPT001", 30, 40)) == ["OPT002@10", "OPT001@30"]


def test_one_that_is_dropped_itself_still_speaks_for_the_place() -> None:
    """Else a third finding of the same defect would come back with a better first."""
    one, two, three = (said(code, 10, 20) for code in ("OPT001", "OPT002", "OPT004"))
    assert left(two, three) == ["OPT002@10"]
    assert left(one, two, three) == ["OPT001@10"]


def test_places_noted_beside_a_finding_are_its_own() -> None:
    winner = said("OPT001", 10, 20, "", place(50, 60), place(30, 40, "b.yaml"))
    assert left(winner, said("OPT002", 55, 56)) == ["OPT001@10"]
    assert left(winner, said("OPT002", 30, 40)) == ["OPT001@10", "OPT002@30"]  # another file's


@pytest.mark.parametrize(
    ("route", "gone"),
    [
        ("questions[2]", True),
        ("questions[2].options[1]", True),
        ("questions[21]", False),
        ("questions[1]", False),
        ("", False),
    ],
)
def test_what_a_reader_stumbled_over_concerns_the_whole_item(route: str, gone: bool) -> None:
    for whole in ("questions[2]", "questions[2].options[3]"):
        found = left(said("STR001", 10, 20, whole), said("OPT002", 90, 95, route))
        assert found == (["STR001@10"] if gone else ["STR001@10", "OPT002@90"])


def test_other_rules_concern_their_place_only() -> None:
    one, two = said("OPT001", 10, 20, "questions[2]"), said("OPT002", 90, 95, "questions[2]")
    assert left(one, two) == ["OPT001@10", "OPT002@90"]


@pytest.mark.parametrize(
    ("route", "item"),
    [
        ("questions[2].options[1]", "questions[2]"),
        ("documents[0].questions[2].options[1]", "documents[0].questions[2]"),
        ("questions[2]", "questions[2]"),
        ("cards[0].front", "cards[0].front"),
        ("", ""),
    ],
)
def test_the_item_of_a_part(route: str, item: str) -> None:
    assert item_route(route) == item


RANGES = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 6)).map(lambda pair: (pair[0], sum(pair)))
)


@given(RANGES, RANGES)
def test_many_places(winners: list[tuple[int, int]], losers: list[tuple[int, int]]) -> None:
    diagnostics = [said("OPT001", *w) for w in winners] + [said("OPT002", *each) for each in losers]
    kept = [d.place[5:7] for d in supersede(diagnostics, PLAN) if d.code == "OPT002"]
    assert kept == [(a, b) for a, b in losers if not any(a < d and c < b for c, d in winners)]
