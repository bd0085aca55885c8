"""Texts of PreTeXt in the words of HTML: its own elements become signs, or are left out."""

from collections.abc import Iterator

from quizlint.content import BLANK
from quizlint.formats.tree.xml_nodes import Element
from quizlint.text import Text
from quizlint.text.scalars.xml import Hole

_CODE = ("<code>", "</code>")
_BLOCK = ("<pre>", "</pre>")
_DISPLAYED = (" $$", "$$ ")
_SHOWN: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("c", "cd", "pf", "tag", "attr"), _CODE),
    **dict.fromkeys(("program", "console", "sage", "prefigure"), _BLOCK),
    **dict.fromkeys(("me", "men", "md", "mdn"), _DISPLAYED),
    **dict.fromkeys(("term", "alert"), ("<em>", "</em>")),
    "m": ("$", "$"),
    "q": ("“", "”"),
    "sq": ("‘", "’"),
}
_SIGNS = {"nbsp": " ", "ndash": "–", "mdash": "—", "ellipsis": "…", "times": "×", "minus": "−"}
_HTML = frozenset("p em ol ul dl li pre kbd var".split())
"""Elements that are called and meant as in HTML."""


def shown(
    element: Element | None, source: str, without: frozenset[str] = frozenset()
) -> Text | None:
    """What a reader sees of an element, less the elements of some names; None for nothing.

    Of an element that is one paragraph it is what the paragraph says.
    """
    if element is None:
        return None
    inner = [each for each in element.children if each.name not in without]
    if len(inner) == 1 and inner[0].name == "p":
        aside = [(each.start, each.end, "") for each in element.children if each is not inner[0]]
        if element.markup(aside).span == inner[0].span:
            element = inner[0]
    leaf = element.markup(list(_holes(element, without)))
    return leaf.text(source) if leaf.value else None


def _holes(element: Element, without: frozenset[str]) -> Iterator[Hole]:
    """The tags to replace, in the order written."""
    for child in element.children:
        name = child.name
        if name in without:
            yield child.start, child.end, ""
        elif name == "fillin":
            yield child.start, child.end, BLANK
        elif name == "image":
            yield child.start, child.end, _image(child)
        elif name == "xref":
            yield child.start, child.end, child.word("ref") or child.word("first")
        elif name in _SIGNS:
            yield child.start, child.end, _SIGNS[name]
        elif name in _HTML:
            yield from _holes(child, without)
        else:
            before, behind = _SHOWN.get(name, ("", ""))
            yield child.start, child.inner, before
            yield from _holes(child, without)
            if child.inner_end < child.end:
                yield child.inner_end, child.end, behind


def _image(image: Element) -> str:
    """A picture, with what describes it to those who do not see it."""
    told = image.find("shortdescription") or image.find("description")
    alt = "" if told is None else " ".join(told.content().value.split())
    signs = (alt or image.word("source")).replace("<", "").replace('"', "&quot;")
    return (
        f'<img src="{image.word("source")}" alt="{signs}">'
        if alt
        else (f'<img src="{image.word("source")}">')
    )
