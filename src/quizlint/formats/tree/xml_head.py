"""The first tag of an XML file, for telling formats apart before anything is parsed."""

import re

_FIRST_TAG = re.compile(
    r"""\s*+(?:<\?.*?\?>\s*+|<!--.*?-->\s*+|<!DOCTYPE(?:[^\[>"']|"[^"]*"|'[^']*'|\[.*?\]\s*(?=>))*+>\s*+)*+"""
    r"""<(?P<name>(?:[\w.-]+:)?(?P<local>[\w.-]+))(?P<rest>[^<>]*+)""",
    re.DOTALL,
)


def first_tag(head: str) -> tuple[str, str]:
    """The name of the outermost element, without a prefix, and what its tag says of it."""
    found = _FIRST_TAG.match(head)
    return ("", "") if found is None else (found["local"], found["rest"])
