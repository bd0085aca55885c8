"""How heavy each item of a document is to read, words that the document teaches left aside."""

from collections.abc import Callable, Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from quizlint.content import Document, Item, Prompt, Question
from quizlint.language.gauges import Gauge, gauge
from quizlint.language.known import familiar, known_stems, shared_stems
from quizlint.language.readability import MIN_WORDS, Readability, pooled, readability
from quizlint.text import Prose, Text

PROSE_WORDS = 8
"""An option of fewer words is something to pick, not prose to read."""

SENTENCE_WORDS = 12
"""A sentence of fewer words is as heavy as its longest one."""

FEWEST_WORDS = 14
"""Words of prose that an item must have to be judged, where its options fill up the minimum."""

_LONG = 8
"""Characters that a word has at least which is named as a reason."""


class Grade(NamedTuple):
    """What an item asks of its readers: `value` in the unit of `gauge`, over `words` words.

    `all_words` are those of the item with its short options.
    """

    value: float
    words: int
    all_words: int
    gauge: Gauge

    @property
    def enough(self) -> bool:
        """Whether there are words enough to judge the item by itself."""
        return self.all_words >= MIN_WORDS and self.words >= FEWEST_WORDS

    def over(self, end: float) -> float:
        """By how much the item is heavier than a limit beyond doubt; not at all if negative."""
        return self.gauge.over(self.value, end) - self.gauge.margin(self.words)

    @property
    def shown(self) -> str:
        """The value as messages name it."""
        return self.gauge.shown(self.value)


class ItemGrade(NamedTuple):
    """The grade of a labelled item, for reports that show it beside the others.

    `end` is how heavy items of the label may be, `over` whether the item is beyond that and beyond
    doubt, `position` where the label stands on its scale.
    """

    item: str
    level: str
    position: float
    value: float
    words: int
    unit: str
    end: float
    over: bool

    def as_data(self) -> dict[str, object]:
        """The same as plain data, for machines."""
        return {
            **self._asdict(),
            "value": round(self.value, 2),
            "position": round(self.position, 3),
        }


class Sentence(NamedTuple):
    """A sentence of a text: where it stands in `text.plain`, its words, and the long ones first."""

    text: Text
    start: int
    end: int
    words: int
    many_syllables: int
    longest: tuple[str, ...]


_known: WeakKeyDictionary[Document, frozenset[str]] = WeakKeyDictionary()
_graded: WeakKeyDictionary[Document, dict[tuple[str, bool, bool], Grade | None]] = (
    WeakKeyDictionary()
)


def known_in(document: Document, language: str) -> frozenset[str]:
    """The stems of the words that the readers of a document know from it."""
    if document not in _known:
        names = [text.prose for text in (document.title, document.topic) if text is not None]
        fronts = [card.front.prose for card in document.cards]
        items = [[text.prose for text in item.texts] for item in document.items]
        _known[document] = known_stems(names, fronts, items, language)
    return _known[document]


def grade(
    item: Item, document: Document, language: str, *, whole: bool = False, known: bool = False
) -> Grade | None:
    """How heavy an item is to read; None where no formula is made for the language, or no word.

    Read are both sides of a card, a question's stem, long options and explanation, a prompt and its
    hint; with `whole`, short options too. With `known`, words that the document teaches count as
    short ones where that makes the item easier; so whoever looks for heavy items asks without
    first, which costs a fraction. Whether there are words enough to judge one item, the grade says.
    """
    kept = _graded.setdefault(document, {})
    key = (item.route, whole, known)
    if key not in kept:
        kept[key] = _grade(item, document, language, whole, known)
    return kept[key]


def _grade(item: Item, document: Document, language: str, whole: bool, known: bool) -> Grade | None:
    own = gauge(language)
    if own is None:
        return None
    texts = list(running_texts(item, whole))
    if known:
        found = grade(item, document, language, whole=whole)
        if found is None:
            return None
        plain = familiar(_known_to_readers(texts, document, language), language)
        easier = own.of(pooled((text.prose for text in texts), language, plain))
        return found if own.over(easier, found.value) >= 0 else found._replace(value=easier)
    load = pooled((text.prose for text in texts), language)
    if not load.words:
        return None
    short = sum(len(text.prose.words) for text in running_texts(item, True) if text not in texts)
    return Grade(own.of(load), load.words, load.words + short, own)


def running_texts(item: Item, whole: bool = False) -> Iterator[Text]:
    """The texts of an item that are read as prose."""
    if isinstance(item, Prompt):
        yield from item.texts[: len(item.texts) - len(item.concepts)]
    elif isinstance(item, Question):
        yield item.stem
        for option in item.options:
            if whole or len(option.text.prose.words) >= PROSE_WORDS:
                yield option.text
        if item.rationale is not None:
            yield item.rationale
    else:
        yield from item.texts


def item_grades(
    document: Document, language: str, end_of: Callable[[str], tuple[float, float] | None]
) -> Iterator[ItemGrade]:
    """The grades of the labelled items that are long enough to have one."""
    own = gauge(language)
    if own is None:
        return
    for item in document.items:
        label = item.difficulty.plain.casefold() if item.difficulty else ""
        bound = end_of(label) if label else None
        found = grade(item, document, language, known=True) if bound is not None else None
        if bound is None or found is None or not found.enough:
            continue
        position, end = bound
        over = found.over(end) > 0
        yield ItemGrade(item.name, label, position, found.value, found.words, own.unit, end, over)


def heaviest(item: Item, document: Document, language: str) -> Sentence | None:
    """The heaviest sentence of an item's prose; None where there is none of `SENTENCE_WORDS`."""
    own = gauge(language)
    if own is None:
        return None
    texts = list(running_texts(item))
    plain = familiar(_known_to_readers(texts, document, language), language)
    found: tuple[float, Sentence] | None = None
    for text in texts:
        for start, end in text.prose.sentences:
            rewritten = plain(text.prose.wording[start:end])
            load = readability(rewritten, language)
            if load.words < SENTENCE_WORDS:
                continue
            weight = own.over(own.of(load), 0.0)
            if found is None or weight > found[0]:
                found = weight, _sentence(text, start, end, load, rewritten)
    return None if found is None else found[1]


def _sentence(text: Text, start: int, end: int, load: Readability, rewritten: str) -> Sentence:
    words = dict.fromkeys(Prose(rewritten).words)
    longest = tuple(sorted((word for word in words if len(word) >= _LONG), key=len, reverse=True))
    return Sentence(text, start, end, load.words, load.polysyllables, longest)


def _known_to_readers(texts: list[Text], document: Document, language: str) -> frozenset[str]:
    stems = known_in(document, language)
    if len(texts) > 1:
        stems |= shared_stems(texts[0].prose, texts[-1].prose, language)
    return stems
