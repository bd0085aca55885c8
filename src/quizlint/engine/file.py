"""One file, from bytes to a report: read, check, place."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from quizlint import formats
from quizlint.content import Finding, Problem, ProblemKind, Reading, Severity
from quizlint.engine.check import Checked, check_reading, check_suppressions
from quizlint.engine.place import diagnose
from quizlint.engine.plan import Plan
from quizlint.engine.records import document_record, item_record
from quizlint.engine.result import Diagnostic, Failure, FileReport, State
from quizlint.facts import AnswerFacts, Pool, QuestionFacts, answer_facts, question_facts
from quizlint.facts.answers import GUESSED
from quizlint.formats.base import Files, Format, Hints
from quizlint.formats.kit.neighbours import missing_files
from quizlint.rules.pooled import PooledRule
from quizlint.rules.registry import is_about_bank
from quizlint.text import Source, Span

MAX_BYTES = 20_000_000
"""Files larger than this are not read: no quiz is, and reading one would take minutes."""

SNIFFED = 4096
"""Characters at a file's beginning that a format may look at to recognise it."""


Survey = Callable[[Source, Reading, Sequence[str], Plan], None]
"""Called with every file's content, and the language of each of its documents."""


@dataclass(eq=False, repr=False)
class FileCheck:
    """What came of one file, for the report and for the bank.

    `awaits_bank`: a suppression names a rule about the bank, so that only a second look, with the
    bank's findings at hand, can tell whether it is of use.
    """

    report: FileReport
    facts: QuestionFacts = field(default_factory=QuestionFacts)
    answers: AnswerFacts = field(default_factory=AnswerFacts)
    index_base: int | None = None
    index_base_open: bool = False
    awaits_bank: bool = False


