"""What rules about many files are called for, and at which files they may speak."""

from collections.abc import Callable, Iterator, Mapping

from quizlint.bank.groups import same_questions, shared_questions
from quizlint.bank.near import near_clusters
from quizlint.bank.translations import translated_files
from quizlint.facts import (
    NearCluster,
    QuestionFacts,
    QuestionGroup,
    SharedQuestions,
    TranslatedFile,
)

Subject = QuestionGroup | SharedQuestions | NearCluster | TranslatedFile


def subjects(
    facts: Mapping[str, QuestionFacts], wanted: Callable[[type], bool]
) -> Iterator[tuple[Subject, tuple[str, ...]]]:
    """Each subject of a type that is `wanted`, with the paths of the files that it is about."""
    groups = list(same_questions(facts))
    for group in groups:
        yield group, tuple(sorted({place.path for place in group.occurrences}))
    if wanted(SharedQuestions):
        for shared in shared_questions(groups):
            yield shared, (shared.second,)
    if wanted(NearCluster):
        for cluster in near_clusters(facts):
            yield cluster, tuple(sorted({place.path for place in cluster.occurrences}))
    if wanted(TranslatedFile):
        for pair in translated_files(facts):
            yield pair, (pair.other,)
