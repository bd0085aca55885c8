"""A Word document as Markdown: the numbers, letters and marks that its page shows written down."""

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from quizlint.formats.docx.paragraphs import Mark, Paragraph, Piece, Table
from quizlint.formats.kit.labels import letter_at
from quizlint.formats.markdown import words
from quizlint.text.paragraphs import ParagraphSource
from quizlint.text.patterns import lazy

_LABEL = re.compile(r"\s*\*?\s*[(\[]?[A-Ja-j][).\]:]\s*(?=\S)|\s*[☐☑☒✓✔✗○●]")
_LETTER = re.compile(r"\s*[(\[]?[A-Ja-j][).\]:]\s*")
_NUMBER = re.compile(r"\s*(?:Q(?:uestion)?\s*)?\d{1,3}\s*[).:]", re.IGNORECASE)
_BARE = re.compile(r"\s*(?:[A-Ja-j]|\d{1,3})\s*[).:]?\s*")
_ASKS = re.compile(r"[?？:：…]\s*$|_{3,}|\.{4,}")
_ANSWER = lazy(
    lambda: rf"\s*(?:the\s+)?(?:{words.ANSWER})\b[\s(s)]*[:：.=\-–]", re.IGNORECASE | re.VERBOSE
)
_SPECIAL = re.compile(r"[`<]|(?<!^)(?<!\s)\*(?=\S)|(?<=\S)\*(?!$)")
_BLOCK = re.compile(r"[#>|+=-]")
_ORDER = (Mark.LIT, Mark.BOLD, Mark.UNDERLINED, Mark.COLOURED)
"""What sets a key off from the other options; where several kinds would, the first of them."""

MOST = 10
"""Entries of a list without letters that may be options."""


def source_of(path: str, blocks: Sequence[Paragraph | Table]) -> ParagraphSource:
    """The document's text, with the place of each paragraph."""
    rows = [row for block in blocks for row in _rows(block)]
    lines = _Lines(rows)
    lines.letter()
    parts: list[str] = []
    begins: list[int] = []
    at = 0
    for index, row in enumerate(rows):
        line = lines.written(index)
        if line and index and not lines.tight(index):
            parts.append("\n")
            at += 1
        begins += [at] * (row.number - len(begins))
        if line:
            parts.append(line + "\n")
            at += len(line) + 1
    return ParagraphSource(path, "".join(parts), begins=tuple(begins) or (0,))


def _rows(block: Paragraph | Table) -> list[Paragraph]:
    """A paragraph; of a table that is only there for its layout, the paragraphs that it shows."""
    if isinstance(block, Paragraph):
        return [block]
    found: list[Paragraph] = []
    for row in block:
        cells = [[each for each in cell if each.text.strip() or each.place] for cell in row]
        cells = [cell for cell in cells if cell]
        if len(cells) > 1 and len(cells[0]) == 1 and _BARE.fullmatch(cells[0][0].text):
            label, first = cells[0][0], cells[1][0]
            named = label.text.strip().rstrip(").:") + ". "
            joined = [Piece(named, first.marks), *first.pieces]
            found.append(Paragraph(label.number, joined, first.place))
            found += [*cells[1][1:], *(each for cell in cells[2:] for each in cell)]
        else:
            found += [each for cell in cells for each in cell]
    return found


