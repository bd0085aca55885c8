"""What a document, or several together, consist of: counts that `quizlint stats` shows."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from quizlint.content import Document, Item, Prompt, Question
from quizlint.facts.answers import GUESSED, KEY_LONGEST, LONGEST, POSITION, Answer, answer_facts
from quizlint.facts.coverage import tested_cards, touched_cards
from quizlint.facts.grades import ItemGrade, item_grades
from quizlint.facts.guessability import Guessability, guessability
from quizlint.language.audience import BANDS
from quizlint.language.readability import Readability, pooled
from quizlint.text import Text
from quizlint.text.letters import letter

_SCHOOL_AND_BEYOND = (*BANDS[:6], *(b for b in BANDS if b.name in ("undergraduate", "graduate")))


EndOf = Callable[[str], tuple[float, float] | None]
"""Where a label stands on its scale (0 to 1), and how heavy its items may be; None: nowhere."""


@dataclass(eq=False, repr=False)
class Statistics:
    """Counts of one document, or the sum of several.

    `interactions` counts questions by how they are answered, `levels` items by label as written in
    lower case (without a label: not), `positions` keys by their place from 0 in questions of three
    or more options that are not shuffled. Readability counts English texts that are read before
    answering, all and those of each level; `grades` are those of single labelled items,
    `off_scale` counts the items whose label is on no scale, and which so have none.
    `tested` names for each question the card that it tests (None: no card says what it asks for),
    `untested` the cards that no question touches: None where there are no cards, or no questions.
    """

    cards: int = 0
    questions: int = 0
    prompts: int = 0
    interactions: Counter[str] = field(default_factory=Counter)
    levels: Counter[str] = field(default_factory=Counter)
    positions: Counter[int] = field(default_factory=Counter)
    answers: list[Answer] = field(default_factory=list)
    readability: Readability = field(default_factory=Readability)
    by_level: dict[str, Readability] = field(default_factory=dict)
    grades: list[ItemGrade] = field(default_factory=list)
    off_scale: Counter[str] = field(default_factory=Counter)
    tested: dict[str, str | None] = field(default_factory=dict)
    untested: list[str] | None = None

    def __add__(self, other: "Statistics") -> "Statistics":
        return Statistics(
            self.cards + other.cards,
            self.questions + other.questions,
            self.prompts + other.prompts,
            self.interactions + other.interactions,
            self.levels + other.levels,
            self.positions + other.positions,
            self.answers + other.answers,
            self.readability + other.readability,
            {
                level: self.by_level.get(level, Readability())
                + other.by_level.get(level, Readability())
                for level in {**self.by_level, **other.by_level}
            },
            self.grades + other.grades,
            self.off_scale + other.off_scale,
            {},  # names are those of one document
            None
            if self.untested is None and other.untested is None
            else [*(self.untested or ()), *(other.untested or ())],
        )

    @property
    def items(self) -> int:
        """The number of items."""
        return self.cards + self.questions + self.prompts

    @property
    def longest(self) -> tuple[int, int, float]:
        """Questions whose key is the only longest option, of how many that have one, by chance."""
        counted = [answer for answer in self.answers if answer.flags & LONGEST]
        hits = sum(answer.flags & KEY_LONGEST != 0 for answer in counted)
        return hits, len(counted), sum((1 / answer.options for answer in counted), 0.0)

    @property
    def guessability(self) -> Guessability:
        """How the test-wise guesser does on the questions with one key."""
        return guessability([answer for answer in self.answers if answer.flags & GUESSED])

    @property
    def grade(self) -> float | None:
        """The Flesch-Kincaid grade; None if there are too few words."""
        return self.readability.flesch_kincaid_grade if self.readability.enough else None

    @property
    def level_grades(self) -> dict[str, tuple[int, float]]:
        """For each label the number of graded items and their median, from the lowest label up.

        Where documents in different languages are measured in different units, those of the unit
        that most items have.
        """
        units = Counter(each.unit for each in self.grades)
        unit = units.most_common(1)[0][0] if units else ""
        values: dict[str, list[float]] = {}
        for each in sorted(self.grades, key=lambda each: each.position):
            if each.unit == unit:
                values.setdefault(each.level, []).append(each.value)
        from statistics import median  # slow to load, and only `stats` asks

        return {level: (len(found), median(found)) for level, found in values.items()}

    @property
    def band(self) -> str:
        """The first audience, from the youngest, that reads texts of this grade with ease."""
        if self.grade is None:
            return ""
        return next((b.name for b in _SCHOOL_AND_BEYOND if self.grade <= b.high), "beyond graduate")

    def as_data(self) -> dict[str, object]:
        """The counts as plain data, for machines; keys stay what they are."""
        hits, of, expected = self.longest
        guess = self.guessability
        return {
            "items": self.items,
            "cards": self.cards,
            "questions": self.questions,
            "prompts": self.prompts,
            "interactions": dict(sorted(self.interactions.items())),
            "levels": dict(self.levels.most_common()),
            "key_positions": {letter(at): n for at, n in sorted(self.positions.items())},
            "longest_key": {"keys": hits, "questions": of, "by_chance": round(expected, 2)},
            "reading": {
                "words": self.readability.words,
                "flesch_kincaid_grade": None if self.grade is None else round(self.grade, 2),
                "band": self.band or None,
                "by_level": {
                    level: {
                        "words": read.words,
                        "flesch_kincaid_grade": round(read.flesch_kincaid_grade, 2),
                    }
                    for level, read in self.by_level.items()
                    if read.enough
                },
            },
            "grades": {
                "by_level": {
                    level: {"items": n, "median": round(middle, 2)}
                    for level, (n, middle) in self.level_grades.items()
                },
                "items": [each.as_data() for each in self.grades],
                "off_scale": dict(self.off_scale),
            },
            "coverage": None
            if self.untested is None
            else {"tested": self.tested, "untested": self.untested},
            "guessability": {
                "questions": guess.items,
                "score": round(guess.score, 4),
                "low": round(guess.low, 4),
                "high": round(guess.high, 4),
                "chance": round(guess.chance, 4),
            }
            if guess.items
            else None,
        }


def statistics(
    document: Document,
    language: str,
    shuffle: bool | None,
    end_of: EndOf = lambda _: None,
) -> Statistics:
    """The counts of one document. `shuffle` is the settings' word on options.

    `end_of` says of a label where it stands on its scale (0 to 1), and how heavy its items may be.
    """
    facts = answer_facts([document], [language], shuffle)
    answers = list(facts.answers(0, len(facts), ~0))
    levels = (item.difficulty.plain.lower() for item in document.items if item.difficulty)
    return Statistics(
        cards=len(document.cards),
        questions=len(document.questions),
        prompts=len(document.prompts),
        interactions=Counter(str(question.interaction) for question in document.questions),
        levels=Counter(levels),
        positions=Counter(answer.position for answer in answers if answer.flags & POSITION),
        answers=answers,
        readability=_readability(document.items) if language == "en" else Readability(),
        by_level=_by_level(document) if language == "en" else {},
        grades=list(item_grades(document, language, end_of)),
        off_scale=_off_scale(document, end_of),
        **_coverage(document, language),
    )


def _off_scale(document: Document, end_of: EndOf) -> Counter[str]:
    """The labels that no scale has, in lower case, with how many items have them."""
    labels = (item.difficulty.plain for item in document.items if item.difficulty)
    return Counter(label.lower() for label in labels if end_of(label) is None)


def _coverage(document: Document, language: str) -> dict[str, Any]:
    """`tested` and `untested`, where cards and questions can be compared."""
    if language != "en" or not document.cards or not document.questions:
        return {}
    touched = touched_cards(document, language)
    return {
        "tested": {
            question.name: None if card is None else card.name
            for question, card in tested_cards(document, language)
        },
        "untested": [
            card.name for index, card in enumerate(document.cards) if index not in touched
        ],
    }


def total(parts: Iterable[Statistics]) -> Statistics:
    """All together."""
    return sum(parts, Statistics())


def _readability(items: Iterable[Item]) -> Readability:
    return pooled(text.prose for item in items for text in _before_answering(item))


def _by_level(document: Document) -> dict[str, Readability]:
    levels: dict[str, list[Item]] = {}
    for item in document.items:
        if item.difficulty:
            levels.setdefault(item.difficulty.plain.lower(), []).append(item)
    return {level: _readability(items) for level, items in levels.items()}


def _before_answering(item: Item) -> tuple[Text, ...]:
    if isinstance(item, Question):
        return (item.stem, *(option.text for option in item.options))
    if isinstance(item, Prompt):
        return item.texts[: len(item.texts) - len(item.concepts)]
    return item.texts
