"""Which rules run: presets, families, codes, files, overrides and the command line."""

import pytest

from quizlint.content import Severity
from quizlint.settings import active_rules, rule_states

from .conftest import RULES, Load, Write

RECOMMENDED = {"KEY001", "OPT001", "OPT007"}
STRICT = RECOMMENDED | {"KEY014", "STM001"}
ALL = STRICT | {"OPT014"}

CASES = [
    ("", {}, RECOMMENDED),
    ('preset = "strict"', {}, STRICT),
    ('preset = "all"', {}, ALL),
    ('select = ["OPT"]', {}, {"OPT001", "OPT007", "OPT014"}),
    ('select = ["negative-stem"]', {}, {"STM001"}),
    ("select = []", {}, set()),
    ('select = ["OPT"]\npreset = "strict"', {}, {"OPT001", "OPT007", "OPT014"}),
    ('extend-select = ["OPT014"]', {}, RECOMMENDED | {"OPT014"}),
    ('extend-select = ["Missing-Rationale"]', {}, RECOMMENDED | {"KEY014"}),
    ('extend-select = ["stm"]', {}, RECOMMENDED | {"STM001"}),
    ('extend-select = ["strict"]', {}, STRICT),
    ('ignore = ["OPT"]', {}, {"KEY001"}),
    ('ignore = ["recommended"]', {}, set()),
    # a code counts more than a family, a family more than a preset
    ('extend-select = ["OPT001"]\nignore = ["OPT"]', {}, {"KEY001", "OPT001"}),
    ('select = ["OPT"]\nignore = ["OPT001"]', {}, {"OPT007", "OPT014"}),
    ('select = ["KEY"]\nignore = ["all"]', {}, {"KEY001", "KEY014"}),
    # at a tie ignore wins
    ('select = ["OPT"]\nignore = ["OPT"]', {}, set()),
    ('extend-select = ["OPT001"]\nignore = ["duplicate-option"]', {}, {"KEY001", "OPT007"}),
    ('preset = "all"\nignore = ["all"]', {}, set()),
    # the command line speaks over the file
    ('ignore = ["OPT001"]', {"select": ("OPT",)}, {"OPT001", "OPT007", "OPT014"}),
    ('ignore = ["OPT001"]', {"extend_select": ("OPT",)}, RECOMMENDED | {"OPT014"}),
    ('select = ["OPT001"]', {"ignore": ("OPT",)}, set()),
    ('select = ["OPT001"]', {"extend_select": ("KEY001",)}, {"OPT001", "KEY001"}),
    ('select = ["OPT001"]', {"select": ("strict",)}, STRICT),
    ('preset = "strict"', {"ignore": ("KEY,STM001",)}, {"OPT001", "OPT007"}),
]


@pytest.mark.parametrize(("config", "options", "expected"), CASES)
def test_precedence(
    write: Write, load: Load, config: str, options: dict[str, object], expected: set[str]
) -> None:
    write("quizlint.toml", config)
    assert {state.rule.code for state in active_rules(load(**options), RULES)} == expected


def test_every_rule_tells_who_decided(write: Write, load: Load) -> None:
    write("quizlint.toml", 'preset = "strict"\nignore = [\n  "OPT",\n]\n')
    states = {s.rule.code: s for s in rule_states(load(extend_select=("OPT014",)), RULES)}
    assert states["KEY001"].origin == "preset = strict (quizlint.toml:1)"
    assert states["OPT001"].origin == "ignore = OPT (quizlint.toml:3)"
    assert states["OPT014"].origin == "--extend-select = OPT014 (command line)"
    assert not states["OPT001"].on
    assert states["OPT014"].on


def test_a_rule_of_no_preset_that_was_chosen_says_so(write: Write, load: Load) -> None:
    write("quizlint.toml", 'select = ["KEY"]\n')
    states = {s.rule.code: s for s in rule_states(load(), RULES)}
    assert states["OPT001"].origin == "not in select (quizlint.toml:1)"


def test_severity_comes_from_the_rule_the_file_the_override_and_the_command_line(
    write: Write, load: Load
) -> None:
    write(
        "quizlint.toml",
        '[severity]\nnegative-stem = "info"\nOPT001 = "warning"\n'
        '[[overrides]]\nfiles = ["old/**"]\nseverity = { OPT001 = "info" }\n',
    )

    def severities(name: str, **options: object) -> dict[str, tuple[Severity, str]]:
        states = rule_states(load(name, **options), RULES)
        return {s.rule.code: (s.severity, s.severity_origin) for s in states}

    plain = severities("a.yaml")
    assert plain["KEY001"] == (Severity.ERROR, "default")
    assert plain["STM001"] == (Severity.INFO, "quizlint.toml:2")
    assert plain["OPT001"] == (Severity.WARNING, "quizlint.toml:3")
    assert severities("old/a.yaml")["OPT001"] == (Severity.INFO, "quizlint.toml:6")
    given = severities("old/a.yaml", severity=("duplicate-option=error,KEY001=info",))
    assert given["OPT001"] == (Severity.ERROR, "command line")
    assert given["KEY001"] == (Severity.INFO, "command line")


OVERRIDES = """
ignore = ["STM001"]
extend-select = ["KEY014"]
[[overrides]]
files = ["surveys/**"]
ignore = ["KEY"]
[[overrides]]
files = ["*.draft.yaml"]
preset = "all"
language = "de"
[[overrides]]
files = ["surveys/x/**"]
extend-select = ["KEY001"]
language = "fr"
"""


@pytest.mark.parametrize(
    ("name", "expected", "language"),
    [
        ("a.yaml", RECOMMENDED | {"KEY014"}, None),
        ("surveys/a.yaml", {"OPT001", "OPT007"}, None),
        ("surveys/x/a.yaml", {"OPT001", "OPT007", "KEY001"}, "fr"),
        ("deep/a.draft.yaml", ALL, "de"),
        ("surveys/x/a.draft.yaml", ALL, "fr"),  # the later one counts
    ],
)
def test_overrides(
    write: Write, load: Load, name: str, expected: set[str], language: str | None
) -> None:
    write("quizlint.toml", OVERRIDES)
    settings = load(name)
    assert {state.rule.code for state in active_rules(settings, RULES)} == expected
    assert settings.language == language


def test_the_command_line_holds_over_overrides(write: Write, load: Load) -> None:
    write("quizlint.toml", '[[overrides]]\nfiles = ["*.yaml"]\nmin-confidence = "high"\n')
    assert str(load().min_confidence) == "high"
    assert str(load(min_confidence="medium").min_confidence) == "medium"


def test_files_under_the_same_overrides_share_their_settings(write: Write, load: Load) -> None:
    from quizlint.settings import Loader

    write("quizlint.toml", OVERRIDES)
    loader = Loader(RULES, cwd=str(write("a", "").parent))
    assert loader.for_file("surveys/a.yaml") is loader.for_file("surveys/b.yaml")
    assert loader.for_file("a.yaml") is loader.for_file("deep/down/b.yaml")
    assert loader.for_file("a.yaml") is not loader.for_file("surveys/a.yaml")
