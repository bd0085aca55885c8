"""What a reader stumbled over: data, of which STR, KEY, MED and FMT rules make findings.

A class for each kind of trouble. Each knows its place and the route of what it concerns; no words
stand in it but those of the file. Where one kind has many causes, `told` is the one it had.
"""

from dataclasses import dataclass, field
from enum import Enum

from quizlint.content.causes import Told
from quizlint.text import Span


class Expected(Enum):
    """The kind of value that a field should have."""

    TEXT = "text"
    LIST = "list"
    TEXT_OR_LIST = "text-or-list"
    MAPPING = "mapping"
    NUMBER = "number"
    NUMBER_OF_MOODLE = "number-of-moodle"  # Moodle takes any answer for right beside another text
    TRUTH = "truth"


class KeyPlace(Enum):
    """Where in a file a second key may stand that is not the flags on its options."""

    MARKDOWN_ATTRIBUTE = "markdown-attribute"
    SOLUTION_LIST = "solution-list"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a reader stumbled over, with what a message needs to say of it."""

    span: Span
    route: str = field(default="", kw_only=True)


@dataclass(frozen=True, slots=True)
class Syntax(Problem):
    """Text that breaks the rules of its format.

    `skipped` is what could not be read because of it. It may stand for `times` like it in the file,
    and be the `last` thing that was read at all.
    """

    told: Told
    skipped: Span | None = None
    times: int = 1
    last: bool = False


@dataclass(frozen=True, slots=True)
class TooDeep(Problem):
    """Values inside values, more than `limit` levels deep."""

    limit: int


@dataclass(frozen=True, slots=True)
class TooLarge(Problem):
    """A file of more bytes than are read."""

    size: int
    limit: int


@dataclass(frozen=True, slots=True)
class TooManyAliases(Problem):
    """More aliases than are read, or more characters behind them where they are `expanded`."""

    limit: int
    expanded: bool = False


@dataclass(frozen=True, slots=True)
class BrokenArchive(Problem):
    """A container, or something in it, that could not be unpacked."""

    told: Told


@dataclass(frozen=True, slots=True)
class UnknownField(Problem):
    """A field that its owner (`question`, `document`) does not have; `known` are those it has."""

    field: str
    owner: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissingField(Problem):
    """A field that its owner (`question`, `card`, `cloze`) cannot do without."""

    field: str
    owner: str = "question"


@dataclass(frozen=True, slots=True)
class WrongType(Problem):
    """A value of another kind than its field should have, or none of the words it may be.

    `found` is the kind it has (`mapping`, `list`, `text`, `integer`), `value` what a scalar says,
    or a mapping of YAML that is written as a line of text is: `Note: F sharp`.
    """

    field: str
    expected: Expected | tuple[str, ...]
    found: str = "text"
    value: str = ""


@dataclass(frozen=True, slots=True)
class DuplicateField(Problem):
    """A field that is written a second time; the first stands at `first`."""

    field: str
    first: Span


@dataclass(frozen=True, slots=True)
class ChangedByYaml(Problem):
    """A text that YAML tools print as something else."""

    value: str
    becomes: str


@dataclass(frozen=True, slots=True)
class MalformedCheckbox(Problem):
    """A checkbox that Markdown does not take for one; `fixed` is what was meant, where plain."""

    written: str
    fixed: str | None


@dataclass(frozen=True, slots=True)
class NotUtf8(Problem):
    """Bytes that are not UTF-8, from here on; the file was read by another encoding."""

    encoding: str


@dataclass(frozen=True, slots=True)
class NothingToCheck(Problem):
    """A file of a format that holds no item."""

    told: Told


@dataclass(frozen=True, slots=True)
class LabelOrder(Problem):
    """The letter of an option that is not the one of its place."""

    label: str
    expected: str


@dataclass(frozen=True, slots=True)
class FormatTrap(Problem):
    """What the format's program reads otherwise than it is meant.

    `fixed` is what to write instead, where it is plain; `safe` says that nothing else can be meant.
    """

    told: Told
    fixed: str | None = None
    safe: bool = False


@dataclass(frozen=True, slots=True)
class MissingFile(Problem):
    """A picture that is not there."""

    file: str


@dataclass(frozen=True, slots=True)
class UnreadQuestion(Problem):
    """What looks like a question and was not read. `claimed`: the file says that it is a quiz.

    Of data files `count` says how many are alike, `fields` what does not fit, `known` what would.
    """

    shape: str
    claimed: bool
    count: int = 1
    fields: tuple[str, ...] = ()
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeysDisagree(Problem):
    """The key says one thing `here` and another `there`.

    `place` is where that is: a file of that name, a place in this file, or None for the flags.
    """

    here: str
    there: str
    place: str | KeyPlace | None = None
