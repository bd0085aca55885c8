"""STR010: a text that YAML tools turn into something else."""

from collections.abc import Iterator

from quizlint.content import Edit, Finding, Fix, Problem, ProblemKind, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context


class ChangedByYaml(Rule):
    """A text without quotes that many YAML tools read as something else.

    ## Why it matters
    YAML turns some unquoted words into truth values, numbers or times: `No` is shown to learners as
    `false`, `1.50` as `1.5`, `012` as `10`. quizlint reads what was written; the program that shows
    the quiz may not.

    ## How to fix it
    Put the text in quotes. The fix does just that.

    ## References
    - YAML 1.1, types bool, int, float and sexagesimal; YAML 1.2.2, section 10.3 (core schema).
    """

    code = "STR010"
    name = "changed-by-yaml"
    severity = Severity.WARNING
    problems = (ProblemKind.CHANGED_BY_YAML,)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Is the tomato a vegetable in the botanical sense?
    options: [«No», "Yes"]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: How many legs has a beetle?
    options: [4, 6, 8]
    answer: B
"""
        ),
    )

    def check(self, problem: Problem, _ctx: Context) -> Iterator[Finding]:
        value, becomes = str(problem.data["value"]), problem.data["becomes"]
        if becomes == "null":
            becomes = "nothing at all"
        yield self.finding(
            problem.span,
            f"a YAML tool may show {value} as {becomes}; put it in quotes",
            fix=Fix((Edit(problem.span, f'"{value}"'),)),
        )
