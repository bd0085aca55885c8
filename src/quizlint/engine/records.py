"""Items and documents as a report shows them."""

from collections import Counter
from collections.abc import Iterable, Mapping

from quizlint.content import Card, Document, Item, ItemRef, Question, Severity
from quizlint.engine.result import Diagnostic, DocumentRecord, ItemRecord, State
from quizlint.rules.wording import letter
from quizlint.text import Source, Text


def item_record(item: Item, source: Source) -> ItemRecord:
    """What a learner would see of an item, and its key."""
    line = source.position(item.span.start).line
    if isinstance(item, Question):
        content: dict[str, object] = {
            "stem": item.stem.value,
            "options": [option.text.value for option in item.options],
        }
        _put(content, "rationale", item.rationale)
        _put(content, "stimulus", item.stimulus.text if item.stimulus else None)
        key = tuple(map(letter, item.key.indices))
        kind = "question"
    elif isinstance(item, Card):
        content, key, kind = {"front": item.front.value, "back": item.back.value}, (), "card"
    else:
        content = {"prompt": item.prompt.value, "concepts": [c.value for c in item.concepts]}
        _put(content, "hint", item.hint)
        key, kind = (), "prompt"
    _put(content, "difficulty", item.difficulty)
    last = source.position(max(item.span.start, item.span.end - 1)).line
    return ItemRecord(reference(item, source.path), line, kind, content, key, last)


def reference(item: Item, path: str) -> ItemRef:
    """The item's identity, in a file whose path in reports is given."""
    return ItemRef(path, item.route, item.id.value if item.id is not None and item.id else "")


def document_record(
    document: Document,
    format_name: str,
    source: Source,
    diagnostics: Iterable[Diagnostic],
    statistics: Mapping[str, object] | None,
) -> DocumentRecord:
    """A document's counts. A document without a title goes by its file's name."""
    title = document.title.plain if document.title is not None and document.title else ""
    record = DocumentRecord(
        path=source.path,
        format=format_name,
        title=title or source.path.rsplit("/", 1)[-1],
        kind=document.kind,
        cards=len(document.cards),
        questions=len(document.questions),
        prompts=len(document.prompts),
        acceptable=0,
        statistics=statistics,
        route=document.route,
    )
    return counted(record, diagnostics)


def counted(record: DocumentRecord, diagnostics: Iterable[Diagnostic]) -> DocumentRecord:
    """The record with its acceptable items: those with no error and at most one warning.

    After the use of "acceptable item" by Tarrant and others (2009) and by SAQUET.
    """
    errors: set[ItemRef] = set()
    warnings: Counter[ItemRef] = Counter()
    for diagnostic in diagnostics:
        ref = diagnostic.ref
        if ref is None or diagnostic.state is not State.NEW or not record.holds(ref):
            continue
        if diagnostic.severity is Severity.ERROR:
            errors.add(ref)
        elif diagnostic.severity is Severity.WARNING:
            warnings[ref] += 1
    poor = errors | {ref for ref, count in warnings.items() if count > 1}
    return record._replace(acceptable=record.items - len(poor))


def _put(content: dict[str, object], name: str, text: Text | None) -> None:
    if text is not None:
        content[name] = text.value
