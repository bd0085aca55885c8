"""Derive the bundled thesaurus from WordNet.

Run by hand, and commit what it writes, with Debian's `wordnet-base` installed:

    python benchmarks/build_thesaurus.py

What is kept is decided by rules alone, never word by word: lemmas whose every word CMUdict can
say and the names of the classes that they belong to, the senses that are usual, and no collocation
that says itself what it is ("black bear"). WordNet's licence stands in NOTICE.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quizlint.language._pronunciation import syllables
from quizlint.language.equivalence.thesaurus import TABLE
from quizlint.language.table import as_table

WORDNET = Path("/usr/share/wordnet")
PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
MOST_SENSES = 8
FEWEST_SENSES = 4
"""Senses kept of a word: those that were met in WordNet's tagged texts, within these bounds."""

PLACES = "15"
"""WordNet's file of places, of which it says in which others they lie."""

DIRECTIONS = frozenset(("30", "38"))
"""WordNet's files of verbs of change and motion, which have a third way: what does not rise need
not fall, so that their opposites do not exclude each other.
"""

CHANGE = re.compile(r"(?:cause to )?(?:make|become|get|grow|move) (\w+er)\b(?:[;\n ]|$)")

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Id = tuple[str, str]
"""A synset: its part of speech and its offset in WordNet's file."""


class Synset(NamedTuple):
    """Words that can stand for each other, with pointers to others (symbol, synset).

    `changes` is what a verb makes of a thing by its definition: "faster" of "move faster".
    """

    file: str
    lemmas: tuple[str, ...]
    pointers: tuple[tuple[str, Id], ...]
    changes: str

    def targets(self, *symbols: str) -> Iterator[Id]:
        """The synsets that pointers of some kinds lead to."""
        return (target for symbol, target in self.pointers if symbol in symbols)


def synsets(folder: Path) -> dict[Id, Synset]:
    """All synsets, as in WordNet's wndb(5WN)."""
    found = {}
    for part, name in PARTS.items():
        for line in _lines(folder / f"data.{name}"):
            data, _, gloss = line.partition(" | ")
            fields = data.split()
            count = int(fields[3], 16)
            lemmas = tuple(re.sub(r"\(.*\)", "", lemma) for lemma in fields[4 : 4 + 2 * count : 2])
            rest = fields[5 + 2 * count :]
            pointers = tuple(
                (symbol, (target_part.replace("s", "a"), offset))
                for symbol, offset, target_part in zip(
                    rest[0::4], rest[1::4], rest[2::4], strict=False
                )
                if target_part in "nvasr"
            )
            change = CHANGE.match(gloss) if part == "v" else None
            changes = change[1] if change is not None else ""
            found[part, fields[0]] = Synset(fields[1], lemmas, pointers, changes)
    return found


def senses(folder: Path, all_synsets: dict[Id, Synset]) -> dict[str, list[Id]]:
    """The usual senses of each common lemma, the most frequent of each part of speech first."""
    found: dict[str, list[Id]] = defaultdict(list)
    above = _classes_of_common(all_synsets)
    for part, name in PARTS.items():
        for line in _lines(folder / f"index.{name}"):
            lemma, *fields = line.split()
            count = int(fields[1])
            tagged = int(fields[-count - 1])
            if not _is_common(lemma) and not (lemma.isalpha() and (part, fields[-count]) in above):
                continue
            usual = min(max(tagged, FEWEST_SENSES), MOST_SENSES)
            for offset in fields[-count:][:usual]:
                synset = all_synsets[part, offset]
                written = next(each for each in synset.lemmas if each.lower() == lemma)
                if (
                    written.islower() or _is_place(synset) or written.isupper()
                ) and not _says_itself(lemma, (part, offset), all_synsets):
                    found[lemma].append((part, offset))
    for verb, each in all_synsets.items():
        if each.changes and any(map(_is_common, each.lemmas)):
            found[f"make_{each.changes}"].append(verb)
    return {lemma: ids for lemma, ids in found.items() if ids}


def _classes_of_common(all_synsets: dict[Id, Synset]) -> set[Id]:
    """What is just above a common word, and so is the name of its class ("quadrilateral")."""
    common = (each for each, synset in all_synsets.items() if any(map(_is_common, synset.lemmas)))
    above = {parent for each in common for parent in all_synsets[each].targets("@")}
    return above | {parent for each in above for parent in all_synsets[each].targets("@")}


def _is_common(lemma: str) -> bool:
    return all(syllables(word) is not None for word in re.split(r"[_-]", lemma))


def _is_place(synset: Synset) -> bool:
    return synset.file == PLACES and any(synset.targets("#p"))


def _says_itself(lemma: str, synset: Id, all_synsets: dict[Id, Synset]) -> bool:
    """Whether a collocation without synonyms is a kind of what its last word names."""
    head = lemma.rpartition("_")[2]
    if head == lemma or len(all_synsets[synset].lemmas) > 1:
        return False
    return any(head in all_synsets[each].lemmas for each in ancestors(synset, all_synsets))


