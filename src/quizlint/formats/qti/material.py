"""The texts that QTI 1.2 presents, with the responses between them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from quizlint.content import BLANK
from quizlint.formats.qti.mosaic import TextPiece, is_seen, joined, part
from quizlint.formats.tree.nodes import Scalar
from quizlint.formats.tree.xml_nodes import Element

RESPONSES = frozenset(
    "response_lid response_str response_num response_grp response_xy response_extension".split()
)
TYPED = frozenset({"response_str", "response_num"})

_TEXTS = frozenset({"mattext", "matemtext", "mat_formattedtext", "localizable_mattext"})
_MEDIA = frozenset({"matimage", "mataudio", "matvideo", "matapplication", "matapplet"})
_ASIDE = frozenset({"altmaterial", "material_table", "calculated", "qticomment"})


@dataclass(slots=True, eq=False)
class Flow:
    """What stands in a presentation, in order: parts of text, and responses.

    `rights` are the right sides of a matching of Blackboard, told apart from the rest.
    """

    pieces: list[TextPiece | Element] = field(default_factory=list)
    rights: list[Scalar] = field(default_factory=list)
    lefts: dict[int, Scalar] = field(default_factory=dict)

    @property
    def responses(self) -> list[Element]:
        return [each for each in self.pieces if isinstance(each, Element)]

    def text(self) -> Scalar | None:
        """All of the text, with nothing in place of the responses."""
        return joined(each for each in self.pieces if isinstance(each, TextPiece))

    def gapped(self) -> Scalar | None:
        """The text with blanks for the places where an answer is typed in between."""
        last = max(
            (at for at, each in enumerate(self.pieces) if isinstance(each, TextPiece)), default=0
        )
        typed = [
            at
            for at, each in enumerate(self.pieces)
            if isinstance(each, Element) and each.name in TYPED
        ]
        if len(typed) < 2 and all(at > last for at in typed):
            return self.text()
        return joined(
            each if isinstance(each, TextPiece) else TextPiece(BLANK, each.start, each.inner)
            for each in self.pieces
            if isinstance(each, TextPiece) or each.name in TYPED
        )

    def leads(self) -> dict[int, Scalar | None]:
        """For the place of each response the text between it and the response before it."""
        found: dict[int, Scalar | None] = {}
        parts: list[TextPiece] = []
        for each in self.pieces:
            if isinstance(each, TextPiece):
                parts.append(each)
            else:
                found[each.start] = joined(parts)
                parts = []
        return found


def flow(presentation: Element, source: str) -> Flow:
    """What a presentation shows."""
    found = Flow()
    _walk(presentation, found, source)
    return found


def _walk(element: Element, found: Flow, source: str) -> None:
    for child in element.children:
        if child.name in RESPONSES:
            found.pieces.append(child)
        elif child.name == "flow" and child.word("class") == "RIGHT_MATCH_BLOCK":
            found.rights = [text for each in child.children if (text := told(each, source))]
        elif child.name == "flow" and (pair := _pair(child)) is not None:
            response, left = pair
            found.pieces.append(response)
            text = told(left, source)
            if text is not None:
                found.lefts[response.start] = text
        elif child.name == "material":
            found.pieces += parts(child, source)
        elif child.name not in _ASIDE:
            _walk(child, found, source)


def _pair(block: Element) -> tuple[Element, Element] | None:
    """A response with the text that Blackboard sets beside it, in a block of their own."""
    if len(block.children) != 2 or block.word("class") != "Block":
        return None
    first, second = block.children
    if first.name == "response_lid" and second.word("class") == "FORMATTED_TEXT_BLOCK":
        return first, second
    return None


def parts(element: Element, source: str) -> Iterator[TextPiece]:
    """The texts and pictures in an element, in order."""
    for child in element.children:
        if child.name in _TEXTS:
            leaf = child.content()
            if leaf.value:
                yield part(leaf, source)
        elif child.name in _MEDIA:
            yield _medium(child)
        elif child.name == "variable":
            yield TextPiece(f"{{{child.word('webct:name')}}}", child.start, child.inner)
        elif child.name not in _ASIDE and child.name not in RESPONSES:
            yield from parts(child, source)


def told(element: Element, source: str) -> Scalar | None:
    """The text in an element, if a learner sees any."""
    text = joined(parts(element, source))
    return text if text is not None and is_seen(text.value) else None


def _medium(element: Element) -> TextPiece:
    """A picture or sound, in the words of HTML."""
    kind = {"mataudio": "audio", "matvideo": "video"}.get(element.name, "object")
    where = (element.word("uri") or element.word("entityref")).replace('"', "&quot;")
    return TextPiece(f'<{kind} data="{where}"></{kind}>', element.start, element.end)
