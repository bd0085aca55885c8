"""Changes that cannot be followed are refused, before they make a text what it is not."""

from collections.abc import Generator
from typing import Any
from urllib.parse import unquote

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol, lsp_method


class Protocol(LanguageServerProtocol):
    """The protocol of pygls, which takes changes in any order, and to texts that are closed."""

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(
        self, params: types.DidChangeTextDocumentParams
    ) -> Generator[Any, Any, None]:
        """Follow a change that is newer than the text; say of any other that it was not followed.

        Nothing answers a notification, so that a message to the client has to.
        """
        text = params.text_document
        known = self.workspace.text_documents.get(unquote(text.uri))
        if known is None:
            self._refuse(f"a change to {text.uri}, which is not open")
        elif known.version is not None and text.version <= known.version:
            self._refuse(f"version {text.version} of {text.uri} after version {known.version}")
        else:
            yield from super().lsp_text_document__did_change(params)

    def _refuse(self, what: str) -> None:
        said = types.LogMessageParams(types.MessageType.Error, f"quizlint: not followed: {what}")
        self.notify(types.WINDOW_LOG_MESSAGE, said)
