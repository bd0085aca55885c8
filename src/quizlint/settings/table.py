"""Every setting: all that there is to say of each, in one row.

What a settings file may hold, what the command line takes, the defaults, the JSON Schema and the
pages about settings are made from these rows. How a value of each `Kind` is read stands in `keys`,
how it is typed in the schema in `quizlint.schema.config`.
"""

from collections.abc import Callable, Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import Any, NamedTuple, get_args

from quizlint.content import Confidence, Severity
from quizlint.rules.base import Preset
from quizlint.settings.globs import NO_GLOBS
from quizlint.settings.parts import DEFAULT, Choice

PRESETS: tuple[str, ...] = get_args(Preset)
"""The presets, each wider than the one before it."""

SEVERITIES = tuple(str(each) for each in sorted(Severity, reverse=True))
CONFIDENCES = tuple(str(each) for each in sorted(Confidence, reverse=True))
NEVER = "never"
RULES = "codes like OPT001, names like duplicate-option, families like OPT, or presets"


class Kind(Enum):
    """How a setting is written."""

    WORD = auto()
    """One of the row's `words`."""
    FLAG = auto()
    LANGUAGE = auto()
    INDEX_BASE = auto()
    PATHS = auto()
    """Patterns as .gitignore has them."""
    FILE = auto()
    """Another settings file."""
    PRESET = auto()
    RULES = auto()
    """Words for rules."""
    IGNORED = auto()
    """Words for rules, or tables about single files and items."""
    SEVERITIES = auto()
    """A table from rules to severities."""
    OPTIONS = auto()
    """A table from rules to tables of their options."""
    LEVELS = auto()
    OVERRIDES = auto()


class Flag(NamedTuple):
    """An option of `quizlint check`. `metavar` stands for what is written behind it."""

    help: str
    metavar: str = ""


def _as_written(value: Any) -> Any:
    return value


class Setting(NamedTuple):
    """One key of a settings file, and of the table in which settings are kept.

    `default` holds when nobody said anything; None: then nothing is said. `field` is the attribute
    of `Settings` that the value makes, by `means`; a setting without one is about which rules run,
    or read in a way of its own. `everywhere`: an override may hold it too, else it is about a whole
    run. `flag` is the option that says the same on the command line.
    """

    key: str
    kind: Kind
    help: str
    field: str = ""
    default: Any = None
    means: Callable[[Any], Any] = _as_written
    words: tuple[str, ...] = ()
    everywhere: bool = False
    flag: Flag | None = None

    @property
    def selects(self) -> bool:
        """Whether it is about which rules run, so that layers of it add up."""
        return self.kind in (Kind.PRESET, Kind.RULES, Kind.IGNORED)

    @property
    def single(self) -> bool:
        """Whether it is one value that takes the place of another, and makes a field."""
        return bool(self.field) and self.kind not in (Kind.LEVELS, Kind.OPTIONS)


def fail_on(word: str) -> Severity | None:
    """The least severity that fails a run; None: none does."""
    return None if word == NEVER else Severity[word.upper()]


_SHUFFLE = {"yes": True, "no": False, "unknown": None}

_ROWS = (
    Setting("extend", Kind.FILE, "Another settings file that these settings build on."),
    Setting(
        "preset",
        Kind.PRESET,
        "The rules to begin with: the precise ones, more of them, or every rule.",
        default=(Choice(PRESETS[0], True, "preset", DEFAULT),),
        words=PRESETS,
        everywhere=True,
    ),
    Setting(
        "select",
        Kind.RULES,
        f"Run only these, whatever the preset: {RULES}.",
        everywhere=True,
        flag=Flag(
            "Run only these: codes, names, families (OPT) or presets, with commas between.", "RULES"
        ),
    ),
    Setting(
        "extend-select",
        Kind.RULES,
        f"Run these too: {RULES}.",
        default=(),
        everywhere=True,
        flag=Flag("Run these too.", "RULES"),
    ),
    Setting(
        "ignore",
        Kind.IGNORED,
        f"Do not run these: {RULES}.",
        default=(),
        everywhere=True,
        flag=Flag("Do not run these.", "RULES"),
    ),
    Setting(
        "severity",
        Kind.SEVERITIES,
        "How grave a rule's findings are, by its code or name.",
        words=SEVERITIES,
        everywhere=True,
        flag=Flag("Make a rule's findings error, warning or info.", "RULE=LEVEL"),
    ),
    Setting(
        "min-confidence",
        Kind.WORD,
        "Leave out findings that are less certain than this.",
        "min_confidence",
        CONFIDENCES[-1],
        Confidence.parse,
        CONFIDENCES,
        everywhere=True,
        flag=Flag("Show only findings that are at least this sure."),
    ),
    Setting(
        "fail-on",
        Kind.WORD,
        "The least severity that makes a run fail.",
        "fail_on",
        SEVERITIES[0],
        fail_on,
        (*SEVERITIES, NEVER),
        flag=Flag(f"The least severity that makes the exit code 1 [{SEVERITIES[0]}]."),
    ),
    Setting(
        "include",
        Kind.PATHS,
        "Where a folder is searched, look at these files only; without it, at all of a known kind.",
        "include",
        NO_GLOBS,
    ),
    Setting(
        "exclude",
        Kind.PATHS,
        "Files that are never checked, even when named.",
        "exclude",
        NO_GLOBS,
    ),
    Setting(
        "require-files",
        Kind.FLAG,
        "Whether it is an error when no file was found to check.",
        "require_files",
        False,
        flag=Flag("Exit with 2 if no file was checked."),
    ),
    Setting(
        "language",
        Kind.LANGUAGE,
        "The language of documents that do not name their own, like en. Without it their path "
        "tells, or their words.",
        "language",
        everywhere=True,
    ),
    Setting(
        "shuffle",
        Kind.WORD,
        "Whether learners see options in random order, where a file does not say.",
        "shuffle",
        "unknown",
        _SHUFFLE.__getitem__,
        tuple(_SHUFFLE),
        everywhere=True,
    ),
    Setting(
        "index-base",
        Kind.INDEX_BASE,
        "The number of the first option where a foreign file's keys are numbers.",
        "index_base",
        everywhere=True,
    ),
    Setting(
        "levels", Kind.LEVELS, "What levels of difficulty there are.", "levels", everywhere=True
    ),
    Setting(
        "rules",
        Kind.OPTIONS,
        "The options of single rules, by code or name; `quizlint explain` lists them.",
        "rule_options",
        everywhere=True,
    ),
    Setting("overrides", Kind.OVERRIDES, "Settings for some files only; later ones count more."),
)

SETTINGS: Mapping[str, Setting] = MappingProxyType({row.key: row for row in _ROWS})
"""Every setting by its key."""

ANYWHERE: Mapping[str, Setting] = MappingProxyType(
    {row.key: row for row in _ROWS if row.everywhere}
)
"""What may be said of all files or, in an override, of some."""

FLAGS: Mapping[str, tuple[Setting, Flag]] = MappingProxyType(
    {row.key.replace("-", "_"): (row, row.flag) for row in _ROWS if row.flag is not None}
)
"""What the command line may say, by the names that its options have in a program."""

NOT_YET = frozenset({"ids", "bank"})
"""Keys that are thought of: no rule uses them yet, and what nothing reads is refused."""
