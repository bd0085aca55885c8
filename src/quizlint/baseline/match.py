"""Which findings were there before."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from quizlint.baseline.identity import Known, known
from quizlint.engine.result import Result, State


class Matched(NamedTuple):
    """A result in which known findings do not count, and what is known but not there any more."""

    result: Result
    stale: tuple[Known, ...]


def matched(result: Result, baseline: Iterable[Known], is_there: Callable[[str], bool]) -> Matched:
    """Mark what the baseline knows. Equal findings are told apart by their file, then by number.

    What a baseline knows of a file that `is_there` no more may have moved with it, to a file of
    which the baseline knows nothing of the kind. Of files that were not checked nothing is said.
    """
    checked = {document.path for document in result.documents}
    checked |= {diagnostic.place.path for diagnostic in result.diagnostics}
    left: dict[str, Counter[str]] = defaultdict(Counter)  # by identity: paths
    entries = list(baseline)
    for entry in entries:
        left[entry.identity][entry.path] += 1
    diagnostics = list(result.diagnostics)
    open_ = [i for i, diagnostic in enumerate(diagnostics) if diagnostic.state is State.NEW]
    named = list(known((diagnostics[index] for index in open_), result.items))
    moved: list[tuple[int, Known]] = []
    for index, entry in zip(open_, named, strict=True):
        if left[entry.identity][entry.path] > 0:
            left[entry.identity][entry.path] -= 1
            diagnostics[index] = diagnostics[index]._replace(state=State.BASELINED)
        else:
            moved.append((index, entry))
    for index, entry in moved:
        gone = [
            path
            for path, count in left[entry.identity].items()
            if count > 0 and path not in checked and not is_there(path)
        ]
        if gone:
            left[entry.identity][gone[0]] -= 1
            diagnostics[index] = diagnostics[index]._replace(state=State.BASELINED)
    stale = []
    for entry in reversed(entries):
        if left[entry.identity][entry.path] > 0:
            left[entry.identity][entry.path] -= 1
            if entry.path in checked or not is_there(entry.path):
                stale.append(entry)
    return Matched(result.replaced(tuple(diagnostics)), tuple(reversed(stale)))
