"""Questions of learnr tutorials: calls of R in the code of R Markdown, parsed and never run."""

import re
from typing import NamedTuple

from quizlint.content import Document, Interaction, Option, Question, Reading
from quizlint.content.causes.nothing import Nothing
from quizlint.content.problems import Problem, UnreadQuestion
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.finish import nothing
from quizlint.formats.kit.keys import accepted
from quizlint.formats.kit.lines import bears
from quizlint.text import Decoded, Source, Span, Text
from quizlint.text.scalars.programs import python_pieces

name = "learnr"
suffixes = (".rmd", ".qmd")

_QUESTION = re.compile(
    r"\b(?:learnr::)?(?P<call>question(?:_(?:radio|checkbox|text|numeric|dropdown))?)[ \t\r\n]*\("
)
_ANSWER = re.compile(r"(?:learnr::)?(?P<call>answer(?:_fn)?)\s*\(")
_NAMED = re.compile(r"\s*(?P<name>[A-Za-z.][\w.]*)\s*=(?!=)\s*")
_TOKEN = re.compile(r"\"(?:[^\"\\]|\\.)*+\"?|'(?:[^'\\]|\\.)*+'?|\#[^\r\n]*|[()\[\]{},]", re.DOTALL)
_AHEAD = re.compile(r"(?:\s++|#[^\r\n]*+)*+")
_STRING = re.compile(r"(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+')", re.DOTALL)
_COMMENT = re.compile(r"(?m)#\s*quizlint:[^\r\n]*|<!--\s*quizlint:.*?-->")
_OPEN, _CLOSE = "([{", ")]}"


class RString:
    """A string of R, whose escapes are Python's."""

    def decode(self, source: str, span: Span) -> Decoded:
        return Decoded.joined(python_pieces(source, *span))


_R = RString()


class Argument(NamedTuple):
    """One argument of a call: its name, empty where it has none, and where its value stands."""

    name: str
    start: int
    end: int


def sniff(name: str, head: str) -> float:
    """By one question with an answer."""
    if not bears(name.lower(), suffixes) or "answer" not in head:
        return 0.0
    asked = _QUESTION.search(head)
    return 0.9 if asked is not None and _ANSWER.search(head, asked.end()) else 0.0


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every question, in the order written."""
    text, desk = source.text, Desk(source.text)
    found: list[Question] = []
    unread: list[Problem] = []
    at = 0
    while (call := _QUESTION.search(text, at)) is not None:
        arguments, end = arguments_of(text, call.end())
        at = max(end, call.end())
        if text.rfind("#", text.rfind("\n", 0, call.start()) + 1, call.start()) >= 0:
            continue  # a heading that speaks of it, or code that is switched off
        question = _question(call["call"], Span(call.start(), end), arguments, len(found), desk)
        if question is None:
            line = text.find("\n", call.start())
            place = Span(call.start(), end if line < 0 else min(end, line))
            unread.append(UnreadQuestion(place, "computed", claimed=False))
        else:
            found.append(question)
    comments = tuple(Span(*match.span()) for match in _COMMENT.finditer(text))
    problems = (*desk.problems, *unread)
    if not found:
        empty = () if problems else (nothing(text, Nothing.EMPTY_LIST.of()),)
        return Reading(problems=(*problems, *empty), comments=comments)
    span = Span(found[0].span.start, found[-1].span.end)
    return Reading((Document(tuple(found), span),), problems, comments)


def arguments_of(text: str, at: int) -> tuple[list[Argument], int]:
    """The arguments of a call whose bracket opens before an offset, and where it ends."""
    found: list[Argument] = []
    depth, start = 1, at
    for token in _TOKEN.finditer(text, at):
        sign = token[0]
        if sign in _OPEN:
            depth += 1
        elif sign in _CLOSE:
            depth -= 1
        if depth == 0 or (depth == 1 and sign == ","):
            _add(text, start, token.start(), found)
            start = token.end()
        if depth == 0:
            return found, token.end()
    return found, len(text)


def _add(text: str, start: int, end: int, found: list[Argument]) -> None:
    ahead = _AHEAD.match(text, start, end)
    start = start if ahead is None else ahead.end()
    named = _NAMED.match(text, start, end)
    begin = start if named is None else named.end()
    value = text[begin:end]
    begin += len(value) - len(value.lstrip())
    if value.strip():
        found.append(
            Argument("" if named is None else named["name"], begin, begin + len(value.strip()))
        )


def _question(
    call: str, span: Span, arguments: list[Argument], number: int, desk: Desk
) -> Question | None:
    """A question; None where R makes up what it asks, or what it offers."""
    text, route = desk.source, f"questions[{number}]"
    said = {each.name: each for each in reversed(arguments) if each.name}
    plain = [each for each in arguments if not each.name]
    answers = [each for each in plain if _ANSWER.match(text, each.start, each.end)]
    asked = said.get("text") or next((each for each in plain if each not in answers), None)
    stem = None if asked is None else _string(asked, text)
    if stem is None or not answers:
        return None
    drafted = Drafted(span, None, stem, route)
    for each in answers:
        option = _option(each, text)
        if option is None:
            return None
        drafted.options.append(option)
    kind = said.get("type")
    declared = text[kind.start : kind.end].strip("\"'") if kind is not None else ""
    if call in ("question_text", "question_numeric") or declared in ("text", "learnr_text"):
        drafted.interaction = Interaction.TEXT
        drafted.key = accepted(each.text for each in drafted.options if each.correct)
        drafted.options = []
    elif call == "question_checkbox" or declared in ("multiple", "learnr_checkbox"):
        drafted.interaction = Interaction.MULTIPLE
    elif call == "question_radio" or declared in ("single", "learnr_radio"):
        drafted.interaction = Interaction.CHOICE
    for field in ("message", "post_message"):
        if field in said and drafted.rationale is None:
            drafted.rationale = _string(said[field], text)
    mixed = said.get("random_answer_order")
    drafted.shuffle = mixed is not None and text[mixed.start : mixed.end] in ("TRUE", "T")
    return finish(drafted, desk)


def _option(argument: Argument, source: str) -> Option | None:
    call = _ANSWER.match(source, argument.start, argument.end)
    if call is None or call["call"] != "answer":
        return None
    inner, _ = arguments_of(source, call.end())
    said = {each.name: each for each in reversed(inner) if each.name}
    offered = said.get("text") or next((each for each in inner if not each.name), None)
    text = None if offered is None else _value(offered, source)
    if text is None:
        return None
    right = said.get("correct")
    correct = right is not None and source[right.start : right.end] in ("TRUE", "T")
    told = said.get("message")
    feedback = None if told is None else _string(told, source)
    return Option(text, Span(argument.start, argument.end), correct=correct, feedback=feedback)


def _string(argument: Argument, source: str) -> Text | None:
    """A text that stands there as it is; None where a call makes it."""
    if _STRING.fullmatch(source, argument.start, argument.end) is None:
        return None
    value = "".join(piece for piece, _, _ in python_pieces(source, argument.start, argument.end))
    return Text(value, Span(argument.start, argument.end), source, _R)


def _value(argument: Argument, source: str) -> Text | None:
    """A text or a bare number."""
    written = source[argument.start : argument.end]
    if re.fullmatch(r"-?\d+(?:\.\d+)?L?", written):
        return Text(written, Span(argument.start, argument.end), source)
    return _string(argument, source)
