"""OPT014: a frequency or an amount that each reader takes differently."""

import re
from collections.abc import Iterator, Sequence

from quizlint.content import Finding, Question, Severity
from quizlint.language import Term, foreign, vague_terms
from quizlint.language.words import VAGUE
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._last import comes_last
from quizlint.rules.wording import letter, quote
from quizlint.text import Prose


class VagueTerm(Rule):
    """An option leaves open how often or how much.

    ## Why it matters
    "Often" is three times in ten for one reader and nine times for another, so that whether the
    option is right depends on the reader. Hedges also give the key away: they are hard to refute.

    ## How to fix it
    Give a number, a share, or the condition under which it holds.

    ## References
    - Haladyna, Downing and Rodriguez (2002): avoid vague frequency terms.
    - NBME Item-Writing Guide (2020): vague terms are used in the options.
    """

    code = "OPT014"
    name = "vague-term"
    severity = Severity.INFO
    preset = "strict"
    languages = foreign.LANGUAGES
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What is true of swans?
    options: [They are black, They «often» fly in pairs, They live in trees]
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: How often do swans change their feathers?
    options: [often, seldom, once a year]
    answer: C
  - question: What did the survey ask?
    options: [how often people move, how many people cook, who owns a car]
    answer: A
"""
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        options = question.options
        if not question.selected:
            return
        found = []
        for index, option in enumerate(options):
            prose = option.text.prose
            if len(prose.words) < 2 or comes_last(option, ctx.language):
                continue
            terms = _vague_in(prose, ctx.language)
            if terms:
                found.append((index, terms[0]))
        if len(found) == len(options):  # the degree is what is asked
            return
        for index, term in found:
            yield self.finding(
                options[index].text.plain_at(term.start, term.end),
                f"option {letter(index)} leaves open how often or how much: {quote(term.word)}; "
                "give a number or a condition",
            )


def _vague_in(prose: Prose, language: str) -> Sequence[Term]:
    """The words of a text that leave open how often or how much."""
    if language != "en":
        return foreign.vague(prose, language)
    if _VAGUE.isdisjoint(prose.lower_words):
        return ()
    return [
        term
        for term in vague_terms(prose)
        if term.word in _VAGUE
        and _TERM_OF_ART.match(prose.text, term.end) is None
        and not prose.text[: term.start].lower().endswith(("more ", "less ", "as ", "so "))
    ]


_TERM_OF_ART = re.compile(r"\s+(?:distributed|accepted|used|known|called|referred|open|closed)\b")
"""What makes a kind of thing of a frequency: normally distributed data, a commonly used drug."""

_AMOUNTS = frozenset("many some most".split())
_FIRM = frozenset("mostly regularly periodically".split())
"""Words that mean a share over one half, or a fixed distance, rather than a vague frequency."""

_VAGUE = _AMOUNTS | VAGUE - _FIRM
