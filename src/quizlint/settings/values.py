"""One value of a settings file: read from its node, or refused at its place."""

import math
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from quizlint.formats.tree.nodes import Mapping, Node, Scalar, Sequence
from quizlint.settings.errors import FOREIGN, ConfigError, did_you_mean, one_of
from quizlint.settings.globs import Globs
from quizlint.settings.parts import Choice, Origin
from quizlint.settings.selection import Vocabulary
from quizlint.text import Source, Span


@dataclass(frozen=True)
class SettingsFile:
    """A settings file while it is read: `shown` is its path as people name it.

    What a `foreign` file says is never told: whoever may write settings could make the log of a
    build show any file of the machine.
    """

    source: Source
    shown: str
    folder: str
    vocabulary: Vocabulary
    foreign: bool = False

    def origin(self, span: Span) -> Origin:
        """The place of a span."""
        return Origin(self.shown, *self.source.position(span.start))

    def refuse(self, span: Span, message: str) -> NoReturn:
        """Stop at a place."""
        line, column = self.source.position(span.start)
        raise ConfigError(self.shown, FOREIGN if self.foreign else message, line, column)


ValueReader = Callable[[SettingsFile, str, Node], Any]
"""Makes a value of a node; the word is the key it stands under."""


def text(file: SettingsFile, key: str, node: Node) -> str:
    """Any text that is not empty."""
    if not isinstance(node, Scalar) or node.kind != "string" or node.plain:  # a date is plain
        file.refuse(node.span, f"{key} must be a text in quotes, not {found(node)}")
    if not node.value:
        file.refuse(node.span, f"{key} must not be empty")
    return node.value


def any_text(file: SettingsFile, key: str, node: Node) -> str:
    """Any text, an empty one too."""
    return "" if isinstance(node, Scalar) and node.value == "" else text(file, key, node)


def word(words: Iterable[str]) -> ValueReader:
    """One of a few words."""
    known = tuple(words)

    def read(file: SettingsFile, key: str, node: Node) -> str:
        value = text(file, key, node)
        if value not in known:
            message = f'{key} must be {one_of(known)}, not "{value}"'
            file.refuse(node.span, message + did_you_mean(value, known))
        return value

    return read


def flag(file: SettingsFile, key: str, node: Node) -> bool:
    """true or false."""
    if not isinstance(node, Scalar) or node.kind != "boolean":
        file.refuse(node.span, f"{key} must be true or false, not {found(node)}")
    return node.value == "true"


def index_base(file: SettingsFile, key: str, node: Node) -> int:
    """0 or 1."""
    value = integer(node)
    if value not in (0, 1):
        file.refuse(node.span, f"{key} must be 0 or 1, not {found(node)}")
    return value


def number(file: SettingsFile, key: str, node: Node) -> float:
    """A finite number."""
    value: float | None = integer(node)
    if value is None and isinstance(node, Scalar) and node.kind == "float":
        value = float(node.value.replace("_", ""))
    if value is None or not math.isfinite(value):
        file.refuse(node.span, f"{key} must be a number, not {found(node)}")
    return value


def integer(node: Node) -> int | None:
    """The node's whole number; None where it is none."""
    if not isinstance(node, Scalar) or node.kind != "integer":
        return None
    try:
        return int(node.value, 0)
    except ValueError:  # thousands of digits: no setting is that large
        return None


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*")


def language(file: SettingsFile, key: str, node: Node) -> str:
    """A language tag like `en` or `pt-BR`; what counts is the language itself."""
    value = text(file, key, node)
    if not _LANGUAGE.fullmatch(value):
        file.refuse(node.span, f'{key} must be a language tag like "en" or "de", not "{value}"')
    return re.split("[-_]", value)[0].lower()


_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def day(file: SettingsFile, key: str, node: Node) -> date:
    """A date, with or without quotes."""
    value = None
    if isinstance(node, Scalar) and _DATE.fullmatch(node.value):
        with suppress(ValueError):  # there is no 31 February
            value = date.fromisoformat(node.value)
    if value is not None:
        return value
    return file.refuse(node.span, f"{key} must be a date like 2027-01-31, not {found(node)}")


def texts(file: SettingsFile, key: str, node: Node) -> tuple[str, ...]:
    """A list of texts."""
    return tuple(text(file, f"each entry of {key}", item) for item in items(file, key, node))


def scale(file: SettingsFile, key: str, node: Node) -> tuple[str, ...]:
    """A list of different names, one at least."""
    names: list[str] = []
    for item in items(file, key, node):
        name = text(file, f"each entry of {key}", item)
        if name in names:
            file.refuse(item.span, f'{key} names "{name}" twice')
        names.append(name)
    if not names:
        file.refuse(node.span, f"{key} must name at least one level")
    return tuple(names)


def globs(file: SettingsFile, key: str, node: Node) -> Globs:
    """A list of path patterns, relative to the settings file."""
    return checked_globs(file, key, node, texts(file, key, node))


def checked_globs(file: SettingsFile, key: str, node: Node, patterns: tuple[str, ...]) -> Globs:
    """Patterns that can be followed."""
    try:
        made = Globs(file.folder, patterns)
        made.match(file.folder + "/x")  # a pattern that cannot be one is said so here
    except ValueError as error:
        file.refuse(node.span, f"{key} has a pattern that cannot be followed: {error}")
    return made


def preset(words: Iterable[str]) -> ValueReader:
    """One of the presets, as the word for rules that it is."""
    one = word(words)

    def read(file: SettingsFile, key: str, node: Node) -> tuple[Choice, ...]:
        one(file, key, node)
        return (choice(file, key, node, on=True),)

    return read


def choices(on: bool) -> ValueReader:
    """A list of rules, families and presets."""

    def read(file: SettingsFile, key: str, node: Node) -> tuple[Choice, ...]:
        return tuple(choice(file, key, item, on) for item in items(file, key, node))

    return read


def choice(file: SettingsFile, key: str, node: Node, on: bool) -> Choice:
    """One word for a rule, a family or a preset."""
    written = text(file, f"each entry of {key}", node)
    canonical = file.vocabulary.canonical(written)
    if canonical is None:
        file.refuse(node.span, file.vocabulary.unknown(written))
    return Choice(canonical, on, key, file.origin(node.span))


def items(file: SettingsFile, key: str, node: Node) -> list[Node]:
    """The entries of a list."""
    if not isinstance(node, Sequence):
        file.refuse(node.span, f"{key} must be a list in [brackets], not {found(node)}")
    return node.items


def fields(file: SettingsFile, key: str, node: Node) -> dict[str, tuple[Scalar, Node]]:
    """The keys and values of a table."""
    if not isinstance(node, Mapping):
        file.refuse(node.span, f"{key} must be a table, not {found(node)}")
    return node.fields


def found(node: Node) -> str:
    """A node in words, for messages."""
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Mapping):
        return "a table"
    shown = node.value if len(node.value) <= 40 else node.value[:39] + "…"
    return f'"{shown}"' if node.kind == "string" and not node.plain else shown
