"""Options that speak of the other options.

Each pattern is for the whole of an option, as people write them, so that "all of the electrons" and
"none of the enzymes" stay what they are: answers.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from quizlint.text.patterns import lazy

_LABEL = r"[(\[]?(?:[a-z]|\d{1,2})[.):\]]\s+"
_OPTIONS = (
    "(?:answer\\s+)?(?:options?|choices?)|answers?|alternatives?|responses?|statements?|selections?"
)
_THINGS = (
    _OPTIONS + "|items?|possibilities|reasons?|factors?|examples?|cases?|conditions?|methods?|"
    "ways?|"
    "things?|points?|features?|characteristics?|descriptions?|explanations?|definitions?|terms?|"
    "types?|categories|components?|ones|properties|purposes?|functions?|uses|causes|effects|"
    "outcomes|results|scenarios|situations|approaches|techniques|strategies|actions|steps|"
    "benefits|advantages|disadvantages|events|claims|values"
)
_GIVEN = (
    "other|given|listed|mentioned|provided|stated|available|possible|preceding|previous|foregoing|"
    "aforementioned|correct|right|offered|presented|first"
)
_COUNT = r"(?:two|three|four|five|six|[2-6])"
_ABOVE = (
    r"above(?![\w\-]*\s+(?:the|sea|zero|freezing|average|ground|normal|room|\d))"
    r"(?!-(?!mention|list|nam|stat|giv))"
)

_RANGE = rf"""
(?:of\s+)?(?:
    (?:the\s+)?(?:{_COUNT}\s+)?(?:(?:{_GIVEN})\s+)*{_ABOVE}
        (?:-(?:mentioned|listed|named|stated|given))?
        (?:\s(?!except|but\b|unless|only|if\b)\S+){{0,8}}
  | (?:the\s+)?(?:{_COUNT}\s+)?(?:(?:{_OPTIONS}|{_THINGS}|{_GIVEN})\s+)*{_ABOVE}
        (?:-(?:mentioned|listed|named|stated|given))?
  | (?:these|those|them|it)(?:\s+(?:{_COUNT}|{_GIVEN}))?(?:\s+(?:{_THINGS}))?
  | (?<=of\s)(?:these|those)\s+[a-z]+s
  | (?<=of\s)the\s+[a-z]+s\s+above
  | (?<=of\s)(?:these|those|them)\s+(?:is|are)\s+[a-z]+
  | (?:the\s+)?(?:{_COUNT}\s+)?(?:(?:{_GIVEN})\s+)*(?:{_OPTIONS})
        (?:\s+(?:given|listed|here|provided))?
  | the\s+(?:{_COUNT}\s+)?
        (?:mentioned|listed|given|aforementioned|foregoing|preceding|previous|stated|others?)
  | (?:the\s+)?(?:others|following)
)"""
_VERDICT = (
    "(?:correct|right|true|valid|accurate|acceptable|appropriate|possible|applicable|equally\\s+\\w+|"
    "plausible|reasonable|necessary|important|false|incorrect|wrong|untrue|invalid|inaccurate|"
    "not\\s+(?:correct|right|true|valid|accurate))"
)
_TAIL = rf"""
(?:\s+(?:
    (?:(?:is|are|was|were|(?:can|could|may|might|would|will|must)\s+be)\s+)?(?:all\s+|both\s+|also\s+)?
        {_VERDICT}(?:\s+(?:{_OPTIONS}))?
  | apply|applies|do|does
))"""
_EVERY = (
    rf"(?:(?:a\s+combination\s+of\s+)?(?:all(?:\s+{_COUNT})?|each(?:\s+one)?|every(?:\s+one)?|"
    r"everything|both|either|any))"
)
_NO = r"(?:none|no\s+one|not\s+one|not\s+any|neither(?:\s+one)?|nothing|no)"
_ABSENT = rf"""
    (?:there\s+is\s+)?no\s+(?:correct|right|true|valid|suitable|such)\s+(?:{_OPTIONS})
        (?:\s+(?:is\s+|are\s+)?(?:given|listed|provided|here|above|available))?
  | (?:the\s+)?(?:correct|right)\s+(?:{_OPTIONS})\s+is\s+not
        \s+(?:given|listed|provided|here|shown|above)
        (?:\s+(?:above|here))?
  | not\s+(?:given|listed)(?:\s+(?:above|here))?
  | none\s+(?:given|listed|mentioned)(?:\s+(?:above|here))?
