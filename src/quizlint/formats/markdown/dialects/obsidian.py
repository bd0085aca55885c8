"""Cards among the notes of Obsidian, as its spaced-repetition plugin reads them.

Only files with the tag `#flashcards` have cards: `front::back` in a line, a `?` in a line of its
own between front and back, and `==gaps==` in a paragraph.
"""

import re

from quizlint.formats.markdown.blocks import comments_in
from quizlint.formats.markdown.dialects.make import add_card
from quizlint.formats.markdown.dialects.page import Job, Page
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.pieces import Range, lines_in, text_of, with_gaps
from quizlint.formats.tree.nodes import scalars
from quizlint.text import Span, Text

TAG = re.compile(r"(?<![\w/#&\[(\"'])#flashcards?(?:/[\w/-]+)?(?![\w-])", re.IGNORECASE)
_SPLIT = re.compile(r"(?<=[^\s:])[ \t]*:::?[ \t]*(?=[^\s:])")
_CODE = re.compile(r"`[^`\r\n]+`|\$[^$\r\n]+\$|\[\[[^\[\]\r\n]*\]\]|\]\([^()\r\n]*\)")
_LEAD = re.compile(r"[ \t]*(?:>[ \t]?)?(?:#{1,6}[ \t]+|[-*+][ \t]+|\d{1,3}[.)][ \t]+)?")
_GAP = re.compile(r"==(?P<answer>[^=\s](?:[^=\r\n]*[^=\s])?)==")
_HEADING = re.compile(r"#{1,6}[ \t]")


def find(page: Page) -> list[Job]:
    """The cards of a file that carries the tag."""
    if not _tagged(page):
        return []
    jobs: list[Job] = []
    for lines in _paragraphs(page):
        jobs += _cards(page, lines)
    return jobs


def _tagged(page: Page) -> bool:
    if TAG.search(_CODE.sub(" ", page.bare)):
        return True
    root = page.front.root
    tags = None if root is None else root.get("tags")
    named = [] if tags is None else [each.value for each in scalars(tags)]
    words = {word.strip("#,").partition("/")[0] for value in named for word in value.split()}
    return not words.isdisjoint({"flashcards", "flashcard"})


def _paragraphs(page: Page) -> list[list[Range]]:
    """Runs of lines without a blank one between them; code is never blank."""
    found: list[list[Range]] = [[]]
    fences = iter(page.fences)
    fence = next(fences, None)
    for start, end in lines_in(page.text, page.begin, len(page.text)):
        while fence is not None and fence.end <= start:
            fence = next(fences, None)
        if fence is not None and fence.start <= start:
            found[-1].append((start, end))
        elif not page.bare[start:end].strip():
            found.append([])
        elif _HEADING.match(page.bare, start, end):
            found += [[(start, end)], []]
        else:
            found[-1].append((start, end))
    return [lines for lines in found if lines]


def _cards(page: Page, lines: list[Range]) -> list[Job]:
    bare = page.bare
    signs = [at for at, each in enumerate(lines) if bare[slice(*each)].strip() in ("?", "??")]
    if signs:
        at = signs[0]
        front, back = _words(page, lines[:at]), _words(page, lines[at + 1 :])
        if not front or not back:
            return []
        return [(front.span.start, back.span.end, _Card(front, back).make)]
    jobs: list[Job] = []
    for line in lines:
        shown = _CODE.sub(lambda match: "x" * len(match[0]), bare[slice(*line)])
        match = _SPLIT.search(shown)
        if match is None:
            continue
        start, end = line
        front = _words(page, [(start, start + match.start())])
        back = _words(page, [(start + match.end(), end)])
        if front and back:
            jobs.append((front.span.start, back.span.end, _Card(front, back).make))
    return jobs or _gapped(page, lines)


def _gapped(page: Page, lines: list[Range]) -> list[Job]:
    start, end = lines[0][0], lines[-1][1]
    gaps = list(_GAP.finditer(page.bare, start, end))
    if not gaps or _HEADING.match(page.bare, start):
        return []
    lead = _LEAD.match(page.text, start, end)
    ranges = _without_notes(page.text, [(lead.end() if lead else start, end)])
    front = with_gaps(page.text, ranges, [gap.span() for gap in gaps])
    back = Text(gaps[0]["answer"], Span(*gaps[0].span("answer")), page.text)
    return [(front.span.start, front.span.end, _Card(front, back).make)]


def _words(page: Page, lines: list[Range]) -> Text:
    """What lines say without tags, list marks and the plugin's own notes."""
    if not lines:
        return Text("", Span(0, 0), page.text)
    start, end = lines[0]
    lead = _LEAD.match(page.text, start, end)
    ranges = [(lead.end() if lead is not None else start, end), *lines[1:]]
    return text_of(page.text, _without_notes(page.text, ranges))


def _without_notes(text: str, ranges: list[Range]) -> list[Range]:
    kept: list[Range] = []
    for start, end in ranges:
        at = start
        tags = (Span(*match.span()) for match in TAG.finditer(text, start, end))
        for note in sorted([*comments_in(text, start, end), *tags]):
            if note.start >= at:
                kept.append((at, note.start))
                at = note.end
        kept.append((at, end))
    return kept


class _Card:
    """One card."""

    def __init__(self, front: Text, back: Text) -> None:
        self.front = front
        self.back = back

    def make(self, maker: Maker) -> None:
        start = min(self.front.span.start, self.back.span.start)
        end = max(self.front.span.end, self.back.span.end)
        add_card(maker, Span(start, end), self.front, self.back)
