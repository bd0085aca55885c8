"""PRM004: a prompt that asks for more than two things."""

import re
from collections.abc import Iterator

from quizlint.content import Finding, Prompt, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.text.patterns import lazy

# A verb that sets a task, where an instruction begins.
_TASK = lazy(
    r"(?:^|[.;:?!,]\s+(?:(?:and|then|finally|next|also|lastly)[, ]\s*)?|\b(?:and|then)\s+)"
    r"(?:please\s+|briefly\s+|also\s+|then\s+)?"
    r"(?:explain|describe|compare|contrast|list|name|define|discuss|outline|summari[sz]e|sketch|"
    r"draw|calculate|derive|prove|justify|evaluate|identify|illustrate|state|"
    r"give|provide|propose|suggest|predict|analy[sz]e|classify|distinguish)\b(?!\s*[=:)])",
    re.IGNORECASE,
)
# The end of a question; `???` stands for something left out.
_QUESTION = lazy(r"(?<!\?)\?(?=\s|$)")
# A second question in a sentence, but not the second half of "how and why".
_JOINED_QUESTION = lazy(r"(?<!how )(?<!why )(?<!what )\band\s+(?:why|how|what)\b", re.IGNORECASE)


class SeveralTasks(Rule):
    """A prompt asks for more than two things.

    ## Why it matters
    Learners answer the first part at length and forget the last. A self-check by concepts then
    cannot tell what was not known from what was not read.

    ## How to fix it
    Make a prompt of each task, or ask for the one that needs the others.

    ## References
    - Haladyna and Rodriguez (2013), constructed-response items: say clearly what is asked, one
      task at a time.
    """

    code = "PRM004"
    name = "several-tasks"
    severity = Severity.INFO
    preset = "strict"
    languages = ("en",)
    at_most = Threshold(2, "tasks that a prompt may set")
    bad = (
        Example(
            """\
kind: cheat-sheet
prompts:
  - prompt: «Explain how a lock lifts a boat, compare it with a boat lift and list its parts.»
    concepts: [gates, a chamber]
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
prompts:
  - prompt: Explain in your own words what locks and weirs are and how they work together.
    concepts: [gates, a dam]
  - prompt: Describe a lock that you know. Think of its gates, and use the list of parts.
    concepts: [gates, a chamber]
"""
        ),
    )

    def check(self, prompt: Prompt, _ctx: Context) -> Iterator[Finding]:
        text = prompt.prompt.prose.wording
        if len(text) < 40:  # three tasks take more than that
            return
        patterns = (_TASK, _QUESTION, _JOINED_QUESTION)
        tasks = sum(sum(1 for _ in pattern.finditer(text)) for pattern in patterns)
        if tasks > self.at_most:
            yield self.finding(
                prompt.prompt.span,
                f"this prompt asks for {tasks} things at once; make a prompt of each",
            )
