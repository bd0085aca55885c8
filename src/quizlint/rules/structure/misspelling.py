"""STR023: a common misspelling."""

from collections.abc import Iterator

from quizlint.content import Edit, Finding, Fix, Item, Safety, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.structure._misspellings import corrections
from quizlint.rules.wording import quote
from quizlint.text import Text
from quizlint.text.patterns import lazy

_BEFORE = 20
"""Characters before a word that are looked at to see whether a sentence begins with it."""

# A question about spelling shows misspellings on purpose.
_SPELLING = lazy(r"\b(?:mis)?spel(?:l|t)|\btypos?\b")
_WORD = lazy(r"(?<![\w'’@#/.\-])[^\W\d_]+(?![\w'’@/\-]|\.\w)")


class Misspelling(Rule):
    """A word is spelled in a way that is commonly mistaken for the right one.

    ## Why it matters
    Learners copy what they read, and wonder what else was not checked.

    ## How to fix it
    Correct it; the fix does. The list is short on purpose: only spellings that are no word in any
    kind of English. Code, names and questions about spelling are left alone.
    """

    code = "STR023"
    name = "misspelling"
    severity = Severity.INFO
    preset = "strict"
    languages = ("en",)
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: Which organ is «seperate» from the gut?
    back: "«Definately» the lung."
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: Which header tells where a visitor came from?
    back: The `referer` header; `seperate` is code.
  - front: Who wrote about the Wether family and Teh Lin?
    back: Nobody.
  - front: How do you spell "recieve" rightly?
    back: receive
"""
        ),
    )

    def check(self, item: Item, _ctx: Context) -> Iterator[Finding]:
        known = corrections()
        for text in item.texts:
            if not known.keys().isdisjoint(text.prose.lower_words):
                yield from self._in_text(text, item)

    def _in_text(self, text: Text, item: Item) -> Iterator[Finding]:
        known = corrections()
        wording = text.prose.wording
        plain = {other.plain.lower().strip(" .") for other in item.texts}
        if any(_SPELLING.search(other) for other in plain):
            return
        for match in _WORD.finditer(wording):
            right = known.get(match[0].lower())
            if right is None or right in plain or _is_name(wording, match.start()):
                continue
            right = right.capitalize() if match[0][0].isupper() else right
            right = right.upper() if len(right) > 1 and match[0].isupper() else right
            span = text.plain_at(*match.span())
            yield self.finding(
                span,
                f"{quote(match[0])} is misspelled; write {right!r}",
                fix=Fix((Edit(span, right),), Safety.UNSAFE),
            )


def _is_name(text: str, start: int) -> bool:
    """Whether a word has a capital letter inside a sentence."""
    if not text[start].isupper() or text[start : start + 2].isupper():
        return False
    before = text[max(0, start - _BEFORE) : start].rstrip(" \"'“‘(*_")
    return before != "" and before[-1] not in ".!?:;…"
