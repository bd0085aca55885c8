"""KEY010: an answer that can be read in two ways."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity, WrittenKey
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import letter, listed, quote


class AmbiguousKey(Rule):
    """The answer names one option when read as text, and another when read as letter or number.

    ## Why it matters
    Among the blood groups O, A, B and AB the answer `A` is the group A to one program and the first
    option to another. The same holds for `1` where nothing says whether counting begins at 0 or 1.

    ## How to fix it
    Mark the right option itself with `correct: true`, or write its whole text where that is plain.
    For numbers that count options, set `index-base` in the settings.
    """

    code = "KEY010"
    name = "ambiguous-key"
    severity = Severity.ERROR
    supersedes = ("KEY002",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which blood group lacks both antigens?
    options: [O, A, B, AB]
    answer: «A»
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which blood group lacks both antigens?
    options:
      - text: O
        correct: true
      - text: A
      - text: B
      - text: AB
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        for written in question.key.written:
            if len({way for way in written.readings if way < len(question.options)}) > 1:
                yield self.finding(
                    written.text.span,
                    f"the answer {quote(written.text.value)} can be read as {_ways(written)}; "
                    "mark the right option itself",
                )


def _ways(written: WrittenKey) -> str:
    ways = (
        (written.as_text, "by its text"),
        (written.as_letter, "as a letter"),
        (written.as_index, "counted from 0"),
        (written.as_ordinal, "counted from 1"),
    )
    return listed([f"option {letter(way)} ({how})" for way, how in ways if way is not None], "or")
