"""What a document leaves behind for the bank: small, picklable, versioned."""

from quizlint.facts.answers import Answer, AnswerFacts, answer_facts
from quizlint.facts.pools import Part, Pool
from quizlint.facts.questions import (
    Occurrence,
    QuestionFacts,
    QuestionGroup,
    are_branches,
    identity,
    key_digest,
    question_facts,
)

__all__ = [
    "Answer",
    "AnswerFacts",
    "Occurrence",
    "Part",
    "Pool",
    "QuestionFacts",
    "QuestionGroup",
    "answer_facts",
    "are_branches",
    "identity",
    "key_digest",
    "question_facts",
]
