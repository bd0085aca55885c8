"""One question of Moodle XML, whatever its type."""

from dataclasses import dataclass
from functools import lru_cache

from quizlint.content import Interaction, Option, Question
from quizlint.content.problems import Expected, MissingField, WrongType
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.keys import accepted
from quizlint.formats.kit.levels import LEVELS
from quizlint.formats.moodle.traps import NO, check_plain, check_switch, check_truths
from quizlint.formats.tree.nodes import Scalar
from quizlint.formats.tree.xml_nodes import Element
from quizlint.text import Text

CHOOSING = frozenset({"multichoice", "multichoiceset", "oumultiresponse", "calculatedmulti"})
COMPUTED = frozenset({"calculated", "calculatedmulti", "calculatedsimple"})
"""Types whose texts hold `{=…}`: the numbers are drawn when a learner meets the question."""

UNWEIGHED = frozenset({"multichoiceset", "oumultiresponse"})
"""Types of which all right options, and nothing else, must be taken: fractions only mark them."""

DRAWN = COMPUTED | frozenset(
    {"random", "randomsamatch", "stack", "formulas", "varnumeric", "varnumericset"}
)
INTERACTIONS = {
    **dict.fromkeys(CHOOSING, Interaction.CHOICE),
    "truefalse": Interaction.TRUE_FALSE,
    **dict.fromkeys(("shortanswer", "regexp", "pmatch", "essay"), Interaction.TEXT),
    **dict.fromkeys(("numerical", "calculated", "calculatedsimple"), Interaction.NUMERIC),
    **dict.fromkeys(("varnumeric", "varnumericset"), Interaction.NUMERIC),
    "matching": Interaction.MATCH,
    "ddmatch": Interaction.MATCH,
    "ordering": Interaction.ORDER,
    **dict.fromkeys(("cloze", "multianswer"), Interaction.CLOZE),
}
"""What Moodle's question types ask for; those of other plugins are not supported."""

SWITCHES = (None, "true", "false", "1", "0", "")
"""How a switch is mostly written. Any other word needs a look."""

FULL = 100.0
"""The fraction, in percent, of an answer that earns all points."""


@dataclass(slots=True, eq=False)
class _Parts:
    """The elements inside a question by name. Of one written twice the first counts."""

    single: dict[str, Element]
    answers: list[Element]
    pairs: list[Element]

    def text(self, name: str, source: str) -> Text | None:
        """A part's text, or None where it has none."""
        part = self.single.get(name)
        if part is None:
            return None
        leaf = inner(part)
        return leaf.text(source) if leaf.value else None

    def word(self, name: str) -> str | None:
        """A part that is one word for programs; None where it is absent."""
        part = self.single.get(name)
        return None if part is None else part.content().value


def inner(part: Element) -> Scalar:
    """The text of a part: it stands in a `<text>`, but not always."""
    return (part.find("text") or part).content()


def read_question(element: Element, route: str, desk: Desk, *, named: bool) -> Question:
    """One question. `named`: its name is its own, so that it serves as an id."""
    source = desk.source
    parts = _parts(element)
    kind = element.word("type").lower()
    if not kind:
        desk.note(MissingField(element.tag, "type", route=route))
    stem = parts.text("questiontext", source)
    name = parts.text("name", source)
    if stem is None or kind == "random":  # Moodle puts a number there
        if kind not in DRAWN and "questiontext" not in parts.single:
            desk.note(MissingField(element.tag, "questiontext", route=route))
        stem = _instead_of_stem(parts, name, kind, element, source)
    else:
        check_plain(parts.single["questiontext"], stem, route, desk)
    question = Drafted(
        element.span,
        INTERACTIONS.get(kind, Interaction.UNSUPPORTED),
        stem,
        route,
        id=parts.text("idnumber", source) if name is None or not named else name,
        difficulty=_level(parts, source),
        rationale=parts.text("generalfeedback", source) or parts.text("graderinfo", source),
        shuffle=_shuffle(parts, kind),
        computed=kind in DRAWN,
        dynamic=kind in DRAWN,
        scored=kind != "description" and not _worth_nothing(parts),
    )
    _answer(question, kind, parts, desk)
    return finish(question, desk)


def _answer(question: Drafted, kind: str, parts: _Parts, desk: Desk) -> None:
    """Tell how a question is answered, and what is right."""
    source, route = desk.source, question.route
    match question.interaction:
        case Interaction.CHOICE | Interaction.TRUE_FALSE:
            for switch in ("single", "shuffleanswers"):
                if parts.word(switch) not in SWITCHES:
                    check_switch(parts.single[switch], route, desk)
            if kind == "truefalse":
                check_truths([inner(answer) for answer in parts.answers], route, desk)
            several = (parts.word("single") or "").lower() in NO or kind in UNWEIGHED
            if several:
                question.interaction = Interaction.MULTIPLE
            question.options = _options(parts.answers, several, route, desk)
            if kind in UNWEIGHED:
                question.options = [each._replace(weight=None) for each in question.options]
        case Interaction.TEXT | Interaction.NUMERIC:
            question.responses = [_response(answer, route, desk) for answer in parts.answers]
            right = [each.text for each in question.responses if each.correct and each.text]
            question.key = accepted(right)
        case Interaction.MATCH:
            _pair(question, parts.pairs, source)
        case Interaction.ORDER:
            question.options = [
                Option(leaf.text(source), answer.span)
                for answer in parts.answers
                if (leaf := inner(answer)).value
            ]
        case Interaction.CLOZE if question.stem is not None and "questiontext" in parts.single:
            from quizlint.formats.moodle.cloze import read_gaps

            text = inner(parts.single["questiontext"])
            question.stem, question.key = read_gaps(question.stem, text, source)
        case _:
            pass


