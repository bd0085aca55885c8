"""STR021: a word typed twice."""

import re
from collections.abc import Iterator
from operator import eq

from quizlint.content import Edit, Finding, Fix, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import quote
from quizlint.text import Text

_DOUBLED = re.compile(r"(?<![\w'’.*/-])([^\W\d_]+)(?P<again>\s+\1)(?![\w'’*/=(\[-]|\.\w)")

# Words that follow themselves in good English (and in names): had had, that that, Bora Bora.
RIGHTLY_DOUBLED = frozenset(
    "had that is do was were can her blah bla ha no so very really now there then out far many "
    "much bye well knock tsk tut yo walla bora pago baden new york duran talk cha win yes".split()
)
# What acts upon its like: a dipole dipole attraction, the spin spin coupling.
_LIKE_AND_LIKE = frozenset("dipole ion charge spin proton electron peer host base".split())
# Foreign pairs that are one expression: French "nous nous", "vous vous"; German "die die".
_PRONOUNS = frozenset("nous vous die der das sie".split())
_RIGHT = RIGHTLY_DOUBLED | _LIKE_AND_LIKE | _PRONOUNS


class DoubledWord(Rule):
    """A word stands twice in a row.

    ## Why it matters
    It is a slip, and readers who notice it read the sentence again to see whether it is a trick.

    ## How to fix it
    Remove one. The fix does.
    """

    code = "STR021"
    name = "doubled-word"
    severity = Severity.WARNING
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What does the« the» heart pump?
    back: Blood.
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: Which tense is "he had had enough"?
    back: The past perfect. He said that that was so. `the the` is code.
"""
        ),
    )

    def check(self, text: Text, _ctx: Context) -> Iterator[Finding]:
        words = text.value.split()
        if not any(map(eq, words, words[1:])):
            return
        behind = -2  # the end of the last pair: a word six times over is one slip
        for match in _DOUBLED.finditer(text.prose.wording):
            word = match[1]
            goes_on = match.start() <= behind + 1
            behind = match.end()
            if goes_on or text.plain[slice(*match.span())] != match[0]:  # code stands between
                continue
            if len(word) < 2 or word.lower() in _RIGHT or word.isupper():
                continue
            if word[0].isupper():  # a name: Sirhan Sirhan
                continue
            span = text.plain_at(*match.span("again"))
            yield self.finding(
                span, f"{quote(word)} stands here twice; remove one", fix=Fix((Edit(span, ""),))
            )
