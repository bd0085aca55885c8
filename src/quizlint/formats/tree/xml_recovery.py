"""Reading on behind what expat refuses.

expat stops at the first error. Slips that change no structure (an entity of HTML, a bare `&`) get a
stand-in of the same length, so that all offsets stay right; values are never read from it. A broken
item is skipped: another parser goes on behind it, inside the elements that are still open.
"""

import re
from pyexpat.errors import codes, messages
from typing import Final

from quizlint.content import Problem
from quizlint.content.causes import Told
from quizlint.content.causes.other import Other
from quizlint.content.causes.xml import Xml
from quizlint.content.problems import Syntax
from quizlint.formats.tree.xml_nodes import Element
from quizlint.formats.tree.xml_reader import DOCTYPE, NESTED, Trouble, XmlReader
from quizlint.text import Source, Span
from quizlint.text.scalars.xml import character

MAX_SKIPPED = 20
"""Items skipped in one file before the rest is given up."""

_SLIP: Final = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--(?P<comment>.*?)(?:-->|\Z)|<\?.*?(?:\?>|\Z)"
    r"|&(?P<name>#?\w{1,40};)?|(?P<less><)(?![A-Za-z_:/!?])|(?P<close>\]\]>)",
    re.DOTALL,
)
_KNOWN: Final = re.compile(r"(?:#[0-9]{1,8}|#x[0-9a-fA-F]{1,7}|amp|lt|gt|quot|apos);")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SUBSET_END: Final = re.compile(
    r"""[^\]"'<]*+(?:(?:"[^"]*"|'[^']*'|<!--.*?-->|<)[^\]"'<]*+)*+\]\s*>""", re.DOTALL
)
_ENTITY_NAME: Final = re.compile(r"<!ENTITY\s+(?:%\s+)?([^\s%]+)")
_WHOLE_VALUES: Final = re.compile(r"""<(?:[^"'<>]|"[^"]*"|'[^']*')*+""")
_DECLARATION: Final = re.compile(r"<\?xml\s.*?\?>", re.DOTALL)
_EXPAT: Final = {number: messages[number] for number in codes.values()}

_END: Final = codes["no element found"]
_MISMATCH: Final = codes["mismatched tag"]
_UNCLOSED: Final = {
    codes["unclosed token"]: Xml.UNCLOSED,
    codes["unclosed CDATA section"]: Xml.UNCLOSED_CDATA,
}
_OUTSIDE: Final = {
    codes["junk after document element"]: Xml.BEHIND_THE_END,
    codes["syntax error"]: Xml.TEXT_FIRST,
}
_LATE: Final = codes["XML or text declaration not at start of entity"]
_MALFORMED: Final = codes["XML declaration not well-formed"]
_TWICE: Final = codes["duplicate attribute"]
_SLIPS: Final = {
    "&": Xml.AMPERSAND,
    "less": Xml.LESS,
    "close": Xml.CDATA_END,
    "comment": Xml.HYPHENS,
}
"""Slips that are told alike, whatever is written."""


