"""What Moodle reads otherwise than authors of GIFT mean it, without a word.

A sign that is meant as text is read as text here, so that one slip gives one finding; what Moodle
makes of it is in the note.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizlint.content.causes.gift import Gift
from quizlint.content.problems import FormatTrap
from quizlint.formats.gift.spelling import Script, line_break, line_end
from quizlint.formats.kit.desk import Desk
from quizlint.text import Span

MAX_TAG = 500
"""Characters before a sign in which the tag is looked for that it may stand in."""

NONE: frozenset[int] = frozenset()

_MARK = re.compile(r"~=|[~=]")
_ODD_MARK = re.compile(r"[^\s~]=|\S~|\S[ \t]++[~=][ \t]")
"""What makes a closer look at the marks worth it."""

_ODD_HASH = re.compile(r"&#|(?<![^\s~=])[A-J]#|~[ \t]*+#")
_PAIR = re.compile(r"(?:[^=~-]|-(?!>))*+->")
_REFERENCE = re.compile(r"&#(?=(?:\d{1,6}|x[0-9a-fA-F]{1,5});)")
_SHARP = re.compile(r"(?<![^\s~=])[A-J]#(?=\s|[.,;:!?)]|\Z)")
_COLOUR = re.compile(r"#[\w-]+")
_LATE_MARK = re.compile(r"(?:[\r\n][ \t]*+|[ \t])([~=])(?=\S)")
_MARKUP_NAME = re.compile(r"\[(?:html|markdown|plain|moodle)\]", re.IGNORECASE)
_MISSHAPEN_WEIGHT = re.compile(r"%[ \t]*([+-]?)[ \t]*(\d{1,3})(?:[.,](\d{0,9}))?[ \t]*%")
_WHERE_CODE_BEGINS = re.compile(r"```|<(/?)(?:pre|code)\b", re.IGNORECASE)
_WORD_AND_COLONS = re.compile(r"[^\s:{}]{1,40}::(?=\s)")


class _Mark(NamedTuple):
    """A `~`, `=` or `~=` among answers, and what stands around it."""

    at: int
    sign: str
    leads: bool  # it begins the answers or a line
    behind_space: bool
    before_space: bool

    @property
    def regular(self) -> bool:
        """Whether it looks like a mark: at the beginning of a line, or of a word."""
        return self.leads or (self.behind_space and not self.before_space)


def plain_signs(script: Script, start: int, end: int, route: str, desk: Desk) -> frozenset[int]:
    """Where `=`, `~` and `#` among answers are meant as text, with a note on each."""
    mask = script.mask
    found = set()
    if _ODD_MARK.search(mask, start, end) is not None:
        for at, safe in _odd_marks(mask, start, end):
            found.add(at)
            told = Gift.RIGHT_SIGN.of() if mask[at] == "=" else Gift.WRONG_SIGN.of()
            desk.note(FormatTrap(Span(at, at + 1), told, "\\" + mask[at], safe, route=route))
    if mask.find("#", start, end) >= 0 and _ODD_HASH.search(mask, start, end) is not None:
        for at, safe in _odd_hashes(mask, start, end, found):
            found.add(at)
            sign = Span(at, at + 1)
            desk.note(FormatTrap(sign, Gift.FEEDBACK_SIGN.of(), "\\#", safe, route=route))
    return frozenset(found) if found else NONE


def _odd_marks(mask: str, start: int, end: int) -> Iterator[tuple[int, bool]]:
    """Signs that stand where no answer begins, and whether that is certain.

    Certain are comparisons, attributes of tags, and what stands amid a line where answers begin
    lines. Where several answers are written without a space between nothing can be told.
    """
    marks = list(_marks(mask, start, end))
    regular = [mark for mark in marks if mark.regular]
    by_line = len(regular) > 1 and all(mark.leads for mark in regular)
    keyed = any("=" in mark.sign for mark in regular) or mask.find("~%", start, end) >= 0
    airy = any(mark.before_space for mark in regular)
    for mark in marks:
        if mark.regular or mark.sign == "~=":
            continue
        if mark.sign == "=" and _is_no_mark(mask, start, mark.at):
            yield mark.at, True
        elif len(regular) < 2 or not keyed or (mark.behind_space and airy):
            continue
        elif by_line:
            yield mark.at, True
        elif mark.sign == "=" or mask[mark.at - 1] == "/":
            yield mark.at, False


def _marks(mask: str, start: int, end: int) -> Iterator[_Mark]:
    since = start
    for found in _MARK.finditer(mask, start, end):
        at = found.start()
        line = max(mask.rfind("\n", since, at), mask.rfind("\r", since, at))
        begins = line >= 0 or since == start
        leads = begins and not mask[max(line, since) : at].strip()
        before, after = mask[at - 1], mask[found.end() : found.end() + 1]
        apart = not after.strip() and _PAIR.match(mask, found.end(), end) is None
        yield _Mark(at, found[0], leads, before.isspace(), apart)
        since = found.end()


def _is_no_mark(mask: str, start: int, at: int) -> bool:
    """Whether `=` is part of `==`, `<=` or `>=`, or stands between a tag's attribute and value."""
    if at == start:
        return False
    opened = mask.rfind("<", max(start, at - MAX_TAG), at)
    in_tag = opened >= 0 and (mask[opened + 1].isalpha() or mask[opened + 1] == "/")
    if in_tag and mask.find(">", opened, at) < 0:
        return mask[at + 1 : at + 2] in ("'", '"')
    before = mask[at - 1]
    return before in "=<" or (before == ">" and not in_tag) or mask.startswith("=", at + 1)