class _Lines:
    """The paragraphs, and for each that is an option its letter."""

    def __init__(self, rows: Sequence[Paragraph]) -> None:
        self.rows = rows
        self.letters: dict[int, str] = {}
        self.keys: dict[int, bool] = {}
        self.numbers: dict[int, int] = {}

    def letter(self) -> None:
        """Tell options, and which of them are set off."""
        at = 0
        while at < len(self.rows):
            stop = self._group(at)
            if stop - at > 1:
                self._options(range(at, stop))
            at = max(stop, at + 1)
        counts: dict[str, int] = {}
        for index, row in enumerate(self.rows):
            if row.place and index not in self.letters and row.place.format != "bullet":
                counts[row.place.list] = counts.get(row.place.list, 0) + 1
                self.numbers[index] = counts[row.place.list]

    def tight(self, index: int) -> bool:
        """Whether a paragraph goes on without a blank line: one option after another."""
        return self._is_option(index) or (index in self.keys)

    def written(self, index: int) -> str:
        """A paragraph as a line of Markdown; empty for one without text."""
        row = self.rows[index]
        label = f"{self.letters[index]}. " if index in self.letters else ""
        if index in self.numbers:
            label = f"{self.numbers[index]}. "
        elif row.place and row.place.format == "bullet" and not label:
            label = "- "
        key = self.keys.get(index)
        bold = Mark.BOLD in row.marks if key is None else key
        text = _text(row, bold, plain=key is not None)
        if not text:
            return ""
        if row.level:
            return f"{'#' * row.level} {text}"
        return label + text

    def _is_option(self, index: int) -> bool:
        return index in self.letters or _LABEL.match(self.rows[index].text) is not None

    def _group(self, at: int) -> int:
        """Where the options end that begin here; the place itself where none do."""
        first = self.rows[at]
        if _LABEL.match(first.text) and not first.place:
            return self._while(at, lambda row: not row.place and bool(_LABEL.match(row.text)))
        if first.place is None:
            return self._bare(at)
        if not first.text.strip():
            return at
        place = first.place
        stop = self._while(at, lambda row: row.place == place and bool(row.text.strip()))
        if place.lettered:
            return stop if stop - at > 1 else at
        before = self.rows[at - 1] if at else None
        asked = before is not None and before.place != place and bool(
            _NUMBER.match(before.text) or before.place or _ASKS.search(before.text)
        )  # fmt: skip
        if not asked or not 2 <= stop - at <= MOST:
            return at
        shown = self._set_off(range(at, stop))
        told = stop < len(self.rows) and _ANSWER.match(self.rows[stop].text)
        nested = before is not None and before.place is not None and before.place.format != "bullet"
        return stop if shown or told or (nested and place.format != "bullet") else at

    def _bare(self, at: int) -> int:
        """Where options end that have no letters and stand in no list: a mark must tell the key."""
        before = self.rows[at - 1] if at else None
        if before is None or not (_NUMBER.match(before.text) or before.place):
            return at
        stop = self._while(at, _is_bare)
        return stop if 2 <= stop - at <= MOST and self._set_off(range(at, stop)) else at

    def _while(self, at: int, holds: Callable[[Paragraph], bool]) -> int:
        while at < len(self.rows) and holds(self.rows[at]):
            at += 1
        return at

    def _options(self, group: range) -> None:
        place = self.rows[group[0]].place
        small = place is not None and place.format == "lowerLetter"
        kind = self._set_off(group)
        for index, at in enumerate(group):
            if place is not None:
                self.letters[at] = letter_at(index, "a" if small else "A")
            elif not _LABEL.match(self.rows[at].text):
                self.letters[at] = letter_at(index)
            self.keys[at] = bool(kind and kind in _marks(self.rows[at]))

    def _set_off(self, group: range) -> Mark:
        """The kind of mark that some of the options have and others have not."""
        for kind in _ORDER:
            count = sum(kind in _marks(self.rows[at]) for at in group)
            if 0 < count < len(group):
                return kind
        return Mark.NONE


def _marks(row: Paragraph) -> Mark:
    """What sets an option off: all of it, or the letter that is typed before it."""
    first = next((each for each in row.pieces if each.text.strip()), None)
    if first is None or row.place or not _LETTER.fullmatch(first.text):
        return row.marks
    return row.marks | first.mark


def _is_bare(row: Paragraph) -> bool:
    """Whether a paragraph may be an option without a letter."""
    said = row.text.strip()
    if not said or row.place or row.level or said.endswith(("?", ":")):
        return False
    return not (_NUMBER.match(said) or _LABEL.match(said) or _ANSWER.match(said))


def _text(row: Paragraph, bold: bool, *, plain: bool) -> str:
    """A paragraph's words as Markdown: bold as a whole, or in parts; `plain`: only as a whole."""
    parts: list[str] = []
    for strong, pieces in groupby(row.pieces, key=lambda each: Mark.BOLD in each.mark):
        said = "".join(piece.text for piece in pieces)
        words = said.strip()
        if strong and words and not bold and not plain and any(map(str.isalnum, words)):
            space = said.index(words[0])
            said = f"{said[:space]}\0{words}\0{said[space + len(words) :]}"
        parts.append(said)
    lines = ("".join(parts)).replace("\t", " ").split("\n")
    shown = "\n".join(_escaped(line.strip(" ")) for line in lines if line.strip()).strip()
    shown = shown.replace("\0", "**")
    if not bold or not shown or row.level:
        return shown
    return shown if shown.startswith("*") else f"**{shown}**"


def _escaped(line: str) -> str:
    """A line in which no sign means more than it shows."""
    line = _SPECIAL.sub(lambda sign: "\\" + sign[0], line)
    return "\\" + line if _BLOCK.match(line) and line[1:2] != " " else line
