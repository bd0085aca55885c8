"""How often each rule speaks on real files, and what each costs."""

import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import Any

from quizlint.content import Card, Document, Prompt, Question, Reading
from quizlint.engine.language import languages
from quizlint.engine.plan import Plan
from quizlint.engine.read import read
from quizlint.engine.result import Result
from quizlint.engine.session import check
from quizlint.facts import Pool, QuestionGroup, answer_facts, question_facts
from quizlint.formats.base import Files
from quizlint.rules.base import Rule
from quizlint.rules.context import Context
from quizlint.rules.registry import all_rules
from quizlint.text import Text

DEAREST = 12
FACTS = "facts"
"""What every file leaves behind for rules about pools and groups of questions."""
GUESSER = "SET004"


def checked(folder: Path) -> list[Result]:
    """The default preset over each folder in `folder`, apart from the others: a bank of its own."""
    return [check([str(each)]) for each in sorted(folder.iterdir()) if each.is_dir()]


def per_thousand(results: list[Result]) -> Iterator[str]:
    """Findings per 1,000 items, by rule."""
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

    The best of three rounds, in processor time. What several rules share (plain text, words,
    reading load) is charged to the first that asks.
    """
    generate = Path(__file__).resolve().parent.parent / "generate.py"
    command = [sys.executable, str(generate), str(folder), "--files", "10", "--questions", "200"]
    subprocess.run(command, check=True, capture_output=True)
    rules = tuple(rule() for rule in all_rules())
    rounds = [_round(folder, rules) for _ in range(3)]
    spent, questions = min(rounds, key=lambda each: sum(each[0].values()))
    names = {rule.code: rule.name for rule in rules} | {FACTS: "for rules across files"}
    ours = {rule.code for rule in rules if rule.preset == "recommended"} | {FACTS}
    for what, total in (
        (f"All {len(rules)} rules", sum(spent.values())),
        (f"The {len(ours) - 1} of the default preset", sum(spent[code] for code in ours)),
    ):
        yield f"{what}: {total / questions * 1e6:.0f} us a question."
    yield ""
    yield "| rule | us a question |"
    yield "|---|---:|"
    for code, seconds in sorted(spent.items(), key=lambda pair: -pair[1])[:DEAREST]:
        yield f"| {code} {names[code]} | {seconds / questions * 1e6:.1f} |"


def _round(folder: Path, rules: tuple[Rule, ...]) -> tuple[dict[str, float], int]:
    """Seconds by rule, and the number of questions."""
    plan = Plan(rules=rules, severities={rule.code: rule.severity for rule in rules})
    spent: dict[str, float] = defaultdict(float)
    questions = 0
    for path in sorted(folder.rglob("*.yaml")):
        reading = read(str(path), path.read_bytes(), Files())
        questions += sum(len(document.questions) for document in reading.documents)
        _time(reading, plan, rules, spent)
        languages = ["en"] * len(reading.documents)
        begin = process_time()
        question_facts(reading.documents, reading.source)
        answer_facts(reading.documents, languages, None, guesses=False)
        plain = process_time()
        answer_facts(reading.documents, languages, None, guesses=True)
        spent[FACTS] += plain - begin
        spent[GUESSER] += process_time() - plain  # only it asks for guesses
    return spent, questions


def _time(reading: Reading, plan: Plan, rules: tuple[Rule, ...], spent: dict[str, float]) -> None:
    for document, language in zip(reading.documents, languages(reading, plan), strict=True):
        context = Context(document, plan.levels, plan.shuffle, language)
        subjects = _subjects(document)
        about_items = [rule for rule in rules if not {Pool, QuestionGroup} & set(rule.subjects())]
        for kind, found in subjects.items():
            of_kind = [rule for rule in about_items if kind in rule.subjects()]
            for subject in found:  # as the engine goes: all rules of one subject in a row
                for rule in of_kind:
                    start = process_time()
                    for _ in rule.check(subject, context):
                        pass
                    spent[rule.code] += process_time() - start


def _subjects(document: Document) -> dict[type, tuple[Any, ...]]:
    return {
        Document: (document,),
        Question: document.questions,
        Card: document.cards,
        Prompt: document.prompts,
        Text: tuple(text for item in document.items for text in item.texts),
    }
