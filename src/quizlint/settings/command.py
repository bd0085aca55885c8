"""What the command line says, as one more layer of settings."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from quizlint.settings.errors import ConfigError, one_of
from quizlint.settings.parts import COMMAND_LINE, Choice, Table, Value
from quizlint.settings.selection import Vocabulary

SEVERITIES = ("error", "warning", "info")


class CommandLine(NamedTuple):
    """Options as typed: words may be joined by commas, a severity is written `RULE=LEVEL`."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()
    min_confidence: str | None = None
    fail_on: str | None = None
    context: str | None = None
    require_files: bool = False

    def table(self, vocabulary: Vocabulary) -> Table:
        """The settings that the options make. Raises `ConfigError` for words of no meaning."""
        table: dict[tuple[str, ...], Any] = {}
        for key, words, on in (
            ("select", self.select, True),
            ("extend-select", self.extend_select, True),
            ("ignore", self.ignore, False),
        ):
            if words:
                table[key,] = tuple(_choice(vocabulary, key, word, on) for word in _split(words))
        for word in _split(self.severity):
            table["severity", _severity_rule(vocabulary, word)] = word.rpartition("=")[2]
        for path, value in (
            (("min-confidence",), self.min_confidence),
            (("fail-on",), self.fail_on),
            (("bank", "context"), self.context),
            (("require-files",), self.require_files or None),
        ):
            if value is not None:
                table[path] = value
        return {key: Value(value, COMMAND_LINE) for key, value in table.items()}


def _choice(vocabulary: Vocabulary, key: str, word: str, on: bool) -> Choice:
    canonical = vocabulary.canonical(word)
    if canonical is None:
        raise ConfigError(COMMAND_LINE.path, f"--{key}: {vocabulary.unknown(word)}")
    return Choice(canonical, on, f"--{key}", COMMAND_LINE)


def _severity_rule(vocabulary: Vocabulary, word: str) -> str:
    """The name of the rule in `RULE=LEVEL`."""
    name, _, level = word.partition("=")
    rule = vocabulary.rule(name)
    if rule is None:
        raise ConfigError(COMMAND_LINE.path, f"--severity: {vocabulary.unknown_rule(name)}")
    if level not in SEVERITIES:
        message = f'--severity: write {name}=LEVEL, LEVEL being {one_of(SEVERITIES)}, not "{word}"'
        raise ConfigError(COMMAND_LINE.path, message)
    return rule.name


def _split(words: Iterable[str]) -> list[str]:
    return [word.strip() for part in words for word in part.split(",") if word.strip()]
