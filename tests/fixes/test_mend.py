"""What fixes make of files: what they say, and nothing else."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import SAMPLES
from quizlint.content import Fix, Question, Safety, Severity
from quizlint.content.finding import Edit
from quizlint.engine.plan import Planner
from quizlint.engine.session import Session
from quizlint.fixes import Mended, Mender
from quizlint.rules.base import Rule
from quizlint.rules.context import Context
from quizlint.rules.registry import all_rules
from quizlint.settings import CommandLine, Loader
from quizlint.text import Span

QUIZ = """\
# kept
kind: quiz
questions:
  - question: Which  planet has rings
    options: [Sun, Saturn, Moon]   # kept too
    answer: Saturn
  - question: Which planet is the largest of all in our system?
    options: ["10 km", "30 km", "20 km"]
    answer: C
"""


def mend(path: Path, *more: type[Rule], unsafe: bool = True) -> Mended:
    rules = (*all_rules(), *more)
    loader = Loader(rules, CommandLine(select=("all", *(rule.code for rule in more))))
    planner = Planner(loader, date(2026, 1, 1), rules)
    (job,) = Session(planner).jobs([str(path)])
    wanted = (lambda _: True) if unsafe else (lambda d: d.repair.safety is Safety.SAFE)
    return Mender(wanted).mend(job.target, job.plan)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "a.quiz.yaml"
    file.write_text(QUIZ)
    return file


def test_what_is_mended_is_all_that_changes(path: Path) -> None:
    mended = mend(path)
    assert {diagnostic.rule for diagnostic in mended.done} >= {"unordered-options"}
    after = mended.after.decode()
    assert '["10 km", "20 km", "30 km"]' in after
    assert "answer: B" in after  # the key went along
    assert "# kept too" in after
    assert path.read_text() == QUIZ  # nothing is written


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_marks_stay(path: Path, ending: str, mark: str) -> None:
    path.write_bytes((mark + QUIZ.replace("\n", ending)).encode())
    after = mend(path).after.decode()
    assert after.startswith(mark + "# kept")
    assert after.count(ending) == QUIZ.count("\n")
    assert after.replace(ending, "").count("\n") == 0


def test_a_second_run_changes_nothing(path: Path) -> None:
    path.write_bytes(mend(path).after)
    again = mend(path)
    assert not again.changed
    assert again.done == []


@st.composite
def quizzes(draw: st.DrawFn) -> str:
    """A quiz in YAML with all that fixes are known for."""
    pieces = st.sampled_from(["km", "the", "the the", "Which", "is  long", "?", "10", "Nile", "no"])
    lines = ["kind: quiz", "questions:"]
    for _ in range(draw(st.integers(1, 4))):
        stem = " ".join(draw(st.lists(pieces, min_size=2, max_size=6)))
        options = draw(
            st.lists(
                st.sampled_from(["9 km", "10 km", "2 km", "no", "Nile", "nile ."]),
                min_size=2,
                max_size=4,
                unique=True,
            )
        )
        lines.append(f"  - question: {stem!r}")
        lines.append(f"    options: [{', '.join(options)}]")
        lines.append(
            f"    {draw(st.sampled_from(['answer', 'anwser']))}: {draw(st.sampled_from('ABC'))}"
        )
        if draw(st.booleans()):
            lines.append("    explanation: Option A is right, and B is not.")
    return "\n".join(lines) + "\n"


@given(quizzes(), st.booleans())
@settings(max_examples=60)
def test_mending_twice_is_mending_once(text: str, unsafe: bool) -> None:
    with TemporaryDirectory() as home:
        file = Path(home, "a.quiz.yaml")
        file.write_text(text, "utf-8")
        once = mend(file, unsafe=unsafe)
        file.write_bytes(once.after)
        assert mend(file, unsafe=unsafe).after == once.after


def test_a_broken_file_is_not_touched(path: Path) -> None:
    path.write_text(QUIZ + '  - question: "Which\n')
    mended = mend(path)
    assert not mended.changed
    assert mended.why_not.startswith("mend line ")


def test_a_link_is_not_touched(path: Path) -> None:
    link = path.with_name("b.quiz.yaml")
    link.symlink_to(path)
    assert "a link" in mend(link).why_not


class _Meddler(Rule):
    """A rule whose fix does what its finding is not about."""

    severity = Severity.INFO

    def edit(self, question: Question) -> Edit:
        raise NotImplementedError

    def check(self, question: Question, _ctx: Context) -> "object":  # type: ignore[override]
        if question.route.endswith("[0]"):
            fix = Fix((self.edit(question),))
            yield self.finding(question.stem.span, "wrong", fix=fix)


class OtherItem(_Meddler):
    """Changes the next question's key."""

    code, name = "XYZ001", "other-item"

    def edit(self, question: Question) -> Edit:
        at = QUIZ.index("answer: C") + len("answer: ")
        return Edit(Span(at, at + 1), "A")


class ShiftsKey(_Meddler):
    """Changes what is the key by changing an option."""

    code, name = "XYZ002", "shifts-key"

    def edit(self, question: Question) -> Edit:
        return Edit(question.options[1].text.span, "Mars")


class Breaks(_Meddler):
    """Leaves no YAML."""

    code, name = "XYZ003", "breaks"

    def edit(self, question: Question) -> Edit:
        return Edit(question.stem.span, '"')


class BringsFinding(_Meddler):
    """Makes two options the same."""

    code, name = "XYZ004", "brings-finding"

    def edit(self, question: Question) -> Edit:
        return Edit(question.options[2].text.span, "Sun")


class Drops(_Meddler):
    """Takes a whole question away."""

    code, name = "XYZ005", "drops"

    def edit(self, question: Question) -> Edit:
        begin = QUIZ.index("  - question: Which planet is")
        return Edit(Span(begin, len(QUIZ)), "")


class Endless(_Meddler):
    """Never has enough."""

    code, name = "XYZ006", "endless"

    def edit(self, question: Question) -> Edit:
        return Edit(question.stem.span, question.stem.raw + "x")


@pytest.mark.parametrize("rule", [ShiftsKey, Breaks, BringsFinding, Drops])
def test_a_fix_that_does_something_else_is_not_made(path: Path, rule: type[Rule]) -> None:
    """And the others are made all the same."""
    mended = mend(path, rule)
    assert rule.code not in {diagnostic.code for diagnostic in mended.done}
    (refusal,) = [each for each in mended.left if each.diagnostic.code == rule.code]
    assert refusal.why
    assert "unordered-options" in {diagnostic.rule for diagnostic in mended.done}


def test_a_fix_without_end_is_made_so_often(path: Path) -> None:
    mended = mend(path, Endless)
    assert b"rings" in mended.after
    assert sum(diagnostic.code == "XYZ006" for diagnostic in mended.done) <= 10


def test_the_samples_stay_what_they_are() -> None:
    """Over every sample: what is mended once is mended, and each other item as it was."""
    for file in sorted(SAMPLES.rglob("*")):
        if file.suffix not in (".yaml", ".md", ".json", ".gift", ".xml", ".csv", ".txt"):
            continue
        mended = mend(file)
        if mended.changed:
            assert mended.done
