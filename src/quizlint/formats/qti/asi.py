"""One `<item>` of QTI 1.2, as Canvas, Blackboard and Common Cartridges have it."""

from quizlint.content import Interaction, Key, KeyState, Question
from quizlint.content.problems import FormatTrap, MissingField
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.qti.asi_responses import read_responses
from quizlint.formats.qti.canvas import gap_traps
from quizlint.formats.qti.marking import Marking, number
from quizlint.formats.qti.material import Flow, flow, told
from quizlint.formats.tree.xml_nodes import Element
from quizlint.text import Text

_TYPES = frozenset(
    "question_type cc_profile qmd_itemtype qmd_questiontype wct_questiontype "
    "bbmd_questiontype".split()
)
_UNSCORED = ("survey", "opinion", "likert", "text_only", "textinformation")
_GENERAL = ("general_fb", "wct_general_feedback_ref_1", "solution")
_RIGHT = ("correct_fb", "correct")


def read_item(item: Element, first: int, place: str, desk: Desk) -> list[Question]:
    """The questions of one item: nearly always one. `first` is the number of the first."""
    source = desk.source
    facts = _metadata(item)
    kind = " ".join(value for name, value in facts.items() if name in _TYPES).lower()
    presentation = item.find("presentation")
    shown = Flow() if presentation is None else flow(presentation, source)
    marking = Marking(item)
    feedback = {each.word("ident"): each for each in item.every("itemfeedback")}
    drawn = "calculated" in kind or any(
        each.find("calculated") is not None for each in item.every("itemproc_extension")
    )
    asked = read_responses(shown, kind, marking, feedback, source)
    if not asked:
        words = shown.text()
        stem = None if words is None else words.text(source)
        asked = [Drafted(item.span, Interaction.UNSUPPORTED, stem)]
    for span, said in gap_traps(kind, shown.text(), shown.responses, marking, source):
        desk.note(FormatTrap(span, said, route=f"{place}[{first}]"))
    if len(asked) == 1:
        asked[0].span = item.span
    identity = item.attribute("ident")
    if identity is not None and identity.value.strip():
        asked[0].id = identity.text(source)
    rationale = _rationale(feedback, source)
    scored = _is_scored(facts, kind, marking, asked)
    for index, one in enumerate(asked):
        one.route = f"{place}[{first + index}]"
        one.stem = one.stem or _title(item, drawn, desk, one.route)
        one.rationale = rationale
        one.scored = scored
        if drawn:
            one.interaction = Interaction.NUMERIC
            one.dynamic = True
            one.responses = []
            if one.key is None or not one.key.indices:
                one.key = Key(KeyState.COMPUTED)
    return [finish(one, desk) for one in asked]


def parent(item: Element) -> str:
    """The identifier of the item that holds the passage an item is about, if any."""
    return _metadata(item).get("parent_stimulus_item_ident", "")


def _metadata(item: Element) -> dict[str, str]:
    """What an item says of itself, by label. Blackboard gives every label an element."""
    facts: dict[str, str] = {}
    for holder in item.every("itemmetadata"):
        for child in holder.children:
            if child.name == "qtimetadata":
                for entry in child.children:
                    _field(entry, facts)
            elif child.children:
                _field(child, facts)
            else:
                facts.setdefault(child.name, child.content().value)
    return facts


def _field(entry: Element, facts: dict[str, str]) -> None:
    label, value = entry.find("fieldlabel"), entry.find("fieldentry")
    if label is not None and value is not None:
        facts.setdefault(label.content().value.lower(), value.content().value)


def _title(item: Element, drawn: bool, desk: Desk, route: str) -> Text:
    """What is shown for an item without a text: its title where it presents nothing."""
    title = item.attribute("title")
    if title is not None and title.value.strip() and item.find("presentation") is None:
        return title.text(desk.source)
    if not drawn:
        desk.note(MissingField(item.tag, "material", route=route))
    return Text("", item.tag, desk.source)


def _rationale(feedback: dict[str, Element], source: str) -> Text | None:
    """What is told to everybody, else to who was right."""
    if not feedback:
        return None
    lower = {name.lower(): each for name, each in feedback.items()}
    for name in (*_GENERAL, *_RIGHT):
        if name in lower:
            text = told(lower[name], source)
            if text is not None:
                return text.text(source)
    return None


def _is_scored(facts: dict[str, str], kind: str, marking: Marking, asked: list[Drafted]) -> bool:
    """Whether an item earns points: no survey, and no text between questions."""
    about = f"{kind} {facts.get('bbmd_assessmenttype', '')} {facts.get('qmd_assessmenttype', '')}"
    if any(word in about.lower() for word in _UNSCORED):
        return False
    points = number(facts.get("points_possible", ""))
    if any(one.key is not None and one.key.state is not KeyState.ABSENT for one in asked):
        return True
    if points is not None:
        return points > 0
    return marking.given
