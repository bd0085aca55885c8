"""Which option the passages of a sheet speak for, by the words that they share.

A passage (a card) is read clause by clause. What an option says, beyond what all options say, is
looked for near the words of the stem: in one clause it counts fully, in the same sentence or on the
card's front by half, elsewhere on the card by a quarter. So a card that tells two things apart
speaks for the one whose clause has the words of the stem, though it names the other too. Words
weigh by how few passages have them (Spärck Jones, 1972, inverse document frequency); a clause with
a negation hardly counts for an option without one. A word counts in other words too, and less: in
another form, as a synonym, as a number of a range, and of the stem as what is more general or more
special, since a question often tells a case of what the card says. It is overlap of words, not
understanding: whoever asks has to abstain where it is not clear.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import log, sqrt
from typing import NamedTuple

from quizlint.language.equivalence import thesaurus
from quizlint.language.lemmas import content_stem
from quizlint.text import Prose
from quizlint.text.patterns import lazy

SENTENCE, FRONT, ELSEWHERE = 0.5, 0.5, 0.25
"""What a word counts that stands in the clause's sentence, on the front, elsewhere on the card."""

DENIED = 0.3
"""What remains of a clause's support for an option if only one of the two has a negation."""

ASKED = 0.5
"""What an option's word counts that the stem has said already."""

UNASKED = 0.2
"""What an option is worth that a clause says in full while the stem shares no word with it."""

RELATED, SYNONYM, CLOSE, KIND = 0.6, 0.8, 0.6, 0.4
"""What a word counts that begins or ends as the one looked for (`rainfall` for `rain`), that means
the same, nearly the same, and what it is a kind of, or that is a kind of it."""

WITHIN = 0.8
"""What a number counts that lies in a range that is named."""

CANDIDATES = 12
"""Passages that are read for an option: those that share its heaviest words."""

_TOO_COMMON = 0.5  # share of the passages
_SHORTEST = 4  # letters that related words share at least

