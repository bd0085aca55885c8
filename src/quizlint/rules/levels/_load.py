"""The reading load of items."""

from collections.abc import Iterable

from quizlint.content import Item, Question
from quizlint.facts.grades import Grade, grade
from quizlint.language.readability import Readability, pooled
from quizlint.rules.context import Context
from quizlint.text import Text


def reading_load(item: Item, ctx: Context) -> Grade | None:
    """How heavy an item is to read, or None if it is too short to score."""
    load = grade(item, ctx.document, ctx.language)
    return load if load is not None and load.enough else None


def pooled_load(texts: Iterable[Text]) -> Readability:
    """The counts of several texts together, without code, formulas and addresses."""
    return pooled(text.prose for text in texts)


def says_more_than_words(item: Item) -> bool:
    """Whether what makes an item easy or hard may stand in code, a formula or a picture."""
    texts = [*item.texts]
    if isinstance(item, Question) and item.stimulus is not None:
        texts.append(item.stimulus.text)
    return any(t.prose.has_code or t.prose.has_math or t.prose.has_media for t in texts)
