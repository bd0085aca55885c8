"""One interaction of QTI 2 and 3: what it offers, and what is right."""

from collections.abc import Sequence

from quizlint.content import Interaction, Option
from quizlint.content.causes.platform import Platform
from quizlint.content.problems import FormatTrap
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted
from quizlint.formats.kit.keys import accepted
from quizlint.formats.qti.asked import keyed, ordered, paired, weighed
from quizlint.formats.qti.body import shown
from quizlint.formats.qti.declared import Declarations, Declared
from quizlint.formats.qti.marking import number
from quizlint.formats.qti.names import said as attribute
from quizlint.formats.qti.names import word
from quizlint.formats.tree.xml_nodes import Element
from quizlint.text import Span, Text

_NUMBERS = frozenset({"integer", "float"})
_FEEDBACK = frozenset({"feedbackInline", "feedbackBlock"})


def read_interaction(
    element: Element, declarations: Declarations, told: dict[str, Text], desk: Desk, route: str
) -> Drafted:
    """One question. `told` is the feedback of the item by identifier."""
    declared = declarations.of(word(element, "responseIdentifier"))
    match element.name:
        case "choiceInteraction" | "inlineChoiceInteraction":
            return _choice(element, declared, told, desk, route)
        case "orderInteraction":
            return _order(element, declared, desk.source)
        case "matchInteraction":
            return _match(element, declared, desk.source)
        case "associateInteraction":
            return _associate(element, declared, desk.source)
        case "gapMatchInteraction":
            return _gap_match(element, declared, desk.source)
        case "textEntryInteraction" | "extendedTextInteraction":
            return _typed(element, declared)
        case _:
            return Drafted(element.span, Interaction.UNSUPPORTED)


def read_gaps(elements: Sequence[Element], declarations: Declarations, source: str) -> Drafted:
    """Several gaps in one text, with what is right in each of them."""
    texts: list[Text] = []
    for element in elements:
        declared = declarations.of(word(element, "responseIdentifier"))
        if element.name == "textEntryInteraction":
            texts += _answers(declared)
            continue
        choices = element.every("inlineChoice")
        right = {text.value for text in declared.right(several=False)}
        texts += [
            _option(each, source).text for each in choices if word(each, "identifier") in right
        ]
    span = Span(elements[0].start, elements[-1].end)
    return Drafted(span, Interaction.CLOZE, key=accepted(text for text in texts if text))


def _option(element: Element, source: str) -> Option:
    """One thing to choose, with what is told inside it to who takes it.

    Where all of it appears and vanishes, as in adaptive items, it is what there is to choose.
    """
    found = shown(element)
    told = [
        each
        for each in element.below(lambda each: each.name in _FEEDBACK)
        if word(each, "showHide", "show") == "show"
    ]
    if found is None and told:
        found = shown(told[0])
        told = []
    text = Text("", element.span, source) if found is None else found.text(source)
    feedback = next((said for each in told if (said := shown(each)) is not None), None)
    return Option(text, element.span, feedback=None if feedback is None else feedback.text(source))


def _choice(
    element: Element, declared: Declared, told: dict[str, Text], desk: Desk, route: str
) -> Drafted:
    choices = element.every("simpleChoice") or element.every("inlineChoice")
    ids = [word(each, "identifier") for each in choices]
    options = [_option(each, desk.source) for each in choices]
    for at, identity in enumerate(ids):
        if identity and identity in ids[:at]:
            named = attribute(choices[at], "identifier")
            place = choices[at].span if named is None else named.span
            desk.note(FormatTrap(place, Platform.QTI_CHOICE_TWICE.of(identity), route=route))
            break
    if told:
        options = [
            option._replace(feedback=told[identity])
            if option.feedback is None and identity in told
            else option
            for option, identity in zip(options, ids, strict=True)
        ]
    most = number(word(element, "maxChoices", "1"))
    several = declared.cardinality in ("multiple", "ordered") and most != 1
    right = declared.right(several=several)
    options, key = keyed(options, ids, right)
    options = weighed(options, [declared.points(each) for each in ids], several=several)
    interaction = Interaction.MULTIPLE if several else Interaction.CHOICE
    limit = attribute(element, "maxChoices")
    if limit is not None and most is not None and 1 < most < len(key.indices):
        right_ones = len(key.indices)
        trap = Platform.QTI_MAX_CHOICES.of(f"{most:.0f}", right_ones)
        desk.note(FormatTrap(limit.span, trap, f'"{right_ones}"', route=route))
    shuffle = _shuffle(element, choices)
    return Drafted(element.span, interaction, options=options, key=key, shuffle=shuffle)


def _shuffle(element: Element, choices: Sequence[Element]) -> bool | None:
    """Whether the choices are mixed. Where some keep their places, it is neither yes nor no."""
    if word(element, "shuffle").lower() not in ("true", "1"):
        return False
    fixed = sum(word(each, "fixed").lower() == "true" for each in choices)
    if not fixed:
        return True
    return False if fixed == len(choices) else None


