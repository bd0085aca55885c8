"""What is wrong where libyaml stops, in words for someone who never saw a parser."""

import re
from typing import NamedTuple

from quizlint.formats.tree.nodes import Sequence
from quizlint.formats.tree.yaml_reader import Trouble, YamlReader, line_start
from quizlint.text.scalars.yaml import content_start, escaped

_NAMED_VALUE = re.compile(r"[ \t]*+(?:(?:- +)*+[^\s:][^:\r\n]*+:[ \t]|(?:- +)++)")
_NO_SPACE = re.compile(r"[ \t]*+(?:- +)*+[\w-]++([:\U000f003a])[^\s:/]")
_NO_DASH_SPACE = re.compile(r"[ \t]*(-)[^\s-]")
_REST_OF_LINE = re.compile(r"(?:[^\s#]|[ \t](?!#)|#)*")
_LINE = re.compile(r"[^\r\n]*")
_COLON = re.compile(r":(?=\s)", re.ASCII)
_STRUCTURE = frozenset(
    {
        "mapping values are not allowed in this context",
        "block sequence entries are not allowed in this context",
        "did not find expected ',' or ']'",
        "did not find expected ',' or '}'",
        "could not find expected ':'",
    }
)
_CLOSED_BY = {"[": "]", "{": "}"}
MISINDENTED = "this line is not indented like the lines it belongs with"


class Diagnosis(NamedTuple):
    """The place and the message, and what could be read as it was meant.

    `mend` are offsets of characters that were meant as text; `tabs` asks for spaces instead of the
    tabs that lines begin with.
    """

    at: int
    message: str
    mend: tuple[int, ...] = ()
    tabs: bool = False


def diagnose(reader: YamlReader, trouble: Trouble) -> Diagnosis:
    """What the trouble is."""
    text, at, problem = reader.text, trouble.at, trouble.problem
    begun = at if trouble.context is None else trouble.context
    char = text[at : at + 1]
    if problem in _STRUCTURE:
        bracket = _open_bracket(reader, at)
        if bracket is not None:
            opening = text[bracket]
            message = f"the {opening} that opens here is not closed with {_CLOSED_BY[opening]}"
            return Diagnosis(bracket, f"{message}, or a comma is missing")
    match problem:
        case "found character that cannot start any token":
            return _tab(at) if char == "\t" else _reserved(text, at)
        case "found unexpected end of stream" | "found unexpected document indicator":
            return Diagnosis(begun, f"the quote {text[begun]} that opens here is never closed")
        case (
            "found unknown escape character"
            | "did not find expected hexdecimal number"
            | "found invalid Unicode character escape code"
        ):
            return _escape(text, begun, at)
        case "mapping values are not allowed in this context":
            return _colon(text, at)
        case "could not find expected ':'":
            return _no_colon(text, begun)
        case "block sequence entries are not allowed in this context":
            return _second_start(text, at, "a dash and a space begin a list here")
        case "mapping keys are not allowed in this context":
            return _second_start(text, at, "a question mark and a space have a meaning here")
        case "did not find expected alphabetic or numeric character":
            return _reserved(text, begun)
        case "did not find expected comment or line break":
            message = f"{text[begun]} at the start announces a text on the lines below"
            return Diagnosis(begun, f"{message}; put it in quotes", (begun,))
        case "did not find expected node content":
            if "flow" not in trouble.doing and char and char in "]},":
                return _reserved(text, at)
            bracket = _open_bracket(reader, at, even_last=True) if char == "-" else None
            if bracket is not None:
                message = f"the {text[bracket]} that opens here is not closed"
                return Diagnosis(bracket, f"{message} with {_CLOSED_BY[text[bracket]]}")
            return Diagnosis(at, "a value is expected here")
        case _ if "tab character" in problem:
            return _tab(at)
        case _ if problem.startswith("did not find expected"):
            return _unexpected(reader, trouble, begun)
    if text[begun : begun + 1] == "!":
        return _reserved(text, begun)
    return Diagnosis(at, "YAML cannot be read here; put the text in quotes if it is text")


def _tab(at: int) -> Diagnosis:
    return Diagnosis(at, "a tab indents this line, and YAML allows only spaces for that", tabs=True)


def _reserved(text: str, at: int) -> Diagnosis:
    return Diagnosis(at, f"a text cannot begin with {text[at]} unless it is in quotes", (at,))


