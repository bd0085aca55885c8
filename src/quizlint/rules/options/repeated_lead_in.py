"""OPT026: all options begin with the same words."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.options._last import comes_last
from quizlint.rules.when import Selected
from quizlint.rules.wording import quote
from quizlint.text import Span
from quizlint.text.patterns import lazy

_SIGNS = lazy(r"[=+*^<>{}\\$]|\w\(|\\w+/\\w+/")


class RepeatedLeadIn(Rule):
    """All options begin with the same three or more words.

    ## Why it matters
    Learners read the same words again and again, and have to look for where the options part.

    ## How to fix it
    Move the words that all options share into the stem.

    ## References
    - Haladyna, Downing and Rodriguez (2002): put the central idea into the stem; avoid repetition.
    """

    code = "OPT026"
    name = "repeated-lead-in"
    severity = Severity.INFO
    preset = "strict"
    min_words = Threshold(3, "words that all options must begin with")
    fewest_options = 3
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What happens to a balloon in the cold?
    options:
      - «The air inside it» shrinks.
      - «The air inside it» swells.
      - «The air inside it» glows.
    answer: A
""".replace("- «The air inside it» shrinks.", "- «The air inside it shrinks.")
            .replace("- «The air inside it» swells.", "- The air inside it swells.")
            .replace("- «The air inside it» glows.", "- The air inside it glows.»")
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: What happens to the air in a balloon in the cold?
    options: [It shrinks a bit., It swells a bit., It glows a bit.]
    answer: A
  - question: Which line of the program adds to a list?
    options: ["`the list is now a`", "`the list is now b`", "`the list is now c`"]
    answer: B
"""
        ),
    )

    def check(self, question: Selected, ctx: Context) -> Iterator[Finding]:
        options = question.options
        # Cheap: what does not begin with the same letters does not begin with the same words.
        if len({option.text.value[:4].lower() for option in options[:2]}) > 1:
            return
        while len(options) > 3 and comes_last(options[-1], ctx.language):
            options = options[:-1]
        proses = [option.text.prose for option in options]
        if any(prose.has_code or prose.has_math or prose.has_media for prose in proses):
            return
        shared = 0
        for words in zip(*(prose.lower_words for prose in proses), strict=False):
            if len(set(words)) > 1:
                break
            shared += 1
        if question.stem.prose.has_code:  # the output of a program
            return
        if shared < self.min_words or any(len(prose.words) == shared for prose in proses):
            return
        lead = proses[0].text[: proses[0].word_spans[shared - 1][1]]
        if any(_SIGNS.search(prose.text) is not None for prose in proses):
            return
        yield self.finding(
            Span(options[0].text.span.start, options[-1].text.span.end),
            f"all options begin with {quote(lead)}; move these words into the stem",
        )
