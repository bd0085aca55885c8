"""CRD005: a definition that explains a term by the term."""

import re
from collections.abc import Iterator

from quizlint.content import Card, Finding, Severity
from quizlint.language.lemmas import stem
from quizlint.rules.base import Example, Rule
from quizlint.rules.cards._sides import is_cloze
from quizlint.rules.context import Context
from quizlint.rules.wording import quote
from quizlint.text.patterns import lazy

_MOST_AFTER = 4
"""Words that may follow the term in its clause; more of them explain something after all."""

_ASKED = lazy(
    r"(?:(?:what (?:is|are|does)(?: meant by| the (?:definition|meaning) of)?|define|"
    r"explain) )?(?:(?:an?|the) )?[\"'“‘]?(?P<term>[^\W\d_][\w-]*(?: [\w-]+){0,2}?)[\"'”’]?"
    r"(?: mean)?(?: in [\w ]+)?\s*[?:.]?",
    re.IGNORECASE,
)
_COPULA = lazy(
    r"(?:\s*\([^()]*\))?\s*(?:\b(?:is|are|means|refers to|stands for)\b|[:=–—])\s*",
    re.IGNORECASE,
)
_ARTICLE = lazy(r"(?:an?|the|any|being|how|something|that is)\s+", re.IGNORECASE)
# Words for the kind of thing that say next to nothing, and what joins them to the rest.
_KIND = lazy(
    r"(?:an?|the)?\s*(?:process|act|action|state|condition|quality|property|practice|method|way|"
    r"technique|ability|study|art|fact|event|result|concept|idea)s?\s+"
    r"(?:of|to|for|in which|by which|when|where)\s+",
    re.IGNORECASE,
)
_WORD = lazy(r"[^\W_]+(?:['’-][^\W_]+)*")


class CircularDefinition(Rule):
    """A definition explains its term by the term itself.

    ## Why it matters
    "Encryption is the process of encrypting" tells a learner who does not know what encryption is
    nothing, and a learner who repeats it shows nothing.

    ## How to fix it
    Name the kind of thing it is and what sets it apart from others of its kind. A part of a longer
    term may return ("a linked list is a list whose ..."), and so may the term in a later example.

    ## References
    - Copi, Introduction to Logic: a definition must not be circular.
    - Wozniak (1999), twenty rules of formulating knowledge: do not learn what you do not
      understand.
    """

    code = "CRD005"
    name = "circular-definition"
    severity = Severity.WARNING
    languages = ("en",)
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What is encryption?
    back: Encryption is the process of «encrypting» data.
  - front: Inflation
    back: Inflation is the «inflation» of prices in a country.
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What is encryption?
    back: Encryption makes a text unreadable without a key. Encryption is not signing.
  - front: What is a linked list?
    back: A linked list is a list whose elements each point to the next.
  - front: What is a stack?
    back: A stack is a pile in which whatever was put on the stack last is taken off first.
  - front: Fermentation
    back: "Fermentation: the making of acid or alcohol from sugar, by microbes."
  - front: Compilation
    back: The process of compiling source code into instructions that a machine runs.
"""
        ),
    )

    def check(self, card: Card, _ctx: Context) -> Iterator[Finding]:
        if len(card.front.value) > 100 or len(card.back.value) < 4 or is_cloze(card):
            return
        asked = _ASKED.fullmatch(card.front.plain)
        if asked is None:
            return
        back = card.back.prose.wording
        explained = _explained(back, asked["term"])
        if explained is not None:
            start, end = explained
            yield self.finding(
                card.back.plain_at(start, end),
                f"{quote(asked['term'])} is explained by {quote(back[start:end])}; say what kind "
                "of thing it is and what sets it apart",
            )


def _explained(back: str, term: str) -> tuple[int, int] | None:
    """Where the explanation of a term is nothing but the term."""
    begin = _after_subject(back, term.lower())
    copula = _COPULA.match(back, begin) if begin else None
    if copula is not None:
        begin = copula.end()
    elif begin:
        return None
    stems = [stem(word) for word in _WORD.findall(term)]
    kind = _KIND.match(back, begin)
    if kind is not None:
        found = _same(back, kind.end(), stems)
        return found if found and _words_left(back, found[1]) <= _MOST_AFTER else None
    return _same(back, begin, stems) if copula is not None else None


def _after_subject(back: str, term: str) -> int:
    """Where a back that begins with the term goes on; 0 where it begins in another way."""
    lowered = back[: len(term) + 8].lower()
    for article in ("", "a ", "an ", "the "):
        if lowered.startswith(article + term):
            end = len(article) + len(term)
            for ending in ("es", "s", ""):
                if lowered.startswith(ending, end) and not back[end + len(ending) :][:1].isalnum():
                    return end + len(ending)
    return 0


def _same(back: str, begin: int, stems: list[str]) -> tuple[int, int] | None:
    """The words of `back` from `begin` on, an article aside, if they have these stems."""
    at = _ARTICLE.match(back, begin)
    start = at.end() if at is not None else begin
    words = []
    for match in _WORD.finditer(back, start):
        words.append(match)
        if len(words) == len(stems):
            break
    if not words or words[0].start() != start or [stem(word[0]) for word in words] != stems:
        return None
    return start, words[-1].end()


def _words_left(back: str, end: int) -> int:
    """How many words the clause has after `end`: many of them explain something."""
    return len(re.split(r"[.;:,!?(]", back[end:], maxsplit=1)[0].split())
