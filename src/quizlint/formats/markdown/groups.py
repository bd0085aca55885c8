"""Which blocks together are the options of one question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from quizlint.content import Option
from quizlint.formats.kit.labels import strip_labels
from quizlint.formats.markdown.blocks import Block
from quizlint.formats.markdown.pieces import outdented, text_of, unquoted
from quizlint.formats.markdown.refine import is_boxed, is_lettered
from quizlint.text import Span, Text

_NOTHING = re.compile(r"&(?:shy|nbsp|zwnj|#8203|#x200b);|[\s:\u00ad\u200b\u00a0.]+", re.IGNORECASE)
_EXPLAINED = re.compile(r"\s+\[(?P<note>[^\[\]]+)\]\{\.explanation\}$")
_LONG_NOTHING = 30
_BODIES = frozenset({"quote", "code", "table", "html", "comment"})


@dataclass(slots=True)
class Choice:
    """One option: its item, where its text ends, and the quote that comments on it."""

    item: Block
    end: int
    feedback: Block | None = None


@dataclass(slots=True)
class Group:
    """The options of one question: `blocks[first:stop]`. `boxed` where checkboxes key them."""

    first: int
    stop: int
    boxed: bool
    choices: list[Choice] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.choices[0].item.start

    @property
    def end(self) -> int:
        last = self.choices[-1]
        return max(last.end, last.feedback.end if last.feedback else 0)


def groups_in(text: str, blocks: Sequence[Block]) -> list[Group]:
    """All groups of options among the blocks, in order."""
    groups: list[Group] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        boxed = is_boxed(block)
        if not boxed and not is_lettered(text, block):
            at += 1
            continue
        group = group_from(at, block, boxed)
        _gather(text, blocks, group)
        groups.append(group)
        at = group.stop
    return groups


def group_from(index: int, block: Block, boxed: bool) -> Group:
    """A group of one list."""
    group = Group(index, index + 1, boxed)
    _add(group, block)
    return group


def options_of(text: str, group: Group) -> list[Option]:
    """The options of a group, their written labels told apart from their texts."""
    options = []
    for choice in group.choices:
        item = choice.item
        body = text_of(text, outdented(text, item.body, choice.end))
        feedback = None
        if choice.feedback is not None:
            feedback = text_of(text, unquoted(text, choice.feedback.start, choice.feedback.end))
        noted = _EXPLAINED.search(body.value) if body.value.endswith("}") else None
        if noted is not None and feedback is None:
            feedback = body.slice(*noted.span("note"))
            body = body.slice(0, noted.start())
        end = max(choice.end, choice.feedback.end if choice.feedback else 0, item.body)
        span = Span(item.start, end)
        if not body.value:  # what can be shown of an empty option is its box
            body = Text("", Span(item.start, max(item.body, item.start + 1)), text)
        options.append(Option(body, span, None, item.mark is True, feedback))
    return strip_labels(options)


def _gather(text: str, blocks: Sequence[Block], group: Group) -> None:
    """Take in the lists that follow, and what stands between and behind without belonging there."""
    while True:
        at = group.stop
        empty = _is_empty(text, group.choices[-1])
        while at < len(blocks) and (
            _is_body(text, blocks[at]) or (empty and _is_plain_list(blocks[at]))
        ):
            at += 1
        between = blocks[group.stop : at]
        following = blocks[at] if at < len(blocks) else None
        if group.boxed and following is not None and is_boxed(following):
            for block in between:
                _attach(group, block)
            _add(group, following)
            group.stop = at + 1
            continue
        if between and _belongs(text, group, between[0]):
            _attach(group, between[0])
            group.stop += 1
        return


def _add(group: Group, block: Block) -> None:
    for item in block.children:
        choice = Choice(item, item.end)
        last = item.children[-1] if item.children else None
        if last is not None and last.kind == "quote":
            choice.feedback = last
            choice.end = last.start
        group.choices.append(choice)


def _attach(group: Group, block: Block) -> None:
    choice = group.choices[-1]
    if block.kind == "quote":
        choice.feedback = block
    elif block.kind != "comment":
        choice.end = block.end


def _is_body(text: str, block: Block) -> bool:
    if block.kind in _BODIES:
        return True
    return block.kind == "paragraph" and is_picture(text, block)


def is_picture(text: str, block: Block) -> bool:
    """Whether a paragraph is an image and nothing else."""
    written = text[block.start : block.end]
    return written.startswith(("![", "<img")) and written.endswith((")", ">", "]"))


def _is_plain_list(block: Block) -> bool:
    return block.kind == "list" and not is_boxed(block)


def _is_empty(text: str, choice: Choice) -> bool:
    """Whether an option's own line says nothing, so that what follows must be its text."""
    words = text[choice.item.body : choice.end]
    return len(words) < _LONG_NOTHING and not _NOTHING.sub("", words)


def _belongs(text: str, group: Group, block: Block) -> bool:
    """Whether a block right behind the last option is part of it."""
    choice = group.choices[-1]
    if block.kind == "comment":
        return False
    if block.kind == "quote":
        return group.boxed and text.count("\n", choice.end, block.start) == 1
    blank = _is_empty(text, choice)
    others = any(each.end > each.item.end for each in group.choices[:-1])
    return choice.end == choice.item.end and (blank or others)
