"""How options are written: with a capital or not, with a full stop or not."""

from collections.abc import Sequence

from quizlint.content import Option, Question
from quizlint.language._pronunciation import syllables
from quizlint.rules.options._last import comes_last
from quizlint.text import Prose
from quizlint.text.patterns import lazy

_ABBREVIATIONS = frozenset(
    "etc inc ltd co corp jr sr vs approx no vol fig al am pm us uk usa ad bc".split()
)

_COMMON = frozenset(
    "the a an it its they their there these this that those he she we you to in on at by for "
    "from with when while where if because since after before during as and or not no none all "
    "every each some most many only both is are was were has have can will does do using when "
    "increased decreased increase decrease increases decreases high low higher lower more "
    "less".split()
)
"""First words that are no names."""

# Signs that prose does not have, and names as they stand in code.
_CODE_SIGNS = lazy(
    r"[$={}<>\[\]\\#@_|;%&]|\w\(|->|::|//|\w\.[a-z_]\w|^\W*[a-z]+[/.]|^[-.]|\b[a-z]+[A-Z]\w|\b[A-Z][a-z]+[A-Z]"
)


def judged(options: Sequence[Option]) -> bool:
    """Whether the style of options can be compared: all are words, none is code or a formula."""
    return all(
        option.text.prose.words
        and not (
            option.text.prose.has_code or option.text.prose.has_math or option.text.prose.has_media
        )
        and _CODE_SIGNS.search(option.text.plain) is None
        for option in options
    )


def stops(options: Sequence[Option]) -> list[bool] | None:
    """Whether each option ends with a full stop; None where that says nothing.

    Abbreviations end with one as well, and a single word may be anything.
    """
    texts = [option.text.plain for option in options]
    found = [text.endswith(".") and not text.endswith("...") for text in texts]
    if all(found) or not any(found):
        return None
    for option, text, stopped in zip(options, texts, found, strict=True):
        words = option.text.prose.words
        last = words[-1] if words else ""
        if len(words) < 3 or text.endswith(("?", "!", ":", ";", "…", "...", ")", '"', "”")):
            return None
        if stopped and ((len(last) < 4 and "." in text[:-1]) or last.lower() in _ABBREVIATIONS):
            return None
    return found


def capitals(question: Question) -> list[bool | None]:
    """Whether each option begins with a capital that it need not have (True) or with a small letter
    (False); None where the first word is a name, a symbol or may be one.
    """
    lower = _lower_words(question)
    return [
        None if comes_last(option) else _capital(option.text.prose, lower)
        for option in question.options
    ]


def _capital(prose: Prose, lower: frozenset[str]) -> bool | None:
    words = prose.words
    if not words or not prose.text.startswith(words[0]) or not words[0].isalpha():
        return None
    first = words[0]
    if first.islower():
        return False if first == "a" or (len(first) > 1 and syllables(first) is not None) else None
    if first == "I" or not first.istitle():
        return None
    # Only a word that is written small elsewhere is known to be no name.
    small = first.lower()
    return True if small in lower or small in _COMMON else None


def _lower_words(question: Question) -> frozenset[str]:
    texts = [question.stem, *(option.text for option in question.options)]
    return frozenset(word for text in texts for word in text.prose.words if word.islower())
