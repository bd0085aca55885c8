"""One response of an Open edX problem: what it offers, and what is right."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizlint.content import Interaction, Option, WrittenKey
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted
from quizlint.formats.kit.keys import Choices, accepted, key_of
from quizlint.formats.olx.traps import RIGHT
from quizlint.formats.tree.nodes import Scalar
from quizlint.formats.tree.xml_nodes import Element
from quizlint.text import Text
from quizlint.text.scalars.xml import Hole

GROUPS = frozenset({"choicegroup", "checkboxgroup", "radiogroup"})
INPUTS = GROUPS | frozenset(
    "optioninput textline formulaequationinput textbox imageinput jsinput chemicalequationinput "
    "crystallography schematic filesubmission annotationinput drag_and_drop_input javascriptinput "
    "designprotein2dinput editamoleculeinput editageneinput vsepr_input".split()
)
"""Elements in which a learner answers."""

DRAWN = frozenset({"customresponse", "externalresponse", "schematicresponse", "coderesponse"})
"""Responses that a program marks."""

MAX_LIST = 10_000
"""Characters of a list of options in one attribute, beyond which nothing is read."""

_HINTS = frozenset({"choicehint", "optionhint", "compoundhint"})
_VARIABLE = re.compile(r"\$\{?[A-Za-z_]")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)
_QUOTED = re.compile(r"""'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)\"""")


class Entered(NamedTuple):
    """One question of a response, and where its answer goes."""

    entry: Element
    question: Drafted


def read_response(response: Element, scripted: bool, desk: Desk) -> Iterator[Entered]:
    """The questions of one response: one, or one for each drop-down list.

    `scripted`: the problem has a program, whose variables `$name` stand for drawn values.
    """
    match response.name:
        case "multiplechoiceresponse" | "truefalseresponse" | "choiceresponse":
            asked = [_choices(response, desk.source)]
        case "optionresponse":
            lists = response.below(lambda each: each.name == "optioninput")
            asked = [_drop_down(each, desk.source) for each in lists]
        case "stringresponse":
            asked = [_typed(response, Interaction.TEXT, desk.source)]
        case "numericalresponse":
            asked = [_typed(response, Interaction.NUMERIC, desk.source)]
        case _:
            asked = [Entered(_entry(response), Drafted(response.span, Interaction.UNSUPPORTED))]
    written = desk.source[response.start : response.end]
    drawn = scripted and _VARIABLE.search(written) is not None
    for one in asked:
        one.question.dynamic = one.question.computed = drawn or response.name in DRAWN
        yield one


def _entry(response: Element) -> Element:
    return next(response.below(lambda each: each.name in INPUTS), response)


def _choices(response: Element, source: str) -> Entered:
    """A list of choices of which one, or with boxes several, can be taken."""
    group = next(response.below(lambda each: each.name in GROUPS), response)
    single = response.name == "multiplechoiceresponse" or group.name == "radiogroup"
    question = Drafted(response.span, Interaction.CHOICE if single else Interaction.MULTIPLE)
    choices = group.below(lambda each: each.name == "choice")
    question.options = [_choice(each, source) for each in choices]
    shuffle = group.attribute("shuffle")
    if shuffle is not None:
        question.shuffle = shuffle.value.strip().lower() == "true"
    question.pool = group.attribute("answer-pool") is not None
    return Entered(group, question)


def _choice(choice: Element, source: str) -> Option:
    """One choice. What is said about it stands inside it, and is no part of its text.

    Of several hints the one for who took the choice counts.
    """
    hints = [each for each in choice.children if each.name in _HINTS]
    holes: list[Hole] = [(each.start, each.end, "") for each in hints]
    told = next((each for each in hints if each.word("selected").lower() != "false"), None)
    feedback = None if told is None else told.markup()
    return Option(
        choice.markup(holes).text(source),
        choice.span,
        None,
        choice.word("correct").lower() in RIGHT,
        feedback.text(source) if feedback is not None and feedback.value else None,
    )


def _drop_down(entry: Element, source: str) -> Entered:
    """A drop-down list, in either of its spellings."""
    written, named = entry.attribute("options"), entry.attribute("correct")
    question = Drafted(entry.span, Interaction.CHOICE)
    options = question.options
    if written is None:
        options += [_choice(each, source) for each in entry.every("option")]
        return Entered(entry, question)
    whole = written.text(source)
    for match in _QUOTED.finditer(whole.value, 0, MAX_LIST):
        text = whole.slice(*match.span(match.lastindex or 1))
        options.append(Option(text, text.span))
    if not options:  # "a,b,c" is read too
        options += [Option(text, text.span) for text in _split(whole)]
    if named is not None and named.value.strip():
        answer = named.text(source)
        at = Choices(options).text(named.value)
        if at is not None:
            options[at] = options[at]._replace(correct=True)
        question.key = key_of([WrittenKey(answer, at)], len(options), answer.span)
    return Entered(entry, question)


def _split(whole: Text) -> Iterator[Text]:
    at = 0
    for part in whole.value[:MAX_LIST].strip("()").split(","):
        start = whole.value.index(part, at)
        at = start + len(part)
        words = part.strip()
        if words:
            start += part.index(words)
            yield whole.slice(start, start + len(words))


def _typed(response: Element, interaction: Interaction, source: str) -> Entered:
    """An answer to type in. All that are taken for right make the key."""
    right: list[Scalar] = []
    answer = response.attribute("answer")
    if answer is not None:
        right.append(answer)
    for other in response.every("additional_answer"):
        right.append(other.attribute("answer") or other.content())
    texts = [each.text(source) for each in right if each.value.strip()]
    allowed = _allowed(response) if interaction is Interaction.NUMERIC else ""
    question = Drafted(response.span, interaction, key=accepted(texts))
    question.responses = [
        Option(text, text.span, correct=True, tolerance=_tolerance(text.value, allowed))
        for text in texts
    ]
    return Entered(_entry(response), question)


def _allowed(response: Element) -> str:
    """What a `<responseparam type="tolerance">` says: a number, or a share such as `5%`."""
    params = response.below(lambda each: each.name == "responseparam")
    told = next((each for each in params if each.word("type") == "tolerance"), None)
    return "" if told is None else told.word("default")


def _tolerance(answer: str, allowed: str) -> float | None:
    """How far a number may be off; None where nothing is said or it cannot be told.

    Of an interval (`[1, 5)`) it is half the width.
    """
    answer = answer.strip()
    ends = answer[1:-1].split(",") if answer[:1] in "[(" and answer[-1:] in "])" else []
    if len(ends) == 2 and all(_NUMBER.fullmatch(end.strip()) for end in ends):
        return abs(float(ends[1]) - float(ends[0])) / 2
    share = allowed.endswith("%")
    number = allowed.rstrip("% ")
    if not _NUMBER.fullmatch(number):
        return None
    if not share:
        return float(number)
    return abs(float(answer) * float(number)) / 100 if _NUMBER.fullmatch(answer) else None
