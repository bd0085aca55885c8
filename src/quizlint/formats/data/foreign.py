"""Questions and cards in the shapes that other tools write, read through the alias table."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizlint.content import (
    Card,
    Interaction,
    Item,
    Key,
    KeyState,
    Option,
    Prompt,
    Question,
    Stimulus,
    WrittenKey,
)
from quizlint.formats.data.aliases import (
    Part,
    interaction_of,
    is_loose_type,
    is_survey_type,
    is_telling_type,
    says_index,
)
from quizlint.formats.data.draft import Draft, OptionDraft
from quizlint.formats.data.find import Place
from quizlint.formats.kit.desk import Desk, truth_of
from quizlint.formats.kit.keys import Choices, integer, key_of, read_answer, split_letters
from quizlint.formats.kit.labels import check_order, strip_labels
from quizlint.formats.kit.shared import flag_key, note_disagreement, told_apart
from quizlint.formats.tree.nodes import Mapping, Scalar, Sequence, scalars
from quizlint.text import Span, Text
from quizlint.text.normal import collapse

SELECTING = (Interaction.CHOICE, Interaction.MULTIPLE, Interaction.TRUE_FALSE)


@dataclass(frozen=True, slots=True)
class Habits:
    """What a file's items together say of how each is meant.

    `base` is what the settings say of the number of the first option; `proof` what this file's own
    keys prove of it; `open` whether it has keys that prove nothing. `words` is false where some
    number cannot be an option's text or label, so that none is one. `several` is true where the
    file has a type of its own for several right answers.
    """

    base: int | None = None
    proof: int | None = None
    open: bool = False
    words: bool = True
    several: bool = False


def habits_of(drafts: Iterable[Draft], base: int | None) -> Habits:
    """Look at all keys and types of a file. `base` is what settings say, None for nothing."""
    numbered = zero = full = unworded = several = False
    for draft in drafts:
        kind = draft.scalar(Part.TYPE)
        if kind is not None and interaction_of(kind.value) is Interaction.MULTIPLE:
            several = True
        if draft.key is None or not draft.options or says_index(draft.key[0].value):
            continue
        names = {collapse(option.text.value) for option in draft.options}
        names |= {option.label.value for option in draft.options if option.label is not None}
        numbers = [n for key in draft.keys if (n := _counting(key, names)) is not None]
        if not numbers:
            continue
        if any(str(number) not in names for number in numbers):
            unworded = True
        labelled = any(option.label is not None for option in draft.options)
        if not labelled or any(str(number) not in names for number in numbers):
            numbered = True
            zero = zero or 0 in numbers
            full = full or len(draft.options) in numbers
    proof = (0 if zero else 1 if full else None) if numbered else None
    return Habits(base, proof, numbered and proof is None, not unworded, several)


def _counting(key: Scalar, names: set[str]) -> int | None:
    """The number that a key may count options with; a quoted one that an option bears does not."""
    number = integer(key.value)
    return number if key.kind == "integer" or str(number) not in names else None


def read_place(place: Place, habits: Habits, shuffle: bool | None, desk: Desk) -> Item | None:
    """One item, or None for one that lacks what it needs."""
    if place.pair is not None:
        return _card(place, *place.pair, desk)
    draft = place.draft
    if draft is None:
        return None
    if place.prompt:
        return _prompt(draft, place.route, desk)
    question = read_question(draft, place.route, habits, shuffle, desk)
    return replace(question, scored=False) if question is not None and place.survey else question


def read_question(
    draft: Draft, route: str, habits: Habits, shuffle: bool | None, desk: Desk
) -> Question | None:
    """One question, or None for one that lacks a stem or options."""
    kind = draft.scalar(Part.TYPE)
    declared = None if kind is None else interaction_of(kind.value)
    stimulus = draft.scalar(Part.STIMULUS)
    if draft.stem is not None and isinstance(draft.stem[1], Scalar):
        stem = desk.text(draft.stem[1], route + ".question", draft.stem[0])
    elif stimulus is not None and declared is Interaction.UNSUPPORTED:
        stem, stimulus = stimulus.text(desk.source), None
    else:
        desk.missing(draft.mapping, "question", "question", route)
        return None
    offers = draft.options is not None or draft.distractors is not None
    options: list[Option] = []
    if declared not in (None, *SELECTING) and not _chosen(draft):
        interaction, key = declared, _free_key(draft, desk)
    elif not offers and (declared is Interaction.TRUE_FALSE or _is_free(draft)):
        free = Interaction.TEXT if declared is None else Interaction.UNSUPPORTED
        interaction, key = free, _free_key(draft, desk)
    elif not offers:
        desk.missing(draft.mapping, "options", "question", route)
        return None
    else:
        read = _selected(draft, route, habits, desk)
        if read is None:
            return None
        options, key = read
        if declared not in SELECTING:
            declared = None
        interaction = _interaction(draft, declared, habits, options, key)
    assert interaction is not None
    rationale, passage = draft.scalar(Part.RATIONALE), stimulus
    own = draft.scalar(Part.SHUFFLE)
    if own is not None and (said := truth_of(own.value)) is not None:
        shuffle = said
    scored = draft.scalar(Part.SCORED)
    survey = kind is not None and is_survey_type(kind.value)
    identity, number = draft.scalar(Part.ID), draft.scalar(Part.NUMBER)
    difficulty = draft.scalar(Part.DIFFICULTY)
    source = desk.source
    return Question(
        span=draft.mapping.span,
        route=route,
        id=None if identity is None else identity.text(source),
        difficulty=None if difficulty is None else difficulty.text(source),
        stem=stem,
        options=tuple(options),
        key=key,
        rationale=None if rationale is None else rationale.text(source),
        interaction=interaction,
        stimulus=None if passage is None else Stimulus(passage.text(source), passage.span),
        number=None if number is None else number.text(source),
        shuffle=shuffle,
        order_meaningful=draft.options is not None,
        pictured=_is_pictured(draft),
        scored=not survey and (scored is None or truth_of(scored.value) is not False),
    )


def _is_pictured(draft: Draft) -> bool:
    """Whether a field names a picture: anything but nothing, `false` and an empty list."""
    for name in draft.parts.get(Part.PICTURE, ()):
        node = draft.fields[name][1]
        if isinstance(node, Mapping):
            return True
        if isinstance(node, Sequence):
            if any(not isinstance(each, Scalar) or each.value.strip() for each in node.items):
                return True
        elif node.kind != "null" and node.value.strip() and truth_of(node.value) is not False:
            return True
    return False


def _chosen(draft: Draft) -> bool:
    """Whether a type that may speak of anything ("text") stands on what is plainly a choice."""
    kind = draft.scalar(Part.TYPE)
    vague = kind is not None and not is_telling_type(kind.value)
    return vague and len(draft.options or ()) > 1 and draft.options_field != "answers"


def _is_free(draft: Draft) -> bool:
    """Whether an item without options is answered in words: its key is more than a letter."""
    kind = draft.scalar(Part.TYPE)
    if kind is not None and interaction_of(kind.value) is not None:
        return False
    keys = draft.keys
    return bool(keys) and all(
        integer(key.value) is None and len(key.value.strip()) > 1 for key in keys
    )


def _free_key(draft: Draft, desk: Desk) -> Key:
    """The key of a question without options: its answers as written."""
    answers = draft.keys
    if not answers and draft.options is not None:
        answers = [each.text for each in draft.options if _flag(each) is not False]
    if not answers:
        return Key(KeyState.ABSENT)
    written = tuple(WrittenKey(answer.text(desk.source)) for answer in answers)
    span = Span(min(a.start for a in answers), max(a.end for a in answers))
    return Key(KeyState.PRESENT, (), written, "answer", desk.visible(span))


def _flag(option: OptionDraft) -> bool | None:
    return truth_of(option.flag.value) if isinstance(option.flag, Scalar) else None


def _selected(
    draft: Draft, route: str, habits: Habits, desk: Desk
) -> tuple[list[Option], Key] | None:
    """The options and the key of a question in which the learner picks."""
    if draft.options is None:
        return _with_distractors(draft, route, desk)
    if draft.odd is not None:
        desk.wrong(draft.odd, draft.options_field, "text", route)
        return None
    options, ids = [], []
    for index, each in enumerate(draft.options):
        option, identity = _option(each, f"{route}.options[{index}]", desk)
        options.append(option)
        ids.append(identity)
    if all(option.label is None for option in options):
        options = strip_labels(options)
    check_order(options, desk, route)
    key = flag_key(options)
    if draft.key is None:
        return options, key
    choices = Choices(options, ids)
    place = route + ".answer"
    written = _written(draft, choices, habits, place, desk)
    if not written:
        return options, key
    span = desk.visible(draft.key[1].span, draft.key[0])
    answer = key_of(written, choices.count, span)
    note_disagreement(answer, key, options, desk, place)
    return options, answer


def _written(
    draft: Draft, choices: Choices, habits: Habits, place: str, desk: Desk
) -> list[WrittenKey]:
    assert draft.key is not None
    by_index = says_index(draft.key[0].value)
    base = habits.base
    if base is None:
        base = 0 if by_index else habits.proof
    written = []
    for key in draft.keys:
        counts = key.kind in ("integer", "float") or (
            integer(key.value) is not None and choices.text(key.value) is None
        )
        meant = not counts and key.kind != "boolean"
        text = desk.text(key, place) if meant else key.text(desk.source)
        words = not by_index and (habits.words or key.kind != "integer")
        for part in split_letters(text, choices):
            written.append(
                read_answer(
                    part,
                    choices,
                    counts=counts,
                    base=base,
                    words=words,
                    boolean=key.kind == "boolean",
                )
            )
    return written


def _with_distractors(draft: Draft, route: str, desk: Desk) -> tuple[list[Option], Key]:
    """The right answers first, then the distractors: the file gives them no order."""
    answers = draft.keys
    options = []
    for index, node in enumerate(answers + (draft.distractors or [])):
        text = desk.text(node, f"{route}.options[{index}]")
        options.append(Option(text, text.span))
    if not answers or draft.key is None:
        return options, Key(KeyState.ABSENT)
    indices = tuple(range(len(answers)))
    written = tuple(WrittenKey(options[index].text, index) for index in indices)
    span = desk.visible(draft.key[1].span, draft.key[0])
    return options, Key(KeyState.PRESENT, indices, written, "answer", span)


def _option(draft: OptionDraft, route: str, desk: Desk) -> tuple[Option, str | None]:
    """An option, and its id where that is more than a label."""
    text = desk.text(draft.text, route)
    correct = False
    if draft.flag is not None:
        correct = desk.truth(draft.flag, "correct", route) is True
    label = draft.label
    identity: str | None = None
    if label is not None and len(label.value.strip()) > 3:
        identity, label = label.value, None
    feedback = None if draft.feedback is None else draft.feedback.text(desk.source)
    span = text.span if draft.start == draft.end else Span(draft.start, max(draft.end, draft.start))
    mark = None if label is None else label.text(desk.source)
    return Option(text, span, mark, correct, feedback), identity


def _interaction(
    draft: Draft,
    declared: Interaction | None,
    habits: Habits,
    options: list[Option],
    key: Key,
) -> Interaction:
    several = draft.scalar(Part.SEVERAL)
    allows = None if several is None else truth_of(several.value)
    if allows is not None:
        return Interaction.MULTIPLE if allows else Interaction.CHOICE
    told = told_apart(options, key)
    if told is Interaction.TRUE_FALSE and declared is not Interaction.MULTIPLE:
        return told
    if draft.distractors is not None and len(key.indices) == 1:
        return told  # Open Trivia calls a choice of one "multiple"
    if declared is Interaction.CHOICE and not habits.several:
        kind = draft.scalar(Part.TYPE)
        if kind is not None and is_loose_type(kind.value):
            return told
    return declared or told


def _card(place: Place, front: Scalar, back: Scalar, desk: Desk) -> Card:
    draft = place.draft
    identity = None if draft is None else draft.scalar(Part.ID)
    difficulty = None if draft is None else draft.scalar(Part.DIFFICULTY)
    return Card(
        span=place.node.span,
        route=place.route,
        id=None if identity is None else identity.text(desk.source),
        difficulty=None if difficulty is None else difficulty.text(desk.source),
        front=desk.text(front, place.route + ".front"),
        back=desk.text(back, place.route + ".back"),
    )


def _prompt(draft: Draft, route: str, desk: Desk) -> Prompt | None:
    if draft.stem is None or not isinstance(draft.stem[1], Scalar):
        desk.missing(draft.mapping, "prompt", "prompt", route)
        return None
    hint, difficulty = draft.scalar(Part.HINT), draft.scalar(Part.DIFFICULTY)
    identity = draft.scalar(Part.ID)
    concepts: list[Text] = []
    for name in draft.parts.get(Part.CONCEPTS, ()):
        concepts += [each.text(desk.source) for each in scalars(draft.fields[name][1])]
    return Prompt(
        span=draft.mapping.span,
        route=route,
        id=None if identity is None else identity.text(desk.source),
        difficulty=None if difficulty is None else difficulty.text(desk.source),
        prompt=desk.text(draft.stem[1], route + ".prompt", draft.stem[0]),
        hint=None if hint is None else hint.text(desk.source),
        concepts=tuple(concepts),
    )
