"""Rules against people: what graders marked in questions, and what quizlint finds in them."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from quizlint.engine.examine import examine
from quizlint.engine.plan import Plan
from quizlint.engine.read import read
from quizlint.rules.registry import all_rules

EXPERT = frozenset(
    "implausible_distractors ambiguous_unclear convergence_cues more_than_one_correct".split()
)
"""Criteria that only people who know the subject can judge: counted, but no aim for rules."""


class Criterion(NamedTuple):
    """A kind of flaw in the graders' words, and the rules that look for it."""

    name: str
    codes: tuple[str, ...]


EXAM = (
    Criterion("none_of_the_above", ("OPT010",)),
    Criterion("all_of_the_above", ("OPT009",)),
    Criterion("fill_in_blank", ("STM004", "STM015")),
    Criterion("true_false", ("STM005",)),
    Criterion("lost_sequence", ("OPT011",)),
    Criterion("longest_option_correct", ("OPT007",)),
    Criterion("negative_worded", ("STM002", "STM014")),
    Criterion("unfocused_stem", ("STM001",)),
    Criterion("gratuitous_information", ("STM006",)),
    Criterion("vague_terms", ("OPT014",)),
    Criterion("complex_k_type", ("OPT012",)),
    Criterion("absolute_terms", ("OPT013",)),
    Criterion("word_repeats", ("OPT016",)),
    Criterion("grammatical_cues", ("OPT015",)),
    Criterion("logical_cues", ("OPT023",)),
    Criterion("convergence_cues", ("OPT017",)),
    Criterion("implausible_distractors", ("OPT022",)),
    Criterion("ambiguous_unclear", ()),
    Criterion("more_than_one_correct", ("OPT001", "OPT003", "OPT004", "OPT005")),
)

# In the sparse file a blank counts only where it is not at the end, and any odd length counts.
SPARSE = tuple(
    Criterion("fill_in_blank", ("STM015",))
    if criterion.name == "fill_in_blank"
    else Criterion("length_outlier", ("OPT007", "OPT008"))
    if criterion.name == "longest_option_correct"
    else criterion
    for criterion in EXAM
    if criterion.name != "true_false"
)


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


def table(path: Path, criteria: tuple[Criterion, ...]) -> Iterator[str]:
    """The table of one file, in Markdown."""
    items = load(path)
    found = found_in(items)
    counts = compare(items, found, criteria)
    yield "| criterion | rules | marked | said | P | R | F1 | kappa |"
    yield "|---|---|---:|---:|---:|---:|---:|---:|"
    for name, codes in criteria:
        yield _row(name + ("*" if name in EXPERT else ""), " ".join(codes) or "none", counts[name])
    judged = [counts[c.name] for c in criteria if c.name not in EXPERT]
    yield _row(f"**{len(judged)} that rules can judge**", "", sum(judged, Counts()))
    yield _row(f"**all {len(criteria)}**", "", sum(counts.values(), Counts()))
    yield ""
    yield from _whole_items(items, found, criteria)
    yield ""
    yield "\\* for people who know the subject; no aim for rules."


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
