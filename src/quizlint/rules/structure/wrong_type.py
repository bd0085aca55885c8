"""STR004: a value of the wrong kind."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity, problems
from quizlint.content.problems import Expected
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.respelling import respelt
from quizlint.rules.wording import quote
from quizlint.text.nearest import nearest

EXPECTED = {
    Expected.TEXT: "text",
    Expected.LIST: "list",
    Expected.TEXT_OR_LIST: "text or list",
    Expected.MAPPING: "mapping",
    Expected.NUMBER: "number",
    Expected.NUMBER_OF_MOODLE: "a number (Moodle accepts any answer else)",
    Expected.TRUTH: "true or false",
}


class WrongType(Rule):
    """A field holds another kind of value than it should.

    ## Why it matters
    A reader that expects a list and meets a text, or expects true and meets `frue`, guesses or
    stops; the learner sees a broken question.

    ## How to fix it
    Write the kind of value that the message names.
    """

    code = "STR004"
    name = "wrong-type"
    severity = Severity.ERROR
    supersedes = ("STR008", "KEY001")
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which two colours make green?
    options: «blue and yellow»
    answer: blue and yellow
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which two colours make green?
    options: [blue and yellow, red and yellow, blue and red]
    answer: blue and yellow
"""
        ),
    )

    def check(self, problem: problems.WrongType, ctx: Context) -> Iterator[Finding]:
        expected = problem.expected
        if expected is Expected.TEXT and problem.found == "mapping" and problem.value:
            yield self.finding(
                problem.span,
                "a colon with a space behind it makes this a field and its value; put the text in "
                "quotes",
            )
            return
        wanted = EXPECTED[expected] if isinstance(expected, Expected) else _any_of(expected)
        value = f" {quote(problem.value)}" if problem.value else ""
        near = nearest(problem.value, _words_of(expected)) if problem.value else None
        yield self.finding(
            problem.span,
            f"{problem.field!r} should be {wanted}, but is {problem.found}{value}",
            fix=respelt(problem.span, problem.value, near, ctx) if near else None,
        )


def _words_of(expected: Expected | tuple[str, ...]) -> tuple[str, ...]:
    """The words that a value may be, where it may not be any."""
    if expected is Expected.TRUTH:
        return ("true", "false")
    return () if isinstance(expected, Expected) else expected


def _any_of(words: tuple[str, ...]) -> str:
    return (" or " if len(words) == 2 else ", ").join(words)
