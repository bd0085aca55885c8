"""What must be true of every rule, whoever wrote it."""

import re
import tomllib
from pathlib import Path

import pytest

from quizlint.engine.result import Diagnostic, TextEdit
from quizlint.rules.base import Example, Rule
from quizlint.rules.registry import FAMILIES, all_rules
from quizlint.testing import check_example, found, marked, recommended
from quizlint.text import Source, Span

RULES = all_rules()
LEDGER = tomllib.loads(Path(__file__).with_name("ledger.toml").read_text("utf-8"))
BAD = [(rule, example) for rule in RULES for example in rule.bad]
GOOD = [(rule, example) for rule in RULES for example in rule.good]
HEADINGS = ["Why it matters", "How to fix it", "References"]

# Rules whose finding cannot be shown in a text file: it needs bytes, or the settings.
WITHOUT_EXAMPLES = {"STR022", "SUP003"}


def name(case: object) -> str | None:
    return case.code if isinstance(case, type) and issubclass(case, Rule) else None


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_a_rule_is_documented(rule: type[Rule]) -> None:
    page = rule.page()
    assert rule.summary().endswith("."), "the summary is a sentence"
    assert len(rule.summary()) <= 100
    headings = re.findall(r"^## (.+)$", page, re.M)
    assert headings == [heading for heading in HEADINGS if heading in headings]
    assert headings[:2] == HEADINGS[:2]
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", rule.name)
    assert rule.code[:3] in FAMILIES
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    for option, threshold in rule.thresholds().items():
        assert threshold.help, option


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


def test_codes_and_names_are_those_of_the_ledger() -> None:
    assert {rule.code: rule.name for rule in RULES}.items() <= LEDGER.items()
    assert len(set(LEDGER.values())) == len(LEDGER)
    for rule in RULES:
        assert set(rule.supersedes) <= set(LEDGER) - {rule.code}, rule.code


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_a_rule_has_examples(rule: type[Rule]) -> None:
    if rule.code not in WITHOUT_EXAMPLES:
        assert rule.bad
        assert rule.good


@pytest.mark.parametrize(("rule", "example"), BAD, ids=name)
def test_a_bad_example_gives_exactly_the_marked_findings(
    rule: type[Rule], example: Example
) -> None:
    report = check_example(example, {rule, *recommended()})
    assert not report.failures
    text = marked(example.text)
    spans = [Span(d.place.start, d.place.end) for d in found(report)]
    assert {d.code for d in found(report)} == {rule.code}, [d.message for d in found(report)]
    assert sorted(spans) == list(text.spans), [text.text[s.start : s.end] for s in spans]
    for diagnostic in found(report):
        _is_well_said(diagnostic, text.text)


@pytest.mark.parametrize(("rule", "example"), GOOD, ids=name)
def test_a_good_example_gives_nothing(rule: type[Rule], example: Example) -> None:
    report = check_example(example, {rule, *recommended()})
    assert not report.failures
    assert report.skips == ()
    assert [(d.code, d.message) for d in found(report)] == []


@pytest.mark.parametrize("variant", ["crlf", "bom", "emoji"])
@pytest.mark.parametrize(("rule", "example"), BAD, ids=name)
def test_places_hold_in_other_spellings(rule: type[Rule], example: Example, variant: str) -> None:
    text = marked(example.text)
    plain = check_example(example, {rule, *recommended()})
    changed, data, offset = _variant(variant, text.text, example.name)
    report = check_example(example, {rule, *recommended()}, data)
    assert len(found(report)) == len(found(plain))
    before, after = Source("", text.text), Source("", changed)
    for old, new in zip(found(plain), found(report), strict=True):
        assert (new.code, new.message) == (old.code, old.message)
        assert (new.place.line - offset, new.place.column) == (old.place.line, old.place.column)
        slices = [
            source.text[d.place.start : d.place.end].replace("\r\n", "\n")
            for source, d in ((before, old), (after, new))
        ]
        assert slices[0] == slices[1]


@pytest.mark.parametrize(("rule", "example"), BAD, ids=name)
def test_a_fix_mends_and_mends_once(rule: type[Rule], example: Example) -> None:
    text = marked(example.text).text
    report = check_example(example, {rule, *recommended()})
    repairs = [d.repair for d in found(report) if d.repair is not None]
    if not repairs:
        return
    edits = sorted({edit for repair in repairs for edit in repair.edits}, key=_reverse)
    mended = text
    for edit in edits:
        mended = mended[: edit.place.start] + edit.text + mended[edit.place.end :]
    assert mended != text
    fixed = {d.place.start for d in found(report) if d.repair is not None}
    again = check_example(example, {rule, *recommended()}, mended.encode())
    assert again.skips == ()
    assert len(found(again)) <= len(found(report)) - len(fixed)
    assert not [d for d in found(again) if d.code == rule.code and d.repair is not None]


def _reverse(edit: TextEdit) -> int:
    return -edit.place.start


def _is_well_said(diagnostic: Diagnostic, text: str) -> None:
    place, message = diagnostic.place, diagnostic.message
    assert 0 <= place.start < place.end <= len(text)
    assert "\n" not in message
    assert len(message) <= 240, message
    assert not message.endswith((".", " ")), message
    assert message[0] == message[0].lower() or not message[0].isalpha() or message[1].isupper()


def _variant(kind: str, text: str, path: str) -> tuple[str, bytes, int]:
    """The changed text, its bytes, and by how many lines places move."""
    if kind == "crlf":
        changed = text.replace("\n", "\r\n")
        return changed, changed.encode(), 0
    if kind == "bom":
        return text, b"\xef\xbb\xbf" + text.encode(), 0
    if path.endswith((".yaml", ".yml", ".toml")):
        changed = "# 🎓 emoji and é before it all\n" + text
        return changed, changed.encode(), 1
    return text, text.encode(), 0
