"""One item of QTI 2.1, 2.2 or 3.0, named as in 2.1."""

from quizlint.content import Interaction, KeyState, Question
from quizlint.content.problems import MissingField
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.qti.body import CONTROLS, INLINE, asks, between, shown
from quizlint.formats.qti.declared import Declarations
from quizlint.formats.qti.interactions import read_gaps, read_interaction
from quizlint.formats.qti.names import said, word
from quizlint.formats.tree.nodes import Scalar
from quizlint.formats.tree.xml_nodes import Element
from quizlint.text import Text

_WRONG = ("incorrect", "wrong", "false", "partial", "hint", "fail", "nok")
_FEEDBACK = frozenset({"modalFeedback", "feedbackBlock", "feedbackInline"})


def read_item(item: Element, first: int, desk: Desk) -> list[Question]:
    """The questions of one item; `first` is the number of the first. An item may ask several."""
    source = desk.source
    declarations = Declarations(item, source)
    body = item.find("itemBody")
    told = _told(item, source)
    asked = [] if body is None else _asked(body, declarations, told, desk, first)
    if not asked:
        asked = [Drafted(item.span, Interaction.UNSUPPORTED, _shown(body, source))]
    if len(asked) == 1:
        asked[0].span = item.span
    identity = said(item, "identifier")
    if identity is not None:
        asked[0].id = identity.text(source)
    rationale = _rationale(told, asked)
    passage = _passage(item, source)
    computed = declarations.drawn or declarations.custom or word(item, "adaptive") == "true"
    for index, one in enumerate(asked):
        one.route = f"questions[{first + index}]"
        one.stem = one.stem or _title(item, desk, one.route)
        one.rationale = rationale
        one.passage = one.passage or passage
        one.dynamic = declarations.drawn
        keyed = one.key is not None and one.key.state is not KeyState.ABSENT
        one.computed = computed and not keyed
        one.scored = keyed or _is_scored(declarations)
    return [finish(one, desk) for one in asked]


def _asked(
    body: Element, declarations: Declarations, told: dict[str, Text], desk: Desk, first: int
) -> list[Drafted]:
    """The questions of a body: one for each block, and one for the gaps between two blocks."""
    found = [
        each
        for each in body.below(lambda each: each.name.endswith("Interaction"))
        if each.name not in CONTROLS
    ]
    source = desk.source
    asked: list[Drafted] = []
    at, shared = body.inner, None
    gaps: list[Element] = []
    lone = len(found) == 1
    for block in (*found, None):
        if block is not None and block.name in INLINE:
            gaps.append(block)
            continue
        end = body.inner_end if block is None else block.start
        text = _text(between(body, at, end) if end > at else None, source)
        if gaps:
            route = f"questions[{first + len(asked)}]"
            if len(gaps) == 1:
                one = read_interaction(gaps[0], declarations, told, desk, route)
            else:
                one = read_gaps(gaps, declarations, source)
            one.stem, one.passage = text, shared
            asked.append(one)
            gaps, text = [], None
        if block is None:
            break
        if lone:
            whole = shown(body, lambda each: "" if each.name.endswith("Interaction") else None)
            text = _text(whole, source)
        shared = text or shared
        one = read_interaction(block, declarations, told, desk, f"questions[{first + len(asked)}]")
        prompt = block.find("prompt")
        one.stem = one.stem or _shown(prompt, source) or text
        if one.stem is not text:
            one.passage = shared
        one.stem = one.stem or shared
        asked.append(one)
        at = block.end
    return asked


def _text(leaf: Scalar | None, source: str) -> Text | None:
    return None if leaf is None else leaf.text(source)


def _shown(element: Element | None, source: str) -> Text | None:
    return None if element is None else _text(shown(element), source)


def _title(item: Element, desk: Desk, route: str) -> Text:
    """What stands for an item without a text: its title, which most systems never show."""
    title = said(item, "title")
    desk.note(MissingField(item.tag, "prompt", route=route))
    if title is not None and title.value.strip():
        return title.text(desk.source)
    return Text("", item.tag, desk.source)


def _is_scored(declarations: Declarations) -> bool:
    """Whether an answer without a key earns points: without processing it is a survey."""
    return declarations.processed or declarations.human or declarations.drawn


def _told(item: Element, source: str) -> dict[str, Text]:
    """The feedback outside of choices, by identifier."""
    found: dict[str, Text] = {}
    hidden = frozenset({"simpleChoice", "inlineChoice"})
    for element in item.below(lambda each: each.name in _FEEDBACK or each.name in hidden):
        if element.name in hidden or word(element, "showHide", "show") != "show":
            continue
        text = None if asks(element) else shown(element)
        if text is not None:
            found.setdefault(word(element, "identifier"), text.text(source))
    return found


def _rationale(told: dict[str, Text], asked: list[Drafted]) -> Text | None:
    """What is told to everybody, or to who was right, and to nobody because of their choice."""
    chosen = {id(option.feedback) for one in asked for option in one.options if option.feedback}
    left = {name.lower(): text for name, text in told.items() if id(text) not in chosen}
    for name, text in left.items():
        if "solution" in name or "general" in name:
            return text
    return next(
        (text for name, text in left.items() if not any(word in name for word in _WRONG)), None
    )


def _passage(item: Element, source: str) -> Text | None:
    """The name of the file with the passage that an item is about."""
    reference = item.find("assessmentStimulusRef")
    return _text(None if reference is None else reference.attribute("href"), source)
