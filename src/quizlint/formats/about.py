"""What each format can hold, as far as quizlint reads and writes it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

Parts = frozenset[str]
"""Words for parts of a document: kinds of items and questions, and what is said of each."""

WORDS: Mapping[str, str] = MappingProxyType(
    {
        "choice": "questions with one right option",
        "multiple": "questions with several right options",
        "true-false": "statements to be judged",
        "text": "short answers",
        "numeric": "numbers to be typed",
        "match": "matching",
        "order": "ordering",
        "cloze": "gaps in a text",
        "cards": "flashcards",
        "prompts": "open questions with a hint and concepts",
        "keys": "right answers",
        "feedback": "feedback on options",
        "rationale": "explanations",
        "weights": "partial credit",
        "tolerance": "how far a number may be off",
        "ids": "ids",
        "levels": "levels of difficulty",
        "stimulus": "passages that questions are about",
        "shuffle": "whether options are shuffled",
        "title": "titles",
        "topic": "topics or categories",
        "minutes": "time to read",
        "language": "the language",
        "audience": "the audience",
        "media": "pictures, by their file's name",
    }
)
"""Every part and what it means."""


class About(NamedTuple):
    """One format: what it is called, and which parts of it are read and (None: not) written.

    `packed` are the ends of the names of archives in which it comes.
    """

    title: str
    reads: Parts
    writes: Parts | None = None
    packed: tuple[str, ...] = ()


def _parts(words: str) -> Parts:
    return frozenset(words.split())


_CHOICES = _parts("choice multiple true-false keys")
_NATIVE = _CHOICES | _parts(
    "text cards prompts feedback rationale ids levels title topic minutes language audience media"
)
_YAML = _NATIVE | _parts("stimulus shuffle")
_WILD = _YAML | _parts("numeric")
_JSONL = _parts("choice multiple true-false text numeric cards prompts keys feedback") | _parts(
    "rationale ids levels stimulus shuffle media"
)
_GIFT = _CHOICES | _parts(
    "text numeric match feedback rationale weights tolerance ids levels topic"
)
_MOODLE = (_GIFT | _parts("order cloze shuffle")) - _parts("levels")
_QTI = _CHOICES | _parts(
    "text numeric match order cloze feedback rationale tolerance weights ids stimulus shuffle "
    "title language"
)

FORMATS: Mapping[str, About] = MappingProxyType(
    {
        "yaml": About("native YAML, and the shapes of other tools", _WILD, _YAML),
        "json": About("JSON in the shapes of many tools", _WILD),
        "jsonl": About("JSON Lines, one item a line", _JSONL, _JSONL),
        "toml": About("TOML in the shapes of many tools", _WILD),
        "table": About(
            "tables of Kahoot, Quizizz, Blooket, Gimkit and others",
            _CHOICES | _parts("text cards rationale ids levels"),
            packed=(".xlsx",),
        ),
        "markdown": About(
            "native Markdown, checkbox lists, quiz tags, quizdown, Quarto, MDX, cards",
            _NATIVE | _parts("shuffle"),
            _NATIVE,
        ),
        "page": About(
            "the text of a captured cheat-sheet page", _parts("choice cards prompts levels")
        ),
        "gift": About("Moodle GIFT", _GIFT, _GIFT),
        "aiken": About("Moodle Aiken", _parts("choice keys")),
        "trivia": About("trivia text (#Q, ^ answer)", _parts("choice true-false keys topic")),
        "moodle": About("Moodle XML", _MOODLE, _MOODLE | _parts("levels")),
        "olx": About(
            "Open edX problems",
            _CHOICES | _parts("text numeric feedback rationale tolerance title shuffle"),
        ),
        "qti": About(
            "IMS QTI 1.2, 2.1, 2.2 and 3.0, Canvas, Common Cartridge; 2.1 is written", _QTI, _QTI
        ),
        "text2qti": About(
            "text2qti", _CHOICES | _parts("text numeric feedback rationale tolerance title shuffle")
        ),
        "rexams": About(
            "R/exams exercises (Rmd, Rnw)",
            _CHOICES | _parts("text numeric cloze feedback rationale tolerance title shuffle"),
        ),
        "prairielearn": About(
            "PrairieLearn questions",
            _CHOICES | _parts("text numeric match order feedback tolerance title topic shuffle"),
        ),
        "h5p": About(
            "H5P content types",
            _CHOICES | _parts("text cloze cards feedback title shuffle"),
            packed=(".h5p",),
        ),
        "anki": About(
            "Anki decks and text exports",
            _parts("cards cloze topic"),
            packed=(".apkg", ".colpkg"),
        ),
    }
)
"""Every built-in format, by the name of its module."""
