"""What stands above an element that has no stem of its own."""

from quizlint.formats.markdown.blocks import APART, parse
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.refine import refine
from quizlint.formats.markdown.sections import Entry
from quizlint.formats.markdown.stems import Stem

_FAR = 20_000
"""Characters above an element in which its stem is looked for."""


def stem_above(maker: Maker, text: str, before: int, at: int) -> tuple[Stem, int]:
    """The last heading and what is under it, or the last paragraph, of `text[before:at]`.

    With it comes where it begins; `at` where there is nothing.
    """
    before = max(before, at - _FAR)
    raw, _ = parse(text, before, at)
    blocks = refine(text, raw)
    last = next((i for i in reversed(range(len(blocks))) if blocks[i].kind == "rule"), -1)
    blocks = blocks[last + 1 :]
    head = next((i for i in reversed(range(len(blocks))) if blocks[i].kind == "heading"), -1)
    heading = blocks[head] if head >= 0 else None
    lead = [block for block in blocks[head + 1 :] if block.kind not in APART]
    if heading is None:
        words = [i for i, block in enumerate(lead) if block.kind == "paragraph"]
        lead = lead[words[-1] :] if words else []
        start = lead[0].start if lead else at
    else:
        start = heading.start
    return maker.stem_under(Entry(heading, blocks=lead), lead, 0, 1), start
