"""How reading time grows with damaged Markdown: the same damage in 1,000, 10,000 and 100,000 lines.

    python benchmarks/damage.py [LINES …]

Prints seconds for each kind of damage and size, and marks each kind whose time grows more than
twice as fast as its lines. Ends with 1 if there is one.
"""

import sys
import time
from collections.abc import Callable
from itertools import pairwise

from quizlint.formats import markdown
from quizlint.formats.base import Files
from quizlint.text import Source

ASKED = "## {}. Which?\n\n- [ ] one\n- [x] two\n\n"
LETTERED = "{}. Which?\n\nA) one\nB) two\n\n"


def repeated(what: str, lines: int) -> str:
    """A piece again and again, numbered, until there are so many lines."""
    return "".join(what.replace("{}", str(at)) for at in range(lines // (what.count("\n") or 1)))


DAMAGE: dict[str, Callable[[int], str]] = {
    "none": lambda n: repeated(ASKED + "> Because.\n\n", n),
    "letters": lambda n: repeated(LETTERED + "Answer: B\n\n", n),
    "one paragraph": lambda n: repeated("Q{}. Which?\nA) one\nB) two\nAnswer: B\n", n),
    "keys at the end": lambda n: repeated(LETTERED, n) + "## Answers\n\n" + repeated("{}. B\n", n),
    "an unclosed fence": lambda n: "```\ncode\n" + repeated(ASKED, n),
    "unclosed fences": lambda n: repeated(
        "## {}. Which?\n\n```js\ncode\n\n- [ ] a\n- [x] b\n\n", n
    ),
    "an unclosed comment": lambda n: "<!--\n" + repeated(ASKED, n),
    "unclosed quizzes": lambda n: repeated("<quiz>\nWhich?\n- [ ] one\n- [x] two\n\n", n),
    "unclosed folds": lambda n: repeated(LETTERED + "<details><summary>Answer\n\n", n),
    "unclosed front matter": lambda n: "---\ntitle: Quiz\n" + repeated(ASKED, n),
    "endless front matter": lambda n: "---\n" + repeated("field{}: value\n", n) + ASKED,
    "an endless list": lambda n: repeated("- item {}\n", n),
    "endless options": lambda n: "Which?\n\n" + repeated("- [ ] item {}\n", n),
    "an endless item": lambda n: "1. Which?\n" + repeated("word {}\n", n),
    "deep lists": lambda n: "".join("  " * min(at, 200) + "- A) x?\n" for at in range(n // 10)),
    "answers alone": lambda n: repeated("Answer: B\n\n", n),
    "stray fences": lambda n: repeated("What prints? ```js\n", n),
    "one line": lambda n: "A) a B) b " * n,
    "brackets": lambda n: "[[a " * n,
    "a table": lambda n: (
        "| Question | A | B | Answer |\n|---|---|---|---|\n"
        + repeated("| Which {}? | a | b | B |\n", n)
    ),
    "cards": lambda n: repeated("**Q:** Who {}?\n**A:** Me\n\n", n),
}


def seconds(text: str) -> float:
    """How long it takes to read a text."""
    begun = time.process_time()
    markdown.read(Source("damaged.quiz.md", "# Quiz\n\n" * (text[:3] != "---") + text), Files())
    return time.process_time() - begun


def main(sizes: list[int]) -> int:
    """Print the table; 1 where something grows too fast."""
    grown = 0
    for name, damage in DAMAGE.items():
        taken = [seconds(damage(size)) for size in sizes]
        steep = any(
            later > 0.2 and later / max(first, 0.01) > 2 * sizes[at + 1] / sizes[at]
            for at, (first, later) in enumerate(pairwise(taken))
        )
        grown += steep
        print(f"{name:<24}" + "".join(f"{each:>9.2f}" for each in taken) + " !" * steep, flush=True)
    return int(grown > 0)


if __name__ == "__main__":
    sys.exit(main([int(each) for each in sys.argv[1:]] or [1_000, 10_000, 100_000]))
