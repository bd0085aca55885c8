"""What authors write at the beginning of a line, or behind an option, to say what it is."""

import re
from collections.abc import Iterator, Sequence

from quizlint.formats.markdown import words

_KEYISH = r"""(?:[*_`(\[\"'“]{0,4}(?:[A-Ha-h]|[1-9])(?![\w'’])
  (?:[ \t]*(?:[,;/&+]|\b(?:and|or|und|et|y|e|en)\b)?[ \t]*
  [(\[*_`]{0,2}(?:[A-Ha-h]|[1-9])(?!\w)[)\]*_`]{0,2}){0,7})"""
_IS = r"is|are|ist|sind|est|sont|es|son|è|são|é|would\ be|should\ be"

LABEL = re.compile(
    rf"""[ \t]*+(?:>[ \t]?!?)*+(?:<br[ ]?/?>[ \t]*)?+\|{{0,2}}[*_`]{{0,3}}+
      [✅✔✓☑👉💡]?\ufe0f?[ \t]*+[*_]{{0,3}}+(?:
      (?:(?P<level>{words.LEVEL})|(?P<answer>{words.ANSWER})|(?P<explanation>{words.EXPLANATION})
        |(?P<hint>{words.HINT})|(?P<concepts>{words.CONCEPTS}))
      (?:[ \t]+(?:to\ )?(?:question\ |q\ ?)?\d{{1,3}})?
      [*_`]{{0,3}}(?:[ \t]*\([ \t]*\d+[ \t]*\)|\(s\))?[*_`]{{0,3}}
      [ \t\xa0\u202f]*(?:[:：]|\b(?:{_IS})[ \t]*[:：])
      |(?P<stated>(?:the[ ])?(?:correct[ ]|right[ ])?answer[ ]is)\b:?
        (?=\s*[*_`(\[\"'“]{{0,3}}(?:option[ ]|choice[ ])?[a-z]\b(?!\ [a-z]|['’]))
      |(?P<brief>{words.ANSWER})[*_`]{{0,3}}
        (?:[ \t]*(?:=|→|=>|->|[-–—]|\.)[ \t]*|[ \t]+(?:{_IS})\b[ \t]*
          |[ \t]+(?=[(\[*_`]|[a-h](?!\w)))
        (?={_KEYISH}(?:[).\]*_`:\"'”]|[ \t\r]*$|[ \t]+[-–—(]))
      )[*_`]{{0,3}}[ \t]*""",
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)
"""A label and what parts it from its words. Asked at the beginnings of lines only."""

