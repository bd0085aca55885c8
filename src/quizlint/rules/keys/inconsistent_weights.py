"""KEY011: partial credits that do not work out."""

from collections.abc import Iterator, Sequence

from quizlint.content import Confidence, Finding, Interaction, Option, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.when import When
from quizlint.rules.wording import letter
from quizlint.text import Span
from quizlint.text.patterns import lazy

FULL = 100.0
"""Percent of the points."""

SLACK = 1.0
"""Percent by which a sum may be off: 33.333 three times is meant to be everything."""

GRADES = (
    *(0.0, 5.0, 10.0, 100 / 9, 12.5, 100 / 7, 100 / 6, 20.0, 25.0, 30.0, 100 / 3, 40.0, 50.0),
    *(60.0, 200 / 3, 70.0, 75.0, 80.0, 500 / 6, 90.0, 100.0),
)
"""The shares that Moodle knows, in percent; negative ones too. It refuses any other."""

CLOSE = 0.001
"""Percent by which Moodle lets a share differ from its own."""

# How GIFT and Moodle XML write a share; other programs take any.
_OF_MOODLE = lazy(r"%-?[\d.]+%|\bfraction\s*=")


class InconsistentWeights(Rule):
    """The partial credits of a question do not add up, or Moodle refuses one of them.

    ## Why it matters
    Where the shares of the right options add up to less than 100 %, a perfect answer does not earn
    all points; where they add up to more, a part of it does. A share that Moodle does not know
    makes it refuse the question (an error), and a wrong option that earns as much as the right one
    is a second key.

    ## How to fix it
    Let the right options share 100 % (or let one earn it all, where only one can be chosen), and
    write shares as Moodle has them, with five digits after the point: 33.33333, 16.66667.

    ## References
    - MoodleDocs, GIFT format: percentage answer weights.
    - MoodleDocs, Multiple Choice question type: grades of choices.
    """

    code = "KEY011"
    name = "inconsistent-weights"
    severity = Severity.WARNING
    when = When.FIXED | When.SCORED
    bad = (
        Example(
            """\
::noble:: Which of these are noble gases? {
  «~%50%Argon
  ~%25%Neon»
  ~%-100%Nitrogen
}

::primary:: Which colours does a screen mix? {
  ~%33.33333%Red
  «~%33.3%Green»
  ~%33.33333%Blue
  ~%-50%Black
}

::largest:: Which planet is the largest? {
  =Jupiter
  «~%50%Saturn»
  ~Mars
}
""",
            name="example.gift",
        ),
    )
    good = (
        Example(
            """\
::noble:: Which of these are noble gases? {
  ~%50%Argon
  ~%50%Neon
  ~%-100%Nitrogen
}

::primary:: Which colours does a screen mix? {
  ~%33.333%Red
  ~%33.333%Green
  ~%33.333%Blue
  ~%-50%Black
}
""",
            name="example.gift",
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        answers = question.options or question.responses
        if all(answer.weight is None for answer in answers):
            return
        if question.interaction is Interaction.MATCH:
            return
        refused = [
            at
            for at, answer in enumerate(answers)
            if not _is_known(answer.weight)
            and _OF_MOODLE.search(ctx.text, *answer.span) is not None
        ]
        for at in refused:
            written = answers[at].weight
            assert written is not None
            found = self.finding(
                answers[at].span,
                f"a share of {_percent(written)} is none that Moodle knows, so it refuses the "
                f"question; the nearest is {_percent(_nearest(written))}",
            )
            # Its import ends at the first question that it refuses, unless told otherwise.
            yield found._replace(severity=Severity.ERROR)
        if refused:
            return
        if question.interaction is Interaction.MULTIPLE:
            yield from self._shared(answers)
        else:
            yield from self._single(answers)

    def _shared(self, options: Sequence[Option]) -> Iterator[Finding]:
        """Findings on options that together should earn everything."""
        right = [option for option in options if (option.weight or 0.0) > 0]
        total = sum(option.weight or 0.0 for option in right)
        if right and abs(total - FULL) > SLACK:
            yield self.finding(
                Span(right[0].span.start, right[-1].span.end),
                f"whoever takes all right options earns {_percent(total)} of the points; let their "
                "shares add up to 100 %",
            )

    def _single(self, answers: Sequence[Option]) -> Iterator[Finding]:
        """Findings on what one of several answers earns."""
        right = [answer for answer in answers if answer.correct]
        best = max((FULL if a.weight is None else a.weight for a in right), default=FULL)
        if best < FULL - SLACK:
            yield self.finding(
                right[0].span,
                f"the best answer earns {_percent(best)} of the points; let it earn 100 %",
            )
        for at, answer in enumerate(answers):
            if not answer.correct and (answer.weight or 0.0) > 0 and answer.feedback is None:
                yield self.finding(
                    answer.span,
                    f"option {letter(at)} is wrong and earns {_percent(answer.weight or 0.0)} of "
                    "the points; say in its feedback what is right about it, or give none",
                    confidence=Confidence.LOW,  # it may be half right on purpose
                )


def _is_known(share: float | None) -> bool:
    """Whether Moodle takes a share; where none is written, it is all or nothing."""
    return share is None or abs(abs(share) - _nearest(abs(share))) < CLOSE


def _nearest(share: float) -> float:
    """The share that Moodle knows and that is nearest."""
    size = min(GRADES, key=lambda grade: abs(grade - abs(share)))
    return -size if share < 0 else size


def _percent(share: float) -> str:
    """A share with at most five decimals, as Moodle writes it."""
    return f"{share:.5f}".rstrip("0").rstrip(".") + " %"
