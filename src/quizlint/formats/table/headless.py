"""Tables without a heading: questions with options and a key, and the two sides of cards.

Nothing names their columns, so the file's name must say what is in them, or the rows must be of
the one form that sets of test questions have.
"""

import re
from typing import Literal

from quizlint.formats.data.aliases import normal, parts_of
from quizlint.formats.data.find import names_cards
from quizlint.formats.table.columns import ASKED_BY_READERS, BESIDE, Columns
from quizlint.formats.table.scan import Row
from quizlint.text.patterns import lazy

Called = Literal["", "cards", "quiz"]
"""What the name of a file says that is in it."""

WORDS = 3
"""Words that the questions of rows with options must have, on the average."""

NAMED_WORDS = 2
"""The same where the file's name says that they are questions."""

ASKING_WORDS = 4
"""Words from which on the first of two cells may be a question without its mark."""

LABELS = 6
"""Rows from which on two different answers are labels for sorting, unless they are truths."""

FEWEST_TOLD = 4
"""Rows from which on a column that repeats itself tells a topic."""

FEWEST, MOST = 2, 6
"""Options of a row without a heading."""

_QUIZ_NAME = lazy(
    r"(^|[-_. ])(quiz(zes)?|questions?|problems|trivia|fragen|preguntas|perguntas)([-_. ]|\d*\.)",
    re.IGNORECASE,
)
_SUM = lazy(r"[\d\s.()]*\d[\s)]*(?:[-+*/x×÷^%][\d\s.()]+)+=?\s*")
_NUMBER = lazy(r"[-+]?[\d.,]+")
_TRUTHS = frozenset({"true", "false", "t", "f"})
_ASKS = ("?", "？")


def called(path: str) -> Called:
    """What a file's name says that is in it."""
    name = re.split(r"[/\\!]", path)[-1]
    if names_cards(name):
        return "cards"
    return "quiz" if _QUIZ_NAME.search(name) else ""


def without_heading(head: list[Row], says: Called) -> Columns | None:
    """The columns of rows of which the first is an item already; None where they are none."""
    filled = [row for row in head if not row.blank]
    if not filled or _is_heading(filled[0]):
        return None
    found = _choices(filled, says)
    if found is not None or not says:
        return found
    return _pairs(filled, says)


def _is_heading(row: Row) -> bool:
    """Whether a row names columns, of something else: short words, and known ones among them."""
    words = [normal(cell.value) for cell in row.cells if cell.value]
    short = all(len(cell.value.split()) < WORDS for cell in row.cells)
    return short and any(word in BESIDE or parts_of((word,)) for word in words)


def _choices(rows: list[Row], says: Called) -> Columns | None:
    """Rows of a question, some options and a letter; numbers too where the name says so."""
    quiz = says == "quiz"
    if len(rows) < (1 if quiz else 2):
        return None
    asking = sum(row.cells[0].value.endswith(_ASKS) for row in rows) * 2 > len(rows)
    words = sum(len(row.cells[0].value.split()) for row in rows)
    if words < (NAMED_WORDS if quiz else WORDS) * len(rows) and not (quiz and asking):
        return None
    counts = range(FEWEST, MOST + 1) if quiz else (4,)
    for signs in (True, False) if quiz else (True,):
        for count in counts:
            fitting = sum(_chooses(row, count, letters=signs, more=quiz) for row in rows)
            if fitting == len(rows) or (quiz and fitting * 5 >= len(rows) * 4):
                names = ("question", *["option"] * count, "answer")
                return Columns(names, 0, sure=True, numbered=not signs)
    return None


def _chooses(row: Row, count: int, *, letters: bool, more: bool) -> bool:
    """Whether a row asks, offers that many options, and says which is right."""
    cells = [cell.value for cell in row.cells]
    if len(cells) < count + 2 or (len(cells) > count + 2 and not more) or not all(cells[:-1]):
        return False
    key = cells[count + 1]
    if letters:
        return len(key) == 1 and 0 <= ord(key.upper()) - ord("A") < count
    return len(key) == 1 and key.isdecimal() and int(key) <= count


def _pairs(rows: list[Row], says: Called) -> Columns | None:
    """Rows of two cells, the sides of cards, and maybe of a third that tells their topic."""
    cells = [_filled(row) for row in rows]
    widest = max(map(len, cells))
    whole = [each for each in cells if len(each) == widest]
    topic = _topic(whole) if widest == 3 and says == "quiz" else None
    if len(whole) * 5 < len(rows) * 4 or (widest != 2 and topic is None):
        return None
    pairs = [tuple(value for at, value in enumerate(each) if at != topic) for each in whole]
    fronts, backs = [front for front, _ in pairs], [back for _, back in pairs]
    asked = sum(_asks(front) for front in fronts) * 5 >= len(pairs) * 4
    if says == "quiz" and not asked:
        return None
    if not asked and any(all(map(_NUMBER.fullmatch, side)) for side in (fronts, backs)):
        return None
    said = {back.lower() for back in backs}
    if len(pairs) >= LABELS and len(said) < 3 and not said <= _TRUTHS:
        return None
    if len(set(fronts)) * 2 <= len(fronts):
        return None
    if sum(ASKED_BY_READERS.search(front) is not None for front in fronts) * 2 > len(fronts):
        return None
    names = ["front", "back"]
    if topic is not None:
        names.insert(topic, "topic")
    return Columns(tuple(names), 0, deck=True)


def _topic(rows: list[list[str]]) -> int | None:
    """Which of the columns behind the first has the same few words again and again."""
    kinds = [len({row[at] for row in rows}) for at in (1, 2)]
    few, many = sorted(kinds)
    if len(rows) < FEWEST_TOLD or few * 2 > len(rows) or few == many:
        return None
    return 1 + kinds.index(few)


def _filled(row: Row) -> list[str]:
    return [cell.value for cell in row.cells if cell.value]


def _asks(front: str) -> bool:
    """Whether the first of two cells asks for something: in words, or for a sum."""
    if any(mark in front for mark in _ASKS) or _SUM.fullmatch(front) is not None:
        return True
    return len(front.split()) >= ASKING_WORDS
