"""What Open edX reads otherwise than authors of its XML mean it."""

from quizlint.content.causes.platform import Platform
from quizlint.content.problems import FormatTrap
from quizlint.formats.kit.desk import Desk
from quizlint.formats.tree.xml_nodes import Element

RIGHT = frozenset({"true", "yes", "1"})
"""What authors write for a right choice. Open edX knows only the first, in any case."""

_CHOICES = frozenset({"choice", "option"})


def check_flags(response: Element, route: str, desk: Desk) -> None:
    """Choices that are marked as right with a word that makes them wrong."""
    for choice in response.below(lambda each: each.name in _CHOICES):
        flag = choice.attribute("correct")
        if flag is None:
            continue
        word = flag.value.strip().lower()
        if word in RIGHT and word != "true":
            told = Platform.OLX_FLAG.of(flag.value)
            desk.note(FormatTrap(flag.span, told, '"true"', safe=True, route=route))
