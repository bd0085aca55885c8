"""Zstandard, by which new Anki packages compress: Python 3.14 has it, before that an extra does."""

import sys
from importlib import import_module
from io import BytesIO
from typing import IO, Any

from quizlint.content.causes.packing import Packing
from quizlint.formats.containers.base import Unreadable


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
        raise Unreadable(Packing.DAMAGED.of(str(error))) from error
    if len(unpacked) > limit:
        raise Unreadable(Packing.UNPACKS_LARGE.of(limit // 1_000_000))
    return unpacked


def _module() -> tuple[Any, type[Exception]]:
    try:
        if sys.version_info >= (3, 14):
            module: Any = import_module("compression.zstd")
        else:
            module = import_module("zstandard")
    except ImportError as error:
        raise Unreadable(Packing.ZSTANDARD.of()) from error
    return module, module.ZstdError


def _stream(module: Any, data: bytes) -> IO[bytes]:
    """A reader that unpacks only what is read."""
    if hasattr(module, "ZstdFile"):
        return module.ZstdFile(BytesIO(data))  # type: ignore[no-any-return]
    return module.ZstdDecompressor().stream_reader(data)  # type: ignore[no-any-return]
