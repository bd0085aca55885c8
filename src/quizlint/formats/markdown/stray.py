"""Code fences that begin behind other words on a line, as in "What prints? ```js".

Markdown takes such a mark for code within the line. Then the mark that was meant to close the code
opens a block, and what follows, up to the next mark, is code to every reader.
"""

import re

from quizlint.content import ProblemKind
from quizlint.formats.kit.desk import Desk
from quizlint.formats.markdown.pieces import Range, lines_in
from quizlint.text import Span

_STRAY = re.compile(r"^[^`\r\n]*\w[^`\r\n]*(?P<mark>`{3,}[\w+#-]*)[ \t]*\r?$", re.MULTILINE)
_LEAD = re.compile(r"(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)]|\[[ xX]?\])*")
_FENCE = re.compile(r"(?P<mark>`{3,}|~{3,})(?P<info>[^\r\n]*)")

TRAP = "Markdown opens a block at the closing ``` instead, which swallows what follows"
ADVICE = "put the opening ``` on a line of its own"


def stray_fences(text: str, begin: int) -> list[tuple[Range, Range]]:
    """Where such marks and those that were meant to close them stand."""
    first = _STRAY.search(text, begin)
    if first is None:
        return []
    found: list[tuple[Range, Range]] = []
    closing = ""
    stray: Range | None = None
    for start, end in lines_in(text, begin, len(text)):
        lead = _LEAD.match(text, start, end)
        at = start if lead is None else lead.end()
        fence = _FENCE.match(text, at, end)
        if closing:
            if (
                fence is not None
                and fence["mark"].startswith(closing)
                and not fence["info"].strip()
            ):
                closing = ""
        elif fence is not None and not (fence["mark"][0] == "`" and "`" in fence["info"]):
            if stray is not None and fence["mark"][0] == "`" and not fence["info"].strip():
                found.append((stray, fence.span("mark")))
            else:
                closing = fence["mark"]
            stray = None
        elif "```" in text[start:end]:
            match = _STRAY.match(text, start, end)
            stray = None if match is None else match.span("mark")
    return found


def note_strays(strays: list[tuple[Range, Range]], desk: Desk) -> None:
    """Note what Markdown makes of them."""
    data = {"trap": TRAP, "advice": ADVICE, "fixed": None, "safe": False}
    for mark, _ in strays:
        desk.note(ProblemKind.FORMAT_TRAP, Span(*mark), "", **data)


def healed(text: str, strays: list[tuple[Range, Range]]) -> str:
    """The text without these marks; offsets stay the same."""
    parts: list[str] = []
    at = 0
    for mark, close in strays:
        for start, end in (mark, close):
            parts += [text[at:start], " " * (end - start)]
            at = end
    return "".join([*parts, text[at:]])
