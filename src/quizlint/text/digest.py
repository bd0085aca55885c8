"""Digests of texts, the same on every machine and in every run."""

from collections.abc import Iterable

__all__ = ["blake2b", "digest", "digest_of"]

try:
    from _blake2 import blake2b  # hashlib would load OpenSSL, which takes as long as a small file
except ImportError:
    from hashlib import blake2b


def digest(text: str, size: int) -> bytes:
    """A BLAKE2b digest of `size` bytes of a text's UTF-8."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=size).digest()


def digest_of(pieces: Iterable[bytes]) -> str:
    """A BLAKE2b digest of bytes that come in pieces: 32 hexadecimal digits."""
    made = blake2b(digest_size=16)
    for piece in pieces:
        made.update(piece)
    return made.hexdigest()
