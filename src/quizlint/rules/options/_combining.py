"""Options that say what several others say, or answer several parts at once."""

from collections.abc import Sequence

from quizlint.content import Option, Question
from quizlint.language.combination import members
from quizlint.text.patterns import lazy

_SOME_OF_THEM = lazy(
    r"\s*(?:(?:(?:any |only |at least |exactly )?(?:two|three)|more than one"
    r"|some(?: but not all)?|both|a (?:combination|mix(?:ture)?)) of (?:the |these |any )*"
    r"(?:first two|first three|above|these|them|options|answers|choices)"
    r"|more than one|(?:both )?the first (?:two|three))"
    r"(?: (?:above|these|them|options|answers|choices))*"
    r"(?: (?:is|are) (?:correct|true|right))?[\s.!]*"
)
_SOME = frozenset("above these them options answers choices first than".split())
# "Cumin only", beside "cumin and coriander".
_ALONE = lazy(r"(?<=[a-z])\s+(?:only|alone)\W*$")
_PART_IN = lazy(r"\s*\(?(?:[1AaIi])[.)]")


def is_some_of_them(option: Option) -> bool:
    """Whether an option says that several others are right, but not all: "two of the above"."""
    text = option.text.value
    if len(text) > 50 or _SOME.isdisjoint(option.text.prose.lower_words):
        return False
    return _SOME_OF_THEM.fullmatch(text.lower()) is not None


def adds_up(question: Question, index: int) -> bool:
    """Whether an option is the sum of others: "lakes and rivers" beside "lakes" and "rivers", or
    "both lakes and seas" beside one of the two.
    """
    text = question.options[index].text.plain
    both = text[:5] in ("Both ", "both ")
    if " " not in text or (not both and " and " not in text):
        return False
    named = members(text)
    others = {
        only[0]
        for at, option in enumerate(question.options)
        if at != index and len(only := members(_ALONE.sub("", option.text.plain))) == 1
    }
    found = sum(member in others for member in named)
    return len(named) > 1 and (found == len(named) or (both and found > 0))


def parts_answered(options: Sequence[Option]) -> int:
    """How many numbered parts each option answers at once: "(A) iron (B) rust"; 1 for one."""
    one, other = options[0].label, options[1].label
    if one is None:
        if _PART_IN.match(options[0].text.value) is None:
            return 1
    elif other is None or one.value != other.value:  # their own labels
        return 1
    rows = {_parts(option) for option in options}
    return len(rows.pop()) if len(rows) == 1 else 1


def _parts(option: Option) -> tuple[str, ...]:
    """The labels of the parts of an option; its text where it has fewer than two."""
    text = option.text.plain
    labels = tuple(match[1] or match[2] for match in _PART.finditer(text))
    if option.label is not None:
        labels = (option.label.value, *labels)
    return labels if len(labels) > 1 else (text,)


def _part() -> str:
    label = "([1-6A-Fa-f]|[IVi]{1,3})"
    return rf"(?<!\w)\({label}\)|(?:(?<=^)|(?<=[\s,;])){label}[.)](?=\s)"


_PART = lazy(_part)
