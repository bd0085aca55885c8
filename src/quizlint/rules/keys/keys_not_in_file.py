"""KEY018: a document without any keys."""

from collections.abc import Iterator

from quizlint.content import Document, Finding, Related, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.keys._slips import slip_in


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

    def check(self, document: Document, ctx: Context) -> Iterator[Finding]:
        if not document.keys_elsewhere or not document.questions:
            return
        first = document.questions[0]
        route = document.route or first.route
        slip = slip_in(ctx.text, first.span)
        message = "this document says of no question which answer is right"
        if slip is not None:
            where, meant = slip
            written = ctx.text[slice(*where)]
            message += f"; did you mean {meant!r} by {written!r}?"
            note = Related(where, f"is this {meant!r}?")
            found = self.finding(first.stem.span, message, related=(note,), route=route)
            yield found._replace(severity=Severity.ERROR)
        else:
            if document.sidecar:
                message += f"; {document.sidecar} beside it could supply them"
            yield self.finding(first.stem.span, message, route=route)
