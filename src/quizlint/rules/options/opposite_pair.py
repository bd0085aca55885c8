"""OPT024: the key and one distractor are the only opposites."""

from collections.abc import Iterator
from itertools import combinations

from quizlint.content import Finding, Question, Related, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._opposites import are_opposite
from quizlint.rules.when import When
from quizlint.rules.wording import letter


class OppositePair(Rule):
    """The key and one distractor say the opposite of each other, and no other options do.

    ## Why it matters
    Authors who have written the right answer turn it round to make a wrong one. Learners know it:
    of two opposites one is right.

    ## How to fix it
    Add a second pair of opposites, or replace the one that mirrors the key.

    ## References
    - Haladyna, Downing and Rodriguez (2002): avoid pairs or triplets of options as clues.
    """

    code = "OPT024"
    name = "opposite-pair"
    severity = Severity.INFO
    preset = "all"
    when = When.ONE_BEST | When.ONE_KEY | When.SCORED | When.WHOLE
    fewest_options = 4
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What does a plant do at night?
    options: [its use of oxygen rises, «its use of oxygen falls», its roots harden, its leaves rot]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: What does a plant do at night?
    options: [its use of oxygen rises, its use of oxygen falls, its heat rises, its heat falls]
    answer: A
  - question: Which way does the door open?
    options: [up, left, down]
    answer: B
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        (key,) = question.key.indices
        words = [option.text.prose.lower_words for option in question.options]
        mirrors = [
            at for at, other in enumerate(words) if at != key and are_opposite(words[key], other)
        ]
        if len(mirrors) != 1:
            return
        rest = [other for at, other in enumerate(words) if at not in (key, mirrors[0])]
        if any(are_opposite(one, other) for one, other in combinations(rest, 2)):
            return
        if any(option.text.prose.has_code for option in question.options):
            return
        yield self.finding(
            question.options[mirrors[0]].text.span,
            f"option {letter(mirrors[0])} is the opposite of the key {letter(key)}, and no other "
            "options are opposites; replace it, or add a second pair",
            related=(Related(question.options[key].text.span, "the key"),),
        )
