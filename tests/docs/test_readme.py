"""What the documentation shows is what the program prints."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from conftest import ROOT, Quizlint

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("sample_content/*.md")])
OUTPUT = re.compile(
    r"<!-- output: quizlint (?P<command>.+?) -->\n"
    r"```text\n(?P<shown>.*?)```\n<!-- end of output -->",
    re.DOTALL,
)
FILES = re.compile(r"<!-- file: (?P<name>\S+) -->\n```\w+\n(?P<body>.*?)```", re.DOTALL)
BLOCKS = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_shown_output_is_real(page: Path, quizlint: Quizlint, tmp_path: Path) -> None:
    """To bring a page up to date, run its command and paste what it prints.

    A page that shows files has its commands run beside them.
    """
    text = page.read_text("utf-8")
    for file in FILES.finditer(text):
        (tmp_path / file["name"]).write_text(file["body"], "utf-8")
    folder = tmp_path if FILES.search(text) else ROOT
    for block in OUTPUT.finditer(text):
        assert quizlint(*shlex.split(block["command"]), cwd=folder).out == block["shown"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    prose = re.sub(r"^ {4}.*$", "", page.read_text("utf-8"), flags=re.MULTILINE)
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", prose):
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
    # A page may show one question in several formats.
    ran = quizlint("check", "--require-files", "--format", "concise", "--ignore", "BNK")
    assert (ran.code, ran.out.splitlines()[-1][:15]) == (0, "Nothing to mend")


def test_the_good_samples_are_good(quizlint: Quizlint) -> None:
    ran = quizlint("check", "sample_content/good", "--fail-on", "info", cwd=ROOT)
    assert ran.code == 0, ran.out


def test_the_flawed_samples_show_every_family(quizlint: Quizlint) -> None:
    out = quizlint("check", "sample_content/flawed", "--format", "concise", cwd=ROOT).out
    for family in ("STR", "KEY", "OPT", "STM", "LVL", "CRD", "PRM", "SET", "BNK", "SUP"):
        assert f" {family}" in out
