"""STR002: a field that a native file does not have."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity, problems
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.respelling import respelt
from quizlint.rules.wording import listed, quote
from quizlint.text.nearest import nearest


class UnknownField(Rule):
    """A native file has a field that nobody reads.

    ## Why it matters
    A misspelt field is silently lost: the explanation that an author wrote under `explanaton` is
    shown to nobody.

    ## How to fix it
    Correct the spelling, or remove the field. `tags` and `description` take notes of your own.

    ## References
    - The fields of native files: `quizlint schema quiz` and `quizlint schema cheat-sheet`.
    """

    code = "STR002"
    name = "unknown-field"
    severity = Severity.WARNING
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which string of a violin sounds highest?
    options: [G, D, A, E]
    answer: E
    «explanaton»: The E string is the thinnest.
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which string of a violin sounds highest?
    options: [the G string, the D string, the E string]
    answer: the E string
    explanation: It is the thinnest.
"""
        ),
    )

    def check(self, problem: problems.UnknownField, ctx: Context) -> Iterator[Finding]:
        near = nearest(problem.field, problem.known)
        advice = f"did you mean {near!r}?" if near else f"it has {listed(problem.known)}"
        field = quote(problem.field)
        fix = respelt(problem.span, problem.field, near, ctx) if near else None
        message = f"a {problem.owner} has no field {field}; {advice}"
        yield self.finding(problem.span, message, fix=fix)
