"""Questions as `* Stem` with options indented under them, the right ones as `- !text`."""

import re

from quizlint.content import Option
from quizlint.formats.markdown.dialects.make import add_choice, shown
from quizlint.formats.markdown.dialects.page import Job, Page
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.pieces import text_of
from quizlint.text import Span

_STEM = re.compile(r"^(?:\*[ \t]+(?=\S)|(?P<heading>#{1,6}[ \t]))", re.MULTILINE)
_OPTION = re.compile(r"^[ \t]+-[ \t]+(?P<right>!(?!\[))?(?P<text>\S[^\r\n]*)", re.MULTILINE)


def find(page: Page) -> list[Job]:
    """The questions of a file in which every list under a star marks what is right."""
    bare = page.bare
    begins = list(_STEM.finditer(bare, page.begin))
    jobs: list[Job] = []
    for index, match in enumerate(begins):
        end = begins[index + 1].start() if index + 1 < len(begins) else len(bare)
        if match["heading"] is not None:
            continue
        options = _run(list(_OPTION.finditer(bare, match.end(), end)), bare)
        if len(options) < 2:
            continue
        if not any(option["right"] for option in options):
            return []
        jobs.append((match.start(), _end(options[-1]), _Starred(page, match, options).make))
    return jobs


def _end(option: re.Match[str]) -> int:
    return option.start("text") + len(option["text"].rstrip())


def _run(options: list[re.Match[str]], bare: str) -> list[re.Match[str]]:
    """The last options between which nothing stands."""
    at = len(options) - 1
    while at > 0 and not bare[options[at - 1].end() : options[at].start()].strip():
        at -= 1
    return options[max(at, 0) :]


class _Starred:
    """One question."""

    def __init__(self, page: Page, match: re.Match[str], options: list[re.Match[str]]) -> None:
        self.text = page.text
        self.match = match
        self.options = options

    def make(self, maker: Maker) -> None:
        start = self.match.start()
        stem = text_of(self.text, [(self.match.end(), self.options[0].start())])
        options = []
        for each in self.options:
            words = text_of(self.text, [each.span("text")])
            begin = each.start() + self.text[each.start() : each.end()].index("-")
            span = Span(begin, words.span.end)
            options.append(Option(words, span, None, each["right"] is not None))
        end = _end(self.options[-1])
        add_choice(maker, Span(start, end), shown(stem, Span(start, start + 1)), options)
