"""Questions that say nearly the same, in one file or several.

Two joins find candidates, both exact: questions with the same options and key whose stems share
words, and questions of which all words together are nearly the same. The second is a prefix filter
(Chaudhuri, Ganti and Kaushik 2006; Xiao and others 2008, "Efficient similarity joins for near
duplicate detection"): of two sets with a Jaccard likeness of at least `t` the `n - ceil(t n) + 1`
rarest words of each share one. What differs decides: another number, negation, sign, code or key
makes another question of it, however alike the rest is.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import ceil, log
from typing import NamedTuple

from quizlint.facts import NearCluster, QuestionFacts
from quizlint.facts.likeness import Likeness

WHOLE = 0.8
"""The share of all words (stem and options) that two questions have in common."""

STEM = 0.4
"""The share of the stems' words that questions with the same options and key have in common."""

RARE = 0.3
"""The same share, each word weighed by how rare it is in the bank: words that stand in every stem
("which of these …") tell nothing."""

FEWEST = 5
"""Words of a question, and half as many of a stem, below which nothing is told from likeness."""

CROWD = 60
"""Questions that one rare word, or one set of options, may have in common and still be compared:
more than that are made from one mould."""


class _Row(NamedTuple):
    """A question of the bank: its file, and its index there."""

    path: str
    at: int


class Near:
    """The comparison of all questions of a bank."""

    def __init__(self, facts: Mapping[str, QuestionFacts]) -> None:
        self.facts = facts
        self.rows = [
            _Row(path, index)
            for path, of_file in facts.items()
            if of_file.likeness is not None
            for index in range(len(of_file.likeness))
        ]
        counted: Counter[int] = Counter()
        for row in self.rows:
            counted.update(self._of(row).all(row.at))
        self.frequency = counted
        self.parents = list(range(len(self.rows)))

    def clusters(self) -> Iterator[NearCluster]:
        """Each group of questions that are linked by being nearly the same."""
        for one, other in (*self._same_offer(), *self._alike()):
            self._link(one, other)
        groups: dict[int, list[int]] = {}
        for number in range(len(self.rows)):
            groups.setdefault(self._root(number), []).append(number)
        for numbers in groups.values():
            if len(numbers) > 1:
                rows = [self.rows[number] for number in numbers]
                yield NearCluster(
                    tuple(self.facts[row.path].occurrence(row.path, row.at) for row in rows)
                )

    def _of(self, row: _Row) -> Likeness:
        likeness = self.facts[row.path].likeness
        assert likeness is not None
        return likeness

    def _same_offer(self) -> Iterator[tuple[int, int]]:
        """Pairs with the same options and key whose stems are alike."""
        by_offer: dict[tuple[int, int], list[int]] = {}
        for number, row in enumerate(self.rows):
            likeness = self._of(row)
            if likeness.telling[row.at]:
                offer = (likeness.offers[row.at], likeness.strict[row.at])
                by_offer.setdefault(offer, []).append(number)
        for numbers in by_offer.values():
            if 1 < len(numbers) <= CROWD:
                stems = {number: set(self._stem(number)) for number in numbers}
                for one, other in _pairs(numbers):
                    alike = self._asks_alike(stems[one], stems[other])
                    if alike and not self._same(one, other):
                        yield one, other

    def _alike(self) -> Iterator[tuple[int, int]]:
        """Pairs of which all words are alike."""
        by_word: dict[int, list[int]] = {}
        for number, row in enumerate(self.rows):
            words = self._of(row).all(row.at)
            if len(words) < FEWEST:
                continue
            kept = len(words) - ceil(WHOLE * len(words)) + 1
            for word in self._rarest(words, kept):
                if self.frequency[word] > 1:
                    by_word.setdefault(word, []).append(number)
        seen: set[tuple[int, int]] = set()
        for numbers in by_word.values():
            if 1 < len(numbers) <= CROWD:
                for pair in _pairs(numbers):
                    if pair not in seen:
                        seen.add(pair)
                        if self._is_alike(*pair) and not self._same(*pair):
                            yield pair

    def _is_alike(self, one: int, other: int) -> bool:
        first, second = self.rows[one], self.rows[other]
        a, b = self._of(first), self._of(second)
        if a.strict[first.at] != b.strict[second.at] or a.keys[first.at] != b.keys[second.at]:
            return False
        words, others = set(a.all(first.at)), set(b.all(second.at))
        shared = len(words & others)
        if shared < WHOLE * (len(words) + len(others) - shared):
            return False
        # What only one of them has must not be what is asked for: an entity for another.
        return self._asks_alike(set(self._stem(one)), set(self._stem(other)))

    def _same(self, one: int, other: int) -> bool:
        """Whether two are the very same question, which other rules are about."""
        first, second = self.rows[one], self.rows[other]
        digests = self.facts[first.path].digests, self.facts[second.path].digests
        return digests[0][first.at] == digests[1][second.at]

    def _stem(self, number: int) -> Sequence[int]:
        row = self.rows[number]
        return self._of(row).stem(row.at)

    def _rarest(self, words: "array[int]", count: int) -> list[int]:
        return sorted(words, key=lambda word: (self.frequency[word], word))[:count]

    def _asks_alike(self, words: set[int], others: set[int]) -> bool:
        """Whether two stems have enough in common, in words and in what they say."""
        if 2 * min(len(words), len(others)) < FEWEST:
            return False
        both, either = words & others, words | others
        if len(both) < STEM * len(either):
            return False
        every = len(self.rows) + 1
        weights = {word: log(1 + every / self.frequency[word]) for word in either}
        return sum(weights[word] for word in both) >= RARE * sum(weights.values())

    def _link(self, one: int, other: int) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self.parents[second] = first

    def _root(self, number: int) -> int:
        while self.parents[number] != number:
            self.parents[number] = self.parents[self.parents[number]]
            number = self.parents[number]
        return number


def near_clusters(facts: Mapping[str, QuestionFacts]) -> Iterator[NearCluster]:
    """Each group of questions that say nearly the same; `facts` are by path, in order."""
    yield from Near(facts).clusters()


def _pairs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    known = list(numbers)
    for at, one in enumerate(known):
        for other in known[at + 1 :]:
            yield one, other
