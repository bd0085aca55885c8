"""Rules about many questions: what they count over, and how sure they must be."""

import pickle
import random
from datetime import date
from math import comb
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.bank.pools import significance, smallest_pools
from quizlint.content import Document, Interaction, Key, KeyState, Option, Question
from quizlint.engine.plan import Planner
from quizlint.engine.result import Result
from quizlint.engine.session import Session
from quizlint.facts import AnswerFacts, answer_facts
from quizlint.facts.answers import POSITION
from quizlint.language.guesser import guess
from quizlint.rules.registry import all_rules
from quizlint.rules.sets._chance import run_chance, tail
from quizlint.rules.sets._quiz import keyed, quiz
from quizlint.rules.sets._telling import MANY, common
from quizlint.settings import CommandLine, Loader
from quizlint.text import Prose, Span, Text

LONG = "a much longer answer than any of the others has"


def run(folder: Path, select: str = "SET,OPT007") -> Result:
    """What `check --select` says in a folder; no process is started for it."""
    command = CommandLine(select=(select,) if select else ())
    loader = Loader(all_rules(), command, cwd=str(folder))
    return Session(Planner(loader, date(2026, 1, 1))).check([str(folder)])


def codes(folder: Path) -> list[tuple[str, str, str]]:
    """Code, path and message of the findings about a folder."""
    return [(d.code, d.place.path, d.message) for d in run(folder).findings]


def biased(count: int, shift: int = 0) -> str:
    """A quiz whose keys are the longest options; positions are even."""
    rows = []
    for number in range(count):
        options = [f"word {number} {i} {shift}" for i in range(4)]
        key = (number * 7 + number // 3 + shift) % 4
        options[key] = LONG
        rows.append((options, key))
    return quiz(rows)


def facts_of(keys: list[int], options: int = 4) -> AnswerFacts:
    def text(value: str) -> Text:
        return Text(value, Span(0, len(value)), value)

    questions = tuple(
        Question(
            span=Span(0, 1),
            route=f"questions[{index}]",
            stem=text("Which?"),
            options=tuple(Option(text(f"o{i}"), Span(0, 2)) for i in range(options)),
            key=Key(KeyState.PRESENT, (key,)),
            interaction=Interaction.CHOICE,
        )
        for index, key in enumerate(keys)
    )
    return answer_facts([Document(questions, Span(0, 1))], ["en"], None)


FACTS_OF_SIZE = [facts_of([0] * size) for size in range(10)]


@given(st.integers(1, 30), st.integers(2, 6), st.integers(0, 30))
def test_the_tail_is_that_of_the_binomial(trials: int, options: int, hits: int) -> None:
    p = 1 / options
    exact = sum(comb(trials, k) * p**k * (1 - p) ** (trials - k) for k in range(hits, trials + 1))
    assert tail([p] * trials, hits) == pytest.approx(exact, abs=1e-12)


def test_the_tail_of_many_trials_joins_the_exact_one() -> None:
    exact, normal = tail([0.25] * 400, 130), tail([0.25] * 401, 130)
    assert normal == pytest.approx(exact, rel=0.5)


def test_a_run_is_as_rare_as_shuffling_makes_it() -> None:
    rng = random.Random(7)
    letters, hits, rounds = list("AAAAAABBBBBBBBBBBB"), 0, 20_000
    for _ in range(rounds):
        rng.shuffle(letters)
        hits += "AAAA" in "".join(letters)
    bound = run_chance(4, 6, 18)
    assert hits / rounds <= bound * 1.05
    assert bound <= 2 * hits / rounds


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40), st.floats(0.001, 0.2))
def test_significance_is_benjamini_and_hochbergs(chances: list[float], rate: float) -> None:
    limit = significance(chances, rate)
    passed = sum(p <= limit for p in chances)
    assert all(p * len(chances) <= rate * passed * (1 + 1e-9) for p in chances if p <= limit)
    for more in range(passed + 1, len(chances) + 1):  # no larger set would do
        assert sorted(chances)[more - 1] * len(chances) > rate * more * (1 - 1e-9)


@given(st.dictionaries(st.sampled_from([f"{a}/{b}/{c}" for a in "ab" for b in "cd" for c in "efg"]
    + ["x", "a/y"]), st.integers(0, 9), min_size=1), st.integers(1, 20))  # fmt: skip
def test_every_question_is_in_one_pool(sizes: dict[str, int], at_least: int) -> None:
    facts = {path: FACTS_OF_SIZE[size] for path, size in sizes.items()}
    pools = smallest_pools(facts, POSITION, at_least)
    assert sum(len(pool.answers) for pool in pools) == sum(sizes.values())
    short = [pool for pool in pools if len(pool.answers) < at_least]
    assert len(short) <= 1
    paths = [part.path for pool in pools for part in pool.parts]
    assert len(paths) == len(set(paths))
    for path, size in sizes.items():
        if size >= at_least:
            assert [p.level for p in pools if p.parts[0].path == path] == ["document"]


