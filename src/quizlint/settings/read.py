"""One settings file: its text, its table, and what it says, every value checked."""

from pathlib import Path

from quizlint.content import Problem
from quizlint.content.problems import DuplicateField, Syntax, TooDeep
from quizlint.formats.tree import nodes
from quizlint.rules.words import said
from quizlint.settings import keys
from quizlint.settings.errors import ConfigError
from quizlint.settings.parts import PYPROJECT, Layer
from quizlint.settings.selection import Vocabulary
from quizlint.settings.values import SettingsFile
from quizlint.text import Source, Span
from quizlint.text.opening import read_regular

TABLE = "tool.quizlint"
LARGEST = 1_000_000
"""Bytes of a settings file."""

ONE_LIST = 'ignore = ["OPT010", { path = "old/*.yaml", rule = "KEY004" }]'


def layer_of(file: SettingsFile, root: nodes.Mapping, path: str) -> Layer:
    """What a file's table says."""
    overrides = root.get("overrides")
    ignore = root.get("ignore")
    return Layer(
        dict(keys.top(file, root.fields)),
        () if overrides is None else tuple(keys.overrides(file, overrides)),
        () if ignore is None else tuple(keys.ignored(file, ignore)),
        (path,),
    )


def open_settings(
    path: str, shown: str, vocabulary: Vocabulary, *, foreign: bool = False
) -> tuple[SettingsFile, nodes.Mapping | None]:
    """A settings file and its table; None for a pyproject.toml that has no such table."""
    from quizlint.formats.tree import toml

    try:
        data = read_regular(path, LARGEST)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConfigError(shown, f"cannot be read: {reason}") from error
    source = Source.from_bytes(path, data)
    file = SettingsFile(source, shown, str(Path(path).parent), vocabulary, foreign)
    if source.undecodable is not None:
        at = source.undecodable
        file.refuse(Span(at, at + 1), "settings must be UTF-8 text")
    return file, _table_of(file, toml.parse(source), Path(path).name == PYPROJECT)


def is_settings(path: str, vocabulary: Vocabulary) -> bool:
    """Whether a file of a settings file's name holds settings for quizlint."""
    if Path(path).name != PYPROJECT:
        return True
    try:
        mentioned = b"quizlint" in read_regular(path, LARGEST)
    except OSError:
        return False
    return mentioned and open_settings(path, path, vocabulary)[1] is not None


def _table_of(file: SettingsFile, tree: nodes.Tree, pyproject: bool) -> nodes.Mapping | None:
    for problem in tree.problems:
        if pyproject and f"[{TABLE}" not in file.source.text:
            return None  # somebody else's mistake
        _refuse(file, problem)
    root: nodes.Node | None = tree.roots[0] if tree.roots else nodes.Mapping(0, 0, {})
    for name in TABLE.split(".") if pyproject else ():
        root = root.get(name) if isinstance(root, nodes.Mapping) else None
    if root is None or isinstance(root, nodes.Mapping):
        return root
    return file.refuse(root.span, f"{TABLE} must be a table")


def _refuse(file: SettingsFile, problem: Problem) -> None:
    match problem:
        case DuplicateField():
            # TOML has one `ignore`: either a list or tables, though people want both.
            hint = f"; write one list: {ONE_LIST}" if problem.field == "ignore" else ""
            file.refuse(problem.span, f'"{problem.field}" is given twice{hint}')
        case TooDeep():
            file.refuse(problem.span, f"this is nested more than {problem.limit} levels deep")
        case Syntax():
            file.refuse(problem.span, said(problem.told))
    file.refuse(problem.span, "this is not valid TOML")
