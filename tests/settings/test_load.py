"""Where settings are found, how files extend each other, what a file's settings then are."""

import pickle
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from quizlint.content import Confidence, Severity
from quizlint.rules.context import Levels
from quizlint.settings import Loader, Settings, settings_from
from quizlint.settings.describe import decided, describe

from .conftest import RULES, Load, LongestOption, Write


def origins(settings: Settings) -> dict[str, str]:
    """Where each setting was made, by its dotted key."""
    return {".".join(key): str(value.origin) for key, value in settings.table.items()}


def test_defaults(write: Write, load: Load, tmp_path: Path) -> None:
    settings = load()
    assert settings.root == str(tmp_path)
    assert settings.files == ()
    assert settings.fail_on is Severity.ERROR
    assert settings.min_confidence is Confidence.LOW
    assert settings.language is None
    assert settings.shuffle is None
    assert settings.index_base is None
    assert settings.levels == Levels()
    assert not settings.require_files
    assert not settings.exclude
    assert not settings.include
    assert set(origins(settings).values()) == {"default"}


EVERYTHING = """\
preset = "strict"
extend-select = ["OPT014"]
ignore = [
  "OPT007",
  { path = "i/*.zip", item = "q17", rule = "OPT001", reason = "both", until = 2027-01-01 },
]
fail-on = "never"
min-confidence = "medium"
include = ["*.txt"]
exclude = ["drafts/**"]
language = "en-GB"
shuffle = "no"
index-base = 0
require-files = true
[severity]
negative-stem = "info"
[levels]
scale = ["easy", "hard"]
bands.easy = { max-grade = 9 }
[rules.longest-option-is-key]
min-words = 6
ratio = 2
"""


def test_every_key(write: Write, load: Load, tmp_path: Path) -> None:
    write("quizlint.toml", EVERYTHING)
    settings = load()
    assert settings.fail_on is None
    assert settings.min_confidence is Confidence.MEDIUM
    assert settings.language == "en"
    assert settings.shuffle is False
    assert settings.index_base == 0
    assert settings.require_files
    assert settings.levels == Levels(("easy", "hard"), {"easy": {"max-grade": 9}})
    assert settings.include.match(f"{tmp_path}/x/a.txt")
    assert settings.exclude.match(f"{tmp_path}/drafts/deep/a.yaml")
    assert not settings.exclude.match(f"{tmp_path}/a.yaml")
    assert not settings.exclude.match("/elsewhere/drafts/a.yaml")
    rule = LongestOption(settings.options_of(LongestOption))
    assert (rule.min_words, rule.ratio, rule.unit) == (6, 2, "words")
    assert origins(settings)["levels.bands.easy.max-grade"] == "quizlint.toml:19"
    assert origins(settings)["rules.longest-option-is-key.min-words"] == "quizlint.toml:21"


def test_entries_for_files(write: Write, load: Load, tmp_path: Path) -> None:
    write("quizlint.toml", EVERYTHING)
    settings = load()
    assert settings.ignores_at(f"{tmp_path}/a.zip") == ()
    (entry,) = settings.ignores_at(f"{tmp_path}/i/a.zip")
    assert (entry.rule, entry.item, entry.reason) == ("OPT001", "q17", "both")
    assert entry.until == date(2027, 1, 1)
    assert not entry.expired(date(2027, 1, 1))
    assert entry.expired(date(2027, 1, 2))
    assert EVERYTHING[entry.span.start : entry.span.end].strip("'\"") == "OPT001"
    assert entry.whole.covers(entry.span)
    assert str(entry.origin) == "quizlint.toml:5"


def test_entries_for_files_as_tables(write: Write, load: Load, tmp_path: Path) -> None:
    table = '[[ignore]]\npath = "b.yaml"\nrule = "OPT001"\n'
    write("quizlint.toml", table + '[[ignore]]\npath = "*.yaml"\nrule = "missing-key"\n')
    rules = [entry.rule for entry in load().ignores_at(f"{tmp_path}/b.yaml")]
    assert rules == ["OPT001", "KEY001"]


