"""Edits of a file's text, as bytes."""

from collections.abc import Iterable, Iterator

from quizlint.engine.result import Diagnostic, TextEdit
from quizlint.text.source import BOM, Source

Range = tuple[int, int]


def chosen(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Of diagnostics with a repair those that can be mended together, from the top down.

    Where the edits of two touch, the first is mended now and the other in the next pass, if it
    still is one then.
    """
    taken: list[Range] = []
    for diagnostic in diagnostics:
        ranges = list(ranges_of(diagnostic))
        if not any(_touch(one, other) for one in ranges for other in taken):
            taken += ranges
            yield diagnostic


def ranges_of(diagnostic: Diagnostic) -> Iterator[Range]:
    """What a diagnostic's repair changes, as offsets into the decoded text."""
    for edit in diagnostic.repair.edits if diagnostic.repair is not None else ():
        yield edit.place.start, edit.place.end


def _touch(one: Range, other: Range) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def edited(text: str, diagnostics: Iterable[Diagnostic]) -> str:
    """The text with the repairs of diagnostics, none of which touch."""
    edits: list[TextEdit] = []
    for diagnostic in diagnostics:
        edits += diagnostic.repair.edits if diagnostic.repair is not None else ()
    pieces, at = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.place.start, edit.place.end)):
        pieces += [text[at : edit.place.start], edit.text]
        at = edit.place.end
    return "".join([*pieces, text[at:]])


def encoded(text: str, like: bytes) -> bytes | None:
    """The bytes of a text in the encoding of a file, with the file's mark; None if it has no place
    for a character.
    """
    source = Source.from_bytes("", like)
    if source.encoding == "utf-16":
        name = "utf-16-le" if like.startswith(b"\xff\xfe") else "utf-16-be"
        return like[:2] + text.encode(name, "surrogatepass")
    try:
        return (BOM if source.bom else b"") + text.encode(source.encoding)
    except UnicodeEncodeError:
        return None
