"""What the bank says over records alone, and what becomes of them then."""

import json
from pathlib import Path

import pytest

from quizlint.engine.examine import Examined, examine
from quizlint.engine.plan import Plan
from quizlint.engine.read import read
from quizlint.engine.result import Result, State
from quizlint.engine.session import check
from quizlint.engine.settle import decided, settle
from quizlint.rules.registry import all_rules

RULES = tuple(rule() for rule in all_rules())
PLAN = Plan(RULES, {rule.code: rule.severity for rule in RULES})


def record(name: str, *questions: tuple[str, int]) -> Examined:
    """That of a YAML file whose keys are integers."""
    data = [{"question": q, "options": list("uvwx"), "correct": key} for q, key in questions]
    return examine(read(name, json.dumps(data).encode()), PLAN)


def settled(*records: Examined) -> Result:
    return settle(records, lambda _path: PLAN)


def codes(result: Result, path: str) -> set[str]:
    return {finding.code for finding in result.findings if finding.place.path == path}


FROM_0 = record("zero.yaml", ("One?", 0), ("Two?", 1))
FROM_1 = record("one.yaml", ("One!", 4), ("Two!", 1))
OPEN = record("open.yaml", ("Three?", 1), ("Four?", 2))


@pytest.mark.parametrize(("proof", "base"), [(FROM_0, 0), (FROM_1, 1)])
def test_a_file_that_proves_a_base_decides_for_one_that_does_not(
    proof: Examined, base: int
) -> None:
    assert proof.index_base == base
    assert OPEN.index_base is None
    (left_open,) = decided([OPEN])
    assert left_open is OPEN
    _, known = decided([proof, OPEN])
    assert known is dict(OPEN.candidates)[base]
    assert "KEY010" not in codes(settled(proof, OPEN), "open.yaml")


def test_two_files_that_contradict_decide_nothing() -> None:
    assert decided([FROM_0, FROM_1, OPEN])[-1] is OPEN
    assert "KEY010" in codes(settled(FROM_0, FROM_1, OPEN), "open.yaml")


def test_contradicting_files_on_disk_leave_the_third_open(tmp_path: Path) -> None:
    for name, keys in (("a", (0, 1)), ("b", (4, 1)), ("c", (1, 2))):
        data = [
            {"question": f"{name}{at}?", "options": list("uvwx"), "correct": key}
            for at, key in enumerate(keys)
        ]
        (tmp_path / f"{name}.yaml").write_text(json.dumps(data))
    found = check([str(tmp_path)]).findings
    assert {f.place.path.rpartition("/")[2] for f in found if f.code == "KEY010"} == {"c.yaml"}


QUIZ = """\
kind: quiz
questions:
  - id: planet{comment}
    question: Which planet is closest to the Sun?
    options: [Mercury, Venus, Mars]
    answer: {key}
    explanation: It circles nearest.
"""


def quiz(name: str, key: str, comment: str = "") -> Examined:
    return examine(read(name, QUIZ.format(key=key, comment=comment).encode()), PLAN)


def test_a_finding_of_the_bank_counts_for_its_item() -> None:
    """Neither file has a finding of its own; the bank's makes the later item unacceptable."""
    first, second = quiz("a.quiz.yaml", "Mercury"), quiz("b.quiz.yaml", "Venus")
    result = settled(first, second)
    (finding,) = (each for each in result.findings if each.code == "BNK003")
    assert finding.place.path == "b.quiz.yaml"
    assert (finding.marked, finding.place.line) == ("Which planet is closest to the Sun?", 4)
    assert finding.excerpt == "    question: Which planet is closest to the Sun?"
    assert finding.ref is not None
    assert finding.ref.id == "planet"
    assert finding.mark == ("stem", 0, len(finding.marked))
    assert [document.acceptable for document in result.documents] == [1, 0]
    assert finding.ref in {item.ref for item in result.items}


IGNORE = "  # quizlint: ignore[conflicting-key] -- both are meant"


def test_a_suppression_of_a_bank_finding_is_used() -> None:
    result = settled(quiz("a.quiz.yaml", "Mercury"), quiz("b.quiz.yaml", "Venus", IGNORE))
    (finding,) = (each for each in result.diagnostics if each.code == "BNK003")
    assert (finding.state, finding.reason) == (State.SUPPRESSED, "both are meant")
    assert "SUP001" not in codes(result, "b.quiz.yaml")
    assert [document.acceptable for document in result.documents] == [1, 1]


def test_a_suppression_of_nothing_is_told_once_the_bank_has_spoken() -> None:
    result = settled(quiz("a.quiz.yaml", "Mercury", IGNORE))
    assert codes(result, "a.quiz.yaml") >= {"SUP001"}


def test_records_may_come_in_any_order() -> None:
    records = [quiz("a.quiz.yaml", "Mercury"), quiz("b.quiz.yaml", "Mercury"), FROM_0, OPEN]
    assert vars(settled(*records)) == vars(settled(*reversed(records)))
