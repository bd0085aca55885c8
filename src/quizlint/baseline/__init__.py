"""Telling a finding again after lines have moved and files were renamed: known, or new."""

from quizlint.baseline.file import NAME, NotABaselineError, read, written
from quizlint.baseline.fingerprint import stamp
from quizlint.baseline.identity import Known, known
from quizlint.baseline.match import Matched, matched

__all__ = [
    "NAME",
    "Known",
    "Matched",
    "NotABaselineError",
    "known",
    "matched",
    "read",
    "stamp",
    "written",
]