def _odd_hashes(mask: str, start: int, end: int, plain: set[int]) -> Iterator[tuple[int, bool]]:
    """Each `#` that is part of a character reference, a name such as `C#`, or a colour."""
    for found in _REFERENCE.finditer(mask, start, end):
        yield found.start() + 1, True
    for found in _MARK.finditer(mask, start, end):
        if found.start() in plain:
            continue
        begin = found.end()
        while begin < end and mask[begin] in " \t":
            begin += 1
        behind = _MARK.search(mask, begin, end)
        close = end if behind is None else behind.start()
        words = mask[begin:close].strip()
        if _SHARP.fullmatch(words) or ("=" not in found[0] and _COLOUR.fullmatch(words)):
            yield begin + words.index("#"), False


def warn_of_truth(script: Script, start: int, end: int, route: str, desk: Desk) -> None:
    """`{true}` is no true/false question: only capitals make one."""
    told = script.mask.find("#", start, end)
    span = Span(*script.trim(start, end if told < 0 else told))
    word = script.mask[slice(*span)]
    if word.upper() in {"T", "TRUE", "F", "FALSE"}:
        right = word.upper()
        desk.note(FormatTrap(span, Gift.SMALL_TRUTH.of(word, right), right, safe=True, route=route))


def weight_behind_key(script: Script, place: Span, share: float, route: str, desk: Desk) -> None:
    """`=%50%text` among options: a weight belongs behind `~`. `place` holds both."""
    whole = share == 100.0
    told = Gift.WHOLE_WEIGHT_OF_RIGHT.of() if whole else Gift.WEIGHT_OF_RIGHT.of()
    fixed = "=" if whole else "~" + script.text[slice(*place)][1:]
    desk.note(FormatTrap(place, told, fixed, whole, route=route))


def misshapen_weight(
    script: Script, start: int, end: int, route: str, desk: Desk
) -> tuple[float, int] | None:
    """A share and where it ends, if a range begins with one that Moodle takes for text."""
    found = _MISSHAPEN_WEIGHT.match(script.mask, start, end)
    if found is None:
        return None
    sign, digits = "-" if found[1] == "-" else "", found[2] + (f".{found[3]}" if found[3] else "")
    right = f"%{sign}{digits}%"
    told = Gift.MISSHAPEN_WEIGHT.of(found[0], right)
    desk.note(FormatTrap(Span(*found.span()), told, right, safe=True, route=route))
    return float(sign + digits), found.end()


def check_general(
    script: Script, start: int, general: int, end: int, route: str, desk: Desk
) -> None:
    """Note answers behind the general feedback, and a general feedback before it."""
    mask = script.mask
    late = _LATE_MARK.search(mask, general, end)
    if late is not None:
        place = Span(late.start(1), late.end(1))
        desk.note(FormatTrap(place, Gift.BEHIND_GENERAL.of(), route=route))
    first = mask.find("####", start, general)
    if first >= 0:
        desk.note(FormatTrap(Span(first, first + 4), Gift.TWO_GENERALS.of(), route=route))


def check_stem(
    script: Script, start: int, opened: int, titled: bool, route: str, desk: Desk
) -> None:
    """Note what goes wrong before the answers: names of markup, titles, comments in code."""
    mask = script.mask
    start, opened = script.trim(start, opened)
    if mask.startswith("[", start):
        named = _MARKUP_NAME.match(mask, start, opened)
        if named is not None and named[0] != named[0].lower():
            right = named[0].lower()
            told = Gift.MARKUP_NAME.of(named[0], right)
            desk.note(FormatTrap(Span(*named.span()), told, right, safe=True, route=route))
    if titled and mask.find("::", start, opened) >= 0:
        again = _WORD_AND_COLONS.match(mask, start, opened)
        if again is not None:
            desk.note(FormatTrap(Span(*again.span()), Gift.COLONS_IN_TITLE.of(), route=route))
    text = script.text
    if text.find("//", start, opened) >= 0 and (
        "```" in text[start:opened] or "<" in text[start:opened]
    ):
        _commented_code(script, start, opened, route, desk)


def _commented_code(script: Script, start: int, end: int, route: str, desk: Desk) -> None:
    from bisect import bisect_left

    first = bisect_left(script.comments, (start,))
    for comment in script.comments[first:]:
        if comment.start >= end:
            return
        depth = 0
        for sign in _WHERE_CODE_BEGINS.finditer(script.text, start, comment.start):
            depth += 1 - 2 * (depth % 2) if sign[0] == "```" else -1 if sign[1] else 1
        if depth > 0:
            desk.note(FormatTrap(comment, Gift.COMMENT_IN_CODE.of(), route=route))


def remark_behind(script: Script, closed: int, end: int, route: str, desk: Desk) -> bool:
    """Whether a comment stands behind the answers on their line, where Moodle shows it."""
    mask = script.mask
    line = line_end(mask, closed, end)
    written = mask[closed + 1 : line]
    if not written.lstrip(" \t").startswith("//") or script.trim(line, end)[0] < end:
        return False
    fixed = line_break(script.text) + written.strip()
    told = Gift.REMARK_BEHIND.of()
    desk.note(FormatTrap(Span(closed + 1, line), told, fixed, safe=True, route=route))
    return True
