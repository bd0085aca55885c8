"""An item is its route: two items of one name in one file are never taken for each other."""

import json
from pathlib import Path

import pytest

from conftest import Quizlint
from quizlint.baseline import stamp
from quizlint.engine.result import Result
from quizlint.engine.session import check
from quizlint.reports.html.view import overview, sections
from quizlint.reports.json import as_data
from quizlint.reports.stored import parse

TWINS = """\
kind: quiz
title: Clean
questions:
  - id: q1
    question: Which gas do plants take in by day?
    options: [Carbon dioxide, Nitrogen, Helium]
    answer: A
    explanation: They build sugar from it.
---
kind: quiz
title: Flawed
questions:
  - id: q1
    question: Which metal is liquid at room temperature?
    options: [Mercury, Iron, Mercury]
    answer: B
    explanation: It melts far below zero.
"""


@pytest.fixture
def twins(tmp_path: Path) -> Result:
    (tmp_path / "twins.quiz.yaml").write_text(TWINS)
    result = stamp(check([str(tmp_path / "twins.quiz.yaml")]))
    assert {finding.code for finding in result.findings} == {"OPT001"}
    return result


def test_the_clean_twin_is_acceptable(twins: Result) -> None:
    assert [(d.title, d.acceptable) for d in twins.documents] == [("Clean", 1), ("Flawed", 0)]


def test_min_quality_names_one_document(tmp_path: Path, quizlint: Quizlint) -> None:
    (tmp_path / "twins.quiz.yaml").write_text(TWINS)
    ran = quizlint("check", "--format", "json", "--min-quality", "0.5", "--fail-on", "never")
    assert ran.code == 1
    assert json.loads(ran.out)["gate"]["reason"].startswith("1 document ")


def test_json_has_the_item_that_the_finding_is_about(twins: Result) -> None:
    data = as_data(twins)
    (finding,) = data["findings"]
    (item,) = data["items"]
    assert finding["item"] == item["id"] == "q1"
    assert finding["item_route"] == item["route"] == "[1].questions[0]"
    assert item["content"]["stem"] == "Which metal is liquid at room temperature?"


def test_the_page_shows_the_finding_under_its_own_question(twins: Result) -> None:
    (section,) = sections(twins, overview(twins))
    (card,) = section.cards
    assert card.item is not None
    assert "metal" in str(card.item.parts)
    assert "document 2" in card.name


def test_the_fingerprint_is_made_of_the_own_question(twins: Result, tmp_path: Path) -> None:
    alone = tmp_path / "alone.quiz.yaml"
    alone.write_text(TWINS.partition("---\n")[2])
    (of_alone,) = stamp(check([str(alone)])).findings
    (of_twins,) = twins.findings
    assert of_alone.fingerprint == of_twins.fingerprint


def test_a_result_stored_before_findings_had_routes_is_read(twins: Result) -> None:
    data = as_data(twins)
    for finding in data["findings"]:
        del finding["item_route"]
        finding.pop("mark", None)
    again = parse(json.dumps(data).encode())
    assert [finding.ref for finding in again.findings] == [f.ref for f in twins.findings]


def test_a_stored_result_is_the_same_again(twins: Result) -> None:
    again = parse(json.dumps(as_data(twins)).encode())
    assert as_data(again) == as_data(twins)


NOTS = r"""
kind: quiz
questions:
  - question: "Which of these is not, if \u00e9 does not count &amp; <b>a</b> is not?"
    options: [b, e, i]
    answer: A
"""


def test_the_page_marks_the_very_words_of_the_finding(tmp_path: Path, quizlint: Quizlint) -> None:
    """Of three equal words the one that the finding is about, through escapes and markup."""
    (tmp_path / "not.quiz.yaml").write_text(NOTS)
    result = check([str(tmp_path)])
    (finding,) = (each for each in result.findings if each.code == "STM002")
    (item,) = result.items
    assert finding.mark is not None
    stem = str(item.content["stem"])
    marked = stem[finding.mark.start : finding.mark.end]
    assert marked == finding.marked == "not"
    source = NOTS.splitlines()[finding.place.line - 1]
    before = source[: finding.place.column - 1]
    assert stem[: finding.mark.start].count("not") == before.count("not")
    (section,) = sections(result, overview(result))
    view = section.cards[0].item
    assert view is not None
    shown = str(dict(view.parts)[""])
    assert shown.partition("<mark>")[0].count("not") == before.count("not")
