"""Write a bank of plausible questions, the same every time, to measure speed on.

    python benchmarks/generate.py FOLDER [--files 500] [--questions 200]

The words are drawn from a small vocabulary with a fixed seed; about one question in a hundred has a
flaw, as in a bank that is looked after.
"""

import argparse
import random
from pathlib import Path

NOUNS = (
    "river delta enzyme membrane pendulum treaty harvest lattice sonnet harbour glacier lever "
    "mineral orchestra parliament circuit pigment valley protein satellite dialect furnace estuary "
    "molecule canal archive monsoon tendon polygon ledger"
).split()
ADJECTIVES = (
    "early shallow rapid stable northern dense hollow gradual curved fertile public frozen acidic "
    "rural minor coastal elastic regular distant modern"
).split()
VERBS = "stores carries limits forms absorbs marks joins shapes lifts separates slows feeds".split()
LEVELS = ("beginner", "intermediate", "advanced")


def phrase(rng: random.Random) -> str:
    """A noun phrase of three or four words."""
    return f"the {rng.choice(ADJECTIVES)} {rng.choice(NOUNS)} of the {rng.choice(NOUNS)}"


def question(rng: random.Random, number: int) -> str:
    """One question in native YAML, about 600 bytes."""
    options: list[str] = []
    while len(options) < 4:
        option = f"It {rng.choice(VERBS)} {phrase(rng)}"
        if option not in options:
            options.append(option)
    key = options[rng.randrange(4)]
    if rng.random() < 0.01:
        options[3] = rng.choice(["All of the above", options[0], "TODO"])
        key = options[1]
    stem = f"What does {phrase(rng)} do when {phrase(rng)} {rng.choice(VERBS)} {phrase(rng)}?"
    because = f"Because {phrase(rng)} {rng.choice(VERBS)} {phrase(rng)}, and {phrase(rng)} follows."
    lines = [
        f"  - id: q{number}",
        f"    difficulty: {rng.choice(LEVELS)}",
        f"    question: {stem}",
        "    options:",
        *(f"      - {option}" for option in options),
        f"    answer: {key}",
        f"    explanation: {because}",
    ]
    return "\n".join(lines)


def quiz(rng: random.Random, title: str, questions: int) -> str:
    """A whole file."""
    head = f"kind: quiz\ntitle: {title}\ntopic: Speed / Measured\nquestions:\n"
    return head + "\n".join(question(rng, number) for number in range(1, questions + 1)) + "\n"


def write(folder: Path, files: int, questions: int) -> int:
    """Write the bank and give its size in bytes."""
    rng = random.Random(20261123)
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    for index in range(files):
        text = quiz(rng, f"Bank {index}", questions)
        size += len(text)
        (folder / f"bank-{index:04}.quiz.yaml").write_text(text, encoding="utf-8")
    return size


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write a bank of plausible questions.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--questions", type=int, default=200)
    asked = parser.parse_args()
    written = write(asked.folder, asked.files, asked.questions)
    print(f"{asked.files} files, {asked.files * asked.questions} questions, {written / 1e6:.1f} MB")
