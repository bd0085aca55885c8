"""Anki: packages old and new, and the text that it exports."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from quizlint import formats
from quizlint.content import Card, Reading
from quizlint.content.causes.packing import Packing
from quizlint.content.problems import NothingToCheck, Syntax
from quizlint.engine.result import Result
from quizlint.engine.session import check
from quizlint.formats import anki
from quizlint.formats.base import Files
from quizlint.formats.containers import Unreadable, collection, notebase, open_package, zstd
from quizlint.formats.containers.protobuf import fields_of
from quizlint.text import Source

BASIC, CLOZE, CHAPTERS = 1, 2, 3
Note = tuple[int, Sequence[str]]

MODELS = {
    BASIC: (0, ["Front", "Back"], "{{Front}}", "{{FrontSide}}<hr>{{Back}}"),
    CLOZE: (1, ["Text", "Extra"], "{{cloze:Text}}", "{{cloze:Text}}<br>{{Extra}}"),
    CHAPTERS: (
        0,
        ["Nr", "Answer", "Chapter", "Question"],
        "{{#Chapter}}{{Chapter}}{{/Chapter}}: {{Question}}",
        "{{FrontSide}} {{type:Answer}}",
    ),
}
NOTES: list[Note] = [
    (BASIC, ["What bends light?", "A <b>lens</b>"]),
    (CLOZE, ["Rome lies in {{c1::Italy::a land}}.", ""]),
]


def old(notes: Sequence[Note], version: str = "collection.anki2") -> dict[str, bytes]:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE col (id INTEGER, models TEXT)")
    base.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, mid INTEGER, tags TEXT, flds TEXT)")
    models = {
        str(number): {
            "type": kind,
            "flds": [{"name": name} for name in names],
            "tmpls": [{"qfmt": front, "afmt": back}],
        }
        for number, (kind, names, front, back) in MODELS.items()
    }
    base.execute("INSERT INTO col VALUES (1, ?)", (json.dumps(models),))
    _insert(base, notes)
    return {version: _bytes(base)}


def new(notes: Sequence[Note]) -> dict[str, bytes]:
    base = sqlite3.connect(":memory:")
    base.create_collation("unicase", lambda one, other: (one > other) - (one < other))
    base.execute("CREATE TABLE col (id INTEGER, models TEXT)")
    base.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, mid INTEGER, tags TEXT, flds TEXT)")
    base.execute("CREATE TABLE notetypes (id INTEGER PRIMARY KEY, name TEXT, config BLOB)")
    columns = "(ntid INTEGER, ord INTEGER, name TEXT COLLATE unicase, config BLOB)"
    base.execute(f"CREATE TABLE fields {columns}")
    base.execute(f"CREATE TABLE templates {columns}")
    for number, (kind, names, front, back) in MODELS.items():
        base.execute("INSERT INTO notetypes VALUES (?, 'x', ?)", (number, bytes([8, kind])))
        for order, name in enumerate(names):
            base.execute("INSERT INTO fields VALUES (?, ?, ?, '')", (number, order, name))
        sides = message(1, front.encode()) + message(2, back.encode())
        base.execute("INSERT INTO templates VALUES (?, 0, 'x', ?)", (number, sides))
    _insert(base, notes)
    stub = old([(BASIC, ["Please update Anki", "Now"])])
    return {"collection.anki21b": zstandard.compress(_bytes(base)), **stub}


def message(number: int, value: bytes) -> bytes:
    length = len(value)
    digits = bytes([length]) if length < 128 else bytes([length & 127 | 128, length >> 7])
    return bytes([number << 3 | 2]) + digits + value


def _insert(base: sqlite3.Connection, notes: Sequence[Note]) -> None:
    for number, (kind, fields) in enumerate(notes):
        values = (1000 + number, kind, "\x1f".join(fields))
        base.execute("INSERT INTO notes VALUES (?, ?, '', ?)", values)


def _bytes(base: sqlite3.Connection) -> bytes:
    base.commit()
    data = base.serialize()
    base.close()
    return data


def package(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def looked_at(path: Path) -> Result:
    (path.parent / "quizlint.toml").write_text("")
    return check([str(path)], config=str(path.parent / "quizlint.toml"))


def unpacked(members: dict[str, bytes]) -> Reading:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    opened = open_package("a.apkg", file)
    try:
        source = opened.unpack(opened.members[0], f"a.apkg!{opened.members[0]}").source
    finally:
        opened.close()
    assert source is not None
    return anki.read(source, Files())


def sides(reading: Reading) -> list[tuple[str, str]]:
    cards = [item for document in reading.documents for item in document.items]
    assert all(isinstance(card, Card) for card in cards)
    return [(card.front.value, card.back.value) for card in cards if isinstance(card, Card)]


KINDS = [old(NOTES), old(NOTES, "collection.anki21"), new(NOTES)]


@pytest.mark.parametrize("members", KINDS)
def test_packages(members: dict[str, bytes]) -> None:
    assert sides(unpacked(members)) == [
        ("What bends light?", "A <b>lens</b>"),
        ("Rome lies in {{c1::Italy::a land}}.", "Italy"),
    ]


@pytest.mark.parametrize("make", [old, new])
def test_the_question_is_what_differs(make: type) -> None:
    notes = [(CHAPTERS, [str(n), f"Answer {n}", "Optics", f"Question {n}"]) for n in range(3)]
    assert sides(unpacked(make(notes))) == [(f"Question {n}", f"Answer {n}") for n in range(3)]


def test_a_finding_names_the_note_and_the_field(tmp_path: Path) -> None:
    notes: list[Note] = [
        *NOTES,
        (BASIC, ["What\nsplits light?", " "]),
        (CLOZE, ["Paris lies in {{c1::}}.", ""]),
        (CLOZE, ["Nothing is hidden here.", ""]),
    ]
    result = looked_at(package(tmp_path / "deck.apkg", old(notes)))
    assert not result.failures
    places = {each.code: (each.place.line, each.place.column) for each in result.findings}
    assert places == {"STR007": (3, 2), "CRD007": (4, 1), "STR003": (5, 1)}
    (cloze,) = (each for each in result.findings if each.code == "CRD007")
    assert cloze.place.member == "collection.anki2"
    start, end = cloze.extent
    assert cloze.excerpt[start:end] == cloze.marked == "{{c1::}}"


@pytest.mark.parametrize("kind", ["json", "protobuf"])
def test_media(tmp_path: Path, kind: str) -> None:
    notes: list[Note] = [
        (BASIC, [f'Look: <img alt="A lens in use" src="{n}.png">', "x"]) for n in "ab"
    ]
    members = old(notes) if kind == "json" else new(notes)
    listed = zstandard.compress(message(1, message(1, b"a.png")))
    members["media"] = b'{"0": "a.png"}' if kind == "json" else listed
    result = looked_at(package(tmp_path / "deck.apkg", members))
    lost = [each.marked for each in result.findings if each.code == "MED002"]
    assert len(lost) == 1
    assert "b.png" in lost[0]


def test_without_zstandard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent() -> None:
        raise Unreadable(Packing.ZSTANDARD.of())

    monkeypatch.setattr(zstd, "_module", absent)
    (finding,) = looked_at(package(tmp_path / "deck.apkg", new(NOTES))).findings
    assert "quizlint[anki]" in finding.message
    assert finding.place.member == "collection.anki21b"


ENDLESS = """
CREATE TABLE col (models);
CREATE VIEW notes AS WITH RECURSIVE n (id, mid, flds) AS
    (SELECT 1, 1, 'x' UNION ALL SELECT id + 1, 1, 'x' FROM n)
