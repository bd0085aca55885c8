"""SET006: one item's stem gives another's key."""

from collections.abc import Iterator

from quizlint.content import Confidence, Document, Finding, Interaction, Question, Related, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.sets._telling import common, stems_of
from quizlint.rules.wording import quote

_VALUES = frozenset(("true", "fals", "none", "yes"))  # stems; they stand in any stem


class ItemRevealsItem(Rule):
    """The stem of one question tells the answer to another.

    ## Why it matters
    Learners who do not know an answer look for it in the rest of the test, and here they find it:
    the second question then measures how well they read the first.

    ## How to fix it
    Reword the stem so that it does not state the fact, put the questions into different tests, or
    ask only one of them.

    ## References
    - Haladyna, Downing and Rodriguez (2002): keep items independent of one another.
    """

    code = "SET006"
    name = "item-reveals-item"
    severity = Severity.WARNING
    confidence = Confidence.MEDIUM
    preset = "strict"
    languages = ("en",)
    shared = Threshold(0.6, "share of a stem's telling words that the other stem must have too")
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which scientist discovered the law of gravitation?
    options: [Kepler, Newton, Galilei]
    answer: B
  - question: «In what year was the law of gravitation discovered by the scientist Newton?»
    options: ["1543", "1687", "1905"]
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which scientist discovered the law of gravitation?
    options: [Kepler, Newton, Galilei]
    answer: B
  - question: In what year did Newton become a member of Parliament?
    options: ["1666", "1689", "1705"]
    answer: B
"""
        ),
    )

    def check(self, document: Document, _ctx: Context) -> Iterator[Finding]:
        questions = [question for question in document.questions if question.selected]
        stems = [stems_of([question.stem]) for question in questions]
        holders: dict[str, set[int]] = {}
        for index, words in enumerate(stems):
            for word in words:
                holders.setdefault(word, set()).add(index)
        usual = common(stems, 0.2)
        for index, question in enumerate(questions):
            if question.interaction is not Interaction.CHOICE or len(question.key.indices) != 1:
                continue
            if question.keyed[0].text.prose.has_code:
                continue
            said = stems_of([question.keyed[0].text]) - stems[index]
            if said.isdisjoint(holders):  # no other stem has a word of it, as is usual
                continue
            elsewhere = stems_of(option.text for option in question.distractors)
            key = said - elsewhere - usual - _VALUES
            places = [holders.get(word, set()) for word in key]
            telling = set.intersection(*places) - {index} if places else set()
            asked = stems[index] - usual
            for other in sorted(telling):
                common_words = asked & stems[other]
                if len(common_words) >= max(2, self.shared * len(asked)):
                    yield self._about(questions[other], question, index + 1)
                    break

    def _about(self, teller: Question, told: Question, number: int) -> Finding:
        return self.finding(
            teller.stem.span,
            f"this stem gives away that the answer to question {number} is "
            f"{quote(told.keyed[0].text.plain)}; reword it, or drop one of the two",
            related=(Related(told.keyed[0].text.span, "the key it gives away"),),
            route=teller.route,
        )
