"""The documentation site: generated pages are current, and it builds without a warning."""

import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT

sys.path.insert(0, str(ROOT / "docs"))
from pages import pages

MADE = pages()


@pytest.mark.parametrize("path", MADE)
def test_a_generated_page_is_current(path: str) -> None:
    """To write them anew: make docs"""
    assert (ROOT / "docs" / path).read_text("utf-8") == MADE[path]


def test_no_page_of_a_rule_is_left_over() -> None:
    assert {f"rules/{file.name}" for file in (ROOT / "docs/rules").glob("*.md")} <= set(MADE)


def test_every_bad_example_shows_what_is_said_of_it() -> None:
    for path, text in MADE.items():
        if "## Found, for example" in text:
            assert "\n> " in text, path


def test_the_site_builds(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir"]
    done = subprocess.run(
        [*command, str(tmp_path / "site")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/rules/duplicate-option/index.html").exists()
