"""What authors write at the beginning of a line to say what it is."""

import re

LABEL = re.compile(
    r"""^[ \t]*(?:[*_]{0,3})(?:
      (?P<name>level|difficulty|(?:correct\ |right\ )?answers?|explanation|rationale|hints?
        |(?:key\ )?concepts)
      [*_]{0,3}(?:[ \t]*\([ \t]*\d+[ \t]*\))?[*_]{0,3}[ \t]*[:：]
      |(?:the\ )?(?:correct\ |right\ )?answer\ is\b:?(?=\s*[*_`(]{0,3}[a-z]\b(?!\ [a-z])))
      [*_]{0,3}[ \t]*""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
LABEL_HEADING = re.compile(
    r"[ \t]*\#{1,6}[ \t]+[*_]{0,3}(?P<name>(?:correct\ |right\ )?answer|explanation|rationale)"
    r"[*_]{0,3}[ \t]*(?:[:：]|$)[*_]{0,3}[ \t]*",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
BOX = re.compile(
    r"[ \t]*(?P<bullet>[-*+]|\d{1,3}[.)])(?P<gap>[ \t]*)"
    r"\[(?P<inner>[^\]\[\n]{0,3})\](?![(\[:])"
)
GLUED = re.compile(r"^[ \t]*[-*+]\[[ xX]?\](?![(\[:])", re.MULTILINE)
LETTER = re.compile(r"^[ \t]*\(?(?P<letter>[A-Za-z])[).:][ \t]+(?=\S)", re.MULTILINE)
NUMBER = re.compile(
    r"(?P<bold>[*_]{2})?(?P<number>(?:Q(?:uestion)?[ .]?|\#)\d{1,4}[.):]?|\d{1,3}[.):])"
    r"(?P<closed>[*_]{2})?(?=\s|$)\s*(?:[-–—:][ \t]+)?",
    re.IGNORECASE | re.VERBOSE,
)
ID = re.compile(r"\{#(?P<id>[\w:.\-]+)[^{}]*\}")
STATED = re.compile(
    r"[*_]*(?:you got[ ])?(?:\d+|n|_+)?[ ]?(?:of|/)[ ]?(?P<count>\d{1,3})"
    r"(?:[ ]key)?[ ]concepts?[.:*_]*[ \t\r]*$",
    re.IGNORECASE | re.MULTILINE,
)

_RIGHT = "✓✔√☑*"
_NAMES = {
    "level": "level",
    "difficulty": "level",
    "explanation": "explanation",
    "rationale": "explanation",
    "hint": "hint",
    "hints": "hint",
    "concepts": "concepts",
    "key concepts": "concepts",
}


def label_of(match: re.Match[str]) -> str:
    """What a label announces: level, answer, explanation, hint or concepts."""
    return _NAMES.get((match["name"] or "").lower(), "answer")


def box_meant(inner: str) -> bool | None:
    """Whether the inside of brackets is meant as a tick, or as none; None: it is no checkbox."""
    word = inner.strip()
    if word in ("x", "X") or (word and word in _RIGHT):
        return True
    return False if not word else None


def box_written_right(match: re.Match[str]) -> str | None:
    """A malformed checkbox as Markdown wants it; None where the meaning is a guess."""
    inner = match["inner"].strip()
    if inner not in ("", "x", "X"):
        return None
    after = match.string[match.end() : match.end() + 1]
    space = "" if not after or after.isspace() else " "
    return f"{match['bullet']}{match['gap'] or ' '}[{inner.lower() or ' '}]{space}"
