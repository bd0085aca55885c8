"""What the bank's findings about a file are placed on, when the file itself is long closed."""

from dataclasses import dataclass, replace
from pickle import dumps, loads
from typing import NamedTuple
from zlib import compress, decompress

from quizlint.content import Reading
from quizlint.engine.records import item_record
from quizlint.engine.result import ItemRecord
from quizlint.facts import QuestionFacts
from quizlint.text import Source


class Laid(NamedTuple):
    """A file's text, and its questions by route as a report shows them."""

    source: Source
    items: dict[str, ItemRecord]


@dataclass(frozen=True, slots=True)
class Ground:
    """A file's text and questions, packed: a hundred thousand questions take some 10 MB.

    A bank rule speaks of few files, so most grounds are never unpacked.
    """

    packed: bytes

    @classmethod
    def of(cls, reading: Reading, questions: QuestionFacts | None) -> "Ground":
        """Pack what was read. Items are kept of questions that may stand elsewhere too."""
        source = replace(reading.source)  # without what was computed from it
        routes = set(questions.routes) if questions is not None else set()
        items = {
            item.route: item_record(item, reading.source)
            for document in reading.documents
            for item in document.questions
            if item.route in routes
        }
        return cls(compress(dumps(Laid(source, items), 5), 1))

    def unpack(self) -> Laid:
        """The text and the questions."""
        laid: Laid = loads(decompress(self.packed))  # noqa: S301 - packed above, in this run
        return laid
