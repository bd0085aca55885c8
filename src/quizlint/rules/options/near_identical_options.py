"""OPT002: two options that differ in case, punctuation or markup only."""

from collections.abc import Iterator

from quizlint.content import Finding, Option, Question, Related, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import letter
from quizlint.text.normal import collapse

MANY = 6
"""Letters in a row without which a text is a symbol or a name, where case and dots have meaning."""


class NearIdenticalOptions(Rule):
    """Two options differ in capitals, punctuation or markup only.

    ## Why it matters
    Where spelling is not the subject, learners take the two for the same and look for a trick.

    ## How to fix it
    If the difference is the point, say so in the stem. If not, replace one of the two.
    """

    code = "OPT002"
    name = "near-identical-options"
    severity = Severity.INFO
    preset = "strict"
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What did the printing press make cheaper?
    options:
      - Books and pamphlets
      - «books, and pamphlets.»
      - Oil paintings
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these is the standard boolean literal in the language of this course?
    options: ["`true`", "`True`", "`TRUE`"]
    answer: B
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        options = question.options
        starts = {option.text.prose.text[:1].casefold() for option in options}
        if len(starts) == len(options) and all(start.isalnum() for start in starts):
            return
        letters = {"".join(option.text.prose.lower_words) for option in options}
        if len(letters) == len(options):
            return
        first: dict[str, int] = {}
        for index, option in enumerate(question.options):
            skeleton = _skeleton(option)
            if skeleton is None:
                continue
            earlier = first.setdefault(skeleton, index)
            other = question.options[earlier].text
            if earlier != index and collapse(other.value) != collapse(option.text.value):
                yield self.finding(
                    option.text.span,
                    f"option {letter(index)} differs from option {letter(earlier)} in case, "
                    "punctuation or markup only; make them differ in substance",
                    related=(Related(other.span, "almost the same here"),),
                )


def _skeleton(option: Option) -> str | None:
    """The letters and digits of an option of words; None for code, formulas and symbols."""
    value = option.text.value
    if len(value) < MANY:
        return None
    prose = option.text.prose
    if prose.has_code or prose.has_math or prose.has_media or len(prose.words) < 2:
        return None
    if any(char in "+-*/=<>^_%$#|\\{}[]~@" or char.isdigit() for char in prose.text):
        return None
    return "".join(prose.lower_words)
