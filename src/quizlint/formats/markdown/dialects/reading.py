"""Everything that the dialects find in one file."""

from importlib import import_module
from typing import NamedTuple, Protocol, cast

from quizlint.content import Item
from quizlint.formats.data.foreign import Habits
from quizlint.formats.kit.desk import Desk
from quizlint.formats.markdown.dialects.page import Job, Page
from quizlint.formats.markdown.frontmatter import FrontMatter
from quizlint.formats.markdown.items import Maker
from quizlint.text import Source, Span


class Found(NamedTuple):
    """What dialects find: items, where what they read stands, and habits of keys if any."""

    items: list[Item]
    spans: list[Span]
    habits: Habits | None


class Dialect(Protocol):
    """A module of this package."""

    def find(self, page: Page) -> list[Job]:
        """What makes the items of a file."""
        ...


def read_dialects(
    source: Source,
    front: FrontMatter,
    desk: Desk,
    shuffle: bool | None,
    index_base: int | None,
    names: list[str],
) -> Found | None:
    """What dialects find in a file; None where there is not even something broken."""
    text = source.text
    page = Page(source, front, desk, index_base)
    jobs = [job for name in names for job in _load(name).find(page)]
    if not jobs and not desk.problems:
        return None
    maker = Maker(text, desk, True, shuffle)
    spans: list[Span] = []
    behind = 0
    for start, end, make in sorted(jobs, key=lambda job: job[:2]):
        if start >= behind:
            make(maker)
            behind = end
            spans.append(Span(start, end))
    if not maker.items and not desk.problems:
        return None
    habits = page.habits if page.drafts else None
    return Found(maker.items, spans, habits)


def _load(name: str) -> Dialect:
    return cast(Dialect, import_module(f"quizlint.formats.markdown.dialects.{name}"))
