"""OPT007: the key is the longest option by far."""

from collections.abc import Iterator

from quizlint.content import Finding, Interaction, Question, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.options._labels import combined_letters
from quizlint.rules.options._last import about_others
from quizlint.rules.options._names import are_names
from quizlint.rules.wording import letter


class LongestOptionIsKey(Rule):
    """The right answer is the only longest option, and clearly so.

    ## Why it matters
    Authors take care that the right answer is right in every respect, and that takes words.
    Learners know it: "if in doubt, take the longest" is the first trick of the test-wise.

    ## How to fix it
    Shorten the key to what makes it right, and move the rest into the explanation; or give the
    distractors as much detail.

    ## References
    - Haladyna, Downing and Rodriguez (2002): keep the length of options about equal.
    - NBME Item-Writing Guide (2020): "long correct answer".
    """

    code = "OPT007"
    name = "longest-option-is-key"
    severity = Severity.WARNING
    ratio = Threshold(1.2, "times the next longest option that the key must be long")
    min_words = Threshold(3, "words that the key must have")
    min_extra = Threshold(6, "characters that the key must have more than the next longest option")
    supersedes = ("OPT008",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Why does iron rust in damp air?
    options:
      - It melts slowly.
      - «It reacts with oxygen and water to form hydrated iron oxide.»
      - It loses its carbon.
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Who wrote "One Hundred Years of Solitude"?
    options: [Borges, Neruda, Gabriel García Márquez, Vargas Llosa]
    answer: C
"""
        ),
        Example(
            """\
kind: quiz
questions:
  - question: Why does iron rust in damp air?
    options:
      - It slowly melts at its surface.
      - It reacts with oxygen and water.
      - It gives its carbon to the air.
    answer: B
  - question: What do roots take up?
    options: [tar, clay, salt, none of these things]
    answer: D
"""
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        keys = question.key.indices
        if len(keys) != 1 or question.interaction is not Interaction.CHOICE or question.pool:
            return
        lengths = [len(option.text.value) for option in question.options]
        key = keys[0]
        longest = max(lengths[:key] + lengths[key + 1 :], default=0)
        if not longest or lengths[key] < max(self.ratio * longest, longest + self.min_extra):
            return
        prose = question.options[key].text.prose
        others = [option.text.prose for option in question.options]
        if any(other.has_code or other.has_media for other in others):
            return
        if are_names(others):
            return
        shown = [len(other.text) for other in others]
        next_longest = max(shown[:key] + shown[key + 1 :])
        if (
            about_others(question.options[key], ctx.language) is not None
            or combined_letters(question, key, ctx.language) is not None
        ):
            return
        if len(prose.words) >= self.min_words and shown[key] >= self.ratio * next_longest > 0:
            yield self.finding(
                question.options[key].text.span,
                f"the key {letter(key)} is the longest option by far ({shown[key]} characters, "
                f"the next {next_longest}); even them out",
            )
