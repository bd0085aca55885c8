"""PRM002: stated and listed concepts differ in number."""

from collections.abc import Iterator

from quizlint.content import Finding, Prompt, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context


class ConceptCount(Rule):
    """A prompt states another number of concepts than it lists.

    ## Why it matters
    The learner looks for a concept that is not there, or never learns of the one too many.

    ## How to fix it
    Correct the number, or the list.
    """

    code = "PRM002"
    name = "concept-count"
    severity = Severity.ERROR
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

- two gates
- a chamber
- water flowing in by its own weight
""",
            name="example.sheet.md",
        ),
    )
    good = (
        Example(
            """\
---
kind: cheat-sheet
---

## Prompts

### Explain in your own words how a canal lock lifts a boat.

**Hint:** Think of the water levels.

**Concepts (3):**

- two gates
- a chamber
- water flowing in by its own weight
""",
            name="example.sheet.md",
        ),
    )

    def check(self, prompt: Prompt, _ctx: Context) -> Iterator[Finding]:
        stated, listed = prompt.stated_concepts, len(prompt.concepts)
        if stated is not None and listed and stated != listed:
            yield self.finding(
                prompt.stated_span or prompt.prompt.span,
                f"{stated} concepts are stated and {listed} listed; correct one",
            )
