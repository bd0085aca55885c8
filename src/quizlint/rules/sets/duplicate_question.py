"""SET005: the same question twice in a document."""

from collections.abc import Iterator

from quizlint.content import Document, Finding, Question, Related, Severity
from quizlint.facts import are_branches, identity, key_digest
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.text.normal import collapse


class DuplicateQuestion(Rule):
    """A question stands twice in one document: the same stem, options and key.

    ## Why it matters
    It counts double, and whoever was told the answer the first time has it the second time.

    ## How to fix it
    Remove one, or ask something else with it.
    """

    code = "SET005"
    name = "duplicate-question"
    severity = Severity.ERROR
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which planet looks red?
    options: [Venus, Mars, Saturn]
    answer: B
  - question: «Which planet looks red?»
    options: [Mars, Venus, Saturn]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: What does this statement print? `print(1 + 1)`
    options: ["2", "11", "1 + 1"]
    answer: A
  - question: What does this statement print? `print("1" + "1")`
    options: ["2", "11", "1 + 1"]
    answer: B
"""
        ),
    )

    def check(self, document: Document, ctx: Context) -> Iterator[Finding]:
        by_stem: dict[str, list[Question]] = {}
        for question in document.questions:
            if question.stem:
                by_stem.setdefault(collapse(question.stem.value), []).append(question)
        for questions in by_stem.values():
            if len(questions) > 1:
                yield from self._twins(questions, ctx.text)

    def _twins(self, questions: list[Question], text: str) -> Iterator[Finding]:
        first: dict[tuple[int, int], Question] = {}
        for question in questions:
            known = first.setdefault((identity(question), key_digest(question)), question)
            if known is not question and not are_branches(known, question, text):
                yield self.finding(
                    question.stem.span,
                    "this question stands above already; remove one",
                    related=(Related(known.stem.span, "first here"),),
                    route=question.route,
                )
