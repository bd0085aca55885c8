"""The language server, spoken to over its standard input and output as an editor does."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lsp_client import Client
from quizlint.lsp.checking import check_text

pytest.importorskip("pygls")

QUIZ = """\
kind: quiz
questions:
  - question: 😀 Which planet has the the widest rings of all?
    options: [Venus, Mars, none of the above]
    answer: Saturn
"""
DOUBLED = (2, QUIZ.splitlines()[2].index("the the"))


@pytest.fixture(params=["utf-16", "utf-8"])
def encoding(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def client(tmp_path: Path, encoding: str) -> Iterator[Client]:
    one = Client(tmp_path, [encoding], pulls=False)
    yield one
    assert one.close() == 0


def opened(client: Client, folder: Path, text: str = QUIZ) -> str:
    uri = (folder / "a.quiz.yaml").as_uri()
    item = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
    client.tell("textDocument/didOpen", textDocument=item)
    return uri


def units(text: str, encoding: str) -> int:
    """The length of a text in the units of an encoding."""
    return len(text.encode("utf-16-le")) // 2 if encoding == "utf-16" else len(text.encode())


def by_code(diagnostics: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {each["code"]: each for each in diagnostics}


def test_findings_stand_where_they_belong(client: Client, tmp_path: Path, encoding: str) -> None:
    uri = opened(client, tmp_path)
    params = client.published()
    assert (params["uri"], params["version"]) == (uri, 1)
    found = by_code(params["diagnostics"])
    assert {"STR021", "KEY003"} <= set(found)
    line, column = DOUBLED
    before = QUIZ.splitlines()[line][:column]
    start = found["STR021"]["range"]["start"]
    first = units(before, encoding)
    assert start["line"] == line
    assert first <= start["character"] <= first + 4  # the first "the", or the second
    assert found["KEY003"]["severity"] == 1
    assert found["KEY003"]["source"] == "quizlint"


def test_what_is_typed_is_checked(client: Client, tmp_path: Path) -> None:
    uri = opened(client, tmp_path)
    client.published()
    text = QUIZ.replace("the the", "the").replace("answer: Saturn", "answer: Mars")
    changed = {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": text}]}
    client.tell("textDocument/didChange", **changed)
    params = client.published()
    assert params["version"] == 2
    assert not {"STR021", "KEY003"} & set(by_code(params["diagnostics"]))
    client.tell("textDocument/didClose", textDocument={"uri": uri})
    assert client.published()["diagnostics"] == []


def test_a_repair_is_applied_and_a_reason_asked_for(client: Client, tmp_path: Path) -> None:
    uri = opened(client, tmp_path)
    found = by_code(client.published()["diagnostics"])["STR021"]
    actions = client.ask(
        "textDocument/codeAction",
        textDocument={"uri": uri},
        range=found["range"],
        context={"diagnostics": [found]},
    )
    titles = [each["title"] for each in actions]
    assert titles[0] == "Mend: doubled-word"
    assert actions[0]["isPreferred"] is True
    (edit,) = actions[0]["edit"]["changes"][uri]
    assert edit["range"]["start"]["line"] == 2
    silence = next(each for each in actions if each["title"].startswith("Silence doubled-word"))
    (comment,) = silence["edit"]["changes"][uri]
    assert comment["newText"] == "  # quizlint: ignore[doubled-word] -- say why\n"
    assert comment["range"]["start"] == {"line": 2, "character": 0}


def test_the_page_of_a_rule_is_shown(client: Client, tmp_path: Path) -> None:
    uri = opened(client, tmp_path)
    found = by_code(client.published()["diagnostics"])["KEY003"]
    hover = client.ask(
        "textDocument/hover", textDocument={"uri": uri}, position=found["range"]["start"]
    )
    assert "# KEY003 key-not-an-option" in hover["contents"]["value"]
    nothing = client.ask(
        "textDocument/hover", textDocument={"uri": uri}, position={"line": 0, "character": 0}
    )
    assert nothing is None


def test_a_client_that_asks_by_itself_is_not_told_twice(tmp_path: Path) -> None:
    client = Client(tmp_path, ["utf-8"], pulls=True)
    uri = opened(client, tmp_path)
    report = client.ask("textDocument/diagnostic", textDocument={"uri": uri})
    assert "KEY003" in by_code(report["items"])
    assert client.told.empty()
    assert client.close() == 0


def test_settings_beside_the_file_hold(tmp_path: Path) -> None:
    (tmp_path / "quizlint.toml").write_text('ignore = ["KEY003"]\n', "utf-8")
    client = Client(tmp_path, ["utf-8"], pulls=False)
    opened(client, tmp_path)
    assert "KEY003" not in by_code(client.published()["diagnostics"])
    assert client.close() == 0


@pytest.mark.parametrize(
    "text", ["", "\0\0", "kind: quiz\nquestions: [", "\N{RIGHT-TO-LEFT OVERRIDE}" * 1000]
)
def test_odd_texts_bring_nothing_down(tmp_path: Path, text: str) -> None:
    client = Client(tmp_path, ["utf-16"], pulls=False)
    uri = opened(client, tmp_path, text)
    client.published()
    client.ask(
        "textDocument/hover", textDocument={"uri": uri}, position={"line": 9, "character": 9}
    )
    where = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}
    client.ask(
        "textDocument/codeAction",
        textDocument={"uri": uri},
        range=where,
        context={"diagnostics": []},
    )
    assert client.close() == 0


def test_what_is_not_open_and_what_is_nonsense_is_answered(tmp_path: Path) -> None:
    client = Client(tmp_path, ["utf-16"], pulls=False)
    uri = (tmp_path / "closed.quiz.yaml").as_uri()
    position = {"line": 0, "character": 0}
    assert client.ask("textDocument/hover", textDocument={"uri": uri}, position=position) is None
    assert client.ask("no/such/method") is None
    client.tell("textDocument/didChange", nonsense=True)
    opened(client, tmp_path)
    assert client.published()["diagnostics"]
    assert client.close() == 0


def change(client: Client, uri: str, version: int, text: str) -> None:
    about = {"uri": uri, "version": version}
    client.tell("textDocument/didChange", textDocument=about, contentChanges=[{"text": text}])


def refused(client: Client) -> str:
    while (message := client.told.get(timeout=60))["method"] != "window/logMessage":
        pass
    return str(message["params"]["message"])


def codes_of_check(folder: Path, name: str, text: str) -> set[str]:
    """What `quizlint check` finds in the same text, in a file."""
    (folder / name).write_text(text, "utf-8")
    command = [sys.executable, "-m", "quizlint", "check", "--format", "json", "."]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    (folder / name).unlink()
    return {each["code"] for each in json.loads(done.stdout)["findings"]}


PICTURED = """\
# Animals

