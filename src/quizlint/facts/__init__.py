"""What a document leaves behind for the bank: small, picklable, versioned."""

from quizlint.facts.answers import Answer, AnswerFacts, answer_facts
from quizlint.facts.pools import Pool, PoolShare
from quizlint.facts.questions import (
    NearCluster,
    Occurrence,
    QuestionFacts,
    QuestionGroup,
    Shape,
    SharedQuestions,
    TranslatedFile,
    TranslatedQuestion,
    are_branches,
    identity,
    key_digest,
    question_facts,
)

__all__ = [
    "BANK_SUBJECTS",
    "Answer",
    "AnswerFacts",
    "NearCluster",
    "Occurrence",
    "Pool",
    "PoolShare",
    "QuestionFacts",
    "QuestionGroup",
    "Shape",
    "SharedQuestions",
    "TranslatedFile",
    "TranslatedQuestion",
    "answer_facts",
    "are_branches",
    "identity",
    "key_digest",
    "question_facts",
]

BANK_SUBJECTS = (QuestionGroup, SharedQuestions, NearCluster, TranslatedFile, Pool)
"""What rules about many files are called for."""
