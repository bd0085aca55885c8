"""One `<problem>`: the questions it asks, and the words around them."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from quizlint.content import ProblemKind, Question, Stimulus
from quizlint.formats.kit.desk import Desk
from quizlint.formats.olx.responses import INPUTS, Asked, read_response
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
    asked: list[Asked] = []
    before = problem.inner
    shared: Scalar | None = None
    for response in responses:
        lead = _lead(source, before, response.start, unseen)
        before = response.end
        shared = lead or shared
        for one in read_response(response, scripted, desk, f"questions[{first + len(found)}]"):
            route = f"questions[{first + len(found)}]"
            stem, uses_lead = _stem(one, response, lead or shared, problem, desk, route)
            solution = next(response.below(lambda each: each.name == "solution"), None)
            if solution is None and len(responses) == 1:
                solution = lone_solution
            shown = one.entry.attribute("src") if lead is None or uses_lead else lead
            passage = None if shown is None else shown.text(source)
            drawn = one.dynamic or (scripted and _VARIABLE.search(stem.value) is not None)
            asked.append(one)
            found.append(
                Question(
                    span=problem.span if len(responses) == 1 else response.span,
                    route=route,
                    id=identity.text(source) if identity is not None and not found else None,
                    stem=stem,
                    options=tuple(one.options),
                    key=one.key,
                    rationale=None if solution is None else _rationale(solution, source),
                    interaction=one.interaction,
                    stimulus=None if passage is None else Stimulus(passage, passage.span),
                    shuffle=one.shuffle,
                    dynamic=drawn,
                    pool=one.pool,
                    responses=tuple(one.responses),
                )
            )
    markdown = problem.attribute("markdown")
    if markdown is not None and "\n" in markdown.value.strip() and not scripted:
        from quizlint.formats.olx.shorthand import compare

        compare(markdown.value, asked, [each.route for each in found], desk)
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
    one: Asked, response: Element, lead: Scalar | None, problem: Element, desk: Desk, route: str
) -> tuple[Text, bool]:
    """The question itself, and whether the text before the response was taken for it."""
    source = desk.source
    label = next(response.below(lambda each: each.name == "label"), None)
    if label is not None and label.content().value:
        return _described(label, response).text(source), False
    own = _own_words(response, one.entry)
    if own is not None:
        return own.text(source), False
    if lead is not None:
        return lead.text(source), True
    for element, name in ((one.entry, "label"), (problem, "display_name")):
        said = element.attribute(name)
        if said is not None and said.value.strip():
            return said.text(source), False
    missing = {"field": "label", "owner": "question"}
    desk.note(ProblemKind.MISSING_FIELD, response.tag, route, **missing)
    return Text("", response.tag, source), False


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
