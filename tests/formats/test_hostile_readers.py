"""What once took a whole file down, or a reader's time: it costs its own place at most."""

import os
import subprocess
import sys
from pathlib import Path
from typing import TypeVar

import pytest

from conftest import ROOT
from quizlint import formats
from quizlint.content import Document, Problem, Question, Reading
from quizlint.content.problems import TooManyAliases
from quizlint.engine.session import check
from quizlint.formats.base import Files
from quizlint.formats.write import TARGETS, markup_of, writer
from quizlint.formats.write.xhtml import xhtml
from quizlint.rules.context import Context
from quizlint.rules.structure.syntax_error import BrokenSyntax
from quizlint.text import Source, Span

Kind = TypeVar("Kind", bound=Problem)


LONG = "9" * 5000
AIKEN = "Which gate opens first?\nA) the upper\nB) the lower\nANSWER: {}\n\n"


def reading_of(name: str, text: str) -> Reading:
    chosen = formats.pick(name, text[:4096])
    assert chosen is not None
    return chosen.read(Source(name, text), Files())._replace(format=chosen.name)


def questions(reading: Reading) -> list[Question]:
    items = [item for document in reading.documents for item in document.items]
    assert all(isinstance(item, Question) for item in items)
    return [item for item in items if isinstance(item, Question)]


@pytest.mark.parametrize("letter", ["ß", "ŉ", "ǰ", "ﬁ", "İ", "ͅ", "²", "Ⅷ", "𝟗", "\u0660", LONG])
def test_aiken_answers_that_are_no_letter(letter: str) -> None:
    reading = reading_of("a.txt", AIKEN.format("B") + AIKEN.format(letter) + AIKEN.format("a"))
    first, second, third = questions(reading)
    assert first.key.indices == (1,)
    assert not set(second.key.indices) & {0, 1}
    assert third.key.indices == (0,)


@pytest.mark.parametrize("column", [LONG, "0", "-1", "²", "\u0663"])
def test_columns_of_an_export_that_are_no_number(column: str) -> None:
    text = f"#separator:tab\n#tags column:{column}\nWhat bends light?\tA lens\n"
    (document,) = reading_of("a.txt", text).documents
    assert len(document.items) == 1


NUMBERS = {
    "a.gift": "How many? {#§:§}\n\nOr? {#§..§}\n\nWhich? {~%§%a =b}\n",
    "a.txt": "Quiz title: T\n\n1. How many?\n= § +- §\n\n§. Which?\npoints: §\n*a) x\nb) y\n",
    "a.yaml": "questions:\n- question: a b?\n  options: [§, 0x§, 1:§]\n  answer: §\n",
    "a.json": '{"questions": [{"question": "a?", "options": [1, §], "answer": §}]}',
    "a.toml": "[[questions]]\nquestion = 'a?'\noptions = [1, §]\nanswer = §\n",
    "a.csv": "Question,Option A,Option B,Answer\na b?,§,b,§\n",
    "a.Rmd": "Question\n========\na?\n\nAnswerlist\n----------\n* §\n* b\n\nMeta-information\n"
    "================\nextype: schoice\nexsolution: §\nexpoints: §\n",
}
"""Files of several formats, with § where a number may stand."""


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("number", [LONG, f"-{LONG}", f"0.{LONG}", f"1e{LONG}", "\u0663", "²"])
def test_numbers_that_python_does_not_like(name: str, number: str) -> None:
    reading = reading_of(name, NUMBERS[name].replace("§", number))
    assert reading.documents or reading.problems
    for target in TARGETS:
        writer(target).write(reading.documents, markup_of(reading.format))


ODD = ["<![DATA[", "<![CDATA[", "<![if x]>", "<!x", "<?", "<!--", "</", "<a b='"]


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("odd", ODD)
def test_marked_sections_are_written_in_every_format(target: str, odd: str) -> None:
    text = f"::t:: What is {odd} it, then?{{=a {odd.replace('=', '')}~b}}\n\nNext? {{T}}\n"
    reading = reading_of("a.gift", text)
    written = writer(target).write(reading.documents, markup_of(reading.format))
    assert written.content


@pytest.mark.parametrize("unit", ["<!--", "<a ", "<![", "<a b='", "<b>", "<b></i>", "<!a", "<?"])
def test_html_that_nothing_closes_is_made_whole(unit: str) -> None:
    from xml.etree.ElementTree import fromstring

    fromstring(f"<p>{xhtml(unit * 5000, 'html')}</p>")


def test_one_file_that_fails_costs_that_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The net below all this: no exception of a reader leaves its file."""
    from quizlint.formats import gift

    (tmp_path / "a.gift").write_text("One {T}\n")
    (tmp_path / "b.txt").write_text(AIKEN.format("A"))
    (tmp_path / "quizlint.toml").write_text("")
    monkeypatch.delenv("QUIZLINT_DEBUG", raising=False)
    monkeypatch.setattr(gift, "read", lambda *_: chr(-1))
    result = check([str(tmp_path)], config=str(tmp_path / "quizlint.toml"))
    (failure,) = result.failures
    assert failure.path.endswith("a.gift")
    assert "ValueError" in failure.message
    assert [Path(document.path).name for document in result.documents] == ["b.txt"]


def sheet(*lines: str) -> Reading:
    return reading_of("a.sheet.yaml", "kind: cheat-sheet\ncards:\n" + "\n".join(lines) + "\n")


def test_aliases_are_budgeted_by_characters() -> None:
    """A text of ten thousand letters, five hundred times, would be five million to check."""
    uses = [f"  - front: f{n}\n    back: *long" for n in range(500)]
    reading = sheet(f"  - front: f\n    back: &long {'word ' * 2000}", *uses)
    (document,) = reading.documents
    assert len(document.items) == 501
    letters = sum(len(text.value) for item in document.items for text in item.texts)
    assert letters < 1_100_000
    (problem,) = (each for each in reading.problems if isinstance(each, TooManyAliases))
    (finding,) = BrokenSyntax().check(problem, Context(Document((), Span(0, 0))))
    assert "more characters behind aliases than the 1000000 that are read" in finding.message


def test_an_honest_text_may_stand_behind_many_aliases() -> None:
    uses = [f"  - front: f{n}\n    back: *text" for n in range(300)]
    reading = sheet(f"  - front: f\n    back: &text {'word ' * 500}", *uses)
    assert not problems_of(reading, TooManyAliases)


def test_many_aliases_are_told_as_such() -> None:
    reading = sheet("  - front: &f f\n    back: b", *["  - front: *f\n    back: b"] * 1200)
    (problem,) = problems_of(reading, TooManyAliases)
    (finding,) = BrokenSyntax().check(problem, Context(Document((), Span(0, 0))))
    assert "more aliases than the 1000 that are read" in finding.message


def problems_of(reading: Reading, kind: type[Kind]) -> list[Kind]:
    return [each for each in reading.problems if isinstance(each, kind)]


def test_long_places_are_read_in_bounded_time() -> None:
    """Each took minutes once at a hundred thousand characters; all take a few seconds now."""
    growth = ROOT / "benchmarks/growth.py"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, str(growth), "readers", "--sizes", "100000"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) > 4
