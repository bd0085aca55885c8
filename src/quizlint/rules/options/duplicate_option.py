"""OPT001: two options of one question are equal."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Related, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import letter, listed, quote
from quizlint.text.normal import collapse


class DuplicateOption(Rule):
    """Two options of one question say the same.

    ## Why it matters
    A learner who sees the same answer twice knows that neither can be the only right one, or is
    marked wrong for the right words. The question has one choice less than it seems to have.

    ## How to fix it
    Replace one of the two by an answer that a learner with a real misunderstanding would choose, or
    leave it out: three good options are enough.

    ## References
    - Haladyna, Downing and Rodriguez (2002): options must be independent of each other.
    - Rodriguez (2005): three options are as good as four or five.
    """

    code = "OPT001"
    name = "duplicate-option"
    severity = Severity.ERROR
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which gas do green plants take up in the light?
    options:
      - Oxygen
      - Carbon dioxide
      - Nitrogen
      - «Oxygen»
    answer: Carbon dioxide
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which notation names a matrix in this course?
    options: [M, m, "`M`"]
    answer: M
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        options = question.options
        values = [option.text.value for option in options]
        if len(set(values)) == len(values) and not any(_loose(value) for value in values):
            return
        places: dict[str, list[int]] = {}
        for index, option in enumerate(options):
            places.setdefault(collapse(option.text.value), []).append(index)
        for text, (first, *again) in places.items():
            if text and again:
                *others, last = (first, *again)
                before = listed([letter(at) for at in others])
                yield self.finding(
                    options[last].text.span,
                    f"option {letter(last)} repeats option {before}: {quote(text)}; change or "
                    "remove one",
                    related=tuple(
                        Related(options[at].text.span, "first here" if at == first else "also here")
                        for at in others
                    ),
                )


def _loose(value: str) -> bool:
    """Whether the value could change when collapsed, judged cheaply."""
    return not value.isascii() or "  " in value or "\n" in value or value != value.strip()
