"""STM001: a stem that asks nothing."""

import re
from collections.abc import Iterator
from functools import cache

from quizlint.content import Confidence, Finding, Question, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context


class UnfocusedStem(Rule):
    """The stem asks nothing: it is neither a question nor a statement to complete.

    ## Why it matters
    A learner should be able to answer before looking at the options. A stem that only names a
    subject makes them read every option to find out what is asked, and reading is then what is
    measured.

    ## How to fix it
    Ask a question: what about the subject should the learner know?

    ## References
    - Haladyna, Downing and Rodriguez (2002): put the central idea into the stem.
    - NBME Item-Writing Guide (2020), the "cover the options" rule.
    """

    code = "STM001"
    name = "unfocused-stem"
    severity = Severity.WARNING
    confidence = Confidence.MEDIUM
    languages = ("en",)
    most_words = Threshold(4, "words up to which a stem that is no sentence counts as a mere topic")
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: «The water cycle»
    options:
      - It is driven by the Sun.
      - It is driven by the Moon.
      - It is driven by the wind.
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: The water cycle is driven by
    options: [the Sun, the Moon, the wind]
    answer: A
  - question: "Capital of Australia:"
    options: [Canberra, Sydney, Perth]
    answer: A
  - question: Name the process by which water turns into vapour.
    options: [condensation, evaporation, sublimation]
    answer: B
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        prose = question.stem.prose
        if not question.selected or prose.has_code or prose.has_media or prose.has_math:
            return
        if question.stimulus is not None or not prose.text:
            return
        if self._asks_nothing(prose.text, len(prose.words), question):
            yield self.finding(
                question.stem.span,
                "the stem asks nothing that could be answered without the options; make it a "
                "question",
            )

    def _asks_nothing(self, text: str, words: int, question: Question) -> bool:
        if _ASKING.search(text) or (text[-1] != "." and words > self.most_words):
            return False
        if text[-1] == ".":
            return not _command().search(text) and _options_are_sentences(question)
        return _options_are_sentences(question)


# Anything that leaves something open: a question, a blank, a colon, a statement to continue.
_ASKING = re.compile(
    r"[?？:…]|_{2,}|\.{3}|\[\s*\]|[-–—,]$|\b(?:is|are|was|were|of|to|by|the|an?|in)$"
)


@cache
def _command() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:which|what|who|whom|whose|where|when|why|how|choose|select|pick|identify|find|name|"
        r"give|state|determine|calculate|compute|solve|evaluate|simplify|complete|fill|match|mark|"
        r"order|arrange|indicate|decide|tell|explain|define|describe|list|predict|estimate|"
        r"translate|correct|true\s+or\s+false|consider|suppose|assume|read|look)\b",
        re.IGNORECASE,
    )


def _options_are_sentences(question: Question) -> bool:
    """Whether the options say something by themselves, so that they cannot complete the stem."""
    plain = [option.text.prose for option in question.options]
    return bool(plain) and all(
        len(prose.words) >= 3 and prose.text[:1].isupper() and prose.text[-1:] in ".!"
        for prose in plain
    )
