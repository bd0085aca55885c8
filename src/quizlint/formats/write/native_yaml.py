"""Native YAML: `.quiz.yaml` and `.sheet.yaml`."""

from collections.abc import Sequence

from quizlint.content import Card, Document, Prompt, Question
from quizlint.formats.catalogue import TARGETS, Markup
from quizlint.formats.parts import NOTHING
from quizlint.formats.write.base import NO_MEDIA, Ledger, Written, writable
from quizlint.formats.write.media import Media
from quizlint.formats.write.native import item_data
from quizlint.formats.write.yaml_text import Data, dump

name = "yaml"
suffix = ".quiz.yaml"
exact = True
rendered = False
unread = NOTHING

SECTIONS = ((Card, "cards"), (Question, "questions"), (Prompt, "prompts"))
_PARTS = TARGETS[name].parts


def write(
    documents: Sequence[Document], _markup: Markup = "markdown", _media: Media = NO_MEDIA
) -> Written:
    """One YAML document for each; several make a stream."""
    ledger = Ledger(_PARTS)
    parts = [dump(_document(document, ledger)) for document in documents]
    return Written("---\n".join(parts), tuple(ledger.losses))


def head(document: Document) -> dict[str, Data]:
    """What a document says of itself."""
    data: dict[str, Data] = {"kind": document.kind}
    for field in ("title", "topic", "minutes", "language", "audience"):
        said = getattr(document, field)
        if said is not None and said.value:
            value = writable(said.value)
            number = field == "minutes" and value.isascii() and value.isdigit() and value[0] != "0"
            data[field] = int(value) if number and len(value) < 5 else value
    return data


def _document(document: Document, ledger: Ledger) -> dict[str, Data]:
    data = head(document)
    ledger.about(document)
    asked = {question.shuffle for question in document.questions}
    shuffle = asked.pop() if len(asked) == 1 else None
    if shuffle is not None:
        data["shuffle"] = shuffle
    for kind, section in SECTIONS:
        members: list[Data] = []
        for item in document.items:
            if isinstance(item, kind) and (fields := item_data(item, ledger)) is not None:
                if isinstance(item, Question) and shuffle is None and item.shuffle is not None:
                    fields["shuffle"] = item.shuffle
                members.append(fields)
        if members:
            data[section] = members
    return data
