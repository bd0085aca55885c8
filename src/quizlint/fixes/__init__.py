"""Mending files: by the edits that findings know, and never by writing a file anew."""

from quizlint.fixes.mend import Mended, Mender
from quizlint.fixes.write import RefusedError, replace_file

__all__ = ["Mended", "Mender", "RefusedError", "replace_file"]