## Which animal is shown? ![an animal](missing.png)

- [ ] a cat
- [x] a dog

> It has a long snout.
"""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("with space é.quiz.yaml", QUIZ),
        ("pictured.quiz.md", PICTURED),
        ("de/tiere.quiz.yaml", QUIZ),
        ("drafts/a.quiz.yaml", QUIZ),
        ("large.quiz.yaml", "kind: quiz\n" + "# nothing but remarks\n" * 950_000),
    ],
    ids=["spaces in its name", "a missing picture", "its folder", "excluded", "20 MB"],
)
def test_the_editor_says_what_check_says(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "quizlint.toml").write_text('exclude = ["drafts/**"]\n', "utf-8")
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    client = Client(tmp_path, ["utf-16"], pulls=False)
    item = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}
    client.tell("textDocument/didOpen", textDocument=item)
    found = client.published()["diagnostics"]
    assert {each["code"] for each in found} == codes_of_check(tmp_path, name, text)
    assert bool(found) is not name.startswith("drafts")
    client.tell("textDocument/didClose", textDocument={"uri": file.as_uri()})
    client.published()
    assert opened(client, tmp_path)  # and it goes on
    assert client.published()["diagnostics"]
    assert client.close() == 0


def test_a_finding_leads_to_the_page_of_its_rule(tmp_path: Path) -> None:
    client = Client(tmp_path, ["utf-16"], pulls=False)
    opened(client, tmp_path)
    found = by_code(client.published()["diagnostics"])["KEY003"]
    assert found["codeDescription"]["href"].endswith("/rules/key-not-an-option/")
    assert client.close() == 0


def test_a_version_out_of_order_is_refused(tmp_path: Path) -> None:
    client = Client(tmp_path, ["utf-16"], pulls=False)
    uri = opened(client, tmp_path)
    client.published()
    change(client, uri, 5, QUIZ.replace("the the", "the"))
    assert client.published()["version"] == 5
    change(client, uri, 3, "kind: quiz\n")
    assert "version 3" in refused(client)
    change(client, uri, 6, QUIZ)
    now = client.published()
    assert now["version"] == 6
    assert "STR021" in by_code(now["diagnostics"])
    assert client.close() == 0


def test_a_change_to_a_closed_text_is_refused(tmp_path: Path) -> None:
    client = Client(tmp_path, ["utf-16"], pulls=False)
    uri = opened(client, tmp_path)
    client.published()
    client.tell("textDocument/didClose", textDocument={"uri": uri})
    assert client.published()["diagnostics"] == []
    change(client, uri, 2, QUIZ)
    assert "not open" in refused(client)
    assert client.close() == 0


def test_who_types_fast_is_told_of_the_last_state_only(tmp_path: Path) -> None:
    """What is published last is about the last version, and not every state was checked."""
    client = Client(tmp_path, ["utf-16"], pulls=False)
    uri = opened(client, tmp_path)
    client.published()
    last = 60
    for version in range(2, last + 1):
        change(client, uri, version, QUIZ + "#" * version)
    versions = [client.published()["version"]]
    while versions[-1] != last:
        versions.append(client.published()["version"])
    assert versions == sorted(set(versions))
    assert len(versions) < last // 2
    assert client.close() == 0


def test_the_other_place_of_a_finding_is_gone_to(client: Client, tmp_path: Path) -> None:
    uri = opened(client, tmp_path, QUIZ.replace("[Venus, Mars,", "[Venus, Venus,"))
    found = by_code(client.published()["diagnostics"])["OPT001"]
    (place,) = client.ask(
        "textDocument/definition",
        textDocument={"uri": uri},
        position=found["range"]["start"],
    )
    assert place["range"] == found["relatedInformation"][0]["location"]["range"]
    assert place["range"]["start"] == {"line": 3, "character": 14}


LEVELLED = """\
kind: quiz
title: 😀 Planets
questions:
""" + "".join(
    f"""\
  - question: Which of the planets that go round our sun in wide circles is the {rank} one?
    difficulty: beginner
    options: [Venus, Mars, Saturn, the planet which has by far the widest rings of all]
    answer: D
    explanation: It can be seen through any telescope.
