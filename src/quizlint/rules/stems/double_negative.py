"""STM003: a negative stem with negative options."""

import re
from collections.abc import Iterator

from quizlint.content import Finding, Question, Related, Severity
from quizlint.language import foreign
from quizlint.language.negation import denial
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.stems._negation import negation_in
from quizlint.rules.wording import letter, quote
from quizlint.text.patterns import lazy

# What opens a clause or an aside: a negation in it does not turn the option round.
_SUBORDINATE = lazy(
    r"[(,;:–—]|\b(?:that|which|who|because|so|if|when|while|since|although|but|where|as)\b",
    re.IGNORECASE,
)
# A negated verb. "Not only" says yes, and "none of the above" is another matter.
_NEGATIVE = lazy(
    r"\b(?P<word>not(?!\s+(?:only|just|merely))|never|cannot|\w+n[’']t)\b(?:\s+\w+)?",
    re.IGNORECASE,
)


class DoubleNegative(Rule):
    """The question is asked in the negative, and an option is negative as well.

    ## Why it matters
    "Which is not true?" – "It does not melt." A learner has to undo two negations to say what is
    meant, and fails for reasons that have nothing to do with the subject.

    ## How to fix it
    Ask for what is true; or word every option positively.

    ## References
    - Haladyna, Downing and Rodriguez (2002): avoid negatives in stem and options.
    - NBME Item-Writing Guide (2020).
    """

    code = "STM003"
    name = "double-negative"
    severity = Severity.WARNING
    languages = foreign.LANGUAGES
    supersedes = ("STM002", "STM014")
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which statement about glass is «not» true?
    options: [It does not melt., It is brittle., It is made of sand.]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which statement about glass is true?
    options: [It does not melt., It is brittle., It is made of wool.]
    answer: B
"""
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        if not question.selected:
            return
        negation = negation_in(question, ctx.language)
        if negation is None:
            return
        asked = question.stem.plain.lower()
        for index, option in enumerate(question.options):
            text = option.text.prose.wording
            match = _denial(text) if ctx.language == "en" else denial(text, ctx.language)
            if match is None:
                continue
            if " ".join(match[0].lower().split())[: len(match["word"]) + STEM] in asked:
                continue  # it repeats the question: "… are you not allowed", "You are not allowed"
            word, other = quote(negation.word), quote(match["word"])
            yield self.finding(
                question.stem.plain_at(negation.start, negation.end),
                f"{word} meets {other} in option {letter(index)}, two negations to undo; ask for "
                "what is true",
                related=(Related(option.text.plain_at(*match.span("word")), "negative as well"),),
            )
            return


def _denial(text: str) -> re.Match[str] | None:
    """The negated verb of an option's main clause."""
    match = _NEGATIVE.search(text)
    return None if match is None or _SUBORDINATE.search(text, 0, match.start()) else match


STEM = 5
"""Characters by which two forms of a word are known as one, the space before it included."""
