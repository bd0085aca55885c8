"""Whether a mapping is a native document or one in another tool's vocabulary."""

from functools import lru_cache

from quizlint.formats.data.aliases import (
    ITEM,
    OPTION_FEEDBACK,
    OPTION_FLAG,
    OPTION_LABEL,
    OPTION_TEXT,
    Part,
    normal,
    parts_of,
)
from quizlint.formats.data.native import FIELDS, KINDS, LISTS
from quizlint.formats.tree.nodes import Mapping, Node, Scalar, Sequence, scalars
from quizlint.text.normal import collapse

SLIPS = 2
"""Edits that make an unknown field a slip of a known one, not another vocabulary (short: one)."""

_ITEM_NAMES = frozenset(name for names in ITEM.values() for name in names)
_OPTION_NAMES = frozenset((*OPTION_TEXT, *OPTION_FLAG, *OPTION_LABEL, *OPTION_FEEDBACK))


def says_kind(root: Mapping) -> bool:
    """Whether the document itself says that it is native."""
    kind = root.get("kind")
    return isinstance(kind, Scalar) and kind.value in KINDS


def is_native(root: Mapping, *, named: bool) -> bool:
    """Whether a mapping with native lists speaks quizlint's own language.

    `named` says that the file's name claims so: then unknown fields are mistakes. Else a field
    that is no slip of a native one shows another vocabulary, as a synonym and an index key do in
    any file that does not state its kind.
    """
    if says_kind(root):
        return True
    if not any(isinstance(root.get(name), Sequence) for name in LISTS):
        return False
    if not named and _foreign(tuple(root.fields), "document", False):
        return False
    for name, owner in LISTS.items():
        members = root.get(name)
        if isinstance(members, Sequence):
            for member in members.items:
                if isinstance(member, Mapping) and _is_foreign_item(member, owner, named):
                    return False
    return True


def holds_items(root: Mapping) -> bool:
    """Whether the native lists hold an item by more than their names: FAQ pages do not."""
    for name, owner in LISTS.items():
        members = root.get(name)
        if isinstance(members, Sequence) and any(
            isinstance(member, Mapping) and _is_item(member, owner) for member in members.items
        ):
            return True
    return False


def _is_item(member: Mapping, owner: str) -> bool:
    if owner == "card":
        return "front" in member and "back" in member
    if owner == "prompt":
        return "prompt" in member and ("hint" in member or "concepts" in member)
    options = member.get("options")
    if isinstance(options, Sequence):
        return "question" in member and len(options.items) > 1
    return "question" in member and isinstance(options, Mapping) and len(options.fields) > 1


def _is_foreign_item(item: Mapping, owner: str, named: bool) -> bool:
    if _foreign(tuple(item.fields), owner, named):
        return True
    options = item.get("options")
    if owner != "question" or options is None:
        return False
    if isinstance(options, Sequence):
        for member in options.items:
            if isinstance(member, Mapping) and _foreign(tuple(member.fields), "option", named):
                return True
    answer = item.get("answer")
    return answer is not None and _is_index(answer, options)


def _is_index(answer: Node, options: Node) -> bool:
    """Whether an answer is a number that no option bears as its text or letter."""
    numbers = [each.value for each in scalars(answer) if each.kind == "integer"]
    if not numbers:
        return False
    texts = {collapse(each.value) for each in scalars(options)}
    if isinstance(options, Mapping):
        for label, value in options.fields.values():
            texts |= {label.value, *(each.value for each in scalars(value))}
    elif isinstance(options, Sequence):
        for member in options.items:
            if isinstance(member, Mapping):
                texts |= {each.value for each in scalars(member.get("text") or member)}
    return not all(number in texts for number in numbers)


@lru_cache(maxsize=1024)
def _foreign(fields: tuple[str, ...], owner: str, named: bool) -> bool:
    known = FIELDS[owner]
    unknown = [field for field in fields if field not in known]
    if not unknown:
        return False
    names = {"document": frozenset[str](), "option": _OPTION_NAMES}.get(owner, _ITEM_NAMES)
    if any(normal(field) in names for field in unknown):
        return True
    if owner == "question" and "options" not in fields:
        parts = parts_of(fields)
        if Part.OPTIONS in parts or Part.DISTRACTORS in parts:
            return True
    return not named and not all(_is_slip(field, known) for field in unknown)


def _is_slip(field: str, known: tuple[str, ...]) -> bool:
    from rapidfuzz.distance import OSA

    limit = SLIPS if len(field) > 5 else 1
    return any(OSA.distance(field, name, score_cutoff=limit) <= limit for name in known)
