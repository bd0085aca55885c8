"""Names of files as text."""

import re

_BYTES = re.compile("[\udc80-\udcff]")


def name_as_text(name: str) -> str:
    r"""A file's name with the bytes that are no UTF-8 spelt out, as in `caf\xe9.md`.

    The system hands such bytes over as lone surrogates, which no output can carry.
    """
    return _BYTES.sub(lambda match: f"\\x{ord(match[0]) - 0xDC00:02x}", name)
