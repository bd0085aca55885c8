"""Suppressions in comments and settings: what they hold for, and what becomes of them."""

from datetime import date

import pytest

from quizlint.content import Confidence, Severity, Suppression
from quizlint.engine.plan import Plan
from quizlint.engine.read import read
from quizlint.engine.result import Diagnostic, Place, State
from quizlint.engine.suppress import Wish, apply, of_settings, verdicts, wishes
from quizlint.rules.registry import all_rules
from quizlint.settings import Ignored, settings_from
from quizlint.text import Span

TODAY = date(2026, 5, 4)

SHEET = """\
kind: cheat-sheet
cards:
  - id: one
    front: What is a fugue?
    back: A piece whose voices enter in turn.
  - id: two
    front: What is a canon?
    back: A piece whose voices repeat each other.
"""
LINES = SHEET.splitlines()
TWO = LINES.index("  - id: two")


def with_line(line: str, before: int) -> str:
    """The sheet with a line of its own before one of its lines, counted from 0."""
    return "\n".join([*LINES[:before], line, *LINES[before:]]) + "\n"


def with_end(end: str, at: int) -> str:
    """The sheet with something behind one of its lines."""
    return "\n".join([*LINES[:at], LINES[at] + end, *LINES[at + 1 :]]) + "\n"


def wished(text: str, *ignores: dict[str, object], name: str = "a.sheet.yaml") -> list[Wish]:
    settings = settings_from({"ignore": list(ignores)}, all_rules(), "/")
    plan = Plan((), ignores=settings.ignores_at(f"/{name}"), today=TODAY)
    return wishes(read(name, text.encode()), plan)


def entry(**more: object) -> dict[str, object]:
    return {"path": "*.yaml", "rule": "duplicate-card", "reason": "it is wanted", **more}


def said(code: str, start: int, route: str = "") -> Diagnostic:
    place = Place("a.sheet.yaml", 1, 1, 1, 2, start, start + 1)
    return Diagnostic(code, code, Severity.ERROR, Confidence.HIGH, "said", place, route=route)


def test_a_file_without_suppressions_has_none() -> None:
    assert wished(SHEET) == []


@pytest.mark.parametrize(
    ("text", "route"),
    [
        (with_line("  # quizlint: ignore[CRD001] -- why", 2), "cards[0]"),  # before an item
        (with_line("  # quizlint: ignore[CRD001] -- why", TWO), "cards[1]"),
        (with_line("    # quizlint: ignore[CRD001] -- why", 3), "cards[0]"),  # in it
        (with_end("  # quizlint: ignore[CRD001] -- why", 3), "cards[0]"),  # beside a part of it
        (with_end("  # quizlint: ignore[CRD001] -- why", TWO), "cards[1]"),
        (with_line("# quizlint: ignore[CRD001] -- why", 0), "cards[0]"),  # the next there is
    ],
)
def test_a_comment_holds_for_the_item_it_stands_in_or_before(text: str, route: str) -> None:
    (wish,) = wished(text)
    assert (wish.code, wish.route) == ("CRD001", route)
    assert wish.scope is not None
    assert wish.suppression.reason == "why"
    assert wish.suppression.known
    items = read("a.sheet.yaml", text.encode()).documents[0].items
    assert wish.scope == next(item.span for item in items if item.route == route)
    named, whole = wish.suppression.span, wish.suppression.whole
    assert text[named.start : named.end] == wish.suppression.name == "CRD001"
    assert text[whole.start : whole.end].strip() == "# quizlint: ignore[CRD001] -- why"
    assert "#" not in text[: whole.start] + text[whole.end :]
    assert len((text[: whole.start] + text[whole.end :]).splitlines()) == len(SHEET.splitlines())


def test_a_comment_behind_the_last_item_holds_for_its_line() -> None:
    text = SHEET + "# quizlint: ignore[CRD001]\n"
    (wish,) = wished(text)
    assert wish.route == ""
    assert wish.scope is not None
    assert not wish.covers(said("CRD001", SHEET.index("canon"), "cards[1]"))


def test_a_whole_file_and_several_rules() -> None:
    found = wished(with_line("# quizlint: ignore-file[duplicate-card, CRD002] -- old", 0))
    assert [(wish.code, wish.scope, wish.suppression.name) for wish in found] == [
        ("CRD001", None, "duplicate-card"),
        ("CRD002", None, "CRD002"),
    ]
    assert {wish.suppression.reason for wish in found} == {"old"}


def test_a_reason_ends_before_the_comment_does() -> None:
    text = "## A\n\n<!-- quizlint: ignore[duplicate-card] -- the book has it -->\n"
    text = f"# Cards\n\n{text}\nQ: What is a fugue?\nA: A piece.\n"
    (wish,) = wished(text, name="a.sheet.md")
    assert wish.suppression.reason == "the book has it"


