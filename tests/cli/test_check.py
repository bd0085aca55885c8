"""`quizlint check` from outside: what is typed, what is seen, how it ends."""

import json
from pathlib import Path

import pytest

from conftest import Quizlint

GOOD = """\
kind: cheat-sheet
title: Tides
cards:
  - front: What pulls the tides?
    back: Mostly the Moon.
"""
BAD = """\
kind: quiz
title: Tides
questions:
  - id: pull
    question: What pulls the tides?
    options: [the Moon, the wind, the Moon]
    answer: the wind
"""


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "tides.quiz.yaml"
    path.write_text(BAD)
    return path


def test_a_clean_file_ends_with_0(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "tides.sheet.yaml").write_text(GOOD)
    ran = quizlint("check")
    assert ran.code == 0
    assert ran.out == "Nothing to mend in 1 item in 1 file.\n"
    assert ran.err == ""


def test_full_shows_the_marked_place(quizlint: Quizlint, bad: Path) -> None:
    ran = quizlint("check", bad.name)
    assert ran.code == 1
    assert ran.out == (
        "error[OPT001] option C repeats option A: 'the Moon'; change or remove one\n"
        " --> tides.quiz.yaml:6:35  (pull)\n"
        "  |\n"
        "6 |     options: [the Moon, the wind, the Moon]\n"
        "  |                                   ^^^^^^^^\n"
        "  = first here: tides.quiz.yaml:6:15\n"
        "  = rule duplicate-option\n"
        "\n"
        "Found 1 error in 1 item in 1 file.\n"
        "`quizlint explain OPT001` tells more about a rule.\n"
    )


def test_concise_is_one_line_a_finding(quizlint: Quizlint, bad: Path) -> None:
    ran = quizlint("check", "--format", "concise", str(bad))
    assert ran.out.splitlines()[0] == (
        "tides.quiz.yaml:6:35: error OPT001 option C repeats option A: 'the Moon'; "
        "change or remove one [duplicate-option]"
    )


def test_grouped_puts_findings_under_their_file(quizlint: Quizlint, bad: Path) -> None:
    lines = quizlint("check", "--format", "grouped").out.splitlines()
    assert lines[0] == "tides.quiz.yaml"
    assert lines[1].startswith("  6:35  error OPT001 ")


def test_json_holds_place_route_and_content(quizlint: Quizlint, bad: Path) -> None:
    result = json.loads(quizlint("check", "--format", "json").out)
    assert result["version"] == 1
    assert result["gate"] == {
        "passed": False,
        "fail_on": "error",
        "reason": "1 finding at or above error",
    }
    (finding,) = result["findings"]
    place = {key: finding[key] for key in ("line", "column", "end_line", "end_column")}
    assert place == {"line": 6, "column": 35, "end_line": 6, "end_column": 43}
    assert (finding["item"], finding["route"]) == ("pull", "questions[0].options[2]")
    assert finding["excerpt"] == {"line": 6, "text": "    options: [the Moon, the wind, the Moon]"}
    assert result["items"][0]["content"]["options"] == ["the Moon", "the wind", "the Moon"]
    assert result["items"][0]["key"] == ["B"]
    assert result["documents"][0]["acceptable"] == 0
    assert set(result["rules"]) == {"OPT001"}


def test_statistics_count_by_rule(quizlint: Quizlint, bad: Path) -> None:
    assert quizlint("check", "--statistics").out.endswith("      1  OPT001  duplicate-option\n")


def test_no_colour_off_a_terminal_and_colour_on_demand(quizlint: Quizlint, bad: Path) -> None:
    assert "\x1b[" not in quizlint("check").out
    assert "\x1b[31m" in quizlint("check", "--color", "always").out


@pytest.mark.parametrize(
    ("level", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)]
)
def test_fail_on_moves_the_gate(quizlint: Quizlint, bad: Path, level: str, code: int) -> None:
    assert quizlint("check", "--fail-on", level).code == code


def test_a_lighter_severity_opens_the_gate(quizlint: Quizlint, bad: Path) -> None:
    ran = quizlint("check", "--severity", "duplicate-option=warning")
    assert ran.code == 0
    assert "nothing at or above error" in ran.out


