"""Patterns as .gitignore has them, matched in time linear in the path, whatever the pattern.

The grammar is that of gitignore(5). Where it is silent (which of two matching patterns wins when
one of them means a folder above) this follows pathspec's `GitIgnoreSpec`, which was checked against
git; the tests compare the two. A wildcard is matched leftmost-first and never tried again: what
stands between two stars has a fixed length, so that its first occurrence serves as well as any
later one.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_ANY = "**"
Segment = re.Pattern[str] | None
"""What one name of a path must look like; None for `**`, any number of names."""

NO, ABOVE, ITSELF = range(3)
"""Whether a pattern means a path: not, a folder above it, or the path itself."""


@dataclass(frozen=True)
class Pattern:
    """One line: what it means, and whether it leaves out (or, with `!`, takes back).

    `inside` is for `a/**`, which means all in a folder; `folder` for `a/`, which means no file.
    """

    segments: tuple[Segment, ...]
    leaves_out: bool = True
    folder: bool = False
    inside: bool = False
    everything: bool = False

    def means(self, path: str) -> int:
        """`NO`, `ABOVE` or `ITSELF`; a folder's path ends with a slash."""
        names = path.split("/")
        is_folder = not names[-1]
        if self.everything:
            if not self.folder or is_folder:
                return ITSELF
            return ABOVE if "/" in path else NO
        if self.inside:
            return ITSELF if _matches((*self.segments, _NAME, None), names) else NO
        own = names[:-1] if is_folder else names
        if (is_folder or not self.folder) and _matches(self.segments, own):
            return ITSELF
        return ABOVE if _matches((*self.segments, _NAME, None), names) else NO


class Ignores:
    """The patterns of one file or list: what means the path itself wins over what means a folder
    above it, and a later pattern over an earlier.
    """

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._patterns = patterns

    @classmethod
    def of(cls, lines: Iterable[str], *, strict: bool = False) -> "Ignores":
        """Read patterns. One that means nothing is passed over, as by git, or with `strict` raises
        `ValueError`.
        """
        found = []
        for line in lines:
            try:
                pattern = read_pattern(line)
            except ValueError:
                if strict:
                    raise
                continue
            if pattern is not None:
                found.append(pattern)
        return cls(found)

    def verdict(self, path: str) -> bool | None:
        """Whether a relative path is left out (True) or taken back (False); None: neither."""
        verdict, rank = None, NO
        for pattern in self._patterns:
            means = pattern.means(path)
            if means and means >= rank:
                verdict, rank = pattern.leaves_out, means
        return verdict


def read_pattern(line: str) -> Pattern | None:
    """What a line means; None for a blank one, a comment and what git discards.

    Raises `ValueError` for a line that ends in a lone backslash or has nothing behind its `!`.
    """
    text = line if line.endswith("\\ ") else line.rstrip()
    if not text or text.startswith("#") or text == "/":
        return None
    leaves_out = not text.startswith("!")
    names = text[not leaves_out :].split("/")
    if not any(names):
        raise ValueError(f"it means nothing: {line!r}")
    folder = not names[-1] and len(names) > 1
    if not names[0] and len(names) > 1:
        names = names[1:]  # only beside the file that says so
    elif len(names) - folder == 1:
        names = [_ANY, *names]  # anywhere below it
    if folder:
        names = names[:-1]
    names = [name for at, name in enumerate(names) if name != _ANY or names[at - 1 : at] != [_ANY]]
    inside = names[-1] == _ANY and len(names) > 1 and not folder
    if names == [_ANY] or names == [_ANY, "*"]:
        return Pattern((), leaves_out, folder, everything=True)
    if names[-1] == _ANY:
        names = names[:-1]
    try:
        return Pattern(tuple(map(_segment, names)), leaves_out, folder, inside)
    except re.error:
        return None


def _matches(segments: Sequence[Segment], names: Sequence[str]) -> bool:
    """Whether names fit segments one by one; after `**` what follows is tried further on."""
    at = name = 0
    again: tuple[int, int] | None = None
    while name < len(names):
        segment = segments[at] if at < len(segments) else _NEVER
        if segment is None:
            again = at, name
            at += 1
        elif segment.fullmatch(names[name]) is not None:
            at += 1
            name += 1
        elif again is not None:
            again = again[0], again[1] + 1
            at, name = again[0] + 1, again[1]
        else:
            return False
    return all(segment is None for segment in segments[at:])


def _segment(name: str) -> Segment:
    """The pattern of one name. Raises `re.error` for a bracket that is never closed."""
    if name == _ANY:
        return None
    if name == "*":
        return re.compile(r"(?s:.+)")
    chunks = [""]
    at = 0
    while at < len(name):
        sign = name[at]
        at += 1
        if sign == "*":
            chunks.append("")
        elif sign == "?":
            chunks[-1] += "."
        elif sign == "[":
            expression, at = _bracket(name, at)
            chunks[-1] += expression
        elif sign == "\\":
            if at == len(name):
                raise ValueError(f"a backslash at its end escapes nothing: {name!r}")
            chunks[-1] += re.escape(name[at])
            at += 1
        else:
            chunks[-1] += re.escape(sign)
    first, *others = chunks
    if not others:
        return re.compile(f"(?s:{first})")
    *middle, last = others
    return re.compile(f"(?s:{first}{''.join(f'(?>.*?{each})' for each in middle)}.*{last})")


def _bracket(name: str, at: int) -> tuple[str, int]:
    """The expression of a bracket whose inside begins at `at`, and where it has ended."""
    negated = name[at : at + 1] in ("!", "^")
    start = at + negated
    end = name.find("]", start + 1)
    if end < 0:
        raise re.error("a bracket is never closed")
    inside = name[start:end].replace("\\", "\\\\").replace("[", "\\[")
    inside = "\\]" + inside[1:] if inside.startswith("]") else inside
    return f"[{'^' if negated else ''}{inside}]", end + 1


_NAME = re.compile(r"(?s:.*)")
"""Any name, or the nothing behind a folder's slash."""

_NEVER = re.compile(r"(?!)")
