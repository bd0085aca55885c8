"""Native files: cheat sheets and quizzes in the fields that quizlint itself defines."""

from quizlint.content import (
    Card,
    Document,
    Interaction,
    Item,
    Option,
    Prompt,
    Question,
)
from quizlint.content.problems import Expected, UnknownField
from quizlint.formats.kit.desk import Desk, is_nothing
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.keys import Choices
from quizlint.formats.kit.written import Answer
from quizlint.formats.tree.nodes import Computed, Mapping, Node, Scalar, Sequence
from quizlint.text import Text

KINDS = ("quiz", "cheat-sheet")
TYPES = {
    "choice": Interaction.CHOICE,
    "multiple": Interaction.MULTIPLE,
    "true-false": Interaction.TRUE_FALSE,
    "text": Interaction.TEXT,
}
LISTS = {"cards": "card", "questions": "question", "prompts": "prompt"}
TEXTS = ("title", "topic", "minutes", "language", "audience")
FREE_TEXTS = ("$schema", "description", "version")
FREE_LISTS = ("author", "tags")

FIELDS: dict[str, tuple[str, ...]] = {
    "document": ("kind", *TEXTS, "shuffle", *LISTS, *FREE_TEXTS, *FREE_LISTS),
    "card": ("id", "difficulty", "front", "back", "tags"),
    "question": (
        *("id", "difficulty", "question", "options", "answer", "explanation"),
        *("stimulus", "shuffle", "type", "tags"),
    ),
    "option": ("text", "correct", "feedback"),
    "prompt": ("id", "difficulty", "prompt", "hint", "concepts", "tags"),
}
"""The fields of each part of a native file, in the order in which they are best written."""

_KNOWN = {owner: frozenset(fields) for owner, fields in FIELDS.items()}


def read_document(root: Mapping, kind: str, route: str, desk: Desk) -> Document:
    """A native document. `kind` is what its name or its parts say where no field does."""
    _unknown(root, "document", route, desk)
    stated = root.get("kind")
    if stated is not None and not is_nothing(stated):
        if isinstance(stated, Scalar) and stated.value in KINDS:
            kind = stated.value
        else:
            desk.wrong(stated, "kind", tuple(KINDS), route)
    for name in FREE_TEXTS:
        desk.leaf(root.get(name), name, route)
    for name in FREE_LISTS:
        _texts(root.get(name), name, route, desk, single=True)
    shuffle = desk.truth(root.get("shuffle"), "shuffle", route)
    items: list[Item] = []
    for field, owner in LISTS.items():
        members = root.get(field)
        if isinstance(members, Sequence):
            for index, member in enumerate(members.items):
                place = f"{route}.{field}[{index}]" if route else f"{field}[{index}]"
                if isinstance(member, Computed):
                    continue
                if not isinstance(member, Mapping):
                    desk.wrong(member, owner, Expected.MAPPING, place)
                    continue
                item = read_item(member, owner, place, shuffle, desk)
                if item is not None:
                    items.append(item)
        elif members is not None and not is_nothing(members):
            desk.wrong(members, field, Expected.LIST, route)
    title, topic, minutes, language, audience = (desk.leaf(root.get(n), n, route) for n in TEXTS)
    return Document(
        items=tuple(items),
        span=root.span,
        kind=kind,
        title=title,
        topic=topic,
        minutes=minutes,
        language=language,
        audience=audience,
        native=True,
        route=route,
    )


def read_item(
    mapping: Mapping, owner: str, route: str, shuffle: bool | None, desk: Desk
) -> Item | None:
    """One card, question or prompt, or None for one that lacks what it needs."""
    if not mapping.fields.keys() <= _KNOWN[owner]:
        _unknown(mapping, owner, route, desk)
    if "tags" in mapping.fields:
        _texts(mapping.get("tags"), "tags", route, desk, single=True)
    if owner == "question":
        return read_question(mapping, route, shuffle, desk)
    return _card(mapping, route, desk) if owner == "card" else _prompt(mapping, route, desk)


def _card(mapping: Mapping, route: str, desk: Desk) -> Card | None:
    front = _required(mapping, "front", "card", route, desk)
    back = _required(mapping, "back", "card", route, desk)
    identity, difficulty = _named(mapping, route, desk)
    if front is None or back is None:
        return None
    return Card(
        span=mapping.span, route=route, id=identity, difficulty=difficulty, front=front, back=back
    )


def _prompt(mapping: Mapping, route: str, desk: Desk) -> Prompt | None:
    prompt = _required(mapping, "prompt", "prompt", route, desk)
    identity, difficulty = _named(mapping, route, desk)
    hint = desk.leaf(mapping.get("hint"), "hint", route)
    concepts = _texts(mapping.get("concepts"), "concepts", route, desk)
    if prompt is None:
        return None
    return Prompt(
        span=mapping.span,
        route=route,
        id=identity,
        difficulty=difficulty,
        prompt=prompt,
        hint=hint,
        concepts=concepts,
    )


