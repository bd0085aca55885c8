"""Brightspace's CSV: a part of a question a row, a new one beginning with `NewQuestion`."""

import re
from collections.abc import Callable
from itertools import islice

from quizlint.content import Document, Interaction, Option, Problem, Question, Reading
from quizlint.content.causes.nothing import Nothing
from quizlint.content.causes.platform import Platform
from quizlint.content.problems import FormatTrap
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.catalogue import CATALOGUE
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.finish import nothing
from quizlint.formats.kit.keys import accepted
from quizlint.formats.kit.lines import bears
from quizlint.formats.table.scan import Row, rows
from quizlint.formats.tree.nodes import Scalar
from quizlint.text import Source, Span, TableSource, Text

name = "brightspace"
suffixes = CATALOGUE[name].suffixes

KINDS = {
    "MC": Interaction.CHOICE,
    "MS": Interaction.MULTIPLE,
    "TF": Interaction.TRUE_FALSE,
    "SA": Interaction.TEXT,
    "WR": Interaction.TEXT,
    "M": Interaction.MATCH,
    "O": Interaction.ORDER,
}
"""The types by Brightspace's words for them."""

FULL = 100.0
_LOOKED_AT = 60
"""Rows among which a question is looked for: the template begins with twenty of comments."""

_NUMBER = re.compile(r"-?\d{1,5}(?:\.\d{1,9})?")


def sniff(name: str, head: str) -> float:
    """By the beginning of a question, whose type is known, and its text."""
    if not bears(name, suffixes) or "newquestion" not in head.lower():
        return 0.0
    fields: set[str] = set()
    for row in islice(rows(head, _separator(head), []), _LOOKED_AT):
        words = [cell.value for cell in row.cells[:2]]
        if len(words) > 1 and words[1] and (words[0] != "NewQuestion" or words[1] in KINDS):
            fields.add(words[0])
    return 0.97 if {"NewQuestion", "QuestionText"} <= fields else 0.0


