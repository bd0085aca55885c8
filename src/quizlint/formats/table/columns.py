"""What the columns of a table are, told by its heading row."""

import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from quizlint.formats.data.aliases import ITEM, STRONG_STEMS, Part, normal, parts_of, says_index
from quizlint.formats.data.tongues import ANSWERS, LANGUAGES, OFFERS
from quizlint.formats.data.unread import CALLED, meant_by
from quizlint.formats.table.scan import Row
from quizlint.text import Span

LOOKED_AT = 14
"""Rows among which the heading is looked for: templates begin with a banner."""

_CUT = re.compile(r"(?<!\s)\s++[-\u2013\u2014]\s|\(|\n|:\s")
_OFFER = re.compile(
    rf"(?P<name>option|opt|answer|ans|choice|alternative|{'|'.join(OFFERS)})?"
    r"(?:(?P<letter>[a-j])|(?P<digit>\d{1,2}))"
)
_NUMBER = re.compile(r"[-+]?[\d.,]+")
_KEYS = frozenset(ITEM[Part.KEY])
_STEMS = frozenset((*STRONG_STEMS, "questiontitle", "mcq"))
_WEAK_STEMS = frozenset({"prompt", "problem"})
_ALL_ANSWERS = "answers"
_LISTS = frozenset(ITEM[Part.OPTIONS]) - _KEYS
_FRONTS, _BACKS = frozenset(ITEM[Part.FRONT]), frozenset(ITEM[Part.BACK])
_MEANINGS = ("translation", "meaning", "definition")
"""Ends of the names of columns with what a word means, in a file of cards."""

_PAIRS = (("front", "back"), ("term", "definition"))
"""The sides of a card, whatever else stands beside them."""

_ANSWERS = frozenset(
    {
        "answer",
        "ans",
        "correctanswer",
        "rightanswer",
        "correct",
        "solution",
        "antwort",
        "respuesta",
        "resposta",
        "réponse",
        "reponse",
        "risposta",
        "antwoord",
    }
    | frozenset(ANSWERS)
)
BESIDE = frozenset(
    {
        "",
        "id",
        "guid",
        "#",
        "no",
        "nr",
        "number",
        "tag",
        "tags",
        "category",
        "topic",
        "subject",
        "deck",
    }
    | {"level", "difficulty", "hint", "note", "notes", "example", "chapter", "unit", "lesson"}
    | {"source", "reference", "explanation", "points", "week", "module"}
    | {"questionid", "difficultylevel", "questiontype", "round", "domain", "section", "author"}
    | {"subcategory", "subtopic", "language", "lang", "url", "link", "media", "audio", "createdat"}
    | {"kapitel", "lektion", "thema", "beispiel", "hinweis", "unidad", "capítulo", "tema"}
)
"""What stands beside the two sides of a card."""

_BESIDE_PARTS = frozenset(
    {Part.ID, Part.NUMBER, Part.TYPE, Part.DIFFICULTY, Part.HINT, Part.PICTURE, Part.SEVERAL}
)
_SAYS_OF_CARD = re.compile(r"(?:is|has)[a-z]+|.*(?:audio|sound|picture|image)")
ASKED_BY_READERS = re.compile(r"\bI\b|\b[Mm]y\b|\b(?:ich|mein|meine|je|mon|ma|mi|minha|meu)\b")


class Columns(NamedTuple):
    """The heading of a table: its columns by the names of the alias table, None for no concern.

    `first` is the number of the row behind it; `counts_from_one` says that keys are numbers of
    columns, as in the templates of quiz games; `template` is the game's name where it is known.
    `numbered` says that the columns of options are counted, from one; `deck` that it is of cards.
    `headings` are the columns of options, as words, and the place of each among them; `sure` says
    that whatever stands below can be nothing but questions.
    """

    names: tuple[str | None, ...]
    first: int
    counts_from_one: bool = False
    template: str = ""
    headings: Mapping[str, int] = MappingProxyType({})
    sure: bool = False
    numbered: bool = False
    deck: bool = False


def columns_of(head: list[Row], *, cards: bool = False) -> Columns | None:
    """The heading among the first rows of a table; None where the table holds no quiz.

    `cards`: the file's name speaks of them, so that anything may stand beside their sides.
    """
    for number, row in enumerate(head[:LOOKED_AT]):
        words = [_word(cell.value) for cell in row.cells]
        sides = None if _is_heading(words) else _sides(words, head[number + 1 :], cards)
        if sides is None and not _is_heading(words):
            continue
        template = _template(words)
        named = tuple(map(_named, words))
        if not {"option", "options"}.intersection(named) and _lists_answers(words):
            named = tuple("options" if word == _ALL_ANSWERS else word for word in named)
        if sides is not None:
            named = tuple({sides[0]: "front", sides[1]: "back"}.get(at) or column
                          for at, column in enumerate(named))  # fmt: skip
        places = [at for at, column in enumerate(named) if column == "option"]
        if places or "options" in named:
            named = tuple(
                "answer" if column in _KEYS and not says_index(column or "") else column
                for column in named
            )
        headings = {words[at]: place for place, at in enumerate(places)}
        first = number + 1
        if first < len(head) and _explains(head[first]):
            first += 1
        sure = bool(template) or len(places) > 1
        numbered = any(words[at].endswith("1") for at in places[:1])
        return Columns(
            named, first, bool(template), template, headings, sure, numbered, sides is not None
        )
    return None


