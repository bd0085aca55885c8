"""Archives and workbooks: members as files of their own, and nothing to fear from any of them."""

import io
import json
import os
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from quizlint.engine.read import NO_MEMBER, read
from quizlint.engine.result import Result
from quizlint.engine.session import check
from quizlint.formats import containers
from quizlint.formats.containers import archive as archives
from quizlint.formats.containers import bundle, member_of
from quizlint.reports.json import as_data
from quizlint.text import Span, TableSource

QUIZ = "::one:: Which sea is salt? {\n=The Dead Sea\n~Lake Garda\n~Loch Ness\n}\n"
NO_KEY = "::two:: Which lake is deep? {\n~Lake Baikal\n~Lake Garda\n~Loch Ness\n}\n"
SHEET = "kind: cheat-sheet\ncards:\n  - front: What does a lens do?\n    back: It bends light.\n"


def packed(path: Path, members: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def looked_at(tmp_path: Path, *paths: Path) -> Result:
    (tmp_path / "quizlint.toml").write_text("")
    return check([str(path) for path in paths], config=str(tmp_path / "quizlint.toml"))


def messages(result: Result, code: str = "STR001") -> list[str]:
    assert not result.failures
    return [finding.message for finding in result.findings if finding.code == code]


def names(result: Result) -> list[str]:
    return [document.path.rpartition("!")[2] for document in result.documents]


def test_members_are_checked_like_files(tmp_path: Path) -> None:
    members: dict[str, str | bytes] = {
        "a/one.gift": QUIZ,
        "b/two.gift": NO_KEY,
        "logo.png": b"\x89",
    }
    path = packed(tmp_path / "pkg.zip", members)
    result = looked_at(tmp_path, path)
    assert names(result) == ["a/one.gift", "b/two.gift"]
    (finding,) = (each for each in result.findings if each.code == "KEY001")
    assert finding.place.path.endswith("pkg.zip!b/two.gift")
    assert finding.place.member == "b/two.gift"
    assert finding.place.file.endswith("pkg.zip")
    assert NO_KEY[finding.place.start : finding.place.end] == finding.marked
    (data,) = (each for each in as_data(result)["findings"] if each["code"] == "KEY001")
    assert data["member"] == "b/two.gift"


def test_a_folder_is_searched_for_containers(tmp_path: Path) -> None:
    packed(tmp_path / "pkg.zip", {"one.gift": QUIZ})
    assert names(looked_at(tmp_path, tmp_path)) == ["one.gift"]


def test_fixes_are_not_offered(tmp_path: Path) -> None:
    untidy = SHEET.replace("light.", "light.  ").replace("lens do", "lens lens do")
    (tmp_path / "a.sheet.yaml").write_text(untidy)
    path = packed(tmp_path / "pkg.zip", {"a.sheet.yaml": untidy})
    outside = looked_at(tmp_path, tmp_path / "a.sheet.yaml").findings
    inside = looked_at(tmp_path, path).findings
    assert [each.code for each in inside] == [each.code for each in outside]
    assert any(each.repair for each in outside)
    assert not any(each.repair for each in inside)


def test_an_archive_without_a_quiz_is_skipped(tmp_path: Path) -> None:
    content: dict[str, str | bytes] = {"data.json": "[1, 2]", "logo.png": b"\x89", "read.txt": "x"}
    path = packed(tmp_path / "pkg.zip", content)
    result = looked_at(tmp_path, tmp_path)
    assert [skip.reason for skip in result.skips] == [NO_MEMBER]
    assert not result.diagnostics
    (failure,) = looked_at(tmp_path, path).failures  # who names it wants to know
    assert NO_MEMBER in failure.message


def test_the_bank_sees_members(tmp_path: Path) -> None:
    other = QUIZ.replace("=The", "~The").replace("~Lake", "=Lake")
    path = packed(tmp_path / "pkg.zip", {"one.gift": QUIZ, "two.gift": other})
    found = [each for each in looked_at(tmp_path, path).findings if each.code == "BNK002"]
    if not found:
        found = [each for each in looked_at(tmp_path, path).findings if each.notes]
    assert found
    assert all(note.place.member for each in found for note in each.notes)


def test_images_are_sought_beside_the_member_and_from_the_root(tmp_path: Path) -> None:
    def card(image: str) -> str:
        return SHEET.replace("What does", f"![A lens in a frame]({image}) What does")

    members: dict[str, str | bytes] = {
        "a/beside.yaml": card("lens.png"),
        "a/root.yaml": card("media/lens.png"),
        "a/up.yaml": card("../media/lens.png"),
        "a/lost.yaml": card("none.png"),
        "a/outside.yaml": card("../../pkg.zip"),
        "a/lens.png": b"x",
        "media/lens.png": b"x",
    }
    result = looked_at(tmp_path, packed(tmp_path / "pkg.zip", members))
    lost = [each.place.member for each in result.findings if each.code == "MED002"]
    assert lost == ["a/lost.yaml", "a/outside.yaml"]


def test_what_macos_adds_is_passed_over(tmp_path: Path) -> None:
    members: dict[str, str | bytes] = {
        "one.gift": QUIZ,
        "__MACOSX/._one.gift": b"\0\5\x16\7",
        "b/._two.gift": QUIZ,
    }
    assert names(looked_at(tmp_path, packed(tmp_path / "pkg.zip", members))) == ["one.gift"]


@pytest.mark.parametrize("name", ["../a.gift", "/etc/a.gift", "a/../../a.gift", "C:/a.gift"])
def test_names_that_lead_out(tmp_path: Path, name: str) -> None:
    path = packed(tmp_path / "pkg.zip", {name: QUIZ, "one.gift": QUIZ})
    result = looked_at(tmp_path, path)
    (message,) = messages(result)
    assert name in message
    assert "outside" in message
    assert names(result) == ["one.gift"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["pkg.zip", "quizlint.toml"]


def test_archives_in_an_archive(tmp_path: Path) -> None:
    inner = packed(tmp_path / "inner.zip", {"two.gift": NO_KEY}).read_bytes()
    path = packed(tmp_path / "pkg.zip", {"deep/inner.zip": inner, "one.gift": QUIZ})
    result = looked_at(tmp_path, path)
    assert names(result) == ["one.gift"]
    assert any("deep/inner.zip" in remark.reason for remark in result.remarks)


def flagged(data: bytes, flag: int) -> bytes:
    """The archive with a flag set on all of its entries."""
    changed = bytearray(data)
    for signature, offset in ((b"PK\1\2", 8), (b"PK\3\4", 6)):
        at = changed.find(signature)
        while at >= 0:
            (flags,) = struct.unpack_from("<H", changed, at + offset)
            struct.pack_into("<H", changed, at + offset, flags | flag)
            at = changed.find(signature, at + 4)
    return bytes(changed)


def test_encrypted(tmp_path: Path) -> None:
    path = packed(tmp_path / "pkg.zip", {"one.gift": QUIZ, "two.gift": QUIZ})
    path.write_bytes(flagged(path.read_bytes(), 1))
    (message,) = messages(looked_at(tmp_path, path))
    assert "'one.gift' (like 1 other in it)" in message
    assert "encrypted" in message


def test_a_link(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("one.gift")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = tmp_path / "pkg.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    (message,) = messages(looked_at(tmp_path, path))
    assert "'one.gift'" in message
    assert "link" in message


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_unpack_without_bounds(tmp_path: Path, method: int) -> None:
    path = packed(tmp_path / "pkg.zip", {"one.gift": QUIZ}, method)
    (message,) = messages(looked_at(tmp_path, path))
    assert f"method {method}" in message


def test_one_name_twice(tmp_path: Path) -> None:
    path = tmp_path / "pkg.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("one.gift", NO_KEY)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("one.gift", QUIZ)
    result = looked_at(tmp_path, path)
    (message,) = messages(result)
    assert "more than once" in message
    assert "KEY001" not in result.codes


def test_a_bomb(tmp_path: Path) -> None:
    path = packed(tmp_path / "pkg.zip", {"bomb.gift": b"a" * 30_000_000, "one.gift": QUIZ})
    assert path.stat().st_size < 100_000
    result = looked_at(tmp_path, path)
    (message,) = messages(result)
    assert "'bomb.gift'" in message
    assert names(result) == ["one.gift"]


def test_a_member_that_lies_about_its_size(tmp_path: Path) -> None:
    path = packed(tmp_path / "pkg.zip", {"big.gift": QUIZ * 1000, "one.gift": QUIZ})
    data = bytearray(path.read_bytes())
    struct.pack_into("<I", data, data.find(b"PK\1\2") + 24, 500)  # in the list of contents
    path.write_bytes(data)
    result = looked_at(tmp_path, path)
    (finding,) = (each for each in result.findings if each.code == "STR001")
    assert finding.place.member == "big.gift"
    assert "damaged" in finding.message
    assert "one.gift" in names(result)


def test_overlapping_entries(tmp_path: Path) -> None:
    path = packed(tmp_path / "pkg.zip", {"one.gift": QUIZ, "two.gift": NO_KEY})
    data = bytearray(path.read_bytes())
    second = data.rfind(b"PK\1\2")
    struct.pack_into("<I", data, second + 42, 0)  # both begin at the first
    path.write_bytes(data)
    (message,) = messages(looked_at(tmp_path, path))
    assert "share the same bytes" in message


def test_damage_in_the_middle_costs_one_member(tmp_path: Path) -> None:
    path = packed(tmp_path / "pkg.zip", {"one.gift": QUIZ, "two.gift": QUIZ}, zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    data[data.find(b"Which sea")] ^= 0xFF
    path.write_bytes(data)
    result = looked_at(tmp_path, path)
    (finding,) = (each for each in result.findings if each.code == "STR001")
    assert finding.place.member == "one.gift"
    assert "two.gift" in names(result)


@pytest.mark.parametrize("suffix", containers.SUFFIXES)
def test_no_bytes_bring_it_down(tmp_path: Path, suffix: str) -> None:
    whole = packed(tmp_path / "whole.zip", {"one.gift": QUIZ}).read_bytes()
    for number, data in enumerate((b"", b"PK", b"text", whole[:40], whole[:-10], whole[20:])):
        path = tmp_path / f"{number}{suffix}"
        path.write_bytes(data)
        (message,) = messages(looked_at(tmp_path, path))
        assert "cannot be read" in message


@given(st.data())
def test_no_change_of_an_archive_brings_it_down(data: st.DataObject) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/one.gift", QUIZ)
        archive.writestr("two.yaml", SHEET)
    content = bytearray(file.getvalue())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    reading = read("pkg.zip", bytes(content))
    assert not any(each.failed for each in (reading, *reading.members))


def test_too_many_entries_and_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = packed(tmp_path / "pkg.zip", {f"{number}.gift": QUIZ for number in range(12)})
    monkeypatch.setattr(bundle, "MAX_UNPACKED", 3 * len(QUIZ))
    result = looked_at(tmp_path, path)
    assert len(names(result)) == 3
    assert "'3.gift' is the first unread" in messages(result)[0]
    monkeypatch.setattr(archives, "MAX_ENTRIES", 10)
    (message,) = messages(looked_at(tmp_path, path))
    assert "12 entries" in message


def test_a_large_member(tmp_path: Path) -> None:
    filler = f"// {os.urandom(11_000_000).hex()}\n"
    path = packed(tmp_path / "pkg.zip", {"big.gift": QUIZ + filler, "one.gift": QUIZ})
    result = looked_at(tmp_path, path)
    (finding,) = (each for each in result.findings if each.code == "STR001")
    assert finding.place.member == "big.gift"
    assert "split it" in finding.message


def test_a_large_package_is_not_read_whole(tmp_path: Path) -> None:
    import tracemalloc

    path = tmp_path / "pkg.imscc"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        with archive.open("film.mp4", "w") as film:
            for _ in range(60):
                film.write(bytes(1_000_000))
        archive.writestr("one.gift", QUIZ)
    tracemalloc.start()
    assert names(looked_at(tmp_path, path)) == ["one.gift"]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000


@pytest.mark.parametrize(
    ("path", "member"),
    [
        ("a/pkg.zip!b/c.xml", "b/c.xml"),
        ("a/PKG.ZIP!c.xml", "c.xml"),
        ("a/wow!/pkg.imscc!b!c.xml", "b!c.xml"),
        ("a/pkg.zip", ""),
        ("wow!/c.xml", ""),
    ],
)
def test_the_member_that_a_path_names(path: str, member: str) -> None:
    assert member_of(path) == member


ROWS = st.lists(st.lists(st.text(alphabet='ab"\t\n\r,é', max_size=5), max_size=4), max_size=5)


@given(ROWS)
def test_a_place_in_a_table_is_a_row_and_a_cell(rows: list[list[str]]) -> None:
    source = TableSource.from_rows("a", rows)
    for number, row in enumerate(rows, 1):
        for index, cell in enumerate(row, 1):
            span = source.cells(number)[index - 1]
            written = source.text[slice(*span)]
            assert written.removeprefix('"').removesuffix('"').replace('""', '"') == cell
            assert source.extent(span) == ((number, index), (number, index + 1))
            assert source.offset(number, index) == span.start
            assert source.position(span.end) == (number, index)
            assert "\n" not in source.line_text(number)


def workbook(path: Path, rows: list[list[object]], title: str = "Quiz") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    hidden = book.create_sheet("Lists")
    hidden.sheet_state = "hidden"
    book.save(path)
    return path


def test_a_workbook_is_its_sheets(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Q", "A", None],
        [],
        ["two\nlines", 4.0, True, 2.5, None, 'say "x"'],
    ]
    path = workbook(tmp_path / "a.xlsx", rows)
    package = containers.open_package("a.xlsx", path.open("rb"))
    assert package.members == ("Quiz",)
    source = package.unpack("Quiz", "a.xlsx!Quiz").source
    assert isinstance(source, TableSource)
    assert source.text == 'Q\tA\n\n"two\nlines"\t4\tTRUE\t2.5\t\t"say ""x"""\n'
    assert source.position(source.text.index("2.5")) == (3, 4)
    assert source.extent(Span(source.text.index("TRUE"), source.text.index("2.5"))) == (
        (3, 3),
        (3, 4),
    )
    package.close()


def changed(path: Path, part: str, content: bytes) -> Path:
    with zipfile.ZipFile(path) as archive:
        members: dict[str, str | bytes] = {n: archive.read(n) for n in archive.namelist()}
    members[part] = content
    return packed(path, members)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_workbook_with_entities(tmp_path: Path, part: str, encoding: str) -> None:
    path = workbook(tmp_path / "a.xlsx", [["Q"]])
    lol = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
    (message,) = messages(looked_at(tmp_path, changed(path, part, lol.encode(encoding))))
    assert "entities" in message


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_a_broken_workbook(tmp_path: Path, part: str) -> None:
    path = workbook(tmp_path / "a.xlsx", [["Q"]])
    (message,) = messages(looked_at(tmp_path, changed(path, part, b"<broken")))
    assert "damaged" in message


def test_a_cell_far_away_costs_little(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["Q"]])
    far = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        + "".join(f'<row r="{n}"><c r="XFD{n}" t="b"><v>1</v></c></row>' for n in range(1, 200))
        + '<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    (message,) = messages(
        looked_at(tmp_path, changed(path, "xl/worksheets/sheet1.xml", far.encode()))
    )
    assert "cells" in message


def test_a_protected_workbook(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))
    (message,) = messages(looked_at(tmp_path, path))
    assert "password" in message


def test_a_package_on_standard_input(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    import subprocess
    import sys

    data = packed(tmp_path / "pkg.zip", {"two.gift": NO_KEY}).read_bytes()
    command = [sys.executable, "-m", "quizlint", "check", "-", "--format", "json"]
    named = [*command, "--stdin-filename", "pkg.zip"]
    done = subprocess.run(named, input=data, capture_output=True, cwd=tmp_path, check=False)
    found = json.loads(done.stdout)["findings"]
    assert "pkg.zip!two.gift" in {each["path"] for each in found}