def _separator(text: str) -> str:
    """What stands between cells; sheets in some languages save with semicolons."""
    at = text.lower().find("newquestion") + len("NewQuestion")
    return text[at] if text[at : at + 1] in (";", "\t") else ","


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every question in the file."""
    quotes: list[Problem] = []
    desk = Desk(source.text)
    items: list[Question] = []
    under_way: _Asked | None = None
    separator = "\t" if isinstance(source, TableSource) else _separator(source.text)
    for row in rows(source.text, separator, quotes):
        field = row.cells[0].value.strip().lower()
        if row.blank or field.startswith("//"):
            continue
        if field == "newquestion":
            if under_way is not None:
                items.append(under_way.finished())
            under_way = _Asked(row, f"questions[{len(items)}]", desk)
        elif under_way is not None:
            under_way.take(field, row)
    if under_way is not None:
        items.append(under_way.finished())
    problems = (*quotes, *desk.problems)
    if not items:
        return Reading(problems=(*problems, nothing(source.text, Nothing.NO_ROWS.of())))
    document = Document(tuple(items), Span(items[0].span.start, items[-1].span.end))
    return Reading((document,), problems)


class _Asked:
    """A question under way."""

    def __init__(self, row: Row, route: str, desk: Desk) -> None:
        self.desk = desk
        said = row.cells[1] if len(row.cells) > 1 else row.cells[0]
        self.kind = said.value.strip().upper()
        self.drafted = Drafted(row.span, KINDS.get(self.kind, Interaction.UNSUPPORTED), route=route)
        if self.kind not in KINDS:
            desk.note(
                FormatTrap(said.span, Platform.BRIGHTSPACE_TYPE.of(said.value[:40]), route=route)
            )
        self.sides: dict[str, Scalar] = {}
        self.partners: dict[str, Scalar] = {}

    def take(self, field: str, row: Row) -> None:
        """One more row."""
        drafted = self.drafted
        drafted.span = Span(drafted.span.start, row.end)
        filled = [cell for cell in row.cells if cell.value]
        reads = _FIELDS.get(field)
        if reads is not None and len(filled) > 1:
            reads(self, row.cells)
        elif field in ("questiontext", "id", "feedback") and len(filled) > 1:
            said = self.text(row.cells[1])
            if field == "questiontext":
                drafted.stem = said
            elif field == "id":
                drafted.id = said
            else:
                drafted.rationale = said

    def finished(self) -> Question:
        """The question with everything that was said of it."""
        drafted = self.drafted
        if drafted.stem is None:
            self.desk.missing(drafted.span, "QuestionText", "", drafted.route)
        if drafted.interaction is Interaction.MATCH:
            drafted.options = [Option(self.text(each), each.span) for each in self.sides.values()]
            right = [self.partners[number] for number in self.sides if number in self.partners]
            drafted.key = accepted(map(self.text, right))
            drafted.responses += [
                Option(self.text(each), each.span)
                for number, each in self.partners.items()
                if number not in self.sides
            ]
        elif drafted.interaction in (Interaction.TEXT, Interaction.NUMERIC):
            drafted.key = accepted(each.text for each in drafted.responses if each.correct)
        if drafted.interaction is Interaction.CHOICE:
            self._best()
        return finish(drafted, self.desk)

    def text(self, cell: Scalar) -> Text:
        return cell.text(self.desk.source)

    def option(self, cells: list[Scalar]) -> None:
        """An option behind its share of the points, or in a multi-select behind 1 or 0."""
        share = self.share(cells[1])
        said = cells[2] if len(cells) > 2 else cells[1]
        told = self.text(cells[4]) if len(cells) > 4 and cells[4].value else None
        whole = Span(cells[0].start, cells[-1].end)
        several = self.drafted.interaction is Interaction.MULTIPLE
        weight = None if several else share
        self.drafted.options.append(Option(self.text(said), whole, None, share > 0, told, weight))

    def truth(self, cells: list[Scalar]) -> None:
        """`TRUE` or `FALSE` with its share, and what is said to who takes it."""
        share = self.share(cells[1])
        told = self.text(cells[2]) if len(cells) > 2 and cells[2].value else None
        whole = Span(cells[0].start, cells[-1].end)
        self.drafted.options.append(
            Option(self.text(cells[0]), whole, None, share > 0, told, share)
        )

    def answer(self, cells: list[Scalar]) -> None:
        """An answer that may be typed."""
        if len(cells) > 2 and cells[2].value:
            share = self.share(cells[1])
            span = Span(cells[1].start, cells[2].end)
            self.drafted.responses.append(
                Option(self.text(cells[2]), span, None, share > 0, None, share)
            )

    def choice(self, cells: list[Scalar]) -> None:
        if len(cells) > 2:
            self.sides[cells[1].value] = cells[2]

    def match(self, cells: list[Scalar]) -> None:
        if len(cells) > 2:
            self.partners[cells[1].value] = cells[2]

    def item(self, cells: list[Scalar]) -> None:
        self.drafted.options.append(Option(self.text(cells[1]), cells[1].span))

    def share(self, cell: Scalar) -> float:
        """A share of the points in percent."""
        said = cell.value.strip().rstrip("%").strip()
        if _NUMBER.fullmatch(said):
            return float(said)
        told = Platform.BRIGHTSPACE_SHARE.of(said[:40])
        self.desk.note(FormatTrap(cell.span, told, route=self.drafted.route))
        return 0.0

    def _best(self) -> None:
        """Of options that earn something, those that earn most are right."""
        most = max((each.weight or 0.0 for each in self.drafted.options), default=0.0)
        self.drafted.options = [
            each._replace(correct=(each.weight or 0.0) >= min(most, FULL) > 0)
            for each in self.drafted.options
        ]


_FIELDS: dict[str, Callable[[_Asked, list[Scalar]], None]] = {
    "option": _Asked.option,
    "true": _Asked.truth,
    "false": _Asked.truth,
    "answer": _Asked.answer,
    "choice": _Asked.choice,
    "match": _Asked.match,
    "item": _Asked.item,
}
