"""OPT016: a telling word of the question returns in the key alone."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from quizlint.content import Finding, Question, Related, Severity
from quizlint.language.telling import is_function_word
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.options._key import single_key
from quizlint.rules.wording import letter, quote
from quizlint.text import Prose

if TYPE_CHECKING:
    from quizlint.language.lemmas import Memory


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
    part = Threshold(7, "letters that a word must have to be seen inside a longer one")
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
"""
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        key = single_key(question, fewest=2)
        if key is None:
            return
        options = question.options
        prose = options[key].text.prose
        language = ctx.language
        asked = _roots(question.stem.prose, language)
        echoes = _roots(prose, language)
        if len(echoes) > self.max_words:
            return
        if asked.isdisjoint(echoes):
            yield from self._partly(question, key)
            return
        others = [option.text.prose for at, option in enumerate(options) if at != key]
        if prose.has_code or any(other.has_code for other in others):
            return
        echoes &= asked
        echoed = [_roots(other, language) & asked for other in others]
        if max(map(len, echoed)) > len(echoes):
            return  # a distractor sounds more like the question
        elsewhere = set().union(*echoed)
        stem_words = question.stem.prose.lower_words
        roots = _telling(language)
        for at, word in enumerate(prose.lower_words):
            root = roots[word]
            if root not in echoes or root in elsewhere:
                continue
            place = [roots[word] for word in stem_words].index(root)
            if _is_offered(question.stem.prose, stem_words[place]):
                continue
            said = question.stem.plain_at(*question.stem.prose.word_spans[place])
            yield self.finding(
                options[key].text.plain_at(*prose.word_spans[at]),
                f"only the key {letter(key)} repeats {quote(stem_words[place])} from the question; "
                "reword one of the two, or let distractors repeat it as well",
                related=(Related(said, "the word in the question"),),
            )
            return

    def _partly(self, question: Question, key: int) -> Iterator[Finding]:
        """A long word of the key that is part of one in the question: synthesis, photosynthesis."""
        stem, prose = question.stem.prose, question.options[key].text.prose
        lowered = stem.text.lower()
        for at, word in enumerate(prose.lower_words):
            if len(word) < self.part or word not in lowered or not word.isalpha():
                continue
            others = [o.text.prose for index, o in enumerate(question.options) if index != key]
            if any(word in other.text.lower() or other.has_code for other in others):
                return
            place = next((i for i, whole in enumerate(stem.lower_words) if word in whole), None)
            if place is None or word in _generic() or prose.has_code:
                return
            yield self.finding(
                question.options[key].text.plain_at(*prose.word_spans[at]),
                f"only the key {letter(key)} takes up {quote(stem.words[place])} from the "
                "question; reword one of the two, or let distractors take it up as well",
                related=(
                    Related(question.stem.plain_at(*stem.word_spans[place]), "the word it is in"),
                ),
            )
            return


def _roots(prose: Prose, language: str) -> set[str]:
    """The stems of the words that say what a text is about."""
    found = set(map(_telling(language).__getitem__, prose.lower_words))
    found.discard("")
    return found


@cache
def _telling(language: str) -> "Memory":
    """The stems of lower-case words that say what a text is about; nothing for other words."""
    from quizlint.language.lemmas import Memory, stem

    def root(word: str) -> str:
        if len(word) < 3 or not word.isalpha() or word in _generic() or is_function_word(word):
            return ""
        return stem(word, language)

    return Memory(root)


def _is_offered(stem: Prose, word: str) -> bool:
    """Whether the stem itself offers the word as an answer: "odd or even"."""
    words = stem.lower_words
    return any(
        words[max(0, at - 2) : at].count("or") or words[at + 1 : at + 2] == ("or",)
        for at, other in enumerate(words)
        if other == word
    )


@cache
def _generic() -> frozenset[str]:
    """Words that may stand in any question and any answer."""
    return frozenset(
        "about after all also and answer answers any are because been before best both call called "
        "came can case cause causes change changes common come comes correct could describe "
        "describes did do does "
        "done each even example false find first following for form forms found from get gets "
        "give given gives go goes "
        "happen happens has have help helps here how identify increase increases into involve is "
        "its just kind know least let like made "
        "main make makes many may mean means might more most must need needed needs never not now "
        "one only option options order other part people person possible put question reason "
        "right same say "
        "says set should show shows some statement statements such take takes than that the them "
        "then there these they thing things this those through time true two type types under use "
        "used uses using very want wants was way ways were what when where which while who why "
        "will with without work works would you your".split()
    )
