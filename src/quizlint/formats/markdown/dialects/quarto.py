"""Quarto slides: `## Stem {.quiz-question}`, and right options as `[text]{.correct}`."""

import re
from itertools import pairwise

from quizlint.content import Interaction, Option
from quizlint.content.problems import MissingField
from quizlint.formats.markdown.blocks import Block, parse
from quizlint.formats.markdown.dialects.make import add_choice, shown
from quizlint.formats.markdown.dialects.page import Job, Page
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.pieces import outdented, text_of
from quizlint.formats.markdown.refine import refine
from quizlint.formats.markdown.stems import asks, stem_of
from quizlint.text import Span, Text

_CLASS = re.compile(r"\{[^{}\n]{0,200}\.quiz-question\b[^{}\n]{0,200}\}[ \t]*$")
_SPAN = re.compile(r"(?<!\\)\](?P<attributes>\{(?:[^{}\"']|\"[^\"]*\"|'[^']*')*\})\s*$")
_CORRECT = re.compile(r"(?:^|[\s{])\.correct(?=[\s}])")
_EXPLANATION = re.compile(r"data-explanation=(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')")
_CLASSES = re.compile(r"[ \t]+\{\.(?:in)?correct\}$")
_MAX_OPTION = 5_000


def find(page: Page) -> list[Job]:
    """The slides that ask."""
    if ".quiz-question" not in page.bare:
        return []
    text = page.text
    raw, _ = parse(text, page.begin)
    jobs: list[Job] = []
    heads = [at for at, block in enumerate(raw) if block.kind == "heading"]
    for here, behind in pairwise([*heads, len(raw)]):
        heading = raw[here]
        match = _CLASS.search(text, heading.start, heading.end)
        if match is not None:
            under = raw[here + 1 : behind]
            end = under[-1].end if under else heading.end
            jobs.append((heading.start, end, _Slide(text, heading, match, under).make))
    return jobs


class _Slide:
    """One slide with its options."""

    def __init__(self, text: str, heading: Block, match: re.Match[str], under: list[Block]) -> None:
        self.text = text
        self.heading = heading
        self.match = match
        self.under = under

    def make(self, maker: Maker) -> None:
        text, heading = self.text, self.heading
        blocks = refine(text, self.under)
        at = next((i for i, block in enumerate(blocks) if block.kind == "list"), None)
        title = Block("heading", heading.start, self.match.start(), heading.level)
        lead = [block for block in blocks[:at] if not text.startswith(":::", block.start)]
        whole = stem_of(text, title, lead)
        body = stem_of(text, None, lead)
        named = stem_of(text, title, []).text(text).value
        stem = whole if not body.ranges or asks(named) or whole.number else body
        words = shown(stem.text(text), Span(heading.start, heading.end))
        route = maker.route("questions")
        if at is None:
            place = Span(heading.start, heading.end)
            maker.desk.note(MissingField(place, "options", route=route))
            return
        listed = blocks[at]
        several = ".quiz-multiple" in self.match[0]
        add_choice(
            maker,
            Span(heading.start, max(listed.end, listed.children[-1].end)),
            words,
            [_option(text, item) for item in listed.children],
            number=stem.number,
            interaction=Interaction.MULTIPLE if several else None,
        )


def _option(text: str, item: Block) -> Option:
    whole = text_of(text, outdented(text, item.body, min(item.end, item.body + _MAX_OPTION)))
    span = Span(item.start, max(item.end, item.start + 1))
    if item.mark is not None:  # a checkbox, perhaps with the class behind it
        classes = _CLASSES.search(whole.value)
        words = whole if classes is None else whole.slice(0, classes.start())
        correct = item.mark or (classes is not None and ".correct" in classes[0])
        return Option(shown(words, Span(item.start, item.body)), span, None, correct)
    match = _SPAN.search(whole.value) if whole.value.startswith("[") else None
    if match is None:
        return Option(shown(whole, Span(item.start, item.start + 1)), span)
    attributes = match["attributes"]
    feedback: Text | None = None
    said = _EXPLANATION.search(attributes)
    if said is not None:
        side = "double" if said["double"] is not None else "single"
        begin = match.start("attributes") + said.start(side)
        feedback = whole.slice(begin, begin + len(said[side]))
    words = whole.slice(1, match.start())
    words = shown(words, Span(item.start, max(item.body, item.start + 1)))
    correct = _CORRECT.search(attributes) is not None
    return Option(words, span, None, correct, feedback or None)
