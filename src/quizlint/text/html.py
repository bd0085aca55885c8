"""HTML inside a value: tags that authors mark texts up with, comments, MathML, and entities."""

import re

from quizlint.text.marks import Marks
from quizlint.text.patterns import lazy

_PAIRED = frozenset(
    "a abbr b bdi bdo big blockquote caption center cite code dd del details dfn div dl em "
    "figcaption figure font h1 h2 h3 h4 h5 h6 i ins kbd mark ol pre q s samp section small span "
    "strike strong sub summary sup table tt u ul var".split()
)
_LONE = frozenset(
    "br hr img wbr p li td th tr dt dd tbody thead tfoot colgroup col".split()
)  # void, or their end tag may be left out
_PLAYED = frozenset("audio embed iframe object source track video".split())
_CODE = frozenset("code kbd pre samp tt".split())
_BREAKING = frozenset(
    "blockquote br caption center dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li "
    "ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_BARE_ATTRIBUTES = frozenset("hidden open reversed controls autoplay loop muted nowrap".split())

_AUTOLINK = re.compile(r"<((?:https?|mailto):[^<>\s]++)>")
# A tag that is spoken of ("the <b> tag") is content.
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*+)"
    r"(?P<attributes>(?:\s+[A-Za-z_:@][\w:.@-]*+(?:\s*=\s*(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?+)*+)"
    r"\s*+/?>(?!\s+(?:tag|element)s?\b)"
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

_ALT = lazy(r"\salt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)


def tags(marks: Marks) -> None:
    """Drop known tags, those that need an end tag only in pairs: a lone `<b>` is content."""
    _comments(marks)
    _mathml(marks)
    for match in marks.free(_AUTOLINK):
        marks.drop(match.start(), match.start() + 1)
        marks.keep(*match.span(1))
        marks.drop(match.end() - 1, match.end())
    opened: dict[str, list[tuple[int, int]]] = {}
    code: list[tuple[int, int]] = []
    for match in marks.free(_TAG):
        name = match["name"].lower()
        start, end = match.span()
        gap = " " if name in _BREAKING or name in _PLAYED else ""
        if not _is_markup(match, name) or not marks.is_free(start, end):
            continue
        marks.media |= name == "img" or (name in _PLAYED and not match["close"])
        if name == "img":
            _image(marks, match)
        elif name in _LONE or name in ("embed", "source", "track"):
            # `Set<P>` and `Map<Li>` are generic types.
            if match["name"] == name or (len(name) > 1 and match["name"].isupper()):
                marks.drop(start, end, gap)
        elif not match["close"]:
            opened.setdefault(name, []).append((start, end))
        elif opened.get(name):
            begin, inside = opened[name].pop()
            power = _power(marks.value, begin, inside) if name == "sup" else ""
            marks.drop(begin, inside, gap or power)
            marks.drop(start, end, gap)
            if name in _CODE:
                code.append((inside, start))
    _code(marks, code)


def _is_markup(match: re.Match[str], name: str) -> bool:
    attributes = match["attributes"]
    if name in _PLAYED:
        return bool(match["close"]) or "=" in attributes
    if name not in _PAIRED and name not in _LONE:
        return False
    # `a <b and c> d` compares.
    return "=" in attributes or _BARE_ATTRIBUTES.issuperset(attributes.lower().split())


def _power(value: str, begin: int, inside: int) -> str:
    """What tells 10<sup>2</sup> from 102."""
    before, after = value[begin - 1 : begin] if begin else "", value[inside : inside + 1]
    return (
        "^" if (before.isalnum() or before == ")") and (after.isdigit() or after in "-−+") else ""
    )


def _image(marks: Marks, match: re.Match[str]) -> None:
    alt = _ALT.search(match["attributes"])
    if alt is None:
        marks.drop(*match.span(), " ")
        return
    group = 1 if alt[1] is not None else 2
    start, end = (match.start("attributes") + at for at in alt.span(group))
    marks.drop(match.start(), start, " ")
    entities(marks, start, end)
    marks.protect(start, end)
    marks.drop(end, match.end(), " ")


def _code(marks: Marks, found: list[tuple[int, int]]) -> None:
    """Take the inside of the outermost code elements literally, but for entities."""
    reached = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= reached:
            entities(marks, start, end)
            marks.protect(start, end)
            marks.code.append((start, end))
            reached = end


def _comments(marks: Marks) -> None:
    value = marks.value
    at = value.find("<!--")
    while at >= 0:
        end = value.find("-->", at + 4) + 3
        if end < 3:
            return
        if marks.is_free(at, at + 4) and marks.is_free(end - 3, end):
            marks.drop(at, end)
        at = value.find("<!--", end)


def _mathml(marks: Marks) -> None:
    value = marks.value
    at = value.find("<math")
    while at >= 0:
        end = value.find("</math>", at) + 7
        if end < 7:
            return
        if value[at + 5] in " >" and marks.is_free(at, end):
            marks.keep(at, end)
            marks.math.append((at, end))
        at = value.find("<math", end)


def entities(marks: Marks, start: int = 0, end: int | None = None) -> None:
    """Decode entities that HTML knows."""
    from html import unescape
    from html.entities import html5

    for match in marks.free(_ENTITY, start, end):
        written = match[0]
        decoded = unescape(written) if written[1] == "#" else html5.get(written[1:], "")
        if decoded:
            marks.drop(*match.span(), decoded)