LABEL_HEADING = re.compile(
    rf"""[ \t]*+\#{{1,6}}[ \t]++[*_✅✔✓☑💡]{{0,3}}\ufe0f?[ \t]*
    (?:(?P<answer>{words.ANSWER})|(?P<explanation>{words.EXPLANATION})|(?P<hint>{words.HINT}))
    [*_]{{0,3}}[ \t\xa0\u202f]*(?:[:：]|[ \t#]*\r?$)[*_]{{0,3}}[ \t]*""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
KEY_TITLE = re.compile(
    rf"""[ \t]*+(?:\#{{1,6}}[ \t]++)?[*_]{{0,3}}(?:\d+[.)][ \t]+)?(?:the[ ]|quiz[ ]|test[ ])?
    (?:{words.ANSWER})(?:[ ](?:key|sheet|list)|schlüssel|\(s\))?
    (?:[ ](?:to|for|zu|de|aux?|du|des|del|der)[ ][^\n:]{{1,40}})?
    (?:[*_]{{0,3}}[ \t\xa0\u202f]*[:：]?[*_]{{0,3}}[ \t]*(?:\#+[ \t]*)?\r?$
      |[*_]{{2,3}}[ \t]+(?=\d))""",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
"""The heading, or bold line, over the keys of a whole quiz."""

BOX = re.compile(
    r"[ \t]*(?P<bullet>[-*+]|\d{1,3}[.)])(?P<gap>[ \t]*)"
    r"\[(?P<inner>[^\]\[\n]{0,3})\](?![(\[:])"
)
ROUND = re.compile(
    r"[ \t]*+(?:(?P<bullet>[-*+•‣◦]|\d{1,3}[.)])[ \t]++)?"
    r"(?:\((?P<round>[ xX✓✔*•]?)\)|(?P<sign>[☐☑☒⬜🔲◯○◉●⚪🔘])\ufe0f?)[ \t]+(?=\S)"
)
"""A round button, or a box that is one sign."""

OPEN_BOX = re.compile(r"[ \t]*+\[(?P<inner>[ xX✓✔*])\][ \t]+(?=\S)")
"""A box without a bullet."""

ONLY_OPTIONS = re.compile(
    rf"[ \t]*+[*_]{{0,3}}(?:{words.OPTIONS})[*_]{{0,3}}[ ]?[:：][*_]{{0,3}}[ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE | re.VERBOSE,
)
"""A line over options that says nothing else."""

GLUED = re.compile(r"[ \t]*+[-*+]\[[ xX]?\](?![(\[:])")
LETTER = re.compile(
    r"[ \t]*+(?:>[ \t]?)*+(?:<br ?/?>[ \t]*)?+(?:[-*+•‣◦][ \t]++)?+"
    r"(?P<mark>[*_]{0,3}+[✓✔✅☑√→➔▶»❌✗✘]?\ufe0f?[ \t]*+[*_]{0,3}+)"
    r"[(\[]?(?P<letter>[A-Za-zА-Яа-я])[*_]{0,3}"
    r"(?:[)\]、．）](?P<closed>[*_]{0,3})|[.:：](?P<parted>[*_]{0,3})(?=[ \t\r\n]|[^\x00-\x7f]|$)"
    r"|(?=[ \t][-–—][ \t])[ \t][-–—])[ \t]*"
)
"""A letter before an option, and the marks before it; which letter it is, is not said here."""

NUMBER = re.compile(
    rf"(?P<bold>[*_]{{2}})?(?P<number>(?:(?:{words.QUESTION})"
    r"[ .]?[ ]?\#?|第|問|问|\#)\d{1,4}(?:\.?[a-z](?=[.):\s]))?"
    r"(?:[.):：]|题|題|問|문)?|\d{1,4}[a-z]?[.)、:])"
    r"(?P<closed>[*_]{2})?(?=\s|$|(?<=[、：题題問문]))\s*(?:[-–—:][ \t]+)?",
    re.IGNORECASE | re.VERBOSE,
)
ID = re.compile(r"\{#(?P<id>[\w:.\-]+)[^{}]*\}")
STATED = re.compile(
    r"[*_]*(?:you got[ ])?(?:\d+|n|_+)?[ ]?(?:of|/)[ ]?(?P<count>\d{1,3})"
    r"(?:[ ]key)?[ ]concepts?[.:*_]*[ \t\r]*$",
    re.IGNORECASE | re.MULTILINE,
)

_RIGHT = "✓✔√☑*✅"
_MEANT_X = "хХ×✗"  # look like an x, and are none
_ROUND_RIGHT = "xX✓✔*•☑☒◉●🔘"
_LETTERS = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмн")


def label_of(match: re.Match[str]) -> str:
    """What a label announces: level, answer, explanation, hint or concepts."""
    found = match.groupdict()
    return next((name for name in _NAMES if found.get(name)), "answer")


_NAMES = ("level", "answer", "explanation", "hint", "concepts")


_KEY = re.compile(rf"\s*{_KEYISH}[)\].:*_`\"'”]*\s*", re.IGNORECASE | re.VERBOSE)


def is_key(text: str, start: int, end: int) -> bool:
    """Whether a range holds nothing but the letters or numbers of a key."""
    return _KEY.fullmatch(text, start, end) is not None


def place_of(letter: str) -> int:
    """The 0-based place of a letter in its alphabet; -1 for none that labels options."""
    low = letter.lower()
    return next((row.index(low) for row in _LETTERS if low in row), -1)


def starts_run(texts: Sequence[str]) -> bool:
    """Whether the first of some texts begin with the letters of options.

    The run begins at A and goes on: the next letter may be lost or doubled, not far away.
    """
    found = [LETTER.match(text) for text in texts]
    places = [-1 if match is None else place_of(match["letter"]) for match in found]
    return len(places) > 1 and places[0] == 0 and (places[1] in (1, 2) or 1 in places)


def line_starts(text: str, start: int, end: int) -> Iterator[int]:
    """Where the lines of a range begin; the first begins where the range does."""
    at = start
    while at < end:
        yield at
        at = text.find("\n", at, end) + 1
        if at <= 0:
            return


def box_meant(inner: str) -> bool | None:
    """Whether the inside of brackets is meant as a tick, or as none; None: it is no checkbox."""
    word = inner.strip()
    if word and word in _RIGHT + _MEANT_X + "xXvVyY":
        return True
    return False if not word else None


def round_meant(match: re.Match[str]) -> bool:
    """Whether a round button or a sign is meant as a tick."""
    return (match["round"] or match["sign"] or " ") in _ROUND_RIGHT


def box_written_right(match: re.Match[str]) -> str | None:
    """A malformed checkbox as Markdown wants it; None where the meaning is a guess."""
    inner = match["inner"].strip()
    if inner and inner in _MEANT_X:
        inner = "x"
    if inner not in ("", "x", "X"):
        return None
    after = match.string[match.end() : match.end() + 1]
    space = "" if not after or after.isspace() else " "
    return f"{match['bullet']}{match['gap'] or ' '}[{inner.lower() or ' '}]{space}"
