"""XML that every parser takes: escaped, and without characters that XML forbids."""

import re

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that cannot stand in XML, not even as a reference."""

_SIGNS = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SIGN = re.compile("[&<>]")


def allowed(value: str) -> str:
    """A value with a replacement for each character that XML forbids."""
    return FORBIDDEN.sub("\ufffd", value)


def escaped(value: str) -> str:
    """Character data."""
    return _SIGN.sub(lambda sign: _SIGNS[sign[0]], allowed(value)).replace("\r", "&#13;")


def attribute(value: str) -> str:
    """The value of an attribute, in quotes."""
    words = escaped(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{words}"'


def cdata(value: str) -> str:
    """Text with markup, as it is."""
    value = allowed(value).replace("\r\n", "\n").replace("\r", "\n")
    return "<![CDATA[" + value.replace("]]>", "]]]]><![CDATA[>") + "]]>"
