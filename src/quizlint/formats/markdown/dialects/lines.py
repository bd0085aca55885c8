"""Questions that are read line by line: `<quiz>` blocks of mkdocs-quiz, `?[…]` of tech.io.

In a block, what stands before the first checkbox is the stem, a `>` right under an option is its
feedback, and what stands behind the last option is shown after answering.
"""

import re

from quizlint.content import Option
from quizlint.content.causes.markdown import Markdown
from quizlint.content.problems import FormatTrap, MissingField, Syntax
from quizlint.formats.markdown.blocks import comments_in
from quizlint.formats.markdown.dialects.make import add_choice, add_cloze, shown
from quizlint.formats.markdown.dialects.page import Job, Page
from quizlint.formats.markdown.items import Maker
from quizlint.formats.markdown.pieces import Range, lines_in, text_of, unquoted, with_gaps
from quizlint.text import Span, Text

_OPTION = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]*\[(?P<tick>[xX ]?)\](?![(\[:])[ \t]*")
_GAP = re.compile(r"\[\[(?P<answer>[^\]\r\n]{1,300})\]\]")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_ASKED = re.compile(r"^[ \t]*\?\[(?P<stem>[^\r\n]*)\][ \t]*\r?$", re.MULTILINE)
_TAG, _END_TAG = len("<quiz>"), len("</quiz>")


def find(page: Page) -> list[Job]:
    """The blocks of a file."""
    jobs: list[Job] = []
    for where in page.unclosed:
        page.desk.note(Syntax(Span(*where), Markdown.QUIZ_UNCLOSED.of()))
    for start, end in page.quizzes:
        jobs.append((start, end, _Block(page.text, start, end).make))
    for match in _ASKED.finditer(page.bare):
        end = _end_of_options(page.bare, match.end())
        if end > match.end():
            jobs.append((match.start(), end, _Asked(page.text, match, end).make))
    return jobs


class _Lines:
    """Options and what stands around them, from lines."""

    def __init__(self, text: str, start: int, end: int, column: int) -> None:
        self.text = text
        self.stem: list[Range] = []
        self.options: list[tuple[re.Match[str], list[Range], list[Range]]] = []
        self.late: list[Range] = []
        self.tail: list[Range] = []
        fence = ""
        gap = False
        for first, last in lines_in(text, start, end):
            line = text[first:last]
            cut = first + min(column, len(line) - len(line.lstrip(" \t")))
            mark = _FENCE.match(line)
            inside = bool(fence)
            if mark is not None:
                if not fence:
                    fence, inside = mark[1], True
                elif mark[1].startswith(fence) and line.strip() == mark[1]:
                    fence = ""
            match = None if inside else _OPTION.match(text, first, last)
            if match is not None:
                if self.options:  # what looked like the end was part of the option above
                    _, body, comments = self.options[-1]
                    for each in self.tail:
                        (comments if each in self.late else body).append(each)
                    self.tail = []
                self.options.append((match, [(match.end(), last)], []))
                gap = False
            elif not self.options:
                self.stem.append((cut, last))
            elif not line.strip():
                gap = True
                if self.tail:
                    self.tail.append((cut, last))
            elif line.lstrip().startswith(">") and not inside and not self.tail:
                if gap:
                    self.late.append((cut, last))
                    self.tail.append((cut, last))
                else:
                    self.options[-1][2].append((cut, last))
            elif not gap and not self.tail and line[:1] in " \t" and cut > first + column:
                self.options[-1][1].append((cut, last))
            else:
                self.tail.append((cut, last))

    def made(self) -> list[Option]:
        """The options."""
        made = []
        for match, body, comments in self.options:
            words = text_of(self.text, body)
            feedback = None
            if comments:
                ranges = [each for lines in comments for each in unquoted(self.text, *lines)]
                feedback = text_of(self.text, ranges)
            ends = [words.span.end, match.end() if not words else 0]
            ends += [feedback.span.end] if feedback else []
            lead = len(match[0]) - len(match[0].lstrip())
            span = Span(match.start() + lead, max(ends))
            words = shown(words, Span(span.start, match.start() + len(match[0].rstrip())))
            made.append(Option(words, span, None, match["tick"] in ("x", "X"), feedback or None))
        return made


class _Block:
    """One `<quiz>` block."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.span = Span(start, end)

    def make(self, maker: Maker) -> None:
        text, (start, end) = self.text, self.span
        column = start - (text.rfind("\n", 0, start) + 1)
        lines = _Lines(text, start + _TAG, end - _END_TAG, column)
        opening = Span(start, start + _TAG)
        if not lines.options:
            self._gapped(maker, lines.stem, opening)
            return
        options = lines.made()
        stem = shown(text_of(text, _outside_comments(text, lines.stem)), opening)
        if lines.late and lines.late[0] not in lines.tail:
            late = Span(*_trimmed(text, lines.late[0]))
            maker.desk.note(FormatTrap(late, Markdown.LATE_FEEDBACK.of()))
        rationale = text_of(text, _outside_comments(text, lines.tail))
        add_choice(maker, self.span, stem, options, rationale=rationale)

    def _gapped(self, maker: Maker, lines: list[Range], opening: Span) -> None:
        text = self.text
        rule = next((at for at, each in enumerate(lines) if _is_rule(text, each)), len(lines))
        asked = _outside_comments(text, lines[:rule])
        gaps = [gap for lines_ in asked for gap in _GAP.finditer(text, *lines_)]
        if not gaps:
            maker.desk.note(MissingField(opening, "options", route=maker.route("questions")))
            return
        stem = with_gaps(text, asked, [gap.span() for gap in gaps])
        answers = [Text(gap["answer"], Span(*gap.span("answer")), text) for gap in gaps]
        rationale = text_of(text, lines[rule + 1 :])
        add_cloze(maker, self.span, stem, answers, rationale)


class _Asked:
    """One `?[…]` line with its options."""

    def __init__(self, text: str, match: re.Match[str], end: int) -> None:
        self.text = text
        self.match = match
        self.end = end

    def make(self, maker: Maker) -> None:
        text, match = self.text, self.match
        lines = _Lines(text, match.end(), self.end, 0)
        stem = text_of(text, [match.span("stem")])
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        stem = shown(stem, Span(start, match.end("stem") + 1))
        add_choice(maker, Span(start, self.end), stem, lines.made())


def _end_of_options(text: str, start: int) -> int:
    end = start
    at = start
    while at < len(text):
        stop = text.find("\n", at) + 1 or len(text)
        if _OPTION.match(text, at, stop):
            end = at + len(text[at:stop].rstrip())
        elif text[at:stop].strip():
            break
        at = stop
    return end


def _is_rule(text: str, line: Range) -> bool:
    return text[slice(*line)].strip().strip("-") == "" and "---" in text[slice(*line)]


def _outside_comments(text: str, lines: list[Range]) -> list[Range]:
    """The lines without the HTML comments that stand in one line."""
    if not lines or text.find("<!--", lines[0][0], lines[-1][1]) < 0:
        return lines
    kept: list[Range] = []
    for start, end in lines:
        at = start
        for comment in comments_in(text, start, end):
            kept.append((at, comment.start))
            at = comment.end
        kept.append((at, end))
    return kept


def _trimmed(text: str, line: Range) -> Range:
    start, end = line
    return start, start + len(text[start:end].rstrip())
