"""STR017: a checkbox that Markdown does not take for one."""

import unicodedata
from collections.abc import Iterator

from quizlint.content import Edit, Finding, Fix, Severity, problems
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import quote


class MalformedCheckbox(Rule):
    """A checkbox is written in a way that Markdown readers do not recognise.

    ## Why it matters
    `- []` and `-[x]` are shown as they stand, brackets and all. The option vanishes from the quiz,
    and if it was the key, the question has none.

    ## How to fix it
    Write `- [ ] ` or `- [x] `: dash, space, bracket, one space or `x`, bracket, space.

    ## References
    - GitHub Flavored Markdown, section 5.3: task list items.
    """

    code = "STR017"
    name = "malformed-checkbox"
    severity = Severity.ERROR
    bad = (
        Example(
            """\
---
kind: quiz
---

## Questions

### Which bird runs fastest?

- [ ] The swift
«- []» The robin
- [x] The ostrich
""",
            name="example.quiz.md",
        ),
    )
    good = (
        Example(
            """\
---
kind: quiz
---

## Questions

### Which bird runs fastest?

- [ ] The swift
- [ ] The robin
- [x] The ostrich
""",
            name="example.quiz.md",
        ),
    )

    def check(self, problem: problems.MalformedCheckbox, _ctx: Context) -> Iterator[Finding]:
        fixed = problem.fixed
        fix = Fix((Edit(problem.span, fixed),)) if fixed else None
        advice = f"write {quote(fixed)}" if fixed else "write '- [ ]' or '- [x]'"
        if fixed == problem.written + " ":
            advice = "put a space behind ]"
        sign = next((each for each in problem.written if _looks_latin(each)), "")
        if sign:
            advice = f"its {sign} is {_called(sign)}, no Latin x"
        written = quote(problem.written)
        yield self.finding(problem.span, f"{written} is no checkbox to Markdown; {advice}", fix=fix)


def _looks_latin(sign: str) -> bool:
    """Whether a letter is of another alphabet, and drawn as a Latin x may be."""
    return sign.isalpha() and not unicodedata.name(sign, "").startswith("LATIN")


def _called(sign: str) -> str:
    """A letter by its alphabet: a Cyrillic letter."""
    alphabet = unicodedata.name(sign, "another").split()[0].capitalize()
    return f"a {alphabet} letter"
