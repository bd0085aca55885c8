"""How often rules about pools cry wolf: random clean quizzes, none of which deserves a finding.

    python benchmarks/false_alarms.py [--quizzes 5000] [--questions 20]

Keys fall at random among four options made of the same kinds of words; a tenth of the questions is
true/false, a twentieth has "none of the above". The quizzes are judged twice: as one run, whose
pools share one rate of false discoveries, and each in a run of its own. The aim is at most 25
findings in either.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator

from generate import phrase
from quizlint.bank.pools import pool_findings
from quizlint.content import (
    Document,
    Interaction,
    Key,
    KeyState,
    Option,
    Question,
)
from quizlint.facts import AnswerFacts, Pool, answer_facts
from quizlint.rules.base import Rule
from quizlint.rules.registry import all_rules
from quizlint.text import Span, Text


def text(value: str) -> Text:
    """A text that stands nowhere in particular."""
    return Text(value, Span(0, len(value)), value)


def question(rng: random.Random, number: int) -> Question:
    """A question without any flaw, keyed at random."""
    route = f"questions[{number}]"
    if rng.random() < 0.1:
        words, kind = ["True", "False"], Interaction.TRUE_FALSE
    else:
        words, kind = [phrase(rng) for _ in range(4)], Interaction.CHOICE
        if rng.random() < 0.05:
            words[3] = "None of the above"
    options = tuple(Option(text(word), Span(0, len(word))) for word in words)
    return Question(
        span=Span(0, 1),
        route=route,
        stem=text(f"What does {phrase(rng)} do?"),
        options=options,
        key=Key(KeyState.PRESENT, (rng.randrange(len(options)),)),
        interaction=kind,
    )


def quizzes(count: int, questions: int) -> Iterator[tuple[str, AnswerFacts]]:
    """Paths, twenty to a folder, and the facts of the quiz that stands there."""
    rng = random.Random(20261123)
    for index in range(count):
        items = tuple(question(rng, number) for number in range(questions))
        document = Document(items, Span(0, 1))
        yield f"unit-{index // 20:03}/{index:05}.quiz.yaml", answer_facts([document], ["en"], None)


def main(count: int, questions: int) -> None:
    """Print the findings of each rule in one run, and in as many runs as there are quizzes."""
    kinds = [rule for rule in all_rules() if Pool in rule.subjects()]
    rules: tuple[Rule, ...] = tuple(rule() for rule in kinds)
    facts = dict(quizzes(count, questions))
    together = Counter(f.code for _, said in pool_findings(facts, lambda _: rules) for f, _ in said)
    apart = Counter(
        finding.code
        for path, of_file in facts.items()
        for _, said in pool_findings({path: of_file}, lambda _: rules)
        for finding, _ in said
    )
    print(f"{count} clean quizzes of {questions} questions: findings in one run, and in {count}")
    for rule in rules:
        print(f"{rule.code} {rule.name:<22}{together[rule.code]:>5}{apart[rule.code]:>5}")
    print(f"{'all':<29}{together.total():>5}{apart.total():>5}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Count false alarms over clean quizzes.")
    parser.add_argument("--quizzes", type=int, default=5000)
    parser.add_argument("--questions", type=int, default=20)
    asked = parser.parse_args()
    main(asked.quizzes, asked.questions)
