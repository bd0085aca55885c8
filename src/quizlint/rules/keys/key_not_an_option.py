"""KEY003: an answer that is none of the options."""

from collections.abc import Iterator

from quizlint.content import Edit, Finding, Fix, Safety, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.when import Selected
from quizlint.rules.wording import letter, quote
from quizlint.text.nearest import nearest


class KeyNotAnOption(Rule):
    """The answer is written out, and equals no option.

    ## Why it matters
    The two differ in a letter, a space or a full stop, so a program that compares them finds no
    right option. Often one of the two was edited and the other forgotten.

    ## How to fix it
    Copy the option's text, or name it by its letter.
    """

    code = "KEY003"
    name = "key-not-an-option"
    severity = Severity.ERROR
    fewest_options = 1
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which sea lies between Italy and Croatia?
    options: [the Adriatic, the Aegean, the Baltic]
    answer: «the Adriatik»
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
    answer: the  Adriatic
"""
        ),
    )

    def check(self, question: Selected, _ctx: Context) -> Iterator[Finding]:
        for written in question.key.written:
            if written.readings:
                continue
            answer = written.text.value
            texts = [option.text.value for option in question.options]
            near = nearest(answer, texts)
            advice, fix = "name one by its letter or text", None
            if near is not None:
                index = texts.index(near)
                advice = f"option {letter(index)} is near: {quote(near)}"
                fix = Fix((Edit(written.text.span, letter(index)),), Safety.UNSAFE)
            yield self.finding(
                written.text.span,
                f"the answer {quote(answer)} is none of the options; {advice}",
                fix=fix,
            )
