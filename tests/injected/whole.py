"""Defects that need another format, several questions, or bytes: a clean file, and it broken."""

from collections.abc import Iterator
from typing import NamedTuple

from injected.clean import GOOD


class Broken(NamedTuple):
    """A file with one defect, and the rule that must see it; `clean` is the file without it."""

    code: str
    what: str
    name: str
    clean: bytes
    broken: bytes


CREDIT = (
    "::gases:: Which of these gases are noble? {\n ~%50%Argon\n ~%50%Neon\n ~%-100%Nitrogen\n}\n"
)
NUMBER = "::fall:: Calculate the speed of the stone after 2 s, in m/s. {#19.62:0.05}\n"
CHOICE = "Which river flows through Vienna?\nA. The Tiber\nB. The Danube\nC. The Rhine\nANSWER: B\n"
KEYED = "- q: {}\n  choices: [Tiber, Danube, Rhine, Elbe]\n  correct: {}\n"
FOREIGN = KEYED.format("Which river passes Vienna?", 1) + KEYED.format("And Rome?", 0)
PAIRS = (
    "::rivers:: Match each city with its river. {\n"
    " = Vienna -> Danube\n = Rome -> Tiber\n = Paris -> Seine\n = -> Elbe\n}\n"
)


def files() -> Iterator[Broken]:
    """Every defect of a whole file."""
    rivers, lists = "rivers.quiz.md", "python-lists.quiz.md"
    history = "industrial-revolution.quiz.yaml"
    for found in ("### 3. ", "### 5. ", "### 8. "):
        yield _changed("STR012", "a number skipped", rivers, found, f"### {int(found[4]) + 1}. ")
    for name in (rivers, lists):
        yield _changed("STR017", "a box without a space", name, "- [ ] ", "- [] ")
        yield _changed("STR017", "no space before a box", name, "- [x] ", "-[x] ")
        yield _changed("STR015", "a box of code never closed", name, "> ", "> ```x\n> ")
        yield _changed("KEY001", "no box ticked", name, "- [x] ", "- [ ] ")
        yield _changed("KEY016", "two boxes ticked", name, "- [ ] ", "- [x] ")
    history_text = _good(history).decode()
    head = history_text[: history_text.index("  - id")]
    yield Broken("STR018", "no question in it", history, _good(history), head.encode())
    accent = history_text.replace("Britain", "Brétagne", 1)
    yield Broken("STR022", "cp1252 bytes", history, accent.encode(), accent.encode("cp1252"))
    keyless = "".join(line for line in FOREIGN.splitlines(True) if "correct" not in line)
    yield Broken("KEY018", "no key at all", "own.yaml", FOREIGN.encode(), keyless.encode())
    yield _own("KEY011", "credit of 75 %", CREDIT, "~%50%Neon", "~%25%Neon", "own.gift")
    yield _own("KEY017", "no tolerance", NUMBER, ":0.05", "", "own.gift")
    yield _own("OPT028", "lists of equal length", PAIRS, " = -> Elbe\n", "", "own.gift")
    yield _own("KEY002", "a letter too far", CHOICE, "ANSWER: B", "ANSWER: E", "own.txt")
    yield _own("OPT001", "an option twice", CHOICE, "The Rhine", "The Tiber", "own.txt")


def _good(name: str) -> bytes:
    return (GOOD / name).read_bytes()


def _changed(code: str, what: str, name: str, old: str, new: str) -> Broken:
    text = _good(name).decode()
    assert old in text, old
    return Broken(code, what, name, text.encode(), text.replace(old, new, 1).encode())


def _own(code: str, what: str, text: str, old: str, new: str, name: str) -> Broken:
    assert old in text, old
    return Broken(code, what, name, text.encode(), text.replace(old, new, 1).encode())
