"""A run over paths: what cannot be had is a failure of that file alone."""

from datetime import date
from pathlib import Path

from quizlint.engine.plan import Planner
from quizlint.engine.session import Job, Looked, Session, check
from quizlint.rules.registry import all_rules
from quizlint.settings import Loader

QUIZ = "kind: quiz\nquestions:\n  - question: Which?\n    options: [a, b]\n    answer: a\n"


def test_a_container_that_cannot_be_opened_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "gone.zip").symlink_to(tmp_path / "nowhere.zip")
    (tmp_path / "a.quiz.yaml").write_text(QUIZ)
    result = check([str(tmp_path), str(tmp_path / "gone.zip")])
    (failure,) = result.failures
    assert failure.path.endswith("gone.zip")
    assert failure.message == "it is a link to a file that is not there"
    assert result.exit_code == 2
    assert result.item_count == 1


def test_a_file_that_cannot_be_opened_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "gone.quiz.yaml").symlink_to(tmp_path / "nowhere.yaml")
    (tmp_path / "a.quiz.yaml").write_text(QUIZ)
    result = check([str(tmp_path), str(tmp_path / "gone.quiz.yaml")])
    assert [failure.path.rpartition("/")[2] for failure in result.failures] == ["gone.quiz.yaml"]
    assert result.item_count == 1


def test_a_runner_is_a_few_lines(tmp_path: Path) -> None:
    """Whatever maps the work over the jobs, in any order, the result is the same."""
    for name in "abc":
        (tmp_path / f"{name}.quiz.yaml").write_text(QUIZ)

    def backwards(look: object, jobs: list[Job]) -> list[Looked]:
        return [look(job) for job in reversed(jobs)]  # type: ignore[operator]

    planner = Planner(Loader(all_rules()), date(2026, 1, 1))
    here = Session(planner).check([str(tmp_path)])
    there = Session(planner, runner=backwards).check([str(tmp_path)])
    assert vars(here) == vars(there)


def test_settings_files_are_no_content(tmp_path: Path) -> None:
    (tmp_path / "quizlint.toml").write_text('fail-on = "never"\n')
    (tmp_path / "a.quiz.yaml").write_text(QUIZ)
    assert [skip.path for skip in check([str(tmp_path)]).skips] == []
