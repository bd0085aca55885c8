"""STM006: words that the question does not need."""

from collections.abc import Iterator

from quizlint.content import Confidence, Finding, Question, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.language.english.asking import asking_sentence
from quizlint.rules.stems._blank import blanks
from quizlint.text.patterns import lazy

_NUMBER = lazy(r"(?<!\w)[$€£]?\d[\d.,]*")
# A list of statements or steps inside the text.
_LISTED = lazy(
    r"(?:^|[\s(])(?:ii|II|2|b|B)[.):]\s|\b(?:statement|scenario|assertion|case)\s+(?:2|II|B)\b",
)


class GratuitousInformation(Rule):
    """The stem tells a long story before it asks.

    ## Why it matters
    Every learner pays for the extra words with time, slow readers most. What is not needed to
    answer is noise in what the question measures; teaching belongs into the text, not the test.
    The literature calls it window dressing.

    ## How to fix it
    Strike every sentence without which the question can still be answered. Where sifting what
    matters is the skill (a case history), leave it and say so with an ignore comment.

    ## References
    - Haladyna, Downing and Rodriguez (2002): avoid window dressing.
    - Tarrant and Ware (2008): "gratuitous or unnecessary information in the stem".
    """

    code = "STM006"
    name = "gratuitous-information"
    severity = Severity.INFO
    confidence = Confidence.MEDIUM
    preset = "strict"
    min_words = Threshold(50, "words from which a stem may be longer than it needs to be")
    max_numbers = Threshold(3, "numbers above which it is a problem to calculate")
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: «>-
      Anna loves her garden and spends every free hour there with her two dogs. Last spring her
      neighbour gave her a rose that had been in his family for years. She planted it near the
      old wall in the shade, where her grandmother used to sit and read. Which gas do the
      leaves of the rose take up in the light?»
    options: [oxygen, carbon dioxide, nitrogen]
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: >-
      A train leaves the station at 8:00 with 120 passengers. At the first stop 30 leave and 12
      enter, at the second stop half of those who are on the train leave and 9 enter, and at the
      third stop nobody leaves but 20 enter. How many passengers are on the train now?
    options: ["80", "82", "84"]
    answer: A
  - question: In the light, which gas do the leaves of a rose take up?
    options: [oxygen, carbon dioxide, nitrogen]
    answer: B
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        value = question.stem.value
        if len(value) < 4 * self.min_words or not question.selected or _BREAK in value.strip():
            return
        prose = question.stem.prose
        if prose.has_code or prose.has_media or prose.has_math:
            return
        if len(prose.words) < self.min_words or len(prose.sentences) < 3:
            return
        if len(_NUMBER.findall(prose.text)) > self.max_numbers or _LISTED.search(prose.text):
            return
        if all(_NUMBER.match(option.text.value) for option in question.options):
            return
        if blanks(prose) or asking_sentence(prose) == prose.sentences[0]:
            return
        yield self.finding(
            question.stem.span,
            f"{len(prose.words)} words to read before an answer can be given; strike what "
            "the question does not need",
        )


_BREAK = "\n"
"""Texts of several lines are laid out: a passage, a list, a table."""
