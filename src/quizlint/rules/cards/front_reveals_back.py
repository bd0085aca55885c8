"""CRD004: the answer stands in the front."""

import re
from collections.abc import Iterator

from quizlint.content import Card, Finding, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.cards._sides import asks, is_cloze
from quizlint.rules.context import Context
from quizlint.rules.wording import quote
from quizlint.text.patterns import lazy

_FEWEST = 4
"""Characters that tell an answer from a symbol or a small number."""

_FEWEST_WORDS = 5
"""Words that tell a task from a term, which a dictionary may translate by the same word."""

_ARTICLE = lazy(r"^(?:(?:it is|they are|it's) )?(?:(?:an?|the) )?", re.IGNORECASE)
# Wordings that name the things to choose among, or quote a word to speak about it.
_CHOICE = lazy(
    r"[/|:\"“”«»‘]|(?<!\w)'|\b(?:or|vs|versus|between|of (?:the )?(?:two|three|these)|both|"
    r"than|true|false|yes|correct|opposite|synonym|translate|means?|spell|word|compared)\b",
    re.IGNORECASE,
)


class FrontRevealsBack(Rule):
    """The answer on the back of a card stands in its front.

    ## Why it matters
    The learner reads the answer off the question, the card passes every time, and nothing is
    learned.

    ## How to fix it
    Ask without the word: say what it does, where it comes from or what it looks like.

    Fronts that offer a choice ("a fruit or a vegetable?") name their answer by right and are left
    alone, and so are long passages.

    ## References
    - Wozniak (1999), twenty rules of formulating knowledge.
    """

    code = "CRD004"
    name = "front-reveals-back"
    severity = Severity.WARNING
    languages = ("en",)
    max_answer = Threshold(8, "words of an answer that are looked for in the front")
    max_front = Threshold(30, "words of a front above which it is a passage to read")
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: Which «sea breeze» blows from the sea by day?
    back: A sea breeze.
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: Is the tomato a fruit or a vegetable to a botanist?
    back: A fruit.
  - front: Which wind blows from the sea by day?
    back: The sea breeze.
  - front: What do you call a meadow in Scots?
    back: A lea, from Old English leah, a meadow.
"""
        ),
    )

    def check(self, card: Card, _ctx: Context) -> Iterator[Finding]:
        front, back = card.front.prose, card.back.prose
        if not front.text or not back.text or len(back.text) > 16 * self.max_answer:
            return
        if len(back.words) > self.max_answer or len(front.words) > self.max_front:
            return
        if not asks(front.text) and len(front.words) < _FEWEST_WORDS:
            return
        if is_cloze(card) or front.has_code or back.has_code or front.has_media:
            return
        answer = _answer(back.text)
        if len(answer) < _FEWEST or answer.replace(" ", "").isdecimal():
            return
        if answer.casefold() not in front.text.casefold():
            return
        match = re.search(rf"(?<![\w-]){re.escape(answer)}(?![\w-])", front.text, re.IGNORECASE)
        if match is None or _offers_choice(front.text):
            return
        yield self.finding(
            card.front.plain_at(*match.span()),
            f"the answer {quote(answer)} stands in the front; ask without it",
        )


def _answer(back: str) -> str:
    """A back without its article and full stop."""
    return _ARTICLE.sub("", back.strip(" .!?\"'“”‘’()"), count=1)


def _offers_choice(front: str) -> bool:
    return _CHOICE.search(front) is not None
