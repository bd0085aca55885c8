"""Items that were read by different means, put into the order in which they stand."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from quizlint.content import Card, Item, Problem, Question


class ReadPart(NamedTuple):
    """Items that one reader made, and what it stumbled over, with routes of its own counting."""

    items: Sequence[Item]
    problems: Sequence[Problem] = ()


def merged(parts: Sequence[ReadPart]) -> tuple[list[Item], list[Problem]]:
    """All items in order and all problems, with routes that count the whole file's."""
    filled = [part for part in parts if part.items]
    if len(filled) <= 1:
        items = list(filled[0].items) if filled else []
        return items, [problem for part in parts for problem in part.problems]
    places = [
        (item.span.start, which, item) for which, part in enumerate(parts) for item in part.items
    ]
    counts: dict[str, int] = {}
    routes: list[dict[str, str]] = [{} for _ in parts]
    ordered: list[Item] = []
    for _, which, item in sorted(places, key=lambda place: place[:2]):
        kind = _kind(item)
        route = f"{kind}[{counts.get(kind, 0)}]"
        counts[kind] = counts.get(kind, 0) + 1
        routes[which][item.route] = route
        ordered.append(replace(item, route=route))
    problems = [
        replace(problem, route=_renamed(problem.route, routes[which]))
        for which, part in enumerate(parts)
        for problem in part.problems
    ]
    return ordered, problems


def _kind(item: Item) -> str:
    if isinstance(item, Question):
        return "questions"
    return "cards" if isinstance(item, Card) else "prompts"


def _renamed(route: str, routes: dict[str, str]) -> str:
    head, dot, rest = route.partition(".")
    return routes.get(head, head) + dot + rest
