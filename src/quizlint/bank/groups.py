"""Questions that stand in more than one place."""

from collections.abc import Iterator, Mapping

from quizlint.facts import Occurrence, QuestionFacts, QuestionGroup


def same_questions(facts: Mapping[str, QuestionFacts]) -> Iterator[QuestionGroup]:
    """Each question that stands in several places; `facts` are by path, in the order of the run."""
    seen: set[int] = set()
    repeated: set[int] = set()
    for of_file in facts.values():
        for digest in of_file.digests:
            (repeated if digest in seen else seen).add(digest)
    places: dict[int, list[Occurrence]] = {}
    for path, of_file in facts.items() if repeated else ():
        for index, digest in enumerate(of_file.digests):
            if digest in repeated:
                places.setdefault(digest, []).append(of_file.occurrence(path, index))
    for occurrences in places.values():
        yield QuestionGroup(tuple(occurrences))
