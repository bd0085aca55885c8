"""Native Markdown: `.quiz.md` and `.sheet.md`.

Markdown has no escape that keeps a text as it is, so each item is read back: where the words of a
text would be taken for something else, signs are escaped, and where that does not help it is noted.
"""

import re
from collections.abc import Callable, Sequence

from quizlint.content import Card, Document, Interaction, Item, Prompt, Question
from quizlint.formats.base import Files
from quizlint.formats.catalogue import TARGETS, Markup
from quizlint.formats.kit.shared import told_apart
from quizlint.formats.parts import NOTHING
from quizlint.formats.write.answers import accepted
from quizlint.formats.write.base import ITEM, NO_MEDIA, Ledger, Loss, Written, writable
from quizlint.formats.write.compare import item_differences
from quizlint.formats.write.media import Media
from quizlint.formats.write.native import bare_options, without_item
from quizlint.formats.write.native_yaml import head
from quizlint.formats.write.yaml_text import dump
from quizlint.text import Source

name = "markdown"
suffix = ".quiz.md"
exact = False
rendered = False
unread = NOTHING

_PARTS = TARGETS[name].parts
_SECTIONS = ((Card, "Cards"), (Question, "Questions"), (Prompt, "Prompts"))
_ID = re.compile(r"[\w:.\-]+")
_LINE_END = re.compile(r"\r\n?|\n")
_LINE_START = re.compile(
    r"^([ \t]*)([-+*#>|=~`<_\[]|\d+(?=[.)])|\w+[ \w]{0,20}(?=[*_]*[:：]))", re.M
)
_SIGN = re.compile(r"[!-/:-@\[-`{-~]")

Escape = Callable[[str], str]


def write(
    documents: Sequence[Document], _markup: Markup = "markdown", _media: Media = NO_MEDIA
) -> Written:
    """One file for all documents, with what the first says of itself."""
    ledger = Ledger(_PARTS)
    first = documents[0] if documents else None
    parts = [] if first is None else [f"---\n{dump(head(first))}---\n"]
    for document in documents:
        ledger.about(document, () if document is first else ("title", "topic", "minutes"))
        if document is not first and document.kind != documents[0].kind:
            ledger.lose(document, "kind", f"that it is a {document.kind}")
    asked = {question.shuffle for document in documents for question in document.questions}
    if len(asked) == 1 and None not in asked:
        parts[0] = parts[0].removesuffix("---\n") + f"shuffle: {str(asked.pop()).lower()}\n---\n"
        shuffles = True
    else:
        shuffles = False
    for kind, section in _SECTIONS:
        items = [
            each for document in documents for each in document.items if isinstance(each, kind)
        ]
        blocks = [block for item in items if (block := _item(item, ledger, shuffles))]
        if blocks:
            parts += [f"## {section}\n", *blocks]
    return Written("\n".join(parts), tuple(ledger.losses))


def _item(item: Item, ledger: Ledger, shuffles: bool) -> str:
    """An item as Markdown; empty where it is left out."""
    if not ledger.admits(item):
        return ""
    losses: list[Loss] = ledger.losses
    first = len(losses)
    if isinstance(item, Question):
        _note(item, ledger, shuffles)
        if losses[first:] and losses[-1].part == ITEM:
            return ""
    elif isinstance(item, Prompt):
        stated = item.stated_concepts
        if stated is not None and stated != len(item.concepts):
            ledger.lose(item, "stated concepts", f"that it announces {stated} concepts")
    if item.id is not None and item.id.value and not _ID.fullmatch(item.id.value):
        ledger.lose(item, "ids", f"its id '{item.id.value}', for ids are words there")
    known = {loss.part for loss in losses[first:]}
    best: tuple[str, list[Loss]] | None = None
    for escape in _ESCAPES:
        block = _spelled(item, escape)
        wrong = [loss for loss in _misread(item, block, escape) if loss.part not in known]
        if best is None or len(wrong) < len(best[1]):
            best = block, wrong
        if not wrong:
            break
    assert best is not None
    losses += best[1]
    return best[0]


def _note(question: Question, ledger: Ledger, shuffles: bool) -> None:
    if question.selected and not question.options:
        without_item(question, ledger, "it has no options")
        return
    ledger.question(question)
    if question.stimulus is not None:
        ledger.lose(question, "stem", "its own place for the stem, before the passage")
    if not question.scored:
        ledger.lose(question, "scored", "that it earns no points")
    if shuffles:
        ledger.losses[:] = [
            loss for loss in ledger.losses if loss.owner is not question or loss.part != "shuffle"
        ]
    if question.selected:
        bare = bare_options([option.text.value for option in question.options])
        told = told_apart(bare, question.key)
        right = len(question.key.indices)
        if right < 2 and told is Interaction.MULTIPLE:
            told = Interaction.CHOICE
        if told is not question.interaction and Interaction.MULTIPLE in (
            told,
            question.interaction,
        ):
            what = (
                "several may be right" if told is Interaction.CHOICE else "only one can be chosen"
            )
            ledger.lose(question, "interaction", f"that {what}")
        if not right and question.key.written:
            written = ", ".join(each.text.value for each in question.key.written)
            ledger.lose(question, "keys", f"the answer '{written}', which is no option")
    else:
        answers = [each for each in accepted(question) if each.weight > 0 and each.value.strip()]
        if not answers:
            without_item(question, ledger, "it has neither options nor an answer")
        elif len(answers) > 1:
            ledger.lose(question, "answers", "all accepted answers but the first")
            ledger.lose(question, "weights", "what other answers earn")


