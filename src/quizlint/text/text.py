"""A leaf of content: a value, where it stands and how its characters are spelled there."""

from bisect import bisect_left, bisect_right

from quizlint.text.prose import Prose
from quizlint.text.span import VERBATIM, Decoded, Span, Spelling


class Text:
    """A piece of text that an author wrote.

    `value` is what the file's format says the text is (escapes decoded, quotes gone); `span` is
    everything that was written for it, quotes included. Treat it as immutable: measures are made
    once and kept.
    """

    __slots__ = ("_place", "_prose", "_source", "_spelling", "span", "value")

    def __init__(self, value: str, span: Span, source: str, spelling: Spelling = VERBATIM) -> None:
        self.value = value
        self.span = span
        self._source = source
        self._spelling = spelling
        self._prose: Prose | None = None
        self._place: int | Decoded | Span | None = None

    def __repr__(self) -> str:
        return f"Text({brief(self)}, {self.span.start}..{self.span.end})"

    def __bool__(self) -> bool:
        """Whether there is anything but white space."""
        return bool(self.value) and not self.value.isspace()

    @property
    def line(self) -> int:
        """The 1-based line on which it begins, counted each time: for who looks at it."""
        return self._source.count("\n", 0, self.span.start) + 1

    @property
    def raw(self) -> str:
        """What was written, quotes and escapes included."""
        return self._source[self.span.start : self.span.end]

    @property
    def prose(self) -> Prose:
        """What a reader sees: markup stripped, entities decoded, white space collapsed, NFC."""
        if self._prose is None:
            self._prose = Prose(self.value)
        return self._prose

    @property
    def plain(self) -> str:
        """Shorthand for `prose.text`."""
        return self.prose.text

    def at(self, start: int, end: int) -> Span:
        """The source range that spells `value[start:end]`."""
        if not self.value:
            return self.span
        place = self._placed()
        if isinstance(place, Decoded):
            return place.span(start, end)
        return place if isinstance(place, Span) else Span(place + start, place + end)

    def within(self, span: Span) -> tuple[int, int] | None:
        """The range of the value that a place in the source spells: the inverse of `at`.

        A place that begins or ends inside an escape takes the whole character; None for a place
        that spells nothing of the value (quotes, indentation) or lies outside.
        """
        value = self.value
        if not value:
            return None
        offset = self._simple_offset()
        if offset is not None:
            start, end = max(0, span.start - offset), min(len(value), span.end - offset)
        else:
            decoded = self._spelling.decode(self._source, self.span)
            if decoded.value != value:
                return None
            start = bisect_right(decoded.ends, span.start)
            end = bisect_left(decoded.starts, span.end)
        return (start, end) if start < end else None

    def plain_at(self, start: int, end: int) -> Span:
        """The source range that spells `plain[start:end]`."""
        return self.at(*self.prose.span(start, end))

    @property
    def spelling(self) -> Spelling:
        """How the value is spelt in the source."""
        return self._spelling

    def slice(self, start: int, end: int) -> "Text":
        """The part `value[start:end]` as a text of its own."""
        if start >= end:
            return Text("", self.at(start, start), self._source)
        span = self.at(start, end)
        value = self.value[start:end]
        if self._source[span.start : span.end] == value:
            return Text(value, span, self._source)
        return Text(value, span, self._source, _Part(self, start, end))

    def _placed(self) -> int | Decoded | Span:
        """Where the value begins if it stands there as it is, else the place of each character.

        Found when first asked for, and kept: a text may have thousands of findings.
        """
        if self._place is None:
            self._place = self._simple_offset()
        if self._place is None:
            decoded = self._spelling.decode(self._source, self.span)
            # Better the whole value than a wrong place in it.
            self._place = decoded if decoded.value == self.value else self.span
        return self._place

    def _simple_offset(self) -> int | None:
        """Where the value begins, if the source holds it character by character."""
        start, end = self.span
        extra = end - start - len(self.value)
        if extra == 0 and self._source.startswith(self.value, start):
            return start
        if extra == 2 and self._source.startswith(self.value, start + 1):  # plain quotes
            # A quote inside quotes of its kind is half of a doubled one.
            return None if self.value[0] == self._source[start] else start + 1
        return None


class _Part:
    """The spelling of a part of a longer value."""

    __slots__ = ("_end", "_start", "_whole")

    def __init__(self, whole: Text, start: int, end: int) -> None:
        self._whole = whole
        self._start = start
        self._end = end

    def decode(self, _source: str, _span: Span) -> Decoded:
        whole = self._whole._placed()
        if not isinstance(whole, Decoded):
            return Decoded("", (), ())
        cut = slice(self._start, self._end)
        return Decoded(whole.value[cut], whole.starts[cut], whole.ends[cut])


def brief(text: Text, most: int = 40) -> str:
    """A text's value as Python shows it, cut to `most` characters: for who debugs."""
    value = text.value
    return repr(value if len(value) <= most else f"{value[: most - 1]}…")
