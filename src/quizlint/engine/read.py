"""The first stage: from bytes to a reading, once and alike for every format and every caller."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from quizlint import formats
from quizlint.content import Reading
from quizlint.content.causes import Told
from quizlint.content.causes.nothing import Nothing
from quizlint.content.causes.packing import Packing
from quizlint.content.problems import BrokenArchive, NotUtf8, TooLarge
from quizlint.engine.targets import MAX_BYTES, Disk, Target, is_binary
from quizlint.formats import containers
from quizlint.formats.base import NO_HINTS, SNIFFED, Files, Format, Hints
from quizlint.formats.containers import Package, Unreadable
from quizlint.formats.kit.claimed import claimed_kind
from quizlint.formats.kit.finish import finished, nothing
from quizlint.formats.nearest import why_unknown
from quizlint.formats.reports import HEAD, is_report
from quizlint.plugins import reason
from quizlint.rules.words import said
from quizlint.text import Source, Span

BASES = (0, 1)
"""What integer keys may count from."""

OFFICE, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
INSIDE = {b"xl/": ".xlsx", b"word/": ".docx"}
"""Folders in files of office programs, and what such a file is called."""

OWN = "it is a report that quizlint wrote"
NO_MEMBER = "nothing in it is of a format that is known"


def read(
    path: str, data: bytes | None = None, files: Files | None = None, hints: Hints = NO_HINTS
) -> Reading:
    """Read one file: a quiz, a cheat sheet, or a container, whose parts are then its `members`.

    `data` are its bytes and `files` what stands beside it; without them both are taken from disk,
    which may raise OSError. Whatever the bytes are, there is a reading: what could not be
    understood is in its `problems`, and `skipped` says why a file was left alone.
    """
    target, disk = Target(Path(path), path, data), Disk()
    if files is not None and not target.is_container:
        loaded = disk.load(target)
        return read_bytes(path, loaded.data, files, hints, loaded.size)
    *members, whole = readings(target, disk, hints)
    return whole._replace(members=tuple(members))


def readings(target: Target, disk: Disk, hints: Hints = NO_HINTS) -> Iterator[Reading]:
    """The reading of a file; of a container each member's first, then its own. Raises OSError."""
    if target.is_container:
        yield from _unpacked(target, disk, hints)
    else:
        data, size = disk.load(target)
        yield read_bytes(target.shown, data, disk.beside(target), hints, size)


def read_bytes(
    path: str, data: bytes, files: Files, hints: Hints, size: int | None = None
) -> Reading:
    """Decode and read a file. `size` is the whole file's where `data` is only its beginning."""
    size = len(data) if size is None else size
    if size > MAX_BYTES:
        source = Source(path, data[:SNIFFED].decode("utf-8", "replace"))
        first_line = Span(0, max(1, source.text.find("\n")))
        return Reading(problems=(TooLarge(first_line, size, MAX_BYTES),), source=source)
    if is_binary(data) and hints.format is None:
        return _claimed(
            Reading(skipped=said(_unlike_text(data)), source=Source(path, "")), path, hints
        )
    if is_report(data[:HEAD]):
        return Reading(skipped=OWN, source=Source(path, ""))
    source = Source.from_bytes(path, data)
    chosen = _format_of(path, source, hints)
    if chosen is None:
        why = why_unknown(path, source.text[:SNIFFED])
        return _claimed(Reading(skipped=why, source=source), path, hints)
    reading = read_source(source, chosen, files, hints)
    return _claimed(reading, path, hints)._replace(data=data)


def _claimed(reading: Reading, path: str, hints: Hints) -> Reading:
    """A reading: where its name or the settings say that it is a quiz, it is not left alone."""
    why = reading.skipped
    if why is None or not (claimed_kind(path) or hints.kind or hints.format):
        return reading
    text = reading.source.text
    told = Nothing.LEFT_ALONE.of(why)
    problem = nothing(text, told) if text else nothing(text, told, Span(0, 0))
    return reading._replace(skipped=None, problems=(*reading.problems, problem))


def _unlike_text(data: bytes) -> Told:
    """What a file is that is no text: one of an office program may only be called like one."""
    if data.startswith(OFFICE):
        for sign, suffix in INSIDE.items():
            if sign in data[:SNIFFED]:
                return Nothing.OFFICE.of(suffix)
    return Nothing.OLD_OFFICE.of() if data.startswith(OLE) else Nothing.BINARY.of()


