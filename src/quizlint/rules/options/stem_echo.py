"""OPT016: a telling word of the question returns in the key alone."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Related, Severity
from quizlint.language.echo import all_roots, roots
from quizlint.language.english.verdicts import opens_with_verdict
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.options._combining import adds_up
from quizlint.rules.options._last import comes_last
from quizlint.rules.when import When
from quizlint.rules.wording import letter, quote
from quizlint.text import Prose


class StemEcho(Rule):
    """A telling word of the question returns in the right answer and in no other option.

    ## Why it matters
    Learners who know nothing of the subject look for the option that sounds like the question.
    This is called a clang association, and it works.

    ## How to fix it
    Use another word in the stem or in the key, or let distractors sound like the question, too.

    ## References
    - Haladyna, Downing and Rodriguez (2002): avoid clang associations.
    - NBME Item-Writing Guide (2020): word repeats.
    """

    code = "OPT016"
    name = "stem-echo"
    severity = Severity.WARNING
    preset = "strict"
    languages = ("en",)
    max_words = Threshold(
        14, "words that carry meaning in a key; in a longer one some always return"
    )
    when = When.ONE_BEST | When.ONE_KEY | When.WHOLE | When.SCORED
    fewest_options = 2
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What do sailors call the rope that hoists a sail?
    options: [a sheet, a «sailing» halyard, a mooring line]
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: What do sailors call the rope that hoists a sail?
    options: [a sail sheet, a sail halyard, a mooring line]
    answer: B
  - question: Is the sum of two odd numbers odd or even?
    options: [odd, even, neither]
    answer: B
  - question: Does a sail boat need wind?
    options: ["Yes, it fills the sail", "Yes, it rocks the hull", "No, it has two oars"]
    answer: A
"""
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        (key,) = question.key.indices
        options = question.options
        stem, prose = question.stem.prose, options[key].text.prose
        asked = all_roots(stem, ctx.language)
        said = roots(prose, ctx.language)
        own = frozenset().union(*said)
        echoes = asked & own
        if not echoes or len(own) > self.max_words or _speaks_of_others(question, key):
            return
        others = [option.text.prose for at, option in enumerate(options) if at != key]
        if prose.has_code or any(other.has_code for other in others):
            return
        echoed = [all_roots(other, ctx.language) & asked for other in others]
        if max(map(len, echoed)) > len(echoes):
            return  # a distractor sounds more like the question
        if all(
            each and each == all_roots(other, ctx.language)
            for each, other in zip(echoed, others, strict=True)
        ):
            return  # the stem lists all the answers
        telling = echoes - frozenset().union(*echoed)
        first = roots(stem, ctx.language)
        for at, word in enumerate(said):
            found = word & telling
            place = next((p for p, each in enumerate(first) if each & found), None)
            if place is None or _is_offered(stem, stem.lower_words[place]):
                continue
            source = question.stem.plain_at(*stem.word_spans[place])
            yield self.finding(
                options[key].text.plain_at(*prose.word_spans[at]),
                f"only the key {letter(key)} repeats {quote(stem.words[place])} from the question; "
                "reword one of the two, or let distractors repeat it as well",
                related=(Related(source, "the word in the question"),),
            )
            return


def _speaks_of_others(question: Question, key: int) -> bool:
    """Whether the key is about the other options, or a verdict with its reason."""
    option = question.options[key]
    return comes_last(option) or adds_up(question, key) or opens_with_verdict(option.text.plain)


NEAR = 2
"""Words between an answer that the stem offers and its "or": "the red one or"."""


def _is_offered(stem: Prose, word: str) -> bool:
    """Whether the stem itself offers the word as an answer: "odd or even"."""
    words = stem.lower_words
    return any(
        "or" in words[max(0, at - NEAR) : at + NEAR + 1]
        for at, other in enumerate(words)
        if other == word
    )
