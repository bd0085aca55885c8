"""KEY017: a calculated or measured number that must be typed exactly."""

import re
from collections.abc import Iterator

from quizlint.content import Finding, Interaction, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.when import Typed, When
from quizlint.rules.wording import quote
from quizlint.text import Text
from quizlint.text.patterns import lazy

_DIGITS = lazy(r"\s*[-+−]?\d*(?:[.,](?P<decimals>\d+))?(?:[eE][-+]?\d+)?(?:\s*:\s*0*)?\s*$")
# What asks for a number that is no count.
_RECKONED = lazy(
    r"\b(?:calculate|approximate(?:ly)?|estimate|roughly|measure|about\s+how)\b", re.IGNORECASE
)
# What tells how exact an answer must be.
_PRECISION = lazy(
    r"\b(?:round\w*|decimals?|significant|nearest|precis\w+|exact(?:ly)?|accura\w+|digits?|"
    r"whole\s+number|integer|hundredths?|tenths?|thousandths?|places)\b|\.0*1\b|[#.]\.?##",
    re.IGNORECASE,
)


class NumericWithoutTolerance(Rule):
    """A calculated or measured number has no tolerance, and the stem asks for no precision.

    ## Why it matters
    The program takes one number and no other. Who rounds once more, or once less, on the way has
    understood everything and gets nothing.

    ## How to fix it
    Give a tolerance (GIFT `9.81:0.05`, Moodle `<tolerance>`, Open edX `<responseparam>`), or say in
    the stem how to round: "to two decimal places".

    ## References
    - MoodleDocs, Numerical question type: accepted error.
    """

    code = "KEY017"
    name = "numeric-without-tolerance"
    severity = Severity.WARNING
    preset = "strict"
    decimals = Threshold(2, "decimal places from which a number counts as calculated or measured")
    when = When.FIXED
    bad = (
        Example(
            """\
::fall:: What is the acceleration of a stone near the ground, in m/s²? {#«9.81»}

::boil:: Calculate the boiling point of the solution in °C. {#«104:0»}
""",
            name="example.gift",
        ),
    )
    good = (
        Example(
            """\
::fall:: What is the acceleration of a stone near the ground, in m/s²? {#9.81:0.05}

::rounded:: What is the circumference in metres, to two decimal places? {#6.28}

::count:: How many sides does a hexagon have? {#6}

::half:: What is the probability of heads? {#0.5}
""",
            name="example.gift",
        ),
    )

    def check(self, question: Typed, _ctx: Context) -> Iterator[Finding]:
        if question.interaction is not Interaction.NUMERIC:
            return
        responses = [each for each in question.responses if each.correct and each.text]
        if any(each.tolerance for each in responses):
            return
        texts = [each.text for each in responses] or [each.text for each in question.key.written]
        exact = next((text for text in texts if self._is_exact(text)), None)
        stem = question.stem.plain
        if exact is None and texts and _RECKONED.search(stem) is not None:
            exact = texts[0] if _DIGITS.match(texts[0].value) is not None else None
        if exact is None or len(texts) > 2 or _PRECISION.search(stem) is not None:
            return
        yield self.finding(
            exact.span,
            f"only {quote(exact.value)} is right, to the last digit; give a tolerance, or say in "
            "the stem how to round",
        )

    def _is_exact(self, text: Text) -> bool:
        """Whether a number has so many decimals that it was calculated or measured."""
        number = _DIGITS.match(text.value)
        return number is not None and len(number["decimals"] or "") >= self.decimals