def test_select_and_ignore(quizlint: Quizlint, bad: Path) -> None:
    assert quizlint("check", "--ignore", "OPT").code == 0
    assert quizlint("check", "--select", "KEY").code == 0
    assert quizlint("check", "--select", "duplicate-option").code == 1


def test_standard_input(quizlint: Quizlint) -> None:
    ran = quizlint(
        "check", "-", "--stdin-filename", "a/b.quiz.yaml", "--format=concise", stdin=BAD.encode()
    )
    assert ran.code == 1
    assert ran.out.startswith("a/b.quiz.yaml:6:35: error OPT001")


def test_other_files_are_skipped_and_verbose_says_why(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "ci.yml").write_text("on: push\njobs:\n  test:\n    steps: [{run: make}]\n")
    (tmp_path / "faq.yaml").write_text(
        "- question: How do I pay?\n  answer: By card.\n- question: Where?\n  answer: Here.\n"
    )
    ran = quizlint("check")
    assert (ran.code, ran.out) == (0, "")
    assert (
        "No quiz or cheat sheet found (2 files looked at: 1 .yml, 1 .yaml; -v says why)" in ran.err
    )
    told = quizlint("check", "-v").err
    assert "skipped ci.yml: " in told
    assert "skipped faq.yaml: " in told
    assert quizlint("check", "--require-files").code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "tides.quiz.yml"], "did you mean tides.quiz.yaml?"),
        (["check", "--select", "KEY0I0"], 'did you mean "KEY010"?'),
        (["check", "--selct", "OPT"], "--select"),
        (["check", "--severity", "duplicate-opton=info"], 'did you mean "duplicate-option"?'),
        (["explain", "duplicate-opton"], "Did you mean duplicate-option?"),
        (["chek"], "Did you mean 'check'?"),
        (["check", "--format", "ful"], "'full'"),
        (["schema", "quizz"], "'quiz'"),
    ],
)
def test_a_slip_ends_with_2_and_a_suggestion(
    quizlint: Quizlint, bad: Path, arguments: list[str], said: str
) -> None:
    ran = quizlint(*arguments)
    assert ran.code == 2
    assert said in ran.err


def test_a_missing_path_does_not_hide_the_others(quizlint: Quizlint, bad: Path) -> None:
    ran = quizlint("check", "nowhere.yaml", bad.name, "--format", "concise")
    assert ran.code == 2
    assert "OPT001" in ran.out
    assert "nowhere.yaml" in ran.err


def test_settings_are_followed_and_slips_in_them_found(
    quizlint: Quizlint, bad: Path, tmp_path: Path
) -> None:
    config = tmp_path / "quizlint.toml"
    config.write_text('ignore = ["OPT001"]\n')
    assert quizlint("check").code == 0
    config.write_text('ignor = ["OPT001"]\n')
    ran = quizlint("check")
    assert ran.code == 2
    assert "quizlint.toml:1:1" in ran.err
    assert 'did you mean "ignore"?' in ran.err


def test_gitignore_and_exclude_are_honoured(quizlint: Quizlint, bad: Path, tmp_path: Path) -> None:
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    bad.rename(drafts / bad.name)
    (tmp_path / ".gitignore").write_text("drafts/\n")
    assert quizlint("check").code == 0
    assert quizlint("check", "drafts/tides.quiz.yaml").code == 1, "named files are checked"
    (tmp_path / ".gitignore").unlink()
    assert quizlint("check").code == 1
    (tmp_path / "quizlint.toml").write_text('exclude = ["drafts/"]\n')
    assert quizlint("check").code == 0
    assert quizlint("check", "drafts/tides.quiz.yaml").code == 0, "excludes hold for named files"


def test_suppressions_count_and_are_counted(quizlint: Quizlint, bad: Path, tmp_path: Path) -> None:
    comment = "  # quizlint: ignore[duplicate-option] -- both are meant\n"
    bad.write_text(BAD.replace("  - id", comment + "  - id"))
    ran = quizlint("check")
    assert ran.code == 0
    assert "1 finding suppressed." in ran.out
    (finding,) = json.loads(quizlint("check", "--format", "json").out)["findings"]
    assert (finding["state"], finding["reason"]) == ("suppressed", "both are meant")


