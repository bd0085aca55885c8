"""The negative word that governs a question, if there is one."""

import re
from functools import cache
from typing import NamedTuple

from quizlint.content import Question


class Negation(NamedTuple):
    """A negative word in the plain stem, and whether it stands out."""

    word: str
    start: int
    end: int
    emphasised: bool


HINTS = (
    *("not", "n't", "n’t", "never", "except", "least"),
    *("false", "incorrect", "untrue", "wrong", "inaccurate", "inappropriate"),
)
"""One of these is in every stem with a negative word, which is quickly told."""


@cache
def _negative() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:not|never|except(?:ing)?|cannot|least(?!\s+(?:squares|common|significant|one|two))"
        r"|(?:is|are|was|were|do|does|did|would|should|could|can|wo|ca|has|have|had|must)n[’']t"
        r"|false|incorrect(?:ly)?|untrue|wrong(?:ly)?|inaccurate|inappropriate)\b",
        re.IGNORECASE,
    )


@cache
def _harmless() -> re.Pattern[str]:
    """Wordings with a negative word that do not turn the question round."""
    return re.compile(
        r"\bat\s+least\b|\bnot\s+(?:only|just|merely|simply)\b|\bwhether\s+or\s+not\b|\bor\s+not\b"
        r"|\bif\s+not\b|\b(?:true|right|correct)\s*(?:/|or|,)\s*(?:false|wrong|incorrect)\b"
        r"|\b(?:false|wrong)\s+or\s+(?:true|right)\b|\blast\s+but\s+not\s+least\b"
        r"|\bwhy\s+(?:not|don[’']?t\s+(?:you|we|they))\b|\bwhat(?:’|')?s?\s+(?:is\s+|went\s+|goes\s+)?wrong\b"
        r"|\bdo\s+not\s+(?:use|include|round|write|forget|worry|guess)\b|\bnot\s+(?:to\s+scale|necessarily)\b"
        r"|\bfalse\s+(?:positive|negative|alarm|friend|memor|teeth|start|discovery)\w*"
        r"|\breturns?\s+false\b|\bnever\s+mind\b|\bwould\s+(?:it\s+)?not\s+be\b",
        re.IGNORECASE,
    )


@cache
def _asks() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:which|what|who|whom|whose|where|when|all|each|select|choose|identify|name|find|pick|"
        r"the\s+following|one)\b",
        re.IGNORECASE,
    )


def governing_negation(question: Question) -> Negation | None:
    """The negative word of the sentence that asks, or None.

    What the scenario before it says does not count, nor does a "why" or "how" question about
    something that does not happen, nor text in quotes or code.
    """
    prose = question.stem.prose
    lowered = prose.text.lower()
    if not any(hint in lowered for hint in HINTS):
        return None
    start, end = _asking_sentence(prose.sentences, prose.text)
    sentence = _without_quotes(prose.wording[start:end])
    harmless = [match.span() for match in _harmless().finditer(sentence)]
    for match in _negative().finditer(sentence):
        if any(first <= match.start() < last for first, last in harmless):
            continue
        if not _governs(sentence, match):
            continue
        at, to = start + match.start(), start + match.end()
        written = question.stem.value
        value_start, value_end = prose.span(at, to)
        return Negation(
            match[0], at, to, _stands_out(match[0], prose.text, written, value_start, value_end)
        )
    return None


def _asking_sentence(sentences: tuple[tuple[int, int], ...], text: str) -> tuple[int, int]:
    """The last sentence with a question mark, else the last one."""
    if not sentences:
        return 0, len(text)
    asking = [span for span in sentences if text[span[0] : span[1]].rstrip().endswith("?")]
    return (asking or sentences)[-1]


def _governs(sentence: str, match: re.Match[str]) -> bool:
    before = sentence[: match.start()]
    if re.match(r"\W*(?:why|how|explain|describe)\b", sentence, re.IGNORECASE):
        return False
    word = match[0].lower()
    if word in ("false", "incorrect", "wrong", "untrue", "inaccurate", "inappropriate"):
        after = sentence[match.end() :]
        return bool(
            re.search(r"\b(?:is|are|was|were)\s+(?:\w+ly\s+)?$", before, re.IGNORECASE)
            or re.match(r"\s+(?:statement|answer|option|claim|sentence|one|about|regarding)", after)
        ) and bool(_asks().search(before) or _asks().search(after))
    if word.startswith("except"):
        return True
    return (
        bool(_asks().search(before))
        or sentence.rstrip()[-1:] in ":_…"
        or not sentence.rstrip().endswith("?")
    )


def _stands_out(word: str, text: str, written: str, start: int, end: int) -> bool:
    """Whether a word is in capitals, bold, italic or underlined."""
    if word.isupper() and len(word) > 1 and not text.isupper():
        return True
    before, after = written[:start].rstrip(), written[end:].lstrip()
    return before.endswith(
        ("*", "_", "<u>", "<b>", "<strong>", "<em>", "<i>")
    ) and after.startswith(("*", "_", "</"))


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(r"[\"“„«][^\"”“»]*[\"”“»]|(?<!\w)['‘][^'’]*['’](?!\w)")


def _without_quotes(sentence: str) -> str:
    return _quoted().sub(lambda match: " " * len(match[0]), sentence)
