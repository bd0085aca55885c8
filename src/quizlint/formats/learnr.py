"""Questions of learnr tutorials: calls of R in the code of R Markdown, parsed and never run."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizlint.content import Document, Interaction, Option, Question, Reading
from quizlint.content.problems import Problem, UnreadQuestion
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.keys import accepted
from quizlint.formats.kit.lines import bears
from quizlint.text import Decoded, Source, Span, Text
from quizlint.text.scalars.programs import python_pieces

name = "learnr"
suffixes = (".rmd", ".qmd")

_QUESTION = re.compile(r"(?<![\w.])(?P<call>[\w.]*question[\w.]*)[ \t\r\n]*\(", re.IGNORECASE)
_ANSWER = re.compile(r"(?:learnr::)?(?P<call>answer(?:_fn)?)\s*\(")
_NAMED = re.compile(r"\s*(?P<name>[A-Za-z.][\w.]*)\s*=(?!=)\s*")
_TOKEN = re.compile(r"\"(?:[^\"\\]|\\.)*+\"?|'(?:[^'\\]|\\.)*+'?|\#[^\r\n]*|[()\[\]{},]", re.DOTALL)
_AHEAD = re.compile(r"(?:\s++|#[^\r\n]*+)*+")
_STRING = re.compile(r"(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+')", re.DOTALL)
_TUTORIAL = re.compile(r"\blearnr::|\blibrary\([\"']?learnr\b")
_COMMENT = re.compile(r"(?m)#\s*quizlint:[^\r\n]*|<!--\s*quizlint:.*?-->")
_FENCE = re.compile(
    r"^[ \t]*(?P<fence>`{3,}|~{3,})(?P<info>[^`\r\n]*+)\r?\n.*?^[ \t]*(?P=fence)[`~]*[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
_WORD = re.compile(r"[\"'](?:learnr_)?(\w+)[\"']")
_OWN = re.compile(r"question(?:_(?:radio|checkbox|text|numeric|dropdown))?")
_OPEN, _CLOSE = "([{", ")]}"


LONGEST = 1_000
"""Characters of a line before a call in which a comment that it stands in can begin."""

KINDS = {
    **dict.fromkeys(("radio", "single", "dropdown"), Interaction.CHOICE),
    **dict.fromkeys(("checkbox", "multiple"), Interaction.MULTIPLE),
    "text": Interaction.TEXT,
    "numeric": Interaction.NUMERIC,
}
"""What types ask for, as said by `type` or by the end of the function's name."""


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
    """By one question with an answer, or by the package: most questions stand far below."""
    if not bears(name.lower(), suffixes):
        return 0.0
    asked = _QUESTION.search(head)
    if asked is not None and _ANSWER.search(head, asked.end()):
        return 0.9
    return 0.7 if _TUTORIAL.search(head) else 0.0


def read(source: Source, files: Files, hints: Hints = NO_HINTS) -> Reading:
    """Every question, in the order written."""
    text, desk = source.text, Desk(source.text)
    found: list[Question] = []
    unread: list[Problem] = []
    for call, arguments, end in _calls(text):
        if _passes_on(arguments, text):
            continue
        question = _question(call["call"], Span(call.start(), end), arguments, len(found), desk)
        if question is None:
            line = text.find("\n", call.start())
            place = Span(call.start(), end if line < 0 else min(end, line))
            unread.append(UnreadQuestion(place, "computed", claimed=False))
        else:
            found.append(question)
    problems = (*desk.problems, *unread)
    if not found and not problems:
        from quizlint.formats import markdown

        return markdown.read(source, files, hints)
    comments = tuple(Span(*match.span()) for match in _COMMENT.finditer(text))
    if not found:
        return Reading(problems=problems, comments=comments)
    span = Span(found[0].span.start, found[-1].span.end)
    return Reading((Document(tuple(found), span),), problems, comments)


def _calls(text: str) -> Iterator[tuple[re.Match[str], list[Argument], int]]:
    """The calls that ask, with their arguments and ends.

    They are those of learnr, and others to which answers are given; not those in comments, and in
    code that is shown and not run.
    """
    shown = [match.span() for match in _FENCE.finditer(text) if "{" not in match["info"]][::-1]
    answer = _ANSWER.search(text)
    call = _QUESTION.search(text)
    while call is not None:
        start, at = call.span()
        while shown and shown[-1][1] <= start:
            shown.pop()
        while answer is not None and answer.start() < at:
            answer = _ANSWER.search(text, answer.end())
        following = _QUESTION.search(text, at)
        nearer = answer is not None and (following is None or answer.start() < following.start())
        line = max(text.rfind("\n", max(0, start - LONGEST), start) + 1, start - LONGEST, 0)
        off = "#" in _STRING.sub("", text[line:start])
        if not off and (nearer or _OWN.fullmatch(call["call"])):
            arguments, end = arguments_of(text, at)
            if not (shown and shown[-1][0] <= start):
                yield call, arguments, end
            if end > at:
                following = _QUESTION.search(text, end)
        call = following


def _passes_on(arguments: list[Argument], text: str) -> bool:
    """Whether a call only hands on what another is given, as a function of one's own does."""
    return not arguments or any(text[each.start : each.end] == "..." for each in arguments)


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
    drafted.interaction = KINDS.get(call.rpartition("_")[2])
    kind = said.get("type")
    for word in () if kind is None else _WORD.findall(text[kind.start : kind.end]):
        drafted.interaction = KINDS.get(word, drafted.interaction)
    if drafted.interaction in (Interaction.TEXT, Interaction.NUMERIC):
        drafted.responses = drafted.options
        drafted.key = accepted(each.text for each in drafted.options if each.correct)
        drafted.options = []
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
