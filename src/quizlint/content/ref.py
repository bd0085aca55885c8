"""Which item is meant, whatever its author called it."""

from typing import NamedTuple


class ItemRef(NamedTuple):
    """An item of a file: everything inside is keyed by the route, the id is for people.

    `path` is the file's as reports show it; `route` is unique in it, like `[1].questions[2]`. Ids
    need not be: two documents of one file may both have an item `q1`.
    """

    path: str
    route: str
    id: str = ""

    @property
    def name(self) -> str:
        """What people call it: its id, or its route where it has none."""
        return self.id or self.route
