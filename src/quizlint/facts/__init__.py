"""What a document leaves behind for the bank: small, picklable, versioned."""

from quizlint.facts.questions import (
    Occurrence,
    QuestionFacts,
    QuestionGroup,
    identity,
    key_digest,
    question_facts,
)

__all__ = [
    "Occurrence",
    "QuestionFacts",
    "QuestionGroup",
    "identity",
    "key_digest",
    "question_facts",
]
