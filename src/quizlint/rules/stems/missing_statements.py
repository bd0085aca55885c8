"""STM009: options combine statements that the stem does not list."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.when import Selected, When
from quizlint.text.patterns import lazy

# A list in lower-case numerals, or one whose numbers Markdown writes.
_COUNTED = lazy(r"(?m)\b(?:ii|2)[.):]\s|^\s*[-*+]\s")
_NUMERAL = lazy(r"\b(?:I{1,3}|IV|VI{0,3})\b")


class MissingStatements(Rule):
    """The options combine numbered statements, and the stem does not list them.

    ## Why it matters
    "I and III only" can be answered by nobody who does not see what I and III are. The list was
    lost, most often on the way from another format.

    ## How to fix it
    Put the numbered statements into the stem; better, ask about one of them at a time.
    """

    code = "STM009"
    name = "missing-statements"
    severity = Severity.WARNING
    when = When.ALONE | When.FIXED
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: «Which of the statements about tides are true?»
    options: [I and II, I and III, II and III]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: >-
      Which of the statements about tides are true? I. The Moon causes them. II. The Sun takes
      part. III. The wind drives them.
    options: [I and II, I and III, II and III]
    answer: A
  - question: Which kings of England were beheaded or deposed?
    options: [Charles I and James II, Henry V and Henry VI, George I and George II]
    answer: A
"""
        ),
    )

    def check(self, question: Selected, _ctx: Context) -> Iterator[Finding]:
        if not any("II" in option.text.value for option in question.options):
            return
        named: set[str] = set()
        combined = 0
        for option in question.options:
            match = _COMBINATION.fullmatch(option.text.plain.strip(" ."))
            if match is not None:
                found = _NUMERAL.findall(match[0])
                combined += len(found) > 1
                named.update(found)
        prose = question.stem.prose
        if not combined or prose.has_media or question.pictured:
            return
        written = question.stem.value.replace("\\n", "\n")  # lines that JSON escaped twice
        listed = set(_NUMERAL.findall(prose.text)) | set(_NUMERAL.findall(written))
        if named.isdisjoint(listed) and not _COUNTED.search(written):
            yield self.finding(
                question.stem.span,
                "the options combine numbered statements that the stem does not list; add them",
            )


def _combination() -> str:
    one = r"\(?(?:I{1,3}|IV|VI{0,3})\)?"
    return (
        rf"(?:(?i:both|only|statements?|neither)\s+)*{one}(?:\s*(?:,|&|and|or|nor|,\s*and)\s*{one})*"
        r"(?:\s+(?i:only|alone))?"
    )


_COMBINATION = lazy(_combination)
