"""Large tables of words that are searched where they lie, so that a run of one file loads none."""

from mmap import ACCESS_READ, mmap
from pathlib import Path

KEPT = 65_536
"""Keys that are remembered: a text may hold any number of words that nobody ever used."""


class Table:
    """A file of lines "key value", sorted by their bytes, of which few pages are ever touched.

    What was asked once is known from then on. Keys are ASCII and hold no space.
    """

    def __init__(self, name: str) -> None:
        self.path = Path(__file__).parent / "data" / name
        self._known: dict[str, str | None] = {}
        self._lines: mmap | None = None

    def get(self, key: str) -> str | None:
        """What stands behind a key; None if the key is not there."""
        try:
            return self._known[key]
        except KeyError:
            if len(self._known) >= KEPT:
                self._known.clear()
            found = self._known[key] = self._find(key)
            return found

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None

    def _find(self, key: str) -> str | None:
        if not key.isascii() or " " in key or "\n" in key:
            return None
        lines = self._lines or self._open()
        wanted = key.encode() + b" "
        low, high = 0, len(lines)  # both stand at the beginning of a line
        while low < high:
            begin = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = lines.find(b"\n", begin)
            line = lines[begin:end]
            if line.startswith(wanted):
                return line[len(wanted) :].decode("ascii")
            if line < wanted:
                low = end + 1
            else:
                high = begin
        return None

    def _open(self) -> mmap:
        with self.path.open("rb") as file:
            self._lines = mmap(file.fileno(), 0, access=ACCESS_READ)
        return self._lines


def as_table(rows: dict[str, str]) -> bytes:
    """A file for `Table`."""
    return b"".join(sorted(f"{key} {value}\n".encode("ascii") for key, value in rows.items()))
