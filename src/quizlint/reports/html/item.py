"""Items as a learner would see them."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from quizlint.engine.result import Diagnostic, ItemRecord
from quizlint.reports.html.writing import shown, with_marks
from quizlint.reports.look import option_of

_LABELS = {"front": "Front", "back": "Back", "prompt": "Prompt", "hint": "Hint"}


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
    marks: dict[int | None, list[str]] = {}
    for finding in findings:
        marks.setdefault(option_of(finding.route), []).append(finding.marked)
    outside = marks.get(None, [])
    options = [str(text) for text in _list(content.get("options"))]
    letters = [_letter(index) for index in range(len(options))]
    parts: list[tuple[str, Markup]] = []
    if content.get("stimulus"):
        parts.append(("Passage", with_marks(str(content["stimulus"]), outside)))
    if "stem" in content:
        parts.append(("", with_marks(str(content["stem"]), outside)))
    parts += [
        (label, with_marks(str(content[name]), outside))
        for name, label in _LABELS.items()
        if content.get(name)
    ]
    rationale = str(content.get("rationale") or "")
    return ItemView(
        item.kind,
        shown(str(content.get("difficulty") or "")),
        tuple(parts),
        tuple(
            OptionView(letter, with_marks(text, marks.get(index, [])), letter in item.key)
            for index, (letter, text) in enumerate(zip(letters, options, strict=True))
        ),
        tuple(with_marks(str(text), outside) for text in _list(content.get("concepts"))),
        with_marks(rationale, outside) if rationale else Markup(""),
    )


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []


def _letter(index: int) -> str:
    name = chr(ord("A") + index % 26)
    return name if index < 26 else _letter(index // 26 - 1) + name
