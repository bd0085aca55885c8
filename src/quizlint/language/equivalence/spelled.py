"""Numbers in words, put into figures."""

from collections.abc import Collection, Sequence

from quizlint.language.figures import _SCALES, _SMALL_WORDS, _TENS_WORDS

_PARTS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
    "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8,
    "tenth": 10, "tenths": 10, "hundredth": 100, "hundredths": 100,
}  # fmt: skip
"""Shares by name, which follow a number ("three eighths")."""

_BEGINNINGS = frozenset((*_SMALL_WORDS, *_TENS_WORDS, "hundred", "thousand", "dozen"))


_SEEN = _BEGINNINGS | _PARTS.keys()


def figures(words: Sequence[str]) -> tuple[str, ...]:
    """Lower-case words in order, with each number in words replaced by one in figures.

    "two hundred and six" gives `206`, "twenty-one" `21`, "half a dozen" (without its article) `6`,
    "three eighths" `3/8`, "two million" `2000000`; "first" and the rest stay as they are.
    """
    if not any(_may_begin(word) for word in words):
        return tuple(words)
    found: list[str] = []
    at = 0
    while at < len(words):
        number, after = _number(words, at)
        found.append(words[at] if number is None else number)
        at = at + 1 if number is None else after
    return tuple(found)


def may_be_number(words: Collection[str], text: str) -> bool:
    """Whether any of the lower-case words of a text may be a number in words, judged cheaply."""
    return not _SEEN.isdisjoint(words) or ("-" in text and any(map(_may_begin, words)))


def names_share(words: Sequence[str]) -> bool:
    """Whether lower-case words name a share ("three quarters"), judged cheaply."""
    return not _PARTS.keys().isdisjoint(words)


def _may_begin(word: str) -> bool:
    return word in _BEGINNINGS or word.partition("-")[0] in _BEGINNINGS or word == "half"


def _number(words: Sequence[str], at: int) -> tuple[str | None, int]:
    """The number that begins at a place, and the place after it."""
    if list(words[at : at + 2]) == ["half", "dozen"]:
        return "6", at + 2
    total, current, begin = 0, None, at
    while at < len(words):
        word = words[at]
        small = _small(word)
        if small is not None:
            if current is not None and (current % 100 or small >= 100):
                break
            current = (current or 0) + small
        elif word == "dozen":
            current = 12 * (current or 1)
        elif word == "hundred":
            current = 100 * (current or 1)
        elif word in _SCALES and current is not None:
            total, current = total + current * 10 ** _SCALES[word], 0
        elif not (
            word == "and"
            and current
            and at + 1 < len(words)
            and current % 100 == 0
            and _small(words[at + 1]) is not None
        ):
            break
        at += 1
    if current is None:
        return None, begin + 1
    value = total + current
    part = _PARTS.get(words[at]) if at < len(words) else None
    if part is not None and 0 < value < part:
        return f"{value}/{part}", at + 1
    return str(value), at


def _small(word: str) -> int | None:
    """The value of a number word under a hundred; hyphens join tens and ones."""
    if word in _SMALL_WORDS:
        return _SMALL_WORDS[word]
    tens, _, ones = word.partition("-")
    ten = _TENS_WORDS.get(tens)
    if ten is None:
        return None
    one = _SMALL_WORDS.get(ones, 0) if ones else 0
    return ten + one if one < 10 else None
