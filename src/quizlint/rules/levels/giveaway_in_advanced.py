"""LVL006: a question of the hardest label that can be guessed."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.language import absolute_terms, catch_all
from quizlint.language.lemmas import content_stems
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.scale import scale_of
from quizlint.rules.when import When
from quizlint.rules.wording import letter, listed

_QUIZ = """\
kind: quiz
questions:
  - difficulty: advanced
    question: «Why do enzymes lose their activity in strong heat?»
    options:
      - The water always boils away.
      - The heat unfolds the protein.
      - Every molecule stops moving.
      - The pressure never rises.
    answer: B
"""


class GiveawayInAdvanced(Rule):
    """A question of the hardest label shows its answer by two or more cues.

    ## Why it matters
    A question for advanced learners should be decided by what they know. Where the form of the
    options gives the key away, beginners who know about tests get it right as well, and the label
    is wrong for whoever reads the results.

    ## How to fix it
    Remove the cues named in the message: even out the lengths, take absolute words out of the
    distractors, let no word of the stem return in the key alone.

    ## References
    - Haladyna and Rodriguez (2013), avoid clues to the right answer.
    - Millman, Bishop and Ebel (1965), an analysis of test-wiseness.
    """

    code = "LVL006"
    name = "giveaway-in-advanced"
    severity = Severity.INFO
    preset = "strict"
    when = When.ONE_BEST | When.ONE_KEY | When.LABELLED
    fewest_options = 3
    languages = ("en",)
    cues = Threshold(2, "cues that a question must have")
    ratio = Threshold(1.2, "times the next longest option that counts as longest")
    bad = (Example(_QUIZ),)
    good = (
        Example(_QUIZ.replace("advanced", "beginner").replace("«", "").replace("»", "")),
        Example(
            """\
kind: quiz
questions:
  - difficulty: advanced
    question: Why do enzymes lose their activity in strong heat?
    options:
      - The water boils away.
      - The protein unfolds.
      - The pressure rises.
    answer: B
"""
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        label = question.difficulty
        if label is None or label.plain.casefold() != scale_of(ctx)[-1].casefold():
            return
        cues = list(self._cues(question))
        if len(cues) >= self.cues:
            yield self.finding(
                question.stem.span,
                f"this {label.plain.casefold()} question can be guessed: of the options "
                f"{letter(question.key.indices[0])} alone {listed(cues)}; remove these cues",
            )

    def _cues(self, question: Question) -> Iterator[str]:
        """What marks the key, as the rest of a sentence about it."""
        key = question.keyed[0].text.prose
        others = [option.text.prose for option in question.distractors]
        longest = max(len(prose.text) for prose in others)
        if len(key.words) >= 3 and len(key.text) >= self.ratio * longest:
            yield "is longest by far"
        kind = catch_all(key.text)
        if kind is not None:
            yield f"stands for {kind} of the others"
        asked = content_stems(question.stem.prose.words) & content_stems(key.words)
        if asked and not any(asked & content_stems(prose.words) for prose in others):
            yield "takes up a word of the stem"
        strong = sum(any(term.strong for term in absolute_terms(prose)) for prose in others)
        if strong >= 2 and not absolute_terms(key):
            yield f"has no absolute word ({strong} others have)"
