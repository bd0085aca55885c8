"""STR001: the file does not parse."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity, problems
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.words import said

Unreadable = (
    problems.Syntax
    | problems.TooDeep
    | problems.TooLarge
    | problems.TooManyAliases
    | problems.BrokenArchive
)


class BrokenSyntax(Rule):
    """The file cannot be read at this place.

    ## Why it matters
    What stands here breaks the rules of the file's format, so programs refuse the file or read
    something else than was meant. The parts that could be read before and after it are checked all
    the same.

    ## How to fix it
    Mend the place the message names. In YAML most of these are a text that needs quotes, because it
    holds a colon followed by a space or begins with a special character, or lines that are not
    indented alike.

    ## References
    - YAML 1.2.2, chapters 6 and 7; RFC 8259 (JSON); TOML 1.0.
    """

    code = "STR001"
    name = "syntax-error"
    severity = Severity.ERROR
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What does a lens do?
    back: It bends light.
  - front: «"»What does a mirror do?
    back: It throws light back.
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: "Ratio: what does 2:1 mean?"
    back: Two parts of one thing to one part of another.
"""
        ),
    )

    def check(self, problem: Unreadable, _ctx: Context) -> Iterator[Finding]:
        yield self.finding(problem.span, _message(problem))


def _message(problem: Unreadable) -> str:
    match problem:
        case problems.TooDeep(limit=limit):
            return f"nested more than {limit} levels deep; nothing below is read"
        case problems.TooLarge():
            size, limit = problem.size // 1_000_000, problem.limit // 1_000_000
            return f"the file has {size} MB, more than the {limit} MB that are read; split it"
        case problems.TooManyAliases(limit=limit):
            what = "characters behind aliases" if problem.expanded else "aliases"
            return f"more {what} than the {limit} that are read; write values out"
        case problems.BrokenArchive():
            return said(problem.told)
    times = f" ({problem.times} times in this file)" if problem.times > 1 else ""
    end = "; nothing behind it could be read" if problem.last else ""
    return said(problem.told) + times + end
