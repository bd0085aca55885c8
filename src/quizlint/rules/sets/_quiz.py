"""Quizzes for the examples of rules about many questions."""

from collections.abc import Sequence

WORDS = ("Mercury", "Venus", "Mars", "Jupiter", "Saturn", "Uranus", "Neptune", "Pluto")


def quiz(questions: Sequence[tuple[Sequence[str], int]], mark: int | None = None) -> str:
    """A native quiz of questions given as options and key; `mark` is the question to be found."""
    lines = ["kind: quiz", "questions:"]
    for number, (options, key) in enumerate(questions):
        lines += [
            f"  - question: Which body is number {number + 1} on the chart of lesson {number % 7}?",
            "    options:",
            *(
                f"      - «{option}»" if (number, index) == (mark, key) else f"      - {option}"
                for index, option in enumerate(options)
            ),
            f"    answer: {'ABCDEFGH'[key]}",
        ]
    return "\n".join(lines) + "\n"


def keyed(letters: str, mark: int | None = None) -> str:
    """A quiz of questions with four short options whose keys are these letters."""
    rows = [
        ([WORDS[(number * 3 + index) % len(WORDS)] for index in range(4)], "ABCD".index(letter))
        for number, letter in enumerate(letters)
    ]
    return quiz(rows, mark)
