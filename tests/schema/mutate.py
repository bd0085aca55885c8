"""Random documents, and one random change to them."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

Path = tuple[str | int, ...]


def places(value: Any, here: Path = ()) -> Iterator[Path]:
    """The paths of everything inside a document."""
    inner: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list):
        inner = enumerate(value)
    for key, child in inner:
        yield (*here, key)
        yield from places(child, (*here, key))


@st.composite
def with_one_change(
    draw: st.DrawFn, documents: st.SearchStrategy[Any], junk: st.SearchStrategy[Any]
) -> Any:
    """A document in which one thing is replaced, removed, renamed or added."""
    document = deepcopy(draw(documents))
    change = draw(st.sampled_from(["replace", "remove", "rename", "add", "add"]))
    if change == "add":
        tables = [(), *(p for p in places(document) if isinstance(at(document, p), dict | list))]
        target = at(document, draw(st.sampled_from(tables)))
        if isinstance(target, dict):
            target[draw(st.sampled_from(["unknown", "text", "Title", "type", "tags"]))] = draw(junk)
        else:
            target.append(draw(junk))
        return document
    paths = list(places(document))
    if not paths:
        return document
    path = draw(st.sampled_from(paths))
    parent = at(document, path[:-1])
    if change == "replace":
        parent[path[-1]] = draw(junk)
    else:
        value = parent.pop(path[-1])
        if change == "rename" and isinstance(parent, dict):
            parent[f"{path[-1]}s"] = value
    return document


def at(document: Any, path: Path) -> Any:
    """What stands at a path."""
    for step in path:
        document = document[step]
    return document
