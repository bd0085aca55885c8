"""What a reader stumbled over: data, from which STR and FMT rules make findings."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from quizlint.text import Span


class ProblemKind(StrEnum):
    """The kinds of trouble. Each names the `data` that comes with it."""

    SYNTAX = "syntax"  # message: plain words; skipped: Span | None that could not be read
    TOO_DEEP = "too-deep"  # limit: int
    TOO_LARGE = "too-large"  # size, limit: int
    ALIASES = "aliases"  # limit: int; of: what there are too many of
    UNKNOWN_FIELD = "unknown-field"  # field: str, known: tuple[str, ...], owner: str ("question")
    MISSING_FIELD = "missing-field"  # field: str, owner: str
    WRONG_TYPE = "wrong-type"  # field, expected, found: str; value: str
    DUPLICATE_FIELD = "duplicate-field"  # field: str, first: Span
    CHANGED_BY_YAML = "changed-by-yaml"  # value: str, becomes: str
    MALFORMED_CHECKBOX = "malformed-checkbox"  # written: str, fixed: str | None
    NOT_UTF8 = "not-utf8"  # encoding: str
    NOTHING_TO_CHECK = "nothing-to-check"  # why: str
    LABEL_ORDER = "label-order"  # label, expected: str
    FORMAT_TRAP = "format-trap"  # trap, advice: str; fixed: str | None; safe: bool, of the fix
    MISSING_FILE = "missing-file"  # file: str
    ARCHIVE = "archive"  # message: plain words on what could not be unpacked
    UNREAD_QUESTION = "unread-question"  # shape: str, what was seen; claimed: bool, is it a quiz;
    # of data: count: int, so many alike; fields, known: tuple[str, ...], names and better ones
    KEYS_DISAGREE = "keys-disagree"  # here, there: str; sidecar: str, empty: both in this file


NO_DATA: Mapping[str, object] = {}


class Problem(NamedTuple):
    """One thing a reader stumbled over, with what a message needs to say of it."""

    kind: ProblemKind
    span: Span
    data: Mapping[str, object] = NO_DATA
    route: str = ""
