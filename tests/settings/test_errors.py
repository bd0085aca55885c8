"""Settings that cannot be followed: what is said, and where."""

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.settings import ConfigError, Loader

from .conftest import RULES, Write

Refusal = Callable[..., str]

CASES = [
    ('fial-on = "error"', '1:1: unknown key "fial-on"; did you mean "fail-on"?'),
    ('\n  fail_on = "error"', '2:3: unknown key "fail_on"; did you mean "fail-on"?'),
    ('fail-on = "eror"', ('1:11: fail-on must be "error", "warning", "info" or "never", not "eror"'
     '; did you mean "error"?')),
    ("fail-on = 3", "1:11: fail-on must be a text in quotes, not 3"),
    ('preset = "Strict"', ('1:10: preset must be "recommended", "strict" or "all", not "Strict"'
     '; did you mean "strict"?')),
    ('select = "OPT"', '1:10: select must be a list in [brackets], not "OPT"'),
    ("select = [\n  1]", "2:3: each entry of select must be a text in quotes, not 1"),
    ('ignore = ["OPT001", "OPT01"]', ('1:21: unknown rule, family or preset "OPT01"'
     '; did you mean "OPT001"?')),
    ('ignore = ["duplicate-options"]', ('1:11: unknown rule, family or preset "duplicate-options"'
     '; did you mean "duplicate-option"?')),
    ('extend-select = ["zzzzzz"]', '1:18: unknown rule, family or preset "zzzzzz"'),
    ('exclude = ["a", ""]', "1:17: each entry of exclude must not be empty"),
    ("shuffle = true", "1:11: shuffle must be a text in quotes, not true"),
    ('require-files = "yes"', '1:17: require-files must be true or false, not "yes"'),
    ("index-base = 2", "1:14: index-base must be 0 or 1, not 2"),
    ("index-base = true", "1:14: index-base must be 0 or 1, not true"),
    ('language = "english!"', ('1:12: language must be a language tag like "en" or "de", '
     'not "english!"')),
    ('[severity]\nnegative-stm = "info"', ('2:1: unknown rule "negative-stm"'
     '; did you mean "negative-stem"?')),
    ('[severity]\nOPT = "info"', '2:1: "OPT" is more than one rule; name one'),
    ('[severity]\nnegative-stem = "of"', ('2:17: the severity of negative-stem must be "error", '
     '"warning" or "info", not "of"')),
    ('severity = "info"', '1:12: severity must be a table, not "info"'),
    ("[rules.longest-option]\nmin-words = 4", ('1:8: unknown rule "longest-option"'
     '; did you mean "longest-option-is-key"?')),
    ("[rules.OPT007]\nmin_words = 4", ('2:1: unknown key "min_words" in rules.OPT007'
     '; did you mean "min-words"?')),
    ("[rules.OPT007]\nmin-words = 4.5", ("2:13: rules.OPT007.min-words must be a whole number, "
     "not 4.5")),
    ("[rules.OPT007]\nmin-words = true", ("2:13: rules.OPT007.min-words must be a whole number, "
     "not true")),
    ('[rules.OPT007]\nratio = "1"', '2:9: rules.OPT007.ratio must be a number, not "1"'),
    ("[rules.OPT007]\nratio = nan", "2:9: rules.OPT007.ratio must be a number, not nan"),
    ("[rules.OPT007]\nunit = 1", "2:8: rules.OPT007.unit must be a text in quotes, not 1"),
    ("[rules]\nOPT001 = { x = 1 }", '2:12: unknown key "x" in rules.OPT001'),
    ("[levels]\nscale = []", "2:9: levels.scale must name at least one level"),
    ('[levels]\nscale = ["a", "b", "a"]', '2:20: levels.scale names "a" twice'),
    ('[levels]\nscales = ["a"]', '2:1: unknown key "scales" in levels; did you mean "scale"?'),
    ("[levels]\nbands.begginer = { max-grade = 9 }", ('2:7: levels.bands: "begginer" is not in '
     'the scale; did you mean "beginner"?')),
    ("[levels]\nbands.beginner = { max = 9 }", ('2:20: unknown key "max" in levels.bands.beginner'
     '; known are min-grade, max-grade')),
    ("[levels]\nbands.beginner = { min-grade = 9, max-grade = 8.5 }", ('2:7: the band of '
     '"beginner" has a min-grade above its max-grade')),
    ("[levels]\nbands.hard = {}", '2:7: the band of "hard" needs min-grade or max-grade'),
    ('[bank]\ncontext = "project"', ('1:2: unknown key "bank": it is not yet used by any rule'
     "; leave it out")),
    ('\nids = "global"', ('2:1: unknown key "ids": it is not yet used by any rule'
     "; leave it out")),
    ('[[overrides]]\nfiles = ["a"]\ninclude = ["b"]', ('3:1: "include" is about the whole run: '
     "move it to the top")),
    ('include = "*.yaml"', '1:11: include must be a list in [brackets], not "*.yaml"'),
    ('inclde = ["*.yaml"]', '1:1: unknown key "inclde"; did you mean "include"?'),
    ('[[overrides]]\nignore = ["KEY"]', 'this override needs "files": the paths it is about'),
    ("[[overrides]]\nfiles = []", "2:9: files must name at least one path"),
    ('[[overrides]]\nfiles = ["a"]\nfail-on = "never"', ('3:1: "fail-on" is about the whole run: '
     "move it to the top")),
    ('[[overrides]]\nfiles = ["a"]\nlangage = "de"', ('3:1: unknown key "langage" in overrides'
     '; did you mean "language"?')),
    ('[[ignore]]\nrule = "OPT001"', 'this entry of ignore needs "path"'),
    ('[[ignore]]\npath = "a"', 'this entry of ignore needs "rule"'),
    ('[[ignore]]\npath = "a"\nrule = "OPT"', '3:8: "OPT" is more than one rule; name one'),
    ('[[ignore]]\npath = "a"\nrule = "OPT001"\nuntill = 2027-01-01', ('4:1: unknown key "untill" '
     'in ignore; did you mean "until"?')),
    ('[[ignore]]\npath = "a"\nrule = "OPT001"\nuntil = "soon"', ('4:9: until must be a date like '
     '2027-01-31, not "soon"')),
    ('[[ignore]]\npath = "a"\nrule = "OPT001"\nuntil = "2027-02-31"', ('4:9: until must be a date '
     'like 2027-01-31, not "2027-02-31"')),
    ('extend = "base.toml"', "1:10: extend names no file that is there: base.toml"),
]  # fmt: skip


