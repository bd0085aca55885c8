"""KEY009: an option's feedback says the opposite of its key."""

import re
from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.when import When
from quizlint.rules.wording import letter, quote
from quizlint.text.patterns import lazy

# A verdict that stands alone at the beginning: followed by its own full stop, or nothing.
_OPENING = lazy(
    r"\W*(?:(?P<praise>(?:that(?:'|’|\s+i)?s\s+|this\s+is\s+)?(?:correct|right|well\s+done|exactly|"
    r"excellent|good\s+job|great\s+job|perfect)(?:\s+answer)?"
    r"(?:[,!]?\s+(?:well\s+done|good\s+job|great\s+job|excellent))?)"
    r"|(?P<blame>(?:sorry,\s+|no,\s+)?(?:that(?:'|’|\s+i)?s\s+|this\s+is\s+)?"
    r"(?:incorrect|wrong|not\s+(?:quite|correct|right)|try\s+again)(?:\s+answer)?))"
    r"(?=\s*(?:[.!✓✔]|$))",
    re.IGNORECASE,
)


class FeedbackContradictsKey(Rule):
    """The feedback of a wrong option praises it, or that of a right one calls it wrong.

    ## Why it matters
    The learner reads "Correct!" and loses the points. The flag and the feedback were edited apart.

    ## How to fix it
    Mend the flag or the feedback, whichever is wrong.
    """

    code = "KEY009"
    name = "feedback-contradicts-key"
    severity = Severity.WARNING
    when = When.KEYED | When.WHOLE
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these metals is magnetic?
    options:
      - text: iron
        correct: true
        feedback: Yes, its electrons align.
      - text: copper
        feedback: «Correct»! Copper is used in motors.
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these metals is magnetic?
    options:
      - text: iron
        correct: true
        feedback: Right. No other metal here is.
      - text: copper
        feedback: Right idea, as it conducts, but copper is not magnetic.
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        keys = set(question.key.indices)
        for index, option in enumerate(question.options):
            if option.feedback is None:
                continue
            match = _OPENING.match(option.feedback.plain)
            if match is None or (match.lastgroup == "praise") == (index in keys):
                continue
            marked = "right" if index in keys else "wrong"
            yield self.finding(
                option.feedback.plain_at(*match.span(str(match.lastgroup))),
                f"option {letter(index)} is marked as {marked}, but its feedback begins "
                f"{quote(match[str(match.lastgroup)])}; mend one",
            )
