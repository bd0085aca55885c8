"""Files that a document shows and that are not there."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from quizlint.content import Document
from quizlint.content.pictures import pictured
from quizlint.content.problems import MissingFile
from quizlint.formats.base import Files
from quizlint.text.images import images

_NOT_A_NEIGHBOUR = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/\\#?@%$]|.*[{}<>*|]|$")
"""Addresses, paths from a site's root, places that a system or a template fills in."""


def missing_files(documents: tuple[Document, ...], files: Files) -> Iterator[MissingFile]:
    """The relative images of which nothing stands beside the file."""
    for document in documents:
        for text, route in pictured(document):
            for image in images(text):
                name = image.file.strip("<>")
                example = image.bare and image.html and document.markup != "html"
                if example or _NOT_A_NEIGHBOUR.match(name):
                    continue
                path = unquote(re.split("[?#]", name)[0])
                if not files.exists(path):
                    yield MissingFile(image.span, path, route=route)
