"""KEY002: a letter or number beyond the options."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity, WrittenKey
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import letter, quote


class KeyOutOfRange(Rule):
    """The answer names an option that is not there.

    ## Why it matters
    `E` among four options means that an option got lost, or that the letter is wrong. Programs
    drop the key without a word, or stop.

    ## How to fix it
    Name one of the options, or add the one that is missing.
    """

    code = "KEY002"
    name = "key-out-of-range"
    severity = Severity.ERROR
    fewest_options = 1
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which sea lies between Italy and Croatia?
    options: [the Adriatic, the Aegean, the Baltic]
    answer: «D»
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which sea lies between Italy and Croatia?
    options: [the Adriatic, the Aegean, the Baltic]
    answer: A
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        count = len(question.options)
        for written in question.key.written:
            if written.as_text is None and is_out_of_range(written, count):
                yield self.finding(
                    written.text.span,
                    f"the answer {quote(written.text.value)} names no option: "
                    f"they go from A to {letter(count - 1)}",
                )


def is_out_of_range(written: WrittenKey, count: int) -> bool:
    """Whether every way of reading an answer names an option beyond the `count` there are."""
    return bool(written.readings) and all(not 0 <= way < count for way in written.readings)
