"""How the time of each rule grows with the length of a text and the number of options.

    python benchmarks/growth_rules.py [--limit 8.0] [--only STR015,OPT020]

Every text and set of options of `quizlint.testing.hostile` at 1e3 and 1e4 characters (50 and 500
options) goes through every rule, and those made of a rule's own examples through that rule; what
was worst for a rule, at 1e5 (5,000) too. What all rules share (words, sentences, the language,
facts) is measured by itself, as "measures". Per rule it prints processor seconds at each size and
the exponent of growth: 1 is linear. A quiz holds each text in some eight places, so that a limit of
8 seconds is one second for a text. The script ends with 1 if anything takes longer at the largest
size.
"""

import argparse
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from math import log

from quizlint.content import Question, Reading
from quizlint.engine.check import check_reading
from quizlint.engine.language import languages
from quizlint.engine.plan import Plan
from quizlint.facts import answer_facts, question_facts
from quizlint.rules.base import Rule
from quizlint.rules.registry import all_rules
from quizlint.testing import hostile

LENGTHS = (1_000, 10_000, 100_000)
NUMBERS = (50, 500, 5_000)
GIVE_UP = 20
"""Seconds after which a measurement is ended; it then counts for that long."""

Rules = tuple[type[Rule], ...]
Timed = dict[str, dict[str, float]]
"""Seconds by the name of a text and the code of a rule."""


def seconds(action: Callable[[], object]) -> float:
    """How long an action takes; at most `GIVE_UP`, if a signal can interrupt it."""

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(GIVE_UP)
    begin = time.process_time()
    try:
        action()
    except TimeoutError:
        pass
    finally:
        signal.alarm(0)
    return time.process_time() - begin


def measures(reading: Reading) -> None:
    """What rules share, made once for each text."""
    languages(reading, Plan(()))
    for document in reading.documents:
        for item in document.items:
            for text in item.texts:
                _ = text.prose.lower_words, text.prose.word_spans, text.prose.sentences
            if isinstance(item, Question):
                _ = item.distractors, item.keyed
    question_facts(reading.documents, reading.source)
    answer_facts(reading.documents, ["en"] * len(reading.documents), None)


def time_rules(rules: Rules, reading: Reading) -> dict[str, float]:
    """The seconds of each rule over one quiz."""
    plans = {
        rule.code: Plan((rule(),), {rule.code: rule.severity}, language="en") for rule in rules
    }
    taken = {"measures": seconds(lambda: measures(reading))}
    for code, plan in plans.items():
        taken[code] = seconds(lambda plan=plan: check_reading(reading, plan))  # type: ignore[misc]
    return taken


def texts(rules: Rules, size: int) -> Iterator[tuple[str, Rules, Reading]]:
    """A quiz with each long text, and for each rule those made of its own examples."""
    for name, text in hostile.long_texts(size):
        yield name, rules, hostile.reading_with(text)
    for rule in rules:
        for name, text in hostile.own_texts(rule, size):
            yield f"{rule.code} {name}", (rule,), hostile.reading_with(text)


def options(rules: Rules, number: int) -> Iterator[tuple[str, Rules, Reading]]:
    """A quiz with each kind of options."""
    for name, many in hostile.many_options(number):
        yield name, rules, hostile.reading_with_options(many)


def grow(
    rules: Rules,
    make: Callable[[Rules, int], Iterator[tuple[str, Rules, Reading]]],
    sizes: tuple[int, ...],
) -> list[Timed]:
    """The times at each size. At the largest only the text that was worst for a rule is tried."""
    found: list[Timed] = []
    for size in sizes:
        worst = _worst(found[-1]) if size == sizes[-1] else None
        at_size: Timed = {}
        for name, asked, read in make(rules, size):
            wanted = asked if worst is None else [r for r in asked if worst[r.code][1] == name]
            if wanted or (worst is not None and worst["measures"][1] == name):
                at_size[name] = time_rules(tuple(wanted), read)
        found.append(at_size)
    return found


def _worst(times: Timed) -> dict[str, tuple[float, str]]:
    """For each rule the most seconds, and the text that took them."""
    worst: dict[str, tuple[float, str]] = defaultdict(lambda: (0.0, ""))
    for name, taken in times.items():
        for code, spent in taken.items():
            worst[code] = max(worst[code], (spent, name))
    return worst


def exponent(sizes: tuple[int, ...], taken: list[float]) -> float:
    """The exponent of growth: the slope of time over size, both in logarithms."""
    return log(max(taken[-1], 1e-6) / max(taken[-2], 1e-6)) / log(sizes[-1] / sizes[-2])


def show(title: str, sizes: tuple[int, ...], found: list[Timed], limit: float) -> int:
    """Print the worst text of each rule; how many are beyond the limit."""
    worst = _worst(found[-2])
    print(f"\n{title:<10}{''.join(f'{size:>10,}' for size in sizes)}  exponent  worst")
    late = 0
    rows = [
        ([at_size[name].get(code, 0.0) for at_size in found], code, name)
        for code, (_, name) in worst.items()
    ]
    for taken, code, name in sorted(rows, key=lambda row: -row[0][-1]):
        late += taken[-1] > limit
        times = "".join(f"{spent:>10.4f}" for spent in taken)
        print(f"{code:<10}{times}{exponent(sizes, taken):>10.2f}  {name}")
    return late


def main() -> int:
    """Print both tables; 1 if a rule is too slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=float, default=8.0)
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    only = set(filter(None, given.only.split(",")))
    rules = tuple(rule for rule in all_rules() if not only or rule.code in only)
    late = show("characters", LENGTHS, grow(rules, texts, LENGTHS), given.limit)
    late += show("options", NUMBERS, grow(rules, options, NUMBERS), given.limit)
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
