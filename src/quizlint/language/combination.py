"""Answers that are put together from the same parts: pairs, lists, orders, crossed clauses.

"Iron and zinc", "zinc and tin", "iron and tin" are three answers, but who is sure of one part can
strike half of them. Haladyna and Downing (1989) call such items complex multiple choice.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from quizlint.text.patterns import lazy

Kind = Literal["order", "list", "crossed"]
"""The same members in another order; lists that share members; clauses that are crossed."""

MOST_WORDS = 6
"""Words of a member of a list; what is longer is a clause."""

SHARED = 0.75
"""Different members among all, at most, where answers share theirs."""

_JOINED = lazy(
    r"\s*(?:,\s*(?:and|or|then)\s|,(?!\d)|;|→|⟶|->|=>|\s>\s|\s[-–—]\s|/|\s\+\s|\s&\s|\sand\s|\sthen\s)\s*",
    re.IGNORECASE,
)
_HYPHEN = lazy(r"(?<=\w)[-–—](?=\w)")
_CLAUSES = lazy(
    r"\s*(?:[,;.]\s+|\b(?:and|but|while|whereas|because|so|when|if|then|with)\s+)+", re.IGNORECASE
)
_AROUND = lazy(r"^\W*(?:(?:both|either|only|first)\s+)?(?:(?:an?|the)\s+)?|\W+$", re.IGNORECASE)
_WORD = lazy(r"[^\W\d_]{2}|^[ivx]$|^[a-z]$")
_CODE = lazy(r"[{}()<=\[\]$\\`@#]|::|\w\.\w+\(")


def members(text: str) -> tuple[str, ...]:
    """The members of an answer that is a list, in lower case; the whole of any other answer."""
    parts = [_bare(part) for part in _JOINED.split(text)]
    return tuple(part for part in parts if part)


def built_from_same_parts(answers: Sequence[str], blanks: int = 0) -> Kind | None:
    """How answers are put together from the same parts; None where they are not.

    `blanks` is the number of blanks that each fills: where that is more than one, a member that
    two answers share is enough. Numbers are no members: "2 and -2", "May 5, 1990". Of three answers
    at least.
    """
    if len(answers) < 3 or any(_CODE.search(answer) for answer in answers):
        return None
    lists = [members(answer) for answer in answers]
    if min(map(len, lists)) < 2 and all(_HYPHEN.search(answer) for answer in answers):
        lists = [tuple(map(_bare, _HYPHEN.split(answer))) for answer in answers]
        return "order" if _one_order(lists) else None
    if _short(lists):
        if _one_order(lists):
            return "order"
        if _share(lists, blanks):
            return "list"
    return "crossed" if _crossed([_clauses(answer) for answer in answers]) else None


def _bare(part: str) -> str:
    return _AROUND.sub("", part).lower()


def _clauses(answer: str) -> tuple[str, ...]:
    return tuple(part for each in _CLAUSES.split(answer) if (part := _bare(each)))


def _short(lists: Sequence[tuple[str, ...]]) -> bool:
    """Whether all answers are lists of short members with words in them."""
    return all(len(each) > 1 for each in lists) and all(
        len(member.split()) <= MOST_WORDS and _WORD.search(member) is not None
        for each in lists
        for member in each
    )


def _one_order(lists: Sequence[tuple[str, ...]]) -> bool:
    """Whether all answers have the same members, three or more, in different orders."""
    return (
        len(lists[0]) > 2
        and len(set(lists)) == len(lists)
        and len({tuple(sorted(each)) for each in lists}) == 1
    )


def _share(lists: Sequence[tuple[str, ...]], blanks: int) -> bool:
    """Whether each answer has a member that another has, but not all."""
    counts = Counter(member for each in lists for member in set(each))
    common = {member for member, count in counts.items() if count == len(lists)}
    own = [set(each) - common for each in lists]
    if sum(len(each) > 1 for each in own) < len(own) - len(common):
        return False
    shared = [any(counts[member] > 1 for member in each) for each in own]
    if blanks > 1 and all(len(each) == blanks for each in lists):
        return any(shared)
    different, total = len(set().union(*own)), sum(map(len, own))
    return all(shared) and different <= SHARED * total


def _crossed(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether answers of as many clauses differ in two of them, in each of which some agree."""
    if len({len(row) for row in rows}) != 1 or len(rows[0]) < 2 or len(set(rows)) < len(rows):
        return False
    columns = [set(column) for column in zip(*rows, strict=True)]
    return (
        sum(
            1 < len(column) < len(rows) and all(_WORD.search(part) for part in column)
            for column in columns
        )
        > 1
    )