class Recovery:
    """What was met so far in one text."""

    def __init__(self, source: Source, items: frozenset[str]) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self._declared: set[str] = set()
        self._names = "|".join(map(re.escape, sorted(items)))
        self._items = items
        self._mended = False
        self._skipped = 0

    def resumption(self, reader: XmlReader, trouble: Trouble) -> int | None:
        """Where to read on, with the reader made ready; None to be content with what was read."""
        text = reader.prepared
        if not text.strip():
            return None
        declares = trouble.code == DOCTYPE or text.startswith("<!DOCTYPE", trouble.at)
        if declares and self._counts():
            return reader.restart(self._without_doctype(text, trouble.at))
        if not self._mended:
            self._mended = True
            mended = self._without_slips(text)
            if mended != text:
                return reader.restart(mended)
        if trouble.code == _LATE:
            self._late_declaration(text)
            return reader.restart(_without_declarations(text))
        if trouble.code == _MALFORMED:
            self._note(text, trouble.at, trouble.at + 1, Xml.DECLARATION.of())
            return reader.restart(_without_declarations(text))
        if trouble.code in _OUTSIDE and not reader.bare:
            self._note(text, trouble.at, trouble.at + 1, _OUTSIDE[trouble.code].of())
            reader.bare = True
            reader.prepared = _without_declarations(text)
            return trouble.at
        if _in_quotes(text, trouble.at) and self._counts():
            self._note(text, trouble.at, trouble.at + 1, Xml.LESS_IN_ATTRIBUTE.of())
            reader.prepared = text[: trouble.at] + "x" + text[trouble.at + 1 :]
            return _token(text, trouble.at)
        return self._without_item(reader, trouble)

    def _counts(self) -> bool:
        """Count one more place at which the text is parsed again; false when they are too many."""
        self._skipped += 1
        return self._skipped <= MAX_SKIPPED

    def _note(
        self,
        text: str,
        start: int,
        end: int,
        told: Told,
        skipped: Span | None = None,
        *,
        times: int = 1,
        last: bool = False,
    ) -> None:
        if start >= len(text):
            start = len(text.rstrip()) - 1
        end = max(min(end, len(text)), start + 1)
        self.problems.append(Syntax(Span(start, end), told, skipped, times, last))

    def _without_doctype(self, text: str, at: int) -> str:
        opened = re.compile(r"""(?:[^\[>"']|"[^"]*"|'[^']*')*+""").match(text, at)
        end = opened.end() if opened is not None else at
        if text.startswith("[", end):
            subset = _SUBSET_END.match(text, end + 1)
            end = subset.end() - 1 if subset is not None else len(text) - 1
        declared = _ENTITY_NAME.findall(text, at, end)
        if declared:
            self._declared.update(declared)
            self._note(text, at, at + len("<!DOCTYPE"), Xml.OWN_ENTITIES.of())
        return text[:at] + _blank(text[at : end + 1]) + text[end + 1 :]

    def _without_slips(self, text: str) -> str:
        """The text with stand-ins for what breaks no structure, and a note on each kind of it."""
        places: dict[str, list[Span]] = {}

        def stand_in(match: re.Match[str]) -> str:
            written, start = match[0], match.start()
            kind = match.lastgroup
            if written[0] == "&":
                name = match["name"]
                if name is None:
                    kind, written = "&", written
                elif _KNOWN.fullmatch(name) and character(written) is not None:
                    return written
                else:
                    kind = self.source.text[start : match.end()]
                    if name[:-1] in self._declared:
                        return "x" * len(written)
            elif kind == "comment":
                inside = match["comment"]
                if "--" not in inside and not inside.endswith("-"):
                    return written
                places.setdefault(kind, []).append(Span(start, start + 4))
                return "<!--" + "x" * (len(written) - 7) + "-->"
            elif kind is None:
                return written
            places.setdefault(kind, []).append(Span(*match.span()))
            return "x" * len(written)

        def control(match: re.Match[str]) -> str:
            places.setdefault(match[0], []).append(Span(*match.span()))
            return "x"

        mended = _SLIP.sub(stand_in, _CONTROL.sub(control, text))
        for kind, spans in places.items():
            self._note(text, *spans[0], _slip(kind), times=len(spans))
        return mended

    def _late_declaration(self, text: str) -> None:
        found = _DECLARATION.search(text, 1)
        at = 0 if found is None else found.start()
        self._note(text, at, at + 5, Xml.LATE_DECLARATION.of())

    def _without_item(self, reader: XmlReader, trouble: Trouble) -> int | None:
        """The place behind the item around the trouble; None where it ends the reading."""
        text, stack = reader.prepared, reader.stack
        depth = next((i for i, each in enumerate(stack) if each.name in self._items), None)
        told, place = self._diagnosis(reader, trouble)
        if trouble.code == _END or not self._counts():
            if depth is not None:
                _drop(reader, depth)
            self._note(text, *place, told, last=trouble.code != _END)
            return None
        start = _token(text, place.start) if depth is None else stack[depth].start
        parent = stack[-1 if depth is None else depth - 1] if stack and depth != 0 else None
        end = self._next(text, trouble, max(place.start, start + 1), parent)
        if depth is not None:
            _drop(reader, depth)
        self._note(text, *place, told, None if end is None else Span(start, end))
        return end

    def _next(self, text: str, trouble: Trouble, since: int, parent: Element | None) -> int | None:
        """Where the next item begins or the parent ends, whichever comes first."""
        if trouble.code == NESTED:
            return trouble.at
        ways = [rf"<(?:\w+:)?(?:{self._names})(?=[\s/>])"]
        if parent is not None:
            ways.append(rf"</(?:\w+:)?{re.escape(parent.name)}\s*>")
        found = re.compile("|".join(ways)).search(text, since)
        return None if found is None else found.start()

    def _diagnosis(self, reader: XmlReader, trouble: Trouble) -> tuple[Told, Span]:
        """What is wrong, and where to point."""
        text, at = reader.prepared, min(trouble.at, len(reader.prepared) - 1)
        if text.startswith("</", at - 1):
            at -= 1
        inner = reader.stack[-1] if reader.stack else None
        if trouble.code == NESTED:
            outer = next(each for each in reader.stack if each.name in self._items)
            return Xml.NESTED.of(outer.name), outer.tag
        if trouble.code == _END:
            if inner is None:
                return Xml.NO_ELEMENT.of(), Span(at, at + 1)
            return Xml.ENDS_INSIDE.of(inner.name, self._line(inner)), inner.tag
        if trouble.code == _MISMATCH:
            start = max(text.rfind("</", 0, at + 2), 0)
            end = text.find(">", start) + 1 or len(text)
            found = self.source.text[start:end]
            if inner is None:
                return Xml.CLOSES_NOTHING.of(), Span(start, end)
            return Xml.STILL_OPEN.of(found, inner.name, self._line(inner)), Span(start, end)
        if trouble.code in _UNCLOSED:
            start = at if text[at] == "<" else max(text.rfind("<![CDATA["), 0)
            return _UNCLOSED[trouble.code].of(), Span(start, start + 1)
        if trouble.code == _TWICE:
            return Xml.ATTRIBUTE_TWICE.of(), Span(at, at + 1)
        if _token(text, at) < at:
            return Xml.MALFORMED_TAG.of(), Span(at, at + 1)
        if text.startswith("</", at) or text.startswith("</", at - 2):
            return Xml.CLOSES_NOTHING.of(), Span(at, at + 1)
        known = _EXPAT.get(trouble.code)
        told = Xml.OTHER.of() if known is None else Other.LIBRARY.of(known)
        if trouble.code == codes["not well-formed (invalid token)"]:
            told = Xml.FOREIGN.of()
        return told, Span(at, at + 1)

    def _line(self, element: Element) -> int:
        return self.source.position(element.start).line


