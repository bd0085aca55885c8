"""What a run found: immutable, picklable, free of the sources it came from."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from quizlint.content import Confidence, ItemRef, Mark, Safety, Severity


class State(StrEnum):
    """Whether a finding counts."""

    NEW = "new"
    BASELINED = "baselined"
    SUPPRESSED = "suppressed"


class Place(NamedTuple):
    """A range in one file: 1-based lines and code-point columns, `end_column` exclusive.

    `start` and `end` are the same range as offsets into the decoded text. In a container `path` is
    `pkg.zip!folder/item.xml` and `member` the part behind the exclamation mark. In the sheet of a
    workbook and in a collection of cards, lines are rows and columns are cells.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    member: str = ""

    @property
    def file(self) -> str:
        """The file on disk: the container's path where the place lies in a container."""
        return self.path.removesuffix(f"!{self.member}") if self.member else self.path


class Note(NamedTuple):
    """Another place that a finding is about, and what is there."""

    place: Place
    message: str


class TextEdit(NamedTuple):
    """Replace the text of a place."""

    place: Place
    text: str


class Repair(NamedTuple):
    """Edits of one file that belong together, made for the bytes that have this `sha256`."""

    safety: Safety
    sha256: str
    edits: tuple[TextEdit, ...]


class Diagnostic(NamedTuple):
    """A finding with its place, severity and state."""

    code: str
    rule: str
    severity: Severity
    confidence: Confidence
    message: str
    place: Place
    excerpt: str = ""  # the text of the place's first line
    ref: ItemRef | None = None  # the item it is about, if it is about one
    route: str = ""  # of the item or the part of it
    notes: tuple[Note, ...] = ()
    repair: Repair | None = None
    state: State = State.NEW
    reason: str = ""  # why it is suppressed
    marked: str = ""  # the text of the place, cut where it is long
    by_settings: bool = False  # it is suppressed by the settings, not by a comment beside it
    fingerprint: str = ""  # the same for the same finding after lines move and files are renamed
    mark: Mark | None = None  # the place as a range in one text of the item

    @property
    def item(self) -> str:
        """What people call the item; empty where it is about none."""
        return "" if self.ref is None else self.ref.name

    @property
    def extent(self) -> tuple[int, int]:
        """Where in the excerpt the place begins and ends, counted from 0."""
        place, line = self.place, self.excerpt
        start = place.column - 1
        end = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
        marked = self.marked.replace("\n", " ").replace("\r", " ")
        if place.member and place.line == place.end_line and not line.startswith(marked, start):
            start = line.find(marked)  # the column is a cell
            return (0, len(line)) if start < 0 else (start, start + len(marked))
        return start, end


class ItemRecord(NamedTuple):
    """An item that has findings, as a report shows it, and its lines.

    `last` is 0 for an item of a stored result, which knows where it begins only.
    """

    ref: ItemRef
    line: int
    kind: str
    content: Mapping[str, object]
    key: tuple[str, ...]
    last: int = 0


class DocumentRecord(NamedTuple):
    """A document that was checked. `acceptable` items have no error and at most one warning."""

    path: str
    format: str
    title: str
    kind: str
    cards: int
    questions: int
    prompts: int
    acceptable: int
    statistics: Mapping[str, object] | None = None  # where a report asks for them
    route: str = ""  # empty when the file holds one document

    def holds(self, ref: ItemRef) -> bool:
        """Whether an item of the same file is one of its own."""
        return not self.route or ref.route.startswith(f"{self.route}.")

    @property
    def items(self) -> int:
        """The number of items."""
        return self.cards + self.questions + self.prompts

    @property
    def quality(self) -> float:
        """The share of acceptable items, from 0 to 1; a document without items is 1."""
        return self.acceptable / self.items if self.items else 1.0


class RuleRecord(NamedTuple):
    """A rule as a stored result knows it."""

    code: str
    name: str
    summary: str
    severity: Severity
    page: str  # Markdown


