"""STR013: characters that an encoding mistake or a copy left behind."""

import re
from collections.abc import Iterator

from quizlint.content import Finding, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.text import Text

# What UTF-8 looks like when it was read as Windows-1252: a lead byte (Â, Ã, â, ð) and what the
# following bytes become. Each pair alone is rare in any language; together they do not occur.
_MOJIBAKE = (
    r"[ÂÃ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    r"\u2013-\u203a\u20ac\u2122]"
    r"|â[€‚„†‡ˆ‰™\u0080-\u00bf][\u0080-\u00bf\u0152\u0153\u02dc\u2013-\u203a\u20ac\u2122]"
    r"|ðŸ.{1,2}"
)
_BROKEN = re.compile(
    rf"(?P<replaced>\ufffd+)|(?P<mojibake>(?:{_MOJIBAKE})+)"
    r"|(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f]+)"
    r"|(?P<hidden>(?<=[^\W\d_])[\u200b\ufeff\u2060\u00ad]+(?=[^\W\d_]))"
)
_WORDS = {
    "replaced": "the replacement character stands here: the real one was lost on the way",
    "mojibake": "looks like text decoded with the wrong encoding",
    "control": "a control character stands here",
    "hidden": "an invisible character splits this word",
}


class BrokenCharacters(Rule):
    """A text has characters that nobody typed.

    ## Why it matters
    `donâ€™t` is what `don’t` becomes when a program reads UTF-8 as Windows text. A zero-width space
    makes a search, or a comparison with the right answer, fail without anything to see.

    ## How to fix it
    Type the text again here, and look for the program that wrote it.

    ## References
    - The Unicode Standard, chapter 23, on control codes, format characters and U+FFFD.
    """

    code = "STR013"
    name = "broken-characters"
    severity = Severity.WARNING
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: Why donâ€™t oil and water mix?
    back: Water molecules hold on to each other.
""".replace("donâ€™t", "don«â€™»t")
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: Why don’t oil and water mix – even when shaken?
    back: Water molecules hold on to each other. Ça va, château, Ærø, naïve, 5 €, 👩‍🔬.
"""
        ),
    )

    def check(self, text: Text, _ctx: Context) -> Iterator[Finding]:
        value = text.value
        if value.isascii() and value.isprintable():
            return
        found: dict[str, list[tuple[int, int]]] = {}
        for match in _BROKEN.finditer(value):
            found.setdefault(str(match.lastgroup), []).append(match.span())
        for kind, (first, *others) in found.items():  # one slip of one program, however often
            more = f", and at {len(others)} more of its places" if others else ""
            yield self.finding(text.at(*first), f"{_WORDS[kind]}{more}; type it again")
