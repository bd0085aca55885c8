"""Characters and where they stand.

The canonical position everywhere in quizlint is a half-open range of code-point offsets into the
decoded text of one file (without its byte-order mark). Lines, columns and other units are made
from it at the very end.
"""

from quizlint.text.prose import Prose
from quizlint.text.source import Source
from quizlint.text.span import VERBATIM, Decoded, Span, Spelling
from quizlint.text.table import TableSource
from quizlint.text.text import Text

__all__ = ["VERBATIM", "Decoded", "Prose", "Source", "Span", "Spelling", "TableSource", "Text"]
