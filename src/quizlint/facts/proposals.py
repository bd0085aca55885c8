"""Keys that the cards of a document speak for, for questions that have none."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from quizlint.content import Card, Document, Question
from quizlint.facts.evidence import supports
from quizlint.language.evidence import UNASKED

SURE_SUPPORT, SURE_SHARE, SURE_REST = 0.5, 0.8, 0.6
"""A proposal is sure whose option has so much support, by so much of its own words, while no other
option has more than this part of it. Of the questions with keys on sheets that were written to
measure this, no sure proposal was wrong."""

LIKELY_SUPPORT, LIKELY_REST = UNASKED, 0.8
"""At least what an option is worth that a clause says in full, and clearly more than any other."""


class Sureness(StrEnum):
    """How sure a proposed key is."""

    SURE = "sure"
    LIKELY = "likely"
    GUESS = "guess"


class Proposal(NamedTuple):
    """An option (its index) that a clause of a card speaks for; None where nothing speaks.

    `number` is the question's, from 1, among all questions of the document.
    """

    number: int
    question: Question
    option: int | None
    sureness: Sureness
    card: Card | None = None
    clause: str = ""


def proposals(
    document: Document, language: str, turned: frozenset[str] = frozenset()
) -> Iterator[Proposal]:
    """A proposal for each question to pick from that has no key.

    `turned` are the routes of questions that ask for what is not true: what the cards say speaks
    against an option there, so nothing is proposed.
    """
    for number, question in enumerate(document.questions, 1):
        if question.selected and question.options and not question.key.indices:
            found = () if question.route in turned else supports(question, document, language)
            best = max(range(len(found)), key=lambda index: found[index].score, default=0)
            if not found or found[best].score <= 0:
                yield Proposal(number, question, None, Sureness.GUESS)
                continue
            most = found[best]
            rest = max(each.score for index, each in enumerate(found) if index != best)
            part = rest / most.score
            if most.score >= SURE_SUPPORT and most.share >= SURE_SHARE and part <= SURE_REST:
                sureness = Sureness.SURE
            elif most.score >= LIKELY_SUPPORT and part <= LIKELY_REST:
                sureness = Sureness.LIKELY
            else:
                sureness = Sureness.GUESS
            card = document.cards[most.passage]
            yield Proposal(number, question, best, sureness, card, most.clause)
