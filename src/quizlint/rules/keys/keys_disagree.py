"""KEY012: two places state different keys."""

from collections.abc import Iterator

from quizlint.content import Finding, Problem, ProblemKind, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context


class KeysDisagree(Rule):
    """The key stands in two places, and they disagree.

    ## Why it matters
    One of the two is used to mark learners, and nobody can tell from here which.

    ## How to fix it
    Find out which is right, mend the other, and keep the key in one place if you can.
    """

    code = "KEY012"
    name = "keys-disagree"
    severity = Severity.ERROR
    problems = (ProblemKind.KEYS_DISAGREE,)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - id: magnetic
    question: Which of these metals is magnetic?
    options: [iron, copper, silver]
    answer: «A»
""",
            name="example.quiz.yaml",
            files={"example.answers.yaml": "magnetic: B\n"},
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - id: magnetic
    question: Which of these metals is magnetic?
    options: [iron, copper, silver]
    answer: A
""",
            files={"example.answers.yaml": "magnetic: A\n"},
        ),
    )

    def check(self, problem: Problem, _ctx: Context) -> Iterator[Finding]:
        data = problem.data
        here, there = data["here"], data["there"]
        if data["sidecar"]:
            message = f"the key is {here} here and {there} in {data['sidecar']}; mend one"
        else:
            message = f"the answer says {here}, and the options marked as right say {there}"
        yield self.finding(problem.span, message)
