"""Plain data as the tree that a settings file would have."""

from collections.abc import Mapping
from typing import Any

from quizlint.formats.tree import nodes


def table_of(fields: Mapping[str, Any]) -> nodes.Mapping:
    """A table that stands nowhere."""
    pairs = {str(k): (nodes.Scalar(str(k), 0, 0), _node(v)) for k, v in fields.items()}
    return nodes.Mapping(0, 0, pairs)


def _node(value: object) -> nodes.Node:
    if isinstance(value, Mapping):
        return table_of(value)
    if isinstance(value, list | tuple):
        return nodes.Sequence(0, 0, [_node(item) for item in value])
    if isinstance(value, bool):
        return nodes.Scalar(str(value).lower(), 0, 0, True, "boolean")
    if isinstance(value, int | float):
        kind = "integer" if isinstance(value, int) else "float"
        return nodes.Scalar(str(value), 0, 0, True, kind)
    return nodes.Scalar(str(value), 0, 0)
