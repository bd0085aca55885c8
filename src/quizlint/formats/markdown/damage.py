"""What hides the rest of a file from Markdown: a fence, a comment or a tag that nothing closes.

Markdown takes all that follows for code or HTML, so that questions vanish without a word. Such a
mark is taken out before reading, offsets kept, wherever a question stands behind it; and said.
"""

import re
from dataclasses import dataclass, field

from quizlint.content.causes import Told
from quizlint.content.causes.markdown import Markdown
from quizlint.content.problems import FormatTrap, Syntax
from quizlint.formats.kit.desk import Desk
from quizlint.formats.markdown.pieces import Range, blanked, lines_in
from quizlint.formats.markdown.stray import stray_fences
from quizlint.text import Span

_FENCE = re.compile(
    r"[ ]{0,3}(?P<mark>`{3,}|~{3,})(?P<info>[^`\r\n]*)"  # in a quote or item it ends with that
)
_RAW = re.compile(
    r"[ ]{0,3}(?:<!--|<(?P<tag>script|pre|style|textarea)(?=[\s>])|<\?|<!\[CDATA\[)", re.I
)
_LIKELY = re.compile(
    r"^[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]+\[[ xX]\][ \t]+\S"
    r"|^[ \t>]*(?:[-*+][ \t]+)?\(?[Aa][).][ \t]+\S[^\n]*\n\s*(?:[-*+][ \t]+)?\(?[Bb][).][ \t]+\S"
    r"|^\#{1,6}[ \t]+(?:Q(?:uestion)?[ .]?)?\d",
    re.MULTILINE,
)
_STEM = re.compile(r"^(?:\#{1,6}[ \t]+\S|(?:Q(?:uestion)?[ .]?)?\d{1,3}[.):][ \t]+\S)", re.M | re.I)
_RAW_LINE = re.compile(
    r"^[ ]{0,3}<(?:!|\?|script|pre|style|textarea)", re.IGNORECASE | re.MULTILINE
)
_MARKS = ("```", "~~~")
_MARKUP = frozenset({"md", "markdown", "mdx", "rmd", "qmd", "text", "txt", "quiz", "plaintext"})


@dataclass
class Damage:
    """A text healed, and what was taken out of it: where it stands, and what it would have done."""

    text: str
    strays: list[tuple[Range, Range]] = field(default_factory=list)
    unclosed: list[tuple[Range, Told]] = field(default_factory=list)

    def note(self, desk: Desk) -> None:
        """Note each."""
        for mark, _ in self.strays:
            desk.note(FormatTrap(Span(*mark), Markdown.STRAY_FENCE.of()))
        for where, told in self.unclosed:
            desk.note(Syntax(Span(*where), told))


def healed(text: str, begin: int) -> Damage:
    """The text without marks that hide questions; offsets stay the same."""
    strays = stray_fences(text, begin)
    if strays:
        text = blanked(text, sorted(mark for pair in strays for mark in pair))
    unclosed = _unclosed(text, begin)
    if unclosed:
        text = blanked(text, [where for where, _ in unclosed])
    return Damage(text, strays, unclosed)


def _unclosed(text: str, begin: int) -> list[tuple[Range, Told]]:
    """Fences and tags that nothing closes, and that have something like a question behind them."""
    if not any(mark in text for mark in _MARKS) and _RAW_LINE.search(text, begin) is None:
        return []
    last = max((match.start() for match in _LIKELY.finditer(text, begin)), default=-1)
    if last < 0:
        return []
    found: list[tuple[Range, Told]] = []
    opened: tuple[Range, str, str] | None = None
    resume = begin
    closers: dict[str, int] = {}
    for start, end in lines_in(text, begin, len(text)):
        if start < resume:
            continue
        line = text[start:end]
        fence = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if opened is not None:
            where, mark, info = opened
            if fence is None or not fence["mark"].startswith(mark):
                continue
            if not fence["info"].strip():
                opened = None
            elif info not in _MARKUP and _swallows(text, where[1], start):
                found.append((where, Markdown.FENCE_UNCLOSED.of()))
                opened = (_range(start, fence), fence["mark"], _info(fence))
        elif fence is not None:
            opened = (_range(start, fence), fence["mark"], _info(fence))
        elif (raw := _RAW.match(line)) is not None:
            tag = (raw["tag"] or "").lower()
            close = f"</{tag}" if tag else {"<!": "-->", "<?": "?>"}.get(raw[0].strip()[:2], "]]>")
            close = "]]>" if "CDATA" in raw[0] else close
            at = _find(text, close, start + raw.end(), closers)
            if at >= 0:
                resume = at
            elif start < last:
                where = (start + raw.start(), start + raw.end())
                unclosed = Markdown.TAG_UNCLOSED.of(tag) if tag else Markdown.COMMENT_UNCLOSED.of()
                found.append((where, unclosed))
    if opened is not None and opened[0][0] < last and opened[2] not in _MARKUP:
        found.append((opened[0], Markdown.FENCE_UNCLOSED.of()))
    return sorted(found, key=lambda each: each[0])


def _swallows(text: str, start: int, end: int) -> bool:
    """Whether what would be code is a question, and the heading or number of one."""
    return (
        _LIKELY.search(text, start, end) is not None and _STEM.search(text, start, end) is not None
    )


def _range(start: int, fence: re.Match[str]) -> Range:
    at = start + fence.start("mark")
    return at, start + len(fence[0].rstrip())


def _info(fence: re.Match[str]) -> str:
    words = fence["info"].strip().lower().strip("{}").split()
    return words[0].lstrip(".=") if words else ""


def _find(text: str, close: str, at: int, known: dict[str, int]) -> int:
    """Where a mark closes; one that stands nowhere behind is looked for once."""
    if known.get(close) == -1:
        return -1
    found = text.find(close, at) if close[0] != "<" else _casefold_find(text, close, at)
    known[close] = found
    return found


def _casefold_find(text: str, close: str, at: int) -> int:
    match = re.compile(re.escape(close), re.IGNORECASE).search(text, at)
    return -1 if match is None else match.start()