def _order(element: Element, declared: Declared, source: str) -> Drafted:
    choices = element.every("simpleChoice")
    options = [_option(each, source) for each in choices]
    places = {word(each, "identifier"): index for index, each in enumerate(choices)}
    named = [text for text in declared.correct if text.value in places]
    order = list(dict.fromkeys(places[text.value] for text in named))
    span = Span(named[0].span.start, named[-1].span.end) if named else Span(0, 0)
    options, key = ordered(options, order, span)
    shuffle = _shuffle(element, choices)
    return Drafted(element.span, Interaction.ORDER, options=options, key=key, shuffle=shuffle)


def _match(element: Element, declared: Declared, source: str) -> Drafted:
    """Two sets. Whichever side has one partner for each of its members is the left one."""
    sets = element.every("simpleMatchSet")
    if len(sets) != 2:
        return Drafted(element.span, Interaction.UNSUPPORTED)
    sides = [each.every("simpleAssociableChoice") for each in sets]
    lefts, rights = ([_option(each, source) for each in side] for side in sides)
    left_at, right_at = (
        {word(each, "identifier"): index for index, each in enumerate(side)} for side in sides
    )
    pairs: list[tuple[int, int]] = []
    for text in declared.right(several=True):
        left, _, right = text.value.partition(" ")
        if left in left_at and right.strip() in right_at:
            pairs.append((left_at[left], right_at[right.strip()]))
    found = paired(lefts, rights, list(dict.fromkeys(pairs)))
    if found is None:
        found = paired(rights, lefts, [(right, left) for left, right in dict.fromkeys(pairs)])
    if found is None:
        return Drafted(element.span, Interaction.UNSUPPORTED)
    options, lures, key = found
    return Drafted(
        element.span,
        Interaction.MATCH,
        options=options,
        key=key,
        responses=lures,
        shuffle=_shuffle(element, sides[0] + sides[1]),
    )


def _associate(element: Element, declared: Declared, source: str) -> Drafted:
    """Pairs out of one set: the first of each is the left side, what has no partner is a lure."""
    choices = element.every("simpleAssociableChoice")
    options = [_option(each, source) for each in choices]
    places = {word(each, "identifier"): index for index, each in enumerate(choices)}
    firsts: list[int] = []
    seconds: list[int] = []
    for text in declared.right(several=True):
        ends = [places[each] for each in text.value.split() if each in places]
        if len(ends) == 2:
            firsts.append(ends[0])
            seconds.append(ends[1])
    taken = frozenset(firsts) | frozenset(seconds)
    if not firsts or len(taken) < 2 * len(firsts):  # a member of several pairs
        return Drafted(element.span, Interaction.UNSUPPORTED)
    partners = [options[index].text for index in seconds]
    return Drafted(
        element.span,
        Interaction.MATCH,
        options=[options[index] for index in firsts],
        key=accepted(text for text in partners if text),
        responses=[option for index, option in enumerate(options) if index not in taken],
        shuffle=_shuffle(element, choices),
    )


def _gap_match(element: Element, declared: Declared, source: str) -> Drafted:
    """A text with gaps into which words of a list are dragged."""
    words = {
        word(each, "identifier"): _option(each, source).text
        for each in element.children
        if each.name in ("gapText", "gapImg")
    }
    pairs: dict[str, str] = {}
    for text in declared.right(several=True):
        filling, _, gap = text.value.partition(" ")
        pairs.setdefault(gap.strip(), filling)
    gaps = list(element.below(lambda each: each.name == "gap"))
    fillings = [words.get(pairs.get(word(gap, "identifier"), "")) for gap in gaps]
    stem = shown(element, lambda each: "" if each.name in ("gapText", "gapImg") else None)
    return Drafted(
        element.span,
        Interaction.CLOZE,
        None if stem is None else stem.text(source),
        key=accepted(text for text in fillings if text),
    )


def _typed(element: Element, declared: Declared) -> Drafted:
    numeric = declared.base in _NUMBERS
    answers = _answers(declared)
    responses = [
        Option(text, text.span, correct=True, tolerance=_tolerance(text.value, declared))
        for text in answers
    ]
    interaction = Interaction.NUMERIC if numeric else Interaction.TEXT
    key = accepted(text for text in answers if text)
    return Drafted(element.span, interaction, key=key, responses=responses)


def _answers(declared: Declared) -> list[Text]:
    """All that is accepted: the right values, and what a mapping gives points for."""
    known = {text.value for text in declared.correct}
    more = [
        key for key in declared.keys if key.value not in known and declared.mapped[key.value] > 0
    ]
    return [*declared.correct, *(text for text in more if text)]


def _tolerance(answer: str, declared: Declared) -> float | None:
    value = number(answer)
    if declared.tolerance is None or value is None or declared.base not in _NUMBERS:
        return None
    size, share = declared.tolerance
    return abs(value) * size / 100 if share else size
