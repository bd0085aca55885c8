"""Words that say too much, too little, or turn a question round.

Each finder looks at a text as a reader sees it, without code and formulas, and passes over quoted
passages and over idioms in which the word means something else ("at all", "at least", "how often").
"""

import re
from functools import cache
from typing import NamedTuple

from quizlint.language.pack import pack
from quizlint.text import Prose
from quizlint.text.patterns import lazy
from quizlint.text.ranges import within

_QUOTED = lazy(r'"[^"]{1,400}"|“[^”]{1,400}”')


class Term(NamedTuple):
    """A word of a list: in lower case, and where it stands in `prose.text`.

    A weak term is often innocent; what it means depends on the rest of the sentence.
    """

    word: str
    start: int
    end: int
    strong: bool


ABSOLUTE_WEAK = frozenset(
    "all none no only any must cannot nothing each purely merely fully forever perfectly exactly "
    "guaranteed guarantees definitely certainly".split()
)

VAGUE_WEAK = frozenset(
    "mostly regularly periodically many few several some various numerous most probably "
    "possibly perhaps maybe may might could likely unlikely somewhat relatively fairly rather "
    "nearly almost approximately roughly significant significantly considerable "
    "considerably".split()
)

NEGATIVE = frozenset(
    "not never except excepting cannot least false incorrect incorrectly untrue wrong wrongly "
    "inaccurate inappropriate isn't aren't wasn't weren't don't doesn't didn't won't wouldn't "
    "shouldn't can't couldn't hasn't haven't hadn't mustn't".split()
)
"""Words that can turn a question round."""

NEGATIVE_WEAK = frozenset("no none nor neither nobody nothing nowhere without unless".split())

_REACH = 30
"""Characters around a word within which an idiom lies."""

_ABSOLUTE_IDIOMS = (
    r"\bat\s+all\b(?!\s+times)|\b(?:after|above|first\s+of|once\s+and\s+for|in|overall,?\s+in)\s+all\b"
    r"|\ball\s+(?:but|along|over|right|of\s+a\s+sudden|at\s+once|the\s+(?:same|more|better)|in\s+all)\b"
    r"|\ball\s+that\s+(?:apply|are\s+(?:correct|true))\b"
    r"|\b(?:all|each|none|any)\s+(?:of\s+)?(?:the\s+)?(?:following|above|other|these|those|them)\b"
    r"|\b(?:not|nearly|almost)\s+(?:all|always|every(?:one|body|thing|where)?|only|any|each|"
    r"necessarily|completely|entirely|fully|exactly)\b"
    r"|\b(?:if|when|whether|hardly|barely|scarcely)\s+any\b|\bany(?:\s+other)?\s+of\b|\bin\s+any\s+case\b"
    r"|\bno\s+(?:longer|matter|sooner|doubt|wonder|more\s+than|less\s+than|fewer\s+than|one\s+of)\b"
    r"|\bno\.(?=\s*\d)|\b(?:yes|true)\s*(?:/|or|,)\s*no\b|\bnone\s+(?:other|the\s*less)\b"
    r"|\bif\s+and\s+only\s+if\b|\bthe\s+only\b|\bonly\s+(?:one|two|child)\b|\bnever\s+mind\b"
    r"|\bevery\s+(?:other|now\s+and|so\s+often|\d+|two|three|few)\b"
    r"|\beach\s+(?:other|time)\b|\bnothing\s+(?:but|more\s+than|else)\b|\bmust\s+have\b"
)
_VAGUE_IDIOMS = (
    r"\bhow\s+(?:often|many|few|frequently|likely|significant)\b|\b(?:as|so|too)\s+(?:many|few|often)\b"
    r"|\b(?:the|which|what|are|is|was|were|be|its?|their|your|his|her|a|an|and|or)\s+most(?:\s+likely)?\b"
    r"|\bmost\s+(?!of\b)(?:\w+ly\b|likely|common|important|significant|recent|accurate|appropriate|"
    r"suitable|effective|efficient)|\b(?:at|for\s+the)\s+most(?:\s+part)?\b"
    r"|\b(?:more|less|very|not|un)\s+likely\b|\brather\s+than\b|\b(?:would|or)\s+rather\b"
    r"|\bmay(?:be)?\s+\d|\b(?:in|of|on|by|since|until|last|next)\s+May\b|\b(?:statistically)\s+\w+\b"
    r"|\bsignificant\s+(?:figures?|digits?)\b|\ba\s+few\s+of\s+the\b|\bsome\s*(?:one|thing|how)\b"
)
_NEGATIVE_IDIOMS = (
    r"\bat\s+least\b|\bleast\s+(?:squares?|common|significant|one|two|three|\d+)\b|\blast\s+but\s+not\s+"
    r"least\b|\bnot\s+(?:only|just|merely|simply|necessarily|to\s+scale)\b|\b(?:whether\s+or|or|if|"
    r"why)\s+not\b|\bwhether\s+or\s+no\b"
    r"|\b(?:true|right|correct)\s*(?:/|or|,)\s*(?:false|wrong|incorrect)\b"
    r"|\b(?:false|wrong)\s+or\s+(?:true|right)\b|\bfalse\s+(?:positive|negative|alarm|friend|memor|"
    r"teeth|start|discovery)\w*|\breturns?\s+false\b|\bwhat(?:['’]?s|\s+(?:is|went|goes|was))\s+wrong\b"
    r"|\bdo(?:n['’]t|\s+not)\s+(?:use|include|round|write|forget|worry|guess)\b|\bnever\s+mind\b"
    r"|\bno\.(?=\s*\d)|\bno\s+(?:longer|matter|sooner|doubt)\b|\byes\s*(?:/|or|,)\s*no\b"
)


