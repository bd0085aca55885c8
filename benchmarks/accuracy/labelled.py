"""Rules against people: what graders marked in questions, and what quizlint finds in them."""

import json
import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from criteria import CONTENT, EXPERT, Criterion, Graded

from quizlint.engine.examine import examine
from quizlint.engine.plan import Plan
from quizlint.engine.read import read
from quizlint.rules.registry import all_rules


class Counts(NamedTuple):
    """How often rule and graders agree and differ."""

    hits: int = 0
    false: int = 0
    missed: int = 0
    clean: int = 0

    def __add__(self, other: "Counts") -> "Counts":  # type: ignore[override]
        return Counts(*map(sum, zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        """The share of what is reported that graders marked too."""
        return _share(self.hits, self.hits + self.false)

    @property
    def recall(self) -> float:
        """The share of what graders marked that is reported."""
        return _share(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return _share(2 * self.hits, 2 * self.hits + self.false + self.missed)

    @property
    def kappa(self) -> float:
        """Agreement beyond chance (Cohen 1960)."""
        total = sum(self)
        if not total:
            return 0.0
        marked, said = self.hits + self.missed, self.hits + self.false
        chance = (marked * said + (total - marked) * (total - said)) / total**2
        return _share((self.hits + self.clean) / total - chance, 1 - chance)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def load(path: Path) -> list[dict[str, Any]]:
    """The questions of a file, one JSON object a line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def found_in(items: list[dict[str, Any]]) -> list[frozenset[str]]:
    """The codes that quizlint reports of each question, alone in its file, with all rules on."""
    rules = tuple(rule() for rule in all_rules())
    for rule in rules:  # graders mark every flaw; a report gives each defect to one rule
        rule.__dict__["supersedes"] = ()
    plan = Plan(
        rules=rules,
        severities={rule.code: rule.severity for rule in all_rules()},
        language="en",
    )
    found = []
    for item in items:
        question = {
            "type": "choice",
            "question": item["stem"],
            "options": item["options"],
            "answer": item["answer"],
        }
        data = json.dumps({"kind": "quiz", "questions": [question]}).encode()
        record = examine(read("question.quiz.json", data), plan)
        assert not record.failures, record.failures
        found.append(frozenset(diagnostic.code for diagnostic in record.diagnostics))
    return found


def compare(
    items: list[dict[str, Any]], found: list[frozenset[str]], criteria: tuple[Criterion, ...]
) -> Mapping[str, Counts]:
    """The counts of each criterion, over the questions that were graded for it."""
    counts = {criterion.name: Counts() for criterion in criteria}
    for item, codes in zip(items, found, strict=True):
        for name, wanted in criteria:
            if name in item["labels"]:
                counts[name] += _one(bool(item["labels"][name]), not codes.isdisjoint(wanted))
    return counts


def _one(marked: bool, said: bool) -> Counts:
    return Counts(marked and said, said and not marked, marked and not said, not (marked or said))


def table(folder: Path, graded: Graded) -> Iterator[str]:
    """The table of one file, in Markdown."""
    items = load(folder / graded.name)
    found = found_in(items)
    counts = compare(items, found, graded.criteria)
    yield "| criterion | rules | marked | said | P | R | F1 | kappa |"
    yield "|---|---|---:|---:|---:|---:|---:|---:|"
    for name, codes in graded.criteria:
        yield _row(name + ("*" if name in EXPERT else ""), " ".join(codes) or "none", counts[name])
    for title, criteria in groups(graded):
        yield _row(f"**{title}**", "", sum((counts[c.name] for c in criteria), Counts()))
    yield ""
    for title, criteria in groups(graded):
        low, high = interval(items, found, criteria)
        yield f"F1 over {title}: 95 % interval {low:.2f} to {high:.2f} (bootstrap by question)."
    if graded.published is not None:
        yield f"The rules of a published detector reach {graded.published:.2f} over the first."
    yield ""
    yield from _whole_items(items, found, graded.criteria)
    if any(name in EXPERT for name, _ in graded.criteria):
        yield ""
        yield "\\* for people who know the subject; no aim for rules."


def groups(graded: Graded) -> tuple[tuple[str, tuple[Criterion, ...]], ...]:
    """The criteria of a file that rules can judge, and those among them that are form."""
    judged = tuple(c for c in graded.criteria if c.name not in EXPERT)
    form = tuple(c for c in judged if c.name not in CONTENT)
    return (f"{len(judged)} that rules can judge", judged), (f"{len(form)} of form", form)


def interval(
    items: list[dict[str, Any]], found: list[frozenset[str]], criteria: tuple[Criterion, ...]
) -> tuple[float, float]:
    """The 95 % interval of F1, by drawing questions again and again (the same ones each time)."""
    rows = [_counts_of(item, codes, criteria) for item, codes in zip(items, found, strict=True)]
    draw = random.Random(1)
    values = sorted(sum(draw.choices(rows, k=len(rows)), Counts()).f1 for _ in range(ROUNDS))
    return values[ROUNDS // 40], values[-ROUNDS // 40]


ROUNDS = 1000
"""Samples that are drawn for an interval."""


def _counts_of(
    item: dict[str, Any], codes: frozenset[str], criteria: tuple[Criterion, ...]
) -> Counts:
    """The counts of one question over some criteria."""
    one = [
        _one(bool(item["labels"][name]), not codes.isdisjoint(wanted))
        for name, wanted in criteria
        if name in item["labels"]
    ]
    return sum(one, Counts())


def summary(folder: Path, files: tuple[Graded, ...]) -> Iterator[str]:
    """F1 of each file over what rules can judge and over form, and the mean over the files."""
    yield "| file | questions | F1 (95 %) | form F1 (95 %) | published rules |"
    yield "|---|---:|---|---|---:|"
    means: list[tuple[float, ...]] = []
    for graded in files:
        items = load(folder / graded.name)
        found = found_in(items)
        counts = compare(items, found, graded.criteria)
        cells, values = [], []
        for _, criteria in groups(graded):
            low, high = interval(items, found, criteria)
            values.append(sum((counts[c.name] for c in criteria), Counts()).f1)
            cells.append(f"{values[-1]:.2f} ({low:.2f}-{high:.2f})")
        means.append(tuple(values))
        known = "-" if graded.published is None else f"{graded.published:.2f}"
        yield f"| {graded.name} | {len(items)} | {' | '.join(cells)} | {known} |"
    whole, form = (sum(column) / len(means) for column in zip(*means, strict=True))
    yield f"| **mean over {len(means)} files** | | {whole:.2f} | {form:.2f} | |"


def _row(name: str, codes: str, counts: Counts) -> str:
    marked, said = counts.hits + counts.missed, counts.hits + counts.false
    shares = (
        f"{counts.precision:.2f}" if said else "-",
        f"{counts.recall:.2f}" if marked else "-",
        f"{counts.f1:.2f}" if said or marked else "-",
        f"{counts.kappa:.2f}" if said or marked else "-",
    )
    return f"| {name} | {codes} | {marked} | {said} | {' | '.join(shares)} |"


def _whole_items(
    items: list[dict[str, Any]], found: list[frozenset[str]], criteria: tuple[Criterion, ...]
) -> Iterator[str]:
    """Exact match, and what saying nothing at all would score."""
    labels = agreed = silent = exact = 0
    for item, codes in zip(items, found, strict=True):
        graded = [
            (bool(item["labels"][n]), not codes.isdisjoint(w))
            for n, w in criteria
            if n in item["labels"]
        ]
        labels += len(graded)
        agreed += sum(marked == said for marked, said in graded)
        silent += sum(not marked for marked, _ in graded)
        exact += all(marked == said for marked, said in graded)
    yield f"{len(items)} questions, {labels} labels. Every label of a question right: {exact}."
    yield (
        f"Labels right: {agreed / labels:.1%}; to find no flaw anywhere would be right on "
        f"{silent / labels:.1%}, so this figure says nothing."
    )
