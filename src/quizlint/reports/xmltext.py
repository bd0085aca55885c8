"""Texts in XML reports."""

import re
from xml.sax.saxutils import quoteattr

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_BLANKS = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def attribute(text: object) -> str:
    """An attribute's value in its quotes. Characters that XML cannot carry become U+FFFD."""
    return quoteattr(_ILLEGAL.sub("\ufffd", str(text)), _BLANKS)


def element(tag: str, /, **attributes: object) -> str:
    """A start tag without its closing bracket."""
    return f"<{tag}" + "".join(f" {key}={attribute(value)}" for key, value in attributes.items())
