"""JSON Lines: one item a line, in native fields."""

import json
import re
from collections.abc import Sequence

from quizlint.content import Card, Document, Interaction, Prompt, Question
from quizlint.formats.catalogue import TARGETS, Markup
from quizlint.formats.parts import NOTHING
from quizlint.formats.write.base import NO_MEDIA, Ledger, Written
from quizlint.formats.write.media import Media
from quizlint.formats.write.native import item_data
from quizlint.formats.write.yaml_text import Data

name = "jsonl"
suffix = ".jsonl"
exact = True
rendered = False
unread = NOTHING

_PARTS = TARGETS[name].parts
_TYPES = {Interaction.TEXT: "short-answer"}
"""Words for interactions that say more to other programs than the native ones."""

_BREAK = re.compile("[\x7f-\x9f\u2028\u2029]")
"""Characters that some programs take for the end of a line."""


def write(
    documents: Sequence[Document], _markup: Markup = "markdown", _media: Media = NO_MEDIA
) -> Written:
    """The items of all documents, each with its kind."""
    ledger = Ledger(_PARTS)
    lines = []
    for document in documents:
        ledger.about(document)
        for item in document.items:
            fields = item_data(item, ledger)
            if fields is not None:
                record = _kind(item) | fields
                if isinstance(item, Question):
                    record["type"] = _TYPES.get(item.interaction, str(item.interaction))
                    if item.shuffle is not None:
                        record["shuffle"] = item.shuffle
                line = json.dumps(record, ensure_ascii=False)
                lines.append(_BREAK.sub(_escaped, line) + "\n")
    return Written("".join(lines), tuple(ledger.losses))


def _kind(item: Card | Question | Prompt) -> dict[str, Data]:
    return {"kind": type(item).__name__.lower()}


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
