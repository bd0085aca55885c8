"""Entries of a file that have the fields of a question, and were not read as one.

Such an entry has a text that asks, and options beside it; in a file that does not say that it is a
quiz, something in it must name the right option too. So forms, menus and dialogues are none. Names
may be those of the alias table, near spellings of them, or any names at all where the values tell:
a text that ends in a question mark, a list of texts, and one of these texts once more.
"""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from quizlint.content.problems import UnreadQuestion
from quizlint.formats.data.aliases import (
    ITEM,
    MAX_FIELDS,
    STRONG_STEMS,
    Part,
    normal,
    option_parts,
    parts_of,
)
from quizlint.formats.data.draft import Draft, draft_of
from quizlint.formats.data.tongues import NAMES
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.keys import integer
from quizlint.formats.tree.nodes import Mapping, Node, Scalar, Sequence, scalars
from quizlint.text import Span
from quizlint.text.normal import collapse

LEAST = 5
"""Letters of a name from which on one that is near to it is a slip."""

MOST = 8
"""Texts of a list that can be options where only the values tell."""

PRESET = ("default", "value", "selected", "initial", "current", "placeholder")
"""Fields of forms and menus: what is chosen before anybody has chosen."""

CALLED = {Part.STEM: "question", Part.OPTIONS: "options", Part.KEY: "answer"}
_ASKING = ("?", "？", "؟", "___", "...", "…")


class Unread(NamedTuple):
    """One such entry. `shape` and `fields` say what does not fit: the names of `SHAPES` in STR024.

    `fields` are the names as written, `known` what to call them. `sure`: it is one in any file.
    """

    shape: str
    place: Span
    fields: tuple[str, ...]
    known: tuple[str, ...]
    sure: bool


def note_unread(entries: Iterable[Unread], desk: Desk, *, claimed: bool, read: bool) -> None:
    """Note entries that were not read; those that lack the same once, at the first.

    `claimed`: the file says that it is a quiz; `read`: questions were read in it.
    """
    alike: dict[tuple[str, tuple[str, ...]], list[Unread]] = {}
    for each in entries:
        alike.setdefault((each.shape, each.fields), []).append(each)
    for (shape, fields), like in alike.items():
        sure = claimed or (read and like[0].sure)
        desk.note(
            UnreadQuestion(like[0].place, shape, sure, len(like), fields, tuple(like[0].known))
        )


def unread(root: Node, read: Collection[int]) -> Iterator[Unread]:
    """All such entries below a root. `read` are the identities of those that were read."""
    waiting, seen = [root], set(read)
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar) or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Sequence):
            waiting += reversed(node.items)
        elif (entry := slip_in(node)) is not None:
            yield entry
        else:
            waiting += [value for _, value in reversed(node.fields.values())]


def slip_in(mapping: Mapping) -> Unread | None:
    """What keeps an entry with the fields of a question from being one; None for any other."""
    fields = mapping.fields
    if len(fields) == 1:
        return _by_itself(mapping)
    if not 1 < len(fields) <= MAX_FIELDS:
        return None
    meant = meant_by(tuple(fields))
    named = {part: name for part, name in meant.items() if part in CALLED}
    if Part.STEM in named and Part.OPTIONS in named:
        return _by_names(mapping, named)
    return _by_values(mapping)


def _by_names(mapping: Mapping, named: dict[Part, str]) -> Unread | None:
    fields = mapping.fields
    stem, options = fields[named[Part.STEM]][1], fields[named[Part.OPTIONS]][1]
    if not (isinstance(stem, Scalar) and stem.kind == "string") or not _offers(mapping, options):
        return None
    keyed = Part.KEY in named or _flagged(options)
    asks = _asks(stem.value) or normal(named[Part.STEM]) in STRONG_STEMS
    parts = parts_of(tuple(fields))
    slips = [
        name for part, name in named.items() if not {part, *_TWINS[part]} & _played(name, parts)
    ]
    sure = keyed and asks
    if slips:
        known = tuple(CALLED[part] for part, name in named.items() if name in slips)
        return Unread("field", fields[slips[0]][0].span, tuple(slips), known, sure)
    draft = draft_of(mapping)
    if draft.stem is None or draft.options is None:
        return None
    if draft.odd is not None:
        return Unread("member", draft.odd.span, (draft.options_field,), (), sure)
    if len(draft.options) < 2:
        place = fields[draft.options_field][0].span
        return Unread("few", place, (draft.options_field,), (), False)
    return _unkeyed(draft, asks=asks)


