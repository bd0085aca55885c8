"""STR009: a question with more or fewer options than its neighbours."""

from collections import Counter
from collections.abc import Iterator

from quizlint.content import Document, Finding, Interaction, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context


class UnevenOptionCount(Rule):
    """A question has another number of options than the document's others, or very many.

    ## Why it matters
    Where every question has four options, one with three or five is mostly a slip: an option was
    lost, or split in two. Long lists cost reading time and add no distractor that anybody chooses.

    ## How to fix it
    Look whether an option is missing or split. If the number is meant, leave it: three good options
    beat four with a filler.

    ## References
    - Rodriguez (2005): a meta-analysis of the number of options over 80 years.
    """

    code = "STR009"
    name = "uneven-option-count"
    severity = Severity.INFO
    preset = "strict"
    at_least = Threshold(5, "questions a document must have before it has a usual number")
    share = Threshold(0.8, "share of the questions that must have the usual number")
    most = Threshold(6, "options above which a list is long")
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: «Which of these is a brass instrument?»
    options: [trumpet, oboe, flute, harp, viola, cello, lute]
    answer: trumpet
  - question: Which of these is a string instrument?
    options: [oboe, viola, trumpet]
    answer: viola
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these is a brass instrument?
    options: [trumpet, oboe, flute, harp]
    answer: trumpet
  - question: Which of these is a string instrument?
    options: [oboe, viola, trumpet]
    answer: viola
"""
        ),
    )

    def check(self, document: Document, _ctx: Context) -> Iterator[Finding]:
        choices = [q for q in document.questions if q.selected and not q.pool]
        counted = [q for q in choices if q.interaction is not Interaction.TRUE_FALSE]
        usual = self._usual(Counter(len(question.options) for question in counted))
        for question in counted:
            count = len(question.options)
            if count > self.most:
                message = f"{count} options are a long list; keep those that learners choose"
            elif usual and count != usual:
                message = f"{count} options where the others have {usual}; is one lost or split?"
            else:
                continue
            yield self.finding(question.stem.span, message, route=question.route)

    def _usual(self, counts: Counter[int]) -> int | None:
        total = counts.total()
        if total < self.at_least:
            return None
        usual, times = counts.most_common(1)[0]
        return usual if times >= self.share * total else None
