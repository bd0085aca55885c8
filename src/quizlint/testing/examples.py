"""Run rules over the examples in their own files."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from tempfile import gettempdir

from quizlint.engine.examine import examine
from quizlint.engine.plan import Plan
from quizlint.engine.read import read
from quizlint.engine.result import Diagnostic, Result
from quizlint.engine.session import hints_of
from quizlint.engine.settle import settle
from quizlint.facts import BANK_SUBJECTS
from quizlint.formats.base import Files
from quizlint.rules.base import Example, Rule
from quizlint.rules.registry import own_rules
from quizlint.settings import settings_from
from quizlint.text import Span

OPEN, CLOSE = "«", "»"


@dataclass(frozen=True)
class Marked:
    """An example's text without its marks, and the ranges that were marked, by their start."""

    text: str
    spans: tuple[Span, ...]


def marked(text: str) -> Marked:
    """Take the «marks» out of an example; they may be nested."""
    plain: list[str] = []
    opened: list[int] = []
    spans: list[Span] = []
    for char in text:
        if char == OPEN:
            opened.append(len(plain))
        elif char == CLOSE:
            spans.append(Span(opened.pop(), len(plain)))
        else:
            plain.append(char)
    return Marked("".join(plain), tuple(sorted(spans)))


def recommended() -> tuple[type[Rule], ...]:
    """The rules of quizlint that run when nobody says anything."""
    return tuple(rule for rule in own_rules() if rule.preset == "recommended")


def check_example(
    example: Example,
    rules: Iterable[type[Rule]],
    data: bytes | None = None,
    *,
    thorough: bool = False,
) -> Result:
    """Check an example, or a variant of its bytes, with these rules and the example's settings.

    `thorough`: recommended rules tell their doubtful findings too, as in the preset `strict`.
    """
    rules = tuple(rules)
    known = dict.fromkeys((*own_rules(), *rules))
    settings = settings_from(example.config or {}, known, gettempdir())
    plan = Plan(
        rules=tuple(
            rule(settings.options_of(rule), thorough=thorough or rule.preset != "recommended")
            for rule in rules
        ),
        severities={rule.code: rule.severity for rule in rules},
        levels=settings.levels,
        language=settings.language,
        shuffle=settings.shuffle,
        index_base=settings.index_base,
        today=date(2030, 1, 1),
    )
    beside = {name: text.encode() for name, text in (example.files or {}).items()}
    files = Files(beside.get, beside.__contains__) if beside else Files()
    if data is None:
        data = marked(example.text).text.encode()
    reading = read(example.name, data, files, hints_of(plan))
    records = [examine(reading, plan)]
    if any(set(rule.subjects()) & set(BANK_SUBJECTS) for rule in rules):  # about many files
        others = (read(name, text, files, hints_of(plan)) for name, text in beside.items())
        records += (examine(other, plan) for other in others if other.documents)
        records.sort(key=lambda record: record.path)
    result = settle(records, lambda _path: plan)
    own = tuple(each for each in result.diagnostics if each.place.path == example.name)
    return result.replaced(own) if len(records) > 1 else result


def found(result: Result) -> list[Diagnostic]:
    """The findings of a result that count."""
    return list(result.findings)
