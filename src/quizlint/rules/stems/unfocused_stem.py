"""STM001: a stem that asks nothing."""

import re
from collections.abc import Iterator

from quizlint.content import Confidence, Finding, Question, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.options._last import comes_last
from quizlint.text import Prose
from quizlint.text.patterns import lazy

# A question that stops before it says what it asks for.
_BROKEN_OFF = lazy(
    r"(?:\A|(?<=\s))(?:What|Who|Where|When|How|Why)\s+(?:can|could|would|should|is|"
    r"are|was|were|do|does|did|might|may|will|must)\b[^?:_]*\s(?:be|the|an?)\s*\Z"
)
_OPEN = lazy(
    r"\b(?:which|what|who|whom|whose|where|when|why|how)\b|[:…]|\.{3}|\[\s*\]", re.IGNORECASE
)
# Anything that leaves something open: a colon, a dash, a statement to continue.
_COMPLETABLE = lazy(
    r"[?？:…]|_{2,}|\.{3}|\[\s*\]|[-–—,]$|\b(?:is|are|was|were|of|to|by|the|an?|in)$"
)
_ASKS_OR_TELLS = lazy(
    r"\b(?:which|what|who|whom|whose|where|when|why|how|choose|select|pick|identify|find|name|"
    r"give|state|determine|calculate|compute|solve|evaluate|simplify|complete|fill|match|mark|"
    r"order|arrange|indicate|decide|tell|explain|define|describe|list|predict|estimate|"
    r"translate|correct|true\s+or\s+false|consider|suppose|assume|read|look)\b",
    re.IGNORECASE,
)
# An answer that says something of the topic: "is a …", "It has …".
_PREDICATE = lazy(
    r"(?:\W|(?:it|they|he|she|these|this|there)\s)*(?:is|are|was|were|has|have|had|does|do|did|can|"
    r"could|will|would|may|might|must|consists?|contains?|occurs?|began|refers?|means?|"
    r"includes?)(?:n['’]t)?\s+\w",
    re.IGNORECASE,
)


class UnfocusedStem(Rule):
    """The stem asks nothing: it is neither a question nor a statement to complete.

    ## Why it matters
    A learner should be able to answer before looking at the options. A stem that only names a
    subject, or only asks which statement is true, makes them read every option to find out what is
    asked, and reading is then what is measured.

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
        Example(
            """\
kind: quiz
questions:
  - question: «Which of the following statements is true?»
    options: [Iron floats on mercury., Mercury floats on water., Water floats on oil.]
    answer: A
  - question: «The heart has four chambers. Choose the most correct answer from the following.»
    options: [Its left side is stronger., Its right side is stronger., Both sides are equal.]
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
  - question: Which statement about the water cycle is true?
    options: [The Sun drives it., The Moon drives it., Earthquakes drive it.]
    answer: A
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        text = question.stem.value
        if not question.selected or (text[-1:] in "?" and len(text) > LONGEST_GENERIC):
            return
        prose = question.stem.prose
        if not prose.text or prose.has_code or prose.has_media or prose.has_math:
            return
        if question.stimulus is not None or "\n" in text.strip() or len(text) > LONGEST:
            return
        if self._asks_nothing(prose, question):
            yield self.finding(
                question.stem.span,
                "the stem asks nothing that could be answered without the options; make it a "
                "question about one thing",
            )

    def _asks_nothing(self, prose: Prose, question: Question) -> bool:
        text = prose.text
        if len(text) <= LONGEST_GENERIC and _GENERIC_QUESTION.fullmatch(text):
            return True
        if "?" in text or "__" in text:
            return False
        start = prose.sentences[-1][0] if prose.sentences else 0
        if _EMPTY_COMMAND.search(text, start):
            return not _OPEN.search(text, 0, start)
        if _BROKEN_OFF.search(text, start):
            return True
        if len(prose.words) <= self.most_words + 2 and _is_topic(prose, question):
            return True
        if len(prose.words) > self.most_words and text[-1] != ".":
            return False
        if _COMPLETABLE.search(text) or _ASKS_OR_TELLS.search(text):
            return False
        return _options_are_sentences(question)


LONGEST = 2000
"""Characters beyond which a stem is a passage, in which anything may be asked."""

LONGEST_GENERIC = 80
"""Characters of the longest question that asks for "the true statement" and nothing more."""


def _generic_question() -> str:
    """A question for the true statement, without a word about what."""
    noun = r"(?:\s+(?:statements?|sentences?|options?|answers?|claims?|assertions?|ones?))?"
    verdict = (
        r"(?:not\s+)?(?:true|false|correct|incorrect|right|wrong|accurate|valid|the\s+correct\s+"
        r"(?:answer|option|statement))"
    )
    return (
        rf"(?:which|what)(?:\s+(?:one\s+)?of\s+(?:the\s+following|these|the\s+below|the))?(?:\s+\w+)??"
        rf"{noun}(?:\s+below|\s+given|\s+listed)?\s+(?:is|are)\s+(?:\(are\)\s+)?{verdict}\s*[?:.]*"
    )


_GENERIC_QUESTION = lazy(_generic_question, re.IGNORECASE)


def _empty_command() -> str:
    """A last sentence that tells to choose or read, without a word about what for."""
    of_these = (
        r"(?:\s+(?:from|of|among|out\s+of|in)?\s*(?:the\s+)?"
        r"(?:following|below|list|options?|these)\b[\w\s]{0,20})?"
    )
    return (
        r"\b(?:choose|select|pick|mark|identify|find)\s+(?:the\s+)?(?:one\s+)?(?:most\s+|single\s+|best\s+)*"
        r"(?:correct|right|true|appropriate|best|accurate|suitable|false|incorrect)?\s*"
        rf"(?:answers?|options?|statements?|responses?|choices?|one){of_these}\s*[.:]?$"
        r"|\b(?:consider|read|look\s+at)\s+(?:the|these|those)\s+[\w\s]{0,20}\b(?:statements?|options?|claims?|sentences?)"
        r"(?:\s+(?:shown|given|listed|below|carefully|about\s+\w+))*\s*[.:]?$"
    )


_EMPTY_COMMAND = lazy(_empty_command, re.IGNORECASE)


def _is_topic(stem: Prose, question: Question) -> bool:
    """Whether a stem only names what the options then make whole statements about."""
    if not _VERBS.isdisjoint(stem.lower_words) or _ASKS_OR_TELLS.search(stem.text) is not None:
        return False
    return all(
        _PREDICATE.match(option.text.plain) is not None and not option.text.plain.endswith("?")
        for option in question.options
        if not comes_last(option)
    )


_VERBS = frozenset(
    "is are was were be been has have had do does did can could will would shall should may might "
    "must isn't aren't cannot can't".split()
)


def _options_are_sentences(question: Question) -> bool:
    """Whether the options say something by themselves, so that they cannot complete the stem."""
    plain = [option.text.prose for option in question.options]
    return bool(plain) and all(
        len(prose.words) >= 3 and prose.text[:1].isupper() and prose.text[-1:] in ".!"
        for prose in plain
    )
