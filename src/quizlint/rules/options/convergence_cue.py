"""OPT017: the key has most in common with the other options."""

from collections import Counter
from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.language.telling import function_words
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.when import When
from quizlint.rules.wording import letter, listed, quote


class ConvergenceCue(Rule):
    """Options are put together from elements, and the key has the commonest of each.

    ## Why it matters
    Authors start from the right answer and change one element at a time, so that it shares more
    with the distractors than they share with one another. Learners look for the option that has
    most in common with the rest, and find the key without knowing the subject.

    ## How to fix it
    Use each element as often in a distractor as in the others.

    ## References
    - NBME Item-Writing Guide (2020): convergence strategy.
    """

    code = "OPT017"
    name = "convergence-cue"
    severity = Severity.INFO
    preset = "all"
    when = When.ONE_BEST | When.ONE_KEY | When.SCORED | When.WHOLE
    fewest_options = 3
    languages = ("en",)
    margin = Threshold(1.2, "times the next option that the key must share with others")
    evenness = Threshold(1.5, "times the words of the shortest option that the longest may have")
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: How do the two muscles act when the arm bends?
    options:
      - «biceps shortens, triceps lengthens»
      - biceps shortens, deltoid relaxes
      - brachialis lengthens, triceps lengthens
      - biceps stiffens, triceps shakes
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: How do the two muscles act when the arm bends?
    options:
      - biceps shortens, triceps lengthens
      - biceps shortens, triceps shortens
      - biceps lengthens, triceps lengthens
      - biceps lengthens, triceps shortens
    answer: A
  - question: Which colours make up the flag of the town?
    options: [red and white, blue and green, black and gold, red and grey]
    answer: A
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        (key,) = question.key.indices
        proses = [option.text.prose for option in question.options]
        lengths = [len(prose.words) for prose in proses]
        if min(lengths) < 2 or max(lengths) > self.evenness * min(lengths):
            return
        if any(prose.has_code or prose.has_math for prose in proses):
            return
        empty = function_words()
        elements = [frozenset(prose.lower_words) - empty for prose in proses]
        elsewhere = frozenset().union(*elements[:key], *elements[key + 1 :])
        if len(elements[key] & elsewhere) < 2:
            return
        counts = Counter(word for words in elements for word in words)
        varying = {word for word, count in counts.items() if 1 < count < len(proses)}
        scores = [sum(counts[word] - 1 for word in words & varying) for words in elements]
        shared = sorted(elements[key] & varying, key=proses[key].lower_words.index)
        rest = max(score for at, score in enumerate(scores) if at != key)
        if len(shared) > 1 and scores[key] > self.margin * rest:
            yield self.finding(
                question.options[key].text.span,
                f"the key {letter(key)} shares most with the other options (its words "
                f"{listed([quote(word) for word in shared[:3]])} return in them); use each element "
                "equally often",
            )
