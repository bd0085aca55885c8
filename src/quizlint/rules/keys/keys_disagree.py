"""KEY012: two places state different keys."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity, problems
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context

PLACES = {
    problems.KeyPlace.MARKDOWN_ATTRIBUTE: "the markdown attribute",
    problems.KeyPlace.SOLUTION_LIST: "the list of the solution",
}


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

    def check(self, problem: problems.KeysDisagree, _ctx: Context) -> Iterator[Finding]:
        here, there, place = problem.here, problem.there, problem.place
        if place is None:
            message = f"the answer says {here}, and the options marked as right say {there}"
        else:
            place = PLACES[place] if isinstance(place, problems.KeyPlace) else place
            message = f"the key is {here} here and {there} in {place}; mend one"
        yield self.finding(problem.span, message)
