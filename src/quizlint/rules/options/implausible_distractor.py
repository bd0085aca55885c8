"""OPT022: an option that nobody would take for an answer."""

import re
from collections.abc import Iterator

from quizlint.content import Finding, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.when import Selected, When
from quizlint.rules.wording import letter, quote
from quizlint.text.patterns import lazy

_FILLER = lazy(
    r"asdf\w*|qwert\w*|idk|i\s+(?:really\s+)?(?:do\s*n['’]?o?t|have\s+no)\s+(?:know|idea|clue|care)|"
    r"no\s+(?:idea|clue|comment)|(?:ha){2,}|lol|bla(?:h|\s+bla)[\s\w]*|dunno|whatever|who\s+(?:cares|knows)|"
    r"(?:definitely\s+)?not\s+this(?:\s+one)?|(?:do\s*n['’]?o?t\s+)?(?:pick|choose)\s+(?:me|this)(?:\s+one)?|"
    r"(?:the\s+|a\s+)?wrong(?:\s+answer)?|your\s+(?:mom|mum|mother)|(?:just\s+)?guess|"
    r"i\s+have\s+no\s+comment|can['’]?t\s+be\s+bothered",
    re.IGNORECASE,
)


class ImplausibleDistractor(Rule):
    """An option is a filler or a joke that nobody takes for an answer.

    ## Why it matters
    It is struck at once and raises the odds of guessing among the rest. Three good options are
    better than four with a filler.

    ## How to fix it
    Write an answer that a learner with a real misunderstanding would choose, or leave it out.

    ## References
    - Haladyna, Downing and Rodriguez (2002): make all distractors plausible; avoid humour.
    - Tarrant and Ware (2008): implausible distractors.
    """

    code = "OPT022"
    name = "implausible-distractor"
    severity = Severity.INFO
    preset = "all"
    when = When.SCORED
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which planet is nearest to the sun?
    options: [Mercury, Venus, «asdf», «No idea!»]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: What did the witness answer when asked for the time?
    options: [no idea at all that he wanted to share, noon, midnight of the day before]
    answer: C
  - question: Which of these is a Roman numeral?
    options: [XIX, ABC, QWE]
    answer: A
"""
        ),
    )

    def check(self, question: Selected, _ctx: Context) -> Iterator[Finding]:
        for index, option in enumerate(question.options):
            if index in question.key.indices or len(option.text.value) > 40:
                continue
            text = option.text.plain
            if text.lower().startswith(_STARTS) and _FILLER.fullmatch(text.strip(" .!?:;()")):
                yield self.finding(
                    option.text.span,
                    f"option {letter(index)} is no answer that anybody would choose: "
                    f"{quote(text)}; write a real one, or leave it out",
                )


_STARTS = (
    *("asd", "qwe", "idk", "lol", "haha", "bla", "dunno", "whatever", "who", "definitely"),
    *("pick", "choose", "do not", "don't", "don’t", "not ", "wrong", "the wrong", "a wrong"),
    *("your ", "just ", "guess", "no ", "i ", "can't", "can’t", "cant ", "do n", "dont"),
)
"""One of these begins every filler, which is quickly told."""
