"""LiaScript: `[(X)]` for one right option, `[[X]]` for several, `[[word]]` for a word to type."""

import re

from quizlint.content import Interaction, Key, KeyState, Option, Question, WrittenKey
from quizlint.formats.markdown.dialects.above import stem_above
from quizlint.formats.markdown.dialects.make import add_choice, shown
from quizlint.formats.markdown.dialects.page import Job, Page
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.pieces import text_of
from quizlint.text import Span, Text

_LINE = re.compile(
    r"^[ \t]*(?:[-*+][ \t]+)?(?P<box>\[(?:\((?P<one>[ xX])\)|\[(?P<many>[ xX])\])\])[ \t]*"
    r"(?P<text>[^\r\n]*)|^[ \t]*\[\[(?P<word>[^\[\]\r\n?!][^\[\]\r\n]{0,100})\]\][ \t]*\r?$"
    r"|^[ \t]*\[\[\?\]\][^\r\n]*$",
    re.MULTILINE,
)
_BLANK = re.compile(r"\s*")


def find(page: Page) -> list[Job]:
    """The questions of a file."""
    bare = page.bare
    runs: list[list[re.Match[str]]] = []
    for match in _LINE.finditer(bare, page.begin):
        last = runs[-1][-1] if runs else None
        if last is not None and not bare[last.end() : match.start()].strip():
            runs[-1].append(match)
        else:
            runs.append([match])
    jobs: list[Job] = []
    before = page.begin
    for run in runs:
        asked = _Asked(page.text, before, run)
        if asked.options or asked.answer is not None:
            jobs.append((asked.begin, run[-1].end(), asked.make))
            before = run[-1].end()
    return jobs


class _Asked:
    """One question: its options, or the word that is its answer."""

    def __init__(self, text: str, before: int, run: list[re.Match[str]]) -> None:
        self.text = text
        self.before = before
        self.options = [match for match in run if match["box"]]
        words = [match for match in run if match["word"] and not match["box"]]
        self.answer = words[0] if words and not self.options else None
        self.at = run[0].start()
        self.end = run[-1].end()
        self.begin = self.at

    def make(self, maker: Maker) -> None:
        text = self.text
        stem, start = stem_above(maker, text, self.before, self.at)
        words = shown(stem.text(text), Span(self.at, self.end))
        if self.answer is not None:
            self._typed(maker, words, start)
            return
        options = []
        for match in self.options:
            body = text_of(text, [match.span("text")])
            span = Span(match.start("box"), max(body.span.end, match.end("box")))
            tick = (match["one"] or match["many"]) in ("x", "X")
            options.append(Option(shown(body, Span(*match.span("box"))), span, None, tick))
        several = self.options[0]["many"] is not None
        kind = Interaction.MULTIPLE if several else None
        add_choice(
            maker, Span(start, self.end), words, options, number=stem.number, interaction=kind
        )

    def _typed(self, maker: Maker, stem: Text, start: int) -> None:
        assert self.answer is not None
        where = Span(*self.answer.span("word"))
        written = (WrittenKey(Text(self.answer["word"], where, self.text)),)
        question = Question(
            span=Span(start, self.end),
            route=maker.route("questions"),
            stem=stem,
            key=Key(KeyState.PRESENT, (), written, "answer", where),
            interaction=Interaction.TEXT,
        )
        maker.add("questions", question)
