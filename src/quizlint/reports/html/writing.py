"""Texts of authors and of rules, as safe HTML."""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from quizlint.reports.look import COMMAND, DRIVING, is_harmless
from quizlint.text.prose import Prose

_HIDDEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\u200b\ufeff{DRIVING}]|\r|{COMMAND}")
_FENCE = re.compile(
    r"^[ \t]*(```+|~~~+)[^\n]*\n(.*?)(?:^[ \t]*\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_CODE = re.compile(r"`([^`\n]+)`")
_COLONS = re.compile(r"(?<!\S):(?=:)")
_TAG = re.compile(r"<[a-zA-Z/!][^>]*>|&#?\w+;")


def shown(text: str) -> str:
    """A text whose characters that are seen by nobody, or reorder a line, are spelt out."""
    if is_harmless(text):
        return text
    return _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text.replace("\r\n", "\n"))


def as_html(text: str) -> Markup:
    """A text as HTML, of which no line begins as a workflow's commands do.

    A page that is printed into the log of a workflow must not drive it.
    """
    escaped = escape(shown(text))
    return Markup(_COLONS.sub("&#58;", escaped)) if "::" in escaped else escaped  # noqa: S704


def written(value: object) -> object:
    """What the template writes of a value: whatever is not HTML yet is a text."""
    return as_html(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def with_marks(value: str, marks: Iterable[tuple[int, int]]) -> Markup:
    """A text as a learner reads it, with ranges of its value highlighted, and code set as code.

    HTML becomes plain text; Markdown stays as it is written, for ranges may begin and end inside
    its marks, or be about them: rendered, it would have no place for a finding about a stray `*`.
    """
    text, ranges = value, list(marks)
    if _TAG.search(value) and "```" not in value:
        prose = Prose(value)
        text, ranges = prose.text, [prose.within(*each) for each in ranges]
    pieces = []
    at, last = len(text) - len(text.lstrip()), len(text.rstrip())
    for start, end in _merged(ranges):
        start, end = max(start, at), min(end, last)
        if start < end:
            marked = Markup("<mark>{}</mark>").format(as_html(text[start:end]))
            pieces += [_with_code(text[at:start]), marked]
            at = end
    pieces.append(_with_code(text[at:last]))
    return Markup("").join(pieces)


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _with_code(text: str) -> Markup:
    pieces = []
    at = 0
    for fence in _FENCE.finditer(text):
        pieces.append(_inline(text[at : fence.start()].rstrip("\n")))
        pieces.append(Markup("<code class=block>{}</code>").format(as_html(fence[2].rstrip("\n"))))
        at = fence.end()
    pieces.append(_inline(text[at:]))
    return Markup("").join(pieces)


def _inline(text: str) -> Markup:
    pieces = []
    at = 0
    for code in _CODE.finditer(text):
        pieces += [as_html(text[at : code.start()]), Markup("<code>{}</code>").format(code[1])]
        at = code.end()
    pieces.append(as_html(text[at:]))
    return Markup("").join(pieces)
