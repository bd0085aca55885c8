"""Rules take time in proportion to what they read, whatever it is made of.

Beside `benchmarks/growth_rules.py`, which measures every rule: here the texts on which a rule once
took quadratic time go through all rules, in a process with so much processor time that only what
grows faster than its input runs out of it.
"""

import resource
import subprocess
import sys

import pytest

import hostile
from quizlint.content import MOST_OPTIONS
from quizlint.engine.check import check_reading
from quizlint.engine.plan import Plan
from quizlint.rules.registry import all_rules
from quizlint.text import Decoded, Span, Text

SECONDS = 90
"""Five to ten times what the texts take; each alone took as much when time was quadratic."""

TROUBLESOME = ("${", "[", "` ", "<a ", "TODO ", "all ", "\ufffd", "1/2 ", "(", "a ")
SIZE = 20_000
PLAN = Plan(
    tuple(rule() for rule in all_rules()),
    {rule.code: rule.severity for rule in all_rules()},
    language="en",
)

SCRIPT = """
import sys
sys.path[:0] = {path!r}
from test_growth import PLAN, SIZE
from quizlint.engine.check import check_reading
import hostile
for piece in {pieces!r}:
    reading = hostile.reading_with(piece * (SIZE // len(piece)) + "\\0")
    assert check_reading(reading, PLAN).crashes == []
"""


def test_long_texts_of_all_kinds() -> None:
    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    script = SCRIPT.format(path=sys.path, pieces=TROUBLESOME)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, preexec_fn=limited, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize(
    ("name", "options"), [*hostile.many_options(1000)], ids=lambda value: str(value)[:12]
)
def test_a_crowded_question_is_told_of_and_left(name: str, options: list[str]) -> None:
    reading = hostile.reading_with_options(options)
    checked = check_reading(reading, PLAN)
    assert checked.crashes == []
    codes = [finding.code for finding in checked.findings]
    assert codes.count("STR026") == 2
    assert not [code for code in codes if code.startswith("OPT")]


@pytest.mark.parametrize(("number", "crowded"), [(MOST_OPTIONS, 0), (MOST_OPTIONS + 1, 2)])
def test_where_crowded_begins(number: int, crowded: int) -> None:
    reading = hostile.reading_with_options(["the tin"] * number)
    codes = [finding.code for finding in check_reading(reading, PLAN).findings]
    assert codes.count("STR026") == crowded
    assert any(code.startswith("OPT") for code in codes) is (crowded == 0)


class Counted:
    """A spelling that doubles every character, and counts how often it is asked."""

    asked = 0

    def decode(self, source: str, span: Span) -> Decoded:
        self.asked += 1
        value = source[span.start : span.end : 2]
        starts = range(span.start, span.end, 2)
        return Decoded(value, starts, [start + 2 for start in starts])


def test_a_text_is_placed_once_however_often_it_is_asked() -> None:
    spelling = Counted()
    text = Text("abcdef", Span(2, 14), "xxaabbccddeeffyy", spelling)
    part = text.slice(2, 5)
    assert [text.at(at, at + 1) for at in range(6)] == [
        Span(start, start + 2) for start in range(2, 14, 2)
    ]
    assert [part.at(at, at + 1).start for at in range(3)] == [6, 8, 10]
    assert part.value == "cde"
    assert spelling.asked == 1
