"""STM014: a question asked in the negative, with the word made to stand out."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.language import foreign
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.stems._negation import negation_in
from quizlint.rules.wording import quote


class EmphasisedNegative(Rule):
    """The question is asked in the negative, with the negative word in capitals, bold or italic.

    ## Why it matters
    Emphasis is how it should be done where a negative cannot be avoided. Even so the learner must
    think backwards: four options are to be found true so that the one that is not remains.

    ## How to fix it
    If the exception is not the point, ask for what is true.

    ## References
    - Haladyna, Downing and Rodriguez (2002): use negatives rarely, and then emphasise them.
    """

    code = "STM014"
    name = "emphasised-negative"
    severity = Severity.INFO
    preset = "strict"
    languages = foreign.LANGUAGES
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these animals is «NOT» a mammal?
    options: [the bat, the penguin, the whale]
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these animals is a bird?
    options: [the bat, the penguin, the whale]
    answer: B
"""
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        if not question.selected:
            return
        negation = negation_in(question, ctx.language)
        if negation is not None and negation.emphasised:
            yield self.finding(
                question.stem.plain_at(negation.start, negation.end),
                f"{quote(negation.word)} stands out, as it should; can the question do without it?",
            )
