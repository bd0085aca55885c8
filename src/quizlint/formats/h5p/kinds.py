"""The types of H5P content that ask something, one reader each."""

import re
from collections.abc import Callable, Iterator

from quizlint.content import (
    Card,
    Interaction,
    Item,
    Option,
    Prompt,
    Question,
)
from quizlint.content.causes.platform import Platform
from quizlint.content.problems import FormatTrap
from quizlint.formats.h5p.items import (
    Numbers,
    first_is_right,
    inside,
    mappings,
    seen,
    strings,
    text_at,
    truth,
)
from quizlint.formats.h5p.traps import gap_traps
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.gaps import Gaps, with_blanks
from quizlint.formats.kit.keys import accepted
from quizlint.formats.tree.nodes import Mapping, Scalar, Sequence
from quizlint.text import Text

Read = Callable[[Mapping, Numbers], Iterator[Item]]

_GAP = re.compile(r"\*(?P<answers>[^*:]*)(?::[^*]*)?\*")
_ALTERNATIVE = re.compile(r"[^/]+")


def _multi_choice(node: Mapping, numbers: Numbers) -> Iterator[Item]:
    desk, route = numbers.desk, numbers.route("questions")
    options = [
        _option(each, f"{route}.options[{index}]", desk)
        for index, each in enumerate(mappings(node.get("answers")))
    ]
    right = sum(option.correct for option in options)
    kind = inside(node, "behaviour", "type")
    said = kind.value if isinstance(kind, Scalar) else "auto"
    alone = truth(inside(node, "behaviour", "singleAnswer"))  # of content made before 2015
    several = said == "multi" or (said != "single" and right > 1 and alone is not True)
    shuffled = truth(inside(node, "behaviour", "randomAnswers"))
    question = Drafted(
        node.span,
        Interaction.MULTIPLE if several else Interaction.CHOICE,
        text_at(node, "question", "question", route, desk),
        route,
        options=options,
        shuffle=shuffled is not False,
    )
    yield finish(question, desk)


def _option(node: Mapping, route: str, desk: Desk) -> Option:
    right = truth(node.get("correct")) is True
    remark = "chosenFeedback"
    feedback = seen(inside(node, "tipsAndFeedback", remark) or node.get(remark), desk)
    text = text_at(node, "text", "option", route, desk)
    return Option(text, node.span, correct=right, feedback=feedback)


def _true_false(node: Mapping, numbers: Numbers) -> Iterator[Item]:
    desk, route = numbers.desk, numbers.route("questions")
    stem = text_at(node, "question", "question", route, desk)
    written = node.get("correct")
    said = truth(written)
    place = written.span if isinstance(written, Scalar) else stem.span
    if isinstance(written, Scalar) and written.kind == "boolean" and said:
        desk.note(FormatTrap(place, Platform.H5P_TRUTH.of(), '"true"', route=route))
    words = ("True", "trueText", True), ("False", "falseText", False)
    options = [
        Option(
            seen(inside(node, "l10n", field), desk) or Text(word, place, desk.source),
            place,
            correct=said is own,
            feedback=seen(
                inside(node, "behaviour", f"feedbackOn{'Correct' if said is own else 'Wrong'}"),
                desk,
            ),
        )
        for word, field, own in words
    ]
    question = Drafted(node.span, Interaction.TRUE_FALSE, stem, route, options=options)
    question.shuffle = False
    yield finish(question, desk)


def _single_choice_set(node: Mapping, numbers: Numbers) -> Iterator[Item]:
    for each in mappings(node.get("choices")):
        route = numbers.route("questions")
        stem = text_at(each, "question", "question", route, numbers.desk)
        yield _first_right(each, stem, "answers", route, numbers.desk)


def _summary(node: Mapping, numbers: Numbers) -> Iterator[Item]:
    for each in mappings(node.get("summaries")):
        route = numbers.route("questions")
        stem = text_at(node, "intro", "summary", route, numbers.desk)
        yield _first_right(each, stem, "summary", route, numbers.desk)


def _first_right(node: Mapping, stem: Text, field: str, route: str, desk: Desk) -> Question:
    options = first_is_right(strings(node.get(field)), desk)
    question = Drafted(node.span, Interaction.CHOICE, stem, route, options=options, listed=False)
    question.shuffle, question.order_meaningful = True, False
    return finish(question, desk)


def _blanks(node: Mapping, numbers: Numbers) -> Iterator[Item]:
    task = seen(node.get("text"), numbers.desk)
    for text in strings(node.get("questions")):
        yield _cloze(text, task, [], numbers, typed=True)


