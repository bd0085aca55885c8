"""STM006: words that the question does not need."""

from collections.abc import Iterator
from itertools import pairwise

from quizlint.content import Confidence, Finding, Question, Severity
from quizlint.language.english.asking import asking_sentence
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.stems._blank import blanks
from quizlint.rules.when import Selected
from quizlint.text import Prose
from quizlint.text.patterns import lazy

_NUMBER = lazy(r"(?<!\w)[$€£]?\d[\d.,]*")
# A list of statements or steps inside the text.
_LISTED = lazy(
    r"(?:^|[\s(])(?:ii|II|2|b|B)[.):]\s|\b(?:statement|scenario|assertion|case)\s+(?:2|II|B)\b",
)


class GratuitousInformation(Rule):
    """The stem tells a long story before it asks, or asks the same thing twice.

    ## Why it matters
    Every learner pays for the extra words with time, slow readers most. What is not needed to
    answer is noise in what the question measures; teaching belongs into the text, not the test.
    The literature calls it window dressing.

    ## How to fix it
    Strike every sentence without which the question can still be answered. Where sifting what
    matters is the skill (a case history), leave it and say so with an ignore comment. Whether a
    long story is needed only a reader can tell, so that the rule is in no preset but `all`.

    ## References
    - Haladyna, Downing and Rodriguez (2002): avoid window dressing.
    - Tarrant and Ware (2008): "gratuitous or unnecessary information in the stem".
    """

    code = "STM006"
    name = "gratuitous-information"
    severity = Severity.INFO
    confidence = Confidence.MEDIUM
    preset = "all"
    min_words = Threshold(60, "words from which a stem may be longer than it needs to be")
    max_numbers = Threshold(3, "numbers above which it is a problem to calculate")
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: «>-
      Anna loves her garden and spends every free hour there with her two dogs. Last spring her
      neighbour gave her a rose that had been in the family of his mother for many years. She
      planted it near the old wall in the shade of the apple tree, where her grandmother used to
      sit and read. Which gas do the leaves of the rose take up in the light?»
    options: [oxygen, carbon dioxide, nitrogen]
    answer: B
  - question: «What is the keel of a sailing boat? What best describes the keel of a boat?»
    options: [a fin below it, a pole above it, a rope beside it]
    answer: A
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

    def check(self, question: Selected, _ctx: Context) -> Iterator[Finding]:
        value = question.stem.value
        if len(value) < SHORTEST or "\n" in value.strip():
            return  # texts of several lines are laid out: a passage, a list, a table
        prose = question.stem.prose
        if prose.has_code or prose.has_media or prose.has_math:
            return
        if _asks_twice(prose):
            yield self.finding(
                question.stem.span, "two questions ask the same; strike the one that says less"
            )
        elif self._tells_a_story(question):
            yield self.finding(
                question.stem.span,
                f"{len(prose.words)} words to read before an answer can be given; strike what "
                "the question does not need",
            )

    def _tells_a_story(self, question: Question) -> bool:
        """Whether a stem is long, is no problem to calculate, and asks at its end."""
        prose = question.stem.prose
        if len(prose.words) < self.min_words or len(prose.sentences) < 3:
            return False
        if len(_NUMBER.findall(prose.text)) > self.max_numbers or _LISTED.search(prose.text):
            return False
        if all(_NUMBER.match(option.text.value) for option in question.options):
            return False
        return not blanks(prose) and asking_sentence(prose) != prose.sentences[0]


SHORTEST = 40
"""Characters of the shortest stem that can say too much."""


def _asks_twice(prose: Prose) -> bool:
    """Whether half of what a question asks about is asked about again by the next one."""
    from quizlint.language.echo import all_roots

    asked = [
        all_roots(Prose(prose.text[slice(*span)]), "en")
        for span in prose.sentences
        if prose.text[slice(*span)].endswith("?")
    ]
    return any(one and 2 * len(one & other) >= len(one) for one, other in pairwise(asked))
