"""Helpers with which rule authors test their rules."""

from quizlint.testing.examples import Marked, check_example, found, marked, recommended
from quizlint.testing.faults import faults

__all__ = ["Marked", "check_example", "faults", "found", "marked", "recommended"]
