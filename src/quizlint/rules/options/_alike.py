"""The options of a question that say the same, found once for all rules that speak of them."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from quizlint.content import Confidence, Question, Related
from quizlint.language.equivalence import Asked, Kind, Pair, alike
from quizlint.rules.context import Context
from quizlint.rules.wording import letter, listed


class Group(NamedTuple):
    """Options that say the same, by their places in ascending order, and why."""

    places: tuple[int, ...]
    pairs: tuple[Pair, ...]

    @property
    def confidence(self) -> Confidence:
        """How sure the surest pair is."""
        return max(pair.same.confidence for pair in self.pairs)

    @property
    def kind(self) -> Kind:
        """The kind of the surest pair."""
        return self._surest.same.kind

    @property
    def words(self) -> str:
        """What is the same."""
        return self._surest.same.words

    @property
    def letters(self) -> str:
        """`A and C`, `A, B and D`."""
        return listed([letter(place) for place in self.places])

    @property
    def _surest(self) -> Pair:
        return max(self.pairs, key=lambda pair: pair.same.confidence)

    def related(self, question: Question, message: str) -> tuple[Related, ...]:
        """All places but the last, at which the finding stands."""
        return tuple(Related(question.options[at].text.span, message) for at in self.places[:-1])


def groups(
    question: Question, ctx: Context, kinds: frozenset[Kind], *, thorough: bool
) -> Iterator[Group]:
    """The groups of options that say the same in one of some ways; doubtful ones if `thorough`."""
    found = [
        pair
        for pair in _pairs(question, ctx.language, ctx.text, thorough)
        if pair.same.kind in kinds
    ]
    if not found:
        return
    root: dict[int, int] = {}
    for pair in found:
        first, second = (_root(root, place) for place in pair[:2])
        root[max(first, second)] = min(first, second)
    members = defaultdict(list)
    for pair in found:
        members[_root(root, pair.one)].append(pair)
    for _, pairs in sorted(members.items()):
        places = sorted({place for pair in pairs for place in pair[:2]})
        yield Group(tuple(places), tuple(pairs))


def _root(root: dict[int, int], place: int) -> int:
    while root.get(place, place) != place:
        place = root[place]
    return place


@lru_cache(maxsize=1)  # several rules in a row ask it of one question
def _pairs(question: Question, language: str, text: str, doubtful: bool) -> tuple[Pair, ...]:
    options = [option.text.prose for option in question.options]
    asked = Asked(question.stem.prose, options, question.key.indices, text)
    return alike(asked, language, doubtful=doubtful)
