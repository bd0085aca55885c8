"""Which option the passages of a sheet speak for, by the words that they share.

A passage (a card) is read clause by clause. What an option says, beyond what all options say, is
looked for near the words of the stem: in one clause it counts fully, in the same sentence or on the
card's front by half, elsewhere on the card by a quarter. So a card that tells two things apart
speaks for the one whose clause has the words of the stem, though it names the other too. Words
weigh by how few passages have them (Spärck Jones, 1972, inverse document frequency); a clause with
a negation hardly counts for an option without one. It is overlap of words, not understanding:
whoever asks has to abstain where it is not clear.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import log, sqrt
from typing import NamedTuple

from quizlint.language.lemmas import content_stems
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

RELATED = 0.6
"""What a word counts that begins or ends as the one looked for: `rainfall` for `rain`."""

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

_Weights = Mapping[str, float]

# Where one clause ends and another begins.
_JOINT = lazy(
    r"[;:,]|\b(?:while|whereas|but|although|though|because|so|and|which|who|that|when|where|"
    r"until)\b"
)
_NEGATION = lazy(r"\b(?:not|never|no|without|cannot|nor)\b|n['’]t\b", re.IGNORECASE)


class Clause(NamedTuple):
    """A clause of a passage, the sentence that it stands in, and whether it denies something."""

    words: frozenset[str]
    sentence: frozenset[str]
    denies: bool
    text: str


class Passage(NamedTuple):
    """A front, like a card's or none, and the clauses of all that is said."""

    front: frozenset[str]
    clauses: tuple[Clause, ...]
    words: frozenset[str]


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
    """The stems of the words that carry meaning, and numbers as `#7`.

    What is written in capitals carries meaning whatever the word: `WHERE`, `OR`.
    """
    words = prose.lower_words
    others = {_COUNTED[word] for word in words if word in _COUNTED}
    others.update(f"#{word}" for word in words if word[0].isdecimal())
    if not prose.text.isupper():
        others.update(word.lower() for word in prose.words if len(word) > 1 and word.isupper())
    return content_stems((word for word in words if word not in _COUNTED), language) | others


def has_number(prose: Prose) -> bool:
    """Whether an amount is named: "one" is more often a pronoun."""
    return any(
        word[0].isdecimal() or word in _COUNTED for word in prose.lower_words if word != "one"
    )


def passage(front: Prose | None, texts: Iterable[Prose], language: str = "en") -> Passage:
    """What is said in some texts, under a front."""
    clauses = [clause for text in texts for clause in _clauses(text, language)]
    asked = frozenset() if front is None else telling_words(front, language)
    return Passage(asked, tuple(clauses), asked.union(*(clause.sentence for clause in clauses)))


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

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self._held: dict[str, list[int]] = defaultdict(list)
        self._related: dict[str, dict[str, float]] = {}
        self._ends: dict[str, list[str]] = defaultdict(list)
        for index, each in enumerate(passages):
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

    def likeness(self, word: str) -> Mapping[str, float]:
        """The words of the passages that stand for a word, 0 to 1.

        The one place that decides what counts as the same: itself, and what is made from it.
        """
        found = self._related.get(word)
        if found is None:
            found = {word: 1.0} if word in self._held else {}
            if len(word) >= _SHORTEST and word[0] != "#":
                for end in {word[:_SHORTEST], word[-_SHORTEST:]}:
                    for other in self._ends.get(end, ()):
                        if other not in found and _derived(word, other):
                            found[other] = RELATED
            self._related[word] = found
        return found

    def weigh(
        self,
        stem: frozenset[str],
        options: Sequence[frozenset[str]],
        denying: Sequence[bool],
    ) -> tuple[Support, ...]:
        """The support of each option, told by its words; `denying` are options with a negation."""
        shared = frozenset.intersection(*options) if options else frozenset()
        counts = Counter(word for option in options for word in option)
        asked = {word: self.weight(word) for word in stem}
        return tuple(
            self._support(
                asked,
                {
                    word: self.weight(word) * (ASKED if word in stem else 1) / counts[word]
                    for word in option - shared
                },
                denies,
            )
            for option, denies in zip(options, denying, strict=True)
        )

    def _support(self, asked: _Weights, own: _Weights, denies: bool) -> Support:
        whole, all_asked = sum(own.values()), sum(asked.values())
        if whole <= 0:
            return NONE
        best = NONE
        for index in self._candidates(own):
            near = self.passages[index]
            for clause in near.clauses:
                found = self._found(own, clause, near)
                if not found:
                    continue
                answered = self._found(asked, clause, near) / sqrt(all_asked) if all_asked else 0.0
                score = (UNASKED + answered) * found / whole
                if clause.denies is not denies:
                    score *= DENIED
                if score > best.score:
                    best = Support(score, found / whole, index, clause.text)
        return best

    def _candidates(self, own: _Weights) -> list[int]:
        """The passages with the most of an option's words, by weight; ties in their order."""
        weights: dict[int, float] = defaultdict(float)
        for word, weight in own.items():
            for held in self.likeness(word):
                for index in self._held[held]:
                    weights[index] += weight
        return sorted(weights, key=lambda index: (-weights[index], index))[:CANDIDATES]

    def _found(self, words: _Weights, clause: Clause, near: Passage) -> float:
        return sum(weight * self._nearness(word, clause, near) for word, weight in words.items())

    def _nearness(self, word: str, clause: Clause, near: Passage) -> float:
        best = 0.0
        for held, alike in self.likeness(word).items():
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

    def holding(self, words: Iterable[str]) -> list[int]:
        """The passages that have the like of any of some words, in order."""
        found = {
            index for word in words for held in self.likeness(word) for index in self._held[held]
        }
        return sorted(found)

    def shared(self, words: frozenset[str], index: int) -> tuple[int, float]:
        """How many words have their like in a passage, and what they weigh."""
        held = self.passages[index].words
        found = [word for word in words if not held.isdisjoint(self.likeness(word))]
        return len(found), sum(map(self.weight, found))


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
