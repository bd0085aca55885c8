"""OPT016: a telling word of the question returns in the key alone."""

from collections.abc import Iterator
from functools import cache

from quizlint.content import Finding, Question, Related, Severity
from quizlint.language.telling import is_function_word
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.options._key import single_key
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
        stem_words = _telling(question.stem.prose)
        words = _telling(prose)
        if not stem_words or not words or len(words) > self.max_words:
            return
        starts = {word[:3] for word in stem_words}  # words of one stem begin alike, nearly always
        if starts.isdisjoint([word[:3] for word in words]):
            return
        others = [option.text.prose for at, option in enumerate(options) if at != key]
        if prose.has_code or any(other.has_code for other in others):
            return
        from quizlint.language.lemmas import stem

        asked = {stem(word, ctx.language): word for word in stem_words}
        echoes = {word: root for word in words if (root := stem(word, ctx.language)) in asked}
        if not echoes:
            return
        echoed = [
            {stem(word, ctx.language) for word in _telling(other)} & asked.keys()
            for other in others
        ]
        if max(map(len, echoed)) > len(set(echoes.values())):
            return  # a distractor sounds more like the question
        elsewhere = set().union(*echoed)
        for at, word in enumerate(prose.lower_words):
            form = echoes.get(word)
            if form is None or form in elsewhere or _is_offered(question.stem.prose, asked[form]):
                continue
            place = question.stem.prose.lower_words.index(asked[form])
            said = question.stem.plain_at(*question.stem.prose.word_spans[place])
            yield self.finding(
                options[key].text.plain_at(*prose.word_spans[at]),
                f"of all options only the key {letter(key)} repeats {quote(asked[form])} from the "
                "question; reword one of the two, or let distractors repeat it as well",
                related=(Related(said, "the word in the question"),),
            )
            return


def _telling(prose: Prose) -> set[str]:
    """The words that say what a text is about, in lower case."""
    generic = _generic()
    return {
        word
        for word in prose.lower_words
        if len(word) > 2 and word.isalpha() and word not in generic and not is_function_word(word)
    }


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
