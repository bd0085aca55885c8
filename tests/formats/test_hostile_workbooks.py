"""Workbooks whose parts are not what they say, or more than anyone can hold."""

import io
import os
import zipfile

import pytest

from quizlint.content import Problem
from quizlint.formats.containers import Unreadable, open_package
from quizlint.formats.containers.base import Unpacked
from quizlint.formats.containers.sheet import MAX_BAD
from quizlint.rules.words import said
from telling import words

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"

HEADING = '<row r="1"><c r="A1" t="inlineStr"><is><t>Question</t></is></c></row>'


def book(rows: str, sheet: str = "worksheets/sheet1.xml", strings: str = "") -> io.BytesIO:
    """A workbook with one sheet, whose part has any name; shared texts are in `xl/shared.dat`."""
    kinds = {f"xl/{sheet}": f"{KIND}.worksheet+xml", "xl/workbook.xml": f"{KIND}.sheet.main+xml"}
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"/>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
        '<sheet name="Quiz" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="{sheet}"/></Relationships>',
        f"xl/{sheet}": f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>',
    }
    if strings:
        parts["xl/shared.dat"] = f'<sst xmlns="{MAIN}">{strings}</sst>'
        kinds["xl/shared.dat"] = f"{KIND}.sharedStrings+xml"
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="{relations}"/>{overrides}</Types>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            # What packs too well is refused for that alone.
            noise = os.urandom(len(content) // 200).hex() if len(content) > 1_000_000 else ""
            archive.writestr(name, f"{content}<!--{noise}-->" if noise else content)
    return file


def unpacked(file: io.BytesIO) -> Unpacked:
    package = open_package("a.xlsx", file)
    try:
        return package.unpack(package.members[0], "a.xlsx!Quiz")
    finally:
        package.close()


def table(rows: str, strings: str = "") -> tuple[list[list[str]], tuple[Problem, ...]]:
    content = unpacked(book(rows, strings=strings))
    assert content.source is not None
    return [line.split("\t") for line in content.source.text.splitlines()], content.problems


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("<c><v>NaN</v></c>", "NaN"),
        ("<c><v>1e999</v></c>", "1e999"),
        (f"<c><v>{'9' * 5000}</v></c>", "9" * 5000),
        ('<c t="d"><v>2020-99-99</v></c>', "2020-99-99"),
        ('<c t="s"><v>99999</v></c>', "99999"),
        ('<c t="s"><v>no</v></c>', "no"),
        ('<c t="b"><v>perhaps</v></c>', "perhaps"),
        ('<c s="77"><v>3</v></c>', "3"),
        ('<c s="x"><v>3</v></c>', "3"),
    ],
)
def test_one_bad_cell_is_one_finding(cell: str, shown: str) -> None:
    good = "<c><v>1</v></c>"
    content = unpacked(book(f"{HEADING}<row>{good}{cell}{good}</row><row>{good}</row>"))
    assert content.source is not None
    assert content.source.text == f"Question\n1\t{shown}\t1\n1\n"
    (problem,) = content.problems
    assert "this cell is damaged" in words(problem)
    assert content.source.position(problem.span.start) == (2, 2)


def test_what_is_only_odd_is_no_finding() -> None:
    odd = '<c r="B2" t="e"><v>#REF!</v></c><c r="C2"/><c r="D2" t="str"><v>x</v></c>'
    rows, problems = table(f'{HEADING}<row r="2">{odd}</row>')
    assert rows[1] == ["", "#REF!", "", "x"]
    assert not problems


@pytest.mark.parametrize("number", ["x", "-1", "1.5", "9" * 5000, "", "1"])
def test_a_row_whose_number_is_none_follows_the_one_before(number: str) -> None:
    rows, _ = table(f'{HEADING}<row r="{number}"><c><v>7</v></c></row>')
    assert rows == [["Question"], ["7"]]


@pytest.mark.parametrize("place", ["x", "", "5", "ZZZZ2", "XFE2", "A" + "9" * 5000])
def test_a_cell_whose_place_is_none_follows_the_one_before(place: str) -> None:
    rows, _ = table(f'{HEADING}<row r="2"><c><v>6</v></c><c r="{place}"><v>7</v></c></row>')
    assert "7" in rows[1]
    assert len(rows[1]) <= 2


def test_many_bad_cells_are_told_in_few_findings() -> None:
    _, problems = table(f"{HEADING}<row>{'<c><v>x</v></c>' * 500}</row>")
    assert len(problems) == MAX_BAD + 1
    assert "like 479 others" in words(problems[-1])


def test_what_else_a_sheet_says_does_not_matter() -> None:
    extra = '<cols><col min="x"/></cols><dimension ref="?"/><pageMargins left="a"/>'
    rows, problems = table(f"{HEADING}</sheetData>{extra}<sheetData>")
    assert rows == [["Question"]]
    assert not problems


@pytest.mark.parametrize("name", ["worksheets/sheet1.xml", "worksheets/sheet1.dat", "media/a.png"])
def test_a_part_is_bounded_whatever_its_name(name: str) -> None:
    with pytest.raises(Unreadable) as caught:
        unpacked(book(HEADING + " " * 21_000_000, sheet=name))
    assert f"'xl/{name}' has 21 MB" in said(caught.value.told)


def test_shared_texts_are_bounded_whatever_their_name() -> None:
    with pytest.raises(Unreadable) as caught:
        unpacked(book(HEADING, strings="<si/>" + " " * 21_000_000))
    assert "has 21 MB" in said(caught.value.told)


def test_one_text_that_many_cells_share() -> None:
    """Ten thousand cells of ten thousand characters take five hundred kilobytes."""
    shared = f"<si><t>{'x' * 10_000}</t></si>"
    cells = '<row><c t="s"><v>0</v></c></row>' * 10_000
    with pytest.raises(Unreadable) as caught:
        unpacked(book(cells, strings=shared))
    assert "20 million characters" in said(caught.value.told)


def test_parts_that_nothing_refers_to_are_not_read() -> None:
    file = book(HEADING)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("docProps/core.xml", "<broken")
        archive.writestr("xl/theme/theme1.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]>")
    content = unpacked(file)
    assert content.source is not None
    assert content.source.text == "Question\n"


def test_a_row_with_more_cells_than_a_sheet_has_columns() -> None:
    rows, problems = table(f"{HEADING}<row>{'<c><v>1</v></c>' * 16_390}</row>")
    assert len(rows[1]) == 16_384
    assert "more cells than a sheet can have" in words(problems[0])
