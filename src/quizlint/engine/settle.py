"""The third stage: the bank's word over the records of all files, and the result of a run.

Nothing is opened or read here. A record that came from a cache or another machine serves as well.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from quizlint.bank.pools import Told, pool_findings
from quizlint.bank.subjects import subjects
from quizlint.content import Finding, ItemRef, Mark, Severity
from quizlint.engine.check import check_suppressions
from quizlint.engine.entries import judge
from quizlint.engine.examine import Examined, order
from quizlint.engine.ground import Laid
from quizlint.engine.place import diagnose
from quizlint.engine.plan import Plan
from quizlint.engine.records import counted
from quizlint.engine.result import Diagnostic, Failure, ItemRecord, Result, Skip, State, Unjudged
from quizlint.engine.supersede import supersede
from quizlint.engine.suppress import apply, verdicts
from quizlint.facts import Pool
from quizlint.plugins import reason
from quizlint.rules.base import Rule
from quizlint.rules.context import NO_CONTEXT
from quizlint.rules.registry import titled
from quizlint.settings import Ignored

PlanOf = Callable[[str], Plan]
"""The plan of a file, by its path in reports."""


def settle(
    examined: Iterable[Examined],
    plan_of: PlanOf,
    *,
    fail_on: Severity | None = Severity.ERROR,
    min_quality: float | None = None,
    shown: Callable[[str], str] = str,
) -> Result:
    """The result of a run. `shown` gives a settings file's path as reports name it."""
    records = {record.path: record for record in decided(list(examined))}
    findings, said_once, failures = _bank(records, plan_of)
    for path, record in records.items():
        if path in findings or path in said_once or record.held:
            once = said_once.get(path, frozenset())
            records[path] = amended(record, findings.get(path, ()), plan_of(path), once)
    ordered = [records[path] for path in sorted(records)]
    entries = _entries(ordered, plan_of, shown)
    return Result(
        diagnostics=(*(d for record in ordered for d in record.diagnostics), *entries),
        documents=tuple(d for record in ordered for d in record.documents),
        items=tuple(item for record in ordered for item in record.items),
        failures=(*failures, *(f for record in ordered for f in record.failures)),
        skips=tuple(Skip(r.path, r.skip, r.seen) for r in ordered if r.skip is not None),
        remarks=tuple(remark for record in ordered for remark in _remarks(record)),
        unjudged=_unjudged(ordered),
        fail_on=fail_on,
        min_quality=min_quality,
        seen=sum(record.seen for record in ordered),
    )


def decided(examined: Sequence[Examined]) -> list[Examined]:
    """The records, with what a file leaves open about its integer keys decided by the others.

    Only if all files that prove anything prove the same: two that contradict decide nothing.
    """
    proven = {record.index_base for record in examined} - {None}
    if len(proven) != 1:
        return list(examined)
    return [
        next((each for base, each in record.candidates if base in proven), record)
        for record in examined
    ]


def amended(
    record: Examined, findings: Iterable[Finding], plan: Plan, said_once: Set[str] = frozenset()
) -> Examined:
    """A record with the bank's findings about it, and its suppressions of such findings judged.

    `said_once` are rules of which what they find in the file is said for all of a pool instead.
    """
    if record.ground is None:
        return record
    laid = record.ground.unpack()
    said = [_diagnose(finding, laid, plan) for finding in findings]
    said, used = apply([d for d in said if d.confidence >= plan.min_confidence], record.held)
    open_ = (d for d in record.diagnostics if d.code not in said_once or d.state is not State.NEW)
    diagnostics = supersede([*open_, *said], plan)
    judged = check_suppressions(verdicts(record.held, used, plan.runs), plan)
    diagnostics += [_diagnose(finding, laid, plan) for finding in judged.findings]
    silencing = {record.held[index].entry for index in used}
    return replace(
        record,
        diagnostics=tuple(sorted(diagnostics, key=order)),
        documents=tuple(counted(document, diagnostics) for document in record.documents),
        items=_items(record, laid, diagnostics),
        failures=(*record.failures, *(Failure(record.path, each) for each in judged.crashes)),
        used=tuple((entry, of_use or entry in silencing) for entry, of_use in record.used),
    )


def _diagnose(finding: Finding, laid: Laid, plan: Plan) -> Diagnostic:
    rule = plan.by_code[finding.code]
    item = laid.items.get(finding.route)
    mark = None
    if item is not None:  # what is said of a question of the bank stands at its stem
        mark = Mark("stem", 0, len(str(item.content["stem"])))
    ref = None if item is None else item.ref
    return diagnose(finding, rule, plan.severities[rule.code], laid.source, ref=ref, mark=mark)