def test_facts_are_small_and_survive_pickling() -> None:
    facts = facts_of([0, 1, 2, 3] * 500)
    data = pickle.dumps(facts)
    assert len(data) < 40 * len(facts)
    again = pickle.loads(data)
    assert list(again.answers(0, 9, POSITION)) == list(facts.answers(0, 9, POSITION))


def test_small_files_are_judged_by_folder(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        for number in range(4):
            text = biased(5, number) if folder == "one" else keyed("ADBCA"[: 5 - number % 2])
            (tmp_path / folder / f"{number}.quiz.yaml").write_text(text)
    found = [(code, path, says) for code, path, says in codes(tmp_path) if code == "SET003"]
    assert [(code, path) for code, path, _ in found] == [("SET003", "one/0.quiz.yaml")]
    assert "folder 'one' (4 documents)" in found[0][2]
    assert "20 of 20" in found[0][2]


def test_a_document_is_judged_alone_where_it_can_be(tmp_path: Path) -> None:
    (tmp_path / "a.quiz.yaml").write_text(biased(16))
    (tmp_path / "b.quiz.yaml").write_text(keyed("ADBCACDBBADC" * 2))
    found = [row for row in codes(tmp_path) if row[0] == "SET003"]
    assert [path for _, path, _ in found] == ["a.quiz.yaml"]
    assert "folder" not in found[0][2]


def test_longest_keys_are_said_once_for_the_document(tmp_path: Path) -> None:
    (tmp_path / "a.quiz.yaml").write_text(biased(16))
    (finding,) = run(tmp_path, "SET003,OPT007").findings
    assert finding.code == "SET003"
    assert len(finding.notes) == 16


def test_a_few_long_keys_stay_findings_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "a.quiz.yaml").write_text(biased(3))
    assert [code for code, _, _ in codes(tmp_path)] == ["OPT007"] * 3


def test_shuffled_options_have_no_position(tmp_path: Path) -> None:
    (tmp_path / "a.quiz.yaml").write_text(keyed("B" * 14))
    assert [code for code, _, _ in codes(tmp_path)] == ["SET001"]
    (tmp_path / "quizlint.toml").write_text('shuffle = "yes"\n')
    assert codes(tmp_path) == []


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("ABCD" * 5, ["SET002"]),
        ("DCBA" * 3, ["SET002"]),
        ("ABBACD" * 5, ["SET002"]),
        ("B" * 12, ["SET001"]),
        ("ABCDACBDDBCA", []),
    ],
)
def test_a_crowded_position_is_no_pattern_and_a_pattern_no_crowd(
    tmp_path: Path, keys: str, expected: list[str]
) -> None:
    (tmp_path / "a.quiz.yaml").write_text(keyed(keys))
    assert [code for code, _, _ in codes(tmp_path)] == expected


def test_a_pool_finding_can_be_silenced(tmp_path: Path) -> None:
    path = tmp_path / "a.quiz.yaml"
    comment = "# quizlint: ignore-file[key-position-bias] -- shuffled on the platform\n"
    path.write_text(comment + keyed("B" * 14))
    assert codes(tmp_path) == []
    path.write_text(comment + keyed("BADCABDCBBACDA"))
    assert [finding.code for finding in run(tmp_path, "SET,SUP").findings] == ["SUP001"]


def test_files_without_the_rule_are_in_no_pool(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.quiz.yaml").write_text(keyed("BBBB"))
    settings = 'select = ["SET001"]\n'
    for override, expected in (
        ("", ["SET001"]),
        ('[[overrides]]\nfiles = ["b.quiz.yaml"]\nignore = ["SET001"]\n', []),
    ):
        (tmp_path / "quizlint.toml").write_text(settings + override)
        assert [finding.code for finding in run(tmp_path, "").findings] == expected


def test_the_guesser_is_fair_over_all_keys() -> None:
    options = [Prose(t) for t in ("a, b (and c)", "always", "some kind of it", "None of the above")]
    guesses = [guess(Prose("Which is a kind?"), options, key) for key in range(4)]
    assert sum(g.score for g in guesses) == pytest.approx(1)
    variance = sum((g.score - 0.25) ** 2 for g in guesses) / 4
    assert guesses[0].variance == pytest.approx(variance)
    assert guesses[0].score > guesses[1].score


@given(st.lists(st.text(max_size=40), min_size=2, max_size=6), st.text(max_size=60))
def test_the_guesser_takes_any_text(options: list[str], stem: str) -> None:
    found = guess(Prose(stem), [Prose(option) for option in options], 0)
    assert 0 <= found.score <= 1
    assert found == guess(Prose(stem), [Prose(option) for option in options], 0)


def test_a_word_of_many_questions_tells_nothing_however_long_the_document() -> None:
    groups = [frozenset({"cell", f"word{index}"}) for index in range(MANY + 1)]
    groups += [frozenset({f"other{index}"}) for index in range(1000)]
    assert common(groups, 0.2) == {"cell"}
    assert common(groups[1:], 0.2) == frozenset()
