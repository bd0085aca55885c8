"""What the server answers to."""

from lsprotocol import types

from quizlint.lsp.actions import actions
from quizlint.lsp.checking import Check, check_text
from quizlint.lsp.completion import completions
from quizlint.lsp.lenses import lenses
from quizlint.lsp.server import Server
from quizlint.rules.page import page
from quizlint.rules.registry import find


def make(check: Check = check_text) -> Server:
    """A server with all that it answers to."""
    server = Server(check)

    @server.feature(types.INITIALIZED)
    def initialized(ls: Server, _params: types.InitializedParams) -> None:
        document = ls.client_capabilities.text_document
        ls.pulls = document is not None and document.diagnostic is not None

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
        ls.open(params.text_document)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
        ls.publish_soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
        ls.found.pop(params.text_document.uri, None)  # settings beside it may be others now
        ls.publish(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
        ls.forget(params.text_document.uri)

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

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def related(ls: Server, params: types.DefinitionParams) -> list[types.Location]:
        """The other places that the findings here are about."""
        uri = params.text_document.uri
        range_of = ls.range_of(uri)
        return [
            types.Location(uri, range_of(note.place))
            for each in ls.at(uri, types.Range(params.position, params.position))
            for note in each.notes
            if note.place.path == each.place.path
        ]

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS)
    def measures(ls: Server, params: types.CodeLensParams) -> list[types.CodeLens]:
        uri = params.text_document.uri
        checked = ls.checked(uri)
        return [] if checked is None else list(lenses(checked, ls.range_of(uri)))

    @server.feature(types.TEXT_DOCUMENT_COMPLETION)
    def fields(ls: Server, params: types.CompletionParams) -> list[types.CompletionItem]:
        uri = params.text_document.uri
        checked, document = ls.checked(uri), ls.document(uri)
        if checked is None or document is None:
            return []
        lines, codec = document.lines, ls.workspace.position_codec
        at = codec.position_from_client_units(lines, params.position)
        return list(completions(checked, lines, at.line, at.character))

    return server
