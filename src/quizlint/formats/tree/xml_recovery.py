"""Reading on behind what expat refuses.

expat stops at the first error. Slips that change no structure (an entity of HTML, a bare `&`) get a
stand-in of the same length, so that all offsets stay right; values are never read from it. A broken
item is skipped: another parser goes on behind it, inside the elements that are still open.
"""

import re
from pyexpat.errors import codes, messages
from typing import Final

from quizlint.content import Problem, ProblemKind
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
    codes["unclosed token"]: "this is never closed",
    codes["unclosed CDATA section"]: "this CDATA section is never closed with ]]>",
}
_OUTSIDE: Final = {
    codes["junk after document element"]: "XML has one outermost element; something stands after "
    "its end",
    codes["syntax error"]: "text stands before the first element",
}
_LATE: Final = codes["XML or text declaration not at start of entity"]
_MALFORMED: Final = codes["XML declaration not well-formed"]
_TWICE: Final = codes["duplicate attribute"]


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
            message = 'this declaration is broken; write <?xml version="1.0" encoding="UTF-8"?>'
            self._note(text, trouble.at, trouble.at + 1, message, None)
            return reader.restart(_without_declarations(text))
        if trouble.code in _OUTSIDE and not reader.bare:
            self._note(text, trouble.at, trouble.at + 1, _OUTSIDE[trouble.code], None)
            reader.bare = True
            reader.prepared = _without_declarations(text)
            return trouble.at
        if _in_quotes(text, trouble.at) and self._counts():
            message = "a < in an attribute's value must be written &lt;"
            self._note(text, trouble.at, trouble.at + 1, message, None)
            reader.prepared = text[: trouble.at] + "x" + text[trouble.at + 1 :]
            return _token(text, trouble.at)
        return self._without_item(reader, trouble)

    def _counts(self) -> bool:
        """Count one more place at which the text is parsed again; false when they are too many."""
        self._skipped += 1
        return self._skipped <= MAX_SKIPPED

    def _note(self, text: str, start: int, end: int, message: str, skipped: Span | None) -> None:
        if start >= len(text):
            start = len(text.rstrip()) - 1
        end = max(min(end, len(text)), start + 1)
        data = {"message": message, "skipped": skipped}
        self.problems.append(Problem(ProblemKind.SYNTAX, Span(start, end), data))

    def _without_doctype(self, text: str, at: int) -> str:
        opened = re.compile(r"""(?:[^\[>"']|"[^"]*"|'[^']*')*+""").match(text, at)
        end = opened.end() if opened is not None else at
        if text.startswith("[", end):
            subset = _SUBSET_END.match(text, end + 1)
            end = subset.end() - 1 if subset is not None else len(text) - 1
        declared = _ENTITY_NAME.findall(text, at, end)
        if declared:
            self._declared.update(declared)
            message = (
                "the file declares entities of its own, which are never expanded; write out what "
                "they stand for"
            )
            self._note(text, at, at + len("<!DOCTYPE"), message, None)
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
            times = f" ({len(spans)} times in this file)" if len(spans) > 1 else ""
            self._note(text, *spans[0], _slip(kind) + times, None)
        return mended

    def _late_declaration(self, text: str) -> None:
        found = _DECLARATION.search(text, 1)
        at = 0 if found is None else found.start()
        message = "the XML declaration must be the very first thing in the file"
        self._note(text, at, at + 5, message, None)

    def _without_item(self, reader: XmlReader, trouble: Trouble) -> int | None:
        """The place behind the item around the trouble; None where it ends the reading."""
        text, stack = reader.prepared, reader.stack
        depth = next((i for i, each in enumerate(stack) if each.name in self._items), None)
        message, place = self._diagnosis(reader, trouble)
        if trouble.code == _END or not self._counts():
            if depth is not None:
                _drop(reader, depth)
            if trouble.code != _END:
                message += "; nothing behind it could be read"
            self._note(text, *place, message, None)
            return None
        start = _token(text, place.start) if depth is None else stack[depth].start
        parent = stack[-1 if depth is None else depth - 1] if stack and depth != 0 else None
        end = self._next(text, trouble, max(place.start, start + 1), parent)
        if depth is not None:
            _drop(reader, depth)
        self._note(text, *place, message, None if end is None else Span(start, end))
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

    def _diagnosis(self, reader: XmlReader, trouble: Trouble) -> tuple[str, Span]:
        """What is wrong in plain words, and where to point."""
        text, at = reader.prepared, min(trouble.at, len(reader.prepared) - 1)
        if text.startswith("</", at - 1):
            at -= 1
        inner = reader.stack[-1] if reader.stack else None
        opened = "" if inner is None else f"<{inner.name}>, which begins in {self._line(inner)}"
        if trouble.code == NESTED:
            outer = next(each for each in reader.stack if each.name in self._items)
            return f"<{outer.name}> is not closed before the next one begins", outer.tag
        if trouble.code == _END:
            if inner is None:
                return "the file ends before its first element", Span(at, at + 1)
            return f"the file ends inside {opened}; was it cut off?", inner.tag
        if trouble.code == _MISMATCH:
            start = max(text.rfind("</", 0, at + 2), 0)
            end = text.find(">", start) + 1 or len(text)
            found = self.source.text[start:end]
            return f"{found} stands here while {opened}, is still open", Span(start, end)
        if trouble.code in _UNCLOSED:
            start = at if text[at] == "<" else max(text.rfind("<![CDATA["), 0)
            return _UNCLOSED[trouble.code], Span(start, start + 1)
        if trouble.code == _TWICE:
            return "this attribute is written twice in one tag", Span(at, at + 1)
        if _token(text, at) < at:
            message = 'this tag is malformed: attributes are written name="value", with a space '
            return message + "between two", Span(at, at + 1)
        if text.startswith("</", at) or text.startswith("</", at - 2):
            return "this end tag closes nothing", Span(at, at + 1)
        known = _EXPAT.get(trouble.code, "it cannot be read")
        if trouble.code == codes["not well-formed (invalid token)"]:
            known = "this cannot stand here in XML"
        return known, Span(at, at + 1)

    def _line(self, element: Element) -> str:
        return f"line {self.source.position(element.start).line}"


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


def _slip(kind: str) -> str:
    """What is wrong with a kind of slip."""
    match kind:
        case "&":
            return "a bare & must be written &amp; or stand in a CDATA section"
        case "less":
            return "a < that begins no tag must be written &lt; or stand in a CDATA section"
        case "close":
            return "]]> closes no CDATA section; write ]]&gt;"
        case "comment":
            return "a comment must not hold two hyphens in a row"
    if len(kind) == 1:
        return f"the control character U+{ord(kind):04X} is not allowed in XML; remove it"
    if kind.startswith("&#"):
        return f"{kind} stands for no character that XML allows"
    from html import unescape

    meant = unescape(kind)
    advice = f"write &#{ord(meant)};" if len(meant) == 1 else "write &amp; for a plain &"
    return f"XML does not know the entity {kind}; {advice} or put the text in a CDATA section"


def _without_declarations(text: str) -> str:
    return _DECLARATION.sub(lambda found: _blank(found[0]), text)


def _blank(text: str) -> str:
    return " " * len(text)
