"""Open texts, in the lines of the protocol."""

from lsprotocol import types
from pygls.workspace import PositionCodec, TextDocument

from quizlint.text.patterns import lazy

_LINE = lazy(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


class OpenText(TextDocument):
    """A text whose lines end where those of editors do: at LF, CRLF and CR.

    To pygls a form feed or U+2028, as comes along with what is pasted from web pages, ends a line
    too: then findings stand elsewhere, and changes change other words.
    """

    @classmethod
    def of(cls, item: types.TextDocumentItem, codec: PositionCodec) -> "OpenText":
        """What a client has opened."""
        kind = types.TextDocumentSyncKind.Incremental
        return cls(item.uri, item.text, item.version, item.language_id, True, kind, codec)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines with their ends; behind the last line end an empty one, where one may write."""
        lines = tuple(_LINE.findall(self.source))
        return lines if lines and lines[-1][-1] not in "\r\n" else (*lines, "")
