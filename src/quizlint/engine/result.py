"""What a run found: immutable, picklable, free of the sources it came from."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from quizlint.content import Confidence, Safety, Severity
from quizlint.settings import Ignored


class State(StrEnum):
    """Whether a finding counts."""

    NEW = "new"
    BASELINED = "baselined"
    SUPPRESSED = "suppressed"


class Place(NamedTuple):
    """A range in one file: 1-based lines and code-point columns, `end_column` exclusive.

    `start` and `end` are the same range as offsets into the decoded text.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int


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
    item: str = ""
    route: str = ""
    notes: tuple[Note, ...] = ()
    repair: Repair | None = None
    state: State = State.NEW
    reason: str = ""  # why it is suppressed


class ItemRecord(NamedTuple):
    """An item that has findings, as a report shows it."""

    id: str
    path: str
    line: int
    route: str
    kind: str
    content: Mapping[str, object]
    key: tuple[str, ...]


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

    @property
    def items(self) -> int:
        """The number of items."""
        return self.cards + self.questions + self.prompts


class Failure(NamedTuple):
    """Something quizlint could not do: read a file, or run a rule."""

    path: str
    message: str


class Skip(NamedTuple):
    """A file that was left alone, and why."""

    path: str
    reason: str


@dataclass(frozen=True, eq=False, repr=False)
class Result:
    """Everything a run found, in the order of paths and places."""

    diagnostics: tuple[Diagnostic, ...] = ()
    documents: tuple[DocumentRecord, ...] = ()
    items: tuple[ItemRecord, ...] = ()
    failures: tuple[Failure, ...] = ()
    skips: tuple[Skip, ...] = ()
    remarks: tuple[Skip, ...] = ()  # what was left out of a file that was checked, and why
    fail_on: Severity | None = Severity.ERROR  # None: never

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
        if self.fail_on is None:
            return 0
        return sum(finding.severity >= self.fail_on for finding in self.findings)

    @property
    def exit_code(self) -> int:
        """0: nothing grave; 1: findings; 2: something could not be done."""
        return 2 if self.failures else 1 if self.gating else 0


@dataclass(eq=False, repr=False)
class FileReport:
    """What checking one file gave; the parts of a `Result`, and facts for the bank."""

    path: str
    diagnostics: list[Diagnostic] = field(default_factory=list)
    documents: list[DocumentRecord] = field(default_factory=list)
    items: list[ItemRecord] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    skip: str | None = None
    silent: dict[str, int] = field(default_factory=dict)  # language → rules that do not know it
    ignores: dict[Ignored, bool] = field(default_factory=dict)  # the settings' → whether of use
