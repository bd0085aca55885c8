"""How often each rule speaks on real files, and what each costs."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any

from quizlint.content import Card, Document, Prompt, Question, Reading
from quizlint.engine.check import language_of
from quizlint.engine.file import read_bytes
from quizlint.engine.plan import Plan
from quizlint.engine.session import check
from quizlint.facts import Pool, QuestionGroup
from quizlint.formats.base import NO_HINTS, Files
from quizlint.rules.base import Rule
from quizlint.rules.context import Context
from quizlint.rules.registry import all_rules
from quizlint.text import Text

DEAREST = 12


def per_thousand(folder: Path) -> Iterator[str]:
    """Findings of the default preset per 1,000 items, by rule.

    Each folder in `folder` is a repository of its own, and checked apart from the others.
    """
    results = [check([str(each)]) for each in sorted(folder.iterdir()) if each.is_dir()]
    counts = Counter((found.code, found.rule) for result in results for found in result.findings)
    items = sum(result.item_count for result in results)
    yield f"{counts.total():,} findings in {items:,} items of {len(results)} folders."
    yield ""
    yield "| rule | findings | per 1,000 items |"
    yield "|---|---:|---:|"
    for (code, name), count in counts.most_common():
        yield f"| {code} {name} | {count:,} | {1000 * count / items:.1f} |"


def costs(folder: Path) -> Iterator[str]:
    """Microseconds a question that each rule takes on generated questions, the dearest first.

    What several rules share (plain text, words, reading load) is charged to the first that asks.
    """
    generate = Path(__file__).resolve().parent.parent / "generate.py"
    command = [sys.executable, str(generate), str(folder), "--files", "10", "--questions", "200"]
    subprocess.run(command, check=True, capture_output=True)
    rules = tuple(rule() for rule in all_rules())
    plan = Plan(rules=rules, severities={rule.code: rule.severity for rule in rules})
    spent: Counter[str] = Counter()
    questions = 0
    for path in sorted(folder.rglob("*.yaml")):
        _, reading = read_bytes(str(path), path.read_bytes(), Files(), NO_HINTS)
        questions += sum(len(document.questions) for document in reading.documents)
        _time(reading, plan, rules, spent)
    names = {rule.code: rule.name for rule in rules}
    total = sum(spent.values()) / questions * 1e6
    yield f"All {len(rules)} rules: {total:.0f} us a question."
    yield ""
    yield "| rule | us a question |"
    yield "|---|---:|"
    for code, seconds in spent.most_common(DEAREST):
        yield f"| {code} {names[code]} | {seconds / questions * 1e6:.1f} |"


def _time(reading: Reading, plan: Plan, rules: tuple[Rule, ...], spent: Counter[str]) -> None:
    for document in reading.documents:
        context = Context(document, plan.levels, plan.shuffle, language_of(document, plan))
        subjects = _subjects(document)
        for rule in rules:
            if {Pool, QuestionGroup} & set(rule.subjects()):
                continue
            start = process_time()
            for kind in rule.subjects():
                for subject in subjects.get(kind, ()):
                    for _ in rule.check(subject, context):
                        pass
            spent[rule.code] += process_time() - start  # type: ignore[assignment]


def _subjects(document: Document) -> dict[type, tuple[Any, ...]]:
    return {
        Document: (document,),
        Question: document.questions,
        Card: document.cards,
        Prompt: document.prompts,
        Text: tuple(text for item in document.items for text in item.texts),
    }
