"""No rule fails, whatever it is shown."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT, SAMPLES
from quizlint.engine.file import check_bytes
from quizlint.engine.plan import Plan
from quizlint.engine.session import check
from quizlint.rules.base import Example
from quizlint.rules.registry import all_rules
from quizlint.testing import check_example

PLAN = Plan(
    rules=tuple(rule() for rule in all_rules()),
    severities={rule.code: rule.severity for rule in all_rules()},
)
ENGLISH = PLAN.__class__(PLAN.rules, PLAN.severities, language="en")

ODD = (
    *(
        "",
        " ",
        "\0",
        "\u202e\u2066",
        "\ufeff\u200b",
        "�",
        "א" * 300,
        "中文问题是什么？",
        "🇩🇪👩‍👩‍👧🏽" * 40,
    ),
    *("e\u0301" * 200, "." * 500, "(" * 3000, "*_`~$[]<>" * 300, "9" * 5000, "1e999999 km", "-0.0"),
    *("a" * 100_000, "word " * 20_000, "A, B and C", "not " * 500, "<p>" * 2000, "&amp;" * 2000),
    *("![](" * 1000, "```" * 999, "\r\n" * 500, "½ of ¾ × 10⁻⁹ ㎏", "1/0", "0/0 %", "ﬀ ﷽ ẞ İ"),
)

TEXTS = st.one_of(
    st.sampled_from([text for text in ODD if len(text) < 6000]),
    st.text(max_size=60),
    st.lists(
        st.sampled_from("which of the not is a an always both A B all none above 3 km 0.5".split()),
        max_size=14,
    ).map(" ".join),
)


def quiz(stem: str, options: list[str], answer: object, rationale: str = "") -> bytes:
    question = {"question": stem, "options": options, "answer": answer, "explanation": rationale}
    card = {"front": stem, "back": rationale, "difficulty": "beginner"}
    prompt = {"prompt": stem, "hint": rationale, "concepts": options}
    data = {
        "questions": [question, question],
        "cards": [card],
        "prompts": [prompt],
        "minutes": stem,
    }
    return json.dumps({"kind": "quiz", **data}).encode()


@pytest.mark.parametrize("text", ODD, ids=lambda text: ascii(text[:12]))
def test_odd_texts_everywhere(text: str) -> None:
    for data in (quiz(text, [text, text, "b"], "A", text), quiz("Which?", ["a", text], text, "")):
        odd = Example("", name="odd.quiz.json", config={"language": "en"})
        assert check_example(odd, all_rules(), data).failures == []  # rules about pools run too


@settings(max_examples=150)
@given(TEXTS, st.lists(TEXTS, max_size=6), st.one_of(TEXTS, st.sampled_from("ABCDEF")), TEXTS)
def test_texts_of_all_kinds(stem: str, options: list[str], answer: str, rationale: str) -> None:
    data = quiz(stem, options, answer, rationale)
    assert check_bytes("odd.quiz.json", data, ENGLISH).report.failures == []


@pytest.mark.parametrize("language", ["de", "ar", "zh", "he", "ja"])
def test_rules_for_english_are_silent_elsewhere(language: str) -> None:
    data = quiz("Which of these is not always an true?", ["All of the above", "an a"], "A")
    report = check_bytes(
        "odd.quiz.json", data, Plan(PLAN.rules, PLAN.severities, language=language)
    )
    others = {
        rule.code for rule in all_rules() if rule.languages and language not in rule.languages
    }
    assert {rule.code for rule in all_rules() if rule.languages == ("en",)} <= others
    assert not others & {diagnostic.code for diagnostic in report.report.diagnostics}
    assert report.report.silent == {language: len(others)}


def folders() -> list[Path]:
    """Real files beside this repository where they are, else its own samples."""
    corpora = ROOT.parent / "shared/corpora"
    return sorted(
        each for each in (corpora if corpora.exists() else SAMPLES).iterdir() if each.is_dir()
    )


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_real_files(folder: Path, tmp_path: Path) -> None:
    config = tmp_path / "quizlint.toml"
    config.write_text('preset = "all"\n')
    result = check([str(folder)], config=str(config))
    assert [failure.message for failure in result.failures] == []
