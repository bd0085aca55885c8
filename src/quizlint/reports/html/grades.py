"""The picture of every item's reading grade over its level: a point each, a link from each."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from statistics import median
from typing import Any, NamedTuple

from markupsafe import Markup

from quizlint.engine.result import DocumentRecord, Result
from quizlint.reports.html.writing import shown
from quizlint.reports.look import plural

WIDTH, HEIGHT = 320, 240
LEFT, TOP, BOTTOM = 30, 8, 24
DRAWN = 1_500
"""Points that are drawn: all that are beyond their band, then the others in their order."""

SHOWN = 6
"""Levels that have a column, those with the most items; what is left over is named in words."""

_GOLDEN = 0.618034
"""Points of a column are spread by steps of the golden ratio, which never fall into rows."""


class Point(NamedTuple):
    """One item: where it leads on the page, and what is known of its reading."""

    link: str
    item: str
    path: str
    level: str
    position: float
    value: float
    end: float
    over: bool


def grade_picture(result: Result, anchors: Mapping[str, str]) -> tuple[str, str, Markup] | None:
    """Title, words and picture of the grades; None where no labelled item has one.

    `anchors` name the place of each file on the page. An item with findings leads to its first, one
    without to its file, or to the table of documents where nothing is said of the whole file.
    """
    unit, points = _points(result, anchors)
    if not points:
        return None
    levels = _levels(points)
    title = f"Reading of each item by level ({unit})"
    words = _words(levels, points) + _off_scale(result)
    top = max(20.0, max(point.value for point in points)) if unit == "grade" else 100.0
    low = min(0.0, *(point.value for point in points))
    columns = [
        _column(level, found, at, len(levels), (low, top), unit)
        for at, (level, found) in enumerate(levels.items())
    ]
    svg = Markup(
        '<svg class="grades" viewBox="0 0 {w} {h}" role="group" aria-label="{label}">'
        "{axis}{columns}</svg>"
    ).format(
        w=WIDTH,
        h=HEIGHT,
        label=shown(title),
        axis=_axis((low, top)),
        columns=Markup("").join(columns),
    )
    return title, words, svg


def _points(result: Result, anchors: Mapping[str, str]) -> tuple[str, list[Point]]:
    """The points of the unit that most items are measured in, and its name."""
    first: dict[tuple[str, str], str] = {}
    for finding in result.findings:
        first.setdefault((finding.place.path, finding.item), f"f-{finding.fingerprint}")
    files = {path: anchors[path] for path, _ in first if path in anchors}
    listed = [(document, each) for document in result.documents for each in _items(document)]
    units = Counter(str(each["unit"]) for _, each in listed)
    unit = units.most_common(1)[0][0] if units else ""
    return unit, [
        Point(
            first.get((document.path, each["item"]), files.get(document.path, "documents")),
            str(each["item"]),
            document.path,
            str(each["level"]),
            float(each["position"]),
            float(each["value"]),
            float(each["end"]),
            bool(each["over"]),
        )
        for document, each in listed
        if each["unit"] == unit
    ]


def _items(document: DocumentRecord) -> Sequence[Mapping[str, Any]]:
    grades: Any = (document.statistics or {}).get("grades")
    return grades["items"] if grades else ()


def _levels(points: Sequence[Point]) -> dict[str, list[Point]]:
    """The points of the levels with the most items, from the lowest level up."""
    found: dict[str, list[Point]] = defaultdict(list)
    for point in points:
        found[point.level].append(point)
    kept = sorted(found, key=lambda level: -len(found[level]))[:SHOWN]
    return {level: found[level] for level in sorted(kept, key=lambda n: found[n][0].position)}


def _words(levels: Mapping[str, Sequence[Point]], points: Sequence[Point]) -> str:
    said = []
    for level, found in levels.items():
        over = [point for point in found if point.over]
        named = ", ".join(f"{point.item} in {point.path}" for point in over[:3])
        beyond = f", {len(over):,} beyond its band ({named})" if over else ""
        middle = median(point.value for point in found)
        said.append(f"{level}: {plural(len(found), 'item')} with a median of {middle:.1f}{beyond}")
    left = len(points) - sum(map(len, levels.values()))
    more = f"; and {plural(left, 'item')} of other levels" if left else ""
    return shown("; ".join(said) + more + ".")


def _off_scale(result: Result) -> str:
    """What is to be said of items whose label no scale has, so that they have no column."""
    labels: Counter[str] = Counter()
    for document in result.documents:
        grades: Any = (document.statistics or {}).get("grades")
        labels.update((grades or {}).get("off_scale") or {})
    if not labels:
        return ""
    named = ", ".join(f"'{label}'" for label, _ in labels.most_common(SHOWN))
    are = "is" if labels.total() == 1 else "are"
    return shown(
        f" {plural(labels.total(), 'item')} {are} left out, whose label is not on the scale "
        f"({named})."
    )


def _column(
    level: str,
    points: Sequence[Point],
    at: int,
    columns: int,
    scale: tuple[float, float],
    unit: str,
) -> Markup:
    wide = (WIDTH - LEFT) / columns
    left = LEFT + at * wide
    return (
        _band(points, left, wide, scale, unit)
        + Markup('<text x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(
            left + wide / 2, HEIGHT - 6, shown(level if len(level) <= 13 else level[:12] + "…")
        )
        + Markup("").join(_dots(points, left, wide, scale, DRAWN // columns))
    )


def _band(
    points: Sequence[Point], left: float, wide: float, scale: tuple[float, float], unit: str
) -> Markup:
    """What items of the level may ask of readers: the limit that most of them have."""
    end = Counter(point.end for point in points).most_common(1)[0][0]
    edge, rest = _height(end, scale), HEIGHT - BOTTOM
    top, tall = (edge, rest - edge) if unit == "grade" else (float(TOP), edge - TOP)
    return Markup(
        '<rect class="band" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>'
    ).format(left + 3, top, wide - 6, max(0.0, tall))


def _dots(
    points: Sequence[Point], left: float, wide: float, scale: tuple[float, float], most: int
) -> Iterator[Markup]:
    drawn = sorted(points, key=lambda point: not point.over)[:most]
    for point, step in zip(drawn, count(1)):
        yield Markup(
            '<a href="#{link}"{aside} aria-label="{name}"><title>{name}</title>'
            '<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="4"/></a>'
        ).format(
            link=point.link,
            # Whoever walks by keys meets what is to be mended; the words have the rest.
            aside=Markup("") if point.over else Markup(' tabindex="-1"'),
            name=shown(f"{point.item} in {point.path}: {point.level}, {point.value:.1f}"),
            kind="over" if point.over else "dot",
            x=left + 9 + (wide - 18) * (step * _GOLDEN % 1),
            y=_height(point.value, scale),
        )


def _axis(scale: tuple[float, float]) -> Markup:
    low, top = scale
    step = 5 if top - low <= 40 else 20
    first = int(-(-low // step) * step)
    return Markup("").join(
        Markup('<path class="axis" d="M{} {:.1f}H{}"/><text x="0" y="{:.1f}">{}</text>').format(
            LEFT, _height(value, scale), WIDTH, _height(value, scale) + 4, value
        )
        for value in range(first, int(top) + 1, step)
    )


def _height(value: float, scale: tuple[float, float]) -> float:
    """Where a value stands in the picture, from the top."""
    low, top = scale
    return TOP + (HEIGHT - TOP - BOTTOM) * (top - value) / (top - low)
