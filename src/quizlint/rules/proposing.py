"""Proposed keys, with what rules know of how a question is asked."""

from collections.abc import Iterator

from quizlint.content import Document
from quizlint.facts.proposals import Proposal, proposals
from quizlint.rules.stems._negation import governing_negation


def proposed(document: Document, language: str) -> Iterator[Proposal]:
    """The keys that a document's cards speak for; none for questions asked in the negative."""
    turned = frozenset(
        question.route
        for question in document.questions
        if governing_negation(question) is not None
    )
    return proposals(document, language, turned)
