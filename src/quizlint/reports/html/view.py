"""What the page shows, made ready for its template."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from quizlint.content import ItemRef, Severity
from quizlint.engine.result import Diagnostic, DocumentRecord, ItemRecord, Result, RunNumbers, State
from quizlint.reports.about import rule_record
from quizlint.reports.html.item import ItemView, item_view
from quizlint.reports.html.page import page_markup
from quizlint.reports.html.repair import Change, changes, suppression
from quizlint.reports.html.writing import shown
from quizlint.reports.look import item_name, option_of, plural
from quizlint.rules.registry import family_of
from quizlint.text.letters import letter

WEIGHTS = {Severity.ERROR: 10, Severity.WARNING: 3, Severity.INFO: 1}
"""What a finding weighs when rules are ordered by what to mend first."""


class RuleView(NamedTuple):
    """A rule with findings: how many, in how many items, and its page."""

    code: str
    name: str
    summary: str
    severity: Severity
    hits: int
    items: int
    page: Markup


class DocumentView(NamedTuple):
    """A document's row in the table."""

    anchor: str
    path: str
    title: str
    items: int
    acceptable: int
    quality: float
    errors: int
    warnings: int
    infos: int
    passed: bool


class FindingView(NamedTuple):
    """One finding, with all that stands beside it."""

    anchor: str
    code: str
    rule: str
    severity: Severity
    message: str
    where: str
    place: str
    before: str
    marked: str
    after: str
    notes: tuple[str, ...]
    changes: tuple[Change, ...]
    safety: str
    suppression: str


class CardView(NamedTuple):
    """An item, or what concerns no single item, with its findings."""

    name: str
    item: ItemView | None
    findings: list[FindingView]


class SectionView(NamedTuple):
    """A file and the cards in it."""

    anchor: str
    path: str
    hits: int
    cards: list[CardView]


class Overview(NamedTuple):
    """What stands above the findings."""

    passed: bool
    verdict: str
    counts: list[tuple[Severity, int]]
    scope: str
    silent: str
    rules: list[RuleView]
    documents: list[DocumentView]
    families: list[str]
    failures: list[tuple[str, str]]
    anchors: dict[str, str]
    history: tuple[RunNumbers, ...]


def overview(result: Result) -> Overview:
    """The verdict, what to mend first, and the documents."""
    paths = sorted({d.path for d in result.documents} | {f.place.path for f in result.findings})
    anchors = {path: f"d{index}" for index, path in enumerate(paths, 1)}
    files = len({document.path for document in result.documents})
    quiet = [(State.SUPPRESSED, "suppressed"), (State.BASELINED, "from before")]
    silent = [f"{result.count(state):,} {word}" for state, word in quiet if result.count(state)]
    return Overview(
        passed=result.exit_code == 0,
        verdict=result.verdict,
        counts=[(severity, result.counts[severity]) for severity in sorted(Severity, reverse=True)],
        scope=f"{plural(result.item_count, 'item')} in {plural(files, 'file')}",
        silent=", ".join(silent),
        rules=_rules(result),
        documents=_documents(result, anchors),
        families=sorted({family_of(finding.code) for finding in result.findings}),
        failures=[(shown(failure.path), shown(failure.message)) for failure in result.failures],
        anchors=anchors,
        history=result.history,
    )


def _rules(result: Result) -> list[RuleView]:
    counts = Counter(finding.code for finding in result.findings)
    gravest: dict[str, Severity] = {}
    items = defaultdict(set)
    for finding in result.findings:
        gravest[finding.code] = max(finding.severity, gravest.get(finding.code, finding.severity))
        items[finding.code].add(finding.ref or finding.place.path)
    views = []
    for code, count in counts.items():
        rule = rule_record(result, code)
        page = page_markup(rule.page)
        args = (rule.summary, gravest[code], count, len(items[code]), page)
        views.append(RuleView(code, rule.name, *args))
    return sorted(views, key=lambda view: (-WEIGHTS[view.severity] * view.hits, view.code))


def _documents(result: Result, anchors: dict[str, str]) -> list[DocumentView]:
    """The documents, the poorest first."""
    counts: dict[str, Counter[Severity]] = defaultdict(Counter)
    several = Counter(document.path for document in result.documents)
    number: Counter[str] = Counter()
    for finding in result.findings:
        counts[_document_of(finding, several)][finding.severity] += 1
    views = []
    for document in result.documents:
        key = document.path
        if several[document.path] > 1:
            key = f"{document.path}[{number[document.path]}]"
            number[document.path] += 1
        views.append(_document(document, counts[key], anchors, document not in result.poor))
    return sorted(views, key=lambda view: (view.quality, -view.errors, view.path))


def _document_of(finding: Diagnostic, several: Counter[str]) -> str:
    """The file, with the document's number where the file holds several."""
    path = finding.place.path
    number, bracket, _ = finding.route.partition("]")
    return f"{path}{number}]" if several[path] > 1 and bracket and number[:1] == "[" else path


def _document(
    document: DocumentRecord, counts: Counter[Severity], anchors: dict[str, str], passed: bool
) -> DocumentView:
    return DocumentView(
        anchors[document.path],
        shown(document.path),
        shown(document.title),
        document.items,
        document.acceptable,
        document.quality,
        counts[Severity.ERROR],
        counts[Severity.WARNING],
        counts[Severity.INFO],
        passed,
    )


def sections(result: Result, view: Overview) -> Iterator[SectionView]:
    """The findings by file and item, in the order of the file."""
    items = {item.ref: item for item in result.items}
    formats = {document.path: document.format for document in result.documents}
    for path, group in groupby(result.findings, key=lambda finding: finding.place.path):
        findings = list(group)
        by_item: dict[ItemRef | None, list[Diagnostic]] = {}
        for finding in findings:
            by_item.setdefault(finding.ref, []).append(finding)
        cards = [
            _card(found, items.get(ref) if ref else None, ref, formats.get(path, ""))
            for ref, found in by_item.items()
        ]
        yield SectionView(view.anchors[path], shown(path), len(findings), cards)


def _card(
    findings: list[Diagnostic], item: ItemRecord | None, ref: ItemRef | None, format_: str
) -> CardView:
    called = "The whole file" if ref is None else item_name(ref.route)
    if ref is not None and ref.id:
        called = f"{called} “{ref.id}”"
    return CardView(
        shown(called[:1].upper() + called[1:]),
        None if item is None else item_view(item, findings),
        [_finding(finding, format_) for finding in findings],
    )


def _finding(finding: Diagnostic, format_: str) -> FindingView:
    place, line = finding.place, finding.excerpt
    start, end = finding.extent
    return FindingView(
        anchor=f"f-{finding.fingerprint}",
        code=finding.code,
        rule=finding.rule,
        severity=finding.severity,
        message=shown(finding.message[:1].upper() + finding.message[1:]),
        where=_where(finding),
        place=f"{place.line}:{place.column}",
        before=shown(line[:start]),
        marked=shown(line[start:end]),
        after=shown(line[end:]),
        notes=tuple(_note(finding, index) for index in range(len(finding.notes))),
        changes=tuple(changes(finding)),
        safety="" if finding.repair is None else str(finding.repair.safety),
        suppression=suppression(finding, format_),
    )


def _where(finding: Diagnostic) -> str:
    """The part of the item, in words."""
    number = option_of(finding.route)
    return "" if number is None else f"option {letter(number)}"


def _note(finding: Diagnostic, index: int) -> str:
    note = finding.notes[index]
    elsewhere = "" if note.place.path == finding.place.path else f"{note.place.path}, "
    return shown(f"{note.message}: {elsewhere}line {note.place.line}")
