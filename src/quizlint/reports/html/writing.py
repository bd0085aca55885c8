"""Texts of authors and of rules, as safe HTML."""

import re

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


def learner_text(value: str) -> str:
    """A text as a learner reads it: HTML becomes plain text; Markdown stays as it is written."""
    text = Prose(value).text if _TAG.search(value) and "```" not in value else value
    return shown(text.strip())


def with_marks(value: str, marks: list[str]) -> Markup:
    """A learner's text with the marked words highlighted, and code set as code."""
    text = learner_text(value)
    ranges = _merged([found for mark in marks if (found := _find(text, mark)) is not None])
    pieces = []
    at = 0
    for start, end in ranges:
        pieces += [
            _with_code(text[at:start]),
            Markup("<mark>{}</mark>").format(as_html(text[start:end])),
        ]
        at = end
    pieces.append(_with_code(text[at:]))
    return Markup("").join(pieces)


def _find(text: str, mark: str) -> tuple[int, int] | None:
    wanted = shown(mark.strip())
    start = text.find(wanted) if wanted else -1
    return None if start < 0 else (start, start + len(wanted))


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


def page_markup(page: str) -> Markup:
    """A rule's page: paragraphs, headings, lists and code; its summary line is left out."""
    blocks = re.split(r"\n\s*\n", page.strip())[1:]
    return Markup("\n").join(_block(block) for block in blocks)


def _block(block: str) -> Markup:
    first, _, rest = block.partition("\n")
    if first.startswith("## "):
        heading = Markup("<h3>{}</h3>").format(shown(first[3:]))
        return heading + (Markup("\n") + _block(rest) if rest.strip() else Markup(""))
    if first.startswith(("- ", "* ")):
        entries = re.split(r"\n(?=[-*] )", block)
        items = (Markup("<li>{}</li>").format(_inline(shown(each[2:]))) for each in entries)
        return Markup("<ul>{}</ul>").format(Markup("").join(items))
    return Markup("<p>{}</p>").format(_inline(shown(block)))
