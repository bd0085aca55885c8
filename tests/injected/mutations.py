"""Injected defects: clean content, one thing broken in it, and what is said of it.

Each defect is made in every clean question that it can be made in, one at a time, with two clean
neighbours behind it. The rule for it must speak, and no other rule that was silent before may. The
rules that run are those of the default preset, and the one that the defect is for.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from injected.clean import questions, quiz
from injected.defects import DEFECTS, Defect
from injected.whole import files
from quizlint.rules.base import Example, Rule
from quizlint.rules.registry import all_rules, find
from quizlint.testing import check_example, found, recommended


class Outcome(NamedTuple):
    """One defect in one place: whether it was seen, and the codes of what else was said."""

    code: str
    what: str
    place: str
    seen: bool
    others: frozenset[str]

    @property
    def right(self) -> bool:
        """Whether it was seen, and nothing else was said."""
        return self.seen and not self.others


def outcomes(most: int | None = None) -> Iterator[Outcome]:
    """All defects, each in every question that it can be made in, or in `most` of them."""
    for defect in DEFECTS:
        yield from of_defect(defect, most)
    yield from of_files()


def of_defect(defect: Defect, most: int | None = None) -> Iterator[Outcome]:
    """One defect in every clean question, or in `most` of them, spread over the files."""
    rules = _rules(defect.code)
    clean = list(questions())
    made = 0
    step = 1 if most is None else max(1, len(clean) // most)
    for index, item in enumerate(clean):
        broken = defect.make(dict(item))
        if broken is None or index < made * step or made == most:
            continue
        around = [clean[index - 1] | {"id": "next"}, clean[index - 2] | {"id": "last"}]
        before = _codes("injected.quiz.yaml", quiz([item, *around]).encode(), rules)
        after = _codes("injected.quiz.yaml", quiz([broken, *around]).encode(), rules)
        if defect.code not in before:
            made += 1
            seen = defect.code in after
            others = after - before - {defect.code}
            yield Outcome(defect.code, defect.what, str(item["id"]), seen, others)


def of_files() -> Iterator[Outcome]:
    """The defects of whole files."""
    for code, what, name, clean, broken in files():
        before, after = (_codes(name, data, _rules(code)) for data in (clean, broken))
        assert code not in before, (code, name)
        yield Outcome(code, what, name, code in after, after - before - {code})


def _rules(code: str) -> tuple[type[Rule], ...]:
    rule = find(code)
    assert rule is not None, code
    return tuple(dict.fromkeys((*recommended(), rule)))


def _codes(name: str, data: bytes, rules: tuple[type[Rule], ...]) -> frozenset[str]:
    report = check_example(Example("", name=name), rules, data)
    assert not report.failures, report.failures
    return frozenset(diagnostic.code for diagnostic in found(report))


def table(results: Iterable[Outcome] | None = None) -> Iterator[str]:
    """The recall of each defect, and what else was said, in Markdown."""
    yield "| rule | defect | seen | of | anything else |"
    yield "|---|---|---:|---:|---|"
    by_kind: dict[tuple[str, str], list[Outcome]] = {}
    for outcome in outcomes() if results is None else results:
        by_kind.setdefault((outcome.code, outcome.what), []).append(outcome)
    for (code, what), own in sorted(by_kind.items(), key=lambda pair: _order(pair[0][0])):
        others = sorted(frozenset[str]().union(*(outcome.others for outcome in own)))
        seen = sum(outcome.seen for outcome in own)
        yield f"| {code} | {what} | {seen} | {len(own)} | {' '.join(others) or 'none'} |"
    for family in ("STR", "KEY", "OPT", ""):
        every = [one for own in by_kind.values() for one in own if one.code.startswith(family)]
        kinds = sum(code.startswith(family) for code, _ in by_kind)
        seen = sum(outcome.seen for outcome in every)
        spoiled = sum(bool(outcome.others) for outcome in every)
        name = f"**{family or 'all'}**"
        yield f"| {name} | {kinds} kinds | {seen} | {len(every)} | in {spoiled} |"
    left = " ".join(_left_out({code for code, _ in by_kind}))
    yield ""
    yield f"Rules without a defect here: {left or 'none'}."


def _order(code: str) -> int:
    return [rule.code for rule in all_rules()].index(code)


def _left_out(shown: set[str]) -> Iterator[str]:
    for rule in all_rules():
        if rule.code[:3] in ("STR", "KEY", "OPT") and rule.code not in shown:
            yield rule.code
