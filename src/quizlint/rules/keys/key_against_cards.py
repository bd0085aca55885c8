"""KEY019: the sheet's own cards speak for another option than the key."""

from collections.abc import Iterator

from quizlint.content import Confidence, Finding, Interaction, Question, Related, Severity
from quizlint.facts.evidence import supports
from quizlint.language.equivalence import Asked, same_meaning
from quizlint.language.evidence import UNASKED
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.stems._negation import governing_negation
from quizlint.rules.wording import letter, quote

_SHEET = """\
kind: cheat-sheet
cards:
  - front: How do a warm and a cold front differ?
    back: >-
      Ahead of a warm front rain falls steadily for hours. Behind a cold front the sky clears, and
      the wind turns.
  - front: What makes hail grow?
    back: Strong updraughts lift the stones through the cloud again and again.
  - front: Where does fog form first?
    back: In valleys, where cold air gathers at night.
questions:
  - question: {mark}What do you expect once a cold front has passed?{end}
    options: [Many hours of rain, A sky that clears, A week full of fog, Some hail at night]
    answer: {key}
"""


class KeyAgainstCards(Rule):
    """The card that answers a question supports another option, and not the key.

    ## Why it matters
    Whoever has learned the cards picks what they say, and is told that it is wrong. Mostly the
    letter was mistyped, or the options were put in another order after the key was set.

    ## How to fix it
    Read the card named in the message. Correct the key; or, if the key is right, the card, or say
    in an explanation why the key is right.

    How it is told: what only one option says is looked for on the cards, near the words of the
    stem, clause by clause. Rare words count more than common ones; a word counts also in another
    form, as a synonym, and a number in a range that the card names; a clause with a "not" hardly
    counts for an option without one. It is said only where one distractor is clearly supported, the
    key and the others are not, and no explanation speaks for the key. A distractor that says the
    same as the key is no contradiction. Questions asked in the negative, answered with numbers that
    have to be computed, or with "all of the above" are left alone.

    How sure it is: on sheets that were written to measure it, 25 of 27 findings named a key that
    was wrong, and more than half of the wrong keys were found. It does not understand: a card and a
    question in quite different words are not compared, and where the confidence is low, read the
    card before you change anything.

    ## References
    - Haladyna and Rodriguez (2013): check the key against what was taught.
    - Spärck Jones (1972), a statistical interpretation of term specificity, on rare words.
    """

    code = "KEY019"
    name = "key-against-cards"
    severity = Severity.WARNING
    confidence = Confidence.MEDIUM
    preset = "strict"
    languages = ("en",)
    support = Threshold(UNASKED, "support by the cards that the distractor must have")
    share = Threshold(0.8, "part of that support that any other option, the key too, may have")
    sure_support = Threshold(0.4, "support from which the finding is of medium confidence")
    sure_share = Threshold(0.6, "part of it that any other option may have then")
    bad = (Example(_SHEET.format(mark="«", end="»", key="A")),)
    good = (
        Example(_SHEET.format(mark="", end="", key="B")),
        Example(
            _SHEET.format(mark="", end="", key="A") + "    explanation: It has rained all along.\n"
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        key = question.key.indices
        if len(key) != 1 or question.interaction is not Interaction.CHOICE or question.pool:
            return
        if question.rationale is not None or not ctx.document.cards:
            return
        found = supports(question, ctx.document, ctx.language)
        if not found:
            return
        best = max(range(len(found)), key=lambda index: found[index].score)
        most = found[best].score
        rest = max(each.score for index, each in enumerate(found) if index != best)
        if best == key[0] or most < self.support or rest > self.share * most:
            return
        if governing_negation(question) is not None or _same(question, best, key[0], ctx.language):
            return
        sure = most >= self.sure_support and rest <= self.sure_share * most
        card = ctx.document.cards[found[best].passage]
        where = card.back if found[best].clause in card.back.plain else card.front
        yield self.finding(
            question.stem.span,
            f"the card {quote(card.front.plain)} speaks for option {letter(best)} "
            f"({quote(found[best].clause)}), and the key is {letter(key[0])}; mend key or card",
            confidence=Confidence.MEDIUM if sure else Confidence.LOW,
            related=(Related(where.span, "what the card says"),),
        )


def _same(question: Question, one: int, other: int, language: str) -> bool:
    """Whether two options say the same: what speaks for one speaks for the other."""
    options = [option.text.prose for option in question.options]
    asked = Asked(question.stem.prose, options, question.key.indices)
    return same_meaning(options[one], options[other], asked, language) is not None
