"""What the columns of a table are, told by its heading row."""

import re
from typing import NamedTuple

from quizlint.formats.data.aliases import Part, normal, parts_of
from quizlint.formats.table.scan import Row

LOOKED_AT = 14
"""Rows among which the heading is looked for: templates begin with a banner."""

_CUT = re.compile(r"\s+[-\u2013\u2014]\s|\(|\n|:\s")
_LETTERED = re.compile(r"(?:option|answer|choice)?([a-h])")
_LETTER = re.compile(r"[A-Da-d]")
_KEYS = frozenset(
    "answer correct correctanswer correctanswers correctoption correctchoice answerkey key "
    "solution rightanswer".split()
)
_STEMS = frozenset("question questiontext q stem questiontitle".split())


class Columns(NamedTuple):
    """The heading of a table: its columns by the names of the alias table, None for no concern.

    `first` is the number of the row behind it; `counts_from_one` says that keys are numbers of
    columns, as in the templates of quiz games; `template` is the game's name where it is known.
    """

    names: tuple[str | None, ...]
    first: int
    counts_from_one: bool = False
    template: str = ""


def columns_of(head: list[Row]) -> Columns | None:
    """The heading among the first rows of a table; None where the table holds no quiz."""
    for number, row in enumerate(head[:LOOKED_AT]):
        words = [_word(cell.value) for cell in row.cells]
        if _is_heading(words):
            template = _template(words)
            named = tuple(_named(word, template) for word in words)
            if any(column is not None and column.startswith("option") for column in named):
                named = tuple("answer" if column in _KEYS else column for column in named)
            first = number + 1
            if first < len(head) and _explains(head[first]):
                first += 1
            return Columns(named, first, bool(template), template)
    return _without_heading(head)


def _word(cell: str) -> str:
    """A heading in one word: without what explains it in brackets or behind a dash."""
    return normal(_CUT.split(cell.strip(), maxsplit=1)[0]).rstrip("*:?.")


def _is_heading(words: list[str]) -> bool:
    if {"front", "back"} <= set(words) or {"term", "definition"} <= set(words):
        return True
    offered = sum(_offers(word) for word in words)
    keyed = not _KEYS.isdisjoint(words)
    return not _STEMS.isdisjoint(words) and keyed and offered >= 1 and len(words) >= 4


def _offers(word: str) -> bool:
    parts = parts_of((word,))
    if Part.DISTRACTORS in parts or _LETTERED.fullmatch(word):
        return True
    return re.fullmatch(r"(?:option|answer|choice)\d", word) is not None


def _template(words: list[str]) -> str:
    """The game whose template this is."""
    if "timelimit" in words or ("time" in words and "answer1" in words):
        return "Blooket" if "question#" in words else "Kahoot"
    if "timeinseconds" in words and "option1" in words:
        return "Quizizz"
    return ""


def _named(word: str, template: str) -> str | None:
    """The field of the alias table that a column is."""
    if not word:
        return None
    if template and word in ("timelimit", "time", "timeinseconds"):
        return "time"
    if lettered := _LETTERED.fullmatch(word):
        return f"option{ord(lettered[1]) - ord('a') + 1}"
    if numbered := re.fullmatch(r"(?:option|answer|choice)(\d)", word):
        return f"option{numbered[1]}"
    if re.fullmatch(r"incorrectanswers?\d?|wronganswers?\d?|distractors?\d?", word):
        return word
    if word == "question#":
        return "number"
    return {"answerexplanation": "explanation", "correctanswers": "answer"}.get(word, word)


def _explains(row: Row) -> bool:
    """Whether a row tells how to fill in the columns, as the second one of a template does."""
    return any(cell.value.lower().startswith("text for option") for cell in row.cells)


def _without_heading(head: list[Row]) -> Columns | None:
    """Rows of a question, four options and a letter, as sets of test questions are kept."""
    filled = [row for row in head[:LOOKED_AT] if not row.blank]
    if len(filled) < 2 or any(len(row.cells) != 6 for row in filled):
        return None
    if not all(_LETTER.fullmatch(row.cells[5].value) and row.cells[0].value for row in filled):
        return None
    return Columns(("question", "option1", "option2", "option3", "option4", "answer"), 0)
