"""Fit the weights of the test-wise guesser, and print how well it guesses.

    python benchmarks/fit_guesser.py

The data are the questions with one key in `../shared/corpora` and `../shared/labelled` beside the
repository (public quizzes and benchmark items); without them `sample_content` is used, which is too
small to fit anything but shows the script at work. Every source (a folder, a benchmark) counts
alike however many questions it has. The model is a conditional logit with a ridge penalty, solved
by Newton's method. For each source the table shows chance and the guesser's expected score, under
weights fitted to all sources (in-sample) and under weights fitted to all others (out of sample).
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from quizlint.content import Interaction, Question
from quizlint.engine.language import languages
from quizlint.engine.plan import Plan
from quizlint.engine.read import read
from quizlint.formats import claims
from quizlint.formats.base import Files, Hints
from quizlint.language.guesser import CUES, cue_values, softmax
from quizlint.text import Prose

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
RIDGE = 3.0
SOURCE_WEIGHT = 200.0  # questions that each source counts as, at most
FEWEST = 30  # questions below which a source joins "others"


class Case(NamedTuple):
    """One question: each option's cue values, and the key."""

    rows: list[list[float]]
    key: int


def main() -> None:
    """Fit, cross-validate and print."""
    sources = gather()
    weights = fit(sources)
    print(f"{'source':<26}{'items':>7}{'chance':>9}{'in':>8}{'out':>8}")
    totals = [0.0] * 4
    for name, cases in sorted(sources.items()):
        rest = {other: found for other, found in sources.items() if other != name}
        unseen = fit(rest) if rest else weights
        row = [
            sum(1 / len(case.rows) for case in cases) / len(cases),
            score(cases, weights),
            score(cases, unseen),
        ]
        totals = [a + b for a, b in zip(totals, [1.0, *row], strict=True)]
        print(f"{name:<26}{len(cases):>7}{row[0]:>9.3f}{row[1]:>8.3f}{row[2]:>8.3f}")
    mean = [total / totals[0] for total in totals[1:]]
    print(f"{'mean over sources':<33}{mean[0]:>9.3f}{mean[1]:>8.3f}{mean[2]:>8.3f}\n")
    for cue, weight in zip(CUES, weights, strict=True):
        print(f'    Cue("{cue.name}", "{cue.says}", {weight:.2f}),')


def gather() -> dict[str, list[Case]]:
    """The cases of each source."""
    found: dict[str, list[Case]] = {}
    corpora = SHARED / "corpora"
    for folder in sorted((corpora if corpora.is_dir() else ROOT / "sample_content").iterdir()):
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_file() and claims(path.name):
                found.setdefault(folder.name, []).extend(cases_of_file(path))
    for path in sorted((SHARED / "labelled").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            item = json.loads(line)
            key = "ABCDEFGHIJKLMNOP".find(item["answer"])
            if 0 <= key < len(item["options"]) > 1:
                name = f"{path.stem.split('-')[0]} {item['domain']}"
                options = [Prose(str(text)) for text in item["options"]]
                case = Case(cue_values(Prose(item["stem"]), options, ordered=True), key)
                found.setdefault(name, []).append(case)
    merged: dict[str, list[Case]] = {}
    for name, cases in found.items():
        merged.setdefault(name if len(cases) >= FEWEST else "others", []).extend(cases)
    return {name: cases for name, cases in merged.items() if cases}


def cases_of_file(path: Path) -> list[Case]:
    """The English questions of a file that have one key."""
    reading = read(path.name, path.read_bytes(), Files(), Hints(0))
    return [
        Case(
            cue_values(
                question.stem.prose,
                [option.text.prose for option in question.options],
                ordered=question.order_meaningful and question.shuffle is not True,
            ),
            question.key.indices[0],
        )
        for document, language in zip(reading.documents, languages(reading, Plan(())), strict=True)
        if language == "en"
        for question in document.questions
        if counts(question)
    ]


def counts(question: Question) -> bool:
    """Whether one option among several is the key."""
    single = question.interaction is Interaction.CHOICE and len(question.key.indices) == 1
    return single and 1 < len(question.options) <= 60


def score(cases: Sequence[Case], weights: Sequence[float]) -> float:
    """The expected share of keys that the guesser picks."""
    return sum(chances(case, weights)[case.key] for case in cases) / len(cases)


def chances(case: Case, weights: Sequence[float]) -> list[float]:
    """How likely each option is to be picked."""
    return softmax([sum(w * v for w, v in zip(weights, row, strict=True)) for row in case.rows])


def fit(sources: dict[str, list[Case]]) -> list[float]:
    """The weights that make the keys most likely, by Newton's method from zero."""
    size = len(CUES)
    weights = [0.0] * size
    for _ in range(12):
        gradient = [-RIDGE * weight for weight in weights]
        hessian = [[RIDGE if i == j else 0.0 for j in range(size)] for i in range(size)]
        for cases in sources.values():
            worth = min(1.0, SOURCE_WEIGHT / len(cases))
            for case in cases:
                add(case, chances(case, weights), worth, gradient, hessian)
        step = solve(hessian, gradient)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return weights


def add(
    case: Case,
    picked: Sequence[float],
    worth: float,
    gradient: list[float],
    hessian: list[list[float]],
) -> None:
    """Add one question's part to the gradient and the (negative) Hessian."""
    columns = list(zip(*case.rows, strict=True))
    varying = [i for i, column in enumerate(columns) if any(column)]
    means = {i: sum(p * v for p, v in zip(picked, columns[i], strict=True)) for i in varying}
    for i in varying:
        gradient[i] += worth * (columns[i][case.key] - means[i])
        for j in varying:
            joint = sum(p * a * b for p, a, b in zip(picked, columns[i], columns[j], strict=True))
            hessian[i][j] += worth * (joint - means[i] * means[j])


def solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """The solution of a positive definite linear system, by Gauss elimination."""
    size = len(vector)
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for i in range(size):
        for j in range(i + 1, size):
            factor = rows[j][i] / rows[i][i]
            rows[j] = [a - factor * b for a, b in zip(rows[j], rows[i], strict=True)]
    result = [0.0] * size
    for i in reversed(range(size)):
        known = sum(rows[i][j] * result[j] for j in range(i + 1, size))
        result[i] = (rows[i][size] - known) / rows[i][i]
    return result


if __name__ == "__main__":
    main()
