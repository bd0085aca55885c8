"""IMS QTI: 1.2 (Canvas, Blackboard, Common Cartridge), 2.1, 2.2 and 3.0."""

from dataclasses import replace

from quizlint.content import Document, Question, Reading, Stimulus
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.kit.desk import Desk
from quizlint.formats.tree.nodes import Scalar
from quizlint.formats.tree.xml import parse
from quizlint.formats.tree.xml_head import first_tag
from quizlint.formats.tree.xml_nodes import Element
from quizlint.text import Source, Span, Text

name = "qti"

_LEGACY = frozenset({"item"})
_CURRENT = frozenset({"assessmentItem", "qti-assessment-item"})
_TESTS = frozenset(
    "assessmentTest assessmentSection testPart "
    "qti-assessment-test qti-assessment-section qti-test-part".split()
)
_PASSAGES = frozenset({"assessmentStimulus", "qti-assessment-stimulus"})
_BESIDE = {
    "manifest": "it lists the files of a package, and holds no question itself",
    "assessmentResult": "it reports results, and holds no question",
    "qti-assessment-result": "it reports results, and holds no question",
    "quiz": "it holds the settings of a Canvas quiz, whose questions stand in another file",
}
"""Files of packages without questions, by their outermost element."""

NOT_QTI = "it is XML without a QTI question"

_CANVAS = "canvas.instructure.com"
_REFERENCES = "it names questions that stand in other files"
_PASSAGE = "it holds a passage that questions of other files share"
_NOTHING = "it is QTI without a question"


def sniff(_name: str, head: str) -> float:
    """By the outermost element."""
    root, said = first_tag(head)
    if root in _CURRENT or root in _TESTS or root in _PASSAGES or root == "questestinterop":
        return 0.95
    if root == "quiz":
        return 0.6 if _CANVAS in said else 0.0
    if not root and head.lstrip().startswith("<?xml") and "qti" in head.lower():
        return 0.2  # a long comment before the first element
    return 0.6 if root in _BESIDE else 0.0


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every question in the file. Each assessment of it is a document."""
    root, _ = first_tag(source.text)
    if root in _BESIDE:
        return Reading(skipped=_BESIDE[root])
    if root not in _CURRENT | _TESTS | _PASSAGES | {"questestinterop", ""}:
        return Reading(skipped=NOT_QTI)
    legacy = root == "questestinterop" or (not root and "<questestinterop" in source.text)
    tree = parse(source, _LEGACY if legacy else _CURRENT)
    desk = Desk(source.text)
    documents = _legacy(tree.roots, desk) if legacy else _current(tree.roots, desk)
    problems = (*tree.problems, *desk.problems)
    if not documents and not problems:
        return Reading(skipped=_why_nothing(root, source.text) if root else NOT_QTI)
    return Reading(documents, problems, tree.comments)


def _why_nothing(root: str, text: str) -> str:
    if root in _PASSAGES:
        return _PASSAGE
    refers = root in _TESTS or "<bankentry_item" in text or "<itemref" in text
    return _REFERENCES if refers else _NOTHING


def _legacy(roots: tuple[Element, ...], desk: Desk) -> tuple[Document, ...]:
    from quizlint.formats.qti.asi import parent, read_item

    nested = "parent_stimulus_item_ident" in desk.source
    holders: list[tuple[Element | None, list[Element]]] = []
    for root in roots:
        loose: list[Element] = []
        for each in _upper(root, frozenset({"assessment", "objectbank", *_LEGACY})):
            if each.name in _LEGACY:
                loose.append(each)
            else:
                inside = list(each.below(lambda e: e.name in _LEGACY))
                holders.append((each, inside))
        holders.append((None, loose))
    holders = [(holder, items) for holder, items in holders if items]
    documents: list[Document] = []
    for index, (holder, items) in enumerate(holders):
        route = f"[{index}]" if len(holders) > 1 else ""
        place = f"{route}.questions" if route else "questions"
        questions: list[Question] = []
        passages: dict[str, Text] = {}
        for item in items:
            found = read_item(item, len(questions), place, desk)
            about = parent(item) if nested else ""
            if about in passages:
                passage = passages[about]
                found = [replace(each, stimulus=Stimulus(passage, passage.span)) for each in found]
            passages.setdefault(item.word("ident"), found[0].stem)
            questions += found
        documents.append(_document(questions, holder, route, desk))
    return tuple(documents)


def _current(roots: tuple[Element, ...], desk: Desk) -> tuple[Document, ...]:
    from quizlint.formats.qti.items import read_item
    from quizlint.formats.qti.names import unify

    questions: list[Question] = []
    holder: Element | None = None
    for root in roots:
        unify(root)
        holder = holder or root
        for item in _upper(root, frozenset({"assessmentItem"})):
            questions += read_item(item, len(questions), desk)
    return (_document(questions, holder, "", desk),) if questions else ()


def _upper(root: Element, names: frozenset[str]) -> list[Element]:
    return [root] if root.name in names else list(root.below(lambda each: each.name in names))


def _document(
    questions: list[Question], holder: Element | None, route: str, desk: Desk
) -> Document:
    span = Span(questions[0].span.start, max(each.span.end for each in questions))
    return Document(
        tuple(questions),
        span,
        title=_said(holder, "title", desk),
        language=_said(holder, "xml:lang", desk),
        route=route,
    )


def _said(holder: Element | None, name: str, desk: Desk) -> Text | None:
    found: Scalar | None = None if holder is None else holder.attribute(name)
    return found.text(desk.source) if found is not None and found.value.strip() else None
