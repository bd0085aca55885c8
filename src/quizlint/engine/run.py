"""A whole run: every file, then the bank, then what the bank makes necessary."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from quizlint.bank.groups import same_questions
from quizlint.bank.pools import pool_findings
from quizlint.content import Document, Finding, Severity
from quizlint.engine.entries import judge
from quizlint.engine.file import Survey, check_bytes
from quizlint.engine.plan import Plan
from quizlint.engine.result import Failure, FileReport, Result, Skip
from quizlint.facts import AnswerFacts, Pool, QuestionFacts, QuestionGroup
from quizlint.formats.base import Files, Hints
from quizlint.rules.base import Rule
from quizlint.rules.context import Context
from quizlint.text import Span


class Target(NamedTuple):
    """A file to check. `shown` is its path in reports; `data` is given for standard input."""

    path: Path
    shown: str
    data: bytes | None = None

    def read(self) -> bytes:
        """The file's bytes. Raises OSError."""
        return self.path.read_bytes() if self.data is None else self.data

    def files(self) -> Files:
        """What stands beside the file."""
        folder = self.path.parent

        def open_neighbour(name: str) -> bytes | None:
            try:
                return (folder / name).read_bytes()
            except OSError:
                return None

        def is_there(name: str) -> bool:
            try:
                return (folder / name).exists()
            except (OSError, ValueError):  # no name for a file
                return False

        if self.data is not None:  # standard input has a name, and no neighbours
            return Files(open_neighbour)
        return Files(open_neighbour, is_there)


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
    _facts: dict[str, QuestionFacts] = field(default_factory=dict)
    _answers: dict[str, AnswerFacts] = field(default_factory=dict)
    _bases: dict[str, int | None] = field(default_factory=dict)  # None: open
    _waiting: set[str] = field(default_factory=set)

    def check(self, targets: Iterable[Target], fail_on: Severity | None) -> Result:
        """The result of all targets."""
        for target in targets:
            self.targets[target.shown] = target
            self._look(target)
        self._settle_index_bases()
        self._ask_the_bank()
        return self._gather(fail_on)

    def _look(
        self, target: Target, base: int | None = None, bank: list[Finding] | None = None
    ) -> None:
        plan = self.plan_for(target)
        hints = Hints(plan.index_base if base is None else base)
        shown = target.shown
        try:
            checked = check_bytes(
                shown,
                target.read(),
                plan,
                target.files(),
                hints=hints,
                bank=bank,
                survey=self.survey,
            )
        except OSError as error:
            self.failures.append(Failure(shown, f"cannot be read: {error.strerror or error}"))
            return
        except Exception as error:  # one file must not take the others down with it
            if os.environ.get("QUIZLINT_DEBUG"):
                raise
            what = f"{type(error).__name__}: {error}"
            self.failures.append(Failure(shown, f"quizlint failed on this file ({what})"))
            return
        self.reports[shown] = checked.report
        if len(checked.facts):
            self._facts[shown] = checked.facts
        if len(checked.answers):
            self._answers[shown] = checked.answers
        if base is None and (checked.index_base is not None or checked.index_base_open):
            self._bases[shown] = checked.index_base
        if checked.awaits_bank:
            self._waiting.add(shown)

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
            remarks=tuple(
                Skip(report.path, f"{count} rules do not know its language ({language})")
                for report in reports
                for language, count in report.silent.items()
            ),
            fail_on=fail_on,
        )
