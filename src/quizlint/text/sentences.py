"""Where sentences begin and end."""

import re
from functools import cache

_STOP = re.compile(r"(?<![.!?…。！？])(?:[.!?…]+[\"'”’»)\]]*(?= |$)|[。！？]+[」』”’）]*)")


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence of a plain text stands, its closing punctuation included.

    The ranges ascend and leave out only the single spaces between them. `text` has no white space
    but single spaces; longer runs of spaces stand for something that was blanked out, and belong to
    a sentence.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for match in _STOP.finditer(text):
        if _closes(text, start, match):
            found.append((start, match.end()))
            start = match.end() + (text[match.end() : match.end() + 1] == " ")
    if start < len(text):
        found.append((start, len(text)))
    return tuple(found)


def _closes(text: str, start: int, match: re.Match[str]) -> bool:
    mark, end = match[0], match.end()
    after = text[end + 1 : end + 2]
    if not after or mark[0] in "。！？":
        return True
    if after.islower() and (mark[0] in ".…" or mark[-1] not in ".!?"):
        return False
    if mark != ".":
        return True
    before = text[max(start, end - 12) : end]
    if _numbering().fullmatch(before):  # it is the sentence's beginning: else there were 12
        return False
    return not (_short_form().search(before) or (after.isdigit() and _numbered().search(before)))


@cache
def _short_form() -> re.Pattern[str]:
    """Forms whose full stop ends no sentence: titles, Latin, initials."""
    return re.compile(
        r"(?:^|[\s(\[\"'“‘])(?:[Ee]\.g|[Ii]\.e|etc|viz|vs|[Cc]f|al|[Aa]pprox|[Cc]a|Dr|Mr|Mrs|Ms|Prof|"
        r"St|Jr|Sr|Rev|Gen|eds?|incl|resp|[^\W\d_a-z](?:\.[A-Z])*|a\.m|p\.m)\.$"
    )


@cache
def _numbered() -> re.Pattern[str]:
    """Forms that a number follows."""
    return re.compile(r"(?:^|[\s(\[])(?:[Nn]os?|[Ff]igs?|Eqs?|[Cc]h|[Vv]ol|[Ss]ec|pp?)\.$")


@cache
def _numbering() -> re.Pattern[str]:
    """What counts a list: `1.`, `a.`."""
    return re.compile(r"\(?(?:\d{1,3}|[A-Za-z])\.")
