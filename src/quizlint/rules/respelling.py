"""Fixes that put another word where one is written, in the quotes that it has."""

from quizlint.content import Edit, Fix, Safety
from quizlint.rules.context import Context
from quizlint.text import Span

QUOTES = "\"'"


def respelt(span: Span, word: str, right: str, ctx: Context) -> Fix | None:
    """A fix that writes `right` for `word`, an unsafe one; None where it is not written plainly."""
    written = ctx.text[slice(*span)]
    if written.strip(QUOTES) != word or word == right:
        return None
    return Fix((Edit(span, written.replace(word, right)),), Safety.UNSAFE)
