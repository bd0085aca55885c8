"""An item is judged in its own language where its words tell it and nobody said another."""

import json

from quizlint.engine.examine import examine
from quizlint.engine.plan import Plan
from quizlint.engine.read import read
from quizlint.rules.registry import by_word

ENGLISH = ("Which of these is the largest planet of the Sun?", "Which of them is the oldest?")
GERMAN = "Welche der Städte an der Donau ist nicht die Hauptstadt von einem Land?"


def negative(stems: tuple[str, ...], language: str | None = None) -> list[str]:
    """The items that are called negative, alone in a file of JSON lines."""
    rules = (by_word()["STM002"](),)
    lines = [
        {"id": f"q{at}", "stem": stem, "options": ["Linz", "Wien", "Prag"], "answer": "A"}
        for at, stem in enumerate(stems)
    ]
    data = "\n".join(json.dumps(line) for line in lines).encode()
    plan = Plan(rules, {rule.code: rule.severity for rule in rules}, language=language)
    record = examine(read("some.jsonl", data), plan)
    assert not record.failures
    return [each.ref.id for each in record.diagnostics if each.ref is not None and each.ref.id]


def test_an_item_in_another_language_is_judged_in_that() -> None:
    assert negative((*ENGLISH, GERMAN)) == ["q2"]


def test_a_language_that_is_said_holds_for_all_items() -> None:
    assert negative((*ENGLISH, GERMAN), language="en") == []


def test_names_and_variables_tell_no_language() -> None:
    letters = "Which letter is not a vowel: e, o, y or a?"
    assert negative((*ENGLISH, letters)) == ["q2"]  # as in English


def test_rules_that_do_not_know_the_language_of_an_item_are_told() -> None:
    rules = (by_word()["OPT023"](),)
    plan = Plan(rules, {rule.code: rule.severity for rule in rules})
    questions = [
        {"question": s, "options": ["Linz", "Wien"], "answer": "A"} for s in (*ENGLISH, GERMAN)
    ]
    data = json.dumps({"kind": "quiz", "questions": questions}).encode()
    assert dict(examine(read("some.quiz.json", data), plan).silent) == {"de": 1}
