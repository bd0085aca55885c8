"""What to say of a file in which no format knows itself: the nearest one, and what did not fit."""

from itertools import islice

from quizlint.formats.catalogue import CATALOGUE
from quizlint.formats.kit.lines import lines

UNKNOWN = "no question or card is recognised in it; `quizlint formats` lists what is read"

PROGRAMS = frozenset({"rb", "java", "cs", "go", "php", "swift", "kt", "dart", "rs"})
DOCUMENTS = frozenset({"doc", "odt", "pdf", "rtf", "pptx", "html", "htm"})

_SHOWN = 60
"""Characters of a line that are quoted."""

_LINES = 40
"""Lines of text among which one that could be a question is looked for."""


def why_unknown(name: str, head: str) -> str:
    """Why a file is not read, by its name and beginning, with the nearest format."""
    suffix = name.lower().rpartition("/")[2].rpartition(".")[2]
    if suffix in PROGRAMS:
        return (
            "it is a program in a language that is not read; keep the questions in a JSON or YAML "
            "file"
        )
    if suffix in DOCUMENTS:
        return f"files that end in .{suffix} are not read; save it as Markdown, CSV or text"
    if suffix == "txt":
        return _text(head)
    if f".{suffix}" in CATALOGUE["table"].suffixes:
        return _table(head)
    return UNKNOWN


def _table(head: str) -> str:
    first = next((line.text for line in lines(head) if line.text.strip()), "")
    if not first:
        return "it is an empty table"
    return (
        "nearest is a table of questions or cards, but its heading names no such columns: "
        f"{_quoted(first)}; call them 'question', 'option 1', 'option 2' and 'answer', or 'front' "
        "and 'back'"
    )


def _text(head: str) -> str:
    """Plain text: its first line that asks, else its first, is what began no question."""
    found = [line.text for line in islice(lines(head), _LINES) if line.text.strip()]
    if not found:
        return "it is empty"
    asking = next((each for each in found if each.rstrip().endswith("?")), found[0])
    return (
        f"nearest is text with lettered options, but under {_quoted(asking)} stand no lines "
        "'A) …', 'B) …' and 'ANSWER: A'; `quizlint formats` lists what is read"
    )


def _quoted(line: str) -> str:
    words = " ".join(line.split())
    return f"'{words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + '…'}'"
