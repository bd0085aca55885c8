"""Items that are translations of each other give the same findings, whatever their language."""

from functools import cache
from pathlib import Path

import pytest

from quizlint.engine.examine import examine
from quizlint.engine.plan import Plan
from quizlint.engine.read import read
from quizlint.rules.registry import by_word

FOLDER = Path(__file__).parent / "parallel"
LANGUAGES = ("en", "de", "fr", "es", "pt")
RULES = ("STM002", "STM003", "STM014", "OPT009", "OPT010", "OPT013", "OPT014", "STM005")
FOUND = {
    "STM002": "not except false tick-the-false to-complete never the-one-that-is-not "
    "not-behind-a-story",
    "STM014": "not-loud not-bold",
    "OPT009": "all-above all-right all-of-them letters",
    "OPT010": "none-above none-right none-of-them",
    "OPT013": "always claim",
    "OPT014": "vague-statement vague-option",
    "STM005": "claim rows vague-statement",
}


@cache
def found(path: Path) -> frozenset[tuple[str, str]]:
    """The items of a file with what rules say of them."""
    rules = tuple(by_word()[code]() for code in RULES)
    plan = Plan(rules, {rule.code: rule.severity for rule in rules})
    record = examine(read(str(path)), plan)
    assert record.documents[0].items == 33
    return frozenset(
        (diagnostic.code, diagnostic.ref.id or "")
        for diagnostic in record.diagnostics
        if diagnostic.ref is not None
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_is_found_in_every_language(language: str) -> None:
    expected = {(code, item) for code, items in FOUND.items() for item in items.split()}
    assert found(FOLDER / f"{language}.quiz.yaml") == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_is_told_without_being_said(language: str, tmp_path: Path) -> None:
    said = (FOLDER / f"{language}.quiz.yaml").read_text("utf-8")
    unsaid = tmp_path / "unsaid.quiz.yaml"
    unsaid.write_text(said.replace(f"language: {language}\n", ""), "utf-8")
    assert found(unsaid) == found(FOLDER / f"{language}.quiz.yaml")
