"""A client of the language server, which speaks to it over its standard input and output."""

import json
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any


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
