"""Texts in XML reports."""

import re
from xml.sax.saxutils import quoteattr

from quizlint.reports.look import COMMAND, DRIVING, is_harmless

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_DRIVING = re.compile(f"[{DRIVING}]|{COMMAND}")

_BLANKS = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def attribute(text: object) -> str:
    """An attribute's value in its quotes, safe to show on a terminal.

    Characters that XML cannot carry become U+FFFD; those that could drive a terminal, or reorder a
    line, become references, which are the same to a program.
    """
    plain = str(text)
    if is_harmless(plain):
        return quoteattr(plain)
    quoted = quoteattr(_ILLEGAL.sub("\ufffd", plain), _BLANKS)
    return _DRIVING.sub(lambda match: f"&#{ord(match[0])};", quoted)


def element(tag: str, /, **attributes: object) -> str:
    """A start tag without its closing bracket."""
    return f"<{tag}" + "".join(f" {key}={attribute(value)}" for key, value in attributes.items())
