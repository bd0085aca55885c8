"""Whether questions are lost in silence: counted by other means, and compared with what was read.

    python benchmarks/seen_and_read.py FOLDER …

For each Markdown and text file, questions are counted by regular expressions that know nothing of
the readers: runs of options (boxes, letters, round buttons) outside of code, each under a line that
could be a stem; in other files, as `counting` does. A file with fewer items and findings of what
was not read (STR024, STR003, STR001) than were counted has lost some: it is printed, with both
numbers. Ends with 1 if there is one.
"""

import re
import sys
from pathlib import Path

from counting import in_text
from not_quizzes import files, reading_of
from quizlint.content.problems import MissingField, Syntax, UnreadQuestion

_CODE = re.compile(r"^[ \t]*(```+|~~~+)[^`\n]*\n.*?^[ \t]*\1[`~]*[ \t]*$", re.M | re.S)
_ASIDE = re.compile(r"<!--.*?-->|\A---\n.*?\n---\n", re.S)
_BOX = re.compile(r"\s*(?:[-*+]|\d+[.)])\s*\[[ xX]?\]\s*\S")
_ROUND = re.compile(r"\s*(?:[-*+]\s+)?(?:\( ?[xX]? ?\)|[☐☑☒])\s+\S")
_LETTER = re.compile(r"\s*(?:[-*+]\s+)?[*_]{0,2}\(?([A-Ha-h])[).:][*_]{0,2}\s+\S")
_STEM = re.compile(r"\s*(?:#+\s+\S|\*\*|(?:Q(?:uestion)?\s?)?\d+[.):]\s)|.*[?？:：_]\W*$", re.I)
_CHORE = re.compile(r"\b(?:to.?do|tasks?|check ?list|steps?|before|please|roadmap|goals?)\b", re.I)
_TOLD = (UnreadQuestion, MissingField, Syntax)
_TEXT = frozenset({".md", ".markdown", ".mdx", ".qmd", ".txt"})


def counted(path: Path) -> int:
    """The questions in a file, by simple means."""
    data = path.read_bytes()
    if path.suffix.lower() not in _TEXT:
        return in_text(path.name.lower(), data)
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    bare = _ASIDE.sub("", _CODE.sub("", text))
    lines = [line for line in bare.split("\n") if line.strip()]
    found = 0
    at = 0
    while at < len(lines):
        kind = _kind(lines[at])
        if not kind or kind in "BCDEFGH":
            at += 1
            continue
        stop = at + 1
        while stop < len(lines) and _goes_on(lines, stop, kind):
            stop += 1
        above = lines[max(at - 2, 0) : at]
        stem = any(_STEM.match(line) for line in above) and not any(map(_CHORE.search, above))
        options = sum(bool(_kind(line)) for line in lines[at:stop])
        found += stem and options > 1
        at = stop
    return found


def _kind(line: str) -> str:
    """What kind of option a line begins: a box, a round button, or its letter."""
    if _BOX.match(line):
        return "box"
    if _ROUND.match(line):
        return "round"
    letter = _LETTER.match(line)
    return "" if letter is None else letter[1].upper()


def _goes_on(lines: list[str], at: int, kind: str) -> bool:
    """Whether a line is one more option, or words between two."""
    own = _kind(lines[at])
    if own:
        return own == kind if len(kind) > 1 else len(own) == 1 and own != "A"
    following = _kind(lines[at + 1]) if at + 1 < len(lines) else ""
    return bool(following) and following != "A" and not _STEM.match(lines[at])


def main(folders: list[str]) -> int:
    """Print what was lost; 1 where something was."""
    looked = lost = all_counted = all_read = 0
    for path in (path for folder in folders for path in files(folder)):
        count = counted(path)
        found = reading_of(path) if count else None
        if found is None:
            continue
        name, reading = found
        looked += 1
        read = sum(len(document.items) for document in reading.documents)
        told = sum(isinstance(problem, _TOLD) for problem in reading.problems)
        all_counted += count
        all_read += read
        if read + told < count:
            lost += 1
            print(f"{name:<12} {count:>4} counted {read:>4} read {told:>3} told  {path}")
    print(f"{looked} files: {all_counted} counted, {all_read} read; {lost} lost some")
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
