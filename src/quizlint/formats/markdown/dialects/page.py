"""A Markdown file as the dialects look at it: where code stands is known, and blanked."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from quizlint.formats.data.draft import Draft
from quizlint.formats.data.foreign import Habits, habits_of
from quizlint.formats.kit.desk import Desk
from quizlint.formats.markdown.frontmatter import FrontMatter
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.pieces import blanked, lines_in
from quizlint.text import Source

_FENCE = re.compile(r"[ \t]*(?P<mark>`{3,}|~{3,})(?P<info>[^\r\n]*)")
_HEADING = re.compile(r"^#{1,2}[ \t]+(?P<title>[^\r\n]+)", re.MULTILINE)
_OPENED = re.compile(r"[ \t]*<quiz>[ \t]*(?:<!--[^\r\n]*)?[\r\n]*$")
_BOX = re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]*\[[xX ]?\]", re.MULTILINE)
_TICKED = re.compile(
    r"^[ \t]*[-*+][ \t][^\r\n]*\[(?:\*|x|✓|correct)\][ \t]*\r?$", re.IGNORECASE | re.MULTILINE
)
_AGAIN = re.compile(r"^[ \t]*<quiz>[ \t]*\r?$", re.MULTILINE)
_NEAR = 4_000
"""Characters behind a tag that nothing closes in which its options are looked for."""

_CLOSED = "</quiz>"

Job = tuple[int, int, Callable[[Maker], None]]
"""Where a piece of a file stands that holds items, and what makes them."""


@dataclass(slots=True)
class Fence:
    """One fenced block: `start` and `end` with its marks, `body` and `stop` within them."""

    start: int
    body: int
    stop: int
    end: int
    info: str


@dataclass
class Page:
    """A file under way. `begin` is where its front matter ends."""

    source: Source
    front: FrontMatter
    desk: Desk
    index_base: int | None = None
    fences: list[Fence] = field(default_factory=list)
    quizzes: list[tuple[int, int]] = field(default_factory=list)
    unclosed: list[tuple[int, int]] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._look()

    @property
    def text(self) -> str:
        return self.source.text

    @property
    def begin(self) -> int:
        return self.front.end

    @cached_property
    def bare(self) -> str:
        """The text with fenced code and comments blanked, so that offsets stay the same."""
        text = self.text
        hidden = sorted([*((each.start, each.end) for each in self.fences), *self._comments])
        return blanked(text, [(0, self.begin), *hidden])

    @cached_property
    def said(self) -> str:
        """What the file's name and its first heading say it is."""
        heading = _HEADING.search(self.bare)
        name = self.source.path.replace("\\", "/").rpartition("/")[2]
        return name if heading is None else f"{name}\n{heading['title']}"

    @cached_property
    def habits(self) -> Habits:
        """What the drafts of the file together say; asked for when all have been found."""
        return habits_of(self.drafts, self.index_base)

    def is_boxed(self, fence: Fence) -> bool:
        """Whether there are checkboxes in a fence."""
        return _BOX.search(self.text, fence.body, fence.stop) is not None

    def is_ticked(self, fence: Fence) -> bool:
        """Whether there are list items in a fence with a mark behind them."""
        return _TICKED.search(self.text, fence.body, fence.stop) is not None

    def _look(self) -> None:
        """Find fences, comments and `<quiz>` blocks line by line, wherever they are indented.

        Tabs and admonitions of site generators indent what they hold, so Markdown's own rule that
        four spaces make code cannot be followed.
        """
        text = self.text
        self._comments: list[tuple[int, int]] = []
        resume = self.begin
        last_close = text.rfind(_CLOSED)
        last_arrow = text.rfind("-->")
        opened: tuple[Fence, str] | None = None
        for start, end in lines_in(text, self.begin, len(text)):
            if start < resume:
                continue
            if opened is not None:
                fence, mark = opened
                words = text[start:end].strip()
                if words.startswith(mark) and not words.strip(mark[0]):
                    fence.stop, fence.end = start, end
                    opened = None
                continue
            line = text[start:end]
            match = _FENCE.match(line) if "```" in line or "~~~" in line else None
            if match is not None and not (match["mark"][0] == "`" and "`" in match["info"]):
                fence = Fence(start, end, len(text), len(text), match["info"].strip())
                self.fences.append(fence)
                opened = (fence, match["mark"])
            elif "<quiz>" in line and _OPENED.match(line):
                close = text.find(_CLOSED, end) if end <= last_close else -1
                again = _AGAIN.search(text, end, close if close >= 0 else len(text))
                if close < 0 or again is not None:
                    stop = len(text) if again is None else again.start()
                    if len(_BOX.findall(text, end, min(stop, end + _NEAR))) > 1:
                        at = start + line.index("<")
                        self.unclosed.append((at, at + len("<quiz>")))
                else:
                    self.quizzes.append((start + line.index("<"), close + len(_CLOSED)))
                    resume = close + len(_CLOSED)
            elif line.lstrip().startswith("<!--") and start <= last_arrow:
                close = text.find("-->", start)
                self._comments.append((start, close + 3))
                resume = close + 3