def _escape(text: str, quote: int, at: int) -> Diagnosis:
    """A backslash in double quotes that begins no escape, and all the like up to the end quote."""
    first = max(text.rfind("\\", quote, at + 1), quote)
    mend = []
    each = first
    while each < len(text) and text[each] != '"':
        if text[each] == "\\":
            found = escaped(text, each)
            if found is None:
                mend.append(each)
                each += 1 + (text[each + 1 : each + 2] in '"\\')
                continue
            each = found[1]
        else:
            each += 1
    written = re.compile(r"\\(?:u\w{0,4}|x\w{0,2}|U\w{0,8}|.)?").match(text, first)
    shown = written[0] if written else "\\"
    if shown[:3].lower() in ("\\ud",):
        message = f"{shown} is half of a character; write the character itself"
    else:
        message = f"in double quotes a backslash is special, and {shown} means nothing"
        message += "; write \\\\ for it or use single quotes"
    return Diagnosis(first, message, tuple(mend))


def _colon(text: str, at: int) -> Diagnosis:
    start = line_start(text, at)
    before = text[start:at]
    if _NAMED_VALUE.match(before):
        message = "a colon with a space behind it ends the name of a field; put the text in quotes"
        # what follows on the line belongs to the text as well
        return Diagnosis(at, message, (at, *_more_colons(text, at)))
    above = line_start(text, start - 1) if start else 0
    unspaced = _NO_SPACE.match(text, above, start)
    if unspaced is not None:
        return Diagnosis(unspaced.start(1), "a space is missing after this colon")
    return Diagnosis(start + len(before) - len(before.lstrip(" ")), MISINDENTED)


def _more_colons(text: str, at: int) -> list[int]:
    rest = _REST_OF_LINE.match(text, at + 1)
    assert rest is not None
    return [each.start() for each in _COLON.finditer(text, at + 1, rest.end())]


def _no_colon(text: str, start: int) -> Diagnosis:
    line = line_start(text, start)
    if text[start] in "\"'":
        return Diagnosis(start, f"the quote {text[start]} that opens here is not closed")
    unspaced = _NO_SPACE.match(text, line)
    if unspaced is not None:
        return Diagnosis(unspaced.start(1), "a space is missing after this colon")
    dashed = _NO_DASH_SPACE.match(text, line)
    if dashed is not None:
        return Diagnosis(dashed.start(1), "a space is missing after this dash")
    return Diagnosis(start, "this line is neither a field with its colon nor part of a text")


def _second_start(text: str, at: int, what: str) -> Diagnosis:
    if _NAMED_VALUE.match(text[line_start(text, at) : at]):
        return Diagnosis(at, f"{what}; put the text in quotes", (at,))
    return Diagnosis(at, MISINDENTED)


def _unexpected(reader: YamlReader, trouble: Trouble, begun: int) -> Diagnosis:
    """Something follows what was already complete."""
    text, at = reader.text, trouble.at
    first = content_start(text, reader.last_start, max(reader.last_end, reader.last_start))
    opening = text[first : first + 1]
    between = text[reader.last_end : at]
    if "flow" in trouble.doing and text[at : at + 1] in "\"'":
        return Diagnosis(at, "a comma or a closing bracket is missing here")
    if opening and opening in "\"'" and first < at and not between.strip():
        if line_start(text, first) < line_start(text, max(reader.last_end - 1, first)):
            message = f"the quote {opening} that opens here is closed only some lines below"
            return Diagnosis(first, f"{message}, inside another text")
        message = f"the quotes {opening} end before the text does; put all of it in quotes"
        return Diagnosis(first, message, (first,))
    same_line = line_start(text, first) == line_start(text, at)
    if opening and opening in "[{*" and same_line and not between.strip():
        if "flow" in trouble.doing:
            return Diagnosis(at, "a comma or a closing bracket is missing here")
        message = f"a value that begins with {opening} is no text for YAML; put it in quotes"
        return Diagnosis(first, message, (first,))
    if "flow" in trouble.doing:
        return Diagnosis(at, "a comma or a closing bracket is missing here")
    if text[begun : begun + 1] == "!":
        return _reserved(text, begun)
    return Diagnosis(at, MISINDENTED)


def _open_bracket(reader: YamlReader, at: int, even_last: bool = False) -> int | None:
    """The outermost bracket that is open though its line has ended.

    One that is the last of its line was meant to stay open; `even_last` counts it as well.
    """
    text = reader.text
    for node in reader.stack:
        start = content_start(text, node.start, len(text))
        rest = _LINE.match(text, start + 1)
        assert rest is not None
        if (even_last or rest[0].strip()) and is_flow(node.start, text, isinstance(node, Sequence)):
            return start if line_start(text, start) < line_start(text, at) else None
    return None


def is_flow(start: int, text: str, sequence: bool) -> bool:
    """Whether a collection is written with brackets, not with dashes or indentation."""
    at = content_start(text, start, len(text))
    return text[at : at + 1] == ("[" if sequence else "{")
