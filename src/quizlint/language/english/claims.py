"""Words that claim too much, or leave open how much, where they do so.

The lists stand in `packs/en.toml`, with where they are from.
"""

import re

from quizlint.language.words import Term, absolute_terms, absolute_words, vague_terms, vague_words
from quizlint.text import Prose
from quizlint.text.patterns import lazy

DEGREES = frozenset("somewhat relatively fairly rather".split())

_REACH = 60
"""Characters before a word in which its clause says how far it holds."""

_WEAK = frozenset("all every only".split())
"""Words that claim something in what a sentence says, but not wherever they stand in it."""

# What takes the claim back in the same clause: "may only", "tend to all", "not always".
_HEDGED = lazy(
    r"\b(?:can|may|might|could|tends?\s+to|seems?\s+to|appears?\s+to|usually|often|generally|typically|"
    r"sometimes|perhaps|probably|possibly|hardly|scarcely|nearly|almost|virtually|practically|"
    r"not|cannot|\w+n['’]t)(?:\s+[\w'’-]+){0,2}\s*$",
    re.IGNORECASE,
)
# "May never" forbids, while "may only" leaves it open.
_MODAL = lazy(r"(?:can|may|might|could)\b", re.IGNORECASE)
_ALWAYS = frozenset(("always", "never"))
# The same where it stands before the word and denies it: "not often", "do not usually".
_DENIED = lazy(
    r"\b(?:not|never|cannot|\w+n['’]t|more|less|most|least|as|so|too|how|very)(?:\s+be)?\s*$",
    re.IGNORECASE,
)
# Where "all" and "every" belong to an adjunct, which says where or for what, not how far it holds.
_ADJUNCT = lazy(
    r"\b(?:for|after|before|across|over|from|of|to|by|on|in|at|with|between|among|within|through|"
    r"than|until|about)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "By only two votes", "using only salt": it counts or names a means.
_MEANS = lazy(r"\b(?:by|with|using|for|at|of|from|in|has|have|had)\s+$", re.IGNORECASE)
# "Has all the money it needs": all of what is given, not all there is.
_GIVEN = lazy(r"\s+(?:of\s+)?(?:the|its|their|his|her|my|your|our)\b", re.IGNORECASE)
_COUNTED = lazy(
    r"\s+(?:of\s+)?(?:the\s+)?(?:two|three|four|five|\d+|day|night|week|month|year|way|time|other|"
    r"second|third|few|single)\b|\s*-",
    re.IGNORECASE,
)
# A kind of thing, or its name: "normally distributed", "often called".
_TERM_OF_ART = lazy(
    r"\s+(?:distributed|accepted|known|called|named|referred|open|closed|available|than)\b"
    r"|(?<=commonly)\s+used\b|(?<=generally)\s+used\b",
    re.IGNORECASE,
)
# "Only when it rains" names a condition, which is what a good option does.
_CONDITION = lazy(
    r"(?:\s+\w+){0,2}\s+(?:when|if|after|once|where|while|because|unless|until|in\s+the\s+presence)\b",
    re.IGNORECASE,
)
_RELATIVE = lazy(r"\b(?:that|which|who|whose|whom|where|when|if)\b", re.IGNORECASE)
_ALTERNATIVE = lazy(r"\s+or\s+(?!no\b)", re.IGNORECASE)
# Where another clause begins, which explains or goes on.
_NEXT_CLAUSE = lazy(
    r"[,;:(–—]|\.\s|\s-|\b(?:and|but|because|so|which|that|who|while|whereas|when|if|where|since)\s",
    re.IGNORECASE,
)
# "Never", "Always: it is the rule": an answer by itself.
_ALONE = lazy(r"\s*(?:$|[.,;:()]|[–—-]\s)")


def absolutes(prose: Prose) -> list[Term]:
    """The words of a text that claim something without exceptions.

    None where the clause takes the claim back ("may only", "not always"). "All", "every" and "only"
    claim something in the main clause alone, unless they count ("all three"), name a condition
    ("only when") or belong to an adjunct ("after every meal").
    """
    if absolute_words().isdisjoint(prose.lower_words):
        return []
    following = _NEXT_CLAUSE.search(prose.wording)
    end = len(prose.wording) if following is None else following.end()
    return [term for term in absolute_terms(prose) if _claims(prose, term, end)]


def _claims(prose: Prose, term: Term, end: int) -> bool:
    """Whether a word claims something; `end` is where the main clause ends."""
    if term.word not in absolute_words():
        return False
    text = prose.wording
    before = text[max(0, term.start - _REACH) : term.start]
    hedge = _HEDGED.search(before)
    if hedge is not None and not (term.word in _ALWAYS and _MODAL.match(hedge[0])):
        return False
    if _ALTERNATIVE.match(text, term.end):
        return False
    if term.word not in _WEAK:
        return True
    if term.start >= end:
        return False
    if term.word == "only":
        return not (_MEANS.search(before) or _CONDITION.match(text, term.end))
    if term.start and _GIVEN.match(text, term.end):
        return False
    return not (_ADJUNCT.search(before) or _COUNTED.match(text, term.end))


def claim_of_statement(prose: Prose, start: int, end: int) -> Term | None:
    """The absolute word of a sentence to judge or to complete, at a range of `prose.text`.

    "All", "every" and "only" count where they begin it; further on they are often part of a name.
    What a relative clause says defines a thing ("a loop that never ends").
    """
    for term in absolutes(prose):
        if not start <= term.start < end or (term.word in _WEAK and term.start > start):
            continue
        if _RELATIVE.search(prose.text, start, term.start) is None:
            return term
    return None


def stands_alone(prose: Prose, term: Term) -> bool:
    """Whether a word is the whole of an answer, but for what explains it."""
    return term.start == 0 and _ALONE.match(prose.text, term.end) is not None


def vague(prose: Prose) -> list[Term]:
    """The words of a text that leave open how often or to what degree.

    None where the word is denied or compared ("not often", "more often"), or makes a kind of thing
    ("normally distributed", "commonly used").
    """
    if vague_words().isdisjoint(prose.lower_words):
        return []
    return [term for term in vague_terms(prose) if _is_open(prose, term)]


def _is_open(prose: Prose, term: Term) -> bool:
    if term.word not in vague_words():
        return False
    text = prose.wording
    before = text[max(0, term.start - _REACH) : term.start]
    if _DENIED.search(before) or _TERM_OF_ART.match(text, term.end):
        return False
    return term.word not in DEGREES or text[term.end : term.end + 1] == " "
