"""A record is all that is left of a file: frozen, picklable, the same every time."""

import pickle
from dataclasses import FrozenInstanceError, replace
from datetime import date
from typing import Any

import pytest

import quizlint
from conftest import SAMPLES
from quizlint.content import Confidence
from quizlint.engine.examine import Examined, examine
from quizlint.engine.language import ENOUGH, _by_path, told
from quizlint.engine.plan import Plan, Planner
from quizlint.engine.session import Session
from quizlint.engine.settle import settle
from quizlint.rules.registry import all_rules
from quizlint.settings import CommandLine, Loader


def planner(**said: object) -> Planner:
    """One with all rules and the samples' own settings."""
    line = CommandLine(select=("all",))
    return Planner(Loader(all_rules(), line), date(2026, 1, 1), **said)  # type: ignore[arg-type]


def records() -> list[tuple[Examined, Plan]]:
    """The records of all sample content, with every rule and all statistics."""
    session = Session(planner(measured=True))
    found = list(session.readings([str(SAMPLES)]))
    assert len(found) > 20
    return [(examine(reading, plan), plan) for reading, plan in found]


def test_every_record_pickles() -> None:
    for record, _ in records():
        assert pickle.loads(pickle.dumps(record)) == record


def test_a_result_of_pickled_records_is_the_same() -> None:
    found = records()
    plans = {record.path: plan for record, plan in found}
    whole = settle([record for record, _ in found], plans.__getitem__)
    again = settle([pickle.loads(pickle.dumps(r)) for r, _ in found], plans.__getitem__)
    assert whole.diagnostics
    assert again == whole or vars(again) == vars(whole)


def test_plans_pickle_too() -> None:
    for _, plan in records()[:3]:
        again = pickle.loads(pickle.dumps(plan))
        assert again.digest == plan.digest
        assert [rule.code for rule in again.rules] == [rule.code for rule in plan.rules]


def test_a_record_is_frozen() -> None:
    record = Examined("a.yaml")
    with pytest.raises((FrozenInstanceError, AttributeError, TypeError)):
        record.path = "b.yaml"  # type: ignore[misc]


@pytest.mark.parametrize(
    "change",
    [
        {"language": "de"},
        {"shuffle": True},
        {"index_base": 1},
        {"min_confidence": Confidence.HIGH},
        {"measured": True},
        {"rules": ()},
        {"severities": {}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_the_digest_of_a_plan_names_what_it_depends_on(change: dict[str, Any]) -> None:
    rules = tuple(rule() for rule in all_rules()[:3])
    plan = Plan(rules, {rule.code: rule.severity for rule in rules})
    if change == {"severities": {}}:
        severity = next(s for s in plan.severities.values())
        other = next(s for s in type(severity) if s is not severity)
        change = {"severities": {**plan.severities, rules[0].code: other}}
    assert replace(plan).digest == plan.digest
    assert replace(plan, **change).digest != plan.digest


def test_a_threshold_changes_the_digest() -> None:
    rule = next(rule for rule in all_rules() if rule.thresholds())
    name, threshold = next(iter(rule.thresholds().items()))
    severities = {rule.code: rule.severity}
    one, other = (
        Plan((rule(options),), severities) for options in ({}, {name: threshold.default + 1})
    )
    assert one.digest != other.digest


def test_a_rule_of_low_confidence_is_not_heard() -> None:
    found = records()
    all_levels = {d.confidence for record, _ in found for d in record.diagnostics}
    assert len(all_levels) > 1
    session = Session(planner())
    for reading, plan in session.readings([str(SAMPLES)]):
        sure = examine(reading, replace(plan, min_confidence=Confidence.HIGH))
        assert {d.confidence for d in sure.diagnostics} <= {Confidence.HIGH}


def language(text: str, path: str = "a.quiz.yaml", said: str | None = None) -> tuple[str, str]:
    """The language of the only document of a file, and what told it."""
    plan = Plan((), language=said)
    (found,) = told(quizlint.read(path, text.encode()), plan)
    return found


def test_a_language_is_told_by_hundreds_of_words_not_by_the_first() -> None:
    """Four words of English at the head of a German text do not make it English."""
    english = ["the", "of", "and", "is"]
    german = "der Hund und die Katze sind nicht in dem Haus weil das Wetter schön ist".split()
    question = "  - question: {}\n    options: [x, y]\n    answer: A\n"
    texts = [" ".join(english), *[" ".join(german)] * 20]
    body = "kind: quiz\nquestions:\n" + "".join(map(question.format, texts))
    assert language(body) == ("de", "its words")
    assert ENOUGH == 400


def test_the_words_of_a_language_beyond_the_first_hundreds_do_not_count() -> None:
    german = "der Hund und die Katze sind nicht in dem Haus weil das Wetter schön ist".split()
    english = "the dog and the cat are not in the house because the weather is fine".split()
    question = "  - question: {}\n    options: [x, y]\n    answer: A\n"
    enough = ENOUGH // len(german) + 2
    texts = [" ".join(german)] * enough + [" ".join(english)] * 10 * enough
    body = "kind: quiz\nquestions:\n" + "".join(map(question.format, texts))
    assert language(body) == ("de", "its words")


QUIZ = "kind: quiz\n{}questions:\n  - question: {}\n    options: [x, y]\n"
GERMAN = "Welche Tiere leben in dem Wald und sind nicht in der Stadt zu sehen?"


def test_the_nearer_word_tells_the_language() -> None:
    said = QUIZ.format("language: French\n", GERMAN)
    unsaid = QUIZ.format("", GERMAN)
    assert language(said, "es/a.quiz.yaml", "pt") == ("fr", "its own field")
    assert language(unsaid, "es/a.quiz.yaml", "pt-BR") == ("pt", "the settings")
    assert language(unsaid, "es/a.quiz.yaml") == ("de", "its words")
    assert language(unsaid, "de/a.quiz.yaml") == ("de", "its path")
    assert language(QUIZ.format("", "What?")) == ("en", "")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("de/a.yaml", "de"),
        ("de/deep/down/a.yaml", "de"),
        ("pt-BR/a.quiz.yaml", "pt"),
        ("de/a.fr.yaml", "fr"),
        ("a.fr.quiz.yaml", "fr"),
        ("a.quiz.es.yaml", "es"),
        ("animals-es.md", "es"),
        ("animals_pt_BR.json", "pt"),
        ("es.json", "es"),
        ("side.yaml", None),
        ("cs/a.yaml", None),
        ("quiz-it.yaml", None),
        ("de.d/a.yaml", None),
        ("decode/a.yaml", None),
        ("pack.zip!fr/a.yaml", "fr"),
    ],
)
def test_paths_tell_languages(path: str, code: str | None) -> None:
    assert _by_path(path) == code
