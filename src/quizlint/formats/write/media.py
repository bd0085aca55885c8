"""The files of pictures, which packages carry along with the texts that show them."""

import re
from collections.abc import Callable
from urllib.parse import unquote

from quizlint.text import Text
from quizlint.text.images import has_images, images

MAX_MEDIA = 100_000_000
"""Bytes of all pictures that one package carries."""

PLUGIN_FILE = "@@PLUGINFILE@@/"
"""What Moodle has before the name of a file that a text carries."""

_PLACE = r"(?P<before>\]\(<?|src=[\"']?){}(?P<after>[\s)\"'>])"
_NO_PATH = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/\\]|.*(?:^|/)\.\.(?:/|$)|.*[\0-\x1f\\:]")
"""Addresses, and paths that lead out of the folder."""


class Media:
    """What stands beside the source. `read` gives the bytes of a path there, or None.

    Each file is read once; `files` are those that were asked for and are there.
    """

    def __init__(self, read: Callable[[str], bytes | None] = lambda _path: None) -> None:
        self._read = read
        self._known: dict[str, bytes | None] = {}
        self._left = MAX_MEDIA

    @property
    def files(self) -> dict[str, bytes]:
        """The files by their paths, in the order in which they were asked for."""
        return {path: data for path, data in self._known.items() if data is not None}

    def of(self, text: Text) -> dict[str, str]:
        """The paths of the files that a text shows and that are there, by how it names them."""
        found = {}
        for image in images(text) if has_images(text) else ():
            name = image.file.strip("<>")
            path = _path(name)
            if path and self._get(path) is not None:
                found[name] = path
        return found

    def carries(self, text: Text) -> bool:
        """Whether every picture that a text shows is carried."""
        shown = [image.file.strip("<>") for image in images(text)]
        there = self.of(text)
        return bool(shown) and all(name in there for name in shown)

    def _get(self, path: str) -> bytes | None:
        if path not in self._known:
            data = self._read(path)
            if data is not None and len(data) > self._left:
                data = None
            self._left -= len(data or b"")
            self._known[path] = data
        return self._known[path]


def _path(name: str) -> str:
    """The file that is named; empty for what cannot be one beside the source."""
    path = unquote(re.split("[?#]", name)[0])
    while path.startswith("./"):
        path = path[2:]
    return "" if _NO_PATH.match(path) else path


def renamed(value: str, names: dict[str, str]) -> str:
    """A text in which pictures are called otherwise."""
    if not names:
        return value
    place = re.compile(_PLACE.format(f"(?P<name>{'|'.join(map(re.escape, names))})"))
    return place.sub(lambda at: at["before"] + names[at["name"]] + at["after"], value)
