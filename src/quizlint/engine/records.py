"""Items and documents as a report shows them."""

from quizlint.content import Card, Document, Item, Question
from quizlint.engine.result import DocumentRecord, ItemRecord
from quizlint.rules.wording import letter
from quizlint.text import Source, Text


def item_record(item: Item, source: Source) -> ItemRecord:
    """What a learner would see of an item, and its key."""
    line = source.position(item.span.start).line
    if isinstance(item, Question):
        labels = [letter(index) for index in range(len(item.options))]
        content: dict[str, object] = {
            "stem": item.stem.value,
            "options": [option.text.value for option in item.options],
        }
        _put(content, "rationale", item.rationale)
        _put(content, "stimulus", item.stimulus.text if item.stimulus else None)
        key = tuple(labels[index] for index in item.key.indices)
        kind = "question"
    elif isinstance(item, Card):
        content, key, kind = {"front": item.front.value, "back": item.back.value}, (), "card"
    else:
        content = {"prompt": item.prompt.value, "concepts": [c.value for c in item.concepts]}
        _put(content, "hint", item.hint)
        key, kind = (), "prompt"
    _put(content, "difficulty", item.difficulty)
    return ItemRecord(item.name, source.path, line, item.route, kind, content, key)


def document_record(
    document: Document, format_name: str, source: Source, acceptable: int
) -> DocumentRecord:
    """A document's counts. A document without a title goes by its file's name."""
    title = document.title.plain if document.title is not None and document.title else ""
    return DocumentRecord(
        path=source.path,
        format=format_name,
        title=title or source.path.rsplit("/", 1)[-1],
        kind=document.kind,
        cards=len(document.cards),
        questions=len(document.questions),
        prompts=len(document.prompts),
        acceptable=acceptable,
    )


def _put(content: dict[str, object], name: str, text: Text | None) -> None:
    if text is not None:
        content[name] = text.value
