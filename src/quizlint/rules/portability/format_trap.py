"""FMT001: something that the target system will silently misread."""

from collections.abc import Iterator

from quizlint.content import Edit, Finding, Fix, Safety, Severity, problems
from quizlint.content.causes import Cause
from quizlint.content.causes.aiken import Aiken
from quizlint.content.causes.gift import Gift
from quizlint.content.causes.platform import Platform
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.words import said

LOST: frozenset[Cause] = frozenset(
    {
        Aiken.ANSWER_WORD,
        Aiken.LABEL,
        Aiken.OPTION_LINES,
        Aiken.SMALL_LETTER,
        Gift.IN_CATEGORY,
        Gift.IN_QUESTION_BEFORE,
        Platform.BLACKBOARD_FLAG,
        Platform.BLACKBOARD_TRUTH,
        Platform.BLACKBOARD_TYPE,
        Platform.BRIGHTSPACE_SHARE,
        Platform.BRIGHTSPACE_TYPE,
        Platform.H5P_NO_GAP,
        Platform.H5P_TAG_IN_GAP,
        Platform.PL_ALL_OF_FEW,
        Platform.QTI_CHOICE_TWICE,
        Platform.QTI_NO_LABEL,
    }
)
"""What makes the target system drop a question, or its key: an error; else it is a warning."""


class FormatTrap(Rule):
    """The system that imports this file will read something else than the author meant.

    ## Why it matters
    Formats that people type by hand give single characters a meaning: an `=` inside a GIFT option
    begins another right answer, `{true}` in small letters is a short answer and no true/false
    question, a second line before the options of an Aiken question throws the first away. The
    import succeeds without a word, and learners meet a broken question, or never meet it: where
    the system drops the question or its key, the finding is an error.

    ## How to fix it
    Write it as the message says: mostly a backslash before the character, or the word in the form
    that the format demands.

    ## References
    - Moodle's documentation of the GIFT and Aiken formats, and its importers' behaviour.
    """

    code = "FMT001"
    name = "format-trap"
    severity = Severity.WARNING
    bad = (
        Example(
            """\
::water:: Water boils at 100 degrees Celsius at sea level. {«true»}
""",
            name="example.gift",
        ),
    )
    good = (
        Example(
            """\
::water:: Water boils at 100 degrees Celsius at sea level. {TRUE}
""",
            name="example.gift",
        ),
    )

    def check(self, problem: problems.FormatTrap, _ctx: Context) -> Iterator[Finding]:
        fix = None
        if problem.fixed is not None:
            safety = Safety.SAFE if problem.safe else Safety.UNSAFE
            fix = Fix((Edit(problem.span, problem.fixed),), safety)
        severity = Severity.ERROR if problem.told.cause in LOST else None
        found = self.finding(problem.span, said(problem.told), fix=fix)
        yield found._replace(severity=severity)
