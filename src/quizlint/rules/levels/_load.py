"""The reading load of an item."""

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from quizlint.content import Card, Item, Prompt
from quizlint.language.readability import MIN_WORDS, Readability, pooled
from quizlint.text import Prose, Text

_FEWEST_CHARACTERS = 2 * MIN_WORDS

_counted: WeakKeyDictionary[Prose, Readability | None] = WeakKeyDictionary()
"""Loads of items by what stands first in each: several rules ask about the same item."""


def reading_load(item: Item) -> Readability | None:
    """The counts of what a learner reads before answering, or None if it is too short to score.

    A question's stem, stimulus and options are read together, and both sides of a card, which are
    learned together; explanations and a prompt's concepts come after the answer.
    """
    first = item.texts[0].prose
    if first in _counted:
        return _counted[first]
    texts = list(_read_before_answering(item))
    load = None
    if sum(len(text.value) for text in texts) >= _FEWEST_CHARACTERS:
        load = pooled_load(texts)
    _counted[first] = load = load if load is not None and load.enough else None
    return load


def pooled_load(texts: Iterable[Text]) -> Readability:
    """The counts of several texts together, without code, formulas and addresses."""
    return pooled(text.prose for text in texts)


def _read_before_answering(item: Item) -> Iterable[Text]:
    if isinstance(item, Card):
        return item.texts
    if isinstance(item, Prompt):
        return item.texts[: len(item.texts) - len(item.concepts)]
    own = (item.stem, *(option.text for option in item.options))
    return own if item.stimulus is None else (item.stimulus.text, *own)
