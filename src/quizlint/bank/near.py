"""Questions that say nearly the same, in one file or several.

What differs decides: another number, negation, sign, code or key makes another question of it,
however alike the rest is. So only questions are compared that have these in common; where that
leaves many, those with the same options, and those that share one of their rarest words. The second
is a prefix filter (Chaudhuri, Ganti and Kaushik 2006; Xiao and others 2008, "Efficient similarity
joins for near duplicate detection"): of two sets with a Jaccard likeness of at least `t`, the
`n - ceil(t n) + 1` rarest words of each have one in common. So nothing is missed but in a crowd.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import ceil, log
from typing import NamedTuple

from quizlint.bank.groups import is_export
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

CROWD = 100
"""Questions that may have key and numbers, one rare word, or their options in common and still be
compared each with each: more than that are made from one mould."""


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
        for one, other in self.pairs():
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

    def pairs(self) -> Iterator[tuple[int, int]]:
        """All pairs that say nearly the same, by their numbers in the order of the run.

        Both kinds have key, numbers, negations and signs in common, so that only questions in which
        these are equal are compared at all.
        """
        groups: dict[tuple[int, int], list[int]] = {}
        for number, row in enumerate(self.rows):
            likeness = self._of(row)
            alike = likeness.strict[row.at], likeness.keys[row.at]
            groups.setdefault(alike, []).append(number)
        for numbers in groups.values():
            if len(numbers) > 1:
                yield from self._pairs_of(numbers)

    def _pairs_of(self, numbers: list[int]) -> Iterator[tuple[int, int]]:
        if len(numbers) <= CROWD:
            candidates: Iterable[tuple[int, int]] = combinations(numbers, 2)
        else:
            candidates = {*self._by_offer(numbers), *self._by_prefix(numbers)}
        for one, other in sorted(candidates):
            if self._is_alike(one, other) and not self._same(one, other):
                yield one, other

    def _by_offer(self, numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Pairs with the same options."""
        yield from self._sharing((number, self._offer(number)) for number in numbers)

    def _by_prefix(self, numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Pairs that share one of their rarest words, as all must that are alike as a whole."""
        yield from self._sharing(
            (number, word) for number in numbers for word in self._prefix(number)
        )

    def _sharing(self, marks: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        by_mark: dict[int, list[int]] = {}
        for number, mark in marks:
            by_mark.setdefault(mark, []).append(number)
        for numbers in by_mark.values():
            if 1 < len(numbers) <= CROWD:
                yield from combinations(numbers, 2)

    def _offer(self, number: int) -> int:
        row = self.rows[number]
        return self._of(row).offers[row.at]

    def _prefix(self, number: int) -> list[int]:
        row = self.rows[number]
        words = self._of(row).all(row.at)
        kept = len(words) - ceil(WHOLE * len(words)) + 1
        rarest = sorted(words, key=lambda word: (self.frequency[word], word))[:kept]
        return [word for word in rarest if self.frequency[word] > 1]

    def _is_alike(self, one: int, other: int) -> bool:
        """Whether the stems are alike, and the options are the same or all words are alike."""
        first, second = self.rows[one], self.rows[other]
        a, b = self._of(first), self._of(second)
        same = a.offers[first.at] == b.offers[second.at] and a.telling[first.at]
        if not same:
            words, others = set(a.all(first.at)), set(b.all(second.at))
            shared = len(words & others)
            if len(words) < FEWEST or shared < WHOLE * (len(words) + len(others) - shared):
                return False
        # What only one of them has must not be what is asked for: an entity for another.
        return self._asks_alike(set(self._stem(one)), set(self._stem(other)))

    def _same(self, one: int, other: int) -> bool:
        """Whether two are one question, which other rules are about, or one is an export."""
        first, second = self.rows[one], self.rows[other]
        if is_export(first.path, second.path):
            return True
        digests = self.facts[first.path].digests, self.facts[second.path].digests
        return digests[0][first.at] == digests[1][second.at]

    def _stem(self, number: int) -> Sequence[int]:
        row = self.rows[number]
        return self._of(row).stem(row.at)

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
