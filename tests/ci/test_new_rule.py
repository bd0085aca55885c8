"""`make rule`: what it writes passes as it stands, in every family."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from conftest import ROOT

sys.path.insert(0, str(ROOT / "tools"))
from new_rule import LEDGER, ROW, SUBJECTS, Unfit, begin

TESTS = "tests/rules/test_invariants.py"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project, of which only the rules and their ledger are copied; the rest leads here."""
    (tmp_path / "src/quizlint").mkdir(parents=True)
    (tmp_path / "tests/rules").mkdir(parents=True)
    for room in (ROOT / "src/quizlint").iterdir():
        if room.name != "rules":
            (tmp_path / "src/quizlint" / room.name).symlink_to(room)
    shutil.copytree(ROOT / "src/quizlint/rules", tmp_path / "src/quizlint/rules")
    for name in (str(LEDGER), TESTS, "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_a_rule_of_each_family_passes_as_it_is_begun(copy: Path) -> None:
    begun = [begin(copy, f"try-of-{family.lower()}", family) for family in SUBJECTS]
    files = [str(file) for _, file in begun]
    for way in (["check"], ["format", "--check"]):
        ran = run(copy, "-m", "ruff", *way, "--no-cache", *files)
        assert ran.returncode == 0, ran.stdout
    codes = " or ".join(code for code, _ in begun)
    ran = run(copy, "-m", "pytest", TESTS, "-p", "no:cacheprovider", "-k", f"{codes} or codes")
    assert ran.returncode == 0, ran.stdout


def run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_row_is_at_the_end_of_its_family(copy: Path) -> None:
    before = (copy / LEDGER).read_text("utf-8")
    code, _ = begin(copy, "said-of-a-card", "CRD")
    after = (copy / LEDGER).read_text("utf-8")
    assert tomllib.loads(after) == {**tomllib.loads(before), code: "said-of-a-card"}
    cards = [row["code"] for row in ROW.finditer(after) if row["code"].startswith("CRD")]
    assert cards == sorted(cards)
    assert cards[-1] == code


def test_a_name_that_the_ledger_holds_gets_its_code(copy: Path) -> None:
    with (copy / LEDGER).open("a", encoding="utf-8") as ledger:
        ledger.write('STM901 = "kept-for-later"\n')
    before = (copy / LEDGER).read_text("utf-8")
    assert begin(copy, "kept-for-later")[0] == "STM901"
    assert (copy / LEDGER).read_text("utf-8") == before


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (("Two Words",), "a name is words"),
        (("duplicate-option",), "is there already"),
        (("new-name", "OPT", "OPT001"), "another rule"),
        (("duplicate-option", "OPT", "OPT999"), "another rule"),
        (("new-name", "STM", "OPT999"), "a code is its family"),
        (("new-name", "SUP"), "by hand"),
    ],
)
def test_what_cannot_be_begun_is_refused(copy: Path, wish: tuple[str, ...], why: str) -> None:
    before = (copy / LEDGER).read_text("utf-8")
    with pytest.raises(Unfit, match=why):
        begin(copy, *wish)
    assert (copy / LEDGER).read_text("utf-8") == before
