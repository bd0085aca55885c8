"""The language server, spoken to over its standard input and output as an editor does."""

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls")

QUIZ = """\
kind: quiz
questions:
  - question: 😀 Which planet has the the widest rings of all?
    options: [Venus, Mars, none of the above]
    answer: Saturn
"""
DOUBLED = (2, QUIZ.splitlines()[2].index("the the"))


class Client:
    """A client that asks, and listens to what is told."""

    def __init__(self, folder: Path, encodings: list[str], *, pulls: bool) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "quizlint", "lsp"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
        )
        self.heard: queue.Queue[dict[str, Any]] = queue.Queue()
        self.told: queue.Queue[dict[str, Any]] = queue.Queue()
        self.number = 0
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        document: dict[str, Any] = {"publishDiagnostics": {"relatedInformation": True}}
        if pulls:
            document["diagnostic"] = {}
        self.says = self.ask(
            "initialize",
            processId=None,
            rootUri=folder.as_uri(),
            capabilities={"general": {"positionEncodings": encodings}, "textDocument": document},
        )["capabilities"]
        self.tell("initialized")

    def _listen(self) -> None:
        stdout = self.process.stdout
        assert stdout is not None
        while True:
            length = 0
            while (line := stdout.readline().strip()) != b"":
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if not length:
                return
            message = json.loads(stdout.read(length))
            (self.heard if "id" in message and "method" not in message else self.told).put(message)

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stdin = self.process.stdin
        assert stdin is not None
        stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        stdin.flush()

    def tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, **params: Any) -> Any:
        self.number += 1
        self._send({"id": self.number, "method": method, "params": params})
        while (answer := self.heard.get(timeout=60))["id"] != self.number:
            pass
        return answer.get("result")

    def published(self) -> dict[str, Any]:
        while (message := self.told.get(timeout=60))["method"] != "textDocument/publishDiagnostics":
            pass
        params: dict[str, Any] = message["params"]
        return params

    def close(self) -> int:
        self.ask("shutdown")
        self.tell("exit")
        code = self.process.wait(timeout=60)
        self.listener.join(timeout=60)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()
        return code


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
