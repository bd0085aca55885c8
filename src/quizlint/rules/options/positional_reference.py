"""OPT021: an option that refers to others by their letter or place."""

import re
from collections.abc import Iterator

from quizlint.content import Finding, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._labels import combined_letters, may_combine
from quizlint.rules.options._last import LONGEST, about_others
from quizlint.rules.when import Selected
from quizlint.rules.wording import letter, quote
from quizlint.text.patterns import lazy

_ABOVE = lazy(r"\babove\b", re.IGNORECASE)


class PositionalReference(Rule):
    """An option refers to other options by their letter or place, which shuffling changes.

    ## Why it matters
    Where a program shows options in random order, "both A and B" names other options than the
    author meant, and "the above" may stand at the top. The right answer is then marked wrong.

    ## How to fix it
    Say what the other options say, or have learners mark all that apply. Where options are never
    shuffled, set `shuffle = "no"` and the rule is silent.

    ## References
    - Haladyna, Downing and Rodriguez (2002): avoid the complex multiple-choice format.
    """

    code = "OPT021"
    name = "positional-reference"
    severity = Severity.WARNING
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What do the roots of an oak take up from the soil?
    options: [water, sugar, starch, nitrate, «both A and D»]
    answer: E
"""
        ),
        Example(
            """\
kind: quiz
questions:
  - question: What makes a ship of steel float?
    options: [its shape, its paint, its sails, «the first two options»]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
shuffle: false
questions:
  - question: What do the roots of an oak take up from the soil?
    options: [water, sugar, starch, nitrate, both A and D]
    answer: E
"""
        ),
        Example(
            """\
kind: quiz
questions:
  - question: Which vitamins are stored in fat?
    options: [vitamins A and D, vitamins B and C, only vitamin C]
    answer: A
  - question: Where does the ball land?
    options: [in the net above the line, above the first row, below the second option field]
    answer: A
  - question: Which of these has four legs?
    options: [the table, the lamp, none of the above]
    answer: A
"""
        ),
    )

    def check(self, question: Selected, ctx: Context) -> Iterator[Finding]:
        for index, option in enumerate(question.options):
            if len(option.text.value) > LONGEST or not (
                may_combine(option) or not _PLACES.isdisjoint(option.text.prose.lower_words)
            ):
                continue
            shuffled = ctx.shuffled(question)
            if shuffled is False or option.text.prose.has_code:
                return
            text = option.text.plain
            # What "none of the above" means is plain in any order, unless it is known to move.
            whole = about_others(option) is not None
            if combined_letters(question, index) is None and not (
                _ABOVE.search(text) and shuffled if whole else _PLACE.search(text)
            ):
                continue
            yield self.finding(
                option.text.span,
                f"option {letter(index)} refers to others by their place, which shuffling changes: "
                f"{quote(text)}; say what they say",
            )


_PLACES = frozenset("above below option options answer answers choice choices same".split())


def _place() -> str:
    """Wordings that point to an option by where it stands."""
    noun = r"(?:options?|answers?|choices?|responses?)"
    which = r"(?:first|second|third|fourth|last|previous|preceding|next|following|other|above)"
    return (
        rf"^(?:both\s+|only\s+)?(?:the\s+)?{which}(?:\s+(?:two|three|and\s+(?:the\s+)?{which}))?\s+{noun}"
        rf"(?:\s+(?:above|below|combined|together|(?:is|are)\s+\w+))?\W*$"
        r"|\b(?:options?|answers?|choices?)\s+(?:\([A-F]\)|(?-i:[A-F])(?=\W*$|\s+(?:and|or|is|are)\b"
        r"|[,/&+]|\s+[&+]))"
        r"|^(?:(?:all|any|some|one|two|three|most|several|more\s+than\s+one|both|either|neither)\s+of\s+the\s+above)\b"
        r"|^(?:(?:the\s+)?(?:same\s+as\s+)?(?:the\s+)?above|same\s+as\s+[A-F])\W*$"
    )


_PLACE = lazy(_place, re.IGNORECASE)
