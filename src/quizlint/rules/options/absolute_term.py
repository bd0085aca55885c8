"""OPT013: a claim without exceptions."""

import re
from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.language import Term, absolute_terms, foreign
from quizlint.language.words import ABSOLUTE
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._labels import combined_statements
from quizlint.rules.options._last import comes_last
from quizlint.rules.wording import letter, quote
from quizlint.text import Prose
from quizlint.text.patterns import lazy

_ALL_THINGS = lazy(
    r"all\s+(?:of\s+(?:the|its|their)\s+)?(?!(?:the|two|three|four|day|night|week|year|way|time|of|"
    r"\d+)\b)\w+",
    re.IGNORECASE,
)
_ONLY_THESE = lazy(r"\b(?:can|may|will|must|does|do)\s$", re.IGNORECASE)
_NOTHING_MORE = lazy(r"[ .]*+$")
_NO_CLAIM = lazy(r"\s+(?:time|\d+|single|few|other|second|third)\b", re.IGNORECASE)
# What follows a word that is an answer by itself: "Never", "Nothing: it is done already".
_ALONE = lazy(r"\s*(?:$|[.,;:()]|[–—-]\s)")


class AbsoluteTerm(Rule):
    """An option, or the stem, claims that something holds without exceptions.

    ## Why it matters
    Such words, known as specific determiners, are seldom true, and learners know it: they strike
    options with "always" and "never" without having to understand them.

    ## How to fix it
    Say what is claimed and under which conditions, or make all options equally strict.

    ## References
    - Haladyna, Downing and Rodriguez (2002): avoid specific determiners.
    - NBME Item-Writing Guide (2020): absolute terms.
    """

    code = "OPT013"
    name = "absolute-term"
    severity = Severity.WARNING
    preset = "strict"
    languages = foreign.LANGUAGES
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What is true of metals?
    options:
      - Most of them conduct heat well.
      - They «never» melt in a fire.
      - They are «always» grey and hard.
    answer: A
  - question: «All» mammals bear live young.
    options: ["True", "False"]
    answer: "False"
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: How many of the walls bear loads in the drawing?
    options: [some of the walls, none of the walls, only two walls]
    answer: C
  - question: What did they find out about the new drug?
    options:
      - It does not always help.
      - It does no harm at all.
      - It costs at least as much.
    answer: A
  - question: Which command prints every line?
    options: ["`grep -v never`", "`print always`", "`ls`"]
    answer: C
"""
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        if not question.selected:
            return
        yield from self._in_stem(question, ctx.language)
        options = question.options
        found = [
            (index, term)
            for index, option in enumerate(options)
            for term in _claims(option.text.prose, ctx.language)
            if not comes_last(option, ctx.language)
        ]
        if not found or combined_statements(question):  # "I and III only"
            return
        strict = {index for index, _ in found}
        if len(strict) == len(options):  # none stands out
            return
        for index, term in found:
            if index in strict:
                strict.remove(index)
                yield self.finding(
                    options[index].text.plain_at(term.start, term.end),
                    f"option {letter(index)} claims something without exceptions: "
                    f"{quote(term.word)}; say under which conditions, or make all options as "
                    f"strict",
                )

    def _in_stem(self, question: Question, language: str) -> Iterator[Finding]:
        """A stem that is itself a claim: a statement to judge, or to complete."""
        prose = question.stem.prose
        if "?" in prose.text:
            return
        for term in _claims(prose, language):
            if term.start == 0 or foreign.is_always(term.word, language):
                yield self.finding(
                    question.stem.plain_at(term.start, term.end),
                    f"the stem claims something without exceptions: {quote(term.word)}; say under "
                    "which conditions it holds",
                )
                return


_BEFORE = 8
"""Characters before a word in which the verb that it goes with stands."""

_MAY_BE_ABSOLUTE = ABSOLUTE | {"all", "only"}


def _claims(prose: Prose, language: str) -> list[Term]:
    """The absolute words of a text that are claims in what it says."""
    if language != "en":
        return [
            term
            for term in foreign.absolutes(prose, language)
            if term.start or _ALONE.match(prose.text, term.end) is None
        ]
    if _MAY_BE_ABSOLUTE.isdisjoint(prose.lower_words):
        return []
    return [term for term in absolute_terms(prose) if _is_claim(prose, term)]


def _is_claim(prose: Prose, term: Term) -> bool:
    """Whether an absolute word is one in what it says: "all cells", not "sleep all day"."""
    text = prose.text
    if term.start == 0 and _ALONE.match(text, term.end) is not None:
        return False
    if term.word == "all":
        return _ALL_THINGS.match(text, term.start) is not None
    if term.word == "only":
        before = text[max(0, term.start - _BEFORE) : term.start]
        return (term.start == 0 or _ONLY_THESE.search(before) is not None) or (
            len(prose.words) > 2 and _NOTHING_MORE.match(text, term.end) is not None
        )
    if term.word == "every":
        return _NO_CLAIM.match(text, term.end) is None
    return term.strong
