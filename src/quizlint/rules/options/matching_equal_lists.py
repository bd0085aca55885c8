"""OPT028: a matching whose last pair is free."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.when import When


class MatchingEqualLists(Rule):
    """Both lists of a matching are of equal length, so that the last pair needs no knowledge.

    ## Why it matters
    Who knows all pairs but one gets the last for nothing, and who takes one wrong answer must take
    a second: each mistake counts twice.

    ## How to fix it
    Add one or two answers that belong to nothing, or let an answer be used more than once and say
    so.

    ## References
    - Haladyna and Rodriguez (2013): in a matching, the two lists should differ in length.
    """

    code = "OPT028"
    name = "matching-equal-lists"
    severity = Severity.INFO
    preset = "strict"
    when = When.MATCHED
    at_least = Threshold(3, "pairs from which a matching is looked at")
    bad = (
        Example(
            """\
::rivers:: «Match each city with its river.» {
  = Vienna -> Danube
  = Rome -> Tiber
  = Cairo -> Nile
}
""",
            name="example.gift",
        ),
    )
    good = (
        Example(
            """\
::rivers:: Match each city with its river. {
  = Vienna -> Danube
  = Rome -> Tiber
  = Cairo -> Nile
  = -> Ebro
}

::again:: Match each city with its river. {
  = Vienna -> Danube
  = Budapest -> Danube
  = Cairo -> Nile
}
""",
            name="example.gift",
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        if question.responses:
            return
        pairs = len(question.options)
        right = {written.text.value for written in question.key.written}
        if pairs < self.at_least or len(right) != pairs:
            return
        yield self.finding(
            question.stem.span,
            f"both lists have {pairs} entries, so that the last pair is free; add an answer that "
            "belongs to nothing",
        )
