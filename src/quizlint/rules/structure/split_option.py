"""STR019: one option that became two."""

from collections.abc import Iterator
from itertools import pairwise

from quizlint.content import Finding, Question, Related, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import letter
from quizlint.text import Text

# Words on which an English phrase cannot end, unless it is about the word itself.
OPEN_WORDS = frozenset(
    "and or but because of the a an to with from into than which whose between if whether "
    "although while since unless nor".split()
)


class SplitOption(Rule):
    """An option breaks off, and the next one goes on.

    ## Why it matters
    A line break or a comma in the wrong place made two options out of one. The learner sees two
    fragments, and letters after them have moved.

    ## How to fix it
    Join the two. In a YAML list in brackets, put an option that has a comma into quotes.
    """

    code = "STR019"
    name = "split-option"
    severity = Severity.WARNING
    preset = "strict"
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What does a violin bow do?
    options:
      - It plucks the strings.
      - «It rubs the strings and»
      - makes them sound.
      - It tunes the strings.
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which word joins two sentences of equal rank?
    options: [the word and, the word because, the word whose]
    answer: A
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        for index, (option, following) in enumerate(pairwise(question.options)):
            if _goes_on(option.text, following.text) and _breaks_off(option.text):
                yield self.finding(
                    option.text.span,
                    f"option {letter(index)} breaks off and option {letter(index + 1)} seems to "
                    "go on; join them",
                    related=(Related(following.text.span, "goes on here"),),
                )


def _goes_on(text: Text, following: Text) -> bool:
    """Whether the following text begins small, and not as the text itself begins."""
    if not following.plain[:1].islower():
        return False
    return following.prose.words[:1] != text.prose.words[:1]


def _breaks_off(text: Text) -> bool:
    prose = text.prose
    if prose.has_code or prose.has_math or len(prose.words) <= 2:
        return False
    plain = prose.text
    unclosed = plain.count("(") > plain.count(")")
    return unclosed or (plain[-1:].isalpha() and prose.words[-1].lower() in OPEN_WORDS)
