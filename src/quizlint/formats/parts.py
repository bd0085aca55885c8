"""Words for the parts of documents that a format can hold."""

from collections.abc import Mapping
from types import MappingProxyType

Parts = frozenset[str]
"""Words for parts of a document: kinds of items and questions, and what is said of each."""

NOTHING: Parts = frozenset()

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "choice": "questions with one right option",
        "multiple": "questions with several right options",
        "true-false": "statements to be judged",
        "text": "short answers",
        "numeric": "numbers to be typed",
        "match": "matching",
        "order": "ordering",
        "cloze": "gaps in a text",
        "cards": "flashcards",
        "prompts": "open questions with a hint and concepts",
        "keys": "right answers",
        "feedback": "feedback on options",
        "rationale": "explanations",
        "weights": "partial credit",
        "tolerance": "how far a number may be off",
        "ids": "ids",
        "levels": "levels of difficulty",
        "stimulus": "passages that questions are about",
        "shuffle": "whether options are shuffled",
        "title": "titles",
        "topic": "topics or categories",
        "minutes": "time to read",
        "language": "the language",
        "audience": "the audience",
        "media": "pictures, by their file's name",
    }
)
"""Every part and what it means."""


def parts(words: str) -> Parts:
    """The parts that are named, with spaces between."""
    return frozenset(words.split())
