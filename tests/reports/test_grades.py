"""The picture of grades over levels, without a browser."""

import re

from quizlint import read
from quizlint.engine.measure import measured
from quizlint.engine.plan import Plan
from quizlint.engine.result import Result
from quizlint.reports.html.grades import DRAWN, grade_picture
from reports.canned import canned


def graded(*items: dict[str, object]) -> Result:
    result = canned()
    first, *rest = result.documents
    stats = {**(first.statistics or {}), "grades": {"by_level": {}, "items": list(items)}}
    return result.replaced(documents=(first._replace(statistics=stats), *rest))


def item(name: str, level: str, position: float, value: float, over: bool) -> dict[str, object]:
    end = 8.0 if position == 0 else 18.0
    return {"item": name, "level": level, "position": position, "value": value, "words": 30} | {
        "unit": "grade",
        "end": end,
        "over": over,
    }


ITEMS = (
    item("easy", "beginner", 0.0, 3.0, False),
    item("eviction", "beginner", 0.0, 17.0, True),
    item("hard", "advanced", 1.0, 12.0, False),
)


def test_every_item_is_a_point_that_leads_somewhere() -> None:
    result = graded(*ITEMS)
    path = result.documents[0].path
    picture = grade_picture(result, {document.path: "d1" for document in result.documents})
    assert picture is not None
    title, words, svg = picture
    links = re.findall(r'<a href="#([^"]+)"', svg)
    assert len(links) == 3
    first = next(f for f in result.findings if (f.place.path, f.item) == (path, "eviction"))
    assert f"f-{first.fingerprint}" in links
    assert links.count("d1") == 2
    assert "grade" in title
    assert words.startswith("beginner: 2 items with a median of 10.0, 1 beyond its band (eviction")
    assert svg.index("beginner") < svg.index("advanced")
    assert svg.count('class="over"') == 1
    assert svg.count("tabindex") == 2


def test_without_grades_there_is_no_picture() -> None:
    assert grade_picture(graded(), {}) is None
    assert grade_picture(canned(), {}) is None


def test_a_large_result_is_drawn_in_part_the_heavy_items_first() -> None:
    many = [item(f"i{n}", "beginner", 0.0, 3.0, False) for n in range(DRAWN + 50)]
    picture = grade_picture(graded(*many, ITEMS[1]), {})
    assert picture is not None
    assert picture[2].count("<circle") == DRAWN
    assert picture[2].count('class="over"') == 1


def test_names_of_authors_stay_text() -> None:
    hostile = item("<script>alert(1)</script>", "<b>beginner</b>", 0.0, 3.0, False)
    picture = grade_picture(graded(hostile), {})
    assert picture is not None
    assert "<script" not in picture[2]
    assert "<b>" not in picture[2]


def test_items_whose_label_is_on_no_scale_are_named() -> None:
    result = graded(*ITEMS)
    first, *rest = result.documents
    items = {"items": list(ITEMS), "off_scale": {"<wizard>": 2}}
    stats: dict[str, object] = {"grades": items}
    named = grade_picture(result.replaced(documents=(first._replace(statistics=stats), *rest)), {})
    assert named is not None
    assert named[1].endswith(" 2 items are left out, whose label is not on the scale ('<wizard>').")


def test_a_real_sheet_counts_its_labels_off_the_scale() -> None:
    text = """\
kind: cheat-sheet
cards:
  - {difficulty: beginner, front: What is a cache?, back: A store that keeps copies close by.}
  - {difficulty: wizard, front: What is a write-back?, back: A write that waits.}
"""
    (document,) = read("a.sheet.yaml", text.encode()).documents
    plan = Plan(rules=())
    assert measured(document, "en", plan).off_scale == {"wizard": 1}
