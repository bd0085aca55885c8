"""Fenced blocks that say `quiz` and hold YAML or JSON."""

import re
from bisect import bisect_right

from quizlint.content import Problem
from quizlint.formats.data.find import Place, find_items
from quizlint.formats.data.foreign import read_place
from quizlint.formats.markdown.dialects.page import Fence, Job, Page
from quizlint.formats.markdown.dialects.quizdown import is_quiz_fence
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.pieces import blanked
from quizlint.formats.tree.nodes import Tree
from quizlint.text import Source

_FIELD = re.compile(
    r"^[ \t]*(?:[-\[{,][ \t]*)*[\"']?"
    r"(?:q|questions?|prompt|stem|text|options|choices|answers?|cards|front)"
    r"[\"']?[ \t]*:(?:[ \t]|\r?$)",
    re.IGNORECASE | re.MULTILINE,
)
_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])")
_MAX_JSON = 20_000_000
"""Characters looked at for JSON: its reader goes through the file once a block."""


def find(page: Page) -> list[Job]:
    """The blocks of a file."""
    text = page.text
    fences = [
        fence
        for fence in page.fences
        if is_quiz_fence(fence.info)
        and not page.is_boxed(fence)
        and not page.is_ticked(fence)
        and _FIELD.search(text, fence.body, fence.stop)
    ]
    if not fences:
        return []
    json = [fence for fence in fences if _JSON.match(text, fence.body, fence.stop)]
    if len(json) * len(text) > _MAX_JSON:
        json = []
    trees = [_json(page, fence) for fence in json]
    if len(json) < len(fences):
        trees.append(_yaml(page, [fence for fence in fences if fence not in json]))
    starts = [fence.start for fence in fences]
    places: list[list[Place]] = [[] for _ in fences]
    problems: list[list[Problem]] = [[] for _ in fences]
    for tree in trees:
        for root in tree.roots:
            found = find_items(root, page.desk)
            places[_index(starts, root.start)] += found
            page.drafts += [place.draft for place in found if place.draft is not None]
        for problem in tree.problems:
            problems[_index(starts, problem.span.start)].append(problem)
    return [
        (fence.start, fence.end, _Block(page, held, noted).make)
        for fence, held, noted in zip(fences, places, problems, strict=True)
        if held or noted
    ]


def _index(starts: list[int], at: int) -> int:
    return max(bisect_right(starts, at) - 1, 0)


def _json(page: Page, fence: Fence) -> Tree:
    from quizlint.formats.tree.json import parse

    text = page.text
    alone = blanked(text, [(0, fence.body), (fence.stop, len(text))])
    return parse(Source(page.source.path, alone))


def _yaml(page: Page, fences: list[Fence]) -> Tree:
    """All blocks of YAML, parsed in one go as one file of several documents."""
    from quizlint.formats.tree.yaml import parse

    text = page.text
    hidden, at = [], 0
    for fence in fences:
        hidden.append((at, fence.body))
        at = fence.stop
    hidden.append((at, len(text)))
    yaml, parts, at = blanked(text, hidden), [], 0
    for fence in fences[1:]:  # the opening line begins the next YAML document
        parts += [yaml[at : fence.start], "---"]
        at = fence.start + len("---")
    return parse(Source(page.source.path, "".join([*parts, yaml[at:]])))


class _Block:
    """One block."""

    def __init__(self, page: Page, places: list[Place], problems: list[Problem]) -> None:
        self.page = page
        self.places = places
        self.problems = problems

    def make(self, maker: Maker) -> None:
        for problem in self.problems:
            maker.desk.note(problem)
        for place in self.places:
            kind = "cards" if place.pair is not None else "questions"
            kind = "prompts" if place.prompt else kind
            place.route = maker.route(kind)
            item = read_place(place, self.page.habits, maker.shuffle, maker.desk)
            if item is not None:
                maker.add(kind, item)
