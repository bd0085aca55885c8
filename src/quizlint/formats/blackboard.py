"""Blackboard's text for uploads: a question a line, its parts between tabs, its type first.

Blackboard takes words like `correct` in English only, and refuses a line that it does not
understand; the others go in.
"""

from collections.abc import Sequence
from itertools import islice

from quizlint.content import Document, Interaction, Option, Problem, Question, Reading
from quizlint.content.causes.nothing import Nothing
from quizlint.content.causes.platform import Platform
from quizlint.content.problems import FormatTrap, MissingField
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.catalogue import CATALOGUE
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.finish import nothing
from quizlint.formats.kit.keys import accepted
from quizlint.formats.kit.lines import bears
from quizlint.formats.table.scan import Row, rows
from quizlint.formats.tree.nodes import Scalar
from quizlint.text import Source, Span, Text

name = "blackboard"
suffixes = CATALOGUE[name].suffixes

KINDS = {
    "MC": Interaction.CHOICE,
    "MA": Interaction.MULTIPLE,
    "TF": Interaction.TRUE_FALSE,
    "FIB": Interaction.TEXT,
    "FIB_PLUS": Interaction.CLOZE,
    "NUM": Interaction.NUMERIC,
    "MAT": Interaction.MATCH,
    "ORD": Interaction.ORDER,
    **dict.fromkeys(("ESS", "SR"), Interaction.TEXT),
    **dict.fromkeys(("OP", "FIL", "JUMBLED_SENTENCE", "QUIZ_BOWL"), Interaction.UNSUPPORTED),
}
"""The types by Blackboard's words for them."""

FLAGS = {"correct": True, "incorrect": False}
TRUTHS = {"true": True, "false": False}
UNKEYED = frozenset({"ESS", "SR", "OP", "FIL"})

_LOOKED_AT = 10
"""Lines among which one whole question is looked for."""


def sniff(name: str, head: str) -> float:
    """By one whole question: a type, a stem and what belongs to the type."""
    if not bears(name, suffixes) or "\t" not in head:
        return 0.0
    found = islice(rows(head, "\t", []), _LOOKED_AT)
    return 0.95 if any(map(_is_whole, found)) else 0.0


def _is_whole(row: Row) -> bool:
    words = [cell.value for cell in row.cells]
    if len(words) < 3 or words[0] not in KINDS or not words[1]:
        return False
    if words[0] in ("MC", "MA"):
        return len(words) > 5 and all(word.lower() in FLAGS for word in words[3:6:2])
    return words[0] != "TF" or words[2].lower() in TRUTHS


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every line as a question."""
    quotes: list[Problem] = []
    desk = Desk(source.text)
    items: list[Question] = []
    for row in rows(source.text, "\t", quotes):
        if row.blank:
            continue
        if row.cells[0].value.upper() in KINDS:
            items.append(_Line(row, f"questions[{len(items)}]", desk).question())
        else:
            said = row.cells[0].value[:40]
            desk.note(FormatTrap(row.cells[0].span, Platform.BLACKBOARD_TYPE.of(said)))
    problems = (*quotes, *desk.problems)
    if not items:
        return Reading(problems=(*problems, nothing(source.text, Nothing.NO_ROWS.of())))
    document = Document(tuple(items), Span(items[0].span.start, items[-1].span.end))
    return Reading((document,), problems)


class _Line:
    """One line: its type, its stem, and the cells behind them."""

    def __init__(self, row: Row, route: str, desk: Desk) -> None:
        self.desk = desk
        self.kind = row.cells[0].value.upper()
        self.stem = row.cells[1] if len(row.cells) > 1 else None
        self.cells = row.cells[2:]
        while self.cells and not self.cells[-1].value:
            self.cells.pop()
        self.drafted = Drafted(row.span, KINDS[self.kind], route=route, shuffle=None)

    def question(self) -> Question:
        """The question; what Blackboard would refuse it for is noted."""
        drafted, kind = self.drafted, self.drafted.interaction
        if self.stem is None or not self.stem.value:
            self.desk.note(MissingField(drafted.span, "question", route=drafted.route))
        else:
            drafted.stem = self.text(self.stem)
        if kind in (Interaction.CHOICE, Interaction.MULTIPLE):
            drafted.options = [self.option(pair) for pair in self.pairs()]
        elif kind is Interaction.TRUE_FALSE:
            self.truth()
        elif kind is Interaction.NUMERIC:
            self.number()
        elif kind is Interaction.MATCH:
            pairs = self.pairs()
            drafted.options = [Option(self.text(each[0]), _span(each)) for each in pairs]
            drafted.key = accepted(self.text(each[1]) for each in pairs if len(each) > 1)
        elif kind is Interaction.ORDER:
            drafted.options = [Option(self.text(each), each.span) for each in self.cells]
        elif kind is Interaction.CLOZE:
            drafted.key = accepted(map(self.text, self.gaps()))
        elif self.kind not in UNKEYED:
            drafted.key = accepted(self.text(each) for each in self.cells if each.value)
        return finish(drafted, self.desk)

    def text(self, cell: Scalar) -> Text:
        return cell.text(self.desk.source)

    def pairs(self) -> list[list[Scalar]]:
        """The cells two by two."""
        return [self.cells[at : at + 2] for at in range(0, len(self.cells), 2)]

    def option(self, pair: Sequence[Scalar]) -> Option:
        """An option and whether it is right."""
        said = pair[1].value.lower() if len(pair) > 1 else ""
        if said not in FLAGS:
            place = pair[-1].span if pair[-1].value else pair[0].span
            self.trap(place, Platform.BLACKBOARD_FLAG)
        return Option(self.text(pair[0]), _span(pair), None, FLAGS.get(said, False))

    def truth(self) -> None:
        """Neither option stands in the line; the place of both is the word for the right one."""
        word = self.cells[0] if self.cells else None
        truth = None if word is None else TRUTHS.get(word.value.lower())
        if word is None or truth is None:
            place = self.drafted.span if word is None else word.span
            self.trap(place, Platform.BLACKBOARD_TRUTH)
        place = self.drafted.span if word is None else word.span
        self.drafted.options = [
            Option(Text(said, place, self.desk.source), place, None, truth is own)
            for said, own in (("True", True), ("False", False))
        ]
        self.drafted.shuffle = False

    def number(self) -> None:
        """A number, and how far an answer may be off."""
        if not self.cells:
            return
        right = self.text(self.cells[0])
        off = _number(self.cells[1].value) if len(self.cells) > 1 else None
        response = Option(right, _span(self.cells[:2]), None, True, None, 100.0, off)
        self.drafted.responses = [response]
        self.drafted.key = accepted([right])

    def gaps(self) -> list[Scalar]:
        """The first right answer of each gap: a gap's name, its answers, and an empty cell."""
        found: list[Scalar] = []
        begun = 0
        for at, cell in enumerate(self.cells):
            if not cell.value:
                begun = at + 1
            elif at == begun + 1:
                found.append(cell)
        return found

    def trap(self, span: Span, cause: Platform) -> None:
        self.desk.note(FormatTrap(span, cause.of(), route=self.drafted.route))


def _span(cells: Sequence[Scalar]) -> Span:
    return Span(cells[0].start, cells[-1].end)


def _number(value: str) -> float | None:
    plain = value.strip().replace(".", "", 1)
    return float(value) if plain.isascii() and plain.isdigit() and len(plain) < 20 else None
