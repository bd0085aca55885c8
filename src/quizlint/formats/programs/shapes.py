"""Questions that are told by the order of their parts: tuples, and calls without names.

`("Which …?", ["Rome", "Oslo"], 1)` is one where the first part asks or the key fits: it is a number
of an option, its letter or its text.
"""

from collections.abc import Sequence as Members

from quizlint.formats.kit.keys import integer
from quizlint.formats.tree.nodes import Computed, Mapping, Node, Scalar, Sequence
from quizlint.text.normal import collapse

ASKING = ("?", "？", "؟", "___", "...", "…", ":")
FEWEST, MOST = 2, 12
"""Texts of a list that can be options."""

LEAST = 3
"""Characters of a text that can be a stem."""


def shaped(items: list[Node]) -> list[Node]:
    """The members of a list; if most are tuples of the shape of a question, as questions."""
    rows = [each for each in items if isinstance(each, Sequence)]
    if not rows or len(rows) * 2 <= sum(not isinstance(each, Computed) for each in items):
        return items
    found = {id(row): told_by_place(row.items, row.start, row.end) for row in rows}
    if sum(each is not None for each in found.values()) * 2 <= len(rows):
        return items
    return [found.get(id(each)) or each for each in items]


def told_by_place(values: Members[Node], start: int, end: int) -> Mapping | None:
    """Values in the order of a question's parts as an object with names, if they are one."""
    stem = values[0] if values else None
    if not (isinstance(stem, Scalar) and _says(stem)) or len(values) > MOST:
        return None
    others = [each for each in values[1:] if isinstance(each, Scalar)]
    offered = next((each for each in values[1:] if not isinstance(each, Scalar)), None)
    asks = stem.value.rstrip().endswith(ASKING)
    if offered is None:
        return _flat(stem, others, start, end) if asks else None
    options = _options(offered)
    if options is None or len(others) + 2 != len(values):
        return None
    key = next((each for each in others if _fits(each, options)), None)
    unknown = next((each for each in others if isinstance(each, Computed)), None)
    if key is None and not (asks and (unknown is not None or not others)):
        return None
    if not asks and not (key is not None and _is_clear(stem, options, key)):
        return None
    parts: list[tuple[str, Node]] = [("question", stem), ("options", options)]
    if key is not None or unknown is not None:
        parts.append(("answer", key or unknown or stem))
    rest = [each for each in others if each is not key and each.kind == "string" and _says(each)]
    if key is not None and rest and others.index(rest[0]) > others.index(key):
        parts.append(("explanation", rest[0]))
    return _made(parts, start, end)


def _flat(stem: Scalar, others: list[Scalar], start: int, end: int) -> Mapping | None:
    """`("Which …?", "Rome", "Oslo", "Bern", 2)`: the last of all names one of those before."""
    texts, key = others[:-1], others[-1] if others else stem
    if not 2 < len(texts) <= MOST or any(each.kind != "string" for each in texts):
        return None
    options = Sequence(texts[0].start, texts[-1].end, list(texts))
    if not _fits(key, options):
        return None
    return _made([("question", stem), ("options", options), ("answer", key)], start, end)


def _options(node: Node) -> Sequence | None:
    """A list of texts, or of pairs of a letter and a text, as options; None for any other."""
    if not isinstance(node, Sequence) or not FEWEST <= len(node.items) <= MOST:
        return None
    if all(isinstance(each, Scalar) and each.kind != "null" for each in node.items):
        return node
    pairs: list[Node] = []
    for each in node.items:
        inner = each.items if isinstance(each, Sequence) else []
        if len(inner) != 2 or not all(isinstance(one, Scalar) for one in inner):
            return None
        label = inner[0]
        if not isinstance(label, Scalar) or label.kind != "string" or len(label.value) != 1:
            return None
        pairs.append(_made([("id", label), ("text", inner[1])], each.start, each.end))
    return Sequence(node.start, node.end, pairs)


def named(values: Members[Node], names: Members[str], start: int, end: int) -> Mapping:
    """The values of a call by the names that its class has for them."""
    return _made(list(zip(names, values, strict=False)), start, end)


def _made(parts: list[tuple[str, Node]], start: int, end: int) -> Mapping:
    return Mapping(
        start, end, {name: (Scalar(name, each.start, each.start), each) for name, each in parts}
    )


def _says(node: Scalar) -> bool:
    return node.kind == "string" and len(node.value.strip()) >= LEAST


def _is_clear(stem: Scalar, options: Sequence, key: Scalar) -> bool:
    """Whether what does not ask is a question: words, texts, and a number, or one of them again."""
    texts = all(isinstance(each, Mapping) or _kind(each) == "string" for each in options.items)
    return (
        texts and " " in stem.value.strip() and (key.kind == "integer" or _is_option(key, options))
    )


def _kind(node: Node) -> str:
    return node.kind if isinstance(node, Scalar) else ""


def _is_option(key: Scalar, options: Sequence) -> bool:
    names = {collapse(each.value) for each in options.items if isinstance(each, Scalar)}
    for each in options.items:
        label = each.get("id") if isinstance(each, Mapping) else None
        names |= {label.value} if isinstance(label, Scalar) else set()
    return collapse(key.value) in names


def _fits(key: Scalar, options: Sequence) -> bool:
    """Whether a value can name one of the options."""
    count = len(options.items)
    number = integer(key.value)
    if number is not None and 0 <= number <= count:
        return True
    word = key.value.strip()
    letter = len(word) == 1 and word.isascii() and 0 <= ord(word.upper()) - ord("A") < count
    return (letter and key.kind == "string") or _is_option(key, options)
