"""Which blocks together are the options of one question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from quizlint.content import Option
from quizlint.formats.kit.labels import strip_labels
from quizlint.formats.markdown import marks
from quizlint.formats.markdown.blocks import APART, Block
from quizlint.formats.markdown.lists import is_boxed, is_lettered
from quizlint.formats.markdown.pieces import outdented, text_of, unquoted
from quizlint.formats.markdown.ticks import Told, ticked, told, unset
from quizlint.text import Span, Text

_NOTHING = re.compile(r"&(?:shy|nbsp|zwnj|#8203|#x200b);|[\s:\u00ad\u200b\u00a0.]+", re.IGNORECASE)
_EXPLAINED = re.compile(r"\s+\[(?P<note>[^\[\]]+)\]\{\.explanation\}$")
_LONG_NOTHING = 30
_LONG = 400
_MOST = 12
"""Characters of an option, and options of a question, in lists that might be any list."""
_BODIES = frozenset({"quote", "code", "table", "html", "comment"})


@dataclass(slots=True)
class Choice:
    """One option: its item, where its text ends, and the quote that comments on it."""

    item: Block
    end: int
    feedback: Block | None = None


@dataclass(slots=True)
class Group:
    """The options of one question: `blocks[first:stop]`. `boxed` where checkboxes key them.

    `sure` where they are ticked by marks that can mean nothing else; `options_of` tells.
    """

    first: int
    stop: int
    boxed: bool
    choices: list[Choice] = field(default_factory=list)
    sure: bool = False

    def keyed(self, text: str) -> bool:
        """Whether boxes, letters or ticks show that these are options."""
        return self.boxed or any(
            option.label or option.correct for option in options_of(text, self)
        )

    @property
    def start(self) -> int:
        return min(choice.item.start for choice in self.choices)

    @property
    def end(self) -> int:
        ends = [choice.end for choice in self.choices]
        return max(ends + [each.feedback.end for each in self.choices if each.feedback])


def groups_in(text: str, blocks: Sequence[Block], *, head: bool = False) -> list[Group]:
    """All groups of options among the blocks, in order.

    A list without boxes and letters may be one where a question stands right above it (in the
    heading over the blocks, if `head`), and one of its items is ticked, or an answer or the next
    question stands right below.
    """
    groups: list[Group] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        boxed = is_boxed(block)
        if (
            not boxed
            and not is_lettered(text, block)
            and not _is_plain_group(text, blocks, at, head)
        ):
            at += 1
            continue
        group = group_from(at, block, boxed)
        _gather(text, blocks, group)
        groups.append(group)
        at = group.stop
    return groups


def _is_plain_group(text: str, blocks: Sequence[Block], at: int, head: bool) -> bool:
    """Whether a plain list holds the options of the question above it."""
    block = blocks[at]
    if block.kind != "list" or not 2 <= len(block.children) <= _MOST:
        return False
    above = next((each for each in reversed(blocks[:at][-3:]) if each.kind not in APART), None)
    if above is None:
        if not head:
            return False
    elif above.kind != "paragraph" or not _may_ask(text, above):
        return False
    if any(item.end - item.body > _LONG or "?" in text[item.end - 1] for item in block.children):
        return False
    told_ = [told(text_of(text, [(item.body, item.end)]), False) for item in block.children]
    if any(ticked(told_)[0]):
        return True
    below = next((each for each in blocks[at + 1 : at + 4] if each.kind not in APART), None)
    if below is not None and below.kind == "label" and below.label == "answer":
        return True
    if above is not None and not _asks(text, above):
        return False
    if below is None:
        return True
    following = below.kind == "paragraph" and _asks(text, below)
    return following or below.kind in ("rule", "heading", "quote")


def _may_ask(text: str, block: Block) -> bool:
    """Whether a paragraph can be the stem over a plain list of which an item is keyed."""
    return _asks(text, block) or _ending(text, block).endswith((":", "：", "…", "...", "___"))


def _asks(text: str, block: Block) -> bool:
    """Whether a paragraph asks, or has the number of a question."""
    return _ending(text, block).endswith(("?", "？")) or (
        marks.NUMBER.match(text, block.start, block.end) is not None
    )


def _ending(text: str, block: Block) -> str:
    return text[max(block.start, block.end - 200) : block.end].rstrip(" \t*_`")


def group_from(index: int, block: Block, boxed: bool) -> Group:
    """A group of one list."""
    group = Group(index, index + 1, boxed)
    _add(group, block)
    return group


def options_of(text: str, group: Group) -> list[Option]:
    """The options of a group, their written labels told apart from their texts."""
    options: list[Option] = []
    bodies = [text_of(text, outdented(text, each.item.body, each.end)) for each in group.choices]
    alone = len(bodies) == 1  # what is left of a question
    lettered = not group.boxed and (alone or marks.starts_run([each.value for each in bodies[:3]]))
    found = [Told(each) if group.boxed else told(each, lettered) for each in bodies]
    ticks, group.sure = ticked(found)
    for choice, each, right in zip(group.choices, found, ticks, strict=True):
        item, label = choice.item, each.label
        body = unset(each.words) if right and not group.sure else each.words
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
        options.append(Option(body, span, label, item.mark is True or right, feedback))
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
