"""Written otherwise: the same letters and digits in the same order.

The two differ in capitals at the beginning of words, in punctuation between and around words, in an
article at the beginning, in markup, in white space, or in characters that look alike. Signs that
count (`+`, `<`, `_`, a leading minus), capitals inside words, short symbols (`Co`, `CO`) and
apostrophes make another answer.
"""

from collections.abc import Sequence
from unicodedata import decomposition, normalize

from quizlint.content import Confidence
from quizlint.language.equivalence.asked import Asked
from quizlint.language.equivalence.said import ARTICLES, Said
from quizlint.language.equivalence.same import Kind, Same
from quizlint.text.patterns import lazy

FEWEST = 3
"""Letters from which a word keeps its meaning with another capital: `m` and `M` are two symbols."""

_LOOK_ALIKE = str.maketrans(
    "АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeopcyxijsABEZHIKMNOPTYXo"
)
"""Cyrillic and Greek letters that no reader tells from Latin ones."""

_WORD = lazy(r"\d+(?:[.,:]\d+)*[^\W_]*|[^\W_]+(?:['’][^\W_]*)*")
# Signs that are part of an answer.
_COUNTS = lazy(
    r"[+*/=<>^_%$#|\\{}\[\]~@±×÷√?°]|(?<!\w)[-−–.]\w|[₀-₉⁰¹²³⁴-⁹]"
    r"|[()]\w?[()]|\w\(|\d[:\-–]\d|[A-Za-z]{1,2}[-+](?!\w)"
)


def key(said: Said) -> str:
    """What options that are written otherwise have in common; empty where every sign counts."""
    prose = said.prose
    text = said.text
    if prose.has_code or prose.has_math or prose.has_media or _COUNTS.search(text):
        return ""
    if not text.isascii():
        text = _folded(text)
    words = _WORD.findall(text.casefold().replace("’", "'"))
    if len(words) > 1 and words[0] in ARTICLES:
        del words[0]
    joined = " ".join(words)
    return joined if len(joined) >= FEWEST or joined.isdigit() else ""


def find(one: Said, other: Said, asked: Asked) -> Same | None:
    """Whether two options with the same key are one answer."""
    if asked.grammar and not asked.meaning:
        return None
    if asked.code and one.text.rstrip(" .") != other.text.rstrip(" ."):
        return None
    first, second = _bare(one), _bare(other)
    if first != second and not _capitals_only_begin(first, second):
        return None
    return Same(Kind.WRITTEN, Confidence.HIGH, _difference(one, other))


def _bare(said: Said) -> list[str]:
    """The words with their capitals, without a leading article."""
    text = said.text if said.text.isascii() else _folded(said.text)
    words = _WORD.findall(text.replace("’", "'"))
    return words[1:] if len(words) > 1 and words[0].lower() in ARTICLES else words


def _capitals_only_begin(one: list[str], other: list[str]) -> bool:
    """Whether words differ in their first letter alone, or one text is all in capitals."""
    if any(a[1:] != b[1:] and not _is_shout(a, b) for a, b in zip(one, other, strict=True)):
        return False
    return all(a == b or len(a) >= FEWEST or len(one) > 1 for a, b in zip(one, other, strict=True))


def _is_shout(one: str, other: str) -> bool:
    """Whether one of two spellings of a word is in capitals, and the word is no symbol."""
    return len(one) > FEWEST and one.lower() == other.lower() and one.isupper() != other.isupper()


def _difference(one: Said, other: Said) -> str:
    if one.text == other.text:
        return "they differ in markup or invisible characters only"
    what = []
    if _bare(one) != _bare(other):
        what.append("capitals")
    if (one.words[0] in ARTICLES) != (other.words[0] in ARTICLES):
        what.append("an article")
    if not what or _WORD.sub("", one.text).strip() != _WORD.sub("", other.text).strip():
        plain = one.text.isascii() and other.text.isascii()
        what.append("punctuation" if plain else "signs that look alike")
    return f"they differ in {' and '.join(what)} only"


def _folded(text: str) -> str:
    """Characters that look like others as those, but no raised, lowered or styled ones."""
    latin = any("a" <= char.lower() <= "z" for char in text)
    if latin:
        text = text.translate(_LOOK_ALIKE)
    return "".join(
        normalize("NFKC", char)
        if decomposition(char)[:5] in ("<wide", "<comp", "<narr", "<noBr")
        else char
        for char in text
    )


def is_pattern(group: Sequence[Said]) -> bool:
    """Whether three spellings or more differ in capitals, or in markup: then it is asked for."""
    if len({tuple(_bare(said)) for said in group}) > 2:
        return True
    return len({said.text for said in group}) == 1 and len({said.prose.value for said in group}) > 2
