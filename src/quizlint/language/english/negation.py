"""The negative word that governs a question, if there is one."""

import re

from quizlint.language.english.asking import (
    COMMAND,
    QUESTION_WORD,
    asking_sentence,
    without_quotes,
)
from quizlint.language.negation import Negation, stands_out
from quizlint.language.words import negatives
from quizlint.text import Prose
from quizlint.text.patterns import lazy

_TO_SAY = lazy(r"\s+to\s+(?:say|claim|state|assume|conclude)\s+that\b", re.IGNORECASE)
# What asks for the reason of something that is not so: "Ice does not sink because …".
_BECAUSE = lazy(
    r"\b(?:because|due\s+to|owing\s+to|in\s+order\s+to|so\s+that|as\s+a\s+result\s+of)\b"
    r"|\b(?:since|unless|until|if|when)\W*$",
    re.IGNORECASE,
)
# A question word behind what is asked about: "A stack does not support which operation?".
_ASKED_LATE = lazy(r"\b(?:which|what)\b[^,;]*\?\W*$", re.IGNORECASE)
# What makes of "not" the lesser half of a pair, or part of a thing ("of not rolling").
_CONTRAST = lazy(r"(?:,|\b(?:and|or|of|by|for|from|in|after))\s*$", re.IGNORECASE)
# A question word that does not follow its noun, as a relative one does.
_ASKED = lazy(
    r"(?:^|[,;:.)\-–—\"”'’]|\b(?:in|of|for|to|at|from|by|with|on|about|and|or|under|is|are|was|were))"
    r"\W*\w+$",
    re.IGNORECASE,
)
# Words that open a clause, a main one or a subordinate one.
_CLAUSE_WORD = lazy(
    r"\b(?:which|(?<!\ba )what|who|whom|whose|where|when|that|because|if|while|whereas|since|"
    r"although|though|unless|until|whether|why|how|provided|given|assuming|but|so|whenever|after|"
    r"before|(?<=in\sthe\s)event|(?<=in\s)case)\b"
    r"|(?<=thing\s)(?:you|we|they|he|she|it)\b"
    r"|\b(?:ensur(?:es?|ing)|mak(?:es?|ing)\s+sure|guarantee(?:s|ing)?|verif(?:y|ies|ying)"
    r")\b",
    re.IGNORECASE,
)
_ALL_BUT = lazy(r"\ball\s+but(?=\s*[:?.…_]*$|\s+one\s+of\b)", re.IGNORECASE)
# What "least" turns round: the counterpart of "best" and "most likely", not an amount.
_CHOOSING = lazy(
    r"\s+(?:likely|probab|appropriate|suitable|accurate|true|correct|helpful|useful|effective|"
    r"desirable|consistent|plausible|relevant|important|characteristic|typical|apt)",
    re.IGNORECASE,
)
# Wordings of questions that keep their direction in spite of a negative word.
_HARMLESS = lazy(
    r"\b(?:true|right|correct)\s+and\s+(?:false|wrong|incorrect)\b"
    r"|\b(?:false|wrong|incorrect)\s+and\s+(?:true|right|correct)\b"
    r"|\b(?:is|are)\s+(?:true|correct|right)\b.*\b(?:is|are)\s+(?:false|incorrect|wrong)\b"
    r"|\b(?:could|might|can)\s+go\s+wrong\b|\bnot\s+yet\b"
    r"|\b(?:set|equals?|evaluates?|resolves?)\s+(?:to\s+)?false\b",
    re.IGNORECASE,
)
_REASON = lazy(r"\W*(?:why|how|explain|describe)\b", re.IGNORECASE)
# "It is false that …", to be completed.
_IT_IS = lazy(r"\W*it\s+(?:is|was|would\s+be)\s+$", re.IGNORECASE)
_THAT = lazy(r"(?:\s+(?:true|correct|right))?\s+(?:that|to\s+say)\b[^?]*$", re.IGNORECASE)
_LIST = lazy(r"\b(?:following|these|those|listed|all\s+but)\b", re.IGNORECASE)
_COPULA = lazy(r"\b(?:is|are|was|were|be)\s+(?:\w+ly\s+|an?\s+)?$", re.IGNORECASE)
_STATEMENT = lazy(
    r"\s+(?:statement|answer|option|claim|sentence|one|about|regarding|description|pair)",
    re.IGNORECASE,
)
_INVERTED = lazy(r"\s+(?:is|are|do|does|did|can|could|should|would|will|must)\b", re.IGNORECASE)


HINTS = (
    *("not", "n't", "n’t", "never", "except", "least", "all but"),
    *("false", "incorrect", "untrue", "wrong", "inaccurate", "inappropriate"),
)
"""One of these is in every stem with a negative word, which is quickly told."""

LONGEST = 2000
"""Characters of a sentence beyond which it is no question but something pasted."""

VERDICTS = frozenset(
    "false incorrect incorrectly wrong wrongly untrue inaccurate inappropriate".split()
)
"""Words that deny a statement; elsewhere they only describe a thing."""


