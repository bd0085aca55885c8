"""Marks by which authors tick an option where there is no checkbox, and the letters before it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from quizlint.formats.markdown import marks, words
from quizlint.text import Text

_BEHIND = re.compile(
    rf"""\s*(?:
      [*_]{{0,3}}[(\[][*_]{{0,2}}[ ]?(?:✓|✔|✅|☑|√|\*|x|{words.RIGHT})\ufe0f?
        [ ]?[!.]?[*_]{{0,2}}[)\]][*_]{{0,3}}
      |\s(?:<?(?:-{{1,3}}|={{1,2}})|←|⇐|⬅|👈|[–—])[ ]?\ufe0f?[*_]{{0,3}}
        (?:✓|✔|✅|{words.RIGHT})[*_]{{0,3}}[!.]?
      |[ \t]*(?P<sign>[✓✔✅☑√])\ufe0f?
      |\s(?P<star>\*)
      |[ ]?\{{\.correct\}}
    )\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_WRONG = re.compile(
    r"\s*(?:[(\[](?:wrong|incorrect|false answer|falsch|incorrecto|incorrecta|faux)[)\]]"
    r"|[❌✗✘]\ufe0f?)\s*$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:(?P<right>[✓✔✅☑√→➔▶»])|(?P<wrong>[❌✗✘]))\ufe0f?[ \t]*")
_BREAK = re.compile(r"\s*(?:<br ?/?>|\\)\s*$", re.IGNORECASE)
_SIGNS = "✓✔✅☑√→➔▶»❌✗✘\ufe0f \t"
_HIGHLIGHT = (
    *(("**", "**"), ("__", "__"), ("==", "=="), ("<mark>", "</mark>"), ("<b>", "</b>")),
    ("<strong>", "</strong>"),
)


class Told(NamedTuple):
    """An option's words without what was told apart from them.

    `right` where a mark that can mean nothing else ticks it; `hinted` where it is set off, which
    means something only if the others are not.
    """

    words: Text
    label: Text | None = None
    right: bool = False
    hinted: bool = False


def told(body: Text, lettered: bool) -> Told:
    """What an option says, with its letter (if options have letters) and its tick apart."""
    value = body.value
    start, stop = 0, len(value)
    right = hinted = False
    label: Text | None = None
    opened = ""
    letter = marks.LETTER.match(value) if lettered else None
    if letter is not None:
        closed = letter["closed"] or letter["parted"] or ""
        right, hinted, opened = _before(value, letter, closed)
        label = body.slice(*letter.span("letter"))
        start = letter.end()
    if opened:
        cut = value.rstrip().rfind(opened)
        if cut >= start and value.rstrip().endswith(opened):
            stop = cut
    elif (sign := _BEFORE.match(value, start)) is not None and sign.end() < stop:
        hinted = hinted or sign["right"] is not None
        start = sign.end()
    if (broken := _BREAK.search(value[:stop])) is not None and broken.start() > start:
        stop = broken.start()
    behind = _BEHIND.search(value[:stop], start)
    if behind is not None and behind.start() > start:
        weak = behind["sign"] or behind["star"]
        if not (behind["star"] and value[start : behind.start()].count("*") % 2):
            stop = behind.start()
            twice = _set_off(value[start:stop].rstrip()) if behind["sign"] else None
            right, hinted = right or not weak or twice is not None, hinted or bool(weak)
            if twice is not None:  # set off and signed: two marks of one tick
                stop = len(value[:stop].rstrip()) - twice[1]
                start += twice[0]
    elif (wrong := _WRONG.search(value[:stop], start)) is not None and wrong.start() > start:
        stop = wrong.start()
    words = body if (start, stop) == (0, len(value)) else body.slice(start, stop)
    return Told(words, label, right, hinted or _set_off(words.value.strip()) is not None)


def unset(words: Text) -> Text:
    """The words without the marks that set all of them off, where those are the tick."""
    value = words.value.strip()
    marked = _set_off(value)
    if marked is None:
        return words
    lead = len(words.value) - len(words.value.lstrip())
    return words.slice(lead + marked[0], lead + len(value) - marked[1])


def _set_off(value: str) -> tuple[int, int] | None:
    """How long the marks are that set off the whole of a text."""
    for left, right in _HIGHLIGHT:
        long = len(value) > len(left + right) and value.startswith(left) and value.endswith(right)
        if long and left not in value[len(left) : -len(right)]:
            return len(left), len(right)
    return None


def _before(value: str, letter: re.Match[str], closed: str) -> tuple[bool, bool, str]:
    """What the marks before a letter say: a sure tick, a hint, and the emphasis left open."""
    mark = letter["mark"]
    stars = mark.strip(_SIGNS)
    hinted = any(sign in mark for sign in "✓✔✅☑√→➔▶»")
    if not stars or closed or _closes(value):
        return False, hinted, ""
    rest = value[letter.end() :].rstrip()
    if stars in rest:
        ends = rest.endswith(stars) and rest.count(stars) == 1
        return False, hinted or ends, stars if ends else ""
    return stars in ("*", "**"), hinted, ""


def _closes(value: str) -> bool:
    """Whether the emphasis before a letter ends right behind it, as in `**A**)`."""
    return re.match(r"\W*\w[*_]{1,3}[).:\]]", value) is not None


def ticked(options: Sequence[Told]) -> tuple[list[bool], bool]:
    """Which options are ticked, and whether by marks that can mean nothing else.

    What every option bears is no tick.
    """
    sure = [option.right for option in options]
    if any(sure) and not all(sure):
        return sure, True
    hints = [option.hinted for option in options]
    if any(hints) and not all(hints) and sum(hints) * 2 <= len(options):
        return hints, False
    return [False] * len(options), False
