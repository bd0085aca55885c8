"""The second stage: from a reading to a record, which is all that later stages know of a file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from quizlint import formats
from quizlint.content import Edit, Finding, Fix, Item, Leaves, Question, Reading
from quizlint.content.leaves import leaves
from quizlint.engine.check import Checked, check_reading, check_suppressions
from quizlint.engine.ground import Ground
from quizlint.engine.language import Told
from quizlint.engine.place import diagnose
from quizlint.engine.plan import Plan
from quizlint.engine.records import document_record, item_record, reference
from quizlint.engine.result import Diagnostic, DocumentRecord, Failure, ItemRecord
from quizlint.engine.supersede import supersede
from quizlint.engine.suppress import Wish, apply, verdicts, wishes
from quizlint.facts import (
    AnswerFacts,
    NearCluster,
    Pool,
    QuestionFacts,
    QuestionGroup,
    SharedQuestions,
    TranslatedFile,
    answer_facts,
    question_facts,
)
from quizlint.facts.answers import GUESSED
from quizlint.rules.pooled import PooledRule
from quizlint.rules.registry import is_about_bank
from quizlint.settings import Ignored
from quizlint.text.scalars.quoted import respelled


@dataclass(frozen=True, slots=True)
class Examined:
    """What one file gave: the parts of a result, and what is left for the bank.

    It pickles, and holds nothing of the content but what reports and the bank need of it. `seen` is
    the number of what looks like items, those among it that could not be read too. `used`
    says of each entry of the settings' `ignore` whether it silenced something. `held` are the
    suppressions of rules about the bank, which cannot be judged yet, and `ground` is what findings
    of such rules are placed on, if there may be any. `index_base` is what the file's integer keys
    prove; where nothing does, `candidates` are its records for each base they may count from.
    `content` is a digest of the bytes that were read.
    """

    path: str
    format: str = ""
    seen: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    documents: tuple[DocumentRecord, ...] = ()
    items: tuple[ItemRecord, ...] = ()
    failures: tuple[Failure, ...] = ()
    skip: str | None = None
    remark: str = ""
    told: tuple[Told, ...] = ()  # the language of each document
    silent: tuple[tuple[str, int], ...] = ()  # language, and how many rules do not know it
    questions: QuestionFacts | None = None
    answers: AnswerFacts | None = None
    held: tuple[Wish, ...] = ()
    used: tuple[tuple[Ignored, bool], ...] = ()
    ground: Ground | None = None
    asked: tuple[tuple[str, str], ...] = ()
    index_base: int | None = None
    content: str = ""
    candidates: "tuple[tuple[int, Examined], ...]" = ()


def examine(reading: Reading, plan: Plan) -> Examined:
    """Everything that can be said of one file by itself. Pure: the same for the same arguments."""
    path = reading.source.path
    if reading.failed:
        return Examined(path, failures=(Failure(path, reading.failed),), asked=reading.asked)
    if reading.skipped is not None and not reading.problems:
        left = (reading.skipped, reading.remark)
        return Examined(path, seen=reading.seen, skip=left[0], remark=left[1], asked=reading.asked)
    checked = check_reading(reading, plan)
    placing = _Placing(reading, plan)
    sure = (each for each in checked.findings if each.confidence >= plan.min_confidence)
    held = wishes(reading, plan)
    diagnostics, used = apply(supersede(placing.diagnostics(sure), plan), held)
    waiting = _await_bank(held)
    now = [index for index in range(len(held)) if index not in waiting]
    judged = check_suppressions(
        verdicts([held[i] for i in now], {at for at, i in enumerate(now) if i in used}, plan.runs),
        plan,
    )
    diagnostics += placing.diagnostics(judged.findings)
    diagnostics.sort(key=order)
    questions, answers = _facts(checked, reading, plan)
    later = tuple(held[index] for index in waiting)
    ground = Ground.of(reading, questions) if questions or answers or later else None
    return Examined(
        path=path,
        format=reading.format,
        seen=reading.seen,
        diagnostics=tuple(diagnostics),
        documents=tuple(_documents(reading, checked, plan, diagnostics)),
        items=tuple(placing.records(diagnostics)),
        failures=tuple(Failure(path, each) for each in (*checked.crashes, *judged.crashes)),
        skip=reading.skipped,
        remark=reading.remark,
        told=tuple(checked.told),
        silent=tuple(checked.silent.items()),
        questions=questions,
        answers=answers,
        held=later,
        used=_used(plan, {held[index].entry for index in used}),
        ground=ground,
        asked=reading.asked,
        index_base=reading.index_base,
        candidates=tuple((base, examine(each, plan)) for base, each in reading.candidates),
    )


def order(diagnostic: Diagnostic) -> tuple[int, int, str, str]:
    """What the diagnostics of a file are sorted by."""
    return diagnostic.place.start, diagnostic.place.end, diagnostic.code, diagnostic.message


class _Placing:
    """Gives findings of one file their places, and names the items they are about."""

    def __init__(self, reading: Reading, plan: Plan) -> None:
        self._reading = reading
        self._plan = plan
        self._items = {item.route: item for doc in reading.documents for item in doc.items}
        self._leaves = cache(lambda route: Leaves(self._items[route]))
        self._sha256 = ""

    def diagnostics(self, findings: Iterable[Finding]) -> list[Diagnostic]:
        """The findings as diagnostics."""
        return [self._diagnose(finding) for finding in findings]

    def records(self, diagnostics: Iterable[Diagnostic]) -> list[ItemRecord]:
        """The items that diagnostics are about, in the order of the file."""
        flawed = {diagnostic.ref.route for diagnostic in diagnostics if diagnostic.ref is not None}
        source = self._reading.source
        return [item_record(item, source) for r, item in self._items.items() if r in flawed]

    def _diagnose(self, finding: Finding) -> Diagnostic:
        rule = self._plan.by_code[finding.code]
        source, data = self._reading.source, self._reading.data
        item = self._item_at(finding.route)
        if finding.fix is not None and data is None:
            finding = finding._replace(fix=None)
        elif finding.fix is not None and data is not None and not self._sha256:
            from hashlib import sha256  # loads OpenSSL: only for files with something to fix

            self._sha256 = sha256(data).hexdigest()
        if finding.fix is not None and item is not None:
            finding = finding._replace(fix=self._spelled(finding.fix, item))
        return diagnose(
            finding,
            rule,
            self._plan.severities[rule.code],
            source,
            ref=None if item is None else reference(item, source.path),
            mark=None if item is None else self._leaves(item.route).mark(finding.span),
            sha256=self._sha256,
        )

    def _spelled(self, fix: Fix, item: Item) -> Fix | None:
        """A fix as the file's format spells it; None where it cannot be written there."""
        row = formats.row_of(self._reading.format)
        if row is None or not row.quoted:
            return fix
        texts = [text for _, text in leaves(item)]
        if isinstance(item, Question):
            texts += [written.text for written in item.key.written]
        edits: list[Edit] = []
        for edit in fix.edits:
            text = next((each for each in texts if each.span.covers(edit.span)), None)
            new: str | None = edit.text
            if text is not None and edit.text:
                whole = edit.span == text.span
                new = respelled(text.raw, text.value, edit.text, whole=whole)
            if new is None:
                return None
            edits.append(Edit(edit.span, new))
        return fix._replace(edits=tuple(edits))

    def _item_at(self, route: str) -> Item | None:
        """The item that a route leads to or into."""
        while route not in self._items:
            route, dot, _ = route.rpartition(".")
            if not dot:
                return None
        return self._items[route]


