"""What is said to people of a problem: readers have no words, the rules do."""

from quizlint.content import Problem
from quizlint.content.causes.nothing import Nothing
from quizlint.content.causes.other import Other
from quizlint.content.causes.packing import Packing
from quizlint.content.problems import (
    BrokenArchive,
    ChangedByYaml,
    DuplicateField,
    Expected,
    FormatTrap,
    KeysDisagree,
    LabelOrder,
    MalformedCheckbox,
    MissingField,
    MissingFile,
    NothingToCheck,
    NotUtf8,
    Syntax,
    TooDeep,
    TooLarge,
    TooManyAliases,
    UnknownField,
    UnreadQuestion,
    WrongType,
)
from quizlint.rules.context import NO_CONTEXT
from quizlint.rules.registry import all_rules
from quizlint.text import Span

HERE = Span(0, 1)

ONE_OF_EACH: tuple[Problem, ...] = (
    BrokenArchive(HERE, Packing.CONTAINER.of(Packing.NO_ZIP.of())),
    ChangedByYaml(HERE, "no", "false"),
    DuplicateField(HERE, "back", Span(3, 7)),
    FormatTrap(HERE, Other.FORMAT.of("it bites"), "x"),
    KeysDisagree(HERE, "A", "B"),
    LabelOrder(HERE, "D", "C"),
    MalformedCheckbox(HERE, "-[x]", "- [x] "),
    MissingField(HERE, "options"),
    MissingFile(HERE, "leaf.png"),
    NotUtf8(HERE, "cp1252"),
    NothingToCheck(HERE, Nothing.EMPTY_FILE.of()),
    Syntax(HERE, Other.FORMAT.of("it is odd"), HERE, route="questions[0]"),
    TooDeep(HERE, 100),
    TooLarge(HERE, 40_000_000, 20_000_000),
    TooManyAliases(HERE, 1000),
    UnknownField(HERE, "titel", "document", ("title",)),
    UnreadQuestion(HERE, "stem", True),
    WrongType(HERE, "options", Expected.LIST, "mapping"),
)
"""A problem of each kind."""


def words(problem: Problem) -> str:
    """The message that the rule for problems of its kind makes of one."""
    rules = [rule() for rule in all_rules() if type(problem) in rule.subjects()]
    (finding,) = (each for rule in rules for each in rule.check(problem, NO_CONTEXT))
    return finding.message
