"""What is wrong with the settings, where it stands, and what was probably meant."""

from collections.abc import Iterable

COMMAND_LINE = "command line"

FOREIGN = (
    "this cannot be followed; what the file says is not shown, because it is no .toml file of this"
    " project"
)


class ConfigError(Exception):
    """Settings that cannot be followed.

    `path` is the file as people name it, or "command line"; `line` and `column` are 1-based, and
    None where no place in a file is to blame.
    """

    def __init__(
        self, path: str, message: str, line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(path, message, line, column)
        self.path = path
        self.message = message
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = "" if self.line is None else f":{self.line}:{self.column}"
        return f"{self.path}{place}: {self.message}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a message about an unknown word: the nearest known one, or nothing."""
    from quizlint.text.nearest import nearest

    near = nearest(word, known)
    return f'; did you mean "{near}"?' if near else ""


def one_of(words: Iterable[str]) -> str:
    """The words as a choice: `"a", "b" or "c"`."""
    *most, last = [f'"{word}"' for word in words]
    return f"{', '.join(most)} or {last}" if most else last
