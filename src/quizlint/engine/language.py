"""Which language a document is in, and what told so.

What is said outright counts first, and the nearer word before the farther: the document's own
`language`, then the settings. Next comes the path (`de/tiere.yaml`, `quiz.fr.md`, `quiz-es.md`),
but not against the document's function words, which tell by themselves where no path does.

Where nobody says it outright, an item whose own function words tell another language is judged as
being in that: collections of translations stand in one file.
"""

import re
from typing import NamedTuple

from quizlint.content import Document, Item, Reading
from quizlint.engine.plan import Plan
from quizlint.language import pack, tell_language
from quizlint.language.telling import language_code

ENOUGH = 400
"""Words after which a document's language is told by those that were met."""

UNTOLD = "en"
"""What a document is taken to be in where nothing tells."""

SAID = frozenset(("its own field", "the settings"))
"""What tells a language outright, for all items of a document."""

_FOLDER = re.compile(r"(?P<code>[a-z]{2})(?:[-_][a-z]{2,4})?", re.IGNORECASE)
_ENDING = re.compile(r"(?:^|.*[-_ ])(?P<code>[a-z]{2})(?:[-_][A-Z]{2})?", re.DOTALL)
_KINDS = frozenset(("quiz", "sheet", "cards"))


class Told(NamedTuple):
    """A language, as its two-letter code, and what told it; `by` is empty where nothing did."""

    language: str
    by: str


def told(reading: Reading, plan: Plan) -> list[Told]:
    """The language of each document of a file."""
    return [_told(each, reading, plan) for each in reading.documents]


def languages(reading: Reading, plan: Plan) -> list[str]:
    """The code of the language of each document of a file."""
    return [each.language for each in told(reading, plan)]


def _told(document: Document, reading: Reading, plan: Plan) -> Told:
    if document.language is not None and document.language:
        return Told(language_code(document.language.plain), "its own field")
    said = plan.language or reading.language
    if said:
        return Told(language_code(said), "the settings")
    words = _by_words(document)
    path = _by_path(reading.source.path)
    if path is not None and words in (path, None):
        return Told(path, "its path")
    return Told(UNTOLD, "") if words is None else Told(words, "its words")


def of_item(item: Item, told: Told) -> str:
    """The language that one item of a document is in.

    Single letters do not count: what is a word of Spanish or Polish is a variable elsewhere.
    """
    if told.by in SAID:
        return told.language
    words = (word for text in item.texts for word in text.prose.words if len(word) > 1)
    return tell_language(words) or told.language


def _by_words(document: Document) -> str | None:
    words: list[str] = []
    for item in document.items:
        for text in item.texts:
            words.extend(text.prose.words)
        if len(words) > ENOUGH:
            break
    return tell_language(words)


def _by_path(path: str) -> str | None:
    """The language that a file's name ends with, or that the nearest folder is named after.

    Only one that has a pack: other codes of two letters mean other things as well (`cs`, `it`).
    """
    *folders, name = re.split(r"[/\\!]", path)
    stems = [stem for stem in name.split(".")[:-1] if stem not in _KINDS]
    named = [_ENDING.fullmatch(stems[-1])] if stems else []
    named += [_FOLDER.fullmatch(folder) for folder in reversed(folders)]
    codes = (match["code"].lower() for match in named if match is not None)
    return next((code for code in codes if code in pack.languages()), None)
