"""What the command line says, as one more layer of settings."""

from collections.abc import Iterable, Iterator
from typing import Any

from quizlint.settings.errors import ConfigError, one_of
from quizlint.settings.parts import COMMAND_LINE, Choice, Table, Value
from quizlint.settings.selection import Vocabulary
from quizlint.settings.table import FLAGS, Kind, Setting


class CommandLine:
    """Options as typed, by the names of `FLAGS`.

    Those about rules are lists of words, which may be joined by commas, a severity is written
    `RULE=LEVEL`. What is None, empty or False was not said.
    """

    def __init__(self, **said: Any) -> None:
        if unknown := said.keys() - FLAGS.keys():
            raise TypeError(f"no options: {', '.join(sorted(unknown))}")
        self._said = {FLAGS[name][0]: value for name, value in said.items() if value}

    def table(self, vocabulary: Vocabulary) -> Table:
        """The settings that the options make. Raises `ConfigError` for words of no meaning."""
        made = (pair for row, said in self._said.items() for pair in _meant(vocabulary, row, said))
        return {key: Value(value, COMMAND_LINE) for key, value in made}


def _meant(
    vocabulary: Vocabulary, row: Setting, said: Any
) -> Iterator[tuple[tuple[str, ...], object]]:
    if row.kind is Kind.SEVERITIES:
        for word in _split(said):
            yield (row.key, _severity_rule(vocabulary, row, word)), word.rpartition("=")[2]
    elif row.selects:
        yield (row.key,), tuple(_choice(vocabulary, row, word) for word in _split(said))
    else:
        yield (row.key,), said


def _choice(vocabulary: Vocabulary, row: Setting, word: str) -> Choice:
    canonical = vocabulary.canonical(word)
    if canonical is None:
        raise ConfigError(COMMAND_LINE.path, f"--{row.key}: {vocabulary.unknown(word)}")
    return Choice(canonical, row.kind is not Kind.IGNORED, f"--{row.key}", COMMAND_LINE)


def _severity_rule(vocabulary: Vocabulary, row: Setting, word: str) -> str:
    """The name of the rule in `RULE=LEVEL`."""
    name, _, level = word.partition("=")
    rule = vocabulary.rule(name)
    if rule is None:
        raise ConfigError(COMMAND_LINE.path, f"--{row.key}: {vocabulary.unknown_rule(name)}")
    if level not in row.words:
        wanted = f"write {name}=LEVEL, LEVEL being {one_of(row.words)}"
        raise ConfigError(COMMAND_LINE.path, f'--{row.key}: {wanted}, not "{word}"')
    return rule.name


def _split(words: Iterable[str]) -> list[str]:
    return [word.strip() for part in words for word in part.split(",") if word.strip()]
