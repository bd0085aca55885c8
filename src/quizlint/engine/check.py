"""Check one reading: pure, from content to findings."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import inf

from quizlint.content import (
    Document,
    Finding,
    Item,
    Problem,
    Question,
    Reading,
    Suppression,
)
from quizlint.engine.language import Told, of_item, told
from quizlint.engine.plan import Checks, Plan
from quizlint.plugins import reason
from quizlint.rules.base import Rule
from quizlint.rules.context import NO_CONTEXT, Context
from quizlint.rules.registry import is_own, titled
from quizlint.rules.sound import vouch
from quizlint.text import Span, Text


@dataclass(eq=False, repr=False)
class Checked:
    """What the rules said of one reading, before anything is placed.

    `crashed` are what is to be said of rules that failed, by code; `silent` counts, for each
    language, the rules that do not know it; `told` are the languages of the documents, in order.
    """

    findings: list[Finding] = field(default_factory=list)
    crashed: dict[str, list[str]] = field(default_factory=dict)
    silent: dict[str, int] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)

    @property
    def languages(self) -> list[str]:
        """The languages of the documents, in order."""
        return [each.language for each in self.told]

    @property
    def crashes(self) -> list[str]:
        """A line for each rule that failed: where first, over what, and how often besides."""
        return [
            f"{said[0]} (and {len(said) - 1} times more)" if said[1:] else said[0]
            for said in self.crashed.values()
        ]


def check_reading(reading: Reading, plan: Plan) -> Checked:
    """Run the plan's rules over what was read."""
    run = _Run(Checked(), len(reading.source.text))
    said = plan.language or reading.language
    problems = plan.checks(said or "en")
    text = reading.source.text
    whole = Document((), Span(0, len(text)))
    first = reading.documents[0] if reading.documents else whole
    context = Context(first, plan.levels, plan.shuffle, said or "en", text)
    for problem in reading.problems:
        for_any = (*problems.of_type(type(problem)), *problems.of_type(Problem))
        run.all(for_any, problem, context, problem.route)
    run.checked.told = told(reading, plan)
    for document, by in zip(reading.documents, run.checked.told, strict=True):
        within = Context(document, plan.levels, plan.shuffle, by.language, text)
        run.document(document, plan, within, by)
    return run.checked


def check_suppressions(verdicts: Iterable[Suppression], plan: Plan) -> Checked:
    """What the SUP rules say of suppressions of which it is known whether they were of use."""
    run = _Run(Checked())
    rules = plan.checks("en").of_type(Suppression)
    for verdict in verdicts:
        if not verdict.of_settings:  # those are judged once, for the whole run
            run.all(rules, verdict, NO_CONTEXT, "")
    return run.checked


@dataclass(eq=False, repr=False)
class _Run:
    """Calls rules and keeps what they say."""

    checked: Checked
    size: float = inf  # characters of the file

    def document(self, document: Document, plan: Plan, context: Context, by: Told) -> None:
        """The rules of the document, its items and their texts, each in its language."""
        for item in document.items:
            language = of_item(item, by)
            checks = self._checks(plan, language)
            within = context if language == by.language else context._replace(language=language)
            self.all(checks.of_item(item), item, within, item)
            for_texts = checks.of_type(Text)
            if for_texts:
                for text in item.texts:
                    self.all(for_texts, text, within, item)
        whole = self._checks(plan, by.language)
        self.all(whole.of_type(Document), document, context, document.route)

    def _checks(self, plan: Plan, language: str) -> Checks:
        """The rules that know a language; how many do not is noted."""
        checks = plan.checks(language)
        if checks.silent:
            self.checked.silent[language] = len(checks.silent)
        return checks

    def all(
        self, rules: tuple[Rule, ...], subject: object, context: Context, at: Item | str
    ) -> None:
        """Every rule on one subject, which is or belongs to an item, or has a route."""
        for rule in rules:
            try:
                for finding in rule.check(subject, context):
                    if not is_own(rule):
                        vouch(finding, rule, self.size)
                    if not finding.route:
                        route = at if isinstance(at, str) else part_route(at, finding.span)
                        finding = finding._replace(route=route)
                    self.checked.findings.append(finding)
            except (Exception, SystemExit) as error:  # one rule must not take the others down
                route = at if isinstance(at, str) else at.route
                where = f" on {route}" if route else ""
                said = f"{titled(rule)} failed{where}: {reason(error)}"
                self.checked.crashed.setdefault(rule.code, []).append(said)


def part_route(item: Item, span: Span) -> str:
    """The route of the part of an item that a span lies in; a crowded question is one part."""
    if isinstance(item, Question) and not item.crowded:
        options = item.options
        # Options mostly stand in order; then this one is the only one to look at.
        nearest = bisect_right(options, span.start, key=lambda option: option.span.start) - 1
        for index in (nearest, *range(len(options))):
            if index >= 0 and options[index].span.covers(span):
                return f"{item.route}.options[{index}]"
    return item.route