@cache
def absolute_words() -> frozenset[str]:
    """Specific determiners: claims without exception. Of `packs/en.toml`, as are the vague ones."""
    known = pack("en")
    return frozenset(known.absolutes.words if known else ())


@cache
def vague_words() -> frozenset[str]:
    """Frequencies and degrees that readers take to mean very different shares."""
    known = pack("en")
    return frozenset(known.vague.words if known else ())


def absolute_terms(prose: Prose) -> tuple[Term, ...]:
    """Specific determiners ("always"); weak ones ("all", "only") too."""
    return _find(prose, absolute_words() - ABSOLUTE_WEAK, ABSOLUTE_WEAK, _ABSOLUTE_IDIOMS)


def vague_terms(prose: Prose) -> tuple[Term, ...]:
    """Vague frequencies ("often"); vague amounts and hedges ("several", "may") as weak ones."""
    return _find(prose, vague_words() - VAGUE_WEAK, VAGUE_WEAK, _VAGUE_IDIOMS)


def negatives(prose: Prose) -> tuple[Term, ...]:
    """Words that can turn a question round ("not"); other negative words as weak ones."""
    return _find(prose, NEGATIVE, NEGATIVE_WEAK, _NEGATIVE_IDIOMS)


def _find(
    prose: Prose, strong: frozenset[str], weak: frozenset[str], idioms: str
) -> tuple[Term, ...]:
    words = prose.lower_words
    if strong.isdisjoint(words) and weak.isdisjoint(words) and "’" not in prose.text:
        return ()
    text = prose.wording
    quoted = _QUOTED.finditer(text) if '"' in text or "“" in text else ()
    passages = [match.span() for match in quoted]
    return tuple(
        Term(word := match[0].lower().replace("’", "'"), *match.span(), word in strong)
        for match in _any_of(strong | weak).finditer(text)
        if not within(passages, match.start()) and not _is_idiom(text, match.start(), idioms)
    )


def _is_idiom(text: str, start: int, idioms: str) -> bool:
    """Whether the word at `start` is part of one of the idioms."""
    near = _idioms(idioms).finditer(text, max(0, start - _REACH), start + _REACH)
    return any(match.start() <= start < match.end() for match in near)


@cache
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    """Any of the words, standing alone: not a part of `read-only` or `all-or-nothing`."""
    listed = "|".join(sorted(words, key=lambda word: (-len(word), word))).replace("'", "['’]")
    return re.compile(rf"(?<![\w'’\-])(?:{listed})(?![\w\-]|['’]\w)", re.IGNORECASE)


@cache
def _idioms(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
