"""Texts made comparable without losing what tells answers apart."""

from unicodedata import normalize


def collapse(value: str) -> str:
    """NFC with white space collapsed and trimmed; markup and case are kept."""
    if not value.isascii():
        value = normalize("NFC", value)
    return " ".join(value.split())