"""
    for rank in ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
)


def lens_of(client: Client, uri: str) -> list[str]:
    lenses = client.ask("textDocument/codeLens", textDocument={"uri": uri})
    assert all(each["range"]["start"]["line"] == 1 for each in lenses)
    return [each["command"]["title"] for each in lenses]


def test_a_lens_shows_how_a_document_is_guessed_and_reads(client: Client, tmp_path: Path) -> None:
    """The figures are those of `quizlint stats`."""
    (tmp_path / "a.quiz.yaml").write_text(LEVELLED, "utf-8")
    command = [sys.executable, "-m", "quizlint", "stats", "--json", "a.quiz.yaml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    counts = json.loads(done.stdout)["total"]
    uri = opened(client, tmp_path, LEVELLED)
    (said,) = lens_of(client, uri)
    guess, reading = counts["guessability"], counts["reading"]
    assert f"a guesser scores {100 * guess['score']:.0f} %" in said
    assert f"chance {100 * guess['chance']:.0f} %" in said
    assert f"reads like {reading['band']} (grade {reading['flesch_kincaid_grade']:.1f})" in said
    assert "median grade by level: beginner" in said


def test_where_nothing_can_be_measured_there_is_no_lens(client: Client, tmp_path: Path) -> None:
    for version, text in enumerate(("", "kind: quiz\nquestions: ["), 1):
        uri = opened(client, tmp_path, text)
        assert client.ask("textDocument/codeLens", textDocument={"uri": uri}) == [], version


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_what_ends_no_line_moves_nothing(
    client: Client, tmp_path: Path, encoding: str, sign: str
) -> None:
    """Neither places behind such a sign, nor the words that a change is about."""
    text = QUIZ.replace("😀", f'"😀{sign}b', 1).replace("of all?", 'of all?"')
    uri = opened(client, tmp_path, text)
    before, _, line = text.partition("the the")[0].rpartition("\n")
    first = by_code(client.published()["diagnostics"])["STR021"]["range"]["start"]
    assert first["line"] == before.count("\n") + 1
    assert 0 <= first["character"] - units(line, encoding) <= 4
    start = {"line": first["line"], "character": units(line, encoding)}
    end = {**start, "character": start["character"] + len("the ")}
    changed = [{"range": {"start": start, "end": end}, "text": ""}]
    about = {"uri": uri, "version": 2}
    client.tell("textDocument/didChange", textDocument=about, contentChanges=changed)
    now = by_code(client.published()["diagnostics"])
    whole = check_text(tmp_path / "a.quiz.yaml", text.replace("the the", "the"))
    assert set(now) == {each.code for each in whole.diagnostics}
    assert "STR021" not in now
