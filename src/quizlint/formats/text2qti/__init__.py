"""text2qti: quizzes in plain text that the tool of that name turns into QTI for Canvas."""

import re

from quizlint.content import Document, Reading
from quizlint.content.causes.nothing import Nothing
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.catalogue import CATALOGUE
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.finish import nothing
from quizlint.formats.kit.lines import bears
from quizlint.formats.text2qti.parts import Script
from quizlint.formats.text2qti.quiz import Quiz
from quizlint.formats.tree.html import html_comments
from quizlint.text import Source, Span

name = "text2qti"
suffixes = CATALOGUE[name].suffixes

NOT_TEXT2QTI = "it is text without a question of text2qti"

_FENCED = re.compile(r"^[ \t]{0,12}(`{3,}|~{3,})(?![^\n]*\.run\b).*?(?:^[ \t]*\1|\Z)", re.M | re.S)
_FRONT = re.compile(r"---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$", re.M | re.S)
_NUMBERED = re.compile(r"^(?:[0-9]{1,5}\.[ \t]+\S|```+[ \t]*\{[^\n]*\.run\b)", re.M)
_STARRED = re.compile(r"^(?:\*[a-zA-Z]\)|\[\*\])[ \t]+\S", re.M)
_OPTION = re.compile(r"^(?:[a-zA-Z]\)|\[ \]|\*[a-zA-Z]\)|\[\*\])[ \t]+\S", re.M)
_TITLED = re.compile(r"^[Qq]uiz [Tt]itle:[ \t]+\S", re.M)
_HEADED = re.compile(
    r"^(?:(?:[Tt]itle:[ \t]+\S[^\n]*|[Pp]oints:[ \t]+[0-9.]+[ \t]*)\n)+(?=[0-9]{1,5}\.[ \t])"
    r"|^GROUP[ \t]*$",
    re.M,
)
_UNDER = r"^[0-9]{1,5}\.[ \t]+\S[^\n]*\n(?:(?:[ \t]+\S[^\n]*|\.\.\.[ \t][^\n]*|[ \t]*)\n){0,40}?"
"""A numbered stem, down to where its answers begin."""

_ANSWERED = re.compile(
    _UNDER + r"(?:=[ \t]+(?:[-+.0-9e]{1,20}[ \t]*\+-|\[[^\],\n]{1,30},)|\^\^\^+[ \t]*$)", re.M
)
_TYPED = re.compile(
    _UNDER
    + r"(?:\*[ \t]+(?!\[[ xX]?\])\S|_{3,}[ \t]*$|=[ \t]+[-+]?[0-9]|[aA]\)[ \t]+\S|\[ \][ \t])",
    re.M,
)
_AIKEN = re.compile(r"^ANSWER:[ \t]*[A-Z]\b", re.M)


def sniff(name: str, head: str) -> float:
    """By one whole question: a numbered stem, and answers under it with a mark of their own.

    Marks that other text has too (`*   word`) count only where a title or points go before.
    """
    if not bears(name, suffixes):
        return 0.0
    text = head.replace("\r\n", "\n").replace("\r", "\n")
    if text.startswith("---"):
        text = _FRONT.sub("", text, count=1)
    if "```" in text or "~~~" in text:
        text = _FENCED.sub("", text)
    if _NUMBERED.search(text) is None or _AIKEN.search(text) is not None:
        return 0.0
    if _STARRED.search(text) is not None and len(_OPTION.findall(text)) > 1:
        return 0.95
    headed = _TITLED.search(text) is not None or _HEADED.search(text) is not None
    if _ANSWERED.search(text) is not None:
        return 0.9 if headed else 0.7
    return 0.8 if headed and _TYPED.search(text) is not None else 0.0


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every question in the file. Programs in it are shown, and never run."""
    desk = Desk(source.text)
    script = Script(desk)
    quiz = Quiz(desk, script.parts)
    comments = sorted([*script.comments, *html_comments(source.text)])
    problems = tuple(sorted(desk.problems, key=lambda problem: problem.span))
    if not quiz.items:
        if quiz.title is None:
            return Reading(skipped=NOT_TEXT2QTI)
        empty = nothing(source.text, Nothing.TITLE_ONLY.of(), quiz.title.span)
        return Reading(problems=(empty, *problems), comments=tuple(comments))
    document = Document(
        items=tuple(quiz.items),
        span=Span(quiz.items[0].span.start, quiz.items[-1].span.end),
        title=quiz.title,
    )
    return Reading((document,), problems, tuple(comments))
