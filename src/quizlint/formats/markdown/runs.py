"""Runs of lettered options in a paragraph: one a line, several in a line, in columns."""

import re

from quizlint.formats.markdown import marks

_WIDE = re.compile(r"[ ]{3,}|\t+")


def letters_in(text: str, start: int, end: int) -> dict[int, int]:
    """Where the options A, B, … of a paragraph begin, and the place of each letter.

    A line may hold several. Nothing where the letters are no run.
    """
    found: list[re.Match[str]] = []
    for at in marks.line_starts(text, start, end):
        match = marks.LETTER.match(text, at, end)
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if match is not None:
            found.append(match)
            found += _beside(text, match, stop)
        elif (asked := text.rfind("?", at, stop)) >= 0 or (asked := text.rfind(":", at, stop)) >= 0:
            match = marks.LETTER.match(text, asked + 1, stop)
            if match is not None and marks.place_of(match["letter"]) == 0:
                beside = _beside(text, match, stop)
                found += [match, *beside] if len(beside) > 1 else []
    first = next(
        (
            at
            for at in range(len(found))
            if marks.starts_run([match[0] for match in found[at : at + 3]])
        ),
        None,
    )
    if first is None and len(found) == 1 and _is_alone(text, start, found[0]):
        first = 0
    if first is None:
        return {}
    return {match.start(): marks.place_of(match["letter"]) for match in found[first:]}


def _beside(text: str, match: re.Match[str], stop: int) -> list[re.Match[str]]:
    """The options that follow one on its line."""
    found: list[re.Match[str]] = []
    row = "а" if match["letter"].lower() in "абвгдежзиклмн" else "a"
    place = marks.place_of(match["letter"])
    close = text[match.end("letter")] if match.end("letter") < stop else ""
    at = match.end()
    while place >= 0 and close in ").:]、．）：":
        place += 1
        due = chr(ord(row) + place)
        due = due.upper() if match["letter"].isupper() else due
        pattern = re.compile(rf"[ \t]+[*_]{{0,2}}[(\[]?(?={due}{re.escape(close)})")
        gap = pattern.search(text, at, stop) or _column(text, at, stop, place, close)
        if gap is None:
            break
        following = marks.LETTER.match(text, gap.start(), stop)
        if following is None:
            break
        found.append(following)
        at = following.end()
    wide = found and (len(found) > 1 or found[0].start() + 2 < found[0].start("letter"))
    return found if wide else []


def _column(text: str, at: int, stop: int, place: int, close: str) -> re.Match[str] | None:
    """The gap before an option in the next column: a later letter, far to the right."""
    for gap in _WIDE.finditer(text, at, stop):
        match = marks.LETTER.match(text, gap.start(), stop)
        if match is not None and marks.place_of(match["letter"]) > place:
            return gap if text[match.end("letter")] == close else None
    return None


def _is_alone(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a letter begins the only option that is left of a question above it."""
    asked = text[start : match.start()].rstrip(" \t\r\n*_").endswith(("?", "？"))
    return asked and marks.place_of(match["letter"]) == 0
