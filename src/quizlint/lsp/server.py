"""The server's state: texts come in as they are typed, what is found in them is kept."""

import asyncio
from collections import OrderedDict
from pathlib import Path
from urllib.parse import unquote

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from quizlint import __version__
from quizlint.engine.result import Diagnostic, Place
from quizlint.lsp.checking import Check, Checked, check_text
from quizlint.lsp.protocol import Protocol
from quizlint.lsp.texts import OpenText
from quizlint.lsp.words import Range, told

KEPT = 20
"""Texts of which it is remembered what was found."""

PAUSE = 0.02
"""Seconds without a change before a text is checked: what was typed meanwhile is checked once."""


class Server(LanguageServer):
    """The state of a connection: what was found in each open text, for the version checked."""

    def __init__(self, check: Check = check_text) -> None:
        super().__init__("quizlint", __version__, protocol_cls=Protocol)
        self.check = check
        self.found: OrderedDict[str, tuple[int | None, Checked]] = OrderedDict()
        self.pulls = False  # the client asks for findings by itself
        self._waiting: dict[str, asyncio.TimerHandle] = {}

    def open(self, item: types.TextDocumentItem) -> None:
        """Keep a text that a client has opened."""
        text = OpenText.of(item, self.workspace.position_codec)
        self.workspace.text_documents[unquote(item.uri)] = text
        self.publish(item.uri)

    def document(self, uri: str) -> TextDocument | None:
        """An open text; None for any other, which is never read from the disk."""
        open_texts: dict[str, TextDocument] = self.workspace.text_documents
        return open_texts.get(unquote(uri))

    def checked(self, uri: str) -> Checked | None:
        """What is found in a text as it is now; None for one that is not open, or is no file."""
        path, document = to_fs_path(uri), self.document(uri)
        if path is None or document is None:
            return None
        known = self.found.get(uri)
        if known is not None and known[0] == document.version and known[1].text == document.source:
            return known[1]
        checked = self.check(Path(path), document.source)
        if checked.failed:
            said = f"quizlint: {checked.target.shown}: {checked.failed}"
            self.window_log_message(types.LogMessageParams(types.MessageType.Warning, said))
        self.found[uri] = (document.version, checked)
        self.found.move_to_end(uri)
        while len(self.found) > KEPT:
            self.found.popitem(last=False)
        return checked

    def range_of(self, uri: str) -> Range:
        """From a place to a range in the units that the client counts characters in."""
        document = self.document(uri)
        lines = [] if document is None else document.lines
        codec = self.workspace.position_codec

        def range_of(place: Place) -> types.Range:
            start = types.Position(place.line - 1, place.column - 1)
            end = types.Position(place.end_line - 1, place.end_column - 1)
            return codec.range_to_client_units(lines, types.Range(start, end))

        return range_of

    def diagnostics(self, uri: str) -> list[types.Diagnostic]:
        """What is found in a text, for the client."""
        checked = self.checked(uri)
        if checked is None:
            return []
        range_of = self.range_of(uri)
        return [told(each, uri, range_of) for each in checked.diagnostics]

    def publish(self, uri: str) -> None:
        """Send what is found in a text, unless the client asks by itself."""
        self._wait_no_more(uri)
        if self.pulls:
            return
        document = self.document(uri)
        version = None if document is None else document.version
        found = self.diagnostics(uri)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def publish_soon(self, uri: str) -> None:
        """Send it when no other change has come for a moment.

        Whoever types faster than texts are checked would else wait for every state in between.
        """
        self._wait_no_more(uri)
        loop = asyncio.get_running_loop()
        self._waiting[uri] = loop.call_later(PAUSE, self.publish, uri)

    def forget(self, uri: str) -> None:
        """Drop what is known of a text that is closed, here and at the client."""
        self.found.pop(uri, None)
        self.publish(uri)

    def at(self, uri: str, wanted: types.Range) -> list[Diagnostic]:
        """The findings whose places touch a range."""
        checked = self.checked(uri)
        if checked is None:
            return []
        range_of = self.range_of(uri)
        return [each for each in checked.diagnostics if _touch(range_of(each.place), wanted)]

    def _wait_no_more(self, uri: str) -> None:
        waiting = self._waiting.pop(uri, None)
        if waiting is not None:
            waiting.cancel()


def _touch(one: types.Range, other: types.Range) -> bool:
    first, last = (one.start.line, one.start.character), (one.end.line, one.end.character)
    start, end = (other.start.line, other.start.character), (other.end.line, other.end.character)
    return first <= end and start <= last
