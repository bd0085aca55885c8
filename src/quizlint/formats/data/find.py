"""Where in a tree the items of a foreign file stand, if it has any.

A list is one of questions when most of its members are: a stem beside options of which there are
at least two, or beside an answer and distractors, or beside a type that only quizzes declare.
Where the stem's name is one that other files use too (`title`, `text`), the key must be there and
fit the options. So lists of questions with answers (FAQ pages), settings and schemas are none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizlint.content.problems import Expected
from quizlint.formats.data.aliases import CARD_LISTS, SURVEY_NAMES, Part, normal, parts_of
from quizlint.formats.data.draft import Draft, Field, draft_of
from quizlint.formats.kit.desk import Desk
from quizlint.formats.tree.nodes import Computed, Mapping, Node, Scalar, Sequence
from quizlint.text import Span

MAX_LEVELS = 6
"""Lists and mappings above a list of items: `data: {quiz: {sections: [{questions: […]}]}}`."""

_CARD_NAME = re.compile(
    r"(flash[-_ ]?cards?|vocab(ulary|ulario)?|vokabeln?|vocabulaire|karteikarten"
    r"|(^|[-_. ])(cards|deck)([-_. ]|$))",
    re.IGNORECASE,
)

SCHEMA_SIGNS = frozenset({"openapi", "swagger", "$defs", "definitions", "properties"})


@dataclass(slots=True)
class Place:
    """One member of a list of items. `draft` is there for questions, `pair` for cards.

    `kind` is what a member says that it is, in lists that hold items of several kinds; `node` is
    what it was found in, in trees.
    """

    span: Span
    route: str
    draft: Draft | None = None
    pair: tuple[Scalar, Scalar] | None = None
    kind: str = ""
    prompt: bool = False
    survey: bool = False
    node: Node | None = None


def names_cards(name: str) -> bool:
    """Whether a file's name speaks of flashcards."""
    return _CARD_NAME.search(name) is not None


def find_items(root: Node, desk: Desk, *, cards: bool = False, route: str = "") -> list[Place]:
    """All items below a root, in order. `cards` says that the file's name speaks of flashcards.

    `route` is the root's own, where a file has several or gives it a name.
    """
    if isinstance(root, Mapping):
        if is_schema(root):
            return []
        draft = draft_of(root)
        if draft.is_keyed:
            return [Place(root.span, f"{route}.question".lstrip("."), draft, node=root)]
    name = "" if route.startswith("[") else route
    return list(_walk(root, route, name, cards, False, desk, 0, set()))


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
        members = [
            (f"{route}[{index}]", each)
            for index, each in enumerate(node.items)
            if not isinstance(each, Computed)
        ]
    else:
        members = [(f"{route}.{key}".lstrip("."), each) for key, (_, each) in node.fields.items()]
    places = _places(members, word, cards, survey)
    found = _of_one_kind(node, places, desk)
    if found:
        yield from found
        return
    for place in places:
        if place.draft is not None and place.draft.is_keyed and not _is_misnamed(place):
            # one among other things
            place.pair, place.prompt = None, False
            yield place
        elif place.node is not None:
            inner = place.route.rpartition(".")[2] if isinstance(node, Mapping) else name
            yield from _walk(place.node, place.route, inner, cards, survey, desk, level + 1, seen)


def _places(members: list[tuple[str, Node]], word: str, cards: bool, survey: bool) -> list[Place]:
    """Every member as what it could be."""
    places: list[Place] = []
    for route, each in members:
        place = Place(each.span, route, pair=_pair(each, cards), survey=survey, node=each)
        if isinstance(each, Mapping):
            place.kind = said_kind(each.fields)
            place.prompt = (place.kind == "prompt" or word == "prompts") and _is_prompt(each)
            place.draft = draft_of(each)
        places.append(place)
    return places


