"""The responses of one item of QTI 1.2: what they offer, and what is right."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from quizlint.content import BLANK, Interaction, Option
from quizlint.formats.kit.draft import Drafted
from quizlint.formats.kit.gaps import gapped
from quizlint.formats.kit.keys import accepted
from quizlint.formats.qti.asked import FULL, are_truths, keyed, ordered, paired, weighed
from quizlint.formats.qti.marking import Marking, number
from quizlint.formats.qti.material import TYPED, Flow, parts, told
from quizlint.formats.qti.mosaic import Mosaic, TextPiece, joined, part
from quizlint.formats.tree.nodes import Scalar
from quizlint.formats.tree.xml_nodes import Element
from quizlint.text import Span, Text

MAX_BOUNDS = 100
"""Ranges of one response among which the tolerance of an answer is looked for."""

_LISTS = frozenset({"response_lid", "response_grp"})
_GAPPED = ("multiple_blanks", "dropdown", "fillinmultiple")
_PAIRED = ("matching", "categorization")
_NUMBERS = frozenset({"decimal", "integer", "numeric", "scientific"})
_PREFIX = "response_"

_SLOT = re.compile(r"\[([^\[\]]{1,200})\]")

Feedback = dict[str, Element]


class _Item:
    """What the responses of one item have in common."""

    def __init__(self, kind: str, marking: Marking, feedback: Feedback, source: str) -> None:
        self.kind = kind
        self.marking = marking
        self.feedback = feedback
        self.source = source


def read_responses(
    shown: Flow, kind: str, marking: Marking, feedback: Feedback, source: str
) -> list[Drafted]:
    """The questions of an item whose metadata say what `kind` it is; none without responses."""
    responses = shown.responses
    if not responses or "text_only" in kind:
        return []
    item = _Item(kind, marking, feedback, source)
    names = {each.name for each in responses}
    if names <= TYPED:
        if len(responses) == 1:
            return [_typed(responses[0], shown, item)]
        return [_gaps(responses, shown, item)]
    if names <= _LISTS:
        if any(word in kind for word in _GAPPED) or _slots(responses, shown.text()):
            return [_gaps(responses, shown, item)]
        if "jumbled" in kind:
            return [_jumbled(responses, shown, item)]
        if len(responses) > 1 or any(word in kind for word in _PAIRED):
            matching = _matching(responses, shown, item)
            if matching is not None:
                return [matching]
    leads = shown.leads()
    asked: list[Drafted] = []
    shared: Scalar | None = None
    for response in responses:
        lead = leads[response.start]
        if response.name in _LISTS:
            one = _choices(response, item)
        elif response.name in TYPED:
            one = _typed(response, Flow(), item)
        else:
            one = Drafted(response.span, Interaction.UNSUPPORTED)
        own = _own(response, source)
        one.stem = _stem(_both(lead, own, source) or shared, source)
        shared = lead or shared
        asked.append(one)
    if len(asked) == 1:  # text may stand behind the response too
        asked[0].stem = _stem(_both(shown.text(), _own(responses[0], source), source), source)
    return asked


def _stem(leaf: Scalar | None, source: str) -> Text | None:
    return None if leaf is None else leaf.text(source)


def _own(response: Element, source: str) -> Scalar | None:
    """The text inside a response, outside of what it offers."""
    inside = [each for each in response.children if each.name in ("material", "material_ref")]
    hotspot = response.find("render_hotspot")
    if hotspot is not None:
        inside += hotspot.every("material")
    return joined(chain.from_iterable(parts(each, source) for each in inside))


def _both(lead: Scalar | None, own: Scalar | None, source: str) -> Scalar | None:
    if lead is None or own is None:
        return lead or own
    return joined([part(lead, source), part(own, source)])


def _labels(response: Element) -> list[Element]:
    return list(response.below(lambda each: each.name == "response_label"))


def _ids(labels: Sequence[Element]) -> list[str]:
    return [label.word("ident") for label in labels]


def _option(label: Element, source: str) -> Option:
    text = told(label, source)
    if text is None:
        return Option(Text("", label.span, source), label.span)
    return Option(text.text(source), label.span)


def _choices(response: Element, item: _Item) -> Drafted:
    """A list to choose from, or to put in order."""
    source = item.source
    labels = _labels(response)
    ids = _ids(labels)
    ident = response.word("ident")
    options = [_option(label, source) for label in labels]
    if response.word("rcardinality").lower() == "ordered" or "ordering" in item.kind:
        return _order(response, options, ids, item)
    options = _with_feedback(options, ids, ident, item)
    several = response.word("rcardinality").lower() == "multiple"
    earned = item.marking.earned(ident)
    best = max((points for points, _ in earned.values()), default=0.0)
    right = [
        element.content().text(source)
        for answer, (points, element) in earned.items()
        if points > 0 and (several or points >= best) and answer
    ]
    points = [earned[each][0] if each in earned else None for each in ids]
    options, key = keyed(options, ids, right)
    options = weighed(options, points, several=several)
    interaction = Interaction.MULTIPLE if several else Interaction.CHOICE
    if not several and ("true_false" in item.kind or are_truths(ids)):
        interaction = Interaction.TRUE_FALSE
    shuffle = _shuffle(response)
    return Drafted(response.span, interaction, options=options, key=key, shuffle=shuffle)


def _shuffle(response: Element) -> bool | None:
    holder = response.find("render_choice")
    said = "" if holder is None else holder.word("shuffle").lower()
    return None if not said else said == "yes"


def _with_feedback(
    options: list[Option], ids: Sequence[str], ident: str, item: _Item
) -> list[Option]:
    """The options with what is told to who takes them."""
    if not item.feedback:
        return options
    links = item.marking.told(ident)
    found: list[Option] = []
    for option, identity in zip(options, ids, strict=True):
        element = next(
            (
                item.feedback[name]
                for name in (links.get(identity, ""), identity, f"{identity}_fb")
                if name and name in item.feedback
            ),
            None,
        )
        text = None if element is None else told(element, item.source)
        found.append(option if text is None else option._replace(feedback=text.text(item.source)))
    return found


def _order(response: Element, options: list[Option], ids: Sequence[str], item: _Item) -> Drafted:
    places = {identity: index for index, identity in enumerate(ids)}
    order: dict[int, Element] = {}
    for element in item.marking.accepted(response.word("ident")):
        index = places.get(element.content().value)
        if index is not None:
            order.setdefault(index, element)
    span = Span(0, 0)
    if order:
        told_at = list(order.values())
        span = Span(told_at[0].start, told_at[-1].end)
    options, key = ordered(options, list(order), span)
    shuffle = _shuffle(response)
    return Drafted(response.span, Interaction.ORDER, options=options, key=key, shuffle=shuffle)


def _typed(response: Element, shown: Flow, item: _Item) -> Drafted:
    """An answer to type in. All that earn points are accepted."""
    source = item.source
    ident = response.word("ident")
    render = response.find("render_fib")
    kind = "" if render is None else render.word("fibtype").lower()
    numeric = response.name == "response_num" or kind in _NUMBERS or "numerical" in item.kind
    bounds = item.marking.bounds(ident) if numeric else []
    limits = [
        (least, most)
        for low, high in bounds[:MAX_BOUNDS]
        if (least := number(low.content().value)) is not None
        and (most := number(high.content().value)) is not None
    ]
    responses: list[Option] = []
    for element in item.marking.accepted(ident):
        leaf = element.content()
        if leaf.value:
            allowed = _tolerance(element, leaf.value, limits) if numeric else None
            text = leaf.text(source)
            responses.append(Option(text, element.span, correct=True, tolerance=allowed))
    if not responses:
        responses = [_range(low, high, source) for low, high in bounds]
    links = item.marking.told(ident)
    for index, option in enumerate(responses):
        shown_for = item.feedback.get(links.get(option.text.value, ""))
        said = None if shown_for is None else told(shown_for, source)
        if said is not None:
            responses[index] = option._replace(feedback=said.text(source))
    return Drafted(
        response.span,
        Interaction.NUMERIC if numeric else Interaction.TEXT,
        _stem(_both(shown.gapped(), _own(response, source), source), source),
        key=accepted(each.text for each in responses if each.text),
        responses=responses,
    )


def _tolerance(element: Element, value: str, bounds: Sequence[tuple[float, float]]) -> float | None:
    """How far a number may be off: a margin says it, or bounds around it do."""
    answer, margin = number(value), number(element.word("margin"))
    if answer is None:
        return None
    if margin is not None:
        share = element.word("margintype").lower() == "percent"
        return abs(answer) * margin / FULL if share else margin
    for least, most in bounds:
        if least <= answer <= most:
            return (most - least) / 2
    return None


def _range(low: Element, high: Element, source: str) -> Option:
    """Two bounds as one answer: `160..240`."""
    least, most = low.content(), high.content()
    if least.end > most.start:
        least, most = most, least
    ends = number(least.value), number(most.value)
    middle = TextPiece("..", least.end, most.start)
    pieces = [part(least, source), middle, part(most, source)]
    value = "".join(each.value for each in pieces)
    whole = Scalar(value, least.start, most.end, spelling=Mosaic(pieces))
    allowed = None if ends[0] is None or ends[1] is None else abs(ends[1] - ends[0]) / 2
    span = Span(least.start, most.end)
    return Option(whole.text(source), span, correct=True, tolerance=allowed)


def _gaps(responses: Sequence[Element], shown: Flow, item: _Item) -> Drafted:
    """A text with gaps. Canvas and Blackboard write `[name]` where each of them is."""
    whole = shown.text()
    slots = _slots(responses, whole)
    stem = gapped(whole, slots) if whole is not None and slots else shown.gapped()
    texts: list[Text] = []
    for response in responses:
        texts += _filling(response, item)
    return Drafted(
        Span(responses[0].start, responses[-1].end),
        Interaction.CLOZE,
        _stem(stem, item.source),
        key=accepted(text for text in texts if text),
    )


def _slots(responses: Sequence[Element], text: Scalar | None) -> list[tuple[int, int]]:
    """The ranges of a text in which the name of a response stands in brackets."""
    if text is None or "[" not in text.value:
        return []
    names = {each.word("ident") for each in responses}
    names |= {name.removeprefix(_PREFIX) for name in names}
    return [slot.span() for slot in _SLOT.finditer(text.value) if slot[1] in names]


def _jumbled(responses: Sequence[Element], shown: Flow, item: _Item) -> Drafted:
    """A sentence from which words were taken, which are to be put back."""
    pieces = [each for each in shown.pieces if isinstance(each, TextPiece)]
    for response in responses:
        pieces += _scattered(response, item.source)
    asked = _gaps(responses, shown, item)
    if len(pieces) > len(responses):
        asked.stem = _stem(joined(pieces), item.source)
    return asked


def _scattered(element: Element, source: str) -> Iterator[TextPiece]:
    """The texts of a response, and blanks for the words between them."""
    for child in element.children:
        if child.name == "response_label":
            yield TextPiece(BLANK, child.start, child.end)
        elif child.name == "material":
            yield from parts(child, source)
        else:
            yield from _scattered(child, source)


def _filling(response: Element, item: _Item) -> list[Text]:
    """What is right in one gap. Canvas lists only what is accepted, unless one has to choose."""
    source = item.source
    right = item.marking.accepted(response.word("ident"))
    if response.name in TYPED:
        return [element.content().text(source) for element in right if element.content().value]
    labels = _labels(response)
    options = [_option(label, source) for label in labels]
    every = "multiple_blanks" in item.kind and not any(
        label.word("answer_type") in ("dropdown", "wordbank") for label in labels
    )
    texts = [option.text for option in options if option.text]
    if every:
        return texts
    offered = {
        label.word("ident"): option.text for label, option in zip(labels, options, strict=True)
    }
    named = dict.fromkeys(element.content().value for element in right)
    return [offered[each] for each in named if offered.get(each)]


def _matching(responses: Sequence[Element], shown: Flow, item: _Item) -> Drafted | None:
    """Left sides, each with a list of the same right sides; None where the lists differ."""
    source = item.source
    lefts: list[Option] = []
    rights: list[Option] = []
    places: dict[str, int] = {}
    pairs: list[tuple[int, int]] = []
    common: set[str] = set()
    for option in [Option(text.text(source), text.span) for text in shown.rights]:
        places[option.text.value] = len(rights)
        rights.append(option)
    for index, response in enumerate(responses):
        labels = _labels(response)
        if shown.rights and len(labels) == len(shown.rights):
            values = [text.value for text in shown.rights]
        else:
            options = [_option(label, source) for label in labels]
            values = [option.text.value for option in options]
            for option in options:
                if option.text and option.text.value not in places:
                    places[option.text.value] = len(rights)
                    rights.append(option)
        if index and common and common.isdisjoint(values):
            return None
        common |= set(values)
        left = shown.lefts.get(response.start) or _own(response, source)
        earned = {
            element.content().value for element in item.marking.accepted(response.word("ident"))
        }
        at = len(lefts)
        text = Text("", response.tag, source) if left is None else left.text(source)
        lefts.append(Option(text, response.span))
        pairs += [
            (at, places[value])
            for value, identity in zip(values, _ids(labels), strict=True)
            if identity in earned and value in places
        ]
    stem = _stem(shown.text(), source)
    span = Span(responses[0].start, responses[-1].end)
    if all(not left.text for left in lefts):
        return None
    empty = {index for index, left in enumerate(lefts) if not left.text}
    if empty and not any(left in empty for left, _ in pairs):  # rows that were left blank
        kept = [index for index in range(len(lefts)) if index not in empty]
        pairs = [(kept.index(left), right) for left, right in pairs]
        lefts = [lefts[index] for index in kept]
    found = paired(lefts, rights, pairs)
    if found is None:  # several things belong into one category
        found = paired(rights, lefts, [(right, left) for left, right in pairs])
    if found is None:
        return Drafted(span, Interaction.UNSUPPORTED, stem)
    options, lures, key = found
    return Drafted(span, Interaction.MATCH, stem, options=options, key=key, responses=lures)
