"""What Moodle reads otherwise than authors of its XML mean it."""

import re

from quizlint.content.causes.platform import Platform
from quizlint.content.problems import FormatTrap
from quizlint.formats.kit.desk import Desk
from quizlint.formats.tree.nodes import Scalar
from quizlint.formats.tree.xml_nodes import Element
from quizlint.text import Text

NO = frozenset({"false", "0", "no", "off", "none"})
"""What authors write for no, in small letters. Moodle knows the first two, and only so."""

_PARAGRAPH = re.compile(r"<(p|div|ul|ol|table|h[1-6])\b[^<>]*>.*</\1>", re.DOTALL | re.IGNORECASE)


def check_switch(part: Element, route: str, desk: Desk) -> None:
    """Only `false`, `0` and nothing are no to Moodle; any other word is yes."""
    said = part.content()
    word = said.value
    if word.lower() in NO and word not in ("false", "0"):
        told = Platform.MOODLE_SWITCH.of(word)
        desk.note(FormatTrap(said.span, told, "false", safe=True, route=route))


def check_truths(texts: list[Scalar], route: str, desk: Desk) -> None:
    """Answers of a true/false question: Moodle takes a word that it does not know by its place."""
    words = [text.value for text in texts]
    lower = [word.lower() for word in words]
    if words == lower or lower not in (["false", "true"], ["true", "false"]):
        return
    for at, text in enumerate(texts):
        taken = words[at] if words[at] in ("true", "false") else ("true", "false")[at]
        if taken != lower[at]:
            told = Platform.MOODLE_TRUTH.of(text.value, taken, lower[at])
            desk.note(FormatTrap(text.span, told, lower[at], safe=True, route=route))


def check_plain(part: Element, text: Text, route: str, desk: Desk) -> None:
    """Markup in a text that is declared to be plain."""
    if desk.source.find("plain_text", part.start, part.inner) < 0:
        return
    declared = part.attribute("format")
    if declared is None or declared.value.strip() != "plain_text":
        return
    if _PARAGRAPH.fullmatch(text.value) is not None:
        told = Platform.MOODLE_PLAIN_TAGS.of()
        desk.note(FormatTrap(declared.span, told, '"html"', safe=True, route=route))
