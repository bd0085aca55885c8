"""OPT008: one option is far longer or shorter than the others."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.options._labels import combined_letters
from quizlint.rules.options._last import comes_last
from quizlint.rules.options._names import are_names
from quizlint.rules.wording import letter


class LengthOutlier(Rule):
    """One option is far longer or far shorter than the others.

    ## Why it matters
    What stands out is chosen or struck for standing out. Where it is the longest, learners suspect
    the key; where it is the shortest, they see that the author ran out of ideas.

    ## How to fix it
    Give all options about the same detail. What they share can move into the stem.

    ## References
    - Haladyna, Downing and Rodriguez (2002): keep the length of options about equal.
    """

    code = "OPT008"
    name = "length-outlier"
    severity = Severity.INFO
    preset = "strict"
    longer = Threshold(1.7, "times the median of the others that the longest has in characters")
    shorter = Threshold(0.4, "share of the median of the others that the shortest has")
    min_extra = Threshold(6, "characters by which the longest must exceed the next")
    min_missing = Threshold(10, "characters that the shortest must have less than the next")
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What makes bread rise?
    options:
      - the gas that the yeast sets free
      - «heat»
      - the salt that the baker puts in
    answer: A
"""
        ),
        Example(
            """\
kind: quiz
questions:
  - question: What makes bread rise?
    options:
      - gas from the yeast
      - salt in the dough
      - «the heat of the oven, which makes all of the water boil»
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: What makes bread rise?
    options: [wild yeast, salt in the dough, heat of the oven]
    answer: A
  - question: What do the roots of a plant take up through their thin hairs?
    options: [water from the soil, salts from the soil, sugar from the soil, none]
    answer: B
"""
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        options = question.options
        if len(options) < 3 or not question.selected:
            return
        lengths = sorted(len(option.text.value) for option in options)
        if not self._is_long(lengths) and not self._is_short(lengths):
            return
        if are_names(option.text.prose for option in options):
            return
        if any(option.text.prose.has_code or option.text.prose.has_media for option in options):
            return
        shown = sorted(
            (len(option.text.plain), index)
            for index, option in enumerate(options)
            if not comes_last(option, ctx.language)
            and combined_letters(question, index, ctx.language) is None
        )
        lengths = [length for length, _ in shown]
        if self._is_long(lengths):
            (next_longest, _), (length, index) = shown[-2:]
            yield self.finding(
                options[index].text.span,
                f"option {letter(index)} is far longer than the others ({length} characters, the "
                f"next {next_longest}); even them out",
            )
        elif self._is_short(lengths):
            (length, index), (second, _), *_ = shown
            yield self.finding(
                options[index].text.span,
                f"option {letter(index)} is far shorter than the others ({length} characters, the "
                f"next {second}); even them out",
            )

    def _is_long(self, lengths: list[int]) -> bool:
        """Whether the last of some ascending lengths lies far above the others."""
        if len(lengths) < 3:
            return False
        *others, longest = lengths
        return longest >= max(self.longer * median(others), others[-1] + self.min_extra)

    def _is_short(self, lengths: list[int]) -> bool:
        """Whether the first of some ascending lengths lies far below the others."""
        if len(lengths) < 3:
            return False
        shortest, *others = lengths
        return shortest <= min(self.shorter * median(others), others[0] - self.min_missing)


def median(lengths: list[int]) -> float:
    """The middle of some ascending lengths."""
    middle, odd = divmod(len(lengths), 2)
    return lengths[middle] if odd else (lengths[middle - 1] + lengths[middle]) / 2
