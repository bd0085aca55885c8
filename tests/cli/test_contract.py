"""What other programs rely on: the JSON result, its schema, and the hook for pre-commit."""

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
from ruamel.yaml import YAML

from conftest import ROOT, Quizlint
from quizlint import formats
from quizlint.formats.containers import SUFFIXES as PACKAGES

BROKEN = (
    "kind: quiz\nquestions:\n  - question: What pulls the tides?\n"
    "    options: [the Moon, the wind, the Moon]\n    answer: B\n"
)


@pytest.mark.parametrize("folder", ["sample_content", "sample_content/flawed"])
def test_a_result_keeps_to_its_schema(quizlint: Quizlint, folder: str) -> None:
    schema = json.loads((ROOT / "schemas/result.schema.json").read_text("utf-8"))
    ran = quizlint("check", folder, "--format", "json", "--select", "all", cwd=ROOT)
    result = json.loads(ran.out)
    jsonschema.Draft202012Validator(schema).validate(result)
    assert len(result["findings"]) > 20
    summary = result["summary"]
    states = [finding["state"] for finding in result["findings"]]
    assert states.count("suppressed") == summary["suppressed"]
    new = [f["severity"] for f in result["findings"] if f["state"] == "new"]
    assert new.count("error") == summary["errors"]
    assert {f["code"] for f in result["findings"]} == set(result["rules"])
    known = {(item["path"], item["id"]) for item in result["items"]}
    for finding in result["findings"]:
        if finding["state"] == "new" and finding["item"]:
            assert (finding["path"], finding["item"]) in known


def test_places_in_the_result_spell_what_they_say(quizlint: Quizlint) -> None:
    """Line and column lead to the same characters as the offsets of an edit do."""
    result = json.loads(quizlint("check", "sample_content", "--format", "json", cwd=ROOT).out)
    for finding in result["findings"]:
        for edit in finding.get("fix", {}).get("edits", ()):
            data = (ROOT / edit["path"]).read_bytes().decode("utf-8-sig")
            lines = data.splitlines(keepends=True)
            offset = sum(map(len, lines[: finding["line"] - 1])) + finding["column"] - 1
            if edit["start"] == offset:
                assert edit["sha256"]
        assert finding["excerpt"]["line"] == finding["line"]


def test_the_hook_flags_a_broken_quiz_at_commit(tmp_path: Path) -> None:
    hook, *_ = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")
    assert hook["entry"] == "quizlint check --from-hook"
    hook |= {"language": "system", "entry": f"{sys.executable} -m quizlint check --from-hook"}
    config = {"repos": [{"repo": "local", "hooks": [hook]}]}
    YAML(typ="safe").dump(config, tmp_path / ".pre-commit-config.yaml")
    (tmp_path / "tides.quiz.yaml").write_text(BROKEN)
    (tmp_path / "ci.yaml").write_text("jobs: {test: {steps: []}}\n")

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    run("git", "init", "-q")
    run("git", "add", "-A")
    failed = run(sys.executable, "-m", "pre_commit", "run", "--all-files")
    assert failed.returncode == 1
    assert "error[OPT001] option C repeats option A" in failed.stdout
    assert "tides.quiz.yaml:4:35" in failed.stdout
    (tmp_path / "tides.quiz.yaml").write_text(BROKEN.replace("Moon]", "rain]"))
    run("git", "add", "-A")
    assert run(sys.executable, "-m", "pre_commit", "run", "--all-files").returncode == 0


def test_the_hook_asks_for_every_file_that_can_be_read() -> None:
    hook, *_ = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")
    wanted = re.compile(hook["files"])
    for suffix in (*(each for every in formats.SUFFIXES.values() for each in every), *PACKAGES):
        name = suffix if not suffix.startswith(".") else f"a/b{suffix.upper()}"
        assert wanted.search(name), name
