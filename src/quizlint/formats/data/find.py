"""Where in a tree the items of a foreign file stand, if it has any.

A list is one of questions when most of its members are: a stem beside options of which there are
at least two, or beside an answer and distractors, or beside a type that only quizzes declare.
Where the stem's name is one that other files use too (`title`, `text`), the key must be there and
fit the options. So lists of questions with answers (FAQ pages), settings and schemas are none.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quizlint.formats.data.aliases import CARD_LISTS, SURVEY_NAMES, Part, normal, parts_of
from quizlint.formats.data.draft import Draft, draft_of
from quizlint.formats.kit.desk import Desk
from quizlint.formats.tree.nodes import Mapping, Node, Scalar, Sequence

MAX_LEVELS = 6
"""Lists and mappings above a list of items: `data: {quiz: {sections: [{questions: […]}]}}`."""

SCHEMA_SIGNS = frozenset({"openapi", "swagger", "$defs", "definitions", "properties"})


@dataclass(slots=True)
class Place:
    """One member of a list of items. `draft` is there for questions, `pair` for cards."""

    node: Node
    route: str
    draft: Draft | None = None
    pair: tuple[Scalar, Scalar] | None = None
    prompt: bool = False
    survey: bool = False


def find_items(root: Node, desk: Desk, *, cards: bool = False, route: str = "") -> list[Place]:
    """All items below a root, in order. `cards` says that the file's name speaks of flashcards.

    `route` is the root's own, where a file has several.
    """
    if isinstance(root, Mapping):
        if _is_schema(root):
            return []
        draft = draft_of(root)
        if draft.is_item and (draft.keys or draft.flagged):
            return [Place(root, f"{route}.question".lstrip("."), draft)]
    return list(_walk(root, route, "", cards, False, desk, 0, set()))


def _walk(
    node: Node,
    route: str,
    name: str,
    cards: bool,
    survey: bool,
    desk: Desk,
    level: int,
    seen: set[int],
) -> Iterator[Place]:
    # What aliases name again is looked at once, or a small file could grow without bound.
    if level > MAX_LEVELS or isinstance(node, Scalar) or id(node) in seen:
        return
    seen.add(id(node))
    word = normal(name)
    cards = cards or word in CARD_LISTS
    survey = survey or word in SURVEY_NAMES
    if isinstance(node, Sequence):
        members = [(f"{route}[{index}]", each) for index, each in enumerate(node.items)]
    else:
        members = [(f"{route}.{key}".lstrip("."), each) for key, (_, each) in node.fields.items()]
    found = _of_one_kind(node, members, word, cards, survey, desk)
    if found:
        yield from found
        return
    for path, each in members:
        inner = path.rpartition(".")[2] if isinstance(node, Mapping) else name
        yield from _walk(each, path, inner, cards, survey, desk, level + 1, seen)


def _of_one_kind(
    node: Node,
    members: list[tuple[str, Node]],
    word: str,
    cards: bool,
    survey: bool,
    desk: Desk,
) -> list[Place]:
    """The members as questions, cards or prompts, if most of them are."""
    if not members or (isinstance(node, Mapping) and len(members) < 2):
        return []
    places: list[Place] = []
    counts = [0, 0, 0]
    declared: dict[int, str] = {}
    for route, each in members:
        place = Place(each, route, survey=survey)
        kind = _kind(each)
        if isinstance(each, Mapping):
            place.prompt = (kind == "prompt" or word == "prompts") and _is_prompt(each)
            place.draft = draft_of(each)
        place.pair = _pair(each, cards)
        if kind:
            declared[len(places)] = kind
        asks = place.draft is not None and place.draft.is_item
        counts[0] += asks
        counts[1] += place.pair is not None and not asks
        counts[2] += place.prompt and not asks
        places.append(place)
    most = max(counts)
    if max(most, len(declared)) * 2 <= len(members):
        return []
    if isinstance(node, Mapping) and counts[0] != most:
        return []
    for index, place in enumerate(places):
        kind = declared.get(index, "")
        place.pair = place.pair if kind == "card" or (counts[1] == most and not kind) else None
        place.prompt = place.prompt and (kind == "prompt" or counts[2] == most)
        if not isinstance(place.node, Mapping) and place.pair is None:
            desk.wrong(place.node, "question", "mapping", place.route)
    return [place for place in places if isinstance(place.node, Mapping) or place.pair is not None]


def _pair(node: Node, named: bool) -> tuple[Scalar, Scalar] | None:
    """The sides of a flashcard. Pairs of questions and answers need a name that says so."""
    if isinstance(node, Mapping):
        parts = parts_of(tuple(node.fields))
        fronts, backs = parts.get(Part.FRONT, ()), parts.get(Part.BACK, ())
        clear = "front" in map(normal, fronts) and "back" in map(normal, backs)
        if not clear and named and not (fronts and backs):
            fronts, backs = parts.get(Part.STEM, ()), parts.get(Part.KEY, ())
        if fronts and backs and (clear or named):
            front, back = node.get(fronts[0]), node.get(backs[0])
            if isinstance(front, Scalar) and isinstance(back, Scalar):
                return front, back
    elif named and isinstance(node, Sequence) and len(node.items) == 2:
        front, back = node.items
        if isinstance(front, Scalar) and isinstance(back, Scalar):
            return front, back
    return None


def _kind(node: Node) -> str:
    """What a record says that it is (`kind: card`), in lists that hold items of several kinds."""
    kind = node.get("kind") if isinstance(node, Mapping) else None
    said = kind.value if isinstance(kind, Scalar) else ""
    return said if said in ("card", "question", "prompt") else ""


def _is_prompt(mapping: Mapping) -> bool:
    parts = parts_of(tuple(mapping.fields))
    return any(isinstance(mapping.get(name), Scalar) for name in parts.get(Part.STEM, ()))


def _is_schema(root: Mapping) -> bool:
    schema = root.get("$schema")
    if isinstance(schema, Scalar) and "json-schema.org" in schema.value:
        return True
    return any(sign in root.fields for sign in SCHEMA_SIGNS)