class Run(NamedTuple):
    """An earlier run, or this one, in numbers."""

    when: str  # ISO 8601
    items: int
    acceptable: int
    errors: int
    warnings: int
    infos: int


class Failure(NamedTuple):
    """Something quizlint could not do: read a file, or run a rule."""

    path: str
    message: str


class Skip(NamedTuple):
    """A file that was left alone, and why."""

    path: str
    reason: str


class Unjudged(NamedTuple):
    """A language, the number of documents in it, and of rules that do not know it."""

    language: str
    documents: int
    rules: int


@dataclass(frozen=True, eq=False, repr=False)
class Result:
    """Everything a run found, in the order of paths and places."""

    diagnostics: tuple[Diagnostic, ...] = ()
    documents: tuple[DocumentRecord, ...] = ()
    items: tuple[ItemRecord, ...] = ()
    failures: tuple[Failure, ...] = ()
    skips: tuple[Skip, ...] = ()
    remarks: tuple[Skip, ...] = ()  # what was left out of a file that was checked, and why
    unjudged: tuple[Unjudged, ...] = ()  # languages that some rules do not know
    seen: int = 0  # what looked like items in all files, whether it could be read or not
    fail_on: Severity | None = Severity.ERROR  # None: never
    min_quality: float | None = None  # the least share of acceptable items that passes
    history: tuple[Run, ...] = ()  # oldest first
    rules: Mapping[str, RuleRecord] = field(default_factory=dict)  # of a stored result

    def replaced(
        self,
        diagnostics: tuple[Diagnostic, ...] | None = None,
        documents: tuple[DocumentRecord, ...] | None = None,
    ) -> "Result":
        """The same result with other diagnostics or documents."""
        return replace(
            self,
            diagnostics=self.diagnostics if diagnostics is None else diagnostics,
            documents=self.documents if documents is None else documents,
        )

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The codes of all diagnostics, sorted."""
        return tuple(sorted({diagnostic.code for diagnostic in self.diagnostics}))

    @cached_property
    def findings(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that count."""
        return tuple(d for d in self.diagnostics if d.state is State.NEW)

    @cached_property
    def counts(self) -> Counter[Severity]:
        """How many findings there are of each severity."""
        return Counter(finding.severity for finding in self.findings)

    def count(self, state: State) -> int:
        """How many diagnostics are in a state."""
        return sum(d.state is state for d in self.diagnostics)

    @property
    def item_count(self) -> int:
        """The number of items checked."""
        return sum(document.items for document in self.documents)

    @property
    def gating(self) -> int:
        """How many findings are grave enough to fail the gate."""
        return sum(map(self.fails, self.findings))

    def fails(self, finding: Diagnostic) -> bool:
        """Whether a finding is grave enough to fail the gate."""
        return self.fail_on is not None and finding.severity >= self.fail_on

    @cached_property
    def poor(self) -> tuple[DocumentRecord, ...]:
        """The documents whose share of acceptable items does not reach the wanted one."""
        wanted = self.min_quality
        return tuple(d for d in self.documents if wanted is not None and d.quality < wanted)

    @property
    def verdict(self) -> str:
        """Why the gate passed or did not, in words."""
        if self.failures:
            return f"{_plural(len(self.failures), 'failure')} of quizlint's own work"
        reasons = []
        if self.gating:
            reasons.append(f"{_plural(self.gating, 'finding')} at or above {self.fail_on}")
        if self.poor:
            few = f"with fewer than {self.min_quality:.0%} acceptable items"
            reasons.append(f"{_plural(len(self.poor), 'document')} {few}")
        if reasons:
            return " and ".join(reasons)
        return "it never fails" if self.fail_on is None else f"nothing at or above {self.fail_on}"

    @property
    def exit_code(self) -> int:
        """0: nothing grave; 1: findings; 2: something could not be done."""
        return 2 if self.failures else 1 if self.gating or self.poor else 0


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
