"""BNK002: questions that say nearly the same."""

from collections.abc import Iterator

from quizlint.content import Confidence, Finding, Related, Severity
from quizlint.facts import NearCluster
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context


class NearDuplicate(Rule):
    """Questions say nearly the same as another one, in this file or in another.

    ## Why it matters
    Two versions of a question count double, and one gives away the other. They come from copies
    that were edited apart, and often only one of them has the last correction.

    ## How to fix it
    Keep the better one. If both are meant, let the stems say what differs; a question for another
    number, name or code is another question, and is not reported.

    ## References
    - Haladyna and Rodriguez (2013), *Developing and Validating Test Items*, on cloned items.
    """

    code = "BNK002"
    name = "near-duplicate"
    severity = Severity.WARNING
    confidence = Confidence.MEDIUM
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which gas do green plants take from the air to make sugar?
    options: [oxygen, carbon dioxide, nitrogen]
    answer: carbon dioxide
  - question: «Which gas do green plants take in from the air for making sugar?»
    options: [oxygen, nitrogen, carbon dioxide]
    answer: carbon dioxide
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which gas do green plants take from the air to make sugar?
    options: [oxygen, carbon dioxide, nitrogen]
    answer: carbon dioxide
  - question: Which gas do green plants give to the air when they make sugar?
    options: [oxygen, carbon dioxide, nitrogen]
    answer: oxygen
"""
        ),
    )

    def check(self, cluster: NearCluster, _ctx: Context) -> Iterator[Finding]:
        first, *others = cluster.occurrences
        words = "says nearly the same"
        for place in others:
            if place.path == first.path:
                where, note = "above", Related(first.span, words)
            else:
                where = f"in {first.path}"
                note = Related(first.span, words, first.path, first.line, first.column)
            yield Finding(
                self.code,
                place.span,
                f"a question {where} says nearly the same; keep one, or say what differs",
                self.confidence,
                related=(note,),
                route=place.route,
                path=place.path,
            )