def _unkeyed(draft: Draft, *, asks: bool) -> Unread | None:
    assert draft.stem is not None
    if draft.key is None:
        return Unread("unkeyed", draft.stem[1].span, (), (), False) if asks else None
    return Unread("unmatched", draft.key[1].span, (draft.key[0].value,), (), asks)


def _by_values(mapping: Mapping) -> Unread | None:
    """By what the fields hold, whatever they are called."""
    stem = options = ""
    for name, (_, value) in mapping.fields.items():
        if isinstance(value, Sequence):
            if options:
                return None
            options = name
        elif isinstance(value, Scalar) and not stem and value.value.rstrip().endswith(_ASKING[:3]):
            stem = name
    if not (stem and options):
        return None
    texts = [collapse(each.value) for each in scalars(mapping.fields[options][1])]
    if not 1 < len(texts) <= MOST or len(texts) < len(_items(mapping.fields[options][1])):
        return None
    key = next(
        (
            name
            for name, (_, value) in mapping.fields.items()
            if name not in (stem, *PRESET)
            and isinstance(value, Scalar)
            and collapse(value.value) in texts
        ),
        None,
    )
    if key is None:
        return None
    parts = parts_of(tuple(mapping.fields))
    roles = {Part.STEM: stem, Part.OPTIONS: options, Part.KEY: key}
    odd = {part: name for part, name in roles.items() if part not in _played(name, parts)}
    if not odd:
        return None
    known = tuple(CALLED[part] for part in odd)
    place = mapping.fields[next(iter(odd.values()))][0].span
    return Unread("field", place, tuple(odd.values()), known, True)


def _by_itself(mapping: Mapping) -> Unread | None:
    """A question as the name of the field that holds its options."""
    ((name, value),) = mapping.fields.values()
    texts = scalars(value)
    if not _asks(name.value) or not 1 < len(texts) <= MOST or len(texts) < len(_items(value)):
        return None
    return Unread("bare", name.span, (), (), name.value.rstrip().endswith("?"))


_TWINS: dict[Part, tuple[Part, ...]] = {
    Part.STEM: (),
    Part.OPTIONS: (Part.DISTRACTORS,),
    Part.KEY: (),
}


def _played(name: str, parts: dict[Part, tuple[str, ...]]) -> set[Part]:
    return {part for part, names in parts.items() if name in names}


def _items(node: Node) -> list[Node]:
    return node.items if isinstance(node, Sequence) else []


def _offers(mapping: Mapping, options: Node) -> bool:
    """Whether a value can be options: a list, a map of at least two, or one of several fields."""
    if isinstance(options, Sequence):
        return bool(options.items)
    if isinstance(options, Mapping):
        return len(options.fields) > 1
    return len(parts_of(tuple(mapping.fields)).get(Part.OPTIONS, ())) > 1


def _flagged(options: Node) -> bool:
    return any(
        isinstance(each, Mapping) and bool(option_parts(tuple(each.fields))[1])
        for each in _items(options)
    )


def _asks(words: str) -> bool:
    return words.rstrip().endswith(_ASKING)


@lru_cache(maxsize=1024)
def meant_by(names: tuple[str, ...]) -> dict[Part, str]:
    """The field that plays, or by a slip of its name should play, each part of a question."""
    parts = parts_of(names)
    found: dict[Part, str] = {}
    for part in CALLED:
        twins = (part, *_TWINS[part])
        named = [name for each in twins for name in parts.get(each, ())]
        rest = [name for name in names if not _played(name, parts)]
        slip = next((name for name in rest if _is_slip(name, part)), None)
        if part is Part.STEM:  # a title beside a misspelt question is a title
            named = [name for name in named if normal(name) in STRONG_STEMS] or (
                [] if slip else named
            )
        chosen = next((name for name in named if name not in found.values()), slip)
        if chosen is not None:
            found[part] = chosen
    return found


def _is_slip(name: str, part: Part) -> bool:
    from rapidfuzz.distance import OSA

    written = normal(name)
    known = STRONG_STEMS if part is Part.STEM else ITEM[part]
    if len(written) < LEAST or integer(written) is not None:
        return False
    limit = 1 if len(written) < LEAST + 3 else 2
    return any(
        len(each) >= LEAST
        and each not in NAMES
        and OSA.distance(written, each, score_cutoff=limit) <= limit
        for each in known
    )