def read_source(source: Source, chosen: Format, files: Files, hints: Hints) -> Reading:
    """What a format makes of a source; for each base of its integer keys where that is open."""
    reading = _read_source(source, chosen, files, hints)
    if not reading.index_base_open or hints.index_base is not None:
        return reading
    return reading._replace(
        candidates=tuple(
            (base, _read_source(source, chosen, files, hints._replace(index_base=base)))
            for base in BASES
        )
    )


def _read_source(source: Source, chosen: Format, files: Files, hints: Hints) -> Reading:
    try:
        row = formats.row_of(chosen.name)
        markup = "markdown" if row is None else row.markup
        reading = finished(chosen.read(source, files, hints), source, files, hints, markup)
    except (Exception, SystemExit) as error:  # one file must not take the others down with it
        if os.environ.get("QUIZLINT_DEBUG"):
            raise
        return Reading(source=source, failed=crashed(error, chosen.name))
    if source.undecodable is not None and reading.skipped is None:
        at = Span(source.undecodable, source.undecodable + 1)
        problem = NotUtf8(at, source.encoding)
        reading = reading._replace(problems=(problem, *reading.problems))
    return reading._replace(
        format=chosen.name, source=source, language=hints.language or "", asked=files.answers
    )


def crashed(error: BaseException, format_: str = "") -> str:
    """What to say of a file over which quizlint itself failed, or who brings its format."""
    return f"{formats.who(format_)} failed on this file ({reason(error)})"


def _format_of(name: str, source: Source, hints: Hints) -> Format | None:
    if hints.format is not None:
        return formats.load(hints.format)
    return formats.pick(name, source.text[:SNIFFED])


def _unpacked(target: Target, disk: Disk, hints: Hints) -> Iterator[Reading]:
    """What a container holds that is of a known format, and what is wrong with itself."""
    shown, known, why = target.shown, 0, NO_MEMBER
    try:
        package = containers.open_package(target.path.name, disk.open(target))
    except Unreadable as error:
        yield _in_trouble(shown, [Packing.CONTAINER.of(error.told)])
        return
    try:
        for member in package.members:
            reading = _member(package, member, f"{shown}!{member}", hints)
            if reading.skipped is None or reading.problems:  # much in a package is no quiz
                known += 1
                yield reading
            elif len(package.members) == 1:
                why = reading.skipped
        whole = _in_trouble(shown, package.troubles)
        skipped = None if known else why
        yield whole._replace(skipped=skipped, remark=package.remark)
    except Unreadable as error:
        yield _in_trouble(shown, [Packing.CONTAINER.of(error.told)])
    finally:
        package.close()


def _member(package: Package, member: str, shown: str, hints: Hints) -> Reading:
    """Read a member; what no format knows comes back as skipped."""
    try:
        return _read_member(package, member, shown, hints)
    except Unreadable as error:
        return _in_trouble(shown, [Packing.PART.of(error.told)])
    except Exception as error:  # one member must not take the others down with it
        if os.environ.get("QUIZLINT_DEBUG"):
            raise
        return Reading(source=Source(shown, ""), failed=crashed(error))


def _read_member(package: Package, member: str, shown: str, hints: Hints) -> Reading:
    head = package.head(member)
    if head and (
        is_binary(head) or _format_of(shown, Source.from_bytes(shown, head), hints) is None
    ):
        return Reading(skipped=NO_MEMBER, source=Source(shown, ""))
    content = package.unpack(member, shown)
    files = package.files(member)
    if content.source is None:
        reading = read_bytes(shown, content.data, files, hints, content.size)
        return reading._replace(data=None)  # nothing inside a container is mended in place
    chosen = _format_of(content.name, content.source, hints)
    if chosen is None:
        return Reading(skipped=NO_MEMBER, source=content.source)
    reading = read_source(content.source, chosen, files, hints)
    return reading._replace(problems=content.problems + reading.problems)


def _in_trouble(shown: str, troubles: Iterable[Told]) -> Reading:
    """What is read of a container, or of a member, of which only troubles can be told."""
    problems = tuple(BrokenArchive(Span(0, 0), each) for each in troubles)
    return Reading(problems=problems, source=Source(shown, ""))
