"""How the time of each rule grows with the length of a text and the number of options.

    python benchmarks/growth_rules.py [--limit 1.0] [--only STR015,OPT020]

Every text and set of options of `quizlint.testing.hostile` at 1e3, 1e4 and 1e5 characters (and at
50, 500 and 5,000 options) goes through every rule; what all rules share (words, sentences, the
language) is measured by itself, as "measures". Per rule it prints the seconds of its worst text at
each size, and the exponent fitted to them: 1 is linear. The script ends with 1 if anything takes
longer than `--limit` seconds at the largest size.
"""

import argparse
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from math import log

from quizlint.content import Question, Reading
from quizlint.engine.check import check_reading, language_of
from quizlint.engine.plan import Plan
from quizlint.facts import answer_facts, question_facts
from quizlint.rules.base import Rule
from quizlint.rules.registry import all_rules
from quizlint.testing import hostile
from quizlint.text import Source

LENGTHS = (1_000, 10_000, 100_000)
NUMBERS = (50, 500, 5_000)
GIVE_UP = 20
"""Seconds after which a measurement is ended; it then counts for that long."""

Rules = tuple[type[Rule], ...]
Read = tuple[Source, Reading]
Timed = dict[str, dict[str, float]]
"""Seconds by the name of a text and the code of a rule."""


def seconds(action: Callable[[], object]) -> float:
    """How long an action takes; at most `GIVE_UP`, if a signal can interrupt it."""

    def stop(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(GIVE_UP)
    begin = time.perf_counter()
    try:
        action()
    except TimeoutError:
        pass
    finally:
        signal.alarm(0)
    return time.perf_counter() - begin


def measures(source: Source, reading: Reading, plan: Plan) -> None:
    """What rules share, made once for each text."""
    for document in reading.documents:
        language_of(document, plan)
        for item in document.items:
            for text in item.texts:
                _ = text.prose.lower_words, text.prose.word_spans, text.prose.sentences
            if isinstance(item, Question):
                _ = item.distractors, item.keyed
    question_facts(reading.documents, source)
    answer_facts(reading.documents, ["en"] * len(reading.documents), None)


def time_rules(rules: Rules, source: Source, reading: Reading) -> dict[str, float]:
    """The seconds of each rule over one quiz."""
    plans = {
        rule.code: Plan((rule(),), {rule.code: rule.severity}, language="en") for rule in rules
    }
    taken = {"measures": seconds(lambda: measures(source, reading, Plan((), language="en")))}
    for code, plan in plans.items():
        taken[code] = seconds(lambda plan=plan: check_reading(source, reading, plan, []))  # type: ignore[misc]
    return taken


def texts(rules: Rules, size: int) -> Iterator[tuple[str, Rules, Read]]:
    """A quiz with each long text, and for each rule those made of its own examples."""
    for name, text in hostile.long_texts(size):
        yield name, rules, hostile.reading_with(text)
    for rule in rules:
        for name, text in hostile.own_texts(rule, size):
            yield f"{rule.code} {name}", (rule,), hostile.reading_with(text)


def options(rules: Rules, number: int) -> Iterator[tuple[str, Rules, Read]]:
    """A quiz with each kind of options."""
    for name, many in hostile.many_options(number):
        yield name, rules, hostile.reading_with_options(many)


def grow(
    rules: Rules,
    make: Callable[[Rules, int], Iterator[tuple[str, Rules, Read]]],
    sizes: tuple[int, ...],
) -> list[Timed]:
    """The times at each size; what took too long at one size is not tried at the next."""
    found: list[Timed] = []
    for size in sizes:
        at_size: Timed = {}
        for name, asked, read in make(rules, size):
            before = found[-1].get(name, {}) if found else {}
            tried = tuple(rule for rule in asked if before.get(rule.code, 0) < GIVE_UP / 4)
            at_size[name] = time_rules(tried, *read)
        found.append(at_size)
    return found


def exponent(sizes: tuple[int, ...], taken: list[float]) -> float:
    """The slope of time over size, both in logarithms, between the last two sizes."""
    return log(max(taken[-1], 1e-6) / max(taken[-2], 1e-6)) / log(sizes[-1] / sizes[-2])


def show(title: str, sizes: tuple[int, ...], found: list[Timed], limit: float) -> int:
    """Print the worst text of each rule; how many are beyond the limit."""
    worst: dict[str, tuple[float, str]] = defaultdict(lambda: (0.0, ""))
    for name, taken in found[-1].items():
        for code, spent in taken.items():
            worst[code] = max(worst[code], (spent, name))
    print(f"\n{title:<10}{''.join(f'{size:>10,}' for size in sizes)}  exponent  worst")
    late = 0
    for code, (_, name) in sorted(worst.items(), key=lambda each: -each[1][0]):
        taken = [at_size.get(name, {}).get(code, 0.0) for at_size in found]
        late += taken[-1] > limit
        times = "".join(f"{spent:>10.4f}" for spent in taken)
        print(f"{code:<10}{times}{exponent(sizes, taken):>10.2f}  {name}")
    return late


def main() -> int:
    """Print both tables; 1 if a rule is too slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=float, default=1.0)
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    only = set(filter(None, given.only.split(",")))
    rules = tuple(rule for rule in all_rules() if not only or rule.code in only)
    late = show("characters", LENGTHS, grow(rules, texts, LENGTHS), given.limit)
    late += show("options", NUMBERS, grow(rules, options, NUMBERS), given.limit)
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
