"""TRN002: a translation with fewer or more questions."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity
from quizlint.facts import TranslatedFile
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context


class TranslationLag(Rule):
    """A translation has fewer or more questions than its source.

    ## Why it matters
    Something was added, or taken out, and did not reach the other language: its learners practise
    less, or what was withdrawn for a reason.

    ## How to fix it
    Translate what is missing, or remove what is gone. Files belong together when their paths differ
    in the code of a language only (`de/`, `.fr.`, `-es`).

    ## References
    - International Test Commission (2017), *Guidelines for Translating and Adapting Tests*.
    """

    code = "TRN002"
    name = "translation-lag"
    severity = Severity.WARNING
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: «Welcher Planet sieht rot aus?»
    options: [Venus, Mars, Saturn]
    answer: B
""",
            name="planets.de.quiz.yaml",
            files={
                "planets.quiz.yaml": """\
kind: quiz
questions:
  - question: Which planet looks red?
    options: [Venus, Mars, Saturn]
    answer: B
  - question: Which planet has the widest rings?
    options: [Venus, Mars, Saturn]
    answer: C
"""
            },
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Welcher Planet sieht rot aus?
    options: [Venus, Mars, Saturn]
    answer: B
""",
            name="planets.de.quiz.yaml",
            files={
                "planets.quiz.yaml": """\
kind: quiz
questions:
  - question: Which planet looks red?
    options: [Venus, Mars, Saturn]
    answer: B
"""
            },
        ),
    )

    def check(self, file: TranslatedFile, _ctx: Context) -> Iterator[Finding]:
        source, other = file.counts
        if source == other or file.last is None:
            return
        more = "more" if source > other else "fewer"
        count = abs(source - other)
        yield Finding(
            self.code,
            file.last.span,
            f"{file.source} has {count} {more} question{'' if count == 1 else 's'} than this "
            f"translation of it; bring them together",
            self.confidence,
            route=file.last.route,
            path=file.other,
        )
