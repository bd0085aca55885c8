"""What is wrong where libyaml stops, as someone sees it who never saw a parser."""

import re
from typing import NamedTuple

from quizlint.content.causes import Told
from quizlint.content.causes.yaml import Yaml
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

_REMARK = re.compile(r"[\[{](?:[^\]}\r\n#]|(?<![ \t])#)*+(?<=[ \t])#(?=[^\r\n]*[\]}])")
"""A bracket that is closed only in what a # behind a space makes a comment."""


class Diagnosis(NamedTuple):
    """The place and what happened there, and what could be read as it was meant.

    `mend` are offsets of characters that were meant as text; `tabs` asks for spaces instead of the
    tabs that lines begin with.
    """

    at: int
    told: Told
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
            remark = _REMARK.match(text, bracket)
            if remark is not None:
                return Diagnosis(remark.end() - 1, Yaml.COMMENT_INSIDE.of(), (remark.end() - 1,))
            return Diagnosis(bracket, Yaml.BRACKET_OR_COMMA.of(opening, _CLOSED_BY[opening]))
    match problem:
        case "found character that cannot start any token":
            return _tab(at) if char == "\t" else _reserved(text, at)
        case "found unexpected end of stream" | "found unexpected document indicator":
            return Diagnosis(begun, Yaml.QUOTE_NEVER_CLOSED.of(text[begun]))
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
            return _second_start(text, at, Yaml.LIST_SIGN)
        case "mapping keys are not allowed in this context":
            return _second_start(text, at, Yaml.KEY_SIGN)
        case "did not find expected alphabetic or numeric character":
            return _reserved(text, begun)
        case "did not find expected comment or line break":
            return Diagnosis(begun, Yaml.BLOCK_SIGN.of(text[begun]), (begun,))
        case "did not find expected node content":
            if "flow" not in trouble.doing and char and char in "]},":
                return _reserved(text, at)
            bracket = _open_bracket(reader, at, even_last=True) if char == "-" else None
            if bracket is not None:
                opening = text[bracket]
                return Diagnosis(bracket, Yaml.BRACKET.of(opening, _CLOSED_BY[opening]))
            return Diagnosis(at, Yaml.NO_VALUE.of())
        case _ if "tab character" in problem:
            return _tab(at)
        case _ if problem.startswith("did not find expected"):
            return _unexpected(reader, trouble, begun)
    if text[begun : begun + 1] == "!":
        return _reserved(text, begun)
    return Diagnosis(at, Yaml.OTHER.of())


def _tab(at: int) -> Diagnosis:
    return Diagnosis(at, Yaml.TAB.of(), tabs=True)


def _reserved(text: str, at: int) -> Diagnosis:
    return Diagnosis(at, Yaml.RESERVED_SIGN.of(text[at]), (at,))


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
        told = Yaml.HALF_CHARACTER.of(shown)
    else:
        told = Yaml.ESCAPE.of(shown)
    return Diagnosis(first, told, tuple(mend))


def _colon(text: str, at: int) -> Diagnosis:
    start = line_start(text, at)
    before = text[start:at]
    if _NAMED_VALUE.match(before):
        # what follows on the line belongs to the text as well
        return Diagnosis(at, Yaml.COLON.of(), (at, *_more_colons(text, at)))
    above = line_start(text, start - 1) if start else 0
    unspaced = _NO_SPACE.match(text, above, start)
    if unspaced is not None:
        return Diagnosis(unspaced.start(1), Yaml.GLUED_COLON.of())
    return Diagnosis(start + len(before) - len(before.lstrip(" ")), Yaml.INDENTATION.of())


def _more_colons(text: str, at: int) -> list[int]:
    rest = _REST_OF_LINE.match(text, at + 1)
    assert rest is not None
    return [each.start() for each in _COLON.finditer(text, at + 1, rest.end())]


def _no_colon(text: str, start: int) -> Diagnosis:
    line = line_start(text, start)
    if text[start] in "\"'":
        return Diagnosis(start, Yaml.QUOTE_NOT_CLOSED.of(text[start]))
    unspaced = _NO_SPACE.match(text, line)
    if unspaced is not None:
        return Diagnosis(unspaced.start(1), Yaml.GLUED_COLON.of())
    dashed = _NO_DASH_SPACE.match(text, line)
    if dashed is not None:
        return Diagnosis(dashed.start(1), Yaml.GLUED_DASH.of())
    return Diagnosis(start, Yaml.NEITHER.of())


def _second_start(text: str, at: int, sign: Yaml) -> Diagnosis:
    if _NAMED_VALUE.match(text[line_start(text, at) : at]):
        return Diagnosis(at, sign.of(), (at,))
    return Diagnosis(at, Yaml.INDENTATION.of())


def _unexpected(reader: YamlReader, trouble: Trouble, begun: int) -> Diagnosis:
    """Something follows what was already complete."""
    text, at = reader.text, trouble.at
    first = content_start(text, reader.last_start, max(reader.last_end, reader.last_start))
    opening = text[first : first + 1]
    between = text[reader.last_end : at]
    if "flow" in trouble.doing and text[at : at + 1] in "\"'":
        return Diagnosis(at, Yaml.NO_COMMA.of())
    if opening and opening in "\"'" and first < at and not between.strip():
        if line_start(text, first) < line_start(text, max(reader.last_end - 1, first)):
            return Diagnosis(first, Yaml.QUOTE_CLOSED_FAR.of(opening))
        return Diagnosis(first, Yaml.QUOTES_END_EARLY.of(opening), (first,))
    same_line = line_start(text, first) == line_start(text, at)
    if opening and opening in "[{*" and same_line and not between.strip():
        if "flow" in trouble.doing:
            return Diagnosis(at, Yaml.NO_COMMA.of())
        return Diagnosis(first, Yaml.VALUE_SIGN.of(opening), (first,))
    if "flow" in trouble.doing:
        return Diagnosis(at, Yaml.NO_COMMA.of())
    if text[begun : begun + 1] == "!":
        return _reserved(text, begun)
    return Diagnosis(at, Yaml.INDENTATION.of())


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