def _word(cell: str) -> str:
    """A heading in one word: without what explains it in brackets or behind a dash."""
    return normal(_CUT.split(cell.strip(), maxsplit=1)[0]).rstrip("*:?.")


def _is_heading(words: list[str]) -> bool:
    there = frozenset(words)
    offers = [match for word in words if (match := _OFFER.fullmatch(word)) and _is_offer(match)]
    keyed = not _KEYS.isdisjoint(there)
    if not _STEMS.isdisjoint(there):
        if not keyed:  # without a key, only what is called an option is one
            return sum(match["name"] in ("option", "opt", "choice") for match in offers) > 1
        return (
            len(offers) > 1
            or _lists_answers(there)
            or not _LISTS.isdisjoint(there)
            or any(Part.DISTRACTORS in parts_of((word,)) for word in words)
        )
    return keyed and len(offers) > 2 and not _WEAK_STEMS.isdisjoint(there)


def _lists_answers(there: Collection[str]) -> bool:
    """Whether the column of the answers is one of options, for another says which is right."""
    return _ALL_ANSWERS in there and any(
        word in _KEYS and word not in (_ALL_ANSWERS, "solutions") for word in there
    )


def _sides(words: list[str], below: list[Row], cards: bool) -> tuple[int, int] | None:
    """The columns of the sides of flashcards; with numbers below, they are measurements."""
    sides = _named_sides(words) or (_first_sides(words) if cards else None)
    if sides is None:
        return None
    cells = [row.cells[sides[0]].value for row in below if sides[0] < len(row.cells)]
    if any(cells) and all(_NUMBER.fullmatch(each) for each in cells if each):
        return None
    wants_help = sum(ASKED_BY_READERS.search(cell) is not None for cell in cells)
    return None if wants_help * 2 > len(cells) else sides


def _named_sides(words: list[str]) -> tuple[int, int] | None:
    for front, back in _PAIRS:
        if front in words and back in words:
            return words.index(front), words.index(back)
    for fronts, backs in _places(words):
        rest = {word for at, word in enumerate(words) if at not in (*fronts, *backs)}
        if len(fronts) == len(backs) == 1 and all(map(_is_beside, rest)):
            return fronts[0], backs[0]
    return None


def _first_sides(words: list[str]) -> tuple[int, int] | None:
    """The first columns that can be sides, in a file of cards."""
    for fronts, backs in _places(words):
        if fronts and backs:
            return fronts[0], backs[0]
    (fronts, _), *_ = _places(words)
    backs = [at for at, word in enumerate(words) if word.endswith(_MEANINGS)]
    return (fronts[0], backs[0]) if fronts and backs else None


def _places(words: list[str]) -> Iterator[tuple[list[int], list[int]]]:
    """Where sides of cards may stand: fronts and backs, questions and answers, two languages."""
    for fronts, backs in ((_FRONTS, _BACKS), (_STEMS, _ANSWERS)):
        yield (
            [at for at, word in enumerate(words) if word in fronts],
            [at for at, word in enumerate(words) if word in backs],
        )
    tongues = [at for at, word in enumerate(words) if word in LANGUAGES]
    yield tongues[:1], tongues[1:]


def _is_beside(word: str) -> bool:
    """Whether a column may stand beside the sides of a card: what orders cards, or says of one."""
    if word in BESIDE or _SAYS_OF_CARD.fullmatch(word):
        return True
    return not _BESIDE_PARTS.isdisjoint(parts_of((word,)))


def slip_of(row: Row) -> tuple[Span, tuple[str, ...], tuple[str, ...]] | None:
    """What keeps a row from being the heading of a quiz: names as written, and as known."""
    words = tuple(_word(cell.value) for cell in row.cells)
    offers = [match for word in words if (match := _OFFER.fullmatch(word)) and _is_offer(match)]
    meant = meant_by(words)
    if Part.STEM not in meant or Part.KEY not in meant:
        return None
    if Part.OPTIONS not in meant and len(offers) < 2:
        return None
    slips = {
        part: word
        for part, word in meant.items()
        if not parts_of((word,)) and not (part is Part.OPTIONS and len(offers) > 1)
    }
    if not slips:
        return None
    cells = [row.cells[words.index(word)] for word in slips.values()]
    named = tuple(cell.value.strip() for cell in cells)
    return cells[0].span, named, tuple(CALLED[part] for part in slips)


def _is_offer(match: re.Match[str]) -> bool:
    return match["letter"] is not None or match["name"] is not None


def _template(words: list[str]) -> str:
    """The game whose template this is."""
    if "answer1" in words and ("timelimit" in words or "time" in words):
        return "Blooket" if "question#" in words else "Kahoot"
    if "timeinseconds" in words and "option1" in words:
        return "Quizizz"
    return ""


def _named(word: str) -> str | None:
    """The field of the alias table that a column is; `option` for each of those with an option."""
    if not word:
        return None
    if word in ("timelimit", "timeinseconds"):
        return "time"
    offer = _OFFER.fullmatch(word)
    if offer is not None and _is_offer(offer):
        return "option"
    if word in _LISTS:
        return "options"
    if word == "question#":
        return "number"
    return {"answerexplanation": "explanation", "mcq": "question"}.get(word, word)


def _explains(row: Row) -> bool:
    """Whether a row tells how to fill in the columns, as the second one of a template does."""
    return any(cell.value.lower().startswith("text for option") for cell in row.cells)
