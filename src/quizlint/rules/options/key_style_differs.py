"""OPT025: the key is written in another style than the distractors."""

from collections.abc import Iterator, Sequence

from quizlint.content import Finding, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._style import capitals, judged, stops
from quizlint.rules.when import When
from quizlint.rules.wording import letter


class KeyStyleDiffers(Rule):
    """The key alone differs from all distractors in its capital or its full stop.

    ## Why it matters
    The right answer was written at another time than the distractors, or with more care, and
    learners see it without reading a word.

    ## How to fix it
    Write all options alike.

    ## References
    - Haladyna, Downing and Rodriguez (2002): avoid clues to the right answer.
    """

    code = "OPT025"
    name = "key-style-differs"
    severity = Severity.WARNING
    preset = "strict"
    when = When.ONE_BEST | When.ONE_KEY | When.SCORED | When.WHOLE
    fewest_options = 3
    supersedes = ("OPT019",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What does the red lamp on the panel say?
    options:
      - The tank is empty
      - «The door is open.»
      - The oil is too hot
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: What does the red lamp on the panel say?
    options:
      - The tank is empty
      - The door is open
      - The oil is too hot.
    answer: B
  - question: Who built the bridge?
    options: [an engineer, Brunel himself, some builder]
    answer: B
"""
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        (key,) = question.key.indices
        options = question.options
        values = [option.text.value for option in options]
        ends = [value[-1:] == "." for value in values]
        starts = [value[:1].islower() for value in values]
        if not (_alone(ends, key) or _alone(starts, key)) or question.stem.prose.has_code:
            return
        if not judged(options):
            return
        what = ""
        if _alone(stops(options) or [], key):
            what = "ends with a full stop" if ends[key] else "ends without a full stop"
        elif ctx.language != "de" and _alone(capitals(question), key):
            what = "begins with a small letter" if starts[key] else "begins with a capital"
        if what:
            yield self.finding(
                options[key].text.span,
                f"of all options only the key {letter(key)} {what}; write all options alike",
            )


def _alone(styles: Sequence[bool | None], key: int) -> bool:
    """Whether the key has the other style than all others have."""
    if not styles or styles[key] is None:
        return False
    return all(style is (not styles[key]) for at, style in enumerate(styles) if at != key)
