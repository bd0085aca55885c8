"""What the words of a pack do in a text: what rules ask in every language but English.

English has code of its own, which knows more. Everything here is told by the pack of the language
alone, so that a pack is all that a new language needs. Without one, nothing is found.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from quizlint.language.pack import Marked, Pack, languages, pack
from quizlint.language.words import Term
from quizlint.text import Prose
from quizlint.text.patterns import lazy

LANGUAGES = languages()
"""The languages with a pack, English among them: what a rule that asks here can name."""

LONGEST = 120
"""Characters beyond which an option is an answer of its own."""

_QUOTED = lazy(r'"[^"]{1,400}"|“[^”]{1,400}”|„[^“”]{1,400}[“”]|«[^»]{1,400}»')
_LABELLED = lazy(r"^[(\[]?(?:[a-z]|\d{1,2})[.):\]]\s+|\s*\((?!s\)).*\)\s*\.?$", re.IGNORECASE)
_REASONED = lazy(r"[,;:.(–—]| - ")
_ROW = lazy(r"[,;/&–]|\s-\s|\s(?:und|et|y|e)\s")
_REST = lazy(r"\s*[:=]?\s*(?P<said>[^\s.!?;:][^.!?;\n]{0,300})")
_AROUND = " .!,;:\"'()[]*_“”„«»¡¿"


def absolutes(prose: Prose, language: str) -> tuple[Term, ...]:
    """The words that claim something without exceptions; none where the language has no pack."""
    known = pack(language)
    return () if known is None else _marked(prose, known, known.absolutes)


def is_always(word: str, language: str) -> bool:
    """Whether an absolute word says so of all times: in a stem only those make a claim."""
    known = pack(language)
    return known is not None and _whole(known, known.absolutes.always).fullmatch(word) is not None


def vague(prose: Prose, language: str) -> tuple[Term, ...]:
    """The words that leave open how often or how much; none where the language has no pack."""
    known = pack(language)
    return () if known is None else _marked(prose, known, known.vague)


def catch_all(text: str, language: str, *, bare: bool = False) -> Literal["all", "none"] | None:
    """What an option says of all the others: that they are right, or that none is.

    With `bare`, single words that may just as well be plain answers count too.
    """
    known = pack(language)
    if known is None or len(text) > LONGEST:
        return None
    words = _LABELLED.sub("", " ".join(text.split())).strip(_AROUND).replace(",", "")
    said = known.catch_all
    if _whole(known, said.none, said.bare_none if bare else ()).fullmatch(words):
        return "none"
    return (
        "all" if _whole(known, said.all, said.bare_all if bare else ()).fullmatch(words) else None
    )


def is_share(text: str, language: str) -> bool:
    """Whether an option says how much of something: beside it "all of them" is an amount."""
    known = pack(language)
    return known is not None and _where(known, known.catch_all.shares).match(text) is not None


def asks_amount(text: str, language: str) -> bool:
    """Whether a stem asks how many or how much."""
    known = pack(language)
    return known is not None and _where(known, known.question.amount).search(text) is not None


def names_all(text: str, labels: Sequence[str], language: str) -> tuple[str, ...] | None:
    """The labels that an option combines ("A, B und C"), in their order; None for any other."""
    known = pack(language)
    if known is None or len(text) > LONGEST or len(labels) < 2:
        return None
    match = _combination(known, tuple(labels)).fullmatch(" ".join(text.split()))
    if match is None:
        return None
    named = re.findall(_one(tuple(labels)), match["list"])
    found = tuple(label for label in labels if label in named)
    return found if len(found) > 1 else None


def key_said(text: str, language: str) -> tuple[int, int] | None:
    """Where a rationale says what the key is: the range of the words behind "the right answer is",
    to the end of their sentence. None where it does not say, or no pack knows the language.
    """
    known = pack(language)
    if known is None:
        return None
    match = _where(known, known.labels.key_sentences).search(text)
    if match is None:
        return None
    rest = _REST.match(text, match.end())
    return None if rest is None else rest.span("said")


def verdict(text: str, language: str) -> bool | None:
    """The verdict that an option is, or opens with before it gives a reason: true or false."""
    known = pack(language)
    if known is None:
        return None
    word = _REASONED.split(text.strip(_AROUND).lower(), maxsplit=1)[0].strip(_AROUND)
    if word in known.verdicts.true:
        return True
    return False if word in known.verdicts.false else None


def only_verdict(text: str, language: str) -> bool | None:
    """The verdict that an option is and nothing besides."""
    known = pack(language)
    said = " ".join(text.lower().split()).strip(_AROUND)
    if known is None or not (said in known.verdicts.true or said in known.verdicts.false):
        return None
    return said in known.verdicts.true


def verdicts(text: str, language: str) -> int:
    """How many verdicts an option is a row of: "richtig, falsch" is two; 0 for any other."""
    parts = [each for each in _ROW.split(text) if each.strip()]
    return len(parts) if all(only_verdict(each, language) is not None for each in parts) else 0


def _marked(prose: Prose, known: Pack, marked: Marked) -> tuple[Term, ...]:
    """The marked words in a text, outside quotations and innocent phrases."""
    text = prose.wording
    words = list(_where(known, marked.words).finditer(text))
    if not words:
        return ()
    passages = [each.span() for each in _QUOTED.finditer(text)]
    passages += [each.span() for each in _where(known, marked.innocent).finditer(text)]
    passages.sort()
    return tuple(
        Term(match[0].strip().lower().replace("’", "'"), *match.span(), True)
        for match in words
        if not any(start <= match.start() < end for start, end in passages)
    )


@cache
def _where(known: Pack, phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(known.pattern(phrases), re.IGNORECASE)


@cache
def _whole(known: Pack, *phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(known.whole(*phrases), re.IGNORECASE)


def _one(labels: tuple[str, ...]) -> str:
    exact = "|".join(sorted(map(re.escape, labels), key=len, reverse=True))
    return rf"(?<!\w)(?:{exact})(?!\w)"


@cache
def _combination(known: Pack, labels: tuple[str, ...]) -> re.Pattern[str]:
    one = rf"[(\[]?{_one(labels)}[)\].]*"
    join = rf"\s*(?:,?\s*(?i:{known.pattern(known.catch_all.join)})\s*|,|/|\+|&)\s*"
    both = rf"(?i:{known.pattern(known.catch_all.both)})"
    return re.compile(rf"(?:{both}\s+)?(?P<list>{one}(?:{join}{one})+)(?:\s+{both})?\s*\.?")
