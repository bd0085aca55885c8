"""Check one source: pure, from text to findings."""

from dataclasses import dataclass, field

from quizlint.content import (
    Card,
    Document,
    Finding,
    Item,
    Prompt,
    Question,
    Reading,
    Suppression,
)
from quizlint.engine.plan import Checks, Plan
from quizlint.engine.suppress import Wish, apply, verdicts, wishes
from quizlint.language import tell_language
from quizlint.language.telling import language_code
from quizlint.rules.base import Rule
from quizlint.rules.context import Context
from quizlint.rules.registry import find, is_about_bank
from quizlint.text import Source, Span, Text


@dataclass(eq=False, repr=False)
class Checked:
    """What checking one source gave, before anything is placed.

    `judged` pairs each finding with the suppression that silences it; `held` are the suppressions
    that may still silence findings of the bank; `crashes` name a rule, an item and what happened.
    """

    judged: list[tuple[Finding, Suppression | None]] = field(default_factory=list)
    held: list[Wish] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    crashes: list[str] = field(default_factory=list)
    silent: dict[str, int] = field(default_factory=dict)  # language → rules that do not know it
    languages: list[str] = field(default_factory=list)  # of each document


def check_reading(source: Source, reading: Reading, plan: Plan, bank: list[Finding]) -> Checked:
    """Run the plan's rules over what was read; `bank` is what the bank says of this source."""
    run = _Run(Checked())
    problems = plan.checks(plan.language or "en")
    whole = Document((), Span(0, len(source.text)))
    first = reading.documents[0] if reading.documents else whole
    context = Context(first, plan.levels, plan.shuffle, plan.language or "en")
    for problem in reading.problems:
        run.all(problems.by_problem.get(problem.kind, ()), problem, context, problem.route)
    for document in reading.documents:
        language = language_of(document, plan)
        run.checked.languages.append(language)
        checks = plan.checks(language)
        if checks.silent:
            run.checked.silent[language] = len(checks.silent)
        within = Context(document, plan.levels, plan.shuffle, language, source.text)
        run.document(document, checks, within)
    run.findings.extend(bank)
    findings = [f for f in supersede(run.findings, plan) if f.confidence >= plan.min_confidence]
    run.checked.held = wishes(source, reading.comments, reading.documents, plan, find)
    run.checked.judged, run.checked.used = apply(findings, run.checked.held)
    return run.checked


def check_suppressions(checked: Checked, plan: Plan, *, bank_ran: bool) -> list[Finding]:
    """What the SUP rules say of a source's own suppressions, once the bank has spoken."""
    rules = plan.checks("en").of_type(Suppression)
    if not rules or not checked.held:
        return []
    run = _Run(checked)
    context = Context(Document((), Span(0, 0)))

    def ran(code: str) -> bool:
        return code in plan.by_code and (bank_ran or not is_about_bank(code))

    for verdict in verdicts(checked.held, checked.used, ran):
        if not verdict.of_settings:  # those are judged once, for the whole run
            run.all(rules, verdict, context, "")
    return run.findings


def language_of(document: Document, plan: Plan) -> str:
    """The settings' language, else the document's own, else what its words tell, else English."""
    if plan.language is not None:
        return language_code(plan.language)
    if document.language is not None and document.language:
        return language_code(document.language.plain)
    words: list[str] = []
    for item in document.items:
        for text in item.texts:
            words.extend(text.prose.words)
        if len(words) > 400:
            break
    return tell_language(words) or "en"


def supersede(findings: list[Finding], plan: Plan) -> list[Finding]:
    """One defect, one finding: drop what a graver finding on the same place already says."""
    stronger = [(f, plan.by_code[f.code].supersedes) for f in findings]
    losers = {code for _, codes in stronger for code in codes}
    if not losers:
        return findings
    winners = [(f, codes) for f, codes in stronger if codes]
    return [
        finding
        for finding in findings
        if finding.code not in losers
        or not any(
            finding.code in codes and _meet(winner, finding, plan) for winner, codes in winners
        )
    ]


def _meet(winner: Finding, loser: Finding, plan: Plan) -> bool:
    """Whether two findings are about the same place: overlapping, or noted beside one of them.

    What a reader stumbled over concerns the whole item: nothing more is said of it.
    """
    if plan.by_code[winner.code].problems and item_route(winner.route) == item_route(loser.route):
        return bool(winner.route)
    spans = [winner.span, *(note.span for note in winner.related)]
    return any(s.start < loser.span.end and loser.span.start < s.end for s in spans)


def item_route(route: str) -> str:
    """The route of the item that a part belongs to: `questions[2]` of `questions[2].options[1]`."""
    head, bracket, _ = route.rpartition("].options[")
    return f"{head}]" if bracket else route


@dataclass(eq=False, repr=False)
class _Run:
    """Calls rules and keeps what they say."""

    checked: Checked
    findings: list[Finding] = field(default_factory=list)

    def document(self, document: Document, checks: Checks, context: Context) -> None:
        """The rules of the document, its items and their texts."""
        by_kind = {kind: checks.of_type(kind) for kind in (Card, Question, Prompt)}
        for_texts = checks.of_type(Text)
        for item in document.items:
            rules = by_kind[type(item)]
            if isinstance(item, Question) and item.crowded:
                rules = tuple(rule for rule in rules if not rule.pairwise())
            self.all(rules, item, context, item)
            if for_texts:
                for text in item.texts:
                    self.all(for_texts, text, context, item)
        self.all(checks.of_type(Document), document, context, document.route)

    def all(
        self, rules: tuple[Rule, ...], subject: object, context: Context, at: Item | str
    ) -> None:
        """Every rule on one subject, which is or belongs to an item, or has a route."""
        for rule in rules:
            try:
                for finding in rule.check(subject, context):
                    if not finding.route:
                        route = at if isinstance(at, str) else part_route(at, finding.span)
                        finding = finding._replace(route=route)
                    self.findings.append(finding)
            except Exception as error:  # one rule must not take the others down with it
                route = at if isinstance(at, str) else at.route
                where = f" on {route}" if route else ""
                self.checked.crashes.append(
                    f"rule {rule.code} ({rule.name}) failed{where}: {type(error).__name__}: {error}"
                )


def part_route(item: Item, span: Span) -> str:
    """The route of the part of an item that a span lies in; a crowded question is one part."""
    if isinstance(item, Question) and not item.crowded:
        for index, option in enumerate(item.options):
            if option.span.covers(span):
                return f"{item.route}.options[{index}]"
    return item.route
