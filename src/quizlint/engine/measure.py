"""Counts of documents, taken while files are checked, for reports that show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quizlint.content import Document, Reading
from quizlint.engine.plan import Plan
from quizlint.engine.result import Result
from quizlint.facts.statistics import Statistics, statistics
from quizlint.rules.bands import bound
from quizlint.rules.context import Context
from quizlint.text import Source


def survey(document: Document, language: str, plan: Plan) -> Statistics:
    """The counts of one document under a plan."""
    context = Context(document, plan.levels, plan.shuffle, language)
    return statistics(document, language, plan.shuffle, lambda label: bound(label, context))


@dataclass(eq=False, repr=False)
class Measures:
    """What the documents of a run consist of, by the path of their file."""

    found: dict[str, list[Mapping[str, object]]] = field(default_factory=dict)

    def survey(
        self, source: Source, reading: Reading, languages: Sequence[str], plan: Plan
    ) -> None:
        """Measure one file's documents."""
        self.found[source.path] = [
            survey(document, language, plan).as_data()
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