def test_settings_can_suppress_by_item_until_a_day(
    quizlint: Quizlint, bad: Path, tmp_path: Path
) -> None:
    (tmp_path / "quizlint.toml").write_text(
        '[[ignore]]\npath = "*.quiz.yaml"\nitem = "pull"\nrule = "duplicate-option"\n'
        'reason = "the platform needs both"\nuntil = 2027-01-01\n'
    )
    assert quizlint("check", "--today", "2026-12-31").code == 0
    ran = quizlint("check", "--today", "2027-01-02", "--format", "concise")
    assert ran.code == 1
    assert "OPT001" in ran.out
    assert "quizlint.toml:4:8: warning SUP003" in ran.out


def test_one_conflicting_key_in_two_files(quizlint: Quizlint, tmp_path: Path) -> None:
    for name, key in (("a", "the Moon"), ("b", "the wind")):
        (tmp_path / f"{name}.quiz.yaml").write_text(
            "kind: quiz\nquestions:\n  - question: What pulls the tides?\n"
            f"    options: [the Moon, the wind, the rain]\n    answer: {key}\n"
        )
    ran = quizlint("check")
    assert ran.code == 1
    assert "error[BNK003] this question also stands in a.quiz.yaml with another key" in ran.out
    assert " --> b.quiz.yaml:3:15" in ran.out
    assert "a.quiz.yaml:3:15" in ran.out


def test_output_is_the_same_from_run_to_run(quizlint: Quizlint, bad: Path) -> None:
    assert quizlint("check", "--format", "json").out == quizlint("check", "--format", "json").out


def test_paths_are_shown_from_where_the_user_stands(
    quizlint: Quizlint, bad: Path, tmp_path: Path
) -> None:
    (tmp_path / "quizlint.toml").write_text("")
    inner = tmp_path / "inner"
    inner.mkdir()
    bad.rename(inner / bad.name)
    shown = quizlint("check", "--format", "concise", cwd=inner).out
    assert shown.startswith("tides.quiz.yaml:6:35")
    result = json.loads(quizlint("check", "--format", "json", cwd=inner).out)
    assert result["findings"][0]["path"] == "inner/tides.quiz.yaml"


def test_a_hostile_name_or_text_cannot_drive_the_terminal(
    quizlint: Quizlint, tmp_path: Path
) -> None:
    escape = "\x1b[2J\u202e"
    (tmp_path / "evil.quiz.yaml").write_text(
        BAD.replace("[the Moon, the wind, the Moon]", r'["a\e[2J\u202e", b, "a\e[2J\u202e"]')
    )
    out = quizlint("check", "--format", "full").out
    assert not set(escape) & set(out) - set("[2J")


GERMAN = """\
kind: quiz
questions:
  - question: Welche der beiden Städte liegt an der Elbe und nicht an der Spree?
    options: [Dresden, Cottbus]
    answer: A
"""


def test_rules_that_do_not_know_a_language_are_counted(quizlint: Quizlint, tmp_path: Path) -> None:
    """Silence of theirs is no praise: one line says so, and -v which files and how it was told."""
    (tmp_path / "a.quiz.yaml").write_text(GERMAN)
    (tmp_path / "b.quiz.yaml").write_text(GERMAN)
    (tmp_path / "c.quiz.yaml").write_text(BAD.replace("the wind, the Moon", "the wind, the sun"))
    rules = ("--select", "STM001,STM002,SET006")
    ran = quizlint("check", *rules)
    assert ran.err == (
        "2 rules did not judge 2 documents in 'de': they do not know the language "
        "(-v names the files).\n"
    )
    ran = quizlint("check", "-v", *rules)
    assert ran.err.splitlines()[:3] == [
        "a.quiz.yaml: its language is de (told by its words); 2 rules do not know it",
        "b.quiz.yaml: its language is de (told by its words); 2 rules do not know it",
        "c.quiz.yaml: its language is en (told by its words)",
    ]
    assert quizlint("check", "--select", "STM002").err == ""
