"""Change sample files at random, and look for what brings a reader or a writer down.

    python benchmarks/soak.py [FOLDER …] [--seconds 60] [--seed 0] [--keep FOLDER] [--only NAME]

Every changed file is read, and what was read is written in every format that can be written. An
exception is printed once for each place that raises it, and so is an input that takes longer than
`--limit` seconds. With `--keep` these inputs are written to a folder.
"""

import argparse
import random
import signal
import sys
import time
import traceback
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from quizlint import formats
from quizlint.engine.file import read_bytes
from quizlint.formats import containers
from quizlint.formats.base import Files, Hints
from quizlint.formats.containers import Unreadable
from quizlint.formats.write import TARGETS, markup_of, writer

SAMPLES = Path(__file__).parent.parent / "sample_content"

WORDS = r"""
-1 1e999 NaN ß ŉ İ ² Ⅷ 𝟗 é <![CDATA[ ]]> <![DATA[ <!-- --> <? ?> &#0; &#x110000; <! <![ </ />
& &nbsp; &lt;![DATA[ <b <svg> <a/> <script> { } [ ] ( ) {{ }} {{c1:: :: {= {~ {# %50% -> \ ' " ''' `
``` $ $$ \( * ** _ ~ = : , ANSWER:ß GROUP END_GROUP \exname{ \begin{question} #separator: !!int *a
"""
CONTROLS = "\0\x1f\x85\u2028\ufeff\ud7ff\U0010ffff\u202e\r\t\n"
SPACED = (": ", "- ", "&a ", "! ", "|\n", ">-\n", "---\n", "? ", "# ", "<<: *a", "<!DOCTYPE a [")
LINES = ("ANSWER: ", "A) ", "*a) ", "[ ] ", "[x] ", "1. ", "\n\n", "\n----------\n", "exsolution: ")
NUMBERS = ("9" * 5000, "0x" + "f" * 5000)
TOKENS: tuple[str, ...] = (*WORDS.split(), *CONTROLS, *SPACED, *LINES, *NUMBERS)
"""What formats and parsers give a meaning to, or take for something that it is not."""

Change = Callable[[random.Random, str], str]


def _at(rng: random.Random, text: str) -> int:
    return rng.randint(0, len(text))


def _insert(rng: random.Random, text: str) -> str:
    at = _at(rng, text)
    return text[:at] + rng.choice(TOKENS) + text[at:]


def _replace(rng: random.Random, text: str) -> str:
    at = _at(rng, text)
    return text[:at] + rng.choice(TOKENS) + text[at + rng.choice((1, 2, 5, 20)) :]


def _delete(rng: random.Random, text: str) -> str:
    at = _at(rng, text)
    return text[:at] + text[at + rng.choice((1, 2, 5, 30, 200)) :]


def _repeat(rng: random.Random, text: str) -> str:
    at, length = _at(rng, text), rng.choice((1, 2, 4, 10, 60))
    times = rng.choice((2, 50, 3000 // length + 1))
    return text[:at] + text[at : at + length] * times + text[at:]


def _run(rng: random.Random, text: str) -> str:
    at, token = _at(rng, text), rng.choice(TOKENS)[:20]
    return text[:at] + token * (3000 // len(token)) + text[at:]


def _swap(rng: random.Random, text: str) -> str:
    a, b, c = sorted(_at(rng, text) for _ in range(3))
    return text[:a] + text[b:c] + text[a:b] + text[c:]


def _line(rng: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = rng.randrange(len(lines))
    lines[at:at] = [rng.choice(lines)] * rng.choice((0, 1, 2, 300))
    if rng.random() < 0.5:
        del lines[rng.randrange(len(lines))]
    return "".join(lines)


CHANGES: tuple[Change, ...] = (_insert, _insert, _replace, _delete, _repeat, _run, _swap, _line)


def changed(rng: random.Random, data: bytes) -> bytes:
    """A file with one to four changes; those of an archive are made in its members, or bytes."""
    if data.startswith(b"PK") and rng.random() < 0.7:
        return _repacked(rng, data)
    if b"\0" in data[:4096]:
        return _bytes(rng, data)
    text = data.decode("utf-8", "replace")
    for _ in range(rng.randint(1, 4)):
        text = rng.choice(CHANGES)(rng, text)
    return text.encode("utf-8", "surrogatepass")


def _bytes(rng: random.Random, data: bytes) -> bytes:
    content = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        content[rng.randrange(len(content))] = rng.randrange(256)
    return bytes(content)


def _repacked(rng: random.Random, data: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    victim = rng.choice(sorted(members))
    members[victim] = changed(rng, members[victim]) if members[victim] else b"x"
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def use(name: str, data: bytes) -> None:
    """Read a file, and write what it holds in every format."""
    if containers.claims(name):
        _use_package(name, data)
        return
    _, reading = read_bytes(name, data, Files(), Hints())
    for target in TARGETS if reading.documents else ():
        writer(target).write(reading.documents, markup_of(reading.format))


def _use_package(name: str, data: bytes) -> None:
    try:
        package = containers.open_package(name, BytesIO(data))
    except Unreadable:
        return
    for member in package.members:
        try:
            content = package.unpack(member, member)
        except Unreadable:
            continue
        if content.source is None:
            read_bytes(member, content.data, package.files(member), Hints())
        elif (chosen := formats.pick(content.name, content.source.text[:4096])) is not None:
            chosen.read(content.source, package.files(member), Hints())
    package.close()


def samples(folders: list[Path]) -> Iterator[tuple[str, bytes]]:
    """The files of some folders that quizlint reads, and that are small."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            known = formats.claims(path.name) or containers.claims(path.name)
            if path.is_file() and known and path.stat().st_size < 100_000:
                yield path.name, path.read_bytes()


class _TooLongError(Exception):
    pass


def _too_long(_signal: int, _frame: object) -> None:
    raise _TooLongError


def main() -> int:
    parser = argparse.ArgumentParser(description="Look for what brings a reader down.")
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--limit", type=int, default=5)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", default="", help="files whose name ends so")
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    files = [each for each in samples(asked.folders or [SAMPLES]) if each[0].endswith(asked.only)]
    rng = random.Random(asked.seed)
    signal.signal(signal.SIGALRM, _too_long)
    seen: dict[str, int] = {}
    count, end = 0, time.monotonic() + asked.seconds
    while time.monotonic() < end:
        name, data = rng.choice(files)
        content = changed(rng, data)
        count += 1
        signal.alarm(asked.limit)
        try:
            use(name, content)
        except Exception as error:  # whatever it is, it is what is looked for
            signal.alarm(0)
            frame = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}"
            seen[where] = seen.get(where, 0) + 1
            if seen[where] == 1:
                print(f"{name} (change {count}): {where}: {str(error)[:100]}", flush=True)
                if asked.keep is not None:
                    asked.keep.mkdir(exist_ok=True)
                    (asked.keep / f"{count}-{name}").write_bytes(content)
        signal.alarm(0)
    print(
        f"{count:,} changes of {len(files)} files: {sum(seen.values())} fell, in {len(seen)} ways"
    )
    return 1 if seen else 0


if __name__ == "__main__":
    sys.exit(main())
