"""The images in a text, and what is written in their place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizlint.text.patterns import lazy
from quizlint.text.ranges import within
from quizlint.text.span import Span
from quizlint.text.text import Text

_NO_IMAGE = (".mp3", ".ogg", ".wav", ".m4a", ".opus", ".flac", ".mp4", ".webm", ".mov", ".pdf")
"""Endings of what Markdown dialects embed with the mark of an image."""

# The lengths have bounds, since a text full of marks would take quadratic time without. A picture
# that is embedded needs none: no other begins before its quote is closed.
_IMAGE = lazy(
    r"!\[(?P<alt>(?:[^\[\]\\]|\\.|\[[^\[\]]{0,200}\]){0,1000})\]"
    r"(?:\((?P<target>(?:[^()]|\([^()]{0,200}\)){0,2000})\)|\[(?P<reference>[^\[\]]{0,200})\])"
    r"(?P<extra>\{[^{}\n]*\})?"
    r"|<img\b(?P<attributes>(?:[^<>\"']|\"data:[^\"]*+\"|'data:[^']*+'|\"[^\"]{0,2000}\""
    r"|'[^']{0,2000}'){0,200})>",
    re.IGNORECASE,
)
_ATTRIBUTE = lazy(r"(?<![\w-])([\w-]++)\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))")
_TITLE = lazy(r"\s[\"'](.+)[\"']\s*$")
_NAMED = lazy(r"(?:fig-)?alt=[\"']([^\"']+)[\"']")


class Image(NamedTuple):
    """An image in a text: where its code stands, its file, and its text alternative.

    `alternative` is None where nothing stands for it, and empty for a decorative image. `bare`
    says that the text has nothing else, so that it may show what code looks like.
    """

    text: Text
    span: Span
    file: str
    alternative: str | None
    html: bool
    bare: bool


def has_images(text: Text) -> bool:
    """Whether a text may have an image; cheap, and true for some that have none."""
    value = text.value
    return ("![" in value or "<img" in value or "<IMG" in value) and text.prose.has_media


def images(text: Text) -> Iterator[Image]:
    """The images of a text in order; those in code are none."""
    if not has_images(text):
        return
    value = text.value
    prose = text.prose
    code = sorted(prose.span(*span) for span in prose.code_spans)
    for match in _IMAGE.finditer(value):
        if within(code, match.start()):
            continue
        html = match["attributes"] is not None
        read = _of_html(match) if html else _of_markdown(match)
        if read is not None and not read[0].lower().endswith(_NO_IMAGE):
            bare = match[0] == value.strip()
            yield Image(text, text.at(*match.span()), *read, html, bare)


def _of_html(match: re.Match[str]) -> tuple[str, str | None] | None:
    given = {
        name.lower(): double or single or bare
        for name, double, single, bare in _ATTRIBUTE.findall(match["attributes"])
    }
    if "src" not in given and "data-src" not in given:
        return None
    if given.get("role", "").lower() in ("presentation", "none") or given.get("aria-hidden"):
        return given.get("src", ""), ""
    for name in ("alt", "aria-label", "aria-labelledby", "aria-describedby", "title"):
        if name in given:
            return given.get("src", ""), given[name]
    return given.get("src", ""), None


def _of_markdown(match: re.Match[str]) -> tuple[str, str | None]:
    target = (match["target"] or match["reference"] or "").strip().split(" ")[0]
    title = _TITLE.search(match["target"] or "")
    named = _NAMED.search(match["extra"] or "")
    alternative = match["alt"].strip() or (named and named[1]) or (title and title[1])
    return target, alternative or None
