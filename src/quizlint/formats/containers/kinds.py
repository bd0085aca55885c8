"""Which kind of container an archive is."""

from typing import IO

from quizlint.content.causes.packing import Packing
from quizlint.formats.containers.archive import SIGNATURE, Archive
from quizlint.formats.containers.base import Package, Unreadable
from quizlint.formats.containers.bundle import Bundle

_OLE = b"\xd0\xcf\x11\xe0"
"""How files of older office programs begin, and new ones that have a password."""

H5P = ("h5p.json", "content/content.json")
WORKBOOK = "xl/workbook.xml"
DOCUMENT = "word/document.xml"


def package_of(name: str, file: IO[bytes]) -> Package:
    """The package that a file of this name holds. Raises `Unreadable`."""
    try:
        return _package(name.lower(), file)
    except BaseException:
        file.close()
        raise


def _package(name: str, file: IO[bytes]) -> Package:
    file.seek(0)
    beginning = file.read(4)
    if not beginning.startswith(SIGNATURE):
        if beginning == _OLE:
            old = Packing.OLD_DOCUMENT if name.endswith(".docx") else Packing.OLD_WORKBOOK
            raise Unreadable(old.of())
        raise Unreadable(Packing.NO_ZIP.of())
    archive = Archive(file)
    entries = archive.entries
    if WORKBOOK in entries or name.endswith(".xlsx"):
        from quizlint.formats.containers.workbook import Workbook

        if WORKBOOK not in entries:
            raise Unreadable(Packing.NO_WORKBOOK.of())
        return Workbook(archive, file)
    if DOCUMENT in entries or name.endswith(".docx"):
        from quizlint.formats.containers.word import Word

        return Word(archive)
    if name.endswith((".apkg", ".colpkg")) or "collection.anki2" in entries:
        from quizlint.formats.containers.collection import Collection

        return Collection(archive)
    if all(each in entries for each in H5P):
        return Bundle(archive, only=frozenset({H5P[1]}))
    if name.endswith(".h5p"):
        raise Unreadable(Packing.NO_H5P.of())
    return Bundle(archive)
