"""OPT020: only the key is marked up."""

import re
from collections.abc import Callable, Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._last import about_others
from quizlint.rules.when import When
from quizlint.rules.wording import letter
from quizlint.text import Text
from quizlint.text.patterns import lazy

_MARKUP = lazy(r"[`*<\[\"“„«]")
_BOLD = lazy(r"\*\*(?=\S)(?:[^*]|\*(?!\*))++\*\*|<(?:b|strong)>")
# In linear time: what is opened anew is not read on from the beginning.
_LINK = lazy(r"\[[^\[\]]++\]\([^()\n]++[()]|<a\s[^<>]*?href", re.IGNORECASE)


class KeyMarkedByFormat(Rule):
    """Only the right answer has code, bold type, a link or a quotation.

    ## Why it matters
    What looks different draws the eye, and authors take most care over the right answer. A learner
    who sees one option in code font need not read the others.

    ## How to fix it
    Mark up all options in the same way, or none.

    ## References
    - Haladyna, Downing and Rodriguez (2002): avoid clues to the right answer.
    """

    code = "OPT020"
    name = "key-marked-by-format"
    severity = Severity.WARNING
    preset = "strict"
    when = When.ONE_BEST | When.ONE_KEY | When.SCORED | When.WHOLE
    fewest_options = 3
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which word opens a loop?
    options: [«"`while`"», loop, begin, again]
    answer: A
"""
        ),
        Example(
            """\
kind: quiz
questions:
  - question: Which metal is liquid at room temperature?
    options: [iron, «"**mercury**"», copper]
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which word opens a loop?
    options: ["`while`", "`loop`", "`begin`"]
    answer: A
  - question: Which metal is liquid at room temperature?
    options: [iron, mercury, "**tin**"]
    answer: B
"""
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        (key,) = question.key.indices
        if not _MARKUP.search(question.options[key].text.value):
            return
        options = question.options
        text = options[key].text
        others = [
            option.text
            for at, option in enumerate(options)
            if at != key and about_others(option, ctx.language) is None
        ]
        if len(others) < 2 or text.prose.has_media:
            return
        for what, has in _KINDS:
            if has(text) and not any(has(other) for other in others):
                if what == "quotation marks" and question.stem.prose.has_code:
                    return  # a string among other values
                yield self.finding(
                    text.span,
                    f"only the key {letter(key)} has {what}; mark up all options alike, or none",
                )
                return


def _has_code(text: Text) -> bool:
    return text.prose.has_code


def _is_bold(text: Text) -> bool:
    return not text.prose.has_code and _BOLD.search(text.value) is not None


def _has_link(text: Text) -> bool:
    return not text.prose.has_code and _LINK.search(text.value) is not None


def _is_quotation(text: Text) -> bool:
    """Whether the whole option stands in quotation marks."""
    plain = text.plain
    return (
        len(plain) > 2
        and (plain[0] + plain[-1] in ('""', "“”", "„“", "«»"))
        and not any(mark in plain[1:-1] for mark in '"“”„«»')
    )


_KINDS: tuple[tuple[str, Callable[[Text], bool]], ...] = (
    ("code", _has_code),
    ("bold type", _is_bold),
    ("a link", _has_link),
    ("quotation marks", _is_quotation),
)
