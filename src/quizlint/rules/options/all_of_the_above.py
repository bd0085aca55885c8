"""OPT009: an option says that all the others are right."""

from collections.abc import Iterator

from quizlint.content import Finding, Option, Question, Severity
from quizlint.language import foreign
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._labels import combinable, combined_letters
from quizlint.rules.options._last import LONGEST, about_others, are_shares, may_be_about_others
from quizlint.rules.wording import letter, quote


class AllOfTheAbove(Rule):
    """An option says that all the others are right, in whatever words.

    ## Why it matters
    Who knows that two options are right need not look at the rest; who knows that one is wrong can
    strike this one as well. Either way the question tells less than it seems to, and where such an
    option appears it is the key far too often.

    ## How to fix it
    Ask for all that apply and mark each right option, or replace it by one more real answer.

    ## References
    - Haladyna, Downing and Rodriguez (2002), guideline against "all of the above".
    - NBME Item-Writing Guide (2020).
    """

    code = "OPT009"
    name = "all-of-the-above"
    severity = Severity.WARNING
    languages = foreign.LANGUAGES
    supersedes = ("OPT012", "OPT021")
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these is a prime number?
    options: ["21", "33", "37", «All of the above»]
    answer: C
"""
        ),
        Example(
            """\
kind: quiz
questions:
  - question: What does a plant take up through its roots?
    options: [water, nitrate, phosphate, «"A, B and C"»]
    answer: D
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which share of the electrons in a closed shell is paired?
    options: [all of the electrons, half of the electrons, none of the electrons]
    answer: A
  - question: How much of the rope is left?
    options: [half of it, most of it, all of it]
    answer: A
  - question: "Which of these are gases at room temperature? I. Neon II. Sulfur III. Argon"
    options: [I only, III only, I and III, "I, II and III"]
    answer: C
  - question: Which vitamins are stored in fat?
    options: [vitamins A and D, vitamins B and C, vitamin C alone]
    answer: A
  - question: Which blood groups carry the antigen?
    options: [A, B, "O", "A, B"]
    answer: D
"""
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        if not question.selected:
            return
        if ctx.language == "en" and not (
            combinable(question) or any(map(may_be_about_others, question.options))
        ):
            return
        for index, option in enumerate(question.options):
            if len(option.text.value) > LONGEST:
                continue
            if _is_all(question, index, ctx.language) or _names_all_others(
                question, index, ctx.language
            ):
                yield self.finding(
                    option.text.span,
                    f"option {letter(index)} is {quote(option.text.plain)}; "
                    "ask for all that apply instead",
                )


def _is_all(question: Question, index: int, language: str) -> bool:
    """Whether an option says so in words: "all of these", but not beside "most of these", nor
    where the stem asks how many.
    """
    option = question.options[index]
    if about_others(option, language) != "all" and not _is_all_three(option, len(question.options)):
        return False
    if are_shares(question.options, language):
        return False
    if language != "en":
        return not foreign.asks_amount(question.stem.plain, language)
    stem = question.stem.plain.lower()
    return "how many" not in stem and "how much" not in stem


def _is_all_three(option: Option, number: int) -> bool:
    """Whether an option is "all three" among four."""
    words = option.text.prose.lower_words
    return len(words) == 2 and words[0] == "all" and words[1] == _NUMBERS.get(number - 1)


_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five"}


def _names_all_others(question: Question, index: int, language: str) -> bool:
    """Whether an option is the sum of all the others: "A, B and C"."""
    others = tuple(at for at in range(len(question.options)) if at != index)
    return len(others) > 1 and combined_letters(question, index, language) == others
