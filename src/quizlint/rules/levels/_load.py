"""The reading load of an item."""

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from quizlint.content import Card, Item, Prompt
from quizlint.language.readability import MIN_WORDS, Readability, readability
from quizlint.text import Prose, Text

_FEWEST_CHARACTERS = 2 * MIN_WORDS

_counted: WeakKeyDictionary[Prose, Readability] = WeakKeyDictionary()


def reading_load(item: Item) -> Readability | None:
    """The counts of what a learner reads before answering, or None if it is too short to score.

    A question's stem, stimulus and options are read together, and both sides of a card, which are
    learned together; explanations and a prompt's concepts come after the answer.
    """
    texts = list(_read_before_answering(item))
    if sum(len(text.value) for text in texts) < _FEWEST_CHARACTERS:
        return None
    load = pooled_load(texts)
    return load if load.enough else None


def pooled_load(texts: Iterable[Text]) -> Readability:
    """The counts of several texts together, without code, formulas and addresses."""
    return sum(map(_load_of, texts), Readability())


def _load_of(text: Text) -> Readability:
    """Counted once: several rules ask about the same text."""
    prose = text.prose
    load = _counted.get(prose)
    if load is None:
        load = _counted[prose] = readability(prose.wording)
    return load


def _read_before_answering(item: Item) -> Iterable[Text]:
    if isinstance(item, Card):
        return item.texts
    if isinstance(item, Prompt):
        return item.texts[: len(item.texts) - len(item.concepts)]
    own = (item.stem, *(option.text for option in item.options))
    return own if item.stimulus is None else (item.stimulus.text, *own)