def test_the_nearest_file_wins(write: Write, load: Load, tmp_path: Path) -> None:
    write("quizlint.toml", 'language = "en"')
    write("a/.quizlint.toml", 'language = "de"')
    write("a/b/pyproject.toml", '[tool.quizlint]\nlanguage = "fr"')
    write("a/b/c/pyproject.toml", '[project]\nname = "quizlint-user"')
    write("a/b/c/d/quizlint.toml", 'language = "it"')
    write("a/b/c/d/.quizlint.toml", 'language = "es"')
    found = {name: load(f"{name}x.yaml") for name in ("", "a/", "a/b/", "a/b/c/", "a/b/c/d/")}
    assert [s.language for s in found.values()] == ["en", "de", "fr", "fr", "it"]
    assert found["a/b/c/"].root == str(tmp_path / "a/b")


def test_somebody_elses_broken_pyproject_is_left_alone(write: Write, load: Load) -> None:
    write("pyproject.toml", "name = quizlint\n")
    assert load().files == ()


def test_the_search_ends_at_the_root_of_the_repository(write: Write, load: Load) -> None:
    write("quizlint.toml", 'language = "en"')
    write("inner/.git", "gitdir: elsewhere")
    assert load("inner/deep/a.yaml").language is None
    assert load("other/deep/a.yaml").language == "en"


def test_a_given_file_holds_for_all(write: Write, load: Load, tmp_path: Path) -> None:
    write("a/quizlint.toml", "no toml at all")
    write("conf/strict.toml", 'language = "de"\nexclude = ["x/**"]')
    settings = load("a/b.yaml", config="conf/strict.toml")
    assert settings.language == "de"
    assert settings.exclude.match(f"{tmp_path}/conf/x/a.yaml")
    assert not settings.exclude.match(f"{tmp_path}/x/a.yaml")


def test_folders_are_searched_and_files_read_once(write: Write, tmp_path: Path) -> None:
    path = write("quizlint.toml", 'language = "en"')
    loader = Loader(RULES, cwd=str(tmp_path))
    first = loader.for_file("a/b/1.yaml")
    path.write_text("broken")
    assert loader.for_file("a/b/2.yaml") is first
    assert loader.for_file("c/2.yaml") is first


BASE = """\
preset = "strict"
ignore = ["OPT001"]
extend-select = ["OPT014"]
exclude = ["/old"]
language = "de"
[levels]
scale = ["easy", "hard"]
bands.easy = { max-grade = 9 }
[severity]
OPT007 = "info"
KEY001 = "info"
[[overrides]]
files = ["a.yaml"]
shuffle = "yes"
"""


def test_extend(write: Write, load: Load, tmp_path: Path) -> None:
    write("shared/base.toml", BASE)
    write(
        "course/quizlint.toml",
        'extend = "../shared/base.toml"\nignore = ["KEY"]\nextend-select = ["STM"]\n'
        'fail-on = "warning"\n[levels]\nbands.hard = { min-grade = 8 }\n'
        '[severity]\nKEY001 = "warning"\n'
        '[[overrides]]\nfiles = ["a.yaml"]\nlanguage = "fr"\n',
    )
    settings = load("course/b.yaml")
    made = origins(settings)
    assert made["preset"] == "shared/base.toml:1"
    assert made["ignore"] == "course/quizlint.toml:2"
    assert made["levels.bands.easy.max-grade"] == "shared/base.toml:8"
    assert made["severity.missing-key"] == "course/quizlint.toml:8"
    assert settings.levels.bands == {"easy": {"max-grade": 9}, "hard": {"min-grade": 8}}
    assert settings.language == "de"
    assert settings.root == str(tmp_path / "course")
    assert [Path(f).name for f in settings.files] == ["quizlint.toml", "base.toml"]
    # patterns belong to the folder of the file that wrote them
    assert settings.exclude.match(f"{tmp_path}/shared/old/a.yaml")
    assert not settings.exclude.match(f"{tmp_path}/course/old/a.yaml")
    words = [choice.word for choice in settings.table["extend-select",].value]
    assert words == ["OPT014", "STM"]
    assert [choice.word for choice in settings.table["ignore",].value] == ["KEY"]
    own = load("course/a.yaml")
    assert (own.shuffle, own.language) == (None, "fr")
    assert load("course/a.yaml", config="shared/base.toml").shuffle is None