@pytest.mark.parametrize(("name", "near"), [("duplicate-cart", "duplicate-card"), ("xyz", None)])
def test_a_name_that_nobody_knows(name: str, near: str | None) -> None:
    (wish,) = wished(with_line(f"  # quizlint: ignore[{name}]", TWO))
    assert wish.code is None
    assert not wish.suppression.known
    assert wish.suppression.suggestion == near


@pytest.mark.parametrize(
    "comment",
    ["# quizlint: ignore", "# quizlint: ignore[]", "# quizlint: ignore-all[CRD001]", "# CRD001"],
)
def test_what_names_no_rule_silences_nothing(comment: str) -> None:
    assert wished(with_line(f"  {comment}", TWO)) == []


def test_what_only_looks_like_a_comment_is_none() -> None:
    assert wished(with_end(" (quizlint: ignore[CRD001])", 3)) == []
    assert wished(with_end("#quizlint: ignore[CRD001]", 3)) == []


@pytest.mark.parametrize(
    ("route", "start", "covered"),
    [
        ("cards[1]", 999, True),
        ("cards[1].front", 999, True),
        ("cards[10]", 999, False),
        ("cards[0]", 999, False),
        ("", 50, True),
        ("", 59, True),
        ("", 60, False),
        ("", 49, False),
    ],
)
def test_it_covers_the_item_and_its_parts(route: str, start: int, covered: bool) -> None:
    suppression = Suppression("CRD001", Span(40, 46), Span(30, 50))
    wish = Wish(suppression, "CRD001", Span(50, 60), "cards[1]")
    assert wish.covers(said("CRD001", start, route)) == covered
    assert Wish(suppression, "CRD001", None).covers(said("CRD001", start, route))


def test_an_empty_scope_still_has_its_first_character() -> None:
    wish = Wish(Suppression("CRD001", Span(0, 6), Span(0, 9)), "CRD001", Span(5, 5))
    assert [wish.covers(said("CRD001", at)) for at in (4, 5, 6)] == [False, True, False]


def test_the_first_that_covers_a_finding_is_the_one_that_is_used() -> None:
    held = wished(
        with_line("  # quizlint: ignore[CRD001, CRD001, CRD002] -- one", TWO), entry(reason="two")
    )
    findings = [said("CRD001", 0, "cards[1]"), said("CRD001", 0, "cards[0]"), said("CRD003", 0)]
    judged, used = apply(findings, held)
    assert used == {0, 3}
    assert [(d.code, d.route) for d in judged] == [(d.code, d.route) for d in findings]
    assert [d.state for d in judged] == [State.SUPPRESSED, State.SUPPRESSED, State.NEW]
    assert [(d.reason, d.by_settings) for d in judged] == [
        ("one", False),
        ("two", True),
        ("", False),
    ]
    told = verdicts(held, used, lambda code: code == "CRD001")
    assert [(s.used, s.judged) for s in told] == [
        *((True, True), (False, True), (False, False), (True, True))
    ]


def test_settings_name_an_item_by_its_id_or_its_route() -> None:
    for item in ("two", "cards[1]"):
        (wish,) = wished(SHEET, entry(item=item))
        assert (wish.code, wish.route) == ("CRD001", "cards[1]")
        assert wish.suppression.of_settings
        assert wish.entry is not None
    assert wished(SHEET, entry(item="three")) == []
    (wish,) = wished(SHEET, entry())
    assert wish.scope is None
    assert wished(SHEET, entry(path="b/**")) == []


@pytest.mark.parametrize(
    ("until", "expired"),
    [(date(2026, 5, 3), True), (TODAY, False), (date(2026, 5, 5), False), (None, False)],
)
def test_a_suppression_holds_up_to_its_last_day(until: date | None, expired: bool) -> None:
    (wish,) = wished(SHEET, entry(**({"until": until} if until else {})))
    assert wish.suppression.expired == expired
    assert wish.suppression.until == str(until or "")
    assert wish.code == (None if expired else "CRD001")
    judged, used = apply([said("CRD001", 0)], [wish])
    assert (judged[0].state, used) == ((State.NEW, set()) if expired else (State.SUPPRESSED, {0}))
    (told,) = verdicts([wish], used, lambda _code: False)
    assert told.judged == expired  # one that ran out is judged though its rule did not run


def test_what_the_settings_say_is_kept_for_people() -> None:
    ignores = settings_from({"ignore": [entry()]}, all_rules(), "/").ignores_at("/a.yaml")
    (ignored,) = ignores
    assert isinstance(ignored, Ignored)
    told = of_settings(ignored, TODAY)
    assert (told.name, told.reason, told.of_settings) == ("duplicate-card", "it is wanted", True)