SELECT * FROM n WHERE id < 0;
"""


@pytest.mark.parametrize(
    "statements",
    [
        "CREATE TABLE col (models)",
        "CREATE TABLE col (models); CREATE TABLE notes (id)",
        ENDLESS,
    ],
)
def test_hostile_collections(
    tmp_path: Path, statements: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notebase, "MAX_STEPS", 100)
    base = sqlite3.connect(":memory:")
    base.executescript(statements)
    path = package(tmp_path / "deck.apkg", {"collection.anki2": _bytes(base)})
    (finding,) = looked_at(path).findings
    assert finding.code == "STR001"
    assert "damaged" in finding.message


@pytest.mark.parametrize("models", ["", "[]", "{", '{"1": 2}', '{"1": {"flds": 1, "tmpls": [3]}}'])
def test_note_types_that_make_no_sense(models: str) -> None:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE col (models)")
    base.execute("INSERT INTO col VALUES (?)", (models,))
    base.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, mid INTEGER, tags TEXT, flds TEXT)")
    _insert(base, [(1, ["Front", "Back"])])
    assert sides(unpacked({"collection.anki2": _bytes(base)})) == [("Front", "Back")]


def test_a_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collection, "MAX_COLLECTION", 1_000_000)
    members = {"collection.anki21b": zstandard.compress(bytes(50_000_000))}
    (finding,) = looked_at(package(tmp_path / "deck.apkg", members)).findings
    assert "unpacks to more than 1 MB" in finding.message


def test_too_many_notes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notebase, "MAX_NOTES", 1)
    (finding,) = looked_at(package(tmp_path / "deck.apkg", old(NOTES))).findings
    assert "export smaller decks" in finding.message


@given(st.binary(max_size=40))
def test_any_bytes_are_a_message(data: bytes) -> None:
    assert all(number >= 0 for number, _ in fields_of(data))


EXPORT = """\
#separator:tab
#html:true
#notetype column:1
#deck column:2
#tags column:5
Basic\tLight\tWhat bends light?\tA lens\teasy
Cloze\tLight\t"Rome lies in {{c1::""Italy""}}."\t\t
Basic\tLight\t"What\nsplits light?"\tA prism\t
"""


def exported(text: str) -> Reading:
    return anki.read(Source("a.txt", text), Files())


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_export(end: str) -> None:
    assert sides(exported(EXPORT.replace("\n", end))) == [
        ("What bends light?", "A lens"),
        ('Rome lies in {{c1::"Italy"}}.', '"Italy"'),
        (f"What{end}splits light?", "A prism"),
    ]


@pytest.mark.parametrize(
    ("head", "mark"),
    [
        ("#separator:Comma", ","),
        ("#separator:;", ";"),
        ("#separator:Pipe", "|"),
        ("#html:false", "\t"),
        ("#html:false", ";"),
    ],
)
def test_separators(head: str, mark: str) -> None:
    text = f"{head}\nLens?{mark}It bends.\n# a remark\n\nPrism?{mark}It splits.\n"
    assert sides(exported(text)) == [("Lens?", "It bends."), ("Prism?", "It splits.")]


def test_a_quote_that_nothing_closes() -> None:
    reading = exported('#separator:tab\n"What bends light?\tA lens\nPrism?\tIt splits.\n')
    (problem,) = reading.problems
    assert isinstance(problem, Syntax)
    assert sides(reading)[-1] == ("Prism?", "It splits.")


def test_an_export_without_notes() -> None:
    (problem,) = exported("#separator:tab\n#html:true\n").problems
    assert isinstance(problem, NothingToCheck)


@pytest.mark.parametrize(
    ("name", "head", "own"),
    [
        ("deck.txt", EXPORT, True),
        ("deck.anki", "Front\tBack\n", True),
        ("deck.txt", "Front\tBack\n", False),
        ("deck.txt", "# A heading\n\nText\n", False),
        ("deck.txt", "#Q Which?\n^ A\nA A\nB B\n", False),
        ("deck.md", EXPORT, False),
        ("deck.csv", EXPORT, True),
    ],
)
def test_which_files_are_exports(name: str, head: str, own: bool) -> None:
    chosen = formats.pick(name, head)
    assert (chosen is not None and chosen.name == "anki") is own


@given(st.lists(st.text(alphabet='ab"\t\n é;', min_size=1, max_size=6), min_size=2, max_size=3))
def test_what_is_written_is_read(fields: list[str]) -> None:
    written = "\t".join('"' + field.replace('"', '""') + '"' for field in fields)
    reading = exported(f"#separator:tab\n{written}\n")
    (card,) = reading.documents[0].items
    assert isinstance(card, Card)
    assert (card.front.value, card.back.value) == (fields[0], fields[1])
    text = f"#separator:tab\n{written}\n"
    for index, char in enumerate(card.front.value):
        span = card.front.at(index, index + 1)
        assert text[slice(*span)] == ('""' if char == '"' else char)


@given(st.text(alphabet='#:ab"\t\n,', max_size=40))
def test_nothing_brings_it_down(text: str) -> None:
    for document in exported(f"#separator:tab\n{text}").documents:
        assert document.items
