"""Gaps of Canvas that nobody can fill, or that learners never see as gaps."""

import re
from collections.abc import Iterator, Sequence

from quizlint.content.causes import Told
from quizlint.content.causes.platform import Platform
from quizlint.formats.qti.marking import Marking
from quizlint.formats.tree.nodes import Scalar
from quizlint.formats.tree.xml_nodes import Element
from quizlint.text import Span

PREFIX = "response_"
KINDS = ("multiple_blanks", "multiple_dropdowns")

_PLACE = re.compile(r"\[([A-Za-z][\w.-]{0,60})\]")


def gap_traps(
    kind: str, text: Scalar | None, responses: Sequence[Element], marking: Marking, source: str
) -> Iterator[tuple[Span, Told]]:
    """The places of what is wrong with the gaps of an item, and what it is."""
    if not any(each in kind for each in KINDS):
        return
    for response in responses:
        labels = [each.word("ident") for each in response.below(_is_label)]
        for element in marking.accepted(response.word("ident")) if labels else ():
            named = element.content()
            if named.value.strip() not in labels:
                yield named.span, Platform.QTI_NO_LABEL.of(named.value.strip())
    names = {each.word("ident").removeprefix(PREFIX) for each in responses}
    if text is None or "[" not in text.value:
        return
    whole = text.text(source)
    for place in _PLACE.finditer(text.value):
        if place[1] not in names:
            yield whole.at(*place.span()), Platform.QTI_NO_RESPONSE.of(place[1])


def _is_label(element: Element) -> bool:
    return element.name == "response_label"
