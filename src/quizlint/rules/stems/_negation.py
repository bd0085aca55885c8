"""The negation that turns a question round, found once for all rules that ask."""

from functools import lru_cache

from quizlint.content import Question
from quizlint.language import foreign
from quizlint.language.english import negation as english
from quizlint.language.english.verdicts import opens_with_verdict, several_verdicts
from quizlint.language.negation import Negation, negation


@lru_cache(maxsize=1)  # several rules in a row ask it of one question
def governing_negation(question: Question) -> Negation | None:
    """The negative word of the clause that asks, or None."""
    return english.negation(question.stem.prose)


@lru_cache(maxsize=1)
def negation_in(question: Question, language: str = "en") -> Negation | None:
    """The negative word that a learner has to undo: that of the clause that asks, and any in a
    statement, or a question of yes or no, that the options are verdicts on.
    """
    judged = is_judged(question, language)
    if language == "en":
        rows = are_rows(question)
        return english.negation(question.stem.prose, judged=judged or rows, in_rows=rows)
    return negation(question.stem, language, judged=judged)


def is_judged(question: Question, language: str = "en") -> bool:
    """Whether all options are verdicts on what the stem says: "True", "No, because …"."""
    options = question.options
    if language == "en":
        return bool(options) and all(opens_with_verdict(option.text.plain) for option in options)
    return bool(options) and all(
        foreign.verdict(option.text.plain, language) is not None for option in options
    )


def are_rows(question: Question, language: str = "en") -> bool:
    """Whether options are rows of verdicts, one on each statement of the stem: "True, false"."""
    texts = [option.text.plain for option in question.options]
    if language == "en":
        return len(texts) > 2 and all(map(several_verdicts, texts))
    return len(texts) > 2 and all(foreign.verdicts(text, language) > 1 for text in texts)
