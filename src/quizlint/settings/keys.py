"""The keys of a settings file, and what each may hold."""

from collections.abc import Callable, Iterator
from typing import Any, NoReturn

from quizlint.formats.tree.nodes import Mapping, Node, Scalar
from quizlint.rules.base import Rule
from quizlint.settings import values
from quizlint.settings.errors import did_you_mean
from quizlint.settings.parts import Ignored, Override, Value
from quizlint.settings.table import ANYWHERE, NOT_YET, SETTINGS, Kind, Setting
from quizlint.settings.values import SettingsFile, ValueReader
from quizlint.text import Span

Entry = tuple[tuple[str, ...], Value]

READERS: dict[Kind, Callable[[Setting], ValueReader]] = {
    Kind.WORD: lambda row: values.word(row.words),
    Kind.FLAG: lambda _: values.flag,
    Kind.LANGUAGE: lambda _: values.language,
    Kind.INDEX_BASE: lambda _: values.index_base,
    Kind.PATHS: lambda _: values.globs,
    Kind.PRESET: lambda row: values.preset(row.words),
    Kind.RULES: lambda _: values.choices(on=True),
}
"""How a value of each kind is read that is one value."""

GRADES = ("min-grade", "max-grade")
IGNORED = ("path", "item", "rule", "reason", "until")
OVERRIDE_KEYS = ("files", *ANYWHERE)


def top(file: SettingsFile, fields: dict[str, tuple[Scalar, Node]]) -> Iterator[Entry]:
    """The settings of a file's top level, without `extend`, overrides and entries for files."""
    for key, (name, node) in fields.items():
        if key not in SETTINGS:
            unknown(file, name.span, key, "", tuple(SETTINGS))
        yield from _entries(file, SETTINGS[key], name, node)


def _entries(file: SettingsFile, row: Setting, name: Scalar, node: Node) -> Iterator[Entry]:
    """The settings that a key gives at the top level or in an override."""
    if row.kind in READERS:
        value = READERS[row.kind](row)(file, row.key, node)
        yield (row.key,), Value(value, file.origin(name.span))
    elif row.kind is Kind.IGNORED:
        entries = values.items(file, row.key, node)
        words = [entry for entry in entries if not isinstance(entry, Mapping)]
        if words or not entries:
            found = tuple(values.choice(file, row.key, entry, on=False) for entry in words)
            yield (row.key,), Value(found, file.origin(name.span))
    elif row.kind is Kind.SEVERITIES:
        yield from _severities(file, row, node)
    elif row.kind is Kind.OPTIONS:
        yield from _rules(file, node)
    elif row.kind is Kind.LEVELS:
        yield from _levels(file, node)
    elif row.kind is Kind.FILE:
        values.text(file, row.key, node)  # the loader follows it


def overrides(file: SettingsFile, node: Node) -> Iterator[Override]:
    """The `[[overrides]]`, in order."""
    for entry in values.items(file, "overrides", node):
        fields = values.fields(file, "each of overrides", entry)
        if "files" not in fields:
            file.refuse(entry.span, 'this override needs "files": the paths it is about')
        globs = values.globs(file, "files", fields["files"][1])
        if not globs:
            file.refuse(fields["files"][1].span, "files must name at least one path")
        table: dict[tuple[str, ...], Value] = {}
        for key, (name, value) in fields.items():
            if key not in OVERRIDE_KEYS:
                if key in SETTINGS:
                    file.refuse(name.span, f'"{key}" is about the whole run: move it to the top')
                unknown(file, name.span, key, "overrides", OVERRIDE_KEYS)
            if key == "ignore":
                for word in values.items(file, key, value):
                    if isinstance(word, Mapping):
                        file.refuse(word.span, "entries for files and items belong at the top")
            if key in ANYWHERE:
                table.update(_entries(file, ANYWHERE[key], name, value))
        yield Override(globs, table, file.origin(entry.span))


