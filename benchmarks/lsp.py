"""How long an editor waits after a keystroke: `python benchmarks/lsp.py [QUESTIONS]`.

A native file is checked anew after each of twenty changes, as the language server does.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from quizlint.lsp.checking import check_text


def main(count: int) -> None:
    items = "".join(
        f"  - question: Which number follows {n} when one counts by {n % 7 + 2} at a time?\n"
        f'    options: ["{n + 1}", "{n + n % 7 + 2}", "{n + 40}", "{n + 77}"]\n'
        f'    answer: "{n + n % 7 + 2}"\n'
        f"    explanation: One adds {n % 7 + 2} to {n}.\n"
        for n in range(count)
    )
    with tempfile.TemporaryDirectory() as home:
        path = Path(home, "a.quiz.yaml")
        text = f"kind: quiz\nquestions:\n{items}"
        begun = time.perf_counter()
        check_text(path, text)
        first = time.perf_counter() - begun
        took = []
        for key in range(20):
            begun = time.perf_counter()
            check_text(path, text + f"    tags: [a{key}]\n")
            took.append(time.perf_counter() - begun)
    middle = statistics.median(took)
    print(
        f"{count} questions: first {1000 * first:.0f} ms, then {1000 * middle:.0f} ms a keystroke"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
