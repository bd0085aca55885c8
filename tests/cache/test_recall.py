"""What is remembered of a file, and when it is looked at again."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from quizlint.cache import Recall, Store
from quizlint.cache.recall import KEPT
from quizlint.engine.plan import Planner
from quizlint.engine.session import Job, Looked, Session
from quizlint.rules.registry import all_rules
from quizlint.settings import CommandLine, Loader

QUIZ = "kind: quiz\nquestions:\n  - question: Which?\n    options: [a, b, a]\n    answer: B\n"


class Run:
    """Runs over a folder with a cache; each call says which files were looked at."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = Store(folder / "kept", b"s" * 32)
        self.programs = "1"
        self.said: list[tuple[str, str]] = []

    def __call__(self, *select: str) -> list[str]:
        looked_at: list[str] = []

        def counting(look: Callable[[Job], Looked], jobs: list[Job]) -> list[Looked]:
            looked_at.extend(job.target.path.name for job in jobs)
            return [look(job) for job in jobs]

        recall = Recall(self.store, self.programs, counting, told=True)
        loader = Loader(all_rules(), CommandLine(select=select))
        planner = Planner(loader, date(2026, 1, 1))
        here = Session(planner, runner=recall).check([str(self.folder)])
        bare = Session(planner).check([str(self.folder)])
        assert vars(here) == vars(bare)
        self.said = [(path.rpartition("/")[2], why) for path, why in recall.missed]
        return looked_at


@pytest.fixture
def run(tmp_path: Path) -> Run:
    for name in ("a.quiz.yaml", "b.quiz.yaml"):
        (tmp_path / name).write_text(QUIZ)
    (tmp_path / "c.yaml").write_text("a: 1\n")  # skipped, which is remembered too
    return Run(tmp_path)


ALL = ["a.quiz.yaml", "b.quiz.yaml", "c.yaml"]


def test_nothing_is_looked_at_twice(run: Run) -> None:
    assert run() == ALL
    assert run.said == [(name, "not seen before") for name in ALL]
    assert run() == []
    assert run.said == []


def test_what_changed_is(run: Run) -> None:
    run()
    (run.folder / "b.quiz.yaml").write_text(QUIZ.replace("answer: B", "answer: D"))
    assert run() == ["b.quiz.yaml"]
    assert run.said == [("b.quiz.yaml", "changed: its content")]
    (run.folder / "b.quiz.yaml").touch()
    assert run() == []


def test_a_change_that_keeps_time_and_size_is_seen(run: Run) -> None:
    import os

    run()
    path = run.folder / "a.quiz.yaml"
    before = path.stat()
    path.write_text(QUIZ.replace("answer: B", "answer: C"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert run() == ["a.quiz.yaml"]


def test_settings_and_rules_are_part_of_it(run: Run) -> None:
    run()
    assert run("KEY") == ALL
    assert run.said == [(name, "changed: settings or rules") for name in ALL]
    assert run("KEY") == []
    assert run() == []
    (run.folder / "quizlint.toml").write_text('language = "de"\n')
    assert run() == ALL


def test_another_version_knows_nothing(run: Run) -> None:
    run()
    run.programs = "2"
    assert run() == ALL
    assert {why for _, why in run.said} == {"changed: quizlint, or what it reads with"}


def test_neighbours_are_part_of_it(run: Run) -> None:
    keyless = QUIZ.replace("    answer: B\n", "    id: q1\n")
    (run.folder / "a.quiz.yaml").write_text(keyless)
    (run.folder / "a.answers.yaml").write_text("q1: B\n")
    run()
    assert run() == []
    (run.folder / "a.answers.yaml").write_text("q1: C\n")
    assert "a.quiz.yaml" in run()
    assert ("a.quiz.yaml", "changed: a.answers.yaml beside it") in run.said
    (run.folder / "a.answers.yaml").unlink()
    assert run() == ["a.quiz.yaml"]
    (run.folder / "a.answers.yaml").write_text("q1: B\n")
    assert "a.quiz.yaml" in run()


def test_a_missing_picture_that_comes_is_seen(run: Run) -> None:
    quiz = QUIZ.replace("Which?", "'Which ![a dog](dog.png)?'")
    (run.folder / "a.quiz.yaml").write_text(quiz)
    run()
    assert run() == []
    (run.folder / "dog.png").write_bytes(b"\x89PNG")
    assert run() == ["a.quiz.yaml"]


def test_a_container_is_remembered_whole(run: Run) -> None:
    from zipfile import ZipFile

    with ZipFile(run.folder / "d.zip", "w") as made:
        made.writestr("one.quiz.yaml", QUIZ)
    assert run() == [*ALL, "d.zip"]
    assert run() == []
    with ZipFile(run.folder / "d.zip", "a") as made:
        made.writestr("two.quiz.yaml", QUIZ)
    assert run() == ["d.zip"]


def test_a_file_that_changes_under_the_run_is_not_put_down(run: Run) -> None:
    path = run.folder / "a.quiz.yaml"

    def writing(look: Callable[[Job], Looked], jobs: list[Job]) -> list[Looked]:
        found = [look(job) for job in jobs]
        path.write_text(QUIZ + "# more\n")
        return found

    recall = Recall(run.store, run.programs, writing)
    planner = Planner(Loader(all_rules(), CommandLine()), date(2026, 1, 1))
    Session(planner, runner=recall).check([str(run.folder)])
    assert run() == ["a.quiz.yaml"]


def test_failures_are_not_remembered(run: Run) -> None:
    (run.folder / "gone.quiz.yaml").symlink_to(run.folder / "gone.quiz.yaml")
    run()
    assert run() == ["gone.quiz.yaml"]


def test_damage_is_made_good(run: Run) -> None:
    run()
    for path in (run.folder / "kept").glob("*/*"):
        path.write_bytes(b"\0" * 100)
    assert run() == ALL
    assert run() == []


def test_a_file_has_few_entries(run: Run) -> None:
    for code in ("KEY", "OPT", "STM", "SET", "STR", "LVL"):
        run(code)
    entries = [path.name.partition("-")[0] for path in (run.folder / "kept").glob("*/*")]
    assert max(entries.count(name) for name in entries) <= KEPT


def test_where_nothing_can_be_written_the_run_goes_on(run: Run) -> None:
    (run.folder / "kept").write_text("a file stands here")
    assert run() == [*ALL, "kept"]