def read_bytes(
    path: str, data: bytes, files: Files, hints: Hints, size: int | None = None
) -> tuple[Source, Reading]:
    """Decode and read a file. Whatever its bytes are, there is a reading.

    `size` is the whole file's where `data` is only the beginning of one that is too large.
    """
    size = len(data) if size is None else size
    if size > MAX_BYTES:
        source = Source(path, data[:SNIFFED].decode("utf-8", "replace"))
        large = {"size": size, "limit": MAX_BYTES}
        first_line = Span(0, max(1, source.text.find("\n")))
        return source, Reading(problems=(Problem(ProblemKind.TOO_LARGE, first_line, large),))
    if is_binary(data):
        return Source(path, ""), Reading(skipped="it is binary, not text")
    source = Source.from_bytes(path, data)
    chosen = formats.pick(path, source.text[:SNIFFED])
    if chosen is None:
        return source, Reading(skipped="its name and beginning are of no format that is known")
    return source, read_source(source, chosen, files, hints)


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text, by their beginning."""
    return b"\0" in data[:SNIFFED] and not data.startswith((b"\xff\xfe", b"\xfe\xff"))


def read_source(source: Source, chosen: Format, files: Files, hints: Hints) -> Reading:
    """What a format makes of a source, and what can be said of any."""
    reading = chosen.read(source, files, hints)._replace(format=chosen.name)
    lost = tuple(missing_files(reading.documents, files))
    if lost:
        reading = reading._replace(problems=(*reading.problems, *lost))
    if source.undecodable is not None and reading.skipped is None:
        at = Span(source.undecodable, source.undecodable + 1)
        problem = Problem(ProblemKind.NOT_UTF8, at, {"encoding": source.encoding})
        reading = reading._replace(problems=(problem, *reading.problems))
    return reading


def check_bytes(
    path: str,
    data: bytes,
    plan: Plan,
    files: Files | None = None,
    *,
    hints: Hints | None = None,
    bank: list[Finding] | None = None,
    survey: Survey | None = None,
) -> FileCheck:
    """Check one file's bytes.

    `bank` are the bank's findings about this file, None while the bank has not been asked. `survey`
    is shown what was read.
    """
    hints = hints or Hints(plan.index_base)
    source, reading = read_bytes(path, data, files or Files(), hints)
    return check_read(source, reading, plan, data, bank=bank, survey=survey)


def check_read(
    source: Source,
    reading: Reading,
    plan: Plan,
    data: bytes | None,
    *,
    bank: list[Finding] | None = None,
    survey: Survey | None = None,
) -> FileCheck:
    """Check what was read. `data` are the bytes that a fix would change, None where none may."""
    path = source.path
    report = FileReport(path, skip=reading.skipped)
    if reading.skipped is not None and not reading.problems:
        return FileCheck(report)
    checked = check_reading(source, reading, plan, bank or [])
    for finding in check_suppressions(checked, plan, bank_ran=bank is not None):
        checked.judged.append((finding, None))
    report.failures += [Failure(path, crash) for crash in checked.crashes]
    report.silent = checked.silent
    used = {checked.held[index].entry for index in checked.used}
    report.ignores = {entry: entry in used for entry in plan.ignores if entry.rule in plan.by_code}
    report.diagnostics = _diagnostics(checked, reading, source, plan, data)
    _record(report, reading, source)
    if survey is not None:
        survey(source, reading, checked.languages, plan)
    awaits = bank is None and any(w.code and is_about_bank(w.code) for w in checked.held)
    facts = question_facts(reading.documents, source)
    answers = _answers(checked, reading, plan)
    return FileCheck(report, facts, answers, reading.index_base, reading.index_base_open, awaits)


def _answers(checked: Checked, reading: Reading, plan: Plan) -> AnswerFacts:
    """Facts for pools, if any rule asks for them; a guess costs most of it."""
    rules = [rule for rule in plan.checks("en").of_type(Pool) if isinstance(rule, PooledRule)]
    if not rules:
        return AnswerFacts()
    guesses = any(rule.counts & GUESSED for rule in rules)
    return answer_facts(reading.documents, checked.languages, plan.shuffle, guesses=guesses)


def _diagnostics(
    checked: Checked, reading: Reading, source: Source, plan: Plan, data: bytes | None
) -> list[Diagnostic]:
    names = {item.route: item.name for doc in reading.documents for item in doc.items}
    fixes = data is not None and any(f.fix for f, _ in checked.judged)
    digest = _sha256(data) if data is not None and fixes else ""
    found = []
    for finding, suppression in checked.judged:
        if data is None:
            finding = finding._replace(fix=None)
        rule = plan.by_code[finding.code]
        item = _item_at(finding.route, names)
        severity = plan.severities[rule.code]
        if finding.severity is not None and severity is rule.severity:
            severity = finding.severity
        diagnostic = diagnose(finding, rule.name, severity, item, source, digest)
        if suppression is not None:
            diagnostic = diagnostic._replace(
                state=State.SUPPRESSED,
                reason=suppression.reason,
                by_settings=suppression.of_settings,
            )
        found.append(diagnostic)
    return sorted(found, key=lambda d: (d.place.start, d.place.end, d.code, d.message))


def _record(report: FileReport, reading: Reading, source: Source) -> None:
    """Count every document's items, and describe those with findings."""
    grave: dict[str, Counter[Severity]] = {}
    for diagnostic in report.diagnostics:
        if diagnostic.item:
            counts = grave.setdefault(diagnostic.item, Counter())
            counts[diagnostic.severity] += diagnostic.state is State.NEW
    for document in reading.documents:
        acceptable = 0
        for item in document.items:
            counts = grave.get(item.name, _NOTHING)
            acceptable += not counts[Severity.ERROR] and counts[Severity.WARNING] <= 1
            if counts is not _NOTHING:
                report.items.append(item_record(item, source))
        report.documents.append(document_record(document, reading.format, source, acceptable))


_NOTHING: Counter[Severity] = Counter()


def _sha256(data: bytes) -> str:
    from hashlib import sha256  # loads OpenSSL: only for files with something to fix

    return sha256(data).hexdigest()


def _item_at(route: str, names: Mapping[str, str]) -> str:
    """The name of the item that a route leads to or into; empty where it leads to none."""
    while route not in names:
        route, dot, _ = route.rpartition(".")
        if not dot:
            return ""
    return names[route]
