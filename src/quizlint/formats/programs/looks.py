"""Whether a program could hold a quiz: by its text, before anything is parsed.

Most programs hold none, and a folder may be full of them. One whole question must be there: what
names a stem before a text, and near it what names options before a list; or a text that asks
before a list of texts. So whatever only speaks of questions is left alone at the cost of a search.
"""

from functools import cache, lru_cache

from quizlint.formats.data.aliases import ITEM, NUMBERED, Part, foreign_names, normal
from quizlint.text.patterns import lazy

NEAR = 3000
"""Characters between the name of a stem and that of its options."""

MOST = 2000
"""Names of options that are looked at, so that a file of nothing else ends."""

_OFFERS = lazy(r"(?<![\w$.])([^\W\d][\w$-]{0,40})[\"'`]?[ \t]*[:=][ \t\n\r]*(?:[\[{(]|(?=[\"'`]))")
_STEMS = lazy(
    r"(?<![\w$.])([^\W\d][\w$-]{0,40})[\"'`]?[ \t]*[:=][ \t\n\r(]*(?:[rRbBuUfF]{0,2}[\"'`]|<)"
)
_IN_ORDER = lazy(r"[?？؟:_.…][\"'`]{1,3}[ \t\n\r]*[,:][ \t\n\r]*[\[({][ \t\n\r]*[\"'`]")
_GAP = r"[ \t\n\r]*"
_TUPLES = lazy(
    rf"[\[(]{_GAP}(?:\"[^\"\n]{{10,300}}\"|'[^'\n]{{10,300}}'){_GAP},{_GAP}[\[(]{_GAP}[(\[\"']"
)
_FLAT = lazy(rf"[\[(]{_GAP}(?:\"[^\"\n]{{3,300}}\?\"|'[^'\n]{{3,300}}\?'){_GAP},{_GAP}[\"']")
_LETTERS = lazy(
    rf"\b[aA][\"']?{_GAP}:{_GAP}(?:\"[^\"\n]{{1,300}}\"|'[^'\n]{{1,300}}'){_GAP},{_GAP}[\"']?[bB][\"']?{_GAP}:"
)
_Q_AND_A = lazy(
    rf"\bq[\"']?{_GAP}:{_GAP}(?:\"[^\"\n]{{3,300}}\"|'[^'\n]{{3,300}}'){_GAP},{_GAP}[\"']?a[\"']?{_GAP}:{_GAP}\["
)
_IN_TEXT = lazy(r"[?:.][ \t]*\\n[ \t]*\(?[aA][).][^\"'\n]{1,200}\\n[ \t]*\(?[bB][).]")
_LISTS = lazy(rf"(?i:options|choices)\s*=\s*[\[(]{_GAP}[\[(]{_GAP}[\"']")
_VERDICT = lazy(
    rf"\b(?:text|question)[\"']?{_GAP}:{_GAP}(?:\"[^\"\n]{{3,300}}\"|'[^'\n]{{3,300}}'){_GAP},{_GAP}"
    rf"[\"']?(?:correct_?)?answer[\"']?{_GAP}:{_GAP}[\"']?(?:[tT]rue|[fF]alse)\b",
)
_SIDES = lazy(r"\bfront[\"'`]?[ \t]*[:=][ \t\n\r]*[\"'`]")
_BACKS = lazy(r"\bback[\"'`]?[ \t]*[:=][ \t\n\r]*[\"'`]")
_LETTERED = lazy(r"([^\W\d_]+?)[-_]?(?:\d{1,2}|[a-zA-Z])")

_OPTIONS = frozenset((*ITEM[Part.OPTIONS], *ITEM[Part.DISTRACTORS]))


def could_hold_quiz(text: str) -> bool:
    """Whether the text of a program has one whole question in it."""
    shapes = (_VERDICT, _IN_ORDER, _TUPLES, _FLAT, _LETTERS, _Q_AND_A, _IN_TEXT, _LISTS)
    if any(shape.search(text) is not None for shape in shapes):
        return True
    if not _speaks_of_options(text):
        return _has_cards(text)
    looked = 0
    for found in _OFFERS.finditer(text):
        if not _names_options(found[1], text[found.end() - 1] in "[{("):
            continue
        looked += 1
        if looked > MOST:
            return True
        begin, end = max(0, found.start() - NEAR), found.end() + NEAR
        if any(_names_stem(stem[1]) for stem in _STEMS.finditer(text, begin, end)):
            return True
    return _has_cards(text)


def _has_cards(text: str) -> bool:
    front = _SIDES.search(text) if "front" in text else None
    return front is not None and _BACKS.search(text, front.end(), front.end() + NEAR) is not None


def _speaks_of_options(text: str) -> bool:
    """Whether a name for options, or the beginning of a numbered one, stands anywhere."""
    lower = text.lower()
    plain, others = _roots()
    return any(root in lower for root in plain) or (
        not text.isascii() and any(root in lower for root in others)
    )


@cache
def _roots() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is part of all such names, in ASCII and not. `false` would be part of any program."""
    names = {*_OPTIONS, *NUMBERED, *foreign_names(_OPTIONS)} - {"false"}
    roots = [name for name in names if not any(other in name for other in names - {name})]
    return (
        tuple(root for root in roots if root.isascii()),
        tuple(root for root in roots if not root.isascii()),
    )


@lru_cache(maxsize=4096)
def _names_options(name: str, opens: bool) -> bool:
    word = normal(name)
    if opens:
        return word in _OPTIONS or word.endswith(("options", "choices"))
    lettered = _LETTERED.fullmatch(word)
    return word in ("a",) or (lettered is not None and lettered[1] in NUMBERED)


@lru_cache(maxsize=4096)
def _names_stem(name: str) -> bool:
    return normal(name) in _STEM_NAMES


_STEM_NAMES = frozenset(ITEM[Part.STEM])
