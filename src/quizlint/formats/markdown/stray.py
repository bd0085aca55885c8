"""Code fences that begin behind other words on a line, as in "What prints? ```js".

Markdown takes such a mark for code within the line. Then the mark that was meant to close the code
opens a block, and what follows, up to the next mark, is code to every reader.
"""

import re

from quizlint.formats.markdown.pieces import Range, lines_in

_STRAY = re.compile(r"[^`\r\n]*(?P<mark>`{3,}[\w+#-]*)[ \t]*\r?$", re.MULTILINE)
_WORD = re.compile(r"\w")
_LEAD = re.compile(r"(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)]|\[[ xX]?\])*")
_FENCE = re.compile(r"(?P<mark>`{3,}|~{3,})(?P<info>[^\r\n]*)")


def stray_fences(text: str, begin: int) -> list[tuple[Range, Range]]:
    """Where such marks and those that were meant to close them stand."""
    if "```" not in text:
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
            words = match is not None and _WORD.search(text, start, match.start("mark"))
            stray = match.span("mark") if match is not None and words else None
    return found
