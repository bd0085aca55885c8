"""OPT029: options that take longer to read than the stem."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.when import Selected
from quizlint.text import Span


class TooLongOptions(Rule):
    """On average an option takes longer to read than the stem.

    ## Why it matters
    A stem should hold the problem and an option one answer. Where it is the other way round,
    learners compare long texts that they cannot keep in mind, and reading decides.

    ## How to fix it
    Move what the options have in common into the stem, and leave the reasons to the explanation.

    ## References
    - Haladyna, Downing and Rodriguez (2002): central idea in the stem, options brief.
    """

    code = "OPT029"
    name = "too-long-options"
    severity = Severity.INFO
    preset = "strict"
    min_words = Threshold(15, "words that the options must have on average")
    fewest_options = 2
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Why do leaves fall?
    options:
      - «The tree saves the water that it would lose through them while the ground is frozen hard.
      - The tree sheds the weight that would break its branches when the first snow lies upon them.
      - The tree makes room for the buds of the spring, which need the light of the early sun.»
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Why do the leaves of most trees fall in autumn?
    options:
      - The tree saves the water that it would lose.
      - The tree sheds the weight that would break it.
      - The tree makes room for the buds of the spring.
    answer: A
"""
        ),
    )

    def check(self, question: Selected, _ctx: Context) -> Iterator[Finding]:
        options = question.options
        length = sum(len(option.text.value) for option in options)
        if length < 4 * self.min_words * len(options) or length < len(question.stem.value) * len(
            options
        ):
            return
        if any(option.text.prose.has_code or option.text.prose.has_media for option in options):
            return
        stem = len(question.stem.prose.words)
        if question.stimulus is not None:
            stem += len(question.stimulus.text.prose.words)
        average = sum(len(option.text.prose.words) for option in options) / len(options)
        if average >= self.min_words and average > stem:
            yield self.finding(
                Span(options[0].text.span.start, options[-1].text.span.end),
                f"options have {average:.0f} words on average, the stem {stem}; shorten them, or "
                f"move "
                "what they share into the stem",
            )
