"""STR024: what looks like a question and was not read."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity, problems
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import listed, quote

SHAPES = {
    "options": (
        "these options follow no question that can be told",
        "put the question on the line above them, and the right answer in a line under them",
    ),
    "keyless": (
        "nothing says which of these options is right",
        "write 'Answer:' and its letter under them, or mark it",
    ),
    "answer": (
        "this answer follows no options",
        "put the question and its options above it, each option in a line of its own",
    ),
    "stem": (
        "nothing under it can be options or an answer",
        "write each option in a line of its own and mark the right one, or write 'Answer:' below",
    ),
    "key": (
        "no question with options was read to which this key belongs",
        "give each question the number that its key has",
    ),
}
"""What does not fit, and how to write it, by what was seen in Markdown."""

FIELDS = {
    "field": ("no field {names} is known", "write {known}"),
    "member": (
        "a member of {fields} is no text",
        "write each option as a text, or with the fields 'text' and 'correct'",
    ),
    "bare": (
        "its options stand under the question itself",
        "put it into a field 'question', and 'options' and 'answer' beside it",
    ),
    "few": ("{fields} has fewer than two options", "write each option as a member of its own"),
    "computed": (
        "a program makes what stands in {fields}",
        "write the text itself there, for programs are read and not run",
    ),
    "unkeyed": (
        "no field says which option is right",
        "name it in a field 'answer'; opinions belong into a file called survey",
    ),
    "unmatched": (
        "{fields} names none of the options",
        "write the text, the letter or the number of the right one there",
    ),
}
"""The same of an entry with the fields of a question."""


class UnreadQuestion(Rule):
    """Something looks like a question, and could not be read as one.

    ## Why it matters
    What is not read is not checked, and a program that takes the file leaves it out too. The rest
    of the file may be faultless: nothing else tells that a question is missing.

    It is an error in a file that says it is a quiz, by its name or its `kind`, and a warning in any
    other.

    ## How to fix it
    Write the question like those around it: a stem, each option in a line of its own, and the right
    answer marked in one way. If it is no question, suppress the finding.
    """

    code = "STR024"
    name = "unread-question"
    severity = Severity.ERROR
    bad = (
        Example(
            """\
---
kind: quiz
---

«Answer: B»

### Which gas do plants take in?

- [ ] Oxygen
- [x] Carbon dioxide
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

### Which gas do plants take in?

- [ ] Oxygen
- [x] Carbon dioxide

### Which gas do plants give off?

A) Nitrogen
B) Oxygen

Answer: B
""",
            name="example.quiz.md",
        ),
    )

    def check(self, problem: problems.UnreadQuestion, _ctx: Context) -> Iterator[Finding]:
        why, advice = _reason(problem)
        count = problem.count
        what = "this looks like a question and was not read"
        if count != 1:
            what = f"this and {count - 1:,} more look like questions and were not read"
        finding = self.finding(problem.span, f"{what}: {why}; {advice}")
        yield finding if problem.claimed else finding._replace(severity=Severity.WARNING)


def _reason(problem: problems.UnreadQuestion) -> tuple[str, str]:
    """What does not fit, and how to write it."""
    shape = problem.shape
    if shape in SHAPES:
        return SHAPES[shape]
    why, advice = FIELDS[shape]
    fields, known = list(map(quote, problem.fields)), list(map(quote, problem.known))
    why = why.format(fields=listed(fields), names=listed(fields, "or"))
    return why, advice.format(known=listed(known))
