"""What a stem asks for, as far as it can be told without its options.

A stem is focused where a learner who knows the subject could answer with the options covered (NBME
Item-Writing Guide, 2020): it asks, tells what to do, or leaves something to complete.
"""

import re
from collections.abc import Sequence
from typing import Literal

from quizlint.language.english.verdicts import opens_with_verdict
from quizlint.text import Prose
from quizlint.text.patterns import lazy

Lack = Literal["generic", "topic", "broken off", "statement", "clause"]
"""Why nothing is asked: "which is true?" about nothing; a mere topic; a question that stops; a
statement that is complete; a clause to which the main one is missing."""

SHORT_QUESTION = 80
"""Characters of the longest question that asks for "the true statement" and nothing more."""

_PREPOSITION = r"(?:in|on|at|for|by|to|from|of|with|under|about|through|during|into|as)"
_AUXILIARY = r"(?:is|are|was|were|do|does|did|can|could|should|will|would|must|may|might|has|have)"


def _asks() -> str:
    start = r"(?:^|[.;:!]\s+|\b(?:and|so|then|or)\s+)[\W_]*"
    inner = r"(?:^|[.;:!,]\s+|\b(?:and|so|then|or|indicate|decide|tell|say)\s+)"
    return (
        rf"[?？]|{start}(?:{_PREPOSITION}\s+)?(?:which|what|whose|whom|who|how|why)\b"
        rf"|{start}(?:when|where)\s+{_AUXILIARY}\b"
        rf"|{inner}(?:{_PREPOSITION}\s+)?(?:which\s+(?:of|one|\w+\s+{_AUXILIARY})|what|how|why)\b"
    )


# A question, with its mark or without.
_ASKS = lazy(_asks, re.IGNORECASE)
# A sentence, or a clause after a comma, that tells what to do.
_COMMANDS = lazy(
    r"(?:^|[.;:!?,)]\s+|\b(?:and|then|please|to)\s+)[\W_]*(?:choose|select|pick|identify|find|name|"
    r"give|state|determine|calculate|compute|solve|evaluate|simplify|complete|finish|fill|match|"
    r"mark|order|arrange|sort|rank|put|indicate|decide|tell|explain|define|describe|list|predict|"
    r"estimate|translate|correct|convert|write|compare|classify|round|express|spot|guess|"
    r"true\s+or\s+false|suppose|assume)\b",
    re.IGNORECASE,
)
# Something is left to complete: a blank, a colon or dash, a word that cannot be the last.
_OPEN_END = lazy(r"_{2,}|\.{3}|…|\[\s*\]|\(\s*\)|[:\-–—=]\W*$", re.IGNORECASE)
# A word that something must follow.
_HANGING = lazy(
    r"\b(?:is|are|was|were|of|to|by|the|an?|in|for|with|as|that|who|which|whose|because|than|from|on|"
    r"at|and|or|it|they|he|she)\W*$",
    re.IGNORECASE,
)
# A question that stops before it says what it asks for.
_BROKEN_OFF = lazy(
    r"(?:\A|(?<=\s))(?:What|Who|Where|When|How|Why)\s+(?:can|could|would|should|is|are|was|were|"
    r"do|does|did|might|may|will|must)\b[^?:_]*\s(?:be|the|an?)\s*\Z"
)
# A clause that says when or whether something holds, up to the comma behind which the rest is.
_CLAUSE = lazy(
    r"(?:when|while|if|after|before|during|because|although|since|unless|until|once|by|despite|"
    r"given)\b[^,;:]+,$",
    re.IGNORECASE,
)
_FINITE = lazy(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|cannot|could|will|would|shall|"
    r"should|may|might|must|\w+n['’]t|became|began|made|took|gave|wrote|led|lies|\w{3,}ed)\b",
    re.IGNORECASE,
)
_VERSUS = lazy(r"[\w\s/'’:,\-]+\s(?:vs\.?|versus)\s[\w\s/'’\-]+[:.]?", re.IGNORECASE)
# An answer that says something of the topic: "is a …", "It has …".
_PREDICATE = lazy(
    r"\W*(?:(?:it|they|he|she|these|this|there)\s+[a-z]+(?!\s*$)|(?:is|are|was|were|has|have|had|does|"
    r"do|did|can|cannot|could|will|would|may|might|must|should|consists?|contains?|occurs?|began|"
    r"refers?|means?|includes?|requires?|takes?|makes?|uses?|needs?|gives?|causes?|helps?|depends?)"
    r"(?:n['’]t)?\s+\w"
    # "Lowers the glucose": a verb with its object, while "stars of", "wheels and" are things
    r"|[a-z]{3,}(?<!s)s\s+(?:the|an?|its?|their|no|all|more|less|only|[a-z]+ly|by|into|through)\b)",
    re.IGNORECASE,
)
# A clause in a text that has no verb of the list above: "it requires that …".
_SUBORDINATE = lazy(r"\b(?:that|which|who|whose|if|whether|because)\b", re.IGNORECASE)


def asks(stem: Prose) -> bool:
    """Whether a stem asks something or tells what to do, rather than states or names something."""
    return _ASKS.search(stem.wording) is not None or _COMMANDS.search(stem.wording) is not None


def lack(stem: Prose, answers: Sequence[str]) -> Lack | None:
    """Why one cannot tell from a stem alone what is asked; None where one can.

    `answers` are the plain options but those that speak of the others. Verdicts make a task of a
    statement.
    """
    text = stem.text
    if len(text) <= SHORT_QUESTION and _GENERIC_QUESTION.fullmatch(text):
        return "generic"
    if "?" in text or "__" in text:
        return None
    start = stem.sentences[-1][0] if stem.sentences else 0
    if _EMPTY_COMMAND.search(text, start):
        asked_before = _ASKS.search(text, 0, start) or _OPEN_END.search(text[:start].rstrip())
        return None if asked_before else "generic"
    if _BROKEN_OFF.search(text, start):
        return "broken off"
    if asks(stem) or any(map(opens_with_verdict, answers)):
        return None
    if (_VERSUS.fullmatch(text) and not _HANGING.search(text)) or (
        _is_bare(text) and _all_say(answers)
    ):
        return "topic"
    if _CLAUSE.fullmatch(text):
        return "clause"
    complete = text[-1:] in ".!" and not (_OPEN_END.search(text) or _HANGING.search(text))
    if complete and _FINITE.search(text, start):
        return "statement"
    return None


def _is_bare(text: str) -> bool:
    """Whether a text only names something: no verb, no word that another must follow."""
    patterns = (_FINITE, _HANGING, _SUBORDINATE)
    return not any(pattern.search(text) for pattern in patterns)


def _all_say(answers: Sequence[str]) -> bool:
    """Whether most answers, three in four, say something of a topic that they do not name."""
    said = sum(_PREDICATE.match(each) is not None and each[-1:] != "?" for each in answers)
    return bool(answers) and 4 * said >= 3 * len(answers)


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