def _drop(reader: XmlReader, depth: int) -> None:
    """Forget an item that was read in part: what it seems to lack may stand in the rest."""
    broken = reader.stack[depth]
    siblings = reader.stack[depth - 1].children if depth else reader.roots
    del reader.stack[depth:]
    if siblings and siblings[-1] is broken:
        siblings.pop()


def _token(text: str, at: int) -> int:
    """Where the start tag around a place begins; the place itself where there is none."""
    opened = text.rfind("<", 0, at)
    inside = opened >= 0 and text[opened + 1 : opened + 2].isalpha() and ">" not in text[opened:at]
    return opened if inside else at


def _in_quotes(text: str, at: int) -> bool:
    """Whether a `<` stands in the quoted value of an attribute."""
    opened = _token(text, at)
    if not text.startswith("<", at) or opened == at:
        return False
    whole = _WHOLE_VALUES.match(text, opened, at)
    return whole is not None and text[whole.end() : whole.end() + 1] in ("'", '"')


def _slip(kind: str) -> Told:
    """What is wrong with a kind of slip."""
    if kind in _SLIPS:
        return _SLIPS[kind].of()
    if len(kind) == 1:
        return Xml.CONTROL.of(ord(kind))
    if kind.startswith("&#"):
        return Xml.NO_CHARACTER.of(kind)
    from html import unescape

    meant = unescape(kind)
    return Xml.ENTITY_OF_HTML.of(kind, ord(meant)) if len(meant) == 1 else Xml.ENTITY.of(kind)


def _without_declarations(text: str) -> str:
    return _DECLARATION.sub(lambda found: _blank(found[0]), text)


def _blank(text: str) -> str:
    return " " * len(text)
