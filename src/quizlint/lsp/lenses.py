"""Above each document: how well it can be guessed, and how it reads, as `quizlint stats` counts."""

from collections.abc import Iterator

from lsprotocol import types

from quizlint.engine.language import languages
from quizlint.engine.measure import measured
from quizlint.engine.place import place
from quizlint.facts.statistics import Statistics
from quizlint.lsp.checking import Checked
from quizlint.lsp.words import Range


def lenses(checked: Checked, range_of: Range) -> Iterator[types.CodeLens]:
    """A lens for each document of which something can be said."""
    reading, plan = checked.reading, checked.plan
    if reading is None or plan is None:
        return
    for document, language in zip(reading.documents, languages(reading, plan), strict=True):
        said = " · ".join(_said(measured(document, language, plan)))
        if said:
            top = document.span if document.title is None else document.title.span
            start = range_of(place(top, reading.source)).start
            here = types.Range(start, start)
            yield types.CodeLens(here, types.Command(said, ""))  # a text, and nothing to click


def _said(counts: Statistics) -> Iterator[str]:
    guess = counts.guessability
    if guess.items:
        yield (
            f"a guesser scores {100 * guess.score:.0f} % "
            f"({100 * guess.low:.0f}-{100 * guess.high:.0f} %; chance {100 * guess.chance:.0f} %)"
        )
    if counts.grade is not None:
        yield f"reads like {counts.band} (grade {counts.grade:.1f})"
    levels = [f"{label} {middle:.1f}" for label, (_, middle) in counts.level_grades.items()]
    if levels:
        yield f"median grade by level: {', '.join(levels)}"