def _of_one_kind(node: Node, places: list[Place], desk: Desk) -> list[Place]:
    """The members of a node as questions, cards or prompts, if most of them are."""
    if not places or (isinstance(node, Mapping) and len(places) < 2):
        return []
    if not of_one_kind(places, only_questions=isinstance(node, Mapping)):
        return []
    for place in places:
        beside = isinstance(node, Mapping) and isinstance(place.node, Scalar)  # a title
        if place.draft is None and place.pair is None and place.node is not None and not beside:
            desk.wrong(place.node, "question", Expected.MAPPING, place.route)
    return [
        place
        for place in places
        if place.pair is not None or (place.draft is not None and not _is_misnamed(place))
    ]


def _is_misnamed(place: Place) -> bool:
    """Whether a slip in a field's name keeps a member from having a stem or options."""
    draft = place.draft
    if place.prompt or draft is None or not isinstance(place.node, Mapping):
        return False
    offers = draft.options is not None or draft.distractors is not None
    if draft.stem is not None and offers:
        return False
    from quizlint.formats.data.unread import slip_in

    return slip_in(place.node) is not None


def of_one_kind(places: list[Place], *, only_questions: bool = False) -> bool:
    """Tell questions, cards and prompts apart; false where most of the places are none of them."""
    asks = [place.draft is not None and place.draft.is_item for place in places]
    questions = sum(asks)
    others = [place for place, asked in zip(places, asks, strict=True) if not asked]
    cards = sum(place.pair is not None for place in others)
    prompts = sum(place.prompt for place in others)
    most = max(questions, cards, prompts)
    declared = sum(bool(place.kind) for place in places)
    if max(most, declared) * 2 <= len(places) or (only_questions and questions != most):
        return False
    for place in places:
        if place.kind != "card" and (place.kind or cards != most):
            place.pair = None
        place.prompt = place.prompt and (place.kind == "prompt" or prompts == most)
    return True


def _pair(node: Node, named: bool) -> tuple[Scalar, Scalar] | None:
    """The sides of a flashcard: two fields, or where the name says so two members of a list."""
    if isinstance(node, Mapping):
        return pair_in(node.fields, named)
    if named and isinstance(node, Sequence) and len(node.items) == 2:
        front, back = node.items
        if isinstance(front, Scalar) and isinstance(back, Scalar) and not _is_computed(front, back):
            return front, back
    return None


def _is_computed(*nodes: Node) -> bool:
    return any(isinstance(each, Computed) for each in nodes)


def pair_in(fields: dict[str, Field], named: bool) -> tuple[Scalar, Scalar] | None:
    """The sides of a flashcard. Pairs of questions and answers need a name that says so."""
    parts = parts_of(tuple(fields))
    fronts, backs = parts.get(Part.FRONT, ()), parts.get(Part.BACK, ())
    clear = "front" in map(normal, fronts) and "back" in map(normal, backs)
    if not clear and named and not (fronts and backs):
        fronts, backs = parts.get(Part.STEM, ()), parts.get(Part.KEY, ())
    if fronts and backs and (clear or named):
        front, back = fields[fronts[0]][1], fields[backs[0]][1]
        if isinstance(front, Scalar) and isinstance(back, Scalar) and not _is_computed(front, back):
            return front, back
    return None


def said_kind(fields: dict[str, Field]) -> str:
    """What a record says that it is (`kind: card`), in lists that hold items of several kinds."""
    kind = fields["kind"][1] if "kind" in fields else None
    said = kind.value if isinstance(kind, Scalar) else ""
    return said if said in ("card", "question", "prompt") else ""


def _is_prompt(mapping: Mapping) -> bool:
    parts = parts_of(tuple(mapping.fields))
    return any(isinstance(mapping.get(name), Scalar) for name in parts.get(Part.STEM, ()))


def is_schema(root: Mapping) -> bool:
    """Whether a mapping describes data and is none."""
    schema = root.get("$schema")
    if isinstance(schema, Scalar) and "json-schema.org" in schema.value:
        return True
    return any(sign in root.fields for sign in SCHEMA_SIGNS)