def ancestors(synset: Id, all_synsets: dict[Id, Synset]) -> set[Id]:
    """Everything more general."""
    found: set[Id] = set()
    todo = [synset]
    while todo:
        for parent in all_synsets[todo.pop()].targets("@", "@i"):
            if parent not in found:
                found.add(parent)
                todo.append(parent)
    return found


def parents(synset: Id, all_synsets: dict[Id, Synset]) -> list[Id]:
    """What is one step more general: hypernyms, the head of an adjective, the place around."""
    own = all_synsets[synset]
    around = own.targets("#p") if own.file == PLACES else ()
    return [*own.targets("@"), *own.targets("&"), *around]


def numbered(kept: set[Id], all_synsets: dict[Id, Synset]) -> dict[Id, int]:
    """Numbers such that what is near in meaning is near in number, which packs well."""
    children: dict[Id, list[Id]] = defaultdict(list)
    for synset in sorted(kept):
        for parent in parents(synset, all_synsets):
            children[parent].append(synset)
    roots = [each for each in sorted(kept) if not parents(each, all_synsets)]
    numbers: dict[Id, int] = {}
    todo = [*sorted(kept, reverse=True), *reversed(roots)]
    while todo:
        synset = todo.pop()
        if synset not in numbers:
            numbers[synset] = len(numbers)
            todo += reversed(children[synset])
    return numbers


def irregular(folder: Path, kept: dict[str, list[Id]]) -> dict[str, str]:
    """Irregular forms of kept words, and the words: `grew` is of `grow`."""
    found: dict[str, str] = {}
    for name in PARTS.values():
        for line in (folder / f"{name}.exc").read_text("ascii").splitlines():
            form, lemma, *_ = line.split()
            if form != lemma and lemma in kept and _is_common(form):
                found.setdefault(form, lemma)
    return found


def given_names(all_synsets: dict[Id, Synset]) -> set[str]:
    """What people of whom WordNet knows more than one name are called first."""
    names: set[str] = set()
    for synset in all_synsets.values():
        people = [lemma for lemma in synset.lemmas if "_" in lemma]
        if synset.file == "18" and any(synset.targets("@i")):
            names.update(
                first.lower()
                for first, *_, last in (lemma.split("_") for lemma in people)
                if last in synset.lemmas and first.isalpha() and len(first) > 2
            )
    return names


def packed(folder: Path) -> bytes:
    """The table as `quizlint.language.equivalence.thesaurus` reads it."""
    all_synsets = synsets(folder)
    kept = senses(folder, all_synsets)
    used = {synset for ids in kept.values() for synset in ids}
    used |= {above for each in used for above in _all_parents(each, all_synsets)}
    numbers = numbered(used, all_synsets)
    rows = {
        f"w:{lemma}": " ".join(f"{part}{_code(numbers[part, offset])}" for part, offset in ids)
        for lemma, ids in kept.items()
    }
    for synset, number in numbers.items():
        above = [_code(numbers[each]) for each in parents(synset, all_synsets)]
        against = [_code(numbers[each]) for each in _opposites(synset, all_synsets, numbers)]
        if above or against:
            rows[f"r:{number}"] = " ".join(above) + (f"!{' '.join(against)}" if against else "")
    rows |= {f"f:{form}": lemma for form, lemma in irregular(folder, kept).items()}
    rows |= {f"n:{name}": "" for name in given_names(all_synsets)}
    return as_table(rows)


def _all_parents(synset: Id, all_synsets: dict[Id, Synset]) -> set[Id]:
    found: set[Id] = set()
    todo = [synset]
    while todo:
        for parent in parents(todo.pop(), all_synsets):
            if parent not in found:
                found.add(parent)
                todo.append(parent)
    return found


def _opposites(synset: Id, all_synsets: dict[Id, Synset], numbers: dict[Id, int]) -> list[Id]:
    """The opposites between which there is no third: no directions, and nothing of more or less."""
    own = all_synsets[synset]
    if synset[0] == "v" and own.file in DIRECTIONS:
        return []
    return [
        each
        for each in dict.fromkeys(own.targets("!"))
        if each in numbers and not (_is_gradable(own) and _is_gradable(all_synsets[each]))
    ]


def _is_gradable(synset: Synset) -> bool:
    """Whether an adjective has a comparative (hotter, bigger, drier)."""
    lemma = synset.lemmas[0].lower()
    forms = (lemma + "er", lemma + "r", lemma + lemma[-1] + "er", lemma[:-1] + "ier")
    return len(lemma) < 7 and any(syllables(form) is not None for form in forms)


def _code(number: int) -> str:
    """A number in base 36."""
    digits = ""
    while True:
        number, digit = divmod(number, len(DIGITS))
        digits = DIGITS[digit] + digits
        if not number:
            return digits


def _lines(path: Path) -> Iterator[str]:
    """The lines of a file of WordNet, without its licence at the top."""
    return (line for line in path.read_text("ascii").splitlines() if not line.startswith("  "))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wordnet", type=Path, default=WORDNET)
    parser.add_argument("--output", type=Path, default=TABLE.path)
    arguments = parser.parse_args()
    table = packed(arguments.wordnet)
    arguments.output.write_bytes(table)
    print(f"{len(table)} bytes written to {arguments.output}")


if __name__ == "__main__":
    main()
