"""SET001: the right answers crowd one position."""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import sqrt

from quizlint.content import Document, Finding, Interaction, Question, Related, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.sets._chance import tail
from quizlint.rules.wording import letter


class KeyPositionBias(Rule):
    """The right answers stand at one position far more often than chance would have it.

    ## Why it matters
    Authors hide the key in the middle, or write it first. Learners notice: "if in doubt, take B"
    then beats knowing nothing by a wide margin.

    ## How to fix it
    Put options in an order of their own (by size, date or alphabet), and let the key fall where it
    falls; or let the program shuffle them, and say so: `shuffle: true`.

    ## References
    - Attali and Bar-Hillel (2003), "Guess where": edge aversion of authors and examinees.
    """

    code = "SET001"
    name = "key-position-bias"
    severity = Severity.WARNING
    chance = Threshold(0.001, "probability, if keys fell at random, below which it is reported")
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which planet is closest to the Sun?
    options: [Venus, «Mercury», Mars, Earth]
    answer: B
  - question: Which planet has the widest rings?
    options: [Mars, Saturn, Venus, Mercury]
    answer: B
  - question: Which planet is the largest?
    options: [Earth, Jupiter, Mars, Venus]
    answer: B
  - question: Which planet spins on its side?
    options: [Mars, Uranus, Saturn, Venus]
    answer: B
  - question: Which planet is farthest out?
    options: [Saturn, Neptune, Uranus, Mars]
    answer: B
  - question: Which planet looks red?
    options: [Venus, Mars, Saturn, Uranus]
    answer: B
  - question: Which planet carries life?
    options: [Mars, Earth, Venus, Uranus]
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which planet is closest to the Sun?
    options: [Venus, Mercury, Mars, Earth]
    answer: B
  - question: Which planet has the widest rings?
    options: [Saturn, Mars, Venus, Mercury]
    answer: A
  - question: Which planet is the largest?
    options: [Earth, Mars, Venus, Jupiter]
    answer: D
  - question: Which planet spins on its side?
    options: [Uranus, Mars, Saturn, Venus]
    answer: A
  - question: Which planet is farthest out?
    options: [Saturn, Neptune, Uranus, Mars]
    answer: B
  - question: Which planet looks red?
    options: [Venus, Saturn, Uranus, Mars]
    answer: D
  - question: Which planet carries life?
    options: [Mars, Earth, Venus, Uranus]
    answer: B
"""
        ),
    )

    def check(self, document: Document, ctx: Context) -> Iterator[Finding]:
        questions = [q for q in document.questions if _counts(q) and ctx.shuffled(q) is not True]
        crowd = crowded(questions, self.chance)
        if crowd is None:
            return
        position, keyed, probability = crowd
        total = sum(position < len(question.options) for question in questions)
        expected = sum(1 / len(q.options) for q in questions if position < len(q.options))
        first, *rest = (question.options[position].text.span for question in keyed)
        yield self.finding(
            first,
            f"{len(keyed)} of {total} keys are option {letter(position)}, where chance puts "
            f"{expected:.0f} (p = {probability:.1g}); spread them over the positions",
            related=tuple(Related(span, f"also {letter(position)}") for span in rest[:3]),
            route=document.route,
        )


def crowded(
    questions: Sequence[Question], chance: float
) -> tuple[int, list[Question], float] | None:
    """The position that holds too many keys, the questions keyed there, and how likely that is.

    Each position is tested by itself, exactly; the smallest probability is multiplied by the number
    of positions tested (Bonferroni).
    """
    keys = Counter(question.key.indices[0] for question in questions)
    positions = max((len(question.options) for question in questions), default=0)
    best: tuple[float, int] | None = None
    for position, count in keys.items():
        chances = [1 / len(q.options) for q in questions if position < len(q.options)]
        expected = sum(chances)
        if count < expected + 2 * sqrt(expected) or count < 3:  # far from rare: not worth adding up
            continue
        probability = min(1.0, positions * tail(chances, count))
        if probability <= chance and (best is None or probability < best[0]):
            best = (probability, position)
    if best is None:
        return None
    return best[1], [q for q in questions if q.key.indices[0] == best[1]], best[0]


def _counts(question: Question) -> bool:
    return (
        question.interaction is Interaction.CHOICE
        and len(question.key.indices) == 1
        and len(question.options) > 2
        and question.order_meaningful
        and not question.pool
        and not question.dynamic
    )
