"""OPT014: a frequency or a degree that each reader takes differently."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.language import Term, foreign
from quizlint.language.english import claims as english
from quizlint.language.english.asking import asking_sentence
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._last import comes_last
from quizlint.rules.stems._negation import are_rows, is_judged
from quizlint.rules.when import Selected
from quizlint.rules.wording import letter, quote


class VagueTerm(Rule):
    """An option, or a statement to judge, leaves open how often or how much.

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
    options: [They build in reeds, They «often» fly, They live in trees]
    answer: B
  - question: Swans «often» sing at night.
    options: ["True", "False"]
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

    def check(self, question: Selected, ctx: Context) -> Iterator[Finding]:
        options = question.options
        hedge = _hedge_of_stem(question, ctx.language)
        if hedge is not None:
            yield self.finding(
                question.stem.plain_at(hedge.start, hedge.end),
                f"the statement leaves open how often or how much: {quote(hedge.word)}; give a "
                "number or a condition",
            )
        found = {}
        for index, option in enumerate(options):
            prose = option.text.prose
            if len(prose.words) < 2 or comes_last(option, ctx.language):
                continue
            terms = (
                english.vague(prose) if ctx.language == "en" else foreign.vague(prose, ctx.language)
            )
            if terms:
                found[index] = terms[0]
        if len(found) == len(options):  # the degree is what is asked
            return
        for index, term in found.items():
            yield self.finding(
                options[index].text.plain_at(term.start, term.end),
                f"option {letter(index)} leaves open how often or how much: {quote(term.word)}; "
                "give a number or a condition",
            )


def _hedge_of_stem(question: Question, language: str) -> Term | None:
    """The vague word of a stem that is a statement to judge, or several in a row."""
    rows = are_rows(question, language)
    if not rows and not is_judged(question, language):
        return None
    stem = question.stem.prose
    if language != "en":
        return next(iter(foreign.vague(stem, language)), None)
    start, end = (0, len(stem.text)) if rows else asking_sentence(stem)
    return next((term for term in english.vague(stem) if start <= term.start < end), None)
