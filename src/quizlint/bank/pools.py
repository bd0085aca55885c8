"""Statistics over the smallest pool that is large enough."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from posixpath import dirname

from quizlint.content import Finding
from quizlint.facts.answers import AnswerFacts
from quizlint.facts.pools import Pool, PoolShare
from quizlint.rules.base import Rule
from quizlint.rules.context import NO_CONTEXT
from quizlint.rules.pooled import PooledRule

FALSE_DISCOVERIES = 0.01
"""The share of false alarms among what is reported, over all pools of a run."""


Told = tuple[Finding, Pool]
"""What is said, and of which pool."""


def pool_findings(
    facts: Mapping[str, AnswerFacts], rules_of: Callable[[str], Iterable[Rule]]
) -> Iterator[tuple[PooledRule, Iterator[Told]]]:
    """What each rule says about pools; files for which a rule is set alike are pooled together."""
    alike: dict[tuple[object, ...], tuple[PooledRule, dict[str, AnswerFacts]]] = {}
    for path, of_file in facts.items():
        for rule in rules_of(path):
            if isinstance(rule, PooledRule):
                settings = (rule.code, *sorted(vars(rule).items()))
                alike.setdefault(settings, (rule, {}))[1][path] = of_file
    for rule, of_files in alike.values():
        yield rule, findings_about(rule, of_files)


def findings_about(rule: PooledRule, facts: Mapping[str, AnswerFacts]) -> Iterator[Told]:
    """What a rule says of the pools that files with the same settings form, in order of paths."""
    pools = smallest_pools(facts, rule.counts, rule.at_least)
    chances = [rule.chance_of(pool) for pool in pools]
    limit = min(rule.chance, significance(chances, FALSE_DISCOVERIES))
    for pool, chance in zip(pools, chances, strict=True):
        if chance <= limit:
            for finding in rule.check(pool, NO_CONTEXT):
                yield finding, pool


def significance(chances: Sequence[float], rate: float) -> float:
    """The largest probability that counts, so that of all that do at most `rate` are chance's.

    Benjamini and Hochberg (1995), "Controlling the false discovery rate"; -1 if none counts.
    """
    count = len(chances)
    passing = (p for rank, p in enumerate(sorted(chances), 1) if p <= rate * rank / count)
    return max(passing, default=-1.0)


def smallest_pools(facts: Mapping[str, AnswerFacts], flag: int, at_least: int) -> list[Pool]:
    """Each document with questions enough; the others by folder, by the folder above, and so on.

    Every question that counts is in one pool. The last pool, of what is left at the top, may be
    smaller than asked for. `facts` are by path, relative and with forward slashes.
    """
    pools: list[Pool] = []
    waiting: dict[str, list[tuple[PoolShare, int]]] = {}
    for path, of_file in facts.items():
        start = 0
        for route, number in of_file.documents:
            part = PoolShare(path, route, of_file, start, start + number)
            start += number
            count = part.count(flag)
            if count >= at_least:
                pools.append(Pool("document", path, (part,), flag))
            elif count:
                waiting.setdefault(dirname(path), []).append((part, count))
    while waiting:
        folder = max(waiting, key=_depth)
        parts = waiting.pop(folder)
        above = dirname(folder)
        if sum(count for _, count in parts) >= at_least or above == folder:
            pools.append(_pool(folder, [part for part, _ in parts], flag))
        else:
            waiting.setdefault(above, []).extend(parts)
    return sorted(pools, key=lambda pool: (pool.parts[0].path, pool.parts[0].start))


def _pool(folder: str, parts: list[PoolShare], flag: int) -> Pool:
    parts.sort(key=lambda part: (part.path, part.start))
    if len(parts) == 1:
        return Pool("document", parts[0].path, (parts[0],), flag)
    return Pool("folder" if folder else "bank", folder, tuple(parts), flag)


def _depth(folder: str) -> tuple[int, str]:
    return (folder.count("/") + 1 if folder.strip("/") else 0, folder)
