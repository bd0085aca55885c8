"""One `<problem>`: the questions it asks, and the words around them."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from quizlint.content import Question
from quizlint.content.problems import MissingField
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import finish
from quizlint.formats.olx.responses import INPUTS, read_response
from quizlint.formats.olx.traps import check_flags
from quizlint.formats.tree.nodes import Scalar
from quizlint.formats.tree.xml_nodes import Element, marked_up
from quizlint.text import Text
from quizlint.text.scalars.xml import Hole

_UNSEEN = frozenset({"script", "style", "solution", "demandhint", "label", "description"})
"""Parts of a problem that are not the text before its questions."""

_VARIABLE = re.compile(r"\$\{?[A-Za-z_]\w*")
_TAG = re.compile(r"<[^<>]*>")
_MEDIA = re.compile(r"<(?:img|video|audio|iframe|object|svg|canvas)\b")
_HEADING = re.compile(r"\s*(?:explanation|solution|answer)\s*:?\s*", re.IGNORECASE)


def read_problem(problem: Element, first: int, desk: Desk, *, alone: bool) -> list[Question]:
    """The questions of one problem; `first` is the number of the first. `alone`: it is the file."""
    source = desk.source
    responses = list(problem.below(lambda each: each.name.endswith("response")))
    if not responses:
        return []
    scripted = any(True for _ in problem.below(lambda each: each.name == "script"))
    unseen = _unseen(problem, responses)
    identity = problem.attribute("url_name")
    if identity is None and not alone:
        identity = problem.attribute("display_name")
    lone_solution = next(problem.below(lambda each: each.name == "solution"), None)
    found: list[Question] = []
    before = problem.inner
    shared: Scalar | None = None
    for response in responses:
        lead = _lead(source, before, response.start, unseen)
        before = response.end
        shared = lead or shared
        check_flags(response, f"questions[{first + len(found)}]", desk)
        solution = next(response.below(lambda each: each.name == "solution"), None)
        if solution is None and len(responses) == 1:
            solution = lone_solution
        for entry, question in read_response(response, scripted, desk):
            question.route = f"questions[{first + len(found)}]"
            question.span = problem.span if len(responses) == 1 else response.span
            if identity is not None and not found:
                question.id = identity.text(source)
            stem = _stem(entry, response, lead or shared, problem)
            if stem is None:
                desk.note(MissingField(response.tag, "label", route=question.route))
                question.stem = Text("", response.tag, source)
            else:
                question.stem = stem.text(source)
                question.dynamic |= scripted and _VARIABLE.search(stem.value) is not None
            shown = entry.attribute("src") if lead is None or stem is lead else lead
            question.passage = None if shown is None else shown.text(source)
            question.rationale = None if solution is None else _rationale(solution, source)
            found.append(finish(question, desk))
    markdown = problem.attribute("markdown")
    if markdown is not None and "\n" in markdown.value.strip() and not scripted:
        from quizlint.formats.olx.shorthand import compare

        compare(markdown.value, found, desk)
    return found


def _unseen(problem: Element, responses: Sequence[Element]) -> list[Hole]:
    """The ranges of a problem that are no text before a question, in order."""
    known = {each.start for each in responses}
    hidden = problem.below(lambda each: each.name in _UNSEEN or each.start in known)
    return [(each.start, each.end, "") for each in hidden]


def _lead(source: str, start: int, end: int, unseen: Sequence[Hole]) -> Scalar | None:
    """The text before a question, if there is any that a learner sees."""
    holes = unseen[bisect_left(unseen, (start,)) : bisect_left(unseen, (end,))]
    found = marked_up(source, start, end, holes)
    return found if _is_seen(found.value) else None


def _is_seen(value: str) -> bool:
    return bool(_TAG.sub("", value).strip()) or _MEDIA.search(value) is not None


def _stem(
    entry: Element, response: Element, lead: Scalar | None, problem: Element
) -> Scalar | None:
    """The question itself, which may be the text before the response."""
    label = next(response.below(lambda each: each.name == "label"), None)
    if label is not None and label.content().value:
        return _described(label, response)
    said = _own_words(response, entry) or lead
    if said is not None:
        return said
    names = (entry.attribute("label"), problem.attribute("display_name"))
    return next((each for each in names if each is not None and each.value.strip()), None)


def _described(label: Element, response: Element) -> Scalar:
    """A label, with the description that often follows it ("choose two")."""
    described = next(response.below(lambda each: each.name == "description"), None)
    if described is None or described.start < label.end or not described.content().value:
        return label.markup()
    if label.source[label.end : described.start].strip():
        return label.markup()
    between = (label.inner_end, described.inner, " ")
    return marked_up(label.source, label.inner, described.inner_end, [between])


def _own_words(response: Element, entry: Element) -> Scalar | None:
    """The text inside a response before the place where the answer goes, or around it."""
    hidden = response.below(lambda each: each.name in _UNSEEN or each.name in INPUTS)
    holes: list[Hole] = [(each.start, each.end, "") for each in hidden]
    if response.start == entry.start:  # an input of its own kind, such as a drawing board
        return None
    found = marked_up(response.source, response.inner, entry.start, holes)
    return found if _is_seen(found.value) else None


def _rationale(solution: Element, source: str) -> Text | None:
    """What a solution says, without the frame and the heading that Studio puts around it."""
    children = solution.children
    if len(children) == 1 and children[0].name == "div":
        solution = children[0]
    holes: list[Hole] = []
    if solution.children and _HEADING.fullmatch(solution.children[0].content().value):
        heading = solution.children[0]
        holes.append((heading.start, heading.end, ""))
    found = solution.markup(holes)
    return found.text(source) if _is_seen(found.value) else None
