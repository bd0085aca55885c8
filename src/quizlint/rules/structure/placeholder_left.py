"""STR014: template text that nobody replaced."""

import re
from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import quote
from quizlint.text import Text
from quizlint.text.patterns import lazy

LONGEST = 60
"""Characters beyond which a text says more than a placeholder does."""

_PLACEHOLDER = lazy(
    r"""[\W_]*(?:
    todo|tbd|tba|tbc|fixme|xxx+|placeholder|change\s?me|fill\s(?:this|me)\sin
    |\?{3,}
    |lorem\sipsum\b.*
    |(?:insert|enter|type|add|write|put)\s(?:the\s|your\s|a\s|an\s)?
        (?:question|answer|option|text|explanation|distractor|stem)(?:\s(?:text|here|\d+))*
    |(?:your|sample|example|dummy)\s(?:question|answer|option|text)(?:\s(?:here|\d+))*
    |(?:option|answer|choice|distractor|wrong\sanswer|question)\s(?:[a-h]|\d+)
    |new\squestion
    )[\W_]*""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


class PlaceholderLeft(Rule):
    """A text is still the template's: TODO, lorem ipsum, "Option A".

    ## Why it matters
    The learner is shown a note that the author wrote to themselves.

    ## How to fix it
    Write the text, or take the item out until it is written.
    """

    code = "STR014"
    name = "placeholder-left"
    severity = Severity.ERROR
    supersedes = ("STR020", "STM001", "CRD006", "OPT021", "OPT022")
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which layer of the Earth is liquid?
    options:
      - the inner core
      - the outer core
      - «TODO»
    answer: the outer core
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which word marks unfinished work in source code?
    options: ["`TODO`", "`DONE`", "`NOTE`"]
    answer: A
"""
        ),
    )

    def check(self, text: Text, ctx: Context) -> Iterator[Finding]:
        value = text.value
        if len(value) > LONGEST and value[:11].lower() != "lorem ipsum":
            return
        if "`" not in value and _PLACEHOLDER.fullmatch(value) and not _means_it(text, ctx):
            yield self.finding(text.span, f"{quote(value)} is a placeholder; write what is meant")


def _means_it(text: Text, ctx: Context) -> bool:
    """Whether the options merely point to things labelled in a figure: "Option A", "Option B" …

    A learner who is shown four labelled figures chooses among exactly such texts.
    """
    for question in ctx.document.questions:
        if any(option.text is text for option in question.options):
            alike = [_is_label(option.text.value) for option in question.options]
            return all(alike) and _shows_something(question)
    return False


def _is_label(value: str) -> bool:
    return re.fullmatch(r"\w+\s(?:[A-Ha-h]|\d+)\W*", value.strip()) is not None


def _shows_something(question: Question) -> bool:
    prose = question.stem.prose
    return prose.has_media or prose.has_code or question.stimulus is not None
