"""Options that are proper names, whose length is nobody's choice."""

from collections.abc import Iterable

from quizlint.text import Prose

LONGEST_NAME = 40
"""Characters beyond which words in capitals are a sentence in title case."""

_PARTICLES = frozenset(
    "of the and for in on de la le du des von van der den di da del dos el al y e et bin".split()
)
"""Words that stand in small letters inside a name."""


def are_names(options: Iterable[Prose]) -> bool:
    """Whether all options are proper names: every word but particles begins with a capital."""
    return all(map(_is_name, options))


def _is_name(prose: Prose) -> bool:
    text = prose.text
    if not 0 < len(text) <= LONGEST_NAME or "," in text or text.endswith((".", "?", "!")):
        return False
    words = [word for word in prose.words if word not in _PARTICLES]
    return any(map(str.isalpha, words)) and all(
        word[0].isupper() or word[0].isdecimal() for word in words
    )
