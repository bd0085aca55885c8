"""How long programs take: a module of 20,000 questions, and a folder in which none is a quiz.

python benchmarks/programs.py [FOLDER…]
"""

import sys
import time
from pathlib import Path

from quizlint.formats import load
from quizlint.formats.base import Files
from quizlint.formats.catalogue import CATALOGUE
from quizlint.formats.programs.looks import could_hold_quiz
from quizlint.text import Source

MANY = 20_000

SCRIPT = """  {{
    question: "Which instrument number {0} measures the pressure of the air?",
    options: ["Hygrometer", "Barometer", "Thermometer", 'Anemometer'],
    correctIndex: {1},
  }},
"""
PYTHON = """    {{
        "question": "Which instrument number {0} measures the pressure of the air?",
        "options": ["Hygrometer", "Barometer", "Thermometer", 'Anemometer'],
        "correct_index": {1},
    }},
"""


def written(item: str, before: str, after: str) -> str:
    """A module of many questions."""
    return before + "".join(item.format(index, index % 4) for index in range(MANY)) + after


def reading() -> None:
    """The time to read each kind of module."""
    script = written(SCRIPT, "export const questions = [\n", "];\n")
    modules = {
        "questions.ts": script,
        "questions.js": script,
        "no-ascii.ts": script.replace("Anemometer", "Anémomètre 😀"),
        "questions.py": written(PYTHON, "QUESTIONS = [\n", "]\n"),
    }
    for name, text in modules.items():
        begun = time.perf_counter()
        found = load("programs").read(Source(name, text), Files())
        count = sum(len(document.items) for document in found.documents)
        print(f"{name}: {count:,} items in {time.perf_counter() - begun:.2f} s")


def passing(folder: Path) -> None:
    """What a folder of programs costs, and how many of them are parsed and read."""
    suffixes = CATALOGUE["programs"].suffixes
    files = [path for path in folder.rglob("*") if path.name.endswith(suffixes) and path.is_file()]
    size = parsed = taken = items = 0
    begun = time.perf_counter()
    for path in files:
        source = Source.from_bytes(str(path), path.read_bytes())
        size += len(source.text)
        parsed += could_hold_quiz(source.text)
        found = load("programs").read(source, Files())
        count = sum(len(document.items) for document in found.documents)
        taken, items = taken + (count > 0), items + count
        if count:
            print(f"  {path}: {count}")
    spent = time.perf_counter() - begun
    print(
        f"{folder}: {len(files):,} programs, {size / 1e6:.1f} MB, in {spent:.1f} s; "
        f"{parsed} parsed, {taken} read as quizzes with {items} items"
    )


if __name__ == "__main__":
    reading()
    for each in sys.argv[1:]:
        passing(Path(each))