def negation(prose: Prose, *, judged: bool = False, in_rows: bool = False) -> Negation | None:
    """The negative word that governs what a stem asks, or None.

    What the scenario says does not count, nor a subordinate clause ("when it does not parse"), a
    contrast ("that the others do not", "but not"), a "why" or "how" question about something that
    does not happen, nor text in quotes or code.

    With `judged` the stem is a statement, or a question of yes or no, on which the answers are
    verdicts. Then any negation in it has to be undone, that of its condition too. `in_rows` tells
    that every sentence is such a statement, as where the answers are "True, false".
    """
    lowered = prose.text.lower()
    if not any(hint in lowered for hint in HINTS):
        return None
    sentences = prose.sentences if in_rows else (asking_sentence(prose),)
    found = (_in_sentence(prose, *each, judged=judged) for each in sentences)
    return next((each for each in found if each is not None), None)


def _in_sentence(prose: Prose, start: int, end: int, *, judged: bool) -> Negation | None:
    if end - start > LONGEST:
        return None
    sentence = without_quotes(prose.wording[start:end])
    places = [(term.start - start, term.end - start) for term in negatives(prose) if term.strong]
    places += [match.span() for match in _ALL_BUT.finditer(sentence)]
    harmless = [match.span() for match in _HARMLESS.finditer(sentence)]
    for at, to in sorted(places):
        if at < 0 or to > len(sentence) or sentence[at].isspace():
            continue
        if any(first <= at < last for first, last in harmless):
            continue
        if _introduces_code(prose, start, start + to):
            continue
        word = prose.text[start + at : start + to]
        written = prose.span(start + at, start + to)
        loud = stands_out(word, prose.text, prose.value, *written)
        lower, before, after = word.lower(), sentence[:at], sentence[to:]
        if _governs(lower, before, after, loud) or (judged and _denies(lower, before, after)):
            return Negation(word, start + at, start + to, loud)
    return None


def _introduces_code(prose: Prose, start: int, end: int) -> bool:
    """Whether a sentence up to a negation only presents code: "This does not compile: …"."""
    code = next((at for at, _ in prose.code_spans if at >= end), end)
    presented = prose.text[end:code].rstrip().endswith(":")
    return presented and QUESTION_WORD.search(prose.wording, start, end) is None


def _denies(word: str, before: str, after: str) -> bool:
    """Whether a negative word denies something of a statement to judge, in whatever clause."""
    if word in VERDICTS:
        return _COPULA.search(before) is not None
    if word == "least":
        return _CHOOSING.match(after) is not None
    return not word.startswith("all") and _CONTRAST.search(before) is None


def _governs(word: str, before: str, after: str, loud: bool) -> bool:
    sentence = before + word + after
    if word.startswith(("except", "all")):
        return not after.strip(" :?.…_-–—;") or bool(_LIST.search(before + word))
    if _REASON.match(sentence):
        return False
    if word in VERDICTS and (_TO_SAY.match(after) or _told_to_find(before, after)):
        return True
    if _IT_IS.match(before) and _THAT.match(after):
        return True
    opener = _opener(sentence, before)
    if opener is False or (opener is None and _BECAUSE.search(after)):
        return False
    if opener is None and word == "not" and _ASKED_LATE.search(after):
        return bool(_CLOSE_AUXILIARY.search(before))
    if opener is None and sentence.rstrip()[-1:] in ".?!":
        return False  # neither a question nor a statement to complete
    if word in VERDICTS:
        return opener is True and bool(
            word.endswith("ly") or _COPULA.search(before) or _STATEMENT.match(after)
        )
    if word == "least":
        return bool(_CHOOSING.match(after))
    if word != "not":
        return True
    if _CONTRAST.search(before):
        return False
    if opener:
        return loud or bool(_AUXILIARY.search(before))
    return bool(_CLOSE_AUXILIARY.search(before))


def _told_to_find(before: str, after: str) -> bool:
    """Whether a verdict stands in "Choose the false statement"."""
    return bool(COMMAND.match(before) and len(before) < 80 and _STATEMENT.match(after))


def _opener(sentence: str, before: str) -> bool | None:
    """Whether the clause that a negative word stands in is the one that asks; None: no clause
    word stands before it."""
    words = list(_CLAUSE_WORD.finditer(before))
    if not words:
        return None
    ordered = COMMAND.match(sentence) is not None
    last, word = words[-1], words[-1][0].lower()
    if ": " in before[last.end() :]:  # what comes after it is a list
        return False
    earlier = [match[0].lower() for match in words[:-1] if match[0].lower() in _QUESTION_WORDS]
    if word == "when":
        return not earlier and bool(_INVERTED.match(sentence, last.end())) and last.start() < 4
    if word in ("that", "who", "which") and ordered:
        return not earlier
    if word in ("which", "who", "where", "whose") and not _ASKED.search(before[: last.end()]):
        return False
    return word in _QUESTION_WORDS and not earlier


_QUESTION_WORDS = frozenset("which what who whom whose where".split())


_AUXILIARIES = (
    "is|are|was|were|be|been|do|does|did|can|could|should|would|will|may|might|must|has|have|had|"
    "shall|need"
)


# An auxiliary before the negative word, at most a short subject apart.
_AUXILIARY = lazy(rf"\b(?:{_AUXILIARIES})\b(?:\s+[\w'’-]+){{0,5}}\s*$", re.IGNORECASE)


_CLOSE_AUXILIARY = lazy(rf"\b(?:{_AUXILIARIES})(?:\s+\w+ly)?\s*[*_]*$", re.IGNORECASE)
