"""Word documents: what the page shows, where it stands, and what was made to do harm."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import RGBColor
from docx.text.run import Run
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlint.content import Question, Reading
from quizlint.content.problems import BrokenArchive
from quizlint.engine.read import read
from quizlint.engine.session import check
from telling import words

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ASKED = (
    ("Which river runs through Cairo?", ("Nile", "Niger", "Congo"), 0),
    ("Which lake is the deepest?", ("Victoria", "Baikal", "Chad"), 1),
)


def whole(document: object) -> Reading:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return read("exam.docx", file.getvalue())


def raw(body: str, **parts: str) -> bytes:
    """A document with this body, and other parts by the names of their files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {SPACE}>{body}</w:document>")
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return file.getvalue()


def said(text: str, properties: str = "", run: str = "") -> str:
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def questions(reading: Reading) -> list[Question]:
    return [q for member in reading.members for d in member.documents for q in d.questions]


def keys(reading: Reading) -> list[tuple[int, ...]]:
    return [each.key.indices for each in questions(reading)]


def check_all(reading: Reading) -> None:
    found = questions(reading)
    assert [each.stem.plain for each in found] == [stem for stem, _, _ in ASKED]
    assert [tuple(o.text.plain for o in each.options) for each in found] == [
        options for _, options, _ in ASKED
    ]
    assert keys(reading) == [(right,) for _, _, right in ASKED]
    assert not [each for member in reading.members for each in member.problems]


def bold(run: Run) -> None:
    run.bold = True


def lit(run: Run) -> None:
    run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def underlined(run: Run) -> None:
    run.underline = True


def red(run: Run) -> None:
    run.font.color.rgb = RGBColor(200, 0, 0)


@pytest.mark.parametrize("mark", [bold, lit, underlined, red])
@pytest.mark.parametrize("label", ["{}. ", "({}) ", ""])
def test_the_key_is_the_option_that_is_set_off(mark: Callable[[Run], None], label: str) -> None:
    document = Document()
    for number, (stem, options, right) in enumerate(ASKED, 1):
        document.add_paragraph(f"{number}. {stem}")
        for at, option in enumerate(options):
            run = document.add_paragraph().add_run(label.format("ABC"[at]) + option)
            if at == right:
                mark(run)
    check_all(whole(document))


def test_the_letter_alone_may_be_set_off() -> None:
    document = Document()
    for number, (stem, options, right) in enumerate(ASKED, 1):
        document.add_paragraph(f"{number}. {stem}")
        for at, option in enumerate(options):
            paragraph = document.add_paragraph()
            label = paragraph.add_run(f"{'ABC'[at]}. ")
            if at == right:
                bold(label)
            paragraph.add_run(option)
    check_all(whole(document))


def test_a_mark_that_all_options_have_is_none() -> None:
    document = Document()
    for number, (stem, options, right) in enumerate(ASKED, 1):
        document.add_paragraph().add_run(f"{number}. {stem}").bold = True
        for at, option in enumerate(options):
            run = document.add_paragraph().add_run(f"{'ABC'[at]}) {option}")
            run.bold = True
            if at == right:
                lit(run)
    check_all(whole(document))


@pytest.mark.parametrize("form", ["*{}. ", "answer", "Right answer: ", "list", "table"])
def test_the_key_is_told_in_words(form: str) -> None:
    document = Document()
    for number, (stem, options, right) in enumerate(ASKED, 1):
        document.add_paragraph(f"{number}. {stem}")
        for at, option in enumerate(options):
            star = "*" if form.startswith("*") and at == right else ""
            document.add_paragraph(f"{star}{'abc'[at]}. {option}")
        if form == "answer":
            document.add_paragraph(f"Answer: {'abc'[right]}")
        elif form.endswith(": "):
            document.add_paragraph(f"Correct answer: {options[right]}")
    if form == "list":
        document.add_heading("Answers", 2)
        for number, (_, _, right) in enumerate(ASKED, 1):
            document.add_paragraph(f"{number}. {'abc'[right]}")
    elif form == "table":
        document.add_paragraph("Answer key")
        table = document.add_table(rows=0, cols=2)
        for number, (_, _, right) in enumerate(ASKED, 1):
            cells = table.add_row().cells
            cells[0].text, cells[1].text = str(number), "ABC"[right]
    check_all(whole(document))