_COUNTED = {
    word: f"#{number}"
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {"twenty": "#20", "thirty": "#30", "forty": "#40", "fifty": "#50", "hundred": "#100"}

Words = Mapping[str, str]
"""Telling words, each with the word as it was said, which a dictionary knows."""

_Weights = Mapping[str, float]

_RANGE = lazy(r"(?<![\d.,])(\d+(?:\.\d+)?)\s*(?:-|–|\bto\b|\band\b)\s*(\d+(?:\.\d+)?)(?![\d.,]\d)")

# Where one clause ends and another begins.
_JOINT = lazy(
    r"[;:,]|\b(?:while|whereas|but|although|though|because|so|and|which|who|that|when|where|"
    r"until)\b"
)
_NEGATION = lazy(
    r"\b(?:not|never|no|without|cannot|neither|nor|unlike|instead\s+of|rather\s+than)\b|n['’]t\b",
    re.IGNORECASE,
)


class Clause(NamedTuple):
    """A clause of a passage, the sentence that it stands in, and whether it denies something."""

    words: frozenset[str]
    sentence: frozenset[str]
    denies: bool
    text: str


class Passage(NamedTuple):
    """A front, like a card's or none, the clauses of all that is said, and its words as said."""

    front: frozenset[str]
    clauses: tuple[Clause, ...]
    words: Words


class Support(NamedTuple):
    """How strongly an option is supported (0 for not at all, above .5 is much), and where.

    It is the share of its own words that stand near each other, times how much of the stem is near
    them (`UNASKED` for nothing of it).

    `share` is the part of the option's own words that was found, `passage` the index of the
    passage, -1 for none.
    """

    score: float
    share: float = 0.0
    passage: int = -1
    clause: str = ""


NONE = Support(0.0)


def telling_words(prose: Prose, language: str = "en") -> frozenset[str]:
    """The stems of the words that carry meaning, and numbers as `#7`, ranges as `#7..9`.

    What is written in capitals carries meaning whatever the word: `WHERE`, `OR`.
    """
    return frozenset(words_said(prose, language))


def words_said(prose: Prose, language: str = "en") -> Words:
    """The telling words of a text, each with the word as it was said."""
    said: dict[str, str] = {}
    for word in prose.lower_words:
        if word in _COUNTED:
            said[_COUNTED[word]] = word
            continue
        if word[0].isdecimal():
            said[f"#{word}"] = word
        if stem := content_stem(word, language):
            said.setdefault(stem, word)
    if not prose.text.isupper():
        for word in prose.words:
            if len(word) > 1 and word.isupper():
                said[word.lower()] = word.lower()
    for low, high in _RANGE.findall(prose.text):
        said[f"#{low}..{high}"] = low
    return said


def has_number(prose: Prose) -> bool:
    """Whether an amount is named: "one" is more often a pronoun."""
    return any(
        word[0].isdecimal() or word in _COUNTED for word in prose.lower_words if word != "one"
    )


def passage(front: Prose | None, texts: Iterable[Prose], language: str = "en") -> Passage:
    """What is said in some texts, under a front."""
    words = {} if front is None else dict(words_said(front, language))
    asked = frozenset(words)
    clauses: list[Clause] = []
    for text in texts:
        words.update(words_said(text, language))
        clauses += _clauses(text, language)
    return Passage(asked, tuple(clauses), words)


def _clauses(prose: Prose, language: str) -> Iterator[Clause]:
    for start, end in prose.sentences or ((0, len(prose.text)),):
        text = prose.text[start:end]
        whole = telling_words(Prose(text), language)
        for part in _JOINT.split(text):
            words = telling_words(Prose(part), language)
            if words:
                yield Clause(words, whole, _NEGATION.search(part) is not None, part.strip())


class Evidence:
    """The passages of a document, ready to be asked."""

    def __init__(self, passages: Sequence[Passage], language: str = "en") -> None:
        self.passages = passages
        self._language = language
        self._held: dict[str, list[int]] = defaultdict(list)
        self._likes: dict[tuple[str, bool], dict[str, float]] = {}
        self._ends: dict[str, list[str]] = defaultdict(list)
        self._said: dict[str, str] = {}
        for index, each in enumerate(passages):
            self._said.update(each.words)
            for word in each.words:
                self._held[word].append(index)
        for word in self._held:
            for end in {word[:_SHORTEST], word[-_SHORTEST:]}:
                self._ends[end].append(word)

    def held(self, word: str) -> int:
        """How many passages have a word."""
        return len(self._held.get(word, ()))

    def weight(self, word: str) -> float:
        """How much a word tells: the fewer passages have it, the more."""
        return log((len(self.passages) + 1) / (self.held(word) + 0.5))

    @cached_property
    def usual(self) -> frozenset[str]:
        """Words of the topic itself: on so many passages that they tell none from the others."""
        limit = max(2.0, _TOO_COMMON * len(self.passages))
        return frozenset(word for word, held in self._held.items() if len(held) > limit)

    @cached_property
    def _meant(self) -> Mapping[int, list[str]]:
        """The words of the passages by what they mean or are kinds of (synsets)."""
        found: dict[int, list[str]] = defaultdict(list)
        for word in self._held:
            if word[0] != "#":
                for meaning in _meanings(self._said[word]):
                    found[meaning].append(word)
        return found

    @cached_property
    def _ranges(self) -> Sequence[tuple[float, float, str]]:
        """The ranges of numbers that are named, with their telling words."""
        found = (word for word in self._held if ".." in word)
        return [(*map(float, word[1:].split("..")), word) for word in found]  # type: ignore[misc]

    def likeness(self, word: str, said: str, *, asked: bool = False) -> Mapping[str, float]:
        """The words of the passages that stand for a word, 0 to 1.

        The one place that decides what counts as the same: itself, what is made from it, what
        means the same; for a word of what is `asked` also its kinds and what it is a kind of,
        which would not tell one option from the others.
        """
        found = self._likes.get((word, asked))
        if found is None:
            found = {word: 1.0} if word in self._held else {}
            for other, alike in self._others(word, said, asked=asked):
                if alike > found.get(other, 0.0):
                    found[other] = alike
            self._likes[word, asked] = found
        return found

    def _others(self, word: str, said: str, *, asked: bool) -> Iterator[tuple[str, float]]:
        if word[0] == "#":
            number = _number(word)
            if number is not None:
                yield from ((r, WITHIN) for low, high, r in self._ranges if low <= number <= high)
            return
        if len(word) >= _SHORTEST:
            for end in {word[:_SHORTEST], word[-_SHORTEST:]}:
                yield from (
                    (other, RELATED) for other in self._ends.get(end, ()) if _derived(word, other)
                )
        if self._language == "en":
            near = {other for each in _meanings(said) for other in self._meant.get(each, ())}
            for other in near:
                meant = self._said[other]
                if thesaurus.opposites(said, meant):
                    continue
                if thesaurus.synonyms(said, meant):
                    yield other, SYNONYM
                elif thesaurus.close(said, meant):
                    yield other, CLOSE
                elif asked and (
                    thesaurus.more_general(said, meant) or thesaurus.more_general(meant, said)
                ):
                    yield other, KIND

    def weigh(
        self, stem: Words, options: Sequence[Words], denying: Sequence[bool]
    ) -> tuple[Support, ...]:
        """The support of each option, told by its words; `denying` are options with a negation."""
        shared = frozenset.intersection(*map(frozenset, options)) if options else frozenset()
        counts = Counter(word for option in options for word in option)
        asked = _Sought(
            stem,
            {word: self.weight(word) for word in stem},
            {word: self.likeness(word, said, asked=True) for word, said in stem.items()},
        )
        return tuple(
            self._support(
                asked,
                self._sought(
                    option,
                    {
                        word: self.weight(word) * (ASKED if word in stem else 1) / counts[word]
                        for word in option
                        if word not in shared
                    },
                ),
                denies,
            )
            for option, denies in zip(options, denying, strict=True)
        )

    def _sought(self, words: Words, weights: _Weights) -> "_Sought":
        return _Sought(words, weights, {word: self.likeness(word, words[word]) for word in weights})

    def _support(self, asked: "_Sought", own: "_Sought", denies: bool) -> Support:
        whole, all_asked = sum(own.weights.values()), sum(asked.weights.values())
        if whole <= 0:
            return NONE
        best = NONE
        for index in self._candidates(own):
            near = self.passages[index]
            for clause in near.clauses:
                found = own.found(clause, near)
                if not found:
                    continue
                answered = asked.found(clause, near) / sqrt(all_asked) if all_asked else 0.0
                score = (UNASKED + answered) * found / whole
                if clause.denies is not denies:
                    score *= DENIED
                if score > best.score:
                    best = Support(score, found / whole, index, clause.text)
        return best

    def _candidates(self, own: "_Sought") -> list[int]:
        """The passages with the most of an option's words, by weight; ties in their order."""
        weights: dict[int, float] = defaultdict(float)
        for word, weight in own.weights.items():
            for held in own.likes[word]:
                for index in self._held[held]:
                    weights[index] += weight
        return sorted(weights, key=lambda index: (-weights[index], index))[:CANDIDATES]

    def holding(self, words: Words) -> list[int]:
        """The passages that have the like of any of some words, in order."""
        found = {
            index
            for word, said in words.items()
            for held in self.likeness(word, said)
            for index in self._held[held]
        }
        return sorted(found)

    def shared(self, words: Words, index: int) -> tuple[int, float]:
        """How many words have their like in a passage, and what they weigh."""
        held = self.passages[index].words.keys()
        found = [
            word for word, said in words.items() if not held.isdisjoint(self.likeness(word, said))
        ]
        return len(found), sum(map(self.weight, found))


class _Sought(NamedTuple):
    """Words that are looked for, what they weigh, and what stands for them in the passages."""

    words: Words
    weights: _Weights
    likes: Mapping[str, Mapping[str, float]]

    def found(self, clause: Clause, near: Passage) -> float:
        """What is found of them in or near a clause."""
        return sum(
            weight * self._nearness(word, clause, near) for word, weight in self.weights.items()
        )

    def _nearness(self, word: str, clause: Clause, near: Passage) -> float:
        best = 0.0
        for held, alike in self.likes[word].items():
            if held not in near.words:
                continue
            if held in clause.words:
                place = 1.0
            elif held in clause.sentence:
                place = SENTENCE
            else:
                place = FRONT if held in near.front else ELSEWHERE
            best = max(best, alike * place)
        return best


def _meanings(word: str) -> frozenset[int]:
    """What a word means, nearly means, and is a kind of."""
    return thesaurus.near(word) | thesaurus.classes(word)


def _number(word: str) -> float | None:
    """The number of a telling word (`#7`)."""
    try:
        return float(word[1:])
    except ValueError:
        return None


def _derived(one: str, other: str) -> bool:
    """Whether the shorter of two stems begins or ends the longer, or most of both is the same."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short) or long.endswith(short):
        return len(short) >= _SHORTEST
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    return same > _SHORTEST and same >= 0.7 * len(long)


def denies(prose: Prose) -> bool:
    """Whether a text has a word that turns it round."""
    return _NEGATION.search(prose.text) is not None