def _parts(element: Element) -> _Parts:
    parts = _Parts({}, [], [])
    single = parts.single
    for child in element.children:
        if child.name == "answer":
            parts.answers.append(child)
        elif child.name == "subquestion":
            parts.pairs.append(child)
        else:
            single.setdefault(child.name, child)
    return parts


def _level(parts: _Parts, source: str) -> Text | None:
    """The level that a tag names."""
    tags = parts.single.get("tags")
    for tag in () if tags is None else tags.every("tag"):
        leaf = inner(tag)
        if leaf.value.lower() in LEVELS:
            return leaf.text(source)
    return None


def _instead_of_stem(
    parts: _Parts, name: Text | None, kind: str, element: Element, source: str
) -> Text:
    """What is shown for a question without a text: its name where it needs none."""
    if kind in DRAWN and name is not None:
        return name
    part = parts.single.get("questiontext")
    return Text("", element.tag if part is None else inner(part).span, source)


def _options(answers: list[Element], several: bool, route: str, desk: Desk) -> list[Option]:
    """The options with their weights in percent of the question's points.

    Unless several can be chosen, those that earn most are right, and what earns less partly wrong.
    """
    weights = [_fraction(answer, route, desk) for answer in answers]
    positive = [weight for weight in weights if weight is not None and weight > 0]
    least = 0.0
    if positive and not several:
        least = min(max(positive), FULL) - 0.01
    source = desk.source
    options: list[Option] = []
    for answer, weight in zip(answers, weights, strict=True):
        text = inner(answer).text(source)
        told = answer.find("feedback")
        feedback = None if told is None else inner(told)
        options.append(
            Option(
                text,
                answer.span,
                None,
                weight is not None and weight > least,
                feedback.text(source) if feedback is not None and feedback.value else None,
                weight,
            )
        )
    return options


def _fraction(answer: Element, route: str, desk: Desk) -> float | None:
    """How much of the points an answer earns, in percent; nothing where nothing is said."""
    written = answer.attribute("fraction")
    if written is None:
        return 0.0
    value = _number(written.value.strip())
    if value is None:
        said = written.value.strip()
        desk.note(WrongType(written.span, "fraction", Expected.NUMBER, value=said, route=route))
    return value


@lru_cache(64)
def _number(value: str) -> float | None:
    """A number as programs write it. Most are one of a few."""
    digits = value.lstrip("+-")
    known = value.isascii() and digits.replace(".", "", 1).isdigit() and len(value) < 40
    return float(value) if known and len(value) - len(digits) < 2 else None


def _response(answer: Element, route: str, desk: Desk) -> Option:
    """An answer that learners may type, with what it earns and how far a number may be off."""
    source = desk.source
    weight = _fraction(answer, route, desk)
    told, said = answer.find("feedback"), answer.find("tolerance")
    feedback = None if told is None else inner(told)
    allowed = "" if said is None else inner(said).value.strip()
    return Option(
        inner(answer).text(source),
        answer.span,
        None,
        weight is not None and weight > 0,
        feedback.text(source) if feedback is not None and feedback.value else None,
        weight,
        _number(allowed),
    )


def _pair(question: Drafted, pairs: list[Element], source: str) -> None:
    """Tell what is to be matched (the options), and what it is matched with (the answers).

    An answer without a text before it is a lure: it belongs to nothing.
    """
    partners: list[Text] = []
    for pair in pairs:
        left, answer = inner(pair), pair.find("answer")
        right = None if answer is None else inner(answer)
        if pair.find("text") is None or not left.value:
            if right is not None and right.value:
                question.responses.append(Option(right.text(source), pair.span))
            continue
        question.options.append(Option(left.text(source), pair.span))
        if right is not None and right.value:
            partners.append(right.text(source))
    question.key = accepted(partners)


def _shuffle(parts: _Parts, kind: str) -> bool | None:
    if kind == "truefalse":
        return False
    said = parts.word("shuffleanswers")
    return None if not said else said.lower() not in NO


def _worth_nothing(parts: _Parts) -> bool:
    """Whether a question earns no points: it is a survey, or a text between questions."""
    grade = parts.word("defaultgrade")
    return grade is not None and _number(grade) == 0.0
