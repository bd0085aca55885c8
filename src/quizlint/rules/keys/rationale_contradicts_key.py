"""KEY007: the explanation speaks for another option than the key."""

from collections.abc import Iterator

from quizlint.content import Confidence, Finding, Question, Severity
from quizlint.facts.evidence import strange_to_key, told_by
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.keys._claims import Claim, claims
from quizlint.rules.stems._negation import governing_negation
from quizlint.rules.wording import letter, listed, quote
from quizlint.text import Text

_QUESTION = """\
kind: quiz
questions:
  - question: Which of these metals is magnetic?
    options: [copper, iron, silver]
    answer: B
    explanation: {explanation}
"""
_CONTENT = """\
kind: quiz
questions:
  - question: Why do ships float?
    options:
      - They push aside water that weighs as much
      - Their paint keeps the salt away from them
      - Their engines blow air under the long hull
    answer: {key}
    explanation: The water that a ship has pushed aside weighs just as much as the ship.
"""


class RationaleContradictsKey(Rule):
    """The explanation speaks for another option than the key.

    ## Why it matters
    Either the key or the explanation is wrong, and whoever reads both trusts neither. Mostly the
    options were put in another order after the explanation was written.

    ## How to fix it
    Find out which is right. Explanations that name the answer in words, not by its letter, survive
    a new order.

    What counts: the explanation names another option as right, by its letter or its text; it calls
    the key wrong, alone or in a list ("Options A, B and D are incorrect"), or puts it together with
    all options but one. In the presets "strict" and "all", with low confidence, also: it has most
    of the words that only one other option has, none of them denied, and nothing of the key, in
    synonyms either; or the key is the term of a card, and it has nothing of what the card says.
    Verdicts of a question that asks for what is not true are read the other way round, or not at
    all. What was computed, code and formulas are left alone: their explanations share words and
    figures with every option.

    ## References
    - Haladyna and Rodriguez (2013): have the key, and why it is right, checked by a second reader.
    """

    code = "KEY007"
    name = "rationale-contradicts-key"
    severity = Severity.WARNING
    confidence = Confidence.MEDIUM
    languages = ("en", "de", "fr", "es", "pt")
    bad = (
        Example(
            _QUESTION.format(explanation="«The correct answer is C», because its electrons align.")
        ),
        Example(_QUESTION.format(explanation="«Option B is incorrect», as it rusts.")),
        Example(
            _QUESTION.format(explanation="«Options A and B» are both good conductors of heat.")
        ),
    )
    good = (
        Example(
            _QUESTION.format(
                explanation="B is correct. A and C are wrong, though silver is the answer to "
                "other questions."
            )
        ),
        Example(_QUESTION.format(explanation="Options A and C are good conductors, that is all.")),
        Example(_CONTENT.format(key="A")),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        keys = set(question.key.indices)
        rationale = question.rationale
        if rationale is None or not keys or question.pool or len(question.options) < 2:
            return
        claimed = claims(question, ctx.language)
        said = _against(claimed, keys, question)
        if said is not None:
            claim, words = said
            yield self.finding(rationale.plain_at(claim.start, claim.end), words)
        elif len(keys) == 1 and not claimed and self.thorough and ctx.language == "en":
            # Good explanations tell what a distractor is about, too, and leave the key to the card.
            yield from self._by_content(question, rationale, ctx)

    def _by_content(self, question: Question, rationale: Text, ctx: Context) -> Iterator[Finding]:
        key = question.key.indices[0]
        if governing_negation(question) is not None:
            return
        other = told_by(rationale.prose, question, ctx.language)
        if other is not None and other.option != key:
            yield self.finding(
                rationale.span,
                f"the explanation has words of option {letter(other.option)} "
                f"({listed(other.words)}) and none of the key's, {letter(key)}; mend one",
                confidence=Confidence.LOW,
            )
            return
        card = strange_to_key(question, ctx.document, ctx.language)
        if card is not None:
            yield self.finding(
                rationale.span,
                f"the explanation has nothing of what the card {quote(card.front.plain)} says of "
                f"the key, {letter(key)}; does it explain another option?",
                confidence=Confidence.LOW,
            )


def _against(found: list[Claim], keys: set[int], question: Question) -> tuple[Claim, str] | None:
    """The first claim that speaks against the key, and what to say of it."""
    text = question.rationale.prose.text if question.rationale is not None else ""
    right = listed([letter(key) for key in sorted(keys)])
    turned = bool(found) and governing_negation(question) is not None
    verdicts = [claim for claim in found if claim.right is not None]
    praised = {option for claim in verdicts if claim.right for option in claim.options}
    if praised & keys:
        return None
    for claim in found:
        shown = quote(text[claim.start : claim.end])
        if claim.right:
            if not turned or "answer" in text[claim.start : claim.end].lower():
                return claim, f"the explanation says {shown}, but the key is {right}; mend one"
        elif claim.right is False and not turned and keys <= set(claim.options):
            return claim, f"the explanation says {shown}, but {right} is the key; mend one"
        elif claim.right is None and _all_but_one(claim, keys, question):
            (left,) = set(range(len(question.options))) - set(claim.options)
            return claim, (
                f"the explanation puts the key, {right}, together with all options but "
                f"{letter(left)} ({shown}); mend one"
            )
    return None


def _all_but_one(claim: Claim, keys: set[int], question: Question) -> bool:
    rest = len(question.options) - len(claim.options)
    return len(claim.options) > 1 and rest == 1 and len(keys) == 1 and keys <= set(claim.options)