NUMBERING = (
    f"<w:numbering {SPACE}>"
    '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>'
)


def listed(depth: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="7"/></w:numPr>'


def test_numbers_and_letters_of_lists_are_read_though_no_text_has_them() -> None:
    body = ""
    for stem, options, right in ASKED:
        body += said(stem, listed(0))
        for at, option in enumerate(options):
            body += said(option, listed(1), "<w:b/>" if at == right else '<w:b w:val="0"/>')
    reading = read("exam.docx", raw(f"<w:body>{body}</w:body>", numbering=NUMBERING))
    check_all(reading)
    second = questions(reading)[1]
    assert second.number is not None
    assert second.number.value == "2."
    assert [each.label.value for each in second.options if each.label] == ["a", "b", "c"]


def test_a_place_is_a_paragraph_and_a_character(tmp_path: Path) -> None:
    document = Document()
    for line in ("Test", "", "1. Which river runs through Cairo?", "A. Nile", "B. Congo"):
        document.add_paragraph(line)
    document.add_paragraph("C. Nile")
    document.add_paragraph("Answer: B")
    path = tmp_path / "exam.docx"
    document.save(str(path))
    (tmp_path / "quizlint.toml").write_text("")
    result = check([str(path)], config=str(tmp_path / "quizlint.toml"))
    (finding,) = (each for each in result.findings if each.code == "OPT001")
    place = finding.place
    assert (place.line, place.column, place.end_line, place.end_column) == (6, 4, 6, 8)
    assert place.path.endswith("exam.docx!text")
    assert finding.excerpt == "C. Nile"
    assert finding.marked == "Nile"
    assert finding.repair is None


def test_a_table_of_questions_is_read_as_one() -> None:
    document = Document()
    document.add_paragraph("Please fill in.")
    table = document.add_table(rows=1, cols=5)
    rows = [["Question", "A", "B", "C", "Answer"]]
    rows += [[stem, *options, "ABC"[right]] for stem, options, right in ASKED]
    for at, row in enumerate(rows):
        cells = table.rows[0].cells if not at else table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    reading = whole(document)
    check_all(reading)
    (member,) = reading.members
    option = questions(reading)[1].options[1].text
    assert member.source.path == "exam.docx!table 1"
    assert member.source.position(option.span.start) == (3, 3)


def test_lines_of_one_paragraph_are_lines() -> None:
    document = Document()
    for number, (stem, options, right) in enumerate(ASKED, 1):
        run = document.add_paragraph().add_run(f"{number}. {stem}")
        for at, option in enumerate(options):
            run.add_break()
            run.add_text(f"{'ABC'[at]}) {option}")
        run.add_break()
        run.add_text(f"Answer: {'ABC'[right]}")
    reading = whole(document)
    check_all(reading)
    (member,) = reading.members
    assert [member.source.position(each.stem.span.start).line for each in questions(reading)] == [
        1,
        2,
    ]


def test_signs_of_markdown_are_what_they_show() -> None:
    document = Document()
    document.add_paragraph("1. What is `a*b*c < d` in C_1_ <b>now</b>?")
    for line in ("A. 2*3*4", "B. <i>x</i>", "C. \\n", "Answer: A"):
        document.add_paragraph(line)
    (question,) = questions(whole(document))
    assert question.stem.plain == "What is `a*b*c < d` in C_1_ <b>now</b>?"
    assert [each.text.plain for each in question.options] == ["2*3*4", "<i>x</i>", "\\n"]


def test_a_document_that_is_no_quiz_is_left_alone() -> None:
    document = Document()
    document.add_heading("Minutes", 1)
    document.add_paragraph("Points to discuss:")
    for point in ("Budget", "Chairs", "Roof"):
        document.add_paragraph(point, style="List Bullet")
    reading = whole(document)
    assert reading.skipped is not None
    assert "no question with options" in reading.skipped


def test_what_was_deleted_is_not_read_and_what_was_put_in_is() -> None:
    body = said("1. Which river runs through Cairo?")
    body += "<w:p><w:ins><w:r><w:t>A. Nile</w:t></w:r></w:ins></w:p>"
    body += (
        "<w:p><w:del><w:r><w:delText>X</w:delText></w:r></w:del><w:r><w:t>B. Po</w:t></w:r></w:p>"
    )
    body += said("Answer: A")
    (question,) = questions(read("exam.docx", raw(f"<w:body>{body}</w:body>")))
    assert [each.text.plain for each in question.options] == ["Nile", "Po"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"plain text", "not a ZIP archive"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "save it as plain .docx"),
        (raw("")[:-30], "damaged"),
        (raw(""), "no word/document.xml with a body"),
        (raw("<w:body><w:p>"), "'word/document.xml' is damaged"),
        (raw("<w:body/>", styles="<x"), "'word/styles.xml' is damaged"),
        (raw("<w:body/>", numbering='<!DOCTYPE a [<!ENTITY b "c">]><a/>'), "defines entities"),
        (raw("<w:body>" + "<w:p>" * 400 + "</w:p>" * 400 + "</w:body>"), "is damaged"),
        (raw("<w:body>" + " " * 5_000_000 + "</w:body>"), "would unpack to more than"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, told: str) -> None:
    reading = read("exam.docx", data)
    found = [each for one in (reading, *reading.members) for each in one.problems]
    assert [type(each) for each in found] == [BrokenArchive]
    assert told in words(found[0])


def test_an_archive_of_another_kind_is_no_document() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("quiz.gift", "Which? {=a ~b}")
    reading = read("exam.docx", file.getvalue())
    assert "no Word document" in words(reading.problems[0])


def test_links_macros_and_what_is_embedded_are_never_asked_for() -> None:
    """A part that would fail to be read if anything looked at it."""
    file = io.BytesIO(raw(f"<w:body>{said('1. Which?')}</w:body>"))
    with zipfile.ZipFile(file, "a") as archive:
        for name in ("word/vbaProject.bin", "word/embeddings/a.docx", "word/settings.xml"):
            archive.writestr(name, b"\xff" * 50)
        archive.writestr("word/_rels/document.xml.rels", "<broken")
    assert not read("exam.docx", file.getvalue()).problems


LISTS = (
    '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="7"/></w:numPr>',
    '<w:numPr><w:numId w:val="99999999999"/></w:numPr>',
    '<w:pStyle w:val="loop"/>',
)
STYLES = (
    f'<w:styles {SPACE}><w:style w:styleId="loop"><w:basedOn w:val="loop"/></w:style></w:styles>'
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["1. Which?", "A. x", "*b) y", "Answer: B", "", "# z", "|", "- [x] q", "___", "```"]
            )
            | st.text(st.characters(codec="utf-8", categories=["L", "P", "Z"]), max_size=8),
            st.sampled_from(["", *LISTS, listed(1), listed(88)]),
            st.sampled_from(["", "<w:b/>", '<w:highlight w:val="red"/>', '<w:u w:val="single"/>']),
        ),
        max_size=12,
    )
)
def test_any_paragraphs_are_read_and_have_their_places(rows: list[tuple[str, str, str]]) -> None:
    escaped = ((t.replace("&", "&amp;").replace("<", "&lt;"), p, r) for t, p, r in rows)
    body = "".join(said(*row) for row in escaped)
    reading = read("quiz.docx", raw(f"<w:body>{body}</w:body>", numbering=NUMBERING, styles=STYLES))
    for member in reading.members:
        assert not member.failed
        for question in questions(reading):
            start = member.source.position(question.stem.span.start)
            assert 1 <= start.line <= max(len(rows), 1)
            assert 0 <= question.span.start <= question.span.end <= len(member.source.text)
