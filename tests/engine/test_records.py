"""The product's one figure of quality: an acceptable item has no error and at most one warning."""

import pytest

from quizlint.content import Confidence, ItemRef, Severity
from quizlint.engine.records import counted
from quizlint.engine.result import Diagnostic, DocumentRecord, Place, State

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741 - as in the catalogue


def diagnostic(
    severity: Severity, route: str = "questions[0]", state: State = State.NEW
) -> Diagnostic:
    place = Place("a", 1, 1, 1, 2, 0, 1)
    ref = ItemRef("a", route) if route else None
    said = ("OPT001", "duplicate-option", severity, Confidence.HIGH, "said", place, "")
    return Diagnostic(*said, ref, route, state=state)


def record(route: str = "") -> DocumentRecord:
    return DocumentRecord("a", "yaml", "A", "quiz", 0, 3, 0, 0, route=route)


@pytest.mark.parametrize(
    ("severities", "acceptable"),
    [
        ([], 3),
        ([W], 3),
        ([W, W], 2),
        ([W, I, I, I], 3),
        ([E], 2),
        ([E, E, W, W], 2),
        ([I] * 9, 3),
    ],
)
def test_no_error_and_at_most_one_warning(severities: list[Severity], acceptable: int) -> None:
    assert counted(record(), map(diagnostic, severities)).acceptable == acceptable


def test_warnings_of_two_items_are_not_added_up() -> None:
    found = [diagnostic(W, "questions[0]"), diagnostic(W, "questions[1]")]
    assert counted(record(), found).acceptable == 3


@pytest.mark.parametrize("state", [State.SUPPRESSED, State.BASELINED])
def test_what_is_silenced_or_known_does_not_count(state: State) -> None:
    assert counted(record(), [diagnostic(E, state=state)]).acceptable == 3


def test_what_is_about_no_item_does_not_count() -> None:
    assert counted(record(), [diagnostic(E, "")]).acceptable == 3


def test_a_document_counts_its_own_items() -> None:
    found = [diagnostic(E, "[1].questions[0]"), diagnostic(E, "[10].questions[0]")]
    assert [counted(record(f"[{n}]"), found).acceptable for n in (0, 1, 10)] == [3, 2, 2]
