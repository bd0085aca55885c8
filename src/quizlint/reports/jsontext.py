"""Texts in JSON reports."""

import json
import re
from typing import Any

from quizlint.reports.look import COMMAND, DRIVING

_DRIVING = re.compile(f"[{DRIVING}]")
_COMMAND = re.compile(COMMAND)


def written(data: Any, indent: int | None = None) -> str:
    """`data` as JSON that is safe to show on a terminal.

    What could drive one, reorder a line or be a build server's command is escaped, which changes
    nothing for a program that reads it. Half a surrogate pair, which not every program takes,
    becomes U+FFFD.
    """
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    if not text.isascii() or "\x7f" in text:
        text = _DRIVING.sub(_escaped, text)
    return _COMMAND.sub(_escaped, text) if "##" in text else text


def _escaped(match: re.Match[str]) -> str:
    sign = match[0]
    return "\ufffd" if "\ud800" <= sign <= "\udfff" else f"\\u{ord(sign):04x}"
