"""OPT018: one option is another kind of thing than the others."""

import re
from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._amounts import Amount, amount_of
from quizlint.rules.options._last import comes_last
from quizlint.rules.wording import letter, quote
from quizlint.text.patterns import lazy

_DIGIT = lazy(r"\d")
_CODE = lazy(r"[$={}<>\[\]#@_|;]|\w\(|'|\"")
_CODE_WORDS = lazy(
    r"\b(?:outputs?|prints?|printed|returns?|code|function|script|program|evaluates?|console|"
    r"compile[sd]?|command|signal)\b",
    re.IGNORECASE,
)


class MixedKinds(Rule):
    """One option is a number among words, words among numbers, or has another unit.

    ## Why it matters
    The odd one out is chosen or struck for being odd. Options of one kind have to be compared.

    ## How to fix it
    Ask for one kind of thing, and let all options be of it, in one unit.

    ## References
    - Haladyna, Downing and Rodriguez (2002): keep options homogeneous in content.
    - NBME Item-Writing Guide (2020): numeric data not stated consistently.
    """

    code = "OPT018"
    name = "mixed-kinds"
    severity = Severity.INFO
    preset = "strict"
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What do you read off this meter?
    options: [0.5 A, 1.5 A, «3.5 V», 4.5 A]
    answer: B
  - question: What decides how long the bread bakes?
    options: [its weight, its shape, «35 minutes», its crust]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: How many roots has the equation?
    options: [one, "2", none, infinitely many]
    answer: B
  - question: How long is the path?
    options: [800 m, 1 km, 1200 m, it cannot be determined]
    answer: B
  - question: What does the function return?
    options: ["`1`", "`TypeError`", "`2`", "`3`"]
    answer: A
"""
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        options = question.options
        if len(options) < 4 or not question.selected:
            return
        numeric = [_DIGIT.search(option.text.value) is not None for option in options]
        # The odd one out is the only number, the only one without, or the only other quantity.
        if numeric.count(True) not in (1, len(options) - 1, len(options)) or _about_code(question):
            return
        kinds = [""] * len(options)
        for index in sorted(range(len(options)), key=numeric.__getitem__, reverse=True):
            prose = options[index].text.prose
            if prose.has_code or prose.has_math or prose.has_media or _CODE.search(prose.text):
                return
            amount = amount_of(prose.text, ctx.language)
            if amount is None and (
                numeric[index] or not prose.words or comes_last(options[index], ctx.language)
            ):
                return
            kinds[index] = _kind(amount)
        if len(set(kinds)) != 2:
            return
        few = min(kinds, key=kinds.count)
        if kinds.count(few) != 1:
            return
        index = kinds.index(few)
        most = next(kind for kind in kinds if kind != few)
        if {few, most} == {"", "words"} and len(options[index].text.prose.words) > 6:
            return
        # A bare number among quantities, or one word among them, is often meant so.
        if "" in (few, most) and few != "words" and most != "words":
            return
        yield self.finding(
            options[index].text.span,
            f"option {letter(index)} is {_said(few)} among {_said(most, many=True)}: "
            f"{quote(options[index].text.plain)}; let all options be of one kind",
        )


def _about_code(question: Question) -> bool:
    stem = question.stem.prose
    return stem.has_code or _CODE_WORDS.search(stem.text) is not None


def _kind(amount: Amount | None) -> str:
    return "words" if amount is None else amount.kind


def _said(kind: str, *, many: bool = False) -> str:
    if kind == "words":
        return "words"
    if not kind or kind.startswith("count"):
        return "numbers" if many else "a number"
    return ("quantities" if many else "a quantity") + (f" in {kind}" if len(kind) < 12 else "")
