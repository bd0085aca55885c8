"""STR001: the file does not parse."""

from collections.abc import Iterator

from quizlint.content import Finding, Problem, ProblemKind, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context


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
    problems = (
        ProblemKind.SYNTAX,
        ProblemKind.TOO_DEEP,
        ProblemKind.TOO_LARGE,
        ProblemKind.ALIASES,
        ProblemKind.ARCHIVE,
    )
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

    def check(self, problem: Problem, _ctx: Context) -> Iterator[Finding]:
        yield self.finding(problem.span, self._message(problem))

    @staticmethod
    def _message(problem: Problem) -> str:
        data = problem.data
        match problem.kind:
            case ProblemKind.TOO_DEEP:
                return f"nested more than {data['limit']} levels deep; nothing below is read"
            case ProblemKind.TOO_LARGE:
                size, limit = (f"{int(str(data[k])) // 1_000_000} MB" for k in ("size", "limit"))
                return f"the file has {size}, more than the {limit} that are read; split it"
            case ProblemKind.ALIASES:
                return f"more {data['of']} than the {data['limit']} that are read; write values out"
        return str(data["message"])