"""
_FALSE = re.compile(r"\b(?:false|incorrect|wrong|untrue|invalid|inaccurate|not)\b")

_ENDS = ("above", "situations", "cases", "conditions", "circumstances", "ways")
_PREPOSITION = lazy(
    r"(?:in|for|by|under|at|on|with|to|from|through)\s+(?=(?:all|each|any)\b.*\babove\b)"
)

_LABELLED = lazy(rf"^{_LABEL}|\s*\((?!s\)).*\)\s*\.?$")


def catch_all(text: str, *, bare: bool = False) -> Literal["all", "none"] | None:
    """What an option says of all the others: that they are right, or that none is.

    With `bare`, the single words All, Both, Everything, None and Neither count as well; they may
    just as well be plain answers ("None" in Python), so look at the question first. "All of the
    above except C" and "both A and B" are combinations: see `combines_options`.
    """
    if len(text) > 120:
        return None
    words = _whole(text)
    if bare and words in ("all", "both", "everything", "all of it", "none", "neither", "nothing"):
        return "none" if words[0] == "n" else "all"
    if words.startswith(("n", "there", "the ", "correct", "right")):
        if _pattern("absent").fullmatch(words):
            return "none"
        if words.startswith("n") and (match := _pattern("none").fullmatch(words)):
            return "all" if _FALSE.search(words, match.start("rest")) else "none"
    if words.endswith(_ENDS):  # "in all of the above": the preposition completes the stem
        words = _PREPOSITION.sub("", words, count=1)
    if words.startswith(("all", "both", "each", "every", "any", "eith", "a comb", "they", "these")):
        match = _pattern("all").fullmatch(words)
        if match is not None:
            return "none" if _FALSE.search(words) else "all"
    return None


def _whole(text: str) -> str:
    """The option's words: no label, no closing punctuation, no asides in brackets."""
    words = " ".join(text.lower().replace("’", "'").split())
    words = _LABELLED.sub("", words, count=1)
    return words.strip(" .!,;:\"'()[]*_“”").replace(",", "").replace(";", " ;")


@cache
def _pattern(kind: Literal["all", "none", "absent"]) -> re.Pattern[str]:
    if kind == "absent":
        return re.compile(_ABSENT, re.VERBOSE)
    if kind == "none":
        return re.compile(rf"{_NO}(?P<rest>\s+(?:{_RANGE}{_TAIL}?|above)|{_TAIL})", re.VERBOSE)
    return re.compile(
        rf"(?:{_EVERY}\s+(?:{_RANGE}{_TAIL}?|above)|(?!all\s+right){_EVERY}{_TAIL}|(?:they|these|those)\s+are\s+(?:all|both)\s+{_VERDICT})",
        re.VERBOSE,
    )


def combines_options(text: str, labels: Sequence[str]) -> tuple[str, ...] | None:
    """The labels that an option combines, in the order of `labels`; None for any other option.

    Understands "both A and B", "A, B and C", "I & III", "1 and 2 only", "either (a) or (c)",
    "neither A nor B" and, for single ones, "only A", "B alone", "all of the above except C" (which
    gives the label that is named). A lower-case letter stands for an upper-case label only with a
    bracket or a word such as "both" or "option" before it: "a and b" may be two variables.
    """
    if len(text) > 120 or not labels:
        return None
    whole = " ".join(text.split())
    marks = (*labels, *map(str.lower, labels)) if whole[:5].lower() == "both " else tuple(labels)
    match = _combination(marks).fullmatch(whole)
    if match is None:
        return None
    named = {
        (name["plain"] or name["marked"]).lower() for name in _names(marks).finditer(match["list"])
    }
    found = tuple(label for label in labels if label.lower() in named)
    single = match["only"] or match["alone"] or match["but"]
    return found if len(found) > 1 or (found and single) else None


def _one_label(labels: tuple[str, ...], name: str = "") -> str:
    exact = "|".join(sorted(map(re.escape, labels), key=len, reverse=True))
    plain, marked = ("?P<plain>", "?P<marked>") if name else ("?:", "?:")
    noun = (
        r"(?:(?:options?|statements?|answers?|choices?|items?|numbers?|parts?|conclusions?|"
        r"assumptions?)\s+)"
    )
    return (
        rf"(?:{noun}?[(\[\"']?({plain}{exact})(?!\w)[)\]\"'.]*"
        rf"|(?i:{noun}|\(|(?=\w+\)))\s*({marked}(?i:{exact}))(?!\w)[)\]\"'.]*)"
    )


@cache
def _names(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + _one_label(labels, "named"))


@cache
def _combination(labels: tuple[str, ...]) -> re.Pattern[str]:
    one = _one_label(labels)
    between = r"\s*(?:,?\s*(?i:and|or|nor|but\s+not)\s+|,|;|&|/|\+)\s*"
    return re.compile(
        r"(?:(?i:both|either|neither|all\s+of|(?P<only>only|just)|"
        r"(?P<but>(?:all|any|everything)(?:\s+of\s+(?:the\s+above|them|these))?\s+(?:but|except)(?:\s+for)?))\s+)?"
        rf"(?P<list>{one}(?:{between}{one})*)"
        r"(?P<alone>\s+(?i:only|alone))?"
        r"(?:\s+(?i:together|both|(?:is|are)(?:\s+(?:both|all))?\s+(?:correct|true|right|wrong|false|incorrect)))?\s*\.?"
    )
