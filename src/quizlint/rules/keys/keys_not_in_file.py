"""KEY018: a document without any keys."""

from collections.abc import Iterator

from quizlint.content import Document, Finding, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context


class KeysNotInFile(Rule):
    """None of a document's questions has a key.

    ## Why it matters
    A captured page shows the questions and not the answers, so nothing about the key can be
    checked: whether there is one, whether it is always the longest option, whether it sits at B.

    ## How to fix it
    Put the answers into the file that the message names, beside this one: a list with one letter a
    question, `- A`, in order.
    """

    code = "KEY018"
    name = "keys-not-in-file"
    severity = Severity.INFO
    bad = (
        Example(
            """\
# A survey, or a quiz whose answers are kept elsewhere.
questions:
  - q: «Which of these metals is magnetic?»
    choices: [iron, copper, silver]
  - q: Which of these metals is liquid in a warm room?
    choices: [gallium, mercury, tin]
""",
            name="example.yaml",
        ),
    )
    good = (
        Example(
            """\
questions:
  - q: Which of these metals is magnetic?
    choices: [iron, copper, silver]
  - q: Which of these metals is liquid in a warm room?
    choices: [gallium, mercury, tin]
""",
            name="example.yaml",
            files={"example.answers.yaml": "- A\n- B\n"},
        ),
    )

    def check(self, document: Document, _ctx: Context) -> Iterator[Finding]:
        if document.keys_elsewhere and document.questions:
            first = document.questions[0]
            hint = f"; {document.sidecar} beside it could supply them" if document.sidecar else ""
            yield self.finding(
                first.stem.span,
                f"this document says of no question which answer is right{hint}",
                route=document.route or first.route,
            )