def ignored(file: SettingsFile, node: Node) -> Iterator[Ignored]:
    """The entries of `ignore` that are about files or items."""
    for entry in values.items(file, "ignore", node):
        if not isinstance(entry, Mapping):
            continue
        for key, (name, _) in entry.fields.items():
            if key not in IGNORED:
                unknown(file, name.span, key, "ignore", IGNORED)
        for key in ("path", "rule"):
            if key not in entry:
                file.refuse(entry.span, f'this entry of ignore needs "{key}"')
        word_node = entry.fields["rule"][1]
        word = values.text(file, "rule", word_node)
        path = values.text(file, "path", entry.fields["path"][1])
        yield Ignored(
            values.checked_globs(file, "path", entry.fields["path"][1], (path,)),
            _rule(file, word_node.span, word).code,
            word,
            file.origin(word_node.span),
            word_node.span,
            entry.span,
            item=_optional(file, entry, "item", values.text, ""),
            reason=_optional(file, entry, "reason", values.any_text, ""),
            until=_optional(file, entry, "until", values.day, None),
        )


def _optional(file: SettingsFile, table: Mapping, key: str, read: ValueReader, absent: Any) -> Any:
    return read(file, key, table.fields[key][1]) if key in table else absent


def _severities(file: SettingsFile, row: Setting, node: Node) -> Iterator[Entry]:
    read = values.word(row.words)
    for word, (name, value) in values.fields(file, row.key, node).items():
        rule = _rule(file, name.span, word)
        severity = read(file, f"the severity of {word}", value)
        yield (row.key, rule.name), Value(severity, file.origin(name.span))


def _rules(file: SettingsFile, node: Node) -> Iterator[Entry]:
    for word, (name, table) in values.fields(file, "rules", node).items():
        rule = _rule(file, name.span, word)
        known = {key.replace("_", "-"): default for key, default in rule.thresholds().items()}
        for key, (key_name, value) in values.fields(file, f"rules.{word}", table).items():
            if key not in known:
                unknown(file, key_name.span, key, f"rules.{word}", tuple(known))
            option = _option(file, f"rules.{word}.{key}", value, known[key].default)
            yield ("rules", rule.name, key), Value(option, file.origin(key_name.span))


def _option(file: SettingsFile, key: str, node: Node, default: object) -> int | float | str:
    """A rule's option, of the type that its default has."""
    if isinstance(default, bool):
        return values.flag(file, key, node)
    if isinstance(default, str):
        return values.any_text(file, key, node)
    if isinstance(default, float):
        return values.number(file, key, node)
    whole = values.integer(node)
    if whole is None:
        file.refuse(node.span, f"{key} must be a whole number, not {values.found(node)}")
    return whole


def _levels(file: SettingsFile, node: Node) -> Iterator[Entry]:
    for key, (name, value) in values.fields(file, "levels", node).items():
        if key == "scale":
            names = values.scale(file, "levels.scale", value)
            yield ("levels", "scale"), Value(names, file.origin(name.span))
        elif key == "bands":
            for level, (level_name, band) in values.fields(file, "levels.bands", value).items():
                yield from _band(file, level, level_name.span, band)
        else:
            unknown(file, name.span, key, "levels", ("scale", "bands"))


def _band(file: SettingsFile, level: str, span: Span, node: Node) -> Iterator[Entry]:
    grades: dict[str, float] = {}
    for key, (name, value) in values.fields(file, f"levels.bands.{level}", node).items():
        if key not in GRADES:
            unknown(file, name.span, key, f"levels.bands.{level}", GRADES)
        grades[key] = values.number(file, f"levels.bands.{level}.{key}", value)
        # The level's own name is where a band of no level is reported.
        yield ("levels", "bands", level, key), Value(grades[key], file.origin(span))
    if not grades:
        file.refuse(span, f'the band of "{level}" needs min-grade or max-grade')
    if len(grades) == 2 and grades["min-grade"] > grades["max-grade"]:
        file.refuse(span, f'the band of "{level}" has a min-grade above its max-grade')


def _rule(file: SettingsFile, span: Span, word: str) -> type[Rule]:
    rule = file.vocabulary.rule(word)
    if rule is None:
        file.refuse(span, file.vocabulary.unknown_rule(word))
    return rule


def unknown(
    file: SettingsFile, span: Span, key: str, table: str, known: tuple[str, ...]
) -> NoReturn:
    """Refuse a key that no settings have."""
    if key in NOT_YET and not table:
        file.refuse(span, f'unknown key "{key}": it is not yet used by any rule; leave it out')
    where = f" in {table}" if table else ""
    hint = did_you_mean(key, known)
    if not hint and known:
        hint = f"; known are {', '.join(known)}"
    file.refuse(span, f'unknown key "{key}"{where}{hint}')
