"""STM011: a stem that breaks off."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.text.patterns import lazy

_MID_PHRASE = lazy(r"\b(the|an|and|or|because|your|their)\s*[?.]\s*$")


class UnfinishedStem(Rule):
    """The stem ends in the middle of a phrase, or leaves a quotation or bracket open.

    ## Why it matters
    Something was lost, and the learner can only guess what.

    ## How to fix it
    Finish the sentence; close what was opened.
    """

    code = "STM011"
    name = "unfinished-stem"
    severity = Severity.WARNING
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What is the capital of «the?»
    options: [Amsterdam, Brussels, Paris]
    answer: A
  - question: Which planet is called the evening star «(»and the morning star as well?
    options: [Venus, Mars, Saturn]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which number lies in the interval [0, 1) of the real line?
    options: ["0.5", "1", "2"]
    answer: A
  - question: What is a bell made of?
    options: [bronze, clay, wood]
    answer: A
  - question: "Name the process: a) light is caught; b) water is split; c) sugar is made."
    options: [photosynthesis, respiration, digestion]
    answer: A
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        value = question.stem.value
        brackets = "(" in value or "[" in value
        if not brackets and value[-1:] not in "?." and "“" not in value:
            return
        prose = question.stem.prose
        if prose.has_code or prose.has_math:
            return
        match = _MID_PHRASE.search(prose.wording)
        if match is not None:
            yield self.finding(
                question.stem.plain_at(*match.span()),
                f"the stem breaks off after '{match[1]}'; finish the sentence",
            )
        for opening, closing in ("()", "[]", "“”"):
            if prose.text.count(opening) == prose.text.count(closing) + 1:
                if sum(map(prose.text.count, "([")) <= sum(map(prose.text.count, ")]")):
                    continue
                at = prose.text.rindex(opening)
                if closing in prose.text[at:]:
                    at = prose.text.index(opening)
                yield self.finding(
                    question.stem.plain_at(at, at + 1),
                    f"'{opening}' is opened and not closed; add the '{closing}' or what was lost",
                )
