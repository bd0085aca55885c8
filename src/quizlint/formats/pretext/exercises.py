"""One exercise of PreTeXt: choices, a statement's truth, blanks, or something to be done."""

from collections.abc import Iterable, Iterator

from quizlint.content import Interaction, Item, Option, Prompt, Question
from quizlint.content.problems import UnreadQuestion
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.expressions import plainly
from quizlint.formats.kit.keys import accepted
from quizlint.formats.pretext.words import shown
from quizlint.formats.tree.xml_nodes import Element
from quizlint.text import Text

ASKING = frozenset("exercise task activity project exploration investigation".split())
"""Elements that ask something, or hold others that do."""

_MACHINES = frozenset({"webwork", "myopenmath", "stack", "doenet"})
"""Elements in which another program makes up what is asked."""

_ARRANGED = frozenset({"blocks", "matches", "matching", "cardsort", "areas"})
"""Elements by which things are put in order, matched, or clicked on."""

_BEHIND = frozenset(
    "title idx introduction conclusion hint answer solution feedback setup evaluation response "
    "choices notation".split()
)
"""What in an exercise without a statement is none of what it asks."""

_RIGHT = {"yes": True, "no": False}


def items_of(roots: Iterable[Element], desk: Desk) -> Iterator[Item]:
    """The items of all exercises. One with tasks is as many as it has tasks."""
    questions = prompts = 0
    for exercise in _asking(roots):
        machine = next(exercise.below(lambda each: each.name in _MACHINES), None)
        if machine is not None:
            desk.note(UnreadQuestion(machine.tag, "computed", claimed=False))
            continue
        drafted = _drafted(exercise, desk.source)
        if drafted is not None:
            drafted.route = f"questions[{questions}]"
            questions += 1
            yield _finished(drafted, exercise, desk)
            continue
        statement = exercise.find("statement")
        asked = shown(statement or exercise, desk.source, frozenset() if statement else _BEHIND)
        if asked is not None:
            yield Prompt(
                span=exercise.span,
                route=f"prompts[{prompts}]",
                id=_id(exercise, desk),
                prompt=asked,
            )
            prompts += 1


def _asking(roots: Iterable[Element]) -> Iterator[Element]:
    """The innermost elements that ask, in the order written."""
    for root in roots:
        inner = list(root.below(lambda each: each.name in ASKING))
        if inner:
            yield from _asking(inner)
        elif root.name in ASKING:
            yield root


def _drafted(exercise: Element, source: str) -> Drafted | None:
    """A question that can be marked; None for what is open."""
    statement, choices = exercise.find("statement"), exercise.find("choices")
    if choices is not None:
        return _choices(exercise, choices, source)
    if any(child.name in _ARRANGED for child in exercise.children):
        return Drafted(exercise.span, Interaction.UNSUPPORTED)
    if statement is None:
        return None
    truth = statement.attribute("correct")
    if truth is not None and truth.value.strip().lower() in _RIGHT:
        return _truth(exercise, truth.text(source), source)
    blanks = list(statement.below(lambda each: each.name == "fillin"))
    return _blanks(exercise, blanks, source) if blanks else None


def _finished(drafted: Drafted, exercise: Element, desk: Desk) -> Question:
    """The question, with what all kinds have."""
    source = desk.source
    drafted.id = _id(exercise, desk)
    drafted.stem = shown(exercise.find("statement"), source)
    drafted.rationale = shown(exercise.find("solution") or exercise.find("answer"), source)
    if drafted.stem is None:
        desk.missing(exercise.span, "statement", "exercise", drafted.route)
    return finish(drafted, desk)


def _id(exercise: Element, desk: Desk) -> Text | None:
    written = exercise.attribute("label") or exercise.attribute("xml:id")
    return None if written is None or not written.value else written.text(desk.source)


def _choices(exercise: Element, choices: Element, source: str) -> Drafted:
    drafted = Drafted(exercise.span)
    for choice in choices.every("choice"):
        said = choice.find("statement")
        text = shown(said or choice, source, frozenset() if said else frozenset({"feedback"}))
        drafted.options.append(
            Option(
                text or Text("", choice.tag, source),
                choice.span,
                correct=choice.word("correct").lower() == "yes",
                feedback=shown(choice.find("feedback"), source),
            )
        )
    several = sum(option.correct for option in drafted.options) > 1
    several = several or choices.word("multiple-correct").lower() == "yes"
    drafted.interaction = Interaction.MULTIPLE if several else Interaction.CHOICE
    mixed = choices.attribute("randomize")
    drafted.shuffle = None if mixed is None else mixed.value.strip().lower() == "yes"
    return drafted


def _truth(exercise: Element, word: Text, source: str) -> Drafted:
    """A statement that is true or not. Neither option is written; both stand where that is said."""
    right = _RIGHT[word.value.strip().lower()]
    told = shown(exercise.find("feedback"), source)
    drafted = Drafted(exercise.span, Interaction.TRUE_FALSE, shuffle=False)
    drafted.options = [
        Option(Text(name, word.span, source), word.span, None, own, told if own else None)
        for name, own in (("True", right), ("False", not right))
    ]
    return drafted


def _blanks(exercise: Element, blanks: list[Element], source: str) -> Drafted | None:
    """Blanks to fill; None where nothing in the file marks them, as in a book that is printed."""
    written = [each for blank in blanks if (each := blank.attribute("answer")) is not None]
    right = [each.text(source) for each in written if each.value.strip()]
    marked = exercise.find("evaluation") or exercise.find("setup")
    if not right and marked is None:
        return None
    drafted = Drafted(exercise.span, computed=True)
    if marked is not None and not right:
        right = list(_conditions(marked, source))
    if right:
        drafted.key, drafted.computed = accepted(right), False
    numbers = blanks[0].word("mode") == "number"
    one = Interaction.NUMERIC if numbers else Interaction.TEXT
    drafted.interaction = one if len(blanks) == 1 else Interaction.CLOZE
    if len(blanks) == 1:
        drafted.responses = [Option(text, text.span, correct=True) for text in right]
    return drafted


def _conditions(setup: Element, source: str) -> Iterator[Text]:
    """What older exercises take for right: of each blank the first condition, if it is a text."""
    for blank in setup.every("var"):
        first = blank.find("condition")
        pattern = None if first is None else first.attribute("string")
        text = None if pattern is None else plainly(pattern.text(source))
        if text:
            yield text
