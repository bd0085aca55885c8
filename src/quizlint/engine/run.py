"""A whole run: every file, then the bank, then what the bank makes necessary."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from quizlint.bank.groups import same_questions
from quizlint.bank.pools import pool_findings
from quizlint.content import Document, Finding, Severity
from quizlint.engine.entries import judge
from quizlint.engine.file import FileCheck, Survey, check_bytes, check_read
from quizlint.engine.parts import NO_MEMBER, Shelf, Target, in_trouble
from quizlint.engine.plan import Plan
from quizlint.engine.result import Failure, FileReport, Result, Skip
from quizlint.facts import AnswerFacts, Pool, QuestionFacts, QuestionGroup
from quizlint.formats.base import Hints
from quizlint.formats.containers import Unreadable
from quizlint.rules.base import Rule
from quizlint.rules.context import Context
from quizlint.text import Span


@dataclass(eq=False, repr=False)
class Run:
    """Checks targets one after another and gathers what they give.

    Files are looked at once; a second time only those about which the bank has something to say:
    what integer keys count from, that a question stands elsewhere with another key, or that the
    keys of a pool that begins there are uneven.
    """

    plan_for: Callable[[Target], Plan]
    settings_shown: Callable[[str], str] = str
    survey: Survey | None = None
    targets: dict[str, Target] = field(default_factory=dict)
    reports: dict[str, FileReport] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    opened: set[Path] = field(default_factory=set)  # the targets, and what they asked for
    _facts: dict[str, QuestionFacts] = field(default_factory=dict)
    _answers: dict[str, AnswerFacts] = field(default_factory=dict)
    _bases: dict[str, int | None] = field(default_factory=dict)  # None: open
    _waiting: set[str] = field(default_factory=set)
    _shelf: Shelf = field(default_factory=Shelf)

    def check(self, targets: Iterable[Target], fail_on: Severity | None) -> Result:
        """The result of all targets."""
        try:
            for target in targets:
                self.targets[target.shown] = target
                self.opened.add(target.path)
                if target.is_container:
                    self._unpack(target)
                else:
                    self._look(target)
            self._settle_index_bases()
            self._ask_the_bank()
        finally:
            self._shelf.close()
        return self._gather(fail_on)

    def _unpack(self, target: Target) -> None:
        """Look at every member of a container, and at what is wrong with the container itself."""
        shown, known = target.shown, len(self.reports)
        try:
            package = self._shelf.package(target)
            for part in map(target.of, package.members):
                self.targets[part.shown] = part
                self._look(part)
            troubles, remark = package.troubles, package.remark
        except Unreadable as error:
            troubles, remark = (f"this container cannot be read: {error}",), ""
        except OSError as error:
            self.failures.append(Failure(shown, f"cannot be read: {error.strerror or error}"))
            return
        report = FileReport(shown, skip=None if len(self.reports) > known else NO_MEMBER)
        if troubles:
            source, reading = in_trouble(shown, troubles)
            report = check_read(source, reading, self.plan_for(target), None).report
        report.remark = remark
        self.reports[shown] = report

    def _look(
        self, target: Target, base: int | None = None, bank: list[Finding] | None = None
    ) -> None:
        plan = self.plan_for(target)
        hints = Hints(plan.index_base if base is None else base)
        shown = target.shown
        try:
            checked = self._checked(target, plan, hints, bank)
        except OSError as error:
            self.failures.append(Failure(shown, f"cannot be read: {error.strerror or error}"))
            return
        except Exception as error:  # one file must not take the others down with it
            if os.environ.get("QUIZLINT_DEBUG"):
                raise
            what = f"{type(error).__name__}: {error}"
            self.failures.append(Failure(shown, f"quizlint failed on this file ({what})"))
            return
        if target.member and checked.report.skip is not None:
            return  # a package has much in it that is no quiz
        self.reports[shown] = checked.report
        if len(checked.facts):
            self._facts[shown] = checked.facts
        if len(checked.answers):
            self._answers[shown] = checked.answers
        if base is None and (checked.index_base is not None or checked.index_base_open):
            self._bases[shown] = checked.index_base
        if checked.awaits_bank:
            self._waiting.add(shown)

    def _checked(
        self, target: Target, plan: Plan, hints: Hints, bank: list[Finding] | None
    ) -> FileCheck:
        if target.member:
            source, reading = self._shelf.read(target, hints)
            return check_read(source, reading, plan, None, bank=bank, survey=self.survey)
        data, files = target.read(), target.files()
        try:
            return check_bytes(
                target.shown, data, plan, files, hints=hints, bank=bank, survey=self.survey
            )
        finally:
            self.opened.update(target.path.parent / name for name in files.found)

    def _settle_index_bases(self) -> None:
        """What a file leaves open about its integer keys, the bank's other files may decide."""
        proven = {base for base in self._bases.values() if base is not None}
        if len(proven) == 1:
            base = proven.pop()
            for shown in [path for path, known in self._bases.items() if known is None]:
                self._bases[shown] = base
                self._look(self.targets[shown], base)

    def _ask_the_bank(self) -> None:
        findings: dict[str, list[Finding]] = {path: [] for path in self._waiting}
        for group in same_questions(self._facts):
            for finding in self._about(group):
                findings.setdefault(str(finding.path), []).append(finding)
        for rule, said in pool_findings(self._answers, self._pool_rules):
            for finding in self._heard(rule, "", said):
                findings.setdefault(str(finding.path), []).append(finding)
        for shown, found in findings.items():
            self._look(self.targets[shown], self._bases.get(shown), found)

    def _pool_rules(self, path: str) -> tuple[Rule, ...]:
        return self.plan_for(self.targets[path]).checks("en").of_type(Pool)

    def _about(self, group: QuestionGroup) -> Iterator[Finding]:
        """What the rules of the files concerned say of a group, each of its own file."""
        context = Context(Document((), Span(0, 0)))
        for path in sorted({place.path for place in group.occurrences}):
            for rule in self.plan_for(self.targets[path]).checks("en").of_type(QuestionGroup):
                said = self._heard(rule, path, rule.check(group, context))
                yield from (finding for finding in said if finding.path == path)

    def _heard(self, rule: Rule, path: str, said: Iterable[Finding]) -> Iterator[Finding]:
        """What a rule says; one that fails must not take the others down with it."""
        try:
            yield from said
        except Exception as error:
            if os.environ.get("QUIZLINT_DEBUG"):
                raise
            what = f"{type(error).__name__}: {error}"
            self.failures.append(Failure(path, f"rule {rule.code} ({rule.name}) failed: {what}"))

    def _gather(self, fail_on: Severity | None) -> Result:
        reports = [self.reports[path] for path in sorted(self.reports)]
        plans = {id(plan): plan for plan in map(self.plan_for, self.targets.values())}
        of_settings = [
            diagnostic
            for plan in plans.values()
            if plan.ignores
            for diagnostic in judge(reports, plan, self.settings_shown)
        ]
        return Result(
            diagnostics=(
                *(d for report in reports for d in report.diagnostics),
                *sorted(set(of_settings), key=lambda d: (d.place.path, d.place.start)),
            ),
            documents=tuple(d for report in reports for d in report.documents),
            items=tuple(i for report in reports for i in report.items),
            failures=tuple(self.failures + [f for report in reports for f in report.failures]),
            skips=tuple(Skip(r.path, r.skip) for r in reports if r.skip is not None),
            remarks=tuple(remark for report in reports for remark in _remarks(report)),
            fail_on=fail_on,
        )


def _remarks(report: FileReport) -> Iterator[Skip]:
    if report.remark:
        yield Skip(report.path, report.remark)
    for language, count in report.silent.items():
        yield Skip(report.path, f"{count} rules do not know its language ({language})")
