"""Questions that stand in more than one place."""

from collections.abc import Iterable, Iterator, Mapping

from quizlint.facts import Occurrence, QuestionFacts, QuestionGroup, SharedQuestions


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


def is_export(path: str, other: str) -> bool:
    """Whether two files are one quiz in two formats: they differ in nothing but the suffix."""
    return path != other and _called(path) == _called(other)


def _called(path: str) -> str:
    folder, slash, name = path.partition("!")[0].rpartition("/")
    return folder + slash + name.split(".", 1)[0]


def shared_questions(groups: Iterable[QuestionGroup]) -> Iterator[SharedQuestions]:
    """What each two files have in common and key alike; each file beside the first that has it."""
    found: dict[tuple[str, str], list[tuple[Occurrence, Occurrence]]] = {}
    for group in groups:
        first = group.occurrences[0]
        paths = {first.path}
        for other in group.occurrences[1:]:
            if other.path not in paths and other.key == first.key:
                if is_export(first.path, other.path):
                    continue
                paths.add(other.path)
                found.setdefault((first.path, other.path), []).append((first, other))
    for (path, other_path), pairs in found.items():
        yield SharedQuestions(path, other_path, tuple(sorted(pairs, key=lambda pair: pair[1].span)))
