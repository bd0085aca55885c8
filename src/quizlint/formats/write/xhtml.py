"""Texts as XHTML for formats that are XML throughout: Markdown is rendered, HTML is made whole."""

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser

from quizlint.formats.catalogue import Markup
from quizlint.formats.write.xml_text import attribute, escaped
from quizlint.text.prose import Prose

_MARKED = re.compile(
    r"[*_`\[\]<>&\\~|$]|^[ \t]*(?:#|[-+]\s|\d+[.)]\s|>|={2,}|-{2,})|\n|  ", re.MULTILINE
)
_BLOCKS = frozenset(
    "address article aside blockquote dd details div dl dt figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_DROPPED = frozenset("script style head title iframe object".split())
_NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9]*")
_ATTRIBUTES = frozenset(
    "src alt href title width height colspan rowspan id class lang start type".split()
)
MATHML = "http://www.w3.org/1998/Math/MathML"
_BLOCK = re.compile(rf"<(?:{'|'.join(sorted(_BLOCKS))})\b")
_PARAGRAPH = re.compile(r"<p>((?:(?!<p>).)*)</p>\n?", re.DOTALL)


def xhtml(value: str, markup: Markup) -> str:
    """A text as well-formed XHTML; one without markup has no tags.

    Signs that would vanish with markup which nobody meant (`2*3*4`) stay as they are.
    """
    if not _MARKED.search(value):
        return escaped(value)
    marked = _Whole().written(_rendered(value) if markup == "markdown" else value)
    seen = Prose(value).text
    if Prose(marked).text != seen:
        verbatim = escaped(value).replace("\n", "<br/>\n")
        if Prose(verbatim).text == seen:
            return verbatim
    return marked


def has_blocks(markup: str) -> bool:
    """Whether XHTML has elements that stand on lines of their own."""
    return _BLOCK.search(markup) is not None


def as_block(markup: str) -> str:
    """XHTML that may stand where only blocks may."""
    return f"<div>{markup}</div>" if has_blocks(markup) else f"<p>{markup}</p>"


def _rendered(value: str) -> str:
    import pyromark

    value = value.encode("utf-8", "replace").decode("utf-8")
    options = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
    found = pyromark.html(value, options=options).strip()
    lone = _PARAGRAPH.fullmatch(found)
    return lone[1] if lone is not None else found


class _Whole(HTMLParser):
    """Writes HTML as XHTML: every element closed, in order, with attributes in quotes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._out: list[str] = []
        self._open: list[str] = []
        self._counts: Counter[str] = Counter()  # of the open ones
        self._hidden = 0

    def written(self, value: str) -> str:
        """HTML as XHTML. What nothing closes is text, which spares the parser to look for its end
        at each place where it may begin."""
        last = value.rfind("-->") + 1
        value = value[:last] + value[last:].replace("<!--", "&lt;!--")
        last = value.rfind(">") + 1
        self.feed(value[:last])
        self.close()
        self.handle_data(unescape(value[last:]))
        while self._open:
            self._close()
        return "".join(self._out)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED:
            self._hidden += tag not in _VOID
            return
        if self._hidden or not _NAME.fullmatch(tag):
            return
        formula = tag == "math" or bool(self._counts["math"])
        kept = {
            name: value or ""
            for name, value in attrs
            if name in _ATTRIBUTES or (formula and _NAME.fullmatch(name) and name[:2] != "on")
        }
        if tag == "math":
            kept["xmlns"] = MATHML
        said = "".join(f" {name}={attribute(value)}" for name, value in kept.items())
        if tag == "img" and not any(name == "alt" for name, _ in attrs):
            said += ' alt=""'
        if tag in _VOID:
            self._out.append(f"<{tag}{said}/>")
            return
        if tag in ("p", "li", "td", "th", "tr") and self._open and self._open[-1] == tag:
            self._close()
        self._open.append(tag)
        self._counts[tag] += 1
        self._out.append(f"<{tag}{said}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _DROPPED:
            self._hidden = max(0, self._hidden - 1)
        elif not self._hidden and self._counts[tag]:
            while self._close() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._out.append(escaped(data))

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """`<![` begins a comment for browsers, whatever follows; Python's parser knows a few."""
        return self.parse_bogus_comment(i, bool(report))

    def _close(self) -> str:
        tag = self._open.pop()
        self._counts[tag] -= 1
        self._out.append(f"</{tag}>")
        return tag
