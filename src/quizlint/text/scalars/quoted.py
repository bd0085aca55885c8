"""How to write a text between the quotes that stand there already."""

import re

from quizlint.text.patterns import lazy

_OPENING = lazy(r"([rRbBuUfF]{0,2})(\"\"\"|'''|[\"'`])")
_BARE = lazy(r"-?\d+(?:\.\d+)?|true|false|null|True|False|None")


def respelled(written: str, value: str, new: str, *, whole: bool) -> str | None:
    """`new` as it must be written in place of `written`, or of a part of it, where one of both is
    a text in quotes; None where it cannot be.

    `written` is the whole literal with its quotes, or a bare word or number, and `value` what it
    says: a name that stands for it is left alone. What comes with quotes
    of its own, or is a number in place of a number, stays as it is.
    """
    opening = _OPENING.match(written)
    if whole and (_OPENING.match(new) or (opening is None and _BARE.fullmatch(new))):
        return new
    if opening is None:
        return '"' + _escaped(new, '"') + '"' if whole and value == written else None
    prefix, quote = opening.groups()
    inner = new
    if "r" in prefix.lower():
        if quote[0] in new or "\n" in new or "\\" in new:
            return None
    else:
        inner = _escaped(new, quote)
    return prefix + quote + inner + quote if whole else inner


def _escaped(new: str, quote: str) -> str:
    """A text with a backslash before each quote that would end it, and no line break in it.

    What is escaped already stays so.
    """
    text = re.sub(
        rf"(?<!\\)(?:\\\\)*{quote[0]}", lambda found: found[0][:-1] + "\\" + quote[0], new
    )
    if quote in ('"', "'"):
        text = text.replace("\r\n", "\\n").replace("\n", "\\n")
    return text.replace("${", "\\${") if quote == "`" else text
