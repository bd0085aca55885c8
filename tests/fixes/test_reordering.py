"""Options sorted in every format, and the key, the flags and the explanations with them."""

from datetime import date
from pathlib import Path

import pytest

from quizlint.engine.plan import Planner
from quizlint.engine.session import Session
from quizlint.fixes import Mended, Mender
from quizlint.rules.registry import all_rules
from quizlint.settings import CommandLine, Loader

YAML = """\
kind: quiz
questions:
  - question: How far does the sound travel in three seconds?
    options: [3 km, 1 km, 2 km]
    answer: {}
    explanation: {}
"""
BOXES = """\
---
kind: quiz
---

## Questions

### How far does the sound travel in three seconds?

{}

> It goes 340 m a second.
"""
MOODLE = """\
<quiz><question type="multichoice"><name><text>n</text></name><questiontext format="html">
<text>How far does the sound travel in three seconds?</text></questiontext>
<single>true</single><shuffleanswers>0</shuffleanswers>
{}
</question></quiz>
"""
THREE = '<answer fraction="0"><text>3 km</text><feedback><text>Too far.</text></feedback></answer>'
ONE = '<answer fraction="100"><text>1 km</text><feedback><text>Yes.</text></feedback></answer>'
TWO = '<answer fraction="0"><text>2 km</text></answer>'
OBJECTS = '{{"questions": [{{"question": "How far does sound travel?", "options": [{}]{}}}]}}\n'
LETTERS = "How far does the sound travel?\n\nA. {}\nB. {}\nC. {}\n\nAnswer: {}\n"
TABLE = "question,option 1,option 2,option 3,answer\nHow far does the sound travel?,{},{}\n"


def mend(path: Path, text: str) -> Mended:
    path.write_text(text, "utf-8")
    rules = all_rules()
    planner = Planner(Loader(rules, CommandLine()), date(2026, 1, 1), rules)
    (job,) = Session(planner).jobs([str(path)])
    return Mender(lambda found: found.code == "OPT011").mend(job.target, job.plan)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (
            "a.quiz.yaml",
            YAML.format("B", "Option B is right; (a) and (c) are too far."),
            YAML.replace("[3 km, 1 km, 2 km]", "[1 km, 2 km, 3 km]").format(
                "A", "Option A is right; (c) and (b) are too far."
            ),
        ),
        (
            "a.quiz.yaml",
            YAML.format("1 km", "A kilometre takes a sound three seconds."),
            YAML.replace("[3 km, 1 km, 2 km]", "[1 km, 2 km, 3 km]").format(
                "1 km", "A kilometre takes a sound three seconds."
            ),
        ),
        (
            "a.quiz.md",
            BOXES.format("- [ ] 3 km\n- [x] 1 km\n- [ ] 2 km"),
            BOXES.format("- [x] 1 km\n- [ ] 2 km\n- [ ] 3 km"),
        ),
        (
            "quiz.md",
            "# Quiz\n\n" + LETTERS.format("3 km", "1 km", "2 km", "B"),
            "# Quiz\n\n" + LETTERS.format("1 km", "2 km", "3 km", "A"),
        ),
        (
            "q.json",
            OBJECTS.format('"3 km", "1 km", "2 km"', ', "answer": 1'),
            OBJECTS.format('"1 km", "2 km", "3 km"', ', "answer": 0'),
        ),
        (
            "q.json",
            OBJECTS.format(
                '{"text": "3 km"}, {"text": "1 km", "correct": true}, {"text": "2 km"}', ""
            ),
            OBJECTS.format(
                '{"text": "1 km", "correct": true}, {"text": "2 km"}, {"text": "3 km"}', ""
            ),
        ),
        (
            "q.csv",
            TABLE.format("3 km,1 km,2 km", "2"),
            TABLE.format("1 km,2 km,3 km", "1"),
        ),
        (
            "q.xml",
            MOODLE.format("\n".join([THREE, ONE, TWO])),
            MOODLE.format("\n".join([ONE, TWO, THREE])),
        ),
    ],
)
def test_all_that_says_which_is_which_moves_along(
    tmp_path: Path, name: str, before: str, after: str
) -> None:
    mended = mend(tmp_path / name, before)
    assert [each.why for each in mended.left] == []
    assert mended.after.decode() == after


@pytest.mark.parametrize(
    "told",
    [
        "The line to point B in the drawing is short.",  # the drawing's B, or the option?
        "Vitamin C has no part in it.",
    ],
)
def test_a_letter_that_may_be_no_name_forbids_it(tmp_path: Path, told: str) -> None:
    assert not mend(tmp_path / "a.quiz.yaml", YAML.format("B", told)).changed


def test_feedback_that_names_an_option_forbids_it(tmp_path: Path) -> None:
    text = MOODLE.format("\n".join([THREE.replace("Too far.", "No, option B is it."), ONE, TWO]))
    assert not mend(tmp_path / "q.xml", text).changed
