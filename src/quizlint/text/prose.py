"""What a reader sees of a text, with a map back to what was written."""

import re
from functools import cached_property
from unicodedata import is_normalized

from quizlint.text.patterns import lazy

# Anything that may be markup, an entity, invisible, or white space other than the space. Most texts
# have none. One class of characters: alternatives would make the search four times slower.
_SPECIAL = re.compile(
    "[*_`~\\[\\]<>&$\\\\\t-\r\x1c-\x1f\x85\xa0\xad\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060"
    "\u3000\ufeff]"
)
_WORD = re.compile(r"[^\W_]+(?:['’.\-‐‑][^\W_]+)*")

Ranges = tuple[tuple[int, int], ...]

# Addresses on the net, without the punctuation of the sentence around them.
_ADDRESS = lazy(r"(?<!\w)(?:[A-Za-z][\w+.\-]{1,15}://|www\.)[^\s<>\"']*[^\s<>\"'.,;:!?)\]]")
# Blocks of Unicode in which combining marks stand, but not general punctuation or Han.
_MAY_HAVE_MARKS = lazy(
    "[\u0300-\u1fff\u20d0-\u20ff\u2c80-\u2dff\u3020-\u309f\ua000-\uabff\ufb00-\U0001ffff]"
)


class Prose:
    """The plain reading of one value.

    `text` is NFC with markup stripped, entities decoded and white space collapsed and trimmed. Code
    and formulas stay as they are; `has_code`, `has_math` and `has_media` say that there are any,
    `code_spans` and `math_spans` where they stand in `text`: ascending, none overlapping.
    """

    # Set on the instance only where a value has markup: most have none, and a run makes millions.
    code_spans: Ranges = ()
    math_spans: Ranges = ()
    has_media: bool = False
    _offset: int = 0

    def __init__(self, value: str) -> None:
        self.value = value
        text = value.strip()
        if (
            _SPECIAL.search(text) is None
            and "  " not in text
            and (text.isascii() or is_normalized("NFC", text))
        ):
            self.text = text
            self._plain = None
            if text is not value and text:
                self._offset = value.index(text[0])
            return
        from quizlint.text.markup import strip

        self._plain = plain = strip(value)
        self.text = plain.text
        self.code_spans = plain.code
        self.math_spans = plain.math
        self.has_media = plain.media

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
        if self._plain is None:
            return start + self._offset, end + self._offset
        return self._plain.back(start, end)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The range of `text` that comes from `value[start:end]`: the inverse of `span`."""
        if self._plain is None:
            size, offset = len(self.text), self._offset
            return min(max(0, start - offset), size), min(max(0, end - offset), size)
        return self._plain.forth(start, end)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in order, as written: letters and digits, with inner `'`, `-` and `.`."""
        return tuple(self._word.findall(self.text))

    @cached_property
    def lower_words(self) -> tuple[str, ...]:
        """The words in lower case, one for each of `words`."""
        return tuple(map(str.lower, self.words))

    @cached_property
    def word_spans(self) -> Ranges:
        """Where each of `words` stands in `text`."""
        return tuple(match.span() for match in self._word.finditer(self.text))

    @property
    def _word(self) -> re.Pattern[str]:
        text = self.text
        return _WORD if text.isascii() or not _MAY_HAVE_MARKS.search(text) else _MARKED_WORD

    @cached_property
    def wording(self) -> str:
        """`text` with code, formulas and addresses blanked out, so that ranges stay valid."""
        text = self.text
        spans = [*self.code_spans, *self.math_spans]
        if "://" in text or "www." in text:
            spans += [match.span() for match in _ADDRESS.finditer(text)]
        if not spans:
            return text
        pieces, at = [], 0
        for start, end in sorted(spans):
            pieces += [text[at:start], " " * (end - max(at, start))]
            at = max(at, end)
        return "".join([*pieces, text[at:]])

    @cached_property
    def sentences(self) -> Ranges:
        """Where each sentence stands in `text`, its closing punctuation included."""
        from quizlint.text.sentences import sentence_spans

        return sentence_spans(self.wording)


def _marked_word() -> str:
    """As `_WORD`, for scripts that write vowels and tones as marks, which are no `\\w`."""
    from unicodedata import category

    marks = "".join(chr(code) for code in range(0x300, 0x1F000) if category(chr(code))[0] == "M")
    part = rf"[^\W_](?:(?!_)[\w\u200c\u200d{marks}])*"
    return rf"{part}(?:['’.\-‐‑]{part})*"


_MARKED_WORD = lazy(_marked_word)
