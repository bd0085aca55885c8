"""Digests of texts, the same on every machine and in every run."""

try:
    from _blake2 import blake2b  # hashlib would load OpenSSL, which takes as long as a small file
except ImportError:
    from hashlib import blake2b


def digest(text: str, size: int) -> bytes:
    """A BLAKE2b digest of `size` bytes of a text's UTF-8."""
    return blake2b(text.encode("utf-8", "replace"), digest_size=size).digest()
