"""OPT013: a claim without exceptions."""

import re
from collections.abc import Iterator, Sequence

from quizlint.content import Finding, Question, Severity
from quizlint.language import Term, foreign
from quizlint.language.english import claims as english
from quizlint.language.english.asking import asking_sentence
from quizlint.language.english.focus import asks
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._labels import combined_statements
from quizlint.rules.options._last import comes_last
from quizlint.rules.stems._negation import are_rows, is_judged
from quizlint.rules.when import Selected
from quizlint.rules.wording import letter, quote
from quizlint.text import Prose
from quizlint.text.patterns import lazy

# What is answered by "always" or "never" as by any other frequency.
_HOW_OFTEN = lazy(r"\bhow\s+(?:often|frequently|many\s+times)\b", re.IGNORECASE)


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

    def check(self, question: Selected, ctx: Context) -> Iterator[Finding]:
        options, language = question.options, ctx.language
        claim = _claim_of_stem(question, language)
        if claim is not None:
            yield self.finding(
                question.stem.plain_at(claim.start, claim.end),
                f"the stem claims something without exceptions: {quote(claim.word)}; say under "
                "which conditions it holds",
            )
        found = {}
        for index, option in enumerate(options):
            terms = _absolutes(option.text.prose, language)
            if terms and not comes_last(option, language) and not _is_scale(question, index, terms):
                found[index] = terms[0]
        if not found or len(found) == len(options):  # none stands out
            return
        if combined_statements(question):  # "I and III only"
            return
        for index, term in found.items():
            yield self.finding(
                options[index].text.plain_at(term.start, term.end),
                f"option {letter(index)} claims something without exceptions: "
                f"{quote(term.word)}; say under which conditions, or make all options as strict",
            )


def _absolutes(prose: Prose, language: str) -> Sequence[Term]:
    """The words of a text that claim something without exceptions."""
    if language == "en":
        return english.absolutes(prose)
    return [t for t in foreign.absolutes(prose, language) if not english.stands_alone(prose, t)]


def _is_scale(question: Question, index: int, terms: Sequence[Term]) -> bool:
    """Whether an option is a mere frequency, which is what the stem asks for."""
    alone = english.stands_alone(question.options[index].text.prose, terms[0])
    return alone and _HOW_OFTEN.search(question.stem.plain) is not None


def _claim_of_stem(question: Question, language: str) -> Term | None:
    """The absolute word of a stem that is itself a claim: a statement to judge or complete."""
    prose = question.stem.prose
    if language != "en":
        terms = () if "?" in prose.text else _absolutes(prose, language)
        return next((t for t in terms if t.start == 0 or foreign.is_always(t.word, language)), None)
    if are_rows(question):
        found = (english.claim_of_statement(prose, *each) for each in prose.sentences)
        return next((each for each in found if each is not None), None)
    if asks(prose) and not is_judged(question):
        return None
    return english.claim_of_statement(prose, *asking_sentence(prose))