def _misread(item: Item, block: str, escape: Escape) -> list[Loss]:
    """What is read back otherwise, and whether what follows the item is still read."""
    from quizlint.formats.markdown import read

    title = next(title for kind, title in _SECTIONS if isinstance(item, kind))
    text = f"---\nkind: cheat-sheet\n---\n## {title}\n\n{block}\n{_SENTINEL[title]}"
    reading = read(Source("item.sheet.md", text), Files())
    items = [each for document in reading.documents for each in document.items]
    if len(items) != 2 or type(items[0]) is not type(item):
        return [Loss(item, "text", "its text, part of which Markdown takes for something else")]
    return item_differences(item, items[0], plain=escape is not _AS_IT_IS)


_SENTINEL = {
    "Cards": "### End?\n\nYes.\n",
    "Questions": "### End?\n\n- [x] yes\n- [ ] no\n",
    "Prompts": "### End?\n\n**Hint:** yes\n",
}


def _as_it_is(value: str) -> str:
    return value


def _line_starts(value: str) -> str:
    """Escape what makes a line something else than text, as far as Markdown lets it."""
    return _LINE_START.sub(_apart, value)


def _apart(found: re.Match[str]) -> str:
    space, sign = found[1], found[2]
    if sign[0].isalnum():
        return f"{space}{sign}\\"
    return f"{space}\\{sign}"


def _all_signs(value: str) -> str:
    return _SIGN.sub(lambda sign: "\\" + sign[0], value)


_AS_IT_IS: Escape = _as_it_is
_ESCAPES: tuple[Escape, ...] = (_AS_IT_IS, _line_starts, _all_signs)


def _spelled(item: Item, escape: Escape) -> str:
    """An item as Markdown."""

    def words(value: str) -> str:
        return escape(_LINE_END.sub("\n", writable(value)).strip())

    match item:
        case Card():
            return f"{_heading(item, words(item.front.value))}\n{words(item.back.value)}\n"
        case Prompt():
            lines = [_heading(item, words(item.prompt.value))]
            if item.hint is not None and item.hint:
                lines.append(f"**Hint:** {words(item.hint.value)}\n")
            if item.concepts:
                lines.append("**Concepts:**\n")
                lines += [_listed("- ", words(each.value)) for each in item.concepts]
                lines[-1] += "\n"
            return "\n".join(lines)
        case Question():
            return _question(item, words)


def _question(question: Question, words: Escape) -> str:
    stem = words(question.stem.value)
    if question.stimulus is not None:
        stem += "\n\n" + words(question.stimulus.text.value)
    lines = [_heading(question, stem)]
    right = frozenset(question.key.indices)
    for index, option in enumerate(question.options if question.selected else ()):
        mark = "x" if index in right else " "
        lines.append(_listed("- ", f"[{mark}] {words(option.text.value)}"))
        if option.feedback is not None and option.feedback:
            lines.append(_quoted(words(option.feedback.value), "  > "))
    if not question.selected:
        answers = [each for each in accepted(question) if each.weight > 0 and each.value.strip()]
        lines.append(f"**Answer:** {words(answers[0].value)}")
    if question.rationale is not None and question.rationale:
        lines.append("\n" + _quoted(words(question.rationale.value), "> "))
    return "\n".join(lines) + "\n"


def _heading(item: Item, text: str) -> str:
    first, _, rest = text.partition("\n")
    named = ""
    if item.id is not None and _ID.fullmatch(item.id.value):
        named = f" {{#{item.id.value}}}"
    lines = f"### {first}{named}\n"
    if rest:
        lines += f"{rest}\n"
    if item.difficulty is not None and item.difficulty:
        lines += f"\n*Level: {writable(item.difficulty.value).strip()}*\n"
    return lines


def _listed(mark: str, text: str) -> str:
    indent = " " * len(mark)
    first, *rest = text.split("\n")
    return "\n".join([mark + first, *(indent + line if line else "" for line in rest)])


def _quoted(text: str, mark: str) -> str:
    return "\n".join(
        (mark + line).rstrip() if not line else mark + line for line in text.split("\n")
    )
