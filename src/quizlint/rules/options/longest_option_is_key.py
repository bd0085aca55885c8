"""OPT007: the key is the longest option by far."""

from collections.abc import Iterator

from quizlint.content import Confidence, Finding, Question, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.options._combining import adds_up
from quizlint.rules.options._labels import combined_letters
from quizlint.rules.options._last import about_others
from quizlint.rules.options._names import are_names
from quizlint.rules.when import When
from quizlint.rules.wording import letter
from quizlint.text import Prose


class LongestOptionIsKey(Rule):
    """The right answer is the only longest option, and visibly so.

    ## Why it matters
    Authors take care that the right answer is right in every respect, and that takes words.
    Learners know it: "if in doubt, take the longest" is the first trick of the test-wise. A tenth
    more is enough for them to see; below a quarter more, and among short options, it is reported
    with low confidence, as readers differ on it.

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
    ratio = Threshold(1.1, "times the next longest option that the key must be long")
    clear_ratio = Threshold(1.25, "times the next longest from which the finding is sure")
    clear_length = Threshold(30, "characters of the key from which the finding is sure")
    min_words = Threshold(3, "words that the key must have")
    min_extra = Threshold(5, "characters that the key must have more than the next longest option")
    supersedes = ("OPT008",)
    when = When.ONE_BEST | When.ONE_KEY | When.WHOLE
    fewest_options = 2
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
        (key,) = question.key.indices
        lengths = [len(option.text.value) for option in question.options]
        longest = max(lengths[:key] + lengths[key + 1 :], default=0)
        if not longest or lengths[key] < max(self.ratio * longest, longest + self.min_extra):
            return
        others = [option.text.prose for option in question.options]
        if any(other.has_code or other.has_media for other in others) or are_names(others):
            return
        option = question.options[key]
        if (
            about_others(option, ctx.language) is not None
            or combined_letters(question, key, ctx.language) is not None
            or adds_up(question, key)
        ):
            return
        shown = [len(other.text) for other in others]
        length, following = shown[key], max(shown[:key] + shown[key + 1 :])
        if len(others[key].words) < self.min_words or not 0 < self.ratio * following <= length:
            return
        figures = [_is_figure(other) for at, other in enumerate(others) if at != key]
        if length < self.clear_length and all(figures):
            return  # nobody chose how long a number is
        sure = length >= self.clear_ratio * following and length >= self.clear_length
        if not sure and not self.thorough:
            return
        yield self.finding(
            option.text.span,
            f"the key {letter(key)} is the longest option ({length} characters, the next "
            f"{following}); even them out",
            confidence=Confidence.HIGH if sure else Confidence.LOW,
        )


def _is_figure(prose: Prose) -> bool:
    """Whether an option begins as a number, with its unit or what is counted."""
    return prose.text[:1].isdigit()