def read_question(
    mapping: Mapping, route: str, shuffle: bool | None, desk: Desk
) -> Question | None:
    """One native question, or None for one that lacks a stem or options."""
    get = mapping.fields.get
    stem = _required(mapping, "question", "question", route, desk)
    declared = _type(mapping.get("type"), route, desk)
    options: list[Option] | None = None
    field = get("options")
    if field is not None:
        options = _options(field[1], route, desk)
    elif declared is Interaction.TEXT:
        options = []
    else:
        desk.missing(mapping.span, "options", "question", route)
    identity, difficulty = _named(mapping, route, desk)
    field = get("explanation")
    rationale = None if field is None else desk.leaf(field[1], "explanation", route)
    field = get("stimulus")
    passage = None if field is None else desk.leaf(field[1], "stimulus", route)
    field = get("shuffle")
    if field is not None:
        own = desk.truth(field[1], "shuffle", route)
        shuffle = shuffle if own is None else own
    answer = get("answer")
    if stem is None or options is None:
        return None
    question = Drafted(
        mapping.span,
        declared,
        stem,
        route,
        id=identity,
        difficulty=difficulty,
        options=options,
        rationale=rationale,
        passage=passage,
        shuffle=shuffle,
    )
    if answer is not None:
        question.computed = isinstance(answer[1], Computed)
        _answer(answer[1], question, desk)
    return finish(question, desk)


def _options(node: Node, route: str, desk: Desk) -> list[Option] | None:
    options: list[Option] = []
    if isinstance(node, Sequence):
        whole = True
        for index, member in enumerate(node.items):
            place = f"{route}.options[{index}]"
            if isinstance(member, Scalar):
                text = desk.text(member, place)
                options.append(Option(text, text.span))
            elif isinstance(member, Mapping):
                option = _option(member, place, desk)
                whole = whole and option is not None
                if option is not None:
                    options.append(option)
            else:
                desk.wrong(member, "options", Expected.TEXT, place)
                whole = False
        return options if whole else None  # letters would name the wrong options
    if isinstance(node, Mapping):
        for index, (label, value) in enumerate(node.fields.values()):
            place = f"{route}.options[{index}]"
            if not isinstance(value, Scalar):
                desk.wrong(value, label.value, Expected.TEXT, place)
                return None
            text = desk.text(value, place, label)
            span = label.span._replace(end=max(text.span.end, label.end))
            options.append(Option(text, span, label.text(desk.source)))
        return options
    if not is_nothing(node):
        desk.wrong(node, "options", Expected.LIST, route)
        return None
    return options


def _option(mapping: Mapping, route: str, desk: Desk) -> Option | None:
    if "text" not in mapping.fields and not _KNOWN["option"] & mapping.fields.keys():
        desk.wrong(mapping, "options", Expected.TEXT, route)  # as in an unquoted `- Note: this`
        return None
    if not mapping.fields.keys() <= _KNOWN["option"]:
        _unknown(mapping, "option", route, desk)
    text = _required(mapping, "text", "option", route, desk)
    correct = desk.truth(mapping.get("correct"), "correct", route)
    feedback = desk.leaf(mapping.get("feedback"), "feedback", route)
    if text is None:
        return None
    return Option(text, mapping.span, None, correct is True, feedback)


def _answer(node: Node, question: Drafted, desk: Desk) -> None:
    """Put down the answers in a field."""
    place = question.route + ".answer"
    members = {place: node}
    if isinstance(node, Sequence):
        members = {f"{place}[{index}]": each for index, each in enumerate(node.items)}
    elif not isinstance(node, Scalar):
        desk.wrong(node, "answer", Expected.TEXT_OR_LIST, place)
        return
    elif node.kind == "null" and Choices(question.options).text(node.value) is None:
        return
    question.answered = desk.visible(node.span)
    for where, each in members.items():
        if isinstance(each, Scalar):
            text = desk.text(each, where)
            question.answers.append(Answer(text, each.kind, lists=each is node))
        else:
            desk.wrong(each, "answer", Expected.TEXT, place)


def _required(mapping: Mapping, name: str, owner: str, route: str, desk: Desk) -> Text | None:
    field = mapping.fields.get(name)
    if field is None:
        desk.missing(mapping.span, name, owner, route)
        return None
    node = field[1]
    if isinstance(node, Scalar):
        return desk.text(node, f"{route}.{name}", field[0])
    desk.wrong(node, name, Expected.TEXT, route)
    return None


def _named(mapping: Mapping, route: str, desk: Desk) -> tuple[Text | None, Text | None]:
    get = mapping.fields.get
    identity, difficulty = get("id"), get("difficulty")
    return (
        None if identity is None else desk.leaf(identity[1], "id", route),
        None if difficulty is None else desk.leaf(difficulty[1], "difficulty", route),
    )


def _type(node: Node | None, route: str, desk: Desk) -> Interaction | None:
    if node is None or is_nothing(node):
        return None
    if isinstance(node, Scalar) and node.value in TYPES:
        return TYPES[node.value]
    desk.wrong(node, "type", tuple(TYPES), route)
    return None


def _texts(
    node: Node | None, name: str, route: str, desk: Desk, *, single: bool = False
) -> tuple[Text, ...]:
    if node is None or is_nothing(node):
        return ()
    if isinstance(node, Sequence):
        texts = []
        for index, member in enumerate(node.items):
            if isinstance(member, Scalar):
                texts.append(member.text(desk.source))
            else:
                desk.wrong(member, name, Expected.TEXT, f"{route}.{name}[{index}]".lstrip("."))
        return tuple(texts)
    if single and isinstance(node, Scalar):
        return (node.text(desk.source),)
    desk.wrong(node, name, Expected.LIST, route)
    return ()


def _unknown(mapping: Mapping, owner: str, route: str, desk: Desk) -> None:
    known = _KNOWN[owner]
    for name, (field, _) in mapping.fields.items():
        if name not in known:
            desk.note(UnknownField(field.span, name, owner, FIELDS[owner], route=route))
