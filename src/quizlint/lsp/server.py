"""The server: texts come in as they are typed, findings, pages and repairs go out."""

from collections import OrderedDict
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from quizlint import __version__
from quizlint.engine.result import Diagnostic, Place
from quizlint.lsp.actions import actions
from quizlint.lsp.checking import Check, Checked, check_text
from quizlint.lsp.words import Range, told
from quizlint.rules.page import page
from quizlint.rules.registry import find

KEPT = 20
"""Texts of which it is remembered what was found."""


class Server(LanguageServer):
    """The state of a connection: what was found in each open text, for the version checked."""

    def __init__(self, check: Check = check_text) -> None:
        super().__init__("quizlint", __version__)
        self.check = check
        self.found: OrderedDict[str, tuple[int | None, Checked]] = OrderedDict()
        self.pulls = False  # the client asks for findings by itself

    def checked(self, uri: str) -> Checked | None:
        """What is found in a text as it is now; None for one that is not open, or is no file."""
        path = to_fs_path(uri)
        document = self.workspace.get_text_document(uri) if self._is_open(uri) else None
        if path is None or document is None:
            return None
        known = self.found.get(uri)
        if known is not None and known[0] == document.version and known[1].text == document.source:
            return known[1]
        checked = self.check(Path(path), document.source)
        self.found[uri] = (document.version, checked)
        self.found.move_to_end(uri)
        while len(self.found) > KEPT:
            self.found.popitem(last=False)
        return checked

    def _is_open(self, uri: str) -> bool:
        return uri in self.workspace.text_documents

    def range_of(self, uri: str) -> Range:
        """From a place to a range in the units that the client counts characters in."""
        document: TextDocument = self.workspace.get_text_document(uri)
        lines = document.lines
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
        if checked.failed:
            self.window_log_message(
                types.LogMessageParams(types.MessageType.Warning, f"quizlint: {checked.failed}")
            )
        range_of = self.range_of(uri)
        return [told(each, uri, range_of) for each in checked.diagnostics]

    def publish(self, uri: str) -> None:
        """Send what is found in a text, unless the client asks by itself."""
        if self.pulls:
            return
        document = self.workspace.get_text_document(uri) if self._is_open(uri) else None
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(
                uri, self.diagnostics(uri), None if document is None else document.version
            )
        )

    def at(self, uri: str, wanted: types.Range) -> list[Diagnostic]:
        """The findings whose places touch a range."""
        checked = self.checked(uri)
        if checked is None:
            return []
        range_of = self.range_of(uri)
        return [each for each in checked.diagnostics if _touch(range_of(each.place), wanted)]


def _touch(one: types.Range, other: types.Range) -> bool:
    first, last = (one.start.line, one.start.character), (one.end.line, one.end.character)
    start, end = (other.start.line, other.start.character), (other.end.line, other.end.character)
    return first <= end and start <= last


def make(check: Check = check_text) -> Server:
    """A server with all that it answers to."""
    server = Server(check)

    @server.feature(types.INITIALIZED)
    def initialized(ls: Server, _params: types.InitializedParams) -> None:
        document = ls.client_capabilities.text_document
        ls.pulls = document is not None and document.diagnostic is not None

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
        ls.publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
        ls.publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
        ls.found.pop(params.text_document.uri, None)  # settings beside it may be others now
        ls.publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        ls.found.pop(uri, None)
        if not ls.pulls:
            ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    @server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(
            inter_file_dependencies=False, workspace_diagnostics=False, identifier="quizlint"
        ),
    )
    def pulled(
        ls: Server, params: types.DocumentDiagnosticParams
    ) -> types.RelatedFullDocumentDiagnosticReport:
        found = ls.diagnostics(params.text_document.uri)
        return types.RelatedFullDocumentDiagnosticReport(items=found)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
        uri = params.text_document.uri
        here = ls.at(uri, types.Range(params.position, params.position))
        rules = [rule for each in here if (rule := find(each.code)) is not None]
        if not rules:
            return None
        said = "\n\n---\n\n".join("\n".join(page(rule)) for rule in dict.fromkeys(rules))
        where = ls.range_of(uri)(here[0].place)
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, said), where)

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    )
    def repairs(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        checked = ls.checked(uri)
        if checked is None:
            return []
        range_of = ls.range_of(uri)
        return [
            action
            for each in ls.at(uri, params.range)
            for action in actions(checked, each, uri, range_of)
        ]

    return server
