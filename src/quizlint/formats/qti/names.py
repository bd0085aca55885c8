"""QTI 3.0 writes `qti-simple-choice` and `max-choices` for `simpleChoice` and `maxChoices`."""

import re
from functools import cache

from quizlint.formats.tree.nodes import Scalar
from quizlint.formats.tree.xml_nodes import Element

_HUMP = re.compile(r"[A-Z]")


def unify(root: Element) -> None:
    """Give every element of QTI 3.0 the name that earlier versions have for it."""
    if not root.name.startswith("qti-"):
        return
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.name.startswith("qti-"):
            element.name = _camel(element.name)
        waiting += element.children


def said(element: Element, name: str) -> Scalar | None:
    """An attribute, whichever way its name is written."""
    found = element.attribute(name)
    if found is None and not name.islower():
        found = element.attribute(_kebab(name))
    return found


def word(element: Element, name: str, default: str = "") -> str:
    """An attribute that is one word for programs."""
    found = said(element, name)
    return default if found is None else found.value.strip()


@cache
def _kebab(name: str) -> str:
    return _HUMP.sub(lambda hump: "-" + hump[0].lower(), name)


def _camel(name: str) -> str:
    first, *rest = name.removeprefix("qti-").split("-")
    return first + "".join(each.capitalize() for each in rest)