def _drag_text(node: Mapping, numbers: Numbers) -> Iterator[Item]:
    desk = numbers.desk
    task = seen(node.get("taskDescription"), desk)
    wrong: list[Option] = []
    distractors = node.get("distractors")
    if isinstance(distractors, Scalar):
        whole = distractors.text(desk.source)
        for gap in _GAP.finditer(whole.value):
            text = whole.slice(*gap.span("answers"))
            if text:
                wrong.append(Option(text, text.span))
    field = node.get("textField")
    if isinstance(field, Scalar) and field.kind != "null":
        yield _cloze(field, task, wrong, numbers)


def _cloze(
    leaf: Scalar, task: Text | None, wrong: list[Option], numbers: Numbers, *, typed: bool = False
) -> Question:
    """A text with `*answer/other answer:tip*` in it, which learners drag, or are to type."""
    source, route = numbers.desk.source, numbers.route("questions")
    whole = leaf.text(source)
    gaps: Gaps = []
    right: list[Text] = []
    for gap in _GAP.finditer(leaf.value):
        gaps.append(gap.span())
        start = gap.start("answers")
        for answer in _ALTERNATIVE.finditer(gap["answers"]):
            text = whole.slice(start + answer.start(), start + answer.end())
            if text:
                right.append(text)
    for span, cause in gap_traps(whole, gaps, typed=typed):
        numbers.desk.note(FormatTrap(span, cause.of(), route=route))
    question = Drafted(
        leaf.span,
        Interaction.CLOZE,
        with_blanks(leaf, gaps, source),
        route,
        key=accepted(right),
        responses=wrong,
        passage=task,
    )
    return finish(question, numbers.desk)


def _dialog_cards(node: Mapping, numbers: Numbers) -> Iterator[Item]:
    yield from _cards(node, "dialogs", numbers)


def _flashcards(node: Mapping, numbers: Numbers) -> Iterator[Item]:
    yield from _cards(node, "cards", numbers)


def _cards(node: Mapping, field: str, numbers: Numbers) -> Iterator[Item]:
    desk = numbers.desk
    for each in mappings(node.get(field)):
        route = numbers.route("cards")
        picture = seen(inside(each, "imageAltText"), desk) or seen(
            inside(each, "image", "path"), desk
        )
        front = seen(each.get("text"), desk) or picture
        yield Card(
            span=each.span,
            route=route,
            front=front or text_at(each, "text", "card", route, desk),
            back=text_at(each, "answer", "card", route, desk),
        )


def _essay(node: Mapping, numbers: Numbers) -> Iterator[Item]:
    desk, route = numbers.desk, numbers.route("prompts")
    prompt = text_at(node, "taskDescription", "prompt", route, desk)
    yield Prompt(span=node.span, route=route, prompt=prompt)


def _unsupported(node: Mapping, numbers: Numbers) -> Iterator[Item]:
    """A question that is counted, and about which nothing else can be said."""
    desk = numbers.desk
    names = ("question", "taskDescription", "textField", "introduction", "headline")
    said = (seen(node.get(name), desk) for name in names)
    beginning = desk.visible(node.span)
    stem = next(filter(None, said), None) or Text("", beginning, desk.source)
    route = numbers.route("questions")
    yield finish(Drafted(node.span, Interaction.UNSUPPORTED, stem, route), desk)


_OTHERS = (
    "DragQuestion MarkTheWords ImageHotspotQuestion ImageMultipleHotspotQuestion SortParagraphs "
    "SpeakTheWords ImageSequencing ImagePair FindTheWords Crossword AdvancedBlanks Dictation"
)

READERS: dict[str, Read] = {
    "MultiChoice": _multi_choice,
    "TrueFalse": _true_false,
    "SingleChoiceSet": _single_choice_set,
    "Summary": _summary,
    "Blanks": _blanks,
    "DragText": _drag_text,
    "Dialogcards": _dialog_cards,
    "Flashcards": _flashcards,
    "Essay": _essay,
    **dict.fromkeys(_OTHERS.split(), _unsupported),
}
"""The reader of each type that asks something. Of any other, what is nested in it is read."""


def kind_by_shape(node: Mapping) -> str:
    """The type of content whose library is not named, by its fields; empty if none fits."""
    if "question" in node and isinstance(node.get("answers"), Sequence):
        return "MultiChoice"
    if "question" in node and isinstance(node.get("correct"), Scalar):
        return "TrueFalse"
    if any("answers" in each for each in mappings(node.get("choices"))):
        return "SingleChoiceSet"
    if any("answer" in each for each in mappings(node.get("dialogs"))):
        return "Dialogcards"
    if any("answer" in each for each in mappings(node.get("cards"))):
        return "Flashcards"
    if isinstance(node.get("textField"), Scalar):
        return "DragText"
    if "text" in node and any("*" in each.value for each in strings(node.get("questions"))):
        return "Blanks"
    return ""
