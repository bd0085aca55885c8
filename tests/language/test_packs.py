"""Packs are data: read, checked, and all that a language needs."""

import dataclasses
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import quizlint
from quizlint.language.pack import PackError, languages, pack, read_pack

SECTIONS = ("question", "clauses", "negation", "catch_all", "absolutes", "vague")


def test_the_languages_that_there_are() -> None:
    assert set(languages()) >= {"de", "en", "es", "fr", "pt"}
    assert pack("xx") is None


@pytest.mark.parametrize("language", languages())
def test_every_phrase_is_an_expression(language: str) -> None:
    known = pack(language)
    assert known is not None
    for section in dataclasses.fields(known):
        held = getattr(known, section.name)
        for each in dataclasses.fields(held) if dataclasses.is_dataclass(held) else ():
            phrases = getattr(held, each.name)
            for phrase in phrases if isinstance(phrases, tuple) else ():
                re.compile(known.pattern((phrase,)), re.IGNORECASE)
            if isinstance(phrases, tuple):
                assert len(set(phrases)) == len(phrases) or section.name == "verdicts", each.name


@pytest.mark.parametrize("language", sorted({*languages()} - {"en"}))
def test_a_pack_is_whole(language: str) -> None:
    """A rule that names a language can rely on what its pack says."""
    known = pack(language)
    assert known is not None
    optional = {"after", "commas", "first", "amount", "always"}
    for name in (*SECTIONS, "verdicts", "labels"):
        section = getattr(known, name)
        for each in dataclasses.fields(section):
            assert getattr(section, each.name) or each.name in optional, f"{name}.{each.name}"
    assert {"question", "answer", "options", "explanation", "front", "back"} <= {*known.fields}
    assert len(known.verdicts.true) == len(known.verdicts.false)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({}, "xx.toml: names must say what the language is called"),
        ({"names": "x", "negations": {}}, "xx.toml: negations is no section of a pack"),
        ({"names": "x", "negation": {"word": "no"}}, "xx.toml: word is no entry of [negation]"),
        ({"names": "x", "negation": "no"}, "xx.toml: negation must be a table"),
        (
            {"names": "x", "negation": {"words": ["no"]}},
            "xx.toml: negation.words must be one string, entries parted by commas",
        ),
        ({"names": "x", "negation": {"words": "{any}"}}, "xx.toml: there is no fragment any"),
    ],
)
def test_what_is_wrong_with_a_pack_is_said(table: dict[str, object], message: str) -> None:
    with pytest.raises(PackError, match=re.escape(message)):
        read_pack("xx", table)


def test_phrases() -> None:
    known = read_pack("xx", {"names": "x", "fragments": {"one": "a b, c"}})
    pattern = re.compile(known.pattern(("{one} d'", "(?<!y )e")))
    found = [match[0] for match in pattern.finditer("a  b d’or, c d'x, xc d'y, e, y e, e-e")]
    assert found == ["a  b d’", "c d'", "e"]
    assert known.pattern(()) == "(?!)"


ITALIAN = """
names = "italian, italiano"
function-words = "il lo la gli le e è un una di del della che in per con non si quale quali sono"
[question]
which = "quale, quali"
[clauses]
relative = "che"
[negation]
words = "non, mai"
excepting = "tranne, eccetto"
listing = "seguenti"
innocent = "non solo"
[catch-all]
all = "tutte le precedenti"
none = "nessuna delle precedenti"
[labels]
answer = "rispostina"
"""

QUIZ = """
kind: quiz
questions:
  - question: Quale delle città che sono in Italia non è la capitale?
    options: [Roma, Milano, Torino, Tutte le precedenti]
    answer: B
  - question: Quale fiume è il più lungo e per quale motivo è non solo bello?
    options: [il Po, il Tevere, l'Arno, Nessuna delle precedenti]
    answer: A
"""

MARKDOWN = """\
# Quiz

1. Quale fiume è il più lungo?

   a) il Po
   b) il Tevere

   Rispostina: a
"""


def test_a_file_that_is_dropped_in_is_a_language(tmp_path: Path) -> None:
    """Rules, readers and what tells languages apart learn Italian from one file of data."""
    shutil.copytree(
        Path(quizlint.__file__).parent,
        tmp_path / "quizlint",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    (tmp_path / "quizlint/language/packs/it.toml").write_text(ITALIAN, "utf-8")
    (tmp_path / "a.quiz.yaml").write_text(QUIZ, "utf-8")
    (tmp_path / "b.quiz.md").write_text(MARKDOWN, "utf-8")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "quizlint", "check", "--format", "concise"),
            *("--select", "STM002,OPT009,OPT010,KEY001", "a.quiz.yaml", "b.quiz.md"),
        ],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PATH": ""},
    )
    codes = re.findall(r"(?:warning|info|error) ([A-Z]{3}\d{3})", done.stdout)
    assert codes == ["STM002", "OPT009", "OPT010"], done.stdout + done.stderr
