"""Counts of documents, taken while files are checked, for reports that show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quizlint.content import Reading
from quizlint.engine.plan import Plan
from quizlint.engine.result import Result
from quizlint.facts.statistics import statistics
from quizlint.text import Source


@dataclass(eq=False, repr=False)
class Measures:
    """What the documents of a run consist of, by the path of their file."""

    found: dict[str, list[Mapping[str, object]]] = field(default_factory=dict)

    def survey(
        self, source: Source, reading: Reading, languages: Sequence[str], plan: Plan
    ) -> None:
        """Measure one file's documents."""
        self.found[source.path] = [
            statistics(document, language, plan.shuffle).as_data()
            for document, language in zip(reading.documents, languages, strict=True)
        ]

    def onto(self, result: Result) -> Result:
        """The result with the counts in its documents."""
        waiting = {path: iter(counts) for path, counts in self.found.items()}
        return result.replaced(
            documents=tuple(
                document._replace(statistics=next(waiting[document.path]))
                for document in result.documents
            )
        )
