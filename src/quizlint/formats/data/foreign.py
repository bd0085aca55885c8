"""Questions and cards in the shapes that other tools write, read through the alias table."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizlint.content import (
    Card,
    Document,
    Interaction,
    Item,
    Key,
    KeyState,
    Option,
    Prompt,
    Question,
    WrittenKey,
)
from quizlint.content.problems import Expected
from quizlint.formats.data.aliases import (
    Part,
    interaction_of,
    is_loose_type,
    is_survey_type,
    is_telling_type,
    meant_type,
    normal,
    says_index,
)
from quizlint.formats.data.draft import Draft, OptionDraft
from quizlint.formats.data.find import Place
from quizlint.formats.kit.desk import Desk, truth_of
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.keys import accepted, integer, key_of
from quizlint.formats.kit.written import NUMBERS, Answer
from quizlint.formats.tree.nodes import Mapping, Scalar, Sequence, scalars
from quizlint.text import Span, Text
from quizlint.text.normal import collapse

SELECTING = (Interaction.CHOICE, Interaction.MULTIPLE, Interaction.TRUE_FALSE)


@dataclass(frozen=True, slots=True)
class Habits:
    """What a file's items together say of how each is meant.

    `base` is what the settings say of the number of the first option; `proof` what this file's own
    keys prove of it; `open` whether it has keys that prove nothing. `words` is false where some
    number cannot be an option's text or label, so that none is one; `letters` is true where all
    answers are labels of their options, and not all could be texts. `several` is true where the
    file has a type of its own for several right answers; `accepted` where its lists of answers are
    no options: nothing says which is right, and some have but one.
    """

    base: int | None = None
    proof: int | None = None
    open: bool = False
    words: bool = True
    several: bool = False
    letters: bool = False
    accepted: bool = False


def habits_of(drafts: Iterable[Draft], base: int | None) -> Habits:
    """Look at all keys and types of a file. `base` is what settings say, None for nothing."""
    numbered = zero = full = unworded = several = False
    drafts = list(drafts)
    for draft in drafts:
        kind = draft.scalar(Part.TYPE)
        if kind is not None and interaction_of(kind.value) is Interaction.MULTIPLE:
            several = True
        if draft.key is None or not draft.options or says_index(draft.key[0].value):
            continue
        names = {collapse(option.text.value) for option in draft.options}
        names |= {option.label.value for option in draft.options if option.label is not None}
        numbers = [n for key in draft.answers if (n := _counting(key, names)) is not None]
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
    letters = _all_letters(drafts)
    accepted = bool(drafts) and all(map(_lists_answers, drafts))
    accepted = accepted and any(len(draft.options or ()) == 1 for draft in drafts)
    open_ = numbered and proof is None
    return Habits(base, proof, open_, not unworded, several, letters, accepted)


def _lists_answers(draft: Draft) -> bool:
    """Whether an item has answers, of which nothing says that some are wrong."""
    named = normal(draft.options_field) in ("answers", "a") if draft.options_field else False
    return named and draft.key is None and not draft.flagged and not draft.distractors


def _all_letters(drafts: Iterable[Draft]) -> bool:
    """Whether all answers are labels that stand before the options, and one can be nothing else."""
    worded = found = False
    for draft in drafts:
        options = draft.options or ()
        labels = {option.label.value for option in options if option.label is not None}
        texts = {collapse(option.text.value) for option in options}
        for answer in draft.answers if options else ():
            if answer.value not in labels:
                return False
            found = True
            worded = worded or collapse(answer.value) not in texts
    return found and worded


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


def read_places(
    places: Iterable[Place],
    habits: Habits,
    desk: Desk,
    *,
    shuffle: bool | None = None,
    route: str = "",
) -> Document:
    """A document of all items. Where no question has a key, the keys stand in another place; but
    where options add to a score or speak for a result, it is a personality test and needs none.
    """
    places = list(places)
    read = (read_place(place, habits, shuffle, desk) for place in places)
    items = tuple(item for item in read if item is not None)
    document = Document(items, Span(0, 0), route=route)
    selected = [question for question in document.questions if question.selected]
    keyless = all(question.key.state is KeyState.ABSENT for question in selected)
    opinions = keyless and any(place.draft is not None and place.draft.weighs for place in places)
    elsewhere = keyless and not opinions and len(selected) > 1
    if opinions:
        items = tuple(map(_unscored, items))
    return replace(
        document,
        items=tuple(map(_keyless, items)) if elsewhere else items,
        kind="quiz" if document.questions else "cheat-sheet",
        keys_elsewhere=elsewhere,
    )


def _unscored(item: Item) -> Item:
    return replace(item, scored=False) if isinstance(item, Question) else item


def _keyless(item: Item) -> Item:
    if isinstance(item, Question) and item.selected:
        return replace(item, key=item.key._replace(state=KeyState.ELSEWHERE))
    return item


def read_question(
    draft: Draft, route: str, habits: Habits, shuffle: bool | None, desk: Desk
) -> Question | None:
    """One question, or None for one that lacks a stem or options."""
    kind = draft.scalar(Part.TYPE)
    declared = None if kind is None else interaction_of(kind.value)
    passage = draft.scalar(Part.STIMULUS)
    question = Drafted(draft.span, route=route, order_meaningful=draft.options is not None)
    if draft.stem is not None and isinstance(draft.stem[1], Scalar):
        question.stem = desk.text(draft.stem[1], route + ".question", draft.stem[0])
    elif passage is not None and declared is Interaction.UNSUPPORTED:
        question.stem, passage = passage.text(desk.source), None
    else:
        desk.missing(draft.span, "question", "question", route)
        return None
    offers = draft.options is not None or draft.distractors is not None
    if declared not in (None, *SELECTING) and not _chosen(draft):
        question.interaction, question.key = declared, _free_key(draft, desk)
    elif habits.accepted:
        question.interaction, question.key = Interaction.TEXT, _free_key(draft, desk)
    elif not offers and (declared is Interaction.TRUE_FALSE or _is_free(draft)):
        worded = declared is None and not draft.is_verdict
        free = Interaction.TEXT if worded else Interaction.UNSUPPORTED
        question.interaction, question.key = free, _free_key(draft, desk)
    elif not offers:
        desk.missing(draft.span, "options", "question", route)
        return None
    elif draft.odd is not None:
        desk.wrong(draft.odd, draft.options_field, Expected.TEXT, route)
        return None
    else:
        selecting = declared if declared in SELECTING else None
        question.interaction = _interaction(draft, selecting, habits)
        if draft.options is None:
            _set_apart(draft, question, desk)
        else:
            _offer(draft.options, question, desk)
            _answer(draft, question, habits, desk)
    question.computed = draft.is_computed
    meant = None if kind is None or kind.kind != "string" else meant_type(kind.value)
    if kind is not None and meant is not None:
        desk.wrong(kind, _field_of(draft, kind), (meant,), question.route)
    own = draft.scalar(Part.SHUFFLE)
    said = None if own is None else truth_of(own.value)
    question.shuffle = shuffle if said is None else said
    scored = draft.scalar(Part.SCORED)
    survey = kind is not None and is_survey_type(kind.value)
    question.scored = not survey and (scored is None or truth_of(scored.value) is not False)
    question.pictured = _is_pictured(draft)
    question.id = _text(draft, Part.ID, desk)
    question.number = _text(draft, Part.NUMBER, desk)
    question.difficulty = _text(draft, Part.DIFFICULTY, desk)
    question.rationale = _text(draft, Part.RATIONALE, desk)
    question.passage = None if passage is None else passage.text(desk.source)
    return finish(question, desk)


def _text(draft: Draft, part: Part, desk: Desk) -> Text | None:
    found = draft.scalar(part)
    return None if found is None else found.text(desk.source)


def _field_of(draft: Draft, node: Scalar) -> str:
    """The name of the field that holds a value."""
    return next((name for name, (_, value) in draft.fields.items() if value is node), "type")


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
    keys = draft.answers
    return bool(keys) and all(
        integer(key.value) is None and len(key.value.strip()) > 1 for key in keys
    )


def _free_key(draft: Draft, desk: Desk) -> Key:
    """The key of a question without options: its answers as written."""
    answers = draft.answers
    if not answers and draft.options is not None:
        answers = [each.text for each in draft.options if _flag(each) is not False]
    if not answers:
        return Key(KeyState.ABSENT)
    span = Span(min(a.start for a in answers), max(a.end for a in answers))
    return accepted((answer.text(desk.source) for answer in answers), desk.visible(span))


def _flag(option: OptionDraft) -> bool | None:
    return truth_of(option.flag.value) if isinstance(option.flag, Scalar) else None


def _offer(options: list[OptionDraft], question: Drafted, desk: Desk) -> None:
    """Put down the options, and their ids where those are more than labels."""
    ids: list[str | None] = []
    for index, each in enumerate(options):
        option, identity = _option(each, f"{question.route}.options[{index}]", desk)
        question.options.append(option)
        ids.append(identity)
    question.ids = ids


def _answer(draft: Draft, question: Drafted, habits: Habits, desk: Desk) -> None:
    """Put down the answers. A number may name an option, unless it can only be a word."""
    if draft.key is None:
        return
    place = question.route + ".answer"
    by_index = says_index(draft.key[0].value)
    base = habits.base
    if base is None:
        base = 0 if by_index else habits.proof
    question.answered = desk.visible(draft.key[1].span, draft.key[0])
    for each in draft.answers:
        worded = each.kind not in (*NUMBERS, "boolean") and integer(each.value) is None
        text = desk.text(each, place) if worded else each.text(desk.source)
        words = not by_index and (habits.words or each.kind != "integer") and not habits.letters
        question.answers.append(Answer(text, each.kind, True, base, words))


def _set_apart(draft: Draft, question: Drafted, desk: Desk) -> None:
    """The right answers first, then the distractors: the file gives them no order."""
    question.listed = False
    for index, node in enumerate(draft.answers + (draft.distractors or [])):
        text = desk.text(node, f"{question.route}.options[{index}]")
        question.options.append(Option(text, text.span))
    if draft.key is not None:
        right = question.options[: len(draft.answers)]
        written = [WrittenKey(option.text, index) for index, option in enumerate(right)]
        span = desk.visible(draft.key[1].span, draft.key[0])
        question.key = key_of(written, len(question.options), span)


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


def _interaction(draft: Draft, declared: Interaction | None, habits: Habits) -> Interaction | None:
    """What the item declares, None where only options and key can tell."""
    several = draft.scalar(Part.SEVERAL)
    allows = None if several is None else truth_of(several.value)
    if allows is not None:
        return Interaction.MULTIPLE if allows else Interaction.CHOICE
    if draft.distractors is not None and len(draft.answers) == 1:
        return None  # Open Trivia calls a choice of one "multiple"
    if declared is Interaction.CHOICE and not habits.several:
        kind = draft.scalar(Part.TYPE)
        if kind is not None and is_loose_type(kind.value):
            return None
    return declared


def _card(place: Place, front: Scalar, back: Scalar, desk: Desk) -> Card:
    draft = place.draft
    return Card(
        span=place.span,
        route=place.route,
        id=None if draft is None else _text(draft, Part.ID, desk),
        difficulty=None if draft is None else _text(draft, Part.DIFFICULTY, desk),
        front=desk.text(front, place.route + ".front"),
        back=desk.text(back, place.route + ".back"),
    )


def _prompt(draft: Draft, route: str, desk: Desk) -> Prompt | None:
    if draft.stem is None or not isinstance(draft.stem[1], Scalar):
        desk.missing(draft.span, "prompt", "prompt", route)
        return None
    concepts: list[Text] = []
    for name in draft.parts.get(Part.CONCEPTS, ()):
        concepts += [each.text(desk.source) for each in scalars(draft.fields[name][1])]
    return Prompt(
        span=draft.span,
        route=route,
        id=_text(draft, Part.ID, desk),
        difficulty=_text(draft, Part.DIFFICULTY, desk),
        prompt=desk.text(draft.stem[1], route + ".prompt", draft.stem[0]),
        hint=_text(draft, Part.HINT, desk),
        concepts=tuple(concepts),
    )
