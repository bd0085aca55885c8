"""A folder with settings in it, and a few rules to choose from."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quizlint.content import Severity
from quizlint.rules.base import Preset, Rule, Threshold
from quizlint.settings import CommandLine, ConfigError, Loader, Settings


def make_rule(code: str, name: str, preset: Preset, severity: Severity) -> type[Rule]:
    return type(
        name.title().replace("-", ""),
        (Rule,),
        {"code": code, "name": name, "preset": preset, "severity": severity},
    )


class LongestOption(Rule):
    """The key is the longest option."""

    code = "OPT007"
    name = "longest-option-is-key"
    severity = Severity.WARNING
    min_words = Threshold(4, "words below which nothing is said")
    ratio = Threshold(1.5, "how much longer")
    unit = Threshold("words", "what is counted")


RULES: tuple[type[Rule], ...] = (
    make_rule("KEY001", "missing-key", "recommended", Severity.ERROR),
    make_rule("KEY014", "missing-rationale", "strict", Severity.INFO),
    make_rule("OPT001", "duplicate-option", "recommended", Severity.ERROR),
    LongestOption,
    make_rule("OPT014", "option-punctuation", "all", Severity.INFO),
    make_rule("STM001", "negative-stem", "strict", Severity.WARNING),
)

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file below the folder, which is the root of a repository."""
    (tmp_path / ".git").mkdir()

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    return write


Load = Callable[..., Settings]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """The settings for a file below the folder."""

    def load(name: str = "a.yaml", config: str | None = None, **options: object) -> Settings:
        command = CommandLine(**options)
        return Loader(RULES, command, config, str(tmp_path)).for_file(name)

    return load


@pytest.fixture
def refusal(load: Load) -> Callable[..., str]:
    """What is said of settings that cannot be followed."""

    def refusal(name: str = "a.yaml", config: str | None = None, **options: object) -> str:
        with pytest.raises(ConfigError) as caught:
            load(name, config, **options)
        return str(caught.value)

    return refusal
