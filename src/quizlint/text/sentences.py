"""Where sentences begin and end."""

import re

from quizlint.text.patterns import lazy

_STOP = re.compile(r"(?<![.!?…。！？])(?:[.!?…]+[\"'”’»)\]]*(?= |$)|[。！？]+[」』”’）]*)")

# Forms whose full stop ends no sentence: titles, Latin, initials.
_SHORT_FORM = lazy(
    r"(?:^|[\s(\[\"'“‘])(?:[Ee]\.g|[Ii]\.e|etc|viz|vs|[Cc]f|al|[Aa]pprox|[Cc]a|Dr|Mr|Mrs|Ms|Prof|"
    r"St|Jr|Sr|Rev|Gen|eds?|incl|resp|[^\W\d_a-z](?:\.[A-Z])*|a\.m|p\.m)\.$"
)
# Forms that a number follows.
_NUMBERED = lazy(r"(?:^|[\s(\[])(?:[Nn]os?|[Ff]igs?|Eqs?|[Cc]h|[Vv]ol|[Ss]ec|pp?)\.$")
# What counts a list: `1.`, `a.`.
_NUMBERING = lazy(r"\(?(?:\d{1,3}|[A-Za-z])\.")


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
    if _NUMBERING.fullmatch(before):  # it is the sentence's beginning: else there were 12
        return False
    return not (_SHORT_FORM.search(before) or (after.isdigit() and _NUMBERED.search(before)))
