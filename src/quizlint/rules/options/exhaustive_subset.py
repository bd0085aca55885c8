"""OPT027: a few of the options exhaust what is possible."""

import re
from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._opposites import are_opposite
from quizlint.rules.when import Selected
from quizlint.rules.wording import letter, listed
from quizlint.text import Span
from quizlint.text.patterns import lazy

_CHANGE_WORD = lazy(
    r"\b(?:increas|decreas|ris|fall|chang|double|halv|more|less|same|then|first|both|cannot|depend|"
    r"vary|varies|none|all|unknown)",
    re.IGNORECASE,
)


class ExhaustiveSubset(Rule):
    """Two or three options exhaust the possibilities, so that the others cannot be right.

    ## Why it matters
    If something increases, decreases or stays the same, a fourth option is only there to be
    counted: learners strike it without knowing anything.

    ## How to fix it
    Leave out the options beyond the possible ones, or ask for reasons as well in all of them.

    ## References
    - NBME Item-Writing Guide (2020): collectively exhaustive options.
    """

    code = "OPT027"
    name = "exhaustive-subset"
    severity = Severity.INFO
    preset = "all"
    fewest_options = 4
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: How does the pressure change?
    options: [«It increases, It decreases, It stays the same», The gas smells of sulfur]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: How does the pressure change?
    options: [It increases, It decreases, It stays the same]
    answer: A
  - question: How does the pressure change?
    options: [It doubles, It halves, It stays the same, It triples]
    answer: A
  - question: How does the pressure change?
    options: [It rises and stays high, It falls, It stays the same, It rises and falls]
    answer: D
"""
        ),
    )

    def check(self, question: Selected, _ctx: Context) -> Iterator[Finding]:
        options = question.options
        if all(_SAME_OR_NOT.isdisjoint(option.text.prose.lower_words) for option in options):
            return
        kinds: dict[str, int] = {}
        for index, option in enumerate(options):
            if len(option.text.value) > 60:
                continue
            match = _CHANGE.fullmatch(option.text.plain)
            if match is not None and match.lastgroup is not None:
                if match.lastgroup in kinds:
                    return  # by how much is asked
                kinds[match.lastgroup] = index
        places = sorted(kinds.values())
        if len(places) != 3:
            places = _negation(question)
        if not places or set(places) == set(range(len(options))):
            return
        rest = [at for at in range(len(options)) if at not in places]
        if not set(question.key.indices).isdisjoint(rest):
            return
        if any(_CHANGE_WORD.search(options[at].text.plain) for at in rest):
            return
        first, last = options[places[0]], options[places[-1]]
        yield self.finding(
            Span(first.text.span.start, last.text.span.end),
            f"options {listed([letter(at) for at in places])} exhaust what is possible; the others "
            f"({listed([letter(at) for at in rest])}) cannot be right: leave them out",
        )


_SAME_OR_NOT = frozenset("same unchanged constant unaffected no not".split())


def _negation(question: Question) -> list[int]:
    """The places of two options of which one is the other with a "not"."""
    words = [option.text.prose.lower_words for option in question.options]
    with_not = [at for at, listed_words in enumerate(words) if "not" in listed_words]
    if len(with_not) != 1:
        return []
    negated = with_not[0]
    for at, other in enumerate(words):
        longer = at != negated and 2 < len(other) < len(words[negated])
        if longer and are_opposite(words[negated], other):
            return sorted((at, negated))
    return []


def _change() -> str:
    subject = r"(?:(?:it|they|the\s+\w+(?:\s+\w+)?|this)\s+)?(?:will\s+|would\s+)?"
    return (
        rf"{subject}(?:(?P<more>(?:increase|rise|go\s+up|grow|rose|increased?)s?|goes\s+up|higher|gets\s+"
        r"(?:larger|higher|bigger))|(?P<less>(?:decrease|fall|decreased?|drop|decline|fell)s?|goes?\s+down|lower|"
        r"gets\s+(?:smaller|lower))|(?P<same>(?:stays?|remains?|be|is)\s+(?:the\s+same|unchanged|constant|"
        r"unaffected)|does\s+not\s+change|no\s+change|(?:not\s+change)|unchanged|the\s+same))\W*"
    )


_CHANGE = lazy(_change, re.IGNORECASE)
