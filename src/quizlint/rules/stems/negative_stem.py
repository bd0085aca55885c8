"""STM002: a question asked in the negative."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.language import foreign
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.stems._negation import negation_in
from quizlint.rules.wording import quote


class NegativeStem(Rule):
    """The question is asked in the negative, and the negative word is easy to miss.

    ## Why it matters
    Learners who know the answer read past a small "not" and choose what is true. The question then
    measures reading under pressure, not knowledge, and teaches the exception instead of the rule.

    ## How to fix it
    Turn it round and ask for what is true. Where the exception is the point (a safety rule, a
    contraindication), write the word in capitals or bold.

    ## References
    - Haladyna, Downing and Rodriguez (2002): word the stem positively.
    - Tarrant and Ware (2008): negative stems among the commonest flaws.
    """

    code = "STM002"
    name = "negative-stem"
    severity = Severity.WARNING
    languages = foreign.LANGUAGES
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these animals is «not» a mammal?
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
  - question: A patient does not sleep. Which hormone, at least in part, makes people drowsy?
    options: [insulin, melatonin, adrenaline]
    answer: B
  - question: Why does oil not mix with water?
    options: [It is lighter., It is not polar., It is thicker.]
    answer: B
"""
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        if not question.selected:
            return
        negation = negation_in(question, ctx.language)
        if negation is not None and not negation.emphasised:
            yield self.finding(
                question.stem.plain_at(negation.start, negation.end),
                f"{quote(negation.word)} turns the question round and is easily missed; ask for "
                "what is true, or make the word stand out",
            )
