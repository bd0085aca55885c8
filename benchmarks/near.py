"""Near duplicates in a large bank: `python benchmarks/near.py [QUESTIONS]`.

Questions are made of words drawn as in real texts (Zipf). Some of them are put down twice: as they
are but for one word in twenty (light), with every third word of the stem replaced (paraphrase), or
as what they are not: another number, a negation, another key, another subject with options of its
own (look-alikes). Printed are seconds, memory, the share found of each kind, and the precision.
"""

import random
import resource
import sys
import time
from collections import Counter
from itertools import accumulate

from quizlint.bank.near import Near
from quizlint.content import Document, Interaction, Key, KeyState, Option, Question
from quizlint.facts import QuestionFacts, question_facts
from quizlint.text import Source, Span, Text

KINDS = ("light", "paraphrase", "number", "negation", "key", "subject")
SAME = ("light", "paraphrase")
FILE = 2_000
"""Questions of a file."""


class Maker:
    """Makes questions of words that are as rare as in real texts."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        letters = "abcdefghijklmnopqrstuvwxyz"
        pick = self.random
        self.words = ["".join(pick.choices(letters, k=pick.randint(4, 10))) for _ in range(40_000)]
        weights = (1 / (rank + 10) for rank in range(len(self.words)))
        self.weights = list(accumulate(weights))

    def draw(self, count: int) -> list[str]:
        return self.random.choices(self.words, cum_weights=self.weights, k=count)

    def question(self) -> tuple[list[str], list[str], int]:
        stem = ["which", *self.draw(self.random.randint(8, 22)), str(self.random.randint(1, 99))]
        return stem, [" ".join(self.draw(self.random.randint(1, 5))) for _ in range(4)], 0

    def twin(
        self, kind: str, stem: list[str], options: list[str]
    ) -> tuple[list[str], list[str], int]:
        stem, options, key = list(stem), list(options), 0
        if kind == "light":
            for at in range(0, len(stem) - 1, 20):
                stem[at + self.random.randrange(min(20, len(stem) - 1 - at))] = self.draw(1)[0]
            self.random.shuffle(options[1:])
        elif kind == "paraphrase":
            for at in range(2, len(stem) - 1, 3):
                stem[at] = self.draw(1)[0]
        elif kind == "number":
            stem[-1] = str(int(stem[-1]) + 1)
        elif kind == "negation":
            stem.insert(1, "not")
        elif kind == "key":
            key = 1
        else:
            stem[-2], options = self.draw(1)[0], self.question()[1]
        return stem, options, key


def _question(number: int, stem: list[str], options: list[str], key: int) -> Question:
    span = Span(number, number + 1)
    texts = [Text(each, span, "") for each in options]
    return Question(
        span=span,
        route=f"questions[{number}]",
        stem=Text(" ".join(stem) + "?", span, ""),
        options=tuple(Option(t, span, correct=i == key) for i, t in enumerate(texts)),
        key=Key(KeyState.PRESENT, (key,), (), "flags"),
        interaction=Interaction.CHOICE,
    )


def main(count: int) -> None:
    maker = Maker(7)
    twins: dict[tuple[str, str], str] = {}
    facts: dict[str, QuestionFacts] = {}
    held: list[Question] = []
    names: list[str] = []

    def close() -> None:
        path = f"{len(facts):06}"
        source = Source(path, " " * (len(held) + 2))
        document = Document(tuple(held), Span(0, len(held)))
        facts[path] = question_facts((document,), source, likeness=True)
        held.clear()

    def put(name: str, made: tuple[list[str], list[str], int]) -> None:
        held.append(_question(len(held), *made))
        names.append(name)
        if len(held) == FILE:
            close()

    begun = time.perf_counter()
    number = 0
    while len(names) < count:
        made = maker.question()
        put(f"{number}", made)
        if number % 10 == 0:
            kind = KINDS[number // 10 % len(KINDS)]
            put(f"{number} {kind}", maker.twin(kind, *made[:2]))
            twins[f"{number}", f"{number} {kind}"] = kind
        number += 1
    if held:
        close()
    made_in = time.perf_counter() - begun
    begun = time.perf_counter()
    near = Near(facts)
    found: set[tuple[str, str]] = set()
    for one, other in near.pairs():
        found.add((names[min(one, other)], names[max(one, other)]))
    took = time.perf_counter() - begun
    hits = Counter(twins[pair] for pair in found if pair in twins)
    every = Counter(twins.values())
    right = sum(hits[kind] for kind in SAME)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(names):,} questions: made in {made_in:.1f} s, compared in {took:.1f} s, "
        f"{peak:,.0f} MB"
    )
    for kind in KINDS:
        print(f"  {kind:10} {hits[kind]:6,} of {every[kind]:6,} ({hits[kind] / every[kind]:.1%})")
    print(f"  precision {right / max(len(found), 1):.4f} ({len(found):,} pairs)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
