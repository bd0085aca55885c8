"""The other commands from outside, and what a start may cost."""

import json
import subprocess
import sys
from pathlib import Path

from conftest import Quizlint


def test_version(quizlint: Quizlint) -> None:
    ran = quizlint("--version")
    assert ran.code == 0
    assert ran.out.startswith("quizlint 0.")


def test_help_names_every_command(quizlint: Quizlint) -> None:
    out = quizlint("--help").out
    for command in ("check", "explain", "rules", "config", "schema"):
        assert f"  {command} " in out


def test_rules_lists_codes_and_names(quizlint: Quizlint) -> None:
    lines = quizlint("rules").out.splitlines()
    assert any(line.startswith("OPT001  error") and "duplicate-option" in line for line in lines)
    data = json.loads(quizlint("rules", "--json").out)
    assert len(data) == len(lines)
    assert {"code", "name", "severity", "preset", "options", "help"} <= set(data[0])


def test_explain_by_code_and_by_name(quizlint: Quizlint) -> None:
    by_code, by_name = quizlint("explain", "OPT001"), quizlint("explain", "duplicate-option")
    assert by_code.code == 0
    assert by_code.out == by_name.out
    assert by_code.out.startswith("# OPT001 duplicate-option\n")
    assert "## How to fix it" in by_code.out


def test_schema_prints_a_json_schema(quizlint: Quizlint) -> None:
    for name in ("quiz", "cheat-sheet", "config", "result"):
        assert json.loads(quizlint("schema", name).out)["title"]


def test_config_says_where_settings_come_from(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "quizlint.toml").write_text('fail-on = "warning"\n')
    out = quizlint("config", "a.quiz.yaml").out
    assert 'fail-on = "warning"' in out
    assert "quizlint.toml:1" in out


def test_a_start_imports_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "small.sheet.yaml").write_text(
        "kind: cheat-sheet\ncards:\n  - front: What pulls the tides?\n    back: Mostly the Moon.\n"
    )
    heavy = {
        *("pydantic", "textstat", "numpy", "rich", "jinja2", "pygls", "nltk"),
        *("_hashlib", "random", "statistics", "subprocess", "tarfile", "tempfile"),
    }
    for arguments in ("--version", "--help", "check"):
        code = (
            f"import sys; sys.argv = ['quizlint', {arguments!r}]\n"
            "from quizlint.cli import main\n"
            "try: main()\nexcept SystemExit: pass\n"
            f"print(sorted(set(sys.modules) & {heavy!r}), file=sys.stderr)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
        )
        assert done.stderr.splitlines()[-1] == "[]", arguments
