"""An option made ready to be compared."""

from functools import cached_property
from itertools import pairwise

from quizlint.language.equivalence.spelled import figures
from quizlint.text import Prose
from quizlint.text.patterns import lazy

LONGEST = 400
"""Characters beyond which an option is only compared as a whole."""

ARTICLES = frozenset(("a", "an", "the"))

_HARMLESS = dict.fromkeys(map(ord, " ,.;'’"))

_CONTRACTED = {"can't": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not")}


MOST_INITIALS = 7

_DETERMINERS = ARTICLES | frozenset("his her its their my your our this that each every".split())

JOINING = ARTICLES | {"and", "or"}
"""Words that a list or phrase may have or not."""

# Signs that belong to code, formulas and paths, and words that only programs know.
_SYMBOL = lazy(
    r"[+*=<>^_|\\{}\[\]~@#$°]|(?<!\w)[-−–]\w|\w/\w|\w\(|\.\w+\(|::|[a-z][A-Z]|\w\.[a-z]{2,}\w"
)


class Said:
    """One option: its plain text, its words, and the words that count.

    `place` is its index among the options.
    """

    def __init__(self, prose: Prose, place: int) -> None:
        self.prose = prose
        self.place = place
        self.text = prose.text
        self.words = words = prose.lower_words
        self.core = frozenset(words) - JOINING

    @cached_property
    def is_wording(self) -> bool:
        """Whether words alone say it: no code, formula, picture, path or name of a program."""
        prose = self.prose
        if prose.has_code or prose.has_math or prose.has_media or len(self.text) > LONGEST:
            return False
        if self.text[1:].islower() and self.text.translate(_HARMLESS).isalpha():
            return True
        return bool(self.words) and _SYMBOL.search(self.text.replace("and/or", "or")) is None

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """The words in order without articles, contractions in full, numbers in figures."""
        found: list[str] = []
        for word in self.words:
            word = word.replace("’", "'")
            if word in ARTICLES:
                continue
            if word in _CONTRACTED:
                found += _CONTRACTED[word]
            elif word.endswith("n't"):
                found += (word[:-3], "not")
            else:
                found.append(word)
        return figures(found)

    @cached_property
    def after_determiners(self) -> frozenset[str]:
        """The words that an article or the like makes a noun or its adjective ("the mother")."""
        return frozenset(b for a, b in pairwise(self.words) if a in _DETERMINERS)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The words as written, without a leading article."""
        words = self.prose.words
        return words[1:] if self.words[:1] in (("the",), ("a",), ("an",)) else words


def without_article(text: str) -> str:
    """A text without an article at its beginning."""
    first, _, rest = text.partition(" ")
    return rest if first.lower() in ARTICLES else text


def is_brief(text: str) -> bool:
    """Whether a word, with or without an article, may be initials."""
    text = without_article(text)
    if " " in text:
        return False
    return (
        text != ""
        and not text[1:].islower()
        and len(text) < 2 * MOST_INITIALS
        and text[0].isalpha()
        and sum(map(str.isupper, text)) > 1
    )


def by_length(one: Said, other: Said) -> tuple[Said, Said]:
    """Two options, the shorter first."""
    return (one, other) if len(one.text) <= len(other.text) else (other, one)