def _documents(
    reading: Reading, checked: Checked, plan: Plan, diagnostics: Sequence[Diagnostic]
) -> Iterable[DocumentRecord]:
    for document, language in zip(reading.documents, checked.languages, strict=True):
        counts = None
        if plan.measured:
            from quizlint.engine.measure import measured

            counts = measured(document, language, plan).as_data()
        yield document_record(document, reading.format, reading.source, diagnostics, counts)


def _await_bank(held: Sequence[Wish]) -> list[int]:
    """The suppressions, by index, of which only the bank can tell whether they are of use."""
    return [i for i, wish in enumerate(held) if wish.code and is_about_bank(wish.code)]


def _used(plan: Plan, used: set[Ignored | None]) -> tuple[tuple[Ignored, bool], ...]:
    return tuple((entry, entry in used) for entry in plan.ignores if entry.rule in plan.by_code)


def _facts(
    checked: Checked, reading: Reading, plan: Plan
) -> tuple[QuestionFacts | None, AnswerFacts | None]:
    """What the file leaves for the bank, as far as any rule asks for it; a guess costs most."""
    checks = plan.checks("en")
    questions = answers = None
    near = bool(checks.of_type(NearCluster))
    if near or any(map(checks.of_type, (QuestionGroup, SharedQuestions, TranslatedFile))):
        questions = question_facts(reading.documents, reading.source, likeness=near)
    pooled = [rule for rule in checks.of_type(Pool) if isinstance(rule, PooledRule)]
    if pooled:
        guesses = any(rule.counts & GUESSED for rule in pooled)
        answers = answer_facts(reading.documents, checked.languages, plan.shuffle, guesses=guesses)
    return questions or None, answers or None
