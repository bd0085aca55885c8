"""Items as a learner would see them."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from quizlint.engine.result import Diagnostic, ItemRecord
from quizlint.reports.html.writing import shown, with_marks
from quizlint.text.letters import letter

_PARTS = {
    "stimulus": "Passage",
    "stem": "",
    "front": "Front",
    "back": "Back",
    "prompt": "Prompt",
    "hint": "Hint",
}
"""What stands before each part of an item, in the order in which they are read."""


class OptionView(NamedTuple):
    """An option, and whether it is right."""

    letter: str
    text: Markup
    correct: bool


class ItemView(NamedTuple):
    """The parts of an item, in the order in which they are read."""

    kind: str
    level: str
    parts: tuple[tuple[str, Markup], ...]
    options: tuple[OptionView, ...]
    concepts: tuple[Markup, ...]
    rationale: Markup


def item_view(item: ItemRecord, findings: Iterable[Diagnostic]) -> ItemView:
    """An item with the words that its findings are about highlighted in their part."""
    content = item.content
    marks: dict[str, list[tuple[int, int]]] = {}
    for finding in findings:
        if finding.mark is not None:
            marks.setdefault(finding.mark.part, []).append((finding.mark.start, finding.mark.end))

    def text(name: str, value: object) -> Markup:
        return with_marks(str(value), marks.get(name, ()))

    options = _list(content.get("options"))
    letters = [letter(index) for index in range(len(options))]
    return ItemView(
        item.kind,
        shown(str(content.get("difficulty") or "")),
        tuple(
            (label, text(name, content[name]))
            for name, label in _PARTS.items()
            if content.get(name)
        ),
        tuple(
            OptionView(letter, text(f"options[{index}]", option), letter in item.key)
            for index, (letter, option) in enumerate(zip(letters, options, strict=True))
        ),
        tuple(
            text(f"concepts[{index}]", concept)
            for index, concept in enumerate(_list(content.get("concepts")))
        ),
        text("rationale", content["rationale"]) if content.get("rationale") else Markup(""),
    )


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []
