"""What the documentation shows is what the program prints."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from conftest import ROOT, Quizlint

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("sample_content/*.md")])
OUTPUT = re.compile(
    r"<!-- output: quizlint (?P<command>.+?) -->\n"
    r"```text\n(?P<shown>.*?)```\n<!-- end of output -->",
    re.DOTALL,
)
BLOCKS = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_shown_output_is_real(page: Path, quizlint: Quizlint) -> None:
    """To bring a page up to date, run its command and paste what it prints."""
    for block in OUTPUT.finditer(page.read_text("utf-8")):
        assert quizlint(*shlex.split(block["command"]), cwd=ROOT).out == block["shown"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text("utf-8")):
        if "`" not in target and not target.startswith("<"):
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", [ROOT / "README.md"], ids=lambda page: page.name)
def test_files_that_are_shown_are_right(page: Path, quizlint: Quizlint, tmp_path: Path) -> None:
    """Sample files pass the strictest settings that the page shows beside them."""
    for number, block in enumerate(BLOCKS.finditer(page.read_text("utf-8"))):
        body = block["body"]
        if block["language"] == "toml":
            tomllib.loads(body)
            (tmp_path / "quizlint.toml").write_text(body)
            assert quizlint("config", "x.quiz.yaml").code == 0
            (tmp_path / "quizlint.toml").unlink()
        elif body.startswith(("kind:", "---\nkind:")):
            suffix = "yaml" if block["language"] == "yaml" else "md"
            (tmp_path / f"shown{number}.quiz.{suffix}").write_text(body)
    ran = quizlint("check", "--require-files", "--format", "concise")
    assert (ran.code, ran.out.splitlines()[-1][:15]) == (0, "Nothing to mend")


def test_the_good_samples_are_good(quizlint: Quizlint) -> None:
    ran = quizlint("check", "sample_content/good", "--fail-on", "info", cwd=ROOT)
    assert ran.code == 0, ran.out


def test_the_flawed_samples_show_every_family(quizlint: Quizlint) -> None:
    out = quizlint("check", "sample_content/flawed", "--format", "concise", cwd=ROOT).out
    for family in ("STR", "KEY", "OPT", "STM", "LVL", "CRD", "PRM", "SET", "BNK", "SUP"):
        assert f" {family}" in out
