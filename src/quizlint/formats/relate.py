"""Flows of RELATE: pages in YAML whose choices are marked with ~CORRECT~."""

import re
from collections.abc import Iterator

from quizlint.content import Document, Interaction, Item, Option, Prompt, Reading
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
_ANSWER = re.compile(r"<(?P<kind>plain|regex|case_sens_plain|sym_expr)>\s*")

RIGHT = frozenset({"CORRECT", "ALWAYS_CORRECT"})
"""Marks of choices that are right."""


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
        if said.endswith(("ChoiceQuestion", "TextQuestion")):
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
        texts = [_answer(each, desk) for each in listed if isinstance(each, Scalar)]
        drafted.key = accepted(text for text in texts if text)
        return drafted
    several = kind.startswith(("Multiple", "SurveyMultiple"))
    drafted.interaction = Interaction.MULTIPLE if several else Interaction.CHOICE
    shuffle = page.get("shuffle")
    drafted.shuffle = truth_of(shuffle.value) if isinstance(shuffle, Scalar) else None
    choices = page.get("choices")
    if not isinstance(choices, Sequence):
        desk.missing(page.span, "choices", "question", route)
    for each in choices.items if isinstance(choices, Sequence) else ():
        if isinstance(each, Scalar):
            drafted.options.append(_option(desk.text(each, route)))
    return drafted


def _option(whole: Text) -> Option:
    """A choice without the marks before it: right, always right, or not to be looked at."""
    at, marks = 0, set()
    while (mark := _MARK.match(whole.value, at)) is not None and mark.end() > at:
        marks.add(mark["mark"])
        at = mark.end()
    text = whole.slice(at, len(whole.value)) if at else whole
    return Option(text, whole.span, correct=not RIGHT.isdisjoint(marks))


def _answer(leaf: Scalar, desk: Desk) -> Text:
    """An accepted answer without its kind; of a pattern nothing is known."""
    whole = desk.text(leaf, "")
    kind = _ANSWER.match(whole.value)
    if kind is None:
        return whole
    end = kind.end() if kind["kind"] != "regex" else len(whole.value)
    return whole.slice(end, len(whole.value))
