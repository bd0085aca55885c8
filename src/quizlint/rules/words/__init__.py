"""The words for what happened to a reader, in a module for each family of causes.

A template has the values by their names; `{count:option|options}` is a number with its noun.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from quizlint.content.causes import Cause, Told


class Count(int):
    """A number that can be shown with its noun."""

    def __format__(self, spec: str) -> str:
        one, several, many = spec.partition("|")
        return f"{int(self)} {one if self == 1 else many}" if several else format(int(self), spec)


def said(told: Told) -> str:
    """What happened, in one line for people."""
    values = zip(told.cause.names, told.values, strict=True)
    shown = {name: _shown(value) for name, value in values}
    return words_of(type(told.cause))[told.cause].format(**shown)


@cache
def words_of(causes: type[Cause]) -> Mapping[Cause, str]:
    """The templates for the causes of one family: `WORDS` of the module that is called like theirs.

    They are loaded when something has happened; mostly nothing has.
    """
    family = causes.__module__.rpartition(".")[2]
    words: Mapping[Cause, str] = import_module(f"{__name__}.{family}").WORDS
    return words


def _shown(value: str | int | Told) -> str | Count:
    if isinstance(value, Told):
        return said(value)
    return value if isinstance(value, str) else Count(value)
