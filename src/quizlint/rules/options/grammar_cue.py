"""OPT015: the stem's grammar fits only some of the options."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from quizlint.content import Finding, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._last import comes_last
from quizlint.rules.wording import letter, quote
from quizlint.text import Prose
from quizlint.text.patterns import lazy

# Questions that a phrase answers as well as a noun.
_PLACE = lazy(r"\b(?:where|when|how|why|what\s+(?:time|place))\b", re.IGNORECASE)
_OWN_SUBJECT = lazy(
    r"(?:they|he|she|we|it)\s+(?:is|are|was|were|has|have|had|can|could|will|would|must|may|do|"
    r"does|did|\w+(?:s|ed))\b",
    re.IGNORECASE,
)
# Words after which `to` begins an infinitive.
_INFINITIVE = lazy(
    r"\b(?:unable|able|has|have|had|wants?|wanted|tends?|try|tries|tried|likely|used|order|ability|"
    r"begins?|began|needs?|needed|ought|going|fails?|failed|serves?|helps?|is|are|was|were|purpose\s+is|function\s+is|"
    r"role\s+is|goal\s+is|aim\s+is)\s+to\s*(?:_{2,}|\.{3,}|…|:)?\s*$",
    re.IGNORECASE,
)


class GrammarCue(Rule):
    """The stem's article, number or verb form fits only some of the options.

    ## Why it matters
    Options that cannot follow the stem in a correct sentence are struck without any knowledge, and
    where only the key fits, grammar gives it away.

    ## How to fix it
    Write "a/an" or put the article into the options; let all options be singular, or all plural;
    read the stem with each option aloud.

    ## References
    - Haladyna, Downing and Rodriguez (2002): avoid grammatical cues; keep options homogeneous.
    - NBME Item-Writing Guide (2020): grammatical cues.
    """

    code = "OPT015"
    name = "grammar-cue"
    severity = Severity.WARNING
    preset = "strict"
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: A muscle is fixed to a bone by a
    options: [tendon, «artery», «organ»]
    answer: A
  - question: "The king's castle fell because the guards were"
    options: [asleep in the tower, drunk from the wine, «they had gone home»]
    answer: A
"""
        ),
        Example(
            """\
kind: quiz
questions:
  - question: The first sign of the illness is that the patient is unable to
    options: [swallow, walk far, «the loss of taste»]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: A muscle is fixed to a bone by a/an
    options: [tendon, artery, organ]
    answer: A
  - question: To measure its speed you need a
    options: [watch, yardstick, useful map, one-way ticket]
    answer: A
  - question: The train is late. It has to
    options: [wait, turn back, hurry]
    answer: C
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        options = question.options
        if len(options) < 2 or not question.selected:
            return
        odd = self._misfits(question)
        if odd:
            yield from odd
            return
        forms = _uneven_forms(question)
        if forms is None:
            return
        common = "others do not" if "" in forms.values() else "others begin in other ways"
        few = min(filter(None, forms.values()), key=[*forms.values()].count)
        index = next(at for at, form in forms.items() if form == few)
        yield self.finding(
            options[index].text.span,
            f"option {letter(index)} begins with {few} and {common}; give all options one "
            "grammatical form",
        )

    def _misfits(self, question: Question) -> list[Finding]:
        """Findings on options that cannot follow the stem, where others can."""
        stem = question.stem.prose
        last = stem.lower_words[-1:]
        if not last or stem.text.endswith("?"):
            return []
        expectation = _expectation(last[0], stem)
        if expectation is None:
            return []
        fits = {
            index: expectation.fits(option.text.plain)
            for index, option in enumerate(question.options)
            if not (option.text.prose.has_code or option.text.prose.has_math or comes_last(option))
        }
        odd = [index for index, fit in fits.items() if fit is False]
        # Where nothing fits, or not even the key, the stem is at fault and gives nothing away.
        if not odd or True not in fits.values() or not set(question.key.indices).isdisjoint(odd):
            return []
        return [
            self.finding(
                question.options[index].text.span,
                f"option {letter(index)} cannot follow {quote(expectation.after)}: "
                f"{expectation.why}; let all options fit the stem",
            )
            for index in odd
        ]


def _uneven_forms(question: Question) -> dict[int, str] | None:
    """How each option begins; None where all begin alike, or nothing can be said."""
    texts = [option.text.prose for option in question.options]
    if not any(_opens_specially(prose) for prose in texts):
        return None
    if any(prose.has_code or prose.has_math or prose.has_media for prose in texts):
        return None
    forms = {}
    place = _PLACE.search(question.stem.plain) is not None
    for index, option in enumerate(question.options):
        words = texts[index].lower_words
        if not words or comes_last(option):
            continue
        form = _form(words)
        if form is not None:
            forms[index] = "" if place and form == _PHRASE else form
    return forms if len(set(forms.values())) > 1 else None


_VERB = "a verb in -ing"
_PARTICIPLE = "a participle"
_PHRASE = "a preposition or conjunction"


def _form(words: Sequence[str]) -> str | None:
    """What an option begins with: "" for nothing special, None where it cannot be told."""
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first in _openings():
        return _PHRASE if second else ""
    object_follows = second in _openings() or second in _determiners()
    if len(first) > 5 and first.endswith("ing") and first not in _NO_VERBS:
        return _VERB if object_follows else None  # "bowling alley"
    if len(first) > 4 and first.endswith("ed") and first[-3] != "e" and second in _openings():
        return _PARTICIPLE
    return ""


_NO_VERBS = frozenset(
    "nothing anything something everything evening morning ceiling string spring".split()
)


def _opens_specially(prose: Prose) -> bool:
    words = prose.lower_words
    return bool(words) and (words[0].endswith(("ing", "ed")) or words[0] in _openings())


@cache
def _openings() -> frozenset[str]:
    return frozenset(
        "because if so since when while although unless by to in on at from with for during "
        "through "
        "into as after before under between without".split()
    )


class _Expectation(NamedTuple):
    """What must follow a stem. `fits` says None where it cannot be told."""

    after: str
    why: str
    fits: Callable[[str], bool | None]


def _expectation(last: str, stem: Prose) -> _Expectation | None:
    if last in ("a", "an"):
        if stem.text.rstrip(" _.:…").endswith("/" + last):
            return None
        return _Expectation(f"… {last}", "the other article belongs before it", _article(last))
    if last == "to" and _INFINITIVE.search(stem.text) is not None:
        return _Expectation("… to", "a verb is wanted", _verb)
    if last in ("is", "are", "was", "were", "by", "of", "for", "with", "because"):
        return (
            None
            if last == "because"
            else _Expectation(f"… {last}", "it is a sentence of its own", _no_sentence)
        )
    return None


def _article(last: str) -> Callable[[str], bool | None]:
    def fits(text: str) -> bool | None:
        from quizlint.language.agreement import article_for, plural

        words = text.split()
        if not words or words[0].lower() in _determiners():
            return None if not words else False
        wanted = article_for(text)
        if wanted is not None and wanted != last:
            return False
        noun = words[-1].strip(".,;")
        if len(words) == 1 and noun.islower() and plural(noun) and not noun.endswith("ss"):
            return False
        return None if wanted is None else True

    return fits


def _verb(text: str) -> bool | None:
    """Whether an option can follow the `to` of an infinitive."""
    words = text.split()
    if not words:
        return None
    first = words[0].lower().strip(".,;")
    if first in _determiners() or first in _pronouns():
        return False
    return not (
        first.endswith("ing") and len(first) > 5 and first not in ("bring", "string", "swing")
    )


def _no_sentence(text: str) -> bool | None:
    """Whether an option is no sentence with a subject of its own."""
    return _OWN_SUBJECT.match(text) is None


@cache
def _determiners() -> frozenset[str]:
    return frozenset(
        "a an the this that these those its their his her my your our more all each every any no "
        "some it them him us".split()
    )


@cache
def _pronouns() -> frozenset[str]:
    return frozenset("it he she they we".split())
