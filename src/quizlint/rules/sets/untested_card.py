"""SET007: a card that no question touches."""

from collections.abc import Iterator

from quizlint.content import Confidence, Document, Finding, Severity
from quizlint.facts.coverage import touched_cards
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.sets._telling import stems_of

_SHEET = """\
kind: cheat-sheet
cards:
  - front: What is a cache?
    back: A small fast store that keeps copies of data.
  - front: {front}
    back: {back}
questions:
  - question: Why does a cache make repeated reads faster?
    options: [It keeps copies close by, It compresses every file, It skips the disk check]
    answer: A
  - question: Which data should a cache keep?
    options: [What is read again soon, What was written last year, What nobody reads]
    answer: A
  - question: What limits the size of a fast store?
    options: [Its price, Its colour, Its age]
    answer: A
"""


class UntestedCard(Rule):
    """No question touches what a card teaches.

    ## Why it matters
    Learners take from the questions what matters. A card that none asks about is skipped, or the
    quiz leaves a part of the sheet unmeasured.

    ## How to fix it
    Ask about it; or leave the card out if it is not needed.

    ## References
    - Haladyna and Rodriguez (2013), on test specifications: items should cover what was taught.
    """

    code = "SET007"
    name = "untested-card"
    severity = Severity.INFO
    confidence = Confidence.MEDIUM
    preset = "strict"
    languages = ("en",)
    least_questions = Threshold(3, "questions that the document must have")
    bad = (
        Example(
            _SHEET.format(front="«Which protocol resolves names?»", back="DNS finds the address.")
        ),
    )
    good = (Example(_SHEET.format(front="What is a disk?", back="It holds files and is slow.")),)

    def check(self, document: Document, ctx: Context) -> Iterator[Finding]:
        if not document.cards or len(document.questions) < self.least_questions:
            return
        touched = touched_cards(document, ctx.language)
        for index, card in enumerate(document.cards):
            if index not in touched and len(stems_of(card.texts)) > 1:
                yield self.finding(
                    card.front.span,
                    "no question touches this card; ask about it, or leave it out",
                )
