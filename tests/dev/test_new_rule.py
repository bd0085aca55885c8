"""`make rule`: what it writes lints, passes its own trial, and is in ledger and pages."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from conftest import ROOT

TRIAL = """\
import sys; sys.path.insert(0, "src")
from quizlint.rules.registry import find
from quizlint.testing import faults
rule = find(sys.argv[1])
print(rule.code, rule.__module__, faults(rule))
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the scaffold needs of this project."""
    root = tmp_path_factory.mktemp("copy")
    for folder in ("src", "dev", "docs"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "tests/rules").mkdir(parents=True)
    shutil.copy(ROOT / "tests/rules/ledger.toml", root / "tests/rules")
    shutil.copy(ROOT / "pyproject.toml", root)
    return root


def run(root: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command], cwd=root, capture_output=True, text=True, check=False, env={}
    )


def test_what_it_writes_passes(copy: Path) -> None:
    begun = run(copy, "dev/new_rule.py", "shouted-stem")
    assert begun.returncode == 0, begun.stderr
    before = tomllib.loads((ROOT / "tests/rules/ledger.toml").read_text("utf-8"))
    ledger = tomllib.loads((copy / "tests/rules/ledger.toml").read_text("utf-8"))
    (code,) = ledger.keys() - before.keys()
    assert (code[:3], ledger[code]) == ("STM", "shouted-stem")
    assert int(code[3:]) == max(int(each[3:]) for each in before if each[:3] == "STM") + 1
    file = "src/quizlint/rules/stems/shouted_stem.py"
    assert run(copy, "-c", TRIAL, "shouted-stem").stdout.split(maxsplit=2) == [
        code,
        "quizlint.rules.stems.shouted_stem",
        "[]\n",
    ]
    assert f"# {code} shouted-stem" in (copy / "docs/rules/shouted-stem.md").read_text("utf-8")
    assert code in (copy / "docs/rules/index.md").read_text("utf-8")
    for wish in (("check",), ("format", "--check")):
        linted = run(copy, "-m", "ruff", *wish, "--no-cache", file)
        assert linted.returncode == 0, linted.stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("duplicate-option",), "is there already"),
        (("other-name", "--code", "OPT001"), "the ledger has OPT001 = 'duplicate-option' already"),
        (("duplicate-option", "--code", "STM099"), "the ledger has OPT001 = "),
        (("Shouted Stem",), "is no name of a rule"),
        (("other-name", "--family", "XYZ"), "XYZ001 is no code of a family"),
    ],
)
def test_what_it_refuses(args: tuple[str, ...], said: str, copy: Path) -> None:
    refused = run(copy, "dev/new_rule.py", *args)
    assert refused.returncode == 1
    assert said in refused.stderr
