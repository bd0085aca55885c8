"""TRN001: a translation that is keyed otherwise."""

from collections.abc import Iterator

from quizlint.content import Confidence, Finding, Related, Severity
from quizlint.facts import Shape, TranslatedFile
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import letter, listed


class TranslationKeyDrift(Rule):
    """A translated question has another key, other options or another form than its source.

    ## Why it matters
    Learners of one language are marked wrong for what is right in the other. It happens when a
    source is corrected and its translations are not.

    ## How to fix it
    Compare the two and mend the one that is behind. Files belong together when their paths differ
    in the code of a language only (`de/`, `.fr.`, `-es`); questions by their ids, or by their place
    where both files have as many.

    ## References
    - International Test Commission (2017), *Guidelines for Translating and Adapting Tests*.
    """

    code = "TRN001"
    name = "translation-key-drift"
    severity = Severity.ERROR
    confidence = Confidence.MEDIUM
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: «Welcher Planet sieht rot aus?»
    options: [Venus, Mars, Saturn]
    answer: A
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
        for pair in file.pairs:
            trouble = _trouble(*pair.shapes)
            if not trouble or not (pair.source.key and pair.other.key):
                continue
            source = pair.source
            note = Related(source.span, "translated here", source.path, source.line, source.column)
            yield Finding(
                self.code,
                pair.other.span,
                f"in {file.source} this question {trouble}; mend one of them",
                self.confidence,
                related=(note,),
                route=pair.other.route,
                path=pair.other.path,
            )


def _trouble(source: Shape, other: Shape) -> str:
    """What the source has otherwise."""
    if source.options != other.options:
        return f"has {source.options} options, not {other.options}"
    if source.interaction != other.interaction:
        return "is answered in another way"
    if source.key != other.key:
        return f"has {_letters(source.key)} as its key, not {_letters(other.key)}"
    return ""


def _letters(key: int) -> str:
    return listed([letter(index) for index in range(key.bit_length()) if key >> index & 1])
