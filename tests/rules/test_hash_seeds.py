"""The same findings whatever the hash seed: no rule goes by the order of a set."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import SAMPLES
from quizlint.rules.registry import all_rules
from quizlint.testing import marked

SEEDS = (1, 2, 3, 5, 8, 13)

TIES = """\
kind: quiz
questions:
  - question: What lifts the tide?
    options: [pulling at the sea, the moon that pulls, pushed by the wind, the salt in it, the sun]
    answer: B
  - question: What is left at low tide?
    options: ["12", sand, "14", shells]
    answer: C
"""
"""Options of several kinds with one of each: which is the odd one is a tie."""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every rule's examples, each in a folder of its own, with what stands beside it."""
    folder = tmp_path_factory.mktemp("examples")
    for rule in all_rules():
        for number, example in enumerate((*rule.bad, *rule.good)):
            place = folder / rule.code / str(number)
            for name, text in {example.name: example.text, **(example.files or {})}.items():
                (place / name).parent.mkdir(parents=True, exist_ok=True)
                written = marked(text).text if name == example.name else text
                (place / name).write_text(written, "utf-8")
    (folder / "ties.quiz.yaml").write_text(TIES)
    (folder / "quizlint.toml").write_text('preset = "all"\n')
    return folder


def output(folder: Path, seed: int) -> str:
    command = [sys.executable, "-m", "quizlint", "check", str(folder), "--select", "all"]
    done = subprocess.run(
        [*command, "--format", "json"],
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
        cwd=folder,
        check=False,
    )
    assert done.stderr == b"" or b"Traceback" not in done.stderr
    return done.stdout.decode()


def test_all_rules_over_all_samples(content: Path) -> None:
    for folder in (SAMPLES, content):
        first, *others = [output(folder, seed) for seed in SEEDS]
        assert len(first) > 10_000
        assert all(other == first for other in others)
