"""Moodle XML: a question bank as Moodle exports and imports it."""

import re
from collections import Counter

from quizlint.content import Document, Reading
from quizlint.content.causes.nothing import Nothing
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.finish import nothing
from quizlint.formats.moodle.questions import read_question
from quizlint.formats.tree.xml import parse
from quizlint.formats.tree.xml_head import first_tag
from quizlint.formats.tree.xml_nodes import Element
from quizlint.text import Source, Span, Text

name = "moodle"

NOT_MOODLE = "it is XML without a Moodle question"
TEMPLATE = "it is a template that a program fills in, and no quiz yet"

_ITEMS = frozenset({"question"})
_UNREAD = frozenset(
    "correctfeedback partiallycorrectfeedback incorrectfeedback shownumcorrect hidden penalty file "
    "answernumbering showstandardinstruction hint responseformat responserequired".split()
)
_FILLED_IN = re.compile(r"\{%-?\s*\w+[^{}\n]*%\}|[>\"]\s*\{\{\s*[\w.|()\[\] ]+\}\}\s*[<\"]")
_PATH_START = re.compile(r"(?:\$\w+\$/)?(?:top/)?")


def sniff(_name: str, head: str) -> float:
    """By the outermost element. `<quiz>` is in use elsewhere too, so a question must follow it."""
    root, said = first_tag(head)
    if root == "quiz" and "xmlns" not in said:
        return 0.9 if "<question" in head else 0.5
    return 0.7 if root == "question" and "type" in said else 0.0


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every question in the file. A change of category begins another document."""
    if _FILLED_IN.search(source.text):
        return Reading(skipped=TEMPLATE)
    tree = parse(source, _ITEMS, _UNREAD)
    questions = _questions(tree.roots)
    desk = Desk(source.text)
    names = [_name(each) for each in questions]
    taken = Counter(names)
    groups: list[tuple[Text | None, list[tuple[Element, bool]]]] = [(None, [])]
    for element, called in zip(questions, names, strict=True):
        if element.word("type") == "category":
            groups.append((_category(element, source.text), []))
        else:  # Moodle lets questions share a name; ids are unique
            groups[-1][1].append((element, taken[called] == 1))
    filled = [(topic, elements) for topic, elements in groups if elements]
    documents = tuple(
        _document(topic, elements, f"[{index}]" if len(filled) > 1 else "", desk)
        for index, (topic, elements) in enumerate(filled)
    )
    problems = (*tree.problems, *desk.problems)
    if not documents and not problems:
        if not any(root.name == "quiz" for root in tree.roots):
            return Reading(skipped=NOT_MOODLE)
        problems = (nothing(source.text, Nothing.NO_QUESTION_ELEMENT.of(), tree.roots[0].tag),)
    return Reading(documents, problems, tree.comments)


def _document(
    topic: Text | None, elements: list[tuple[Element, bool]], route: str, desk: Desk
) -> Document:
    """The questions of one category, each given with whether its name is its own."""
    place = f"{route}.questions" if route else "questions"
    items = tuple(
        read_question(element, f"{place}[{index}]", desk, named=named)
        for index, (element, named) in enumerate(elements)
    )
    return Document(items, Span(items[0].span.start, items[-1].span.end), topic=topic, route=route)


def _questions(roots: tuple[Element, ...]) -> list[Element]:
    """The questions of a bank, and those of a fragment without one."""
    found: list[Element] = []
    for root in roots:
        found += [root] if root.name in _ITEMS else root.below(lambda each: each.name in _ITEMS)
    return found


def _name(element: Element) -> str:
    named = element.find("name")
    if named is None:
        return ""
    return (named.find("text") or named).content().value


def _category(element: Element, source: str) -> Text | None:
    """The path of a category, without the part that says where in Moodle it hangs."""
    category = element.find("category")
    if category is None:
        return None
    path = (category.find("text") or category).content().text(source)
    start = _PATH_START.match(path.value)
    cut = 0 if start is None else start.end()
    return path.slice(cut, len(path.value)) if cut < len(path.value) else None
