"""What a reader sees of a text, with a map back to what was written."""

import re
from functools import cache, cached_property
from unicodedata import is_normalized

# Anything that may be markup, white space that collapses, or an entity. Most texts have none.
_SPECIAL = re.compile(r"[*_`~\[\]<>&$\\]|  |[^\S ]")
_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")

Ranges = tuple[tuple[int, int], ...]


class Prose:
    """The plain reading of one value.

    `text` is NFC with markup stripped, entities decoded and white space collapsed and trimmed. Code
    and formulas stay as they are; `has_code`, `has_math` and `has_media` say that there are any.
    """

    def __init__(self, value: str) -> None:
        self.value = value
        self.code_spans: Ranges = ()
        self.math_spans: Ranges = ()
        self.has_media = False
        self._starts: list[int] | None = None  # None: `text` is the value from `_offset` on
        self._ends: list[int] = []
        self._offset = 0
        text = value.strip()
        if _SPECIAL.search(text) is None and (text.isascii() or is_normalized("NFC", text)):
            self.text = text
            if text is not value and text:
                self._offset = value.index(text[0])
            return
        from quizlint.text.markup import strip

        self.text, self._starts, self._ends, self.code_spans, self.math_spans, self.has_media = (
            strip(value)
        )

    @property
    def has_code(self) -> bool:
        """Whether any of it is code."""
        return bool(self.code_spans)

    @property
    def has_math(self) -> bool:
        """Whether any of it is a formula."""
        return bool(self.math_spans)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The smallest range of `value` that gives `text[start:end]`; empty ranges stay empty."""
        starts = self._starts
        if starts is None:
            return start + self._offset, end + self._offset
        if start >= end:
            at = starts[start] if start < len(starts) else (self._ends[-1] if starts else 0)
            return at, at
        return starts[start], self._ends[end - 1]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in order, as written: letters and digits, with inner `'`, `-` and `.`."""
        return tuple(_WORD.findall(self.text))

    @cached_property
    def lower_words(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(_WORD.findall(self.text.lower()))

    @cached_property
    def word_spans(self) -> Ranges:
        """Where each word stands in `text`."""
        return tuple(match.span() for match in _WORD.finditer(self.text))

    @cached_property
    def wording(self) -> str:
        """`text` with code, formulas and addresses blanked out, so that ranges stay valid."""
        spans = [*self.code_spans, *self.math_spans]
        if "://" in self.text or "www." in self.text:
            spans += [match.span() for match in _address().finditer(self.text)]
        if not spans:
            return self.text
        pieces, at = [], 0
        for start, end in sorted(spans):
            pieces += [self.text[at:start], " " * (end - max(at, start))]
            at = max(at, end)
        return "".join([*pieces, self.text[at:]])

    @cached_property
    def sentences(self) -> Ranges:
        """Where each sentence stands in `text`, its closing punctuation included."""
        text = self.wording
        found, start = [], 0
        for match in _stop().finditer(text):
            if _closes(text, match):
                found.append((start, match.end(1)))
                start = match.end()
        if text[start:].strip():
            found.append((start, len(text)))
        return tuple(found)


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"(?:\w+://|www\.)[^\s<>\"']+")


@cache
def _stop() -> re.Pattern[str]:
    return re.compile(r"([.!?…。！？]+[\"'”’)\]]*)(?:\s+|$)|([。！？])")


@cache
def _short_form() -> re.Pattern[str]:
    """Forms whose full stop ends no sentence: titles, Latin, initials, numbers of things."""
    return re.compile(
        r"(?:^|[\s(])(?:[Ee]\.g|[Ii]\.e|etc|vs|cf|al|approx|ca|Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr|No|Nos|Fig|Figs|Eq|"
        r"Ch|Vol|pp?|ed|eds|incl|resp|[A-Z]|[A-Z]\.[A-Z]|U\.S|a\.m|p\.m)\.$"
    )


def _closes(text: str, match: re.Match[str]) -> bool:
    if match[2]:
        return True
    after = text[match.end() : match.end() + 1]
    if not after:
        return True
    if match[1].startswith(("...", "…")) and after.islower():
        return False
    if match[1] == ".":
        begin = max(0, match.end(1) - 12)
        if _short_form().search(text[begin : match.end(1)]):
            return False
        return not after.islower()
    return True