def test_a_nearer_preset_is_a_new_beginning(write: Write, load: Load) -> None:
    from quizlint.settings import active_rules

    write("base.toml", 'select = ["OPT001"]')
    write("quizlint.toml", 'extend = "base.toml"\npreset = "recommended"')
    codes = {state.rule.code for state in active_rules(load(), RULES)}
    assert codes == {"KEY001", "OPT001", "OPT007"}


def test_a_long_chain(write: Write, load: Load) -> None:
    write("quizlint.toml", 'extend = "c1.toml"')
    for index in range(1, 9):
        write(f"c{index}.toml", f'extend = "c{index + 1}.toml"')
    write("c9.toml", 'language = "it"')
    assert load().language == "it"
    assert len(load().files) == 10


@pytest.mark.parametrize("length", [1, 2, 3])
def test_a_circle_is_refused(write: Write, refusal: Callable[..., str], length: int) -> None:
    names = ["quizlint.toml", "b.toml", "c.toml"][:length]
    for name, following in zip(names, [*names[1:], names[0]], strict=True):
        write(name, f'\nextend = "{following}"')
    circle = " → ".join([*names, names[0]])
    assert refusal() == f"{names[-1]}:2:10: extend goes round in a circle: {circle}"


def test_a_mistake_in_a_base_is_named_there(write: Write, refusal: Callable[..., str]) -> None:
    write("quizlint.toml", 'extend = "shared/base.toml"')
    write("shared/base.toml", "\nnope = 1")
    assert refusal().startswith('shared/base.toml:2:1: unknown key "nope"')


def test_a_scale_in_the_base_is_known_to_bands(write: Write, load: Load) -> None:
    write("base.toml", '[levels]\nscale = ["easy"]')
    write("quizlint.toml", 'extend = "base.toml"\n[levels.bands.easy]\nmin-grade = 2.5')
    assert load().levels == Levels(("easy",), {"easy": {"min-grade": 2.5}})


def test_describe(write: Write, load: Load, tmp_path: Path) -> None:
    write("quizlint.toml", EVERYTHING + '[[overrides]]\nfiles = ["s/**"]\nignore = ["KEY"]\n')
    lines = {
        line.key: (line.value, line.origin)
        for line in describe(load("s/a.yaml", fail_on="info"), f"{tmp_path}/s/a.yaml")
    }
    assert lines["preset"] == ('"strict"', "quizlint.toml:1")
    assert lines["fail-on"] == ('"info"', "command line")
    assert lines["ignore"] == ('["OPT007"]', "quizlint.toml:3")
    assert lines["levels.scale"] == ('["easy", "hard"]', "quizlint.toml:18")
    assert lines["require-files"] == ("true", "quizlint.toml:14")
    assert lines["overrides[s/**].ignore"] == ('["KEY"]', "quizlint.toml:25")
    assert "ignore[i/*.zip]" not in lines
    (other,) = [
        line.value
        for line in describe(load(), f"{tmp_path}/i/a.zip")
        if line.key == "ignore[i/*.zip]"
    ]
    assert other == "OPT001 of q17 until 2027-01-01: both"


def test_decided_names_only_what_differs(write: Write, load: Load) -> None:
    write("quizlint.toml", 'ignore = ["KEY001"]\n[severity]\nOPT001 = "info"\n')
    assert [state.rule.code for state in decided(load(), RULES)] == ["KEY001", "OPT001"]


def test_settings_from_data() -> None:
    settings = settings_from(
        {"levels": {"bands": {"beginner": {"max-grade": 9}}}, "shuffle": "yes"}, RULES
    )
    assert settings.shuffle is True
    assert settings.levels.bands == {"beginner": {"max-grade": 9}}


def test_settings_travel_to_other_processes(write: Write, load: Load, tmp_path: Path) -> None:
    write("quizlint.toml", EVERYTHING)
    settings = load()
    assert settings.exclude.match(f"{tmp_path}/drafts/a.yaml")
    again = pickle.loads(pickle.dumps(settings))
    assert again.table == settings.table
    assert again.exclude.match(f"{tmp_path}/drafts/a.yaml")
