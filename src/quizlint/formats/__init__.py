"""The formats that quizlint reads, one module each.

A format's module is imported when a file of its kind is first read: the parsers behind them are
the slowest part of a start.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import cast

from quizlint.formats.base import Format

SUFFIXES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "yaml": (".yaml", ".yml"),
        "h5p": ("content.json",),
        "json": (".json",),
        "jsonl": (".jsonl", ".ndjson"),
        "toml": (".toml",),
        "markdown": (".md", ".markdown", ".mdx", ".qmd", ".rmd", ".txt"),
        "page": (".txt",),
        "gift": (".gift", ".txt"),
        "aiken": (".aiken", ".txt"),
        "trivia": (".txt",),
        "moodle": (".xml",),
        "olx": (".xml",),
        "qti": (".xml",),
        "text2qti": (".txt", ".md"),
        "rexams": (".rmd", ".rnw"),
        "prairielearn": ("question.html",),
        "table": (".csv", ".tsv"),
        "anki": (".anki", ".txt", ".tsv", ".csv"),
    }
)
"""Each format's module and the ends of its files' names."""


def claims(name: str) -> bool:
    """Whether a file's name is of a format that is known."""
    lower = name.lower()
    if any(lower.endswith(suffixes) for suffixes in SUFFIXES.values()):
        return True
    return bool(_others(name))


def pick(name: str, head: str) -> Format | None:
    """The format that a file of this name and beginning is most likely in, if any is.

    A known suffix decides; a name with none (standard input) leaves it to the beginning.
    """
    lower = name.lower()
    fitting = [module for module, suffixes in SUFFIXES.items() if lower.endswith(suffixes)]
    best: Format | None = None
    surest = 0.0
    for module in fitting or SUFFIXES:
        format_ = load(module)
        sure = format_.sniff(name, head)
        if sure > surest:
            best, surest = format_, sure
    if best is None:
        for format_ in _others(name):
            sure = format_.sniff(name, head)
            if sure > surest:
                best, surest = format_, sure
    return best


def _others(name: str) -> list[Format]:
    """The formats of other distributions for files of a name."""
    from quizlint.formats.plugins import fitting

    return fitting(name)


@cache
def load(module: str) -> Format:
    """A format by name: one module of this package, or what another distribution brings."""
    if module not in SUFFIXES:
        from quizlint.formats.plugins import plugins

        return plugins().formats[module]
    return cast(Format, import_module(f"{__name__}.{module}"))
