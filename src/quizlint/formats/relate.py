"""Flows of RELATE: pages in YAML whose choices are marked with ~CORRECT~."""

import re
from collections.abc import Iterator

from quizlint.content import Document, Interaction, Item, Key, KeyState, Option, Prompt, Reading
from quizlint.content.causes.nothing import Nothing
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.kit.desk import Desk, truth_of
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.finish import nothing
from quizlint.formats.kit.keys import accepted
from quizlint.formats.tree.nodes import Mapping, Node, Scalar, Sequence
from quizlint.formats.tree.yaml import parse
from quizlint.text import Source, Span, Text

name = "relate"

_SNIFFED = re.compile(
    r"^[ \t]*(?:-[ \t]+)?type:[ \t]*[\"']?"
    r"(?:Survey)?(?:Multiple)?(?:Choice|Text|InlineMulti)Question\b",
    re.MULTILINE,
)
_MARK = re.compile(r"[ \t]*~(?P<mark>[A-Z_]+)~[ \t]*")
_ANSWER = re.compile(r"<(?P<kind>[a-z_]+)>\s*")

RIGHT = frozenset({"correct", "always_correct"})
"""Marks of choices that are right."""

PATTERNS = frozenset({"regex", "case_sens_regex"})
"""Kinds of accepted answers of which no single one can be told."""

READ_BY_PEOPLE = "HumanGradedTextQuestion"


def sniff(name: str, head: str) -> float:
    """By one page that asks, of a type that only RELATE has."""
    yaml = name.lower().endswith((".yaml", ".yml"))
    return 1.0 if yaml and _SNIFFED.search(head) and "prompt:" in head else 0.0


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every page that asks something, however deep in the flow."""
    tree = parse(source)
    desk = Desk(source.text)
    pages = [page for root in tree.roots for page in _pages(root)]
    items = list(_items(pages, desk))
    problems = (*tree.problems, *desk.problems)
    if not items:
        empty = () if problems else (nothing(source.text, Nothing.EMPTY_LIST.of()),)
        return Reading(problems=(*problems, *empty), comments=tree.comments)
    first = next((each for each in tree.roots if isinstance(each, Mapping)), None)
    titled = first.get("title") if first is not None else None
    title = titled.text(source.text) if isinstance(titled, Scalar) and titled.value else None
    span = Span(items[0].span.start, items[-1].span.end)
    return Reading((Document(tuple(items), span, title=title),), problems, tree.comments)


def _pages(root: Node) -> Iterator[Mapping]:
    """The mappings that have a type and a prompt, in the order written."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Sequence):
            waiting += reversed(node.items)
        elif isinstance(node, Mapping):
            if isinstance(node.get("type"), Scalar) and node.get("prompt") is not None:
                yield node
            else:
                waiting += reversed([value for _, value in node.fields.values()])


def _items(pages: list[Mapping], desk: Desk) -> Iterator[Item]:
    questions = prompts = 0
    for page in pages:
        kind = page.get("type")
        said = kind.value.strip() if isinstance(kind, Scalar) else ""
        asks = said.endswith(("ChoiceQuestion", "TextQuestion"))
        if asks and said not in (READ_BY_PEOPLE, "SurveyTextQuestion"):
            route = f"questions[{questions}]"
            questions += 1
            yield finish(_drafted(page, said, route, desk), desk)
        elif said.endswith("Question"):
            route = f"prompts[{prompts}]"
            asked = desk.leaf(page.get("prompt"), "prompt", route)
            if asked is not None:
                prompts += 1
                yield Prompt(span=page.span, route=route, prompt=asked)


def _drafted(page: Mapping, kind: str, route: str, desk: Desk) -> Drafted:
    drafted = Drafted(page.span, route=route)
    drafted.stem = desk.leaf(page.get("prompt"), "prompt", route)
    drafted.id = desk.leaf(page.get("id"), "id", route)
    drafted.scored = not kind.startswith("Survey")
    drafted.rationale = desk.leaf(page.get("answer_explanation"), "answer_explanation", route)
    if kind.endswith("TextQuestion"):
        drafted.interaction = Interaction.TEXT
        answers = page.get("answers")
        listed = answers.items if isinstance(answers, Sequence) else ()
        texts = [_answer(each, desk) for each in listed]
        drafted.key = accepted(text for text in texts if text)
        if listed and not any(texts):
            drafted.key = Key(KeyState.COMPUTED)
        return drafted
    several = kind.startswith(("Multiple", "SurveyMultiple"))
    drafted.interaction = Interaction.MULTIPLE if several else Interaction.CHOICE
    shuffle = page.get("shuffle")
    drafted.shuffle = truth_of(shuffle.value) if isinstance(shuffle, Scalar) else None
    choices = page.get("choices")
    if not isinstance(choices, Sequence):
        desk.missing(page.span, "choices", "question", route)
    for each in choices.items if isinstance(choices, Sequence) else ():
        if (option := _option(each, route, desk)) is not None:
            drafted.options.append(option)
    drafted.pool = not several and sum(option.correct is True for option in drafted.options) > 1
    return drafted


def _option(node: Node, route: str, desk: Desk) -> Option | None:
    """A choice, and whether it is right: by the marks before it, or by its mode.

    One that is not to be looked at is wrong as far as anybody can tell.
    """
    if isinstance(node, Mapping):
        text, mode = node.get("text"), node.get("mode")
        if not isinstance(text, Scalar):
            return None
        said = mode.value if isinstance(mode, Scalar) else ""
        return Option(desk.text(text, route), node.span, correct=said in RIGHT)
    if not isinstance(node, Scalar):
        return None
    whole = desk.text(node, route)
    at, marks = 0, set()
    while (mark := _MARK.match(whole.value, at)) is not None:
        marks.add(mark["mark"].lower())
        at = mark.end()
    rest = whole.slice(at, len(whole.value)) if at else whole
    return Option(rest, whole.span, correct=not RIGHT.isdisjoint(marks))


def _answer(node: Node, desk: Desk) -> Text | None:
    """An accepted answer without its kind; of a pattern nothing is known."""
    if isinstance(node, Mapping):
        value, kind = node.get("value"), node.get("type")
        if not isinstance(value, Scalar) or not isinstance(kind, Scalar) or kind.value in PATTERNS:
            return None
        return desk.text(value, "")
    if not isinstance(node, Scalar):
        return None
    whole = desk.text(node, "")
    match = _ANSWER.match(whole.value)
    if match is None:
        return whole
    return None if match["kind"] in PATTERNS else whole.slice(match.end(), len(whole.value))
