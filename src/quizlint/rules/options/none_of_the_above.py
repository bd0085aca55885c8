"""OPT010: an option says that no other is right."""

import re
from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.language import foreign
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._last import LONGEST, about_others, are_shares, comes_last
from quizlint.rules.wording import letter, quote
from quizlint.text.patterns import lazy

# Questions to which none is an answer.
_COUNTING = lazy(r"\b(?:how\s+(?:many|much|often)|if\s+any|any|effect|change\w*)\b", re.IGNORECASE)
# Questions about programs, where none is a value.
_ABOUT_CODE = lazy(
    r"\b(?:python|return\w*|prints?|output|value|default|variable|function|code|null|type|css|"
    r"html|display)\b",
    re.IGNORECASE,
)
# Answers of which none is the end of the scale.
_BESIDE_NONE = lazy(
    r"(?:all|some|most|one|few|several|half|both|many|a\s|only|any|full|partial|low|high|left|"
    r"inline|block|auto|always|read|complete|slight|mild)\b|\d+$",
    re.IGNORECASE,
)


class NoneOfTheAbove(Rule):
    """An option says that none of the others is right, in whatever words.

    ## Why it matters
    Where it is the key, a learner gets the points for knowing what is wrong, and need not know what
    is right. Experts are divided: in calculations it keeps learners from working backwards.

    ## How to fix it
    Replace it by one more real answer, or leave it out: three options are enough.

    ## References
    - Haladyna, Downing and Rodriguez (2002): "none of the above" with caution.
    """

    code = "OPT010"
    name = "none-of-the-above"
    severity = Severity.INFO
    preset = "strict"
    languages = foreign.LANGUAGES
    supersedes = ("OPT021",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these is a prime number?
    options: ["21", "33", "37", «None of these»]
    answer: C
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
  - question: What does this function return?
    options: ["0", "1", "None"]
    answer: C
  - question: How many of the walls bear loads?
    options: [all, some, none]
    answer: B
"""
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        for index, option in enumerate(question.options):
            text = option.text
            if len(text.value) > LONGEST:
                continue
            found = about_others(option, ctx.language)
            if found == "none" and are_shares(question.options, ctx.language):
                continue
            if found == "none" or (
                found is None and ctx.language == "en" and _is_bare(question, index)
            ):
                yield self.finding(
                    text.span,
                    f"option {letter(index)} is {quote(text.plain)}; offer a real answer instead",
                )


def _is_bare(question: Question, index: int) -> bool:
    """Whether an option is a mere "None" after three real answers, of which it is not one."""
    options = question.options
    if index < 3 or len(options) - index > 2:
        return False
    if len(options) - 1 != index and not comes_last(options[-1]):
        return False
    if options[index].text.plain.strip(" .").lower() not in ("none", "neither"):
        return False
    others = [option.text.prose for option in options[:index]]
    if question.stem.prose.has_code or any(other.has_code for other in others):
        return False
    if _ABOUT_CODE.search(question.stem.plain) is not None:
        return False
    if all(other.text.isdigit() and len(other.text) > 1 for other in others):  # 20, 30, 40, None
        return True
    if _COUNTING.search(question.stem.plain) is not None:
        return False
    return not any(_BESIDE_NONE.match(other.text) for other in others)