def _items(
    record: Examined, laid: Laid, diagnostics: Iterable[Diagnostic]
) -> tuple[ItemRecord, ...]:
    """The items that diagnostics are about, those of the bank's findings among them."""
    known: dict[ItemRef, ItemRecord] = {item.ref: item for item in record.items}
    for diagnostic in diagnostics:
        if diagnostic.ref is not None and diagnostic.ref not in known:
            known[diagnostic.ref] = laid.items[diagnostic.ref.route]
    said = {diagnostic.ref for diagnostic in diagnostics}
    return tuple(sorted((i for ref, i in known.items() if ref in said), key=lambda i: i.line))


def _bank(
    records: Mapping[str, Examined], plan_of: PlanOf
) -> tuple[dict[str, list[Finding]], dict[str, frozenset[str]], list[Failure]]:
    """By file what the bank says, and what it says for good; and which of its rules failed."""
    findings: dict[str, list[Finding]] = {}
    said_once: dict[str, frozenset[str]] = {}
    failures: list[Failure] = []

    def hear(rule: Rule, path: str, said: Iterable[Finding]) -> None:
        try:
            for finding in said:
                if not path or finding.path == path:
                    findings.setdefault(str(finding.path), []).append(finding)
        except Exception as error:  # one rule must not take the others down with it
            if os.environ.get("QUIZLINT_DEBUG"):
                raise
            failures.append(Failure(path, f"{titled(rule)} failed: {reason(error)}"))

    by_path = sorted(records.items())  # whoever looked at which file first
    questions = {path: r.questions for path, r in by_path if r.questions is not None}

    def wanted(subject: type) -> bool:
        return any(plan_of(path).checks("en").of_type(subject) for path in questions)

    for subject, paths in subjects(questions, wanted):
        for path in paths:
            for rule in plan_of(path).checks("en").of_type(type(subject)):
                hear(rule, path, rule.check(subject, NO_CONTEXT))
    answers = {path: r.answers for path, r in records.items() if r.answers is not None}
    for pooled, said in pool_findings(answers, lambda p: plan_of(p).checks("en").of_type(Pool)):
        hear(pooled, "", _noting(pooled, said, said_once))
    return findings, said_once, failures


def _noting(
    rule: Rule, said: Iterable[Told], said_once: dict[str, frozenset[str]]
) -> Iterator[Finding]:
    """The findings about pools. What they supersede is said of no single question of the pool."""
    for finding, pool in said:
        for path in {part.path for part in pool.parts} if rule.supersedes else ():
            said_once[path] = said_once.get(path, frozenset()).union(rule.supersedes)
        yield finding


def _entries(
    records: Iterable[Examined], plan_of: PlanOf, shown: Callable[[str], str]
) -> list[Diagnostic]:
    """What is to be said of the settings' own suppressions, once for the whole run."""
    plans: dict[int, Plan] = {}
    used: dict[int, dict[Ignored, bool]] = {}
    for record in records:
        if record.used:
            plan = plan_of(record.path)
            plans[id(plan)] = plan
            of_plan = used.setdefault(id(plan), {})
            for entry, of_use in record.used:
                of_plan[entry] = of_plan.get(entry, False) or of_use
    everywhere: dict[Ignored, bool] = {}
    for of_plan in used.values():
        for entry, of_use in of_plan.items():
            everywhere[entry] = everywhere.get(entry, False) or of_use
    said = {
        diagnostic
        for key, plan in plans.items()
        for diagnostic in judge({e: everywhere[e] for e in used[key]}, plan, shown)
    }
    return sorted(said, key=lambda d: (d.place.path, d.place.start))


def _remarks(record: Examined) -> Iterator[Skip]:
    if record.remark:
        yield Skip(record.path, record.remark)
    silent = dict(record.silent)
    for language, by in dict.fromkeys(record.told):
        said = f"told by {by}" if by else "not told; this is taken"
        count = silent.get(language, 0)
        unknown = f"; {count} rules do not know it" if count else ""
        yield Skip(record.path, f"its language is {language} ({said}){unknown}")


def _unjudged(examined: Iterable[Examined]) -> tuple[Unjudged, ...]:
    """The languages that rules do not know, those of most documents first."""
    documents: Counter[str] = Counter()
    rules: dict[str, int] = {}
    for record in examined:
        documents.update(each.language for each in record.told)
        for language, count in record.silent:
            rules[language] = max(count, rules.get(language, 0))
    known = sorted(rules, key=lambda language: (-documents[language], language))
    return tuple(Unjudged(each, documents[each], rules[each]) for each in known)
