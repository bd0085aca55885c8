"""What a document leaves behind for the bank: small, picklable, versioned."""

from quizlint.facts.answers import Answer, AnswerFacts, answer_facts
from quizlint.facts.pools import Pool, PoolShare
from quizlint.facts.questions import (
    Occurrence,
    QuestionFacts,
    QuestionGroup,
    identity,
    key_digest,
    question_facts,
)

__all__ = [
    "Answer",
    "AnswerFacts",
    "Occurrence",
    "Pool",
    "PoolShare",
    "QuestionFacts",
    "QuestionGroup",
    "answer_facts",
    "identity",
    "key_digest",
    "question_facts",
]