@pytest.mark.parametrize(("config", "message"), CASES)
def test_refused_with_its_place(write: Write, refusal: Refusal, config: str, message: str) -> None:
    write("quizlint.toml", config)
    said = refusal()
    assert said.startswith("quizlint.toml:")
    assert said.endswith(message) if not message[0].isdigit() else said[14:] == message


@pytest.mark.parametrize("config", ["fail-on = ", "a = [1,\nb = 2", "[x", 'a = "\n', "\x00"])
def test_broken_toml_is_refused_with_a_line(write: Write, refusal: Refusal, config: str) -> None:
    write("quizlint.toml", config)
    path, line, column, message = refusal().split(":", 3)
    assert path == "quizlint.toml"
    assert int(line) >= 1
    assert int(column) >= 1
    assert message.strip()


def test_nesting_without_end(write: Write, refusal: Refusal) -> None:
    write("quizlint.toml", "ignore = " + "[" * 5000)
    assert re.fullmatch(
        r"quizlint\.toml:1:\d+: this is nested more than \d+ levels deep", refusal()
    )


PIECES = st.one_of(
    st.sampled_from(["[", "]", "[[", "]]", "=", "{", "}", ",", ".", '"', "\n", " ", "#", "\r"]),
    st.sampled_from(["ignore", "levels", "overrides", "files", "extend", '"x"', "bands"]),
    st.sampled_from(["1", "1e9", "-", "true", "2027-01-01", "\\", "'", "rules", "severity"]),
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_whatever_a_file_holds_there_is_a_verdict(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "quizlint.toml")
        path.write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
        places = [(error.line or 0, error.column) for error in errors_of(folder)]
    lines = re.split("\r\n|\r|\n", text)
    assert all(1 <= line <= len(lines) for line, _ in places if line)
    assert all(
        1 <= column <= len(lines[line - 1]) + 1 for line, column in places if line and column
    )


def errors_of(folder: str) -> list[ConfigError]:
    try:
        Loader(RULES, cwd=folder).for_file("a.yaml")
    except ConfigError as error:
        return [error]
    return []


def test_the_same_key_twice(write: Write, refusal: Refusal) -> None:
    write("quizlint.toml", 'preset = "strict"\npreset = "all"\n')
    assert refusal().startswith("quizlint.toml:2:1: ")


def test_ignore_as_a_list_and_as_tables_is_explained(write: Write, refusal: Refusal) -> None:
    text = 'ignore = ["OPT001"]\n\n[[ignore]]\npath = "a"\nrule = "KEY001"\n'
    write("quizlint.toml", text)
    assert refusal().startswith("quizlint.toml:3:")
    assert "write one list: ignore = [" in refusal()


def test_another_encoding(write: Write, refusal: Refusal) -> None:
    write("quizlint.toml", "").write_bytes(b'# ok\n# Pr\xfcfung\npreset = "strict"\n')
    assert refusal() == "quizlint.toml:2:5: settings must be UTF-8 text"


def test_a_byte_order_mark_is_no_mistake(write: Write, refusal: Refusal) -> None:
    write("quizlint.toml", "").write_bytes(b'\xef\xbb\xbffial-on = "x"\n')
    assert refusal().startswith('quizlint.toml:1:1: unknown key "fial-on"')


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"select": ("OPT,KEX",)}, ('--select: unknown rule, family or preset "KEX"'
         '; did you mean "KEY"?')),
        ({"ignore": ("dupilcate-option",)}, ('--ignore: unknown rule, family or preset '
         '"dupilcate-option"; did you mean "duplicate-option"?')),
        ({"extend_select": ("x",)}, '--extend-select: unknown rule, family or preset "x"'),
        ({"severity": ("OPT01=info",)}, '--severity: unknown rule "OPT01"; did you mean "OPT001"?'),
        ({"severity": ("OPT001",)}, ('--severity: write OPT001=LEVEL, LEVEL being "error", '
         '"warning" or "info", not "OPT001"')),
    ],
)  # fmt: skip
def test_the_command_line(
    write: Write, refusal: Refusal, options: dict[str, object], message: str
) -> None:
    assert refusal(**options) == f"command line: {message}"


def test_settings_that_are_not_there(write: Write, refusal: Refusal) -> None:
    assert refusal(config="none.toml") == "none.toml: cannot be read: no such file or directory"
    write("pyproject.toml", "[project]\n")
    assert refusal(config="pyproject.toml") == "pyproject.toml: it has no [tool.quizlint] table"


def test_settings_elsewhere_are_named_whole(tmp_path: Path, write: Write) -> None:
    path = write("quizlint.toml", "x = 1\n")
    below = tmp_path / "below"
    below.mkdir()
    with pytest.raises(ConfigError) as caught:
        Loader(RULES, cwd=str(below)).for_file("a.yaml")
    assert caught.value.path == path.as_posix()
    assert (caught.value.line, caught.value.column) == (1, 1)
