"""PRM001: a self-check without its concepts."""

from collections.abc import Iterator

from quizlint.content import Finding, Prompt, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context


class MissingConcepts(Rule):
    """A prompt announces a self-check by concepts, and lists none.

    ## Why it matters
    "You got 3 of 4 concepts" cannot be checked by a learner who is not told the four.

    ## How to fix it
    List under `concepts` what a good answer names.
    """

    code = "PRM001"
    name = "missing-concepts"
    severity = Severity.WARNING
    bad = (
        Example(
            """\
---
kind: cheat-sheet
---

## Prompts

### Explain in your own words how a canal lock lifts a boat.

**Hint:** Think of the water levels.

**Concepts («4»):**
""",
            name="example.sheet.md",
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
prompts:
  - prompt: Explain in your own words how a canal lock lifts a boat.
    hint: Think of the water levels.
    concepts: [two gates, a chamber, water flowing in by its own weight]
"""
        ),
    )

    def check(self, prompt: Prompt, _ctx: Context) -> Iterator[Finding]:
        announced = prompt.stated_span is not None
        if announced and not prompt.concepts:
            count = f"{prompt.stated_concepts} " if prompt.stated_concepts else ""
            yield self.finding(
                prompt.stated_span or prompt.prompt.span,
                f"the self-check counts {count}concepts, and none is listed; list them",
            )
