"""No rule fails, whatever it is shown."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import SAMPLES
from quizlint.engine.examine import examine
from quizlint.engine.plan import Plan
from quizlint.engine.read import read
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

# What rules look for, and what has no words at all: the seams between them are where rules break.
# Long texts are test_odd_texts_everywhere's; here they would only take time.
PIECES = st.sampled_from(
    (
        *(text[:40] for text in ODD),
        *"which of the not never is a an always usually it he they cat apples running red".split(),
        *"A B C no yes true false because e.g. the the TODO a) 1. ( ) ? . ! : ; , … - ___".split(),
        *'3 0.5 1784 1,000 5% 1-5 10–20 -2 < = → / " ` ``` **bold** $x$ &lt;b&gt; \\'.split(),
        *"3 km|0.5 kg|2 weeks|B and C|A, B and C|all of the above|both of these|\n|\n- ".split("|"),
        *"none of these|{{c1::x}}|`x = 1`|![](a.png)|[x](y)|Choose two.|the following:".split("|"),
        *"wrong answer|the figure|It is. It is not.".split("|"),
    )
)
TEXTS = st.lists(PIECES, max_size=9).map(" ".join) | PIECES | st.text(max_size=40)
STEMS = st.tuples(TEXTS, st.sampled_from(["", "", " a", " an", " is", "?", ":", " to", " ___."]))
LETTERS = st.sampled_from("ABCDE")
ANSWERS = st.one_of(LETTERS, LETTERS, st.integers(-1, 4), st.lists(LETTERS, max_size=3), TEXTS)
LEVELS = st.sampled_from(["beginner", "advanced", "", "hard"])
QUESTIONS = st.fixed_dictionaries(
    {
        "question": STEMS.map("".join),
        "options": st.lists(PIECES | TEXTS, max_size=6),
    },
    optional={"answer": ANSWERS, "explanation": TEXTS, "difficulty": LEVELS, "id": TEXTS},
)
CARDS = st.fixed_dictionaries({"front": TEXTS, "back": TEXTS}, optional={"difficulty": LEVELS})
PROMPTS = st.fixed_dictionaries(
    {"prompt": TEXTS}, optional={"hint": TEXTS, "concepts": st.lists(TEXTS, max_size=4)}
)
QUIZZES = st.fixed_dictionaries(
    {"questions": st.lists(QUESTIONS, min_size=1, max_size=4)},
    optional={
        "cards": st.lists(CARDS, max_size=2),
        "prompts": st.lists(PROMPTS, max_size=2),
        "minutes": TEXTS,
        "title": TEXTS,
    },
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
        assert check_example(odd, all_rules(), data).failures == ()  # rules about pools run too


@settings(max_examples=80)
@given(QUIZZES)
def test_texts_of_all_kinds(content: dict[str, object]) -> None:
    data = json.dumps({"kind": "quiz", **content}).encode()
    assert examine(read("odd.quiz.json", data), ENGLISH).failures == ()


@pytest.mark.parametrize("language", ["de", "ar", "zh", "he", "ja"])
def test_rules_for_english_are_silent_elsewhere(language: str) -> None:
    data = quiz("Which of these is not always an true?", ["All of the above", "an a"], "A")
    plan = Plan(PLAN.rules, PLAN.severities, language=language)
    record = examine(read("odd.quiz.json", data), plan)
    others = {
        rule.code for rule in all_rules() if rule.languages and language not in rule.languages
    }
    assert {rule.code for rule in all_rules() if rule.languages == ("en",)} <= others
    assert not others & {diagnostic.code for diagnostic in record.diagnostics}
    assert record.silent == ((language, len(others)),)


@pytest.mark.parametrize(
    "folder",
    [each for each in sorted(SAMPLES.iterdir()) if each.is_dir()],
    ids=lambda each: each.name,
)
def test_real_files(folder: Path, tmp_path: Path) -> None:
    config = tmp_path / "quizlint.toml"
    config.write_text('preset = "all"\n')
    result = check([str(folder)], config=str(config))
    assert [failure.message for failure in result.failures] == []
