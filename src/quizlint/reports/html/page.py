"""A rule's page, which is Markdown, as safe HTML.

A stored result brings pages of its own, so nothing in them is trusted: HTML stands there as it is
written, a link is its words, and of a picture only what it says is left.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup

from quizlint.reports.html.writing import as_html

_ELEMENTS = {
    "Paragraph": "p",
    "Heading": "h3",
    "BlockQuote": "blockquote",
    "Item": "li",
    "Emphasis": "em",
    "Strong": "strong",
    "Strikethrough": "s",
    "Table": "table",
    "TableHead": "tr",
    "TableRow": "tr",
    "TableCell": "td",
}
"""The elements that parts of Markdown become; of any other only the inside is shown."""

_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough"})
_BREAKS = {"SoftBreak": "\n", "HardBreak": "\n"}
_WRITTEN = frozenset({"Text", "Html", "InlineHtml", "InlineMath", "DisplayMath"})
_SUMMARY = re.compile(r"\s*\S.*?(?:\n[ \t]*(?=\n)|\Z)", re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")


def page_markup(page: str) -> Markup:
    """A rule's page as HTML; its summary line is left out."""
    import pyromark

    body = _SURROGATE.sub("\ufffd", page[_end_of_summary(page) :])  # the parser takes UTF-8 only
    options = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
    return Markup("").join(_pieces(pyromark.Markdown(options=options).events(body))).strip()


def _end_of_summary(page: str) -> int:
    found = _SUMMARY.match(page)
    return 0 if found is None else found.end()


def _pieces(events: Iterable[Any]) -> Iterator[Markup]:
    """The page in pieces. An event is a word, or a map of one entry.

    What follows each other as text is made safe together: it may be dangerous as a whole only.
    """
    text: list[str] = []
    for event in events:
        name, value = (event, "") if isinstance(event, str) else next(iter(event.items()))
        if name in _BREAKS:
            text.append(_BREAKS[name])
        elif name in _WRITTEN:
            text.append(value)
        elif tag := _tag(name, value):
            yield as_html("".join(text))
            text.clear()
            yield tag
    yield as_html("".join(text))


def _tag(name: str, value: Any) -> Markup:
    if name == "Code":
        return Markup("<code>{}</code>").format(as_html(value))
    if name not in ("Start", "End"):
        return Markup("")
    kind, detail = (value, None) if isinstance(value, str) else next(iter(value.items()))
    slash = "/" if name == "End" else ""
    if kind == "CodeBlock":
        return Markup("</code>\n") if slash else Markup("<code class=block>")
    if kind == "List":  # a number where it begins with one; at its end whether it had one
        numbered = detail is not None and detail is not False
        return Markup("<{}{}>").format(slash, "ol" if numbered else "ul") + "\n" * bool(slash)
    if kind not in _ELEMENTS:
        return Markup("")
    ends_line = bool(slash) and kind not in _INLINE
    return Markup("<{}{}>").format(slash, _ELEMENTS[kind]) + "\n" * ends_line
