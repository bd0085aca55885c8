"""Zstandard, by which new Anki packages compress: Python 3.14 has it, before that an extra does."""

import sys
from importlib import import_module
from io import BytesIO
from typing import IO, Any

from quizlint.formats.containers.base import Unreadable

MISSING = (
    "it is of the kind that Anki exports since version 2.1.50: `pip install quizlint[anki]` to "
    "read it, or export it with 'Support older Anki versions' ticked"
)


def is_compressed(data: bytes) -> bool:
    """Whether bytes begin as Zstandard's do."""
    return data.startswith(b"\x28\xb5\x2f\xfd")


def decompressed(data: bytes, limit: int) -> bytes:
    """What was compressed. Raises `Unreadable`, also when it is larger than `limit` bytes."""
    module, failure = _module()
    try:
        with _stream(module, data) as stream:
            unpacked = stream.read(limit + 1)
    except (failure, ValueError, EOFError) as error:
        raise Unreadable(f"it is damaged ({error})") from error
    if len(unpacked) > limit:
        raise Unreadable(f"it unpacks to more than {limit // 1_000_000} MB")
    return unpacked


def _module() -> tuple[Any, type[Exception]]:
    try:
        if sys.version_info >= (3, 14):
            module: Any = import_module("compression.zstd")
        else:
            module = import_module("zstandard")
    except ImportError as error:
        raise Unreadable(MISSING) from error
    return module, module.ZstdError


def _stream(module: Any, data: bytes) -> IO[bytes]:
    """A reader that unpacks only what is read."""
    if hasattr(module, "ZstdFile"):
        return module.ZstdFile(BytesIO(data))  # type: ignore[no-any-return]
    return module.ZstdDecompressor().stream_reader(data)  # type: ignore[no-any-return]
