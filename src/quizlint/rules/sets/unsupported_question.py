"""SET008: a question that no card prepares for."""

from collections.abc import Iterator

from quizlint.content import Confidence, Document, Finding, Severity
from quizlint.facts.coverage import tested_cards
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.sets._telling import stems_of

_SHEET = """\
kind: cheat-sheet
cards:
  - front: What is a cache?
    back: A small fast store that keeps copies of data that is slow to fetch.
  - front: When does a cache miss?
    back: When the data asked for is not in the store.
  - front: What is eviction?
    back: Removing an entry to make room for a new one.
questions:
  - question: What does a cache keep?
    options: [copies of slow data, passwords of users, names of files]
    answer: A
  - question: {question}
    options: {options}
    answer: A
"""


class UnsupportedQuestion(Rule):
    """No card of the document says what a question asks for.

    ## Why it matters
    Learners prepare with the cards. A question about something that none of them tells measures
    what they happened to know before.

    ## How to fix it
    Add a card that teaches it, or ask about what the cards say.

    ## References
    - Haladyna and Rodriguez (2013), on test specifications: test what was taught.
    """

    code = "SET008"
    name = "unsupported-question"
    severity = Severity.INFO
    confidence = Confidence.MEDIUM
    preset = "strict"
    languages = ("en",)
    least_cards = Threshold(3, "cards that the document must have")
    bad = (
        Example(
            _SHEET.format(
                question="«Which protocol resolves host names?»", options="[DNS, SMTP, NTP]"
            )
        ),
    )
    good = (
        Example(
            _SHEET.format(
                question="What happens to an old entry when room is short?",
                options="[It is evicted, It is doubled, It is signed]",
            )
        ),
    )

    def check(self, document: Document, ctx: Context) -> Iterator[Finding]:
        if not document.questions or len(document.cards) < self.least_cards:
            return
        for question, card in tested_cards(document, ctx.language):
            keyed = [option.text for option in question.keyed]
            asked = stems_of([question.stem, question.rationale, *keyed])
            if card is None and len(asked) > 1:
                yield self.finding(
                    question.stem.span,
                    "no card says what this question asks for; add one, or ask about the cards",
                )
