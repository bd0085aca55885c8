"""STR015: markup that is opened and never closed."""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizlint.content import Document, Finding, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.text import Text
from quizlint.text.markdown import is_escaped
from quizlint.text.patterns import lazy
from quizlint.text.ranges import within

SHORTEST = 8
"""Characters below which a text that holds a sign is about the sign."""

_FENCE_LINE = lazy(r"^[ \t]*(`{3,}|~{3,})", re.MULTILINE)
_TICKS = lazy(r"`+")
_OPEN_LINK = lazy(r"\[[^\[\]\n]+\]\((?=(?:https?:|\.{0,2}/|www\.)[^()\n]*(?:\n|$))")
_TAGS = lazy(
    r"<(?P<close>/?)(?P<name>b|i|u|em|strong|code|sub|sup|pre|kbd|mark|small|span)"
    r"(?:\s[^<>]*)?>"
)
_FORMULA = lazy(r"\\[a-zA-Z]{2,}|[\^_]\{")


class BrokenMarkup(Rule):
    """A code fence, a backtick, a tag, a link or a formula is opened and never closed.

    ## Why it matters
    Everything behind it is shown as code, in bold, or not at all, and the sign itself stands in the
    text.

    ## How to fix it
    Close it, or put a backslash before a sign that is meant as itself.

    ## References
    - CommonMark 0.31, sections 4.5 (fences), 6.1 (code spans), 6.3 (links).
    """

    code = "STR015"
    name = "broken-markup"
    severity = Severity.WARNING
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What does «`»git stash do with your changes?
    back: It puts them aside.
  - front: Where is the manual of the program?
    back: Read «[the manual](»https://example.org/manual first.
  - front: Which word is in bold?
    back: This «<b>»word and all behind it.
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What does `git stash` do? And what is ``a ` b``?
    back: It puts changes aside. See [the manual](https://example.org/a_(b)).
  - front: Which HTML tag makes text bold?
    back: The tag <b> does, and <strong> too.
  - front: What costs $5, and what is $x^2$ for $x = 3$?
    back: Nine, as `$` in code is no formula.
  - front: What is ${\\bf A}$ where $\\alpha_{1} = 2$ holds?
    back: It is the matrix ${{3}}$ of the first page.
"""
        ),
    )

    def check(self, text: Text, ctx: Context) -> Iterator[Finding]:
        value = text.value
        if len(value) < SHORTEST or not any(sign in value for sign in SIGNS):
            return
        coded = _knows_code(text, ctx)
        code = (_fence(value), _tick(value)) if coded else ()
        for found in (*code, _link(value), _tag(value, ctx.document)):
            if found is not None:
                start, end, what = found
                yield self.finding(text.at(start, end), f"{what} is opened here and never closed")
                return
        dollar = _dollar(text)
        if dollar is not None and _uses_formulas(ctx.document):
            yield self.finding(text.at(dollar, dollar + 1), "this formula has one $ only; close it")


SIGNS = ("`", "](", "~~~", "<", "$")
Found = tuple[int, int, str]


def _knows_code(text: Text, ctx: Context) -> bool:
    """Whether backticks mean code in a text: in Markdown, not in what is HTML or plain."""
    if ctx.document.markup == "markdown":
        return True
    before = ctx.text[max(0, text.span.start - len(_MARKDOWN) - 2) : text.span.start + 1]
    return _MARKDOWN in f"{before}{ctx.text[slice(*text.span)][: len(_MARKDOWN) + 1]}"


_MARKDOWN = "[markdown]"
"""What GIFT writes before a text that is in Markdown."""


def _fence(value: str) -> Found | None:
    opened: re.Match[str] | None = None
    for match in _FENCE_LINE.finditer(value):
        if opened is None:
            opened = match
        elif match[1].startswith(opened[1]):
            opened = None
    return None if opened is None else (*opened.span(1), "a block of code")


def _tick(value: str) -> Found | None:
    """A run of backticks without an equal one behind it; `quotes' of typesetters do not count.

    An escaped run opens nothing, but may close: inside code a backslash is itself.
    """
    if "`" not in value:
        return None
    runs = [match.span() for match in _TICKS.finditer(value)]
    closing = _next_alike([end - start for start, end in runs])
    opens = [not is_escaped(value, start) for start, _ in runs]
    at = 0
    while at < len(runs):
        start, end = runs[at]
        found = closing[at]
        if not opens[at]:
            at += 1
        elif found is not None:
            at = found + 1
        else:
            follows, quoted = value[end : end + 1], "'" in value[end:] or "’" in value[end:]
            mentioned = start > 0 and value[start - 1] in "\"'(“‘"
            if sum(opens[at:]) % 2 and follows.strip() and not (quoted or mentioned):
                return start, end, "code"
            return None
    return None


def _next_alike(lengths: list[int]) -> list[int | None]:
    """For each length the index of the next that is equal."""
    following: list[int | None] = [None] * len(lengths)
    seen: dict[int, int] = {}
    for at in range(len(lengths) - 1, -1, -1):
        following[at] = seen.get(lengths[at])
        seen[lengths[at]] = at
    return following


def _link(value: str) -> Found | None:
    match = _OPEN_LINK.search(value) if "](" in value and "`" not in value else None
    return None if match is None else (*match.span(), "a link")


def _tag(value: str, document: Document) -> Found | None:
    """A tag that marks up the words behind it, in a text that is not about tags."""
    if "<" not in value or "`" in value:
        return None
    opened: dict[str, re.Match[str]] = {}
    for match in _TAGS.finditer(value):
        if match["close"]:
            opened.pop(match["name"], None)
        else:
            opened.setdefault(match["name"], match)
    for match in opened.values():
        if value[match.end() : match.end() + 1].isalnum() and not _about_tags(document):
            return *match.span(), f"the tag {match[0]}"
    return None


@lru_cache(maxsize=1)  # asked for one text after the other
def _about_tags(document: Document) -> bool:
    words = {"html", "tag", "tags", "xml", "jsx", "markup", "element", "elements"}
    return any(
        not words.isdisjoint(text.prose.lower_words)
        for item in document.items
        for text in item.texts
    )


def _dollar(text: Text) -> int | None:
    """The last of an odd number of dollar signs that are no price and belong to no formula."""
    value = text.value
    if "$" not in value or "`" in value:
        return None
    formulas = [text.prose.span(*found) for found in text.prose.math_spans]

    def loose(pattern: str) -> list[int]:
        found = (match.start() for match in re.finditer(pattern, value))
        return [at for at in found if not within(formulas, at)]

    signs = loose(r"(?<![\\\w$])\$(?![\d$\s{(])|(?<=\S)\$(?!\w)")
    return signs[-1] if len(signs) % 2 and not loose(r"\$\d") else None


@lru_cache(maxsize=1)
def _uses_formulas(document: Document) -> bool:
    """Whether a formula of the document has a command: `$a` and `$b` are variables to many."""
    proses = (text.prose for item in document.items for text in item.texts)
    return any(
        _FORMULA.search(prose.text, start, end)
        for prose in proses
        for start, end in prose.math_spans
    )
