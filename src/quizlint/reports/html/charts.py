"""Pictures of a result: inline SVG, each with the same facts in words.

Lengths are in the units of a 320-wide view box; colours come from the page's style.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from quizlint.content import Severity
from quizlint.engine.result import DocumentRecord, Result, RunNumbers
from quizlint.reports.html.grades import grade_picture
from quizlint.reports.html.writing import as_html
from quizlint.reports.look import plural
from quizlint.rules.registry import family_of

WIDTH = 320
ROW = 22
LABEL = 96
BAR = WIDTH - LABEL - 44
SHOWN = 12
"""Rows of a picture; what is left over is named in its words."""

FAMILIES = {
    "STR": "Structure",
    "KEY": "Answer keys",
    "OPT": "Options",
    "STM": "Stems",
    "LVL": "Levels",
    "CRD": "Cards",
    "PRM": "Prompts",
    "SET": "Whole quizzes",
    "BNK": "Across files",
    "TRN": "Translations",
    "FMT": "Portability",
    "MED": "Media",
    "SUP": "Suppressions",
}


class Chart(NamedTuple):
    """A picture, its caption and its facts in words."""

    title: str
    words: str
    svg: Markup


class Bar(NamedTuple):
    """A row: its name, its parts as (class, length), and what is written behind it."""

    name: str
    parts: Sequence[tuple[str, float]]
    value: str
    tick: float | None = None


def charts(result: Result, anchors: Mapping[str, str]) -> list[Chart]:
    """All pictures that the result has numbers for; `anchors` name the places of its files."""
    stats = [document.statistics or {} for document in result.documents]
    drawn = (
        _families(result),
        _levels(stats),
        _positions(stats),
        _reading(stats),
        None if (picture := grade_picture(result, anchors)) is None else Chart(*picture),
        _coverage(result.documents),
        _guessing(result.documents),
        _trend(result.history),
    )
    return [chart for chart in drawn if chart is not None]


def _families(result: Result) -> Chart | None:
    counts: dict[str, Counter[Severity]] = defaultdict(Counter)
    for finding in result.findings:
        counts[family_of(finding.code)][finding.severity] += 1
    bars = []
    for family, by in sorted(counts.items(), key=lambda each: -each[1].total()):
        parts = [
            (str(severity), float(by[severity])) for severity in sorted(Severity, reverse=True)
        ]
        bars.append(Bar(FAMILIES.get(family, family), parts, f"{by.total():,}"))
    return _bars("Findings by family", bars)


def _levels(stats: Sequence[Mapping[str, Any]]) -> Chart | None:
    counts: Counter[str] = Counter()
    for each in stats:
        counts.update(each.get("levels") or {})
    bars = [Bar(level, [("plain", float(n))], f"{n:,}") for level, n in counts.most_common()]
    return _bars("Items by level", bars)


def _positions(stats: Sequence[Mapping[str, Any]]) -> Chart | None:
    counts: Counter[str] = Counter()
    for each in stats:
        counts.update(each.get("key_positions") or {})
    total = counts.total() or 1
    bars = [
        Bar(position, [("plain", float(n))], f"{n / total:.0%}")
        for position, n in sorted(counts.items())
    ]
    return _bars("Where keys stand", bars)


def _reading(stats: Sequence[Mapping[str, Any]]) -> Chart | None:
    """The grade of each level: the documents' grades, weighted by their words."""
    words: Counter[str] = Counter()
    grades: dict[str, float] = defaultdict(float)
    for each in stats:
        for level, read in ((each.get("reading") or {}).get("by_level") or {}).items():
            words[level] += read["words"]
            grades[level] += read["words"] * read["flesch_kincaid_grade"]
    bars = []
    for level, count in words.most_common():
        grade = grades[level] / (count or 1)
        bars.append(Bar(level, [("plain", max(0.0, grade))], f"{grade:.1f}"))
    return _bars("Reading load by level (Flesch-Kincaid grade)", bars)


def _coverage(documents: Sequence[DocumentRecord]) -> Chart | None:
    """How many questions test each card of one document, or how many cards of each are touched."""
    covered: list[tuple[DocumentRecord, Any]] = [
        (document, coverage)
        for document in documents
        if (coverage := (document.statistics or {}).get("coverage"))
    ]
    if len(covered) == 1:
        return _tests_of_cards(covered[0][1])
    rows = [(document, len(each["untested"])) for document, each in covered]
    rows.sort(key=lambda row: (1 - row[1] / (row[0].cards or 1), row[0].path))
    bars = [
        Bar(
            document.title,
            [("plain", 1 - left / (document.cards or 1))],
            f"{document.cards - left:,} of {document.cards:,}",
        )
        for document, left in rows
    ]
    chart = _bars("Cards that questions touch", bars, most=1.0)
    return None if chart is None else chart._replace(words=_untouched(covered))


def _tests_of_cards(coverage: Mapping[str, Any]) -> Chart | None:
    tests: dict[str, list[str]] = {card: [] for card in coverage["untested"]}
    for question, card in coverage["tested"].items():
        if card is not None:
            tests.setdefault(card, []).append(question)
    bars = [Bar(card, [("plain", float(len(by)))], str(len(by))) for card, by in tests.items()]
    chart = _bars("Questions that test each card", bars)
    said = [f"{card} is tested by {', '.join(by)}" for card, by in tests.items() if by]
    if coverage["untested"]:
        said.append(f"no question touches {', '.join(coverage['untested'])}")
    lost = [question for question, card in coverage["tested"].items() if card is None]
    if lost:
        said.append(f"no card prepares for {', '.join(lost)}")
    return None if chart is None else chart._replace(words="; ".join(said) + ".")


def _untouched(covered: Sequence[tuple[DocumentRecord, Any]]) -> str:
    """Which cards of which document no question touches."""
    left = [(document.path, each["untested"]) for document, each in covered if each["untested"]]
    if not left:
        return "Every card is touched by a question."
    said = [f"in {path} no question touches {', '.join(cards)}" for path, cards in left[:SHOWN]]
    more = f"; and so in {plural(len(left) - SHOWN, 'more file')}" if len(left) > SHOWN else ""
    return "; ".join(said) + more + "."


def _guessing(documents: Sequence[DocumentRecord]) -> Chart | None:
    """Where knowing tests but not the subject pays most, against chance."""
    rows = []
    for document in documents:
        guess: Any = (document.statistics or {}).get("guessability")
        if guess:
            rows.append((guess["score"] - guess["chance"], document, guess))
    rows.sort(key=lambda row: (-row[0], row[1].path))
    bars = [
        Bar(
            document.title,
            [("plain", guess["score"])],
            f"{guess['score']:.0%}",
            guess["chance"],
        )
        for _, document, guess in rows
    ]
    title = "Guessed without knowing the subject (line: chance)"
    return _bars(title, bars, most=1.0)


def _trend(history: Sequence[RunNumbers]) -> Chart | None:
    """The share of acceptable items from run to run."""
    if len(history) < 2:
        return None
    shares = [run.acceptable / run.items if run.items else 1.0 for run in history]
    step = (WIDTH - 20) / (len(shares) - 1)
    points = " ".join(f"{10 + i * step:.1f},{100 - 80 * s:.1f}" for i, s in enumerate(shares))
    words = (
        f"Over {plural(len(history), 'run')} from {history[0].when} to {history[-1].when} the "
        f"share of acceptable items went from {shares[0]:.0%} to {shares[-1]:.0%}; errors from "
        f"{history[0].errors:,} to {history[-1].errors:,}."
    )
    svg = Markup(
        '<svg viewBox="0 0 {w} 120" role="img" aria-label="{words}">'
        '<path class="axis" d="M10 20H310M10 100H310"/>'
        '<polyline class="line" points="{points}"/>'
        '<text x="10" y="14">100 %</text><text x="10" y="115">0 %</text></svg>'
    ).format(w=WIDTH, words=as_html(words), points=points)
    return Chart("Acceptable items from run to run", words, svg)


def _bars(title: str, bars: Sequence[Bar], most: float | None = None) -> Chart | None:
    if not bars:
        return None
    kept, left = bars[:SHOWN], len(bars) - SHOWN
    words = "; ".join(f"{bar.name} {bar.value}{_than(bar)}" for bar in kept)
    if left > 0:
        words += f"; and {left:,} more"
    longest = most or max((sum(length for _, length in bar.parts) for bar in kept), default=0) or 1
    rows = Markup("").join(_row(bar, at, BAR / longest) for at, bar in enumerate(kept))
    svg = Markup('<svg viewBox="0 0 {w} {h}" role="img" aria-label="{label}">{rows}</svg>').format(
        w=WIDTH, h=len(kept) * ROW + 4, label=as_html(f"{title}: {words}."), rows=rows
    )
    return Chart(title, words + ".", svg)


def _than(bar: Bar) -> str:
    return "" if bar.tick is None else f" (chance {bar.tick:.0%})"


def _row(bar: Bar, at: int, unit: float) -> Markup:
    top = at * ROW + 4
    name = bar.name if len(bar.name) <= 15 else bar.name[:13] + "…"
    pieces = [Markup('<text x="0" y="{}">{}</text>').format(top + 12, as_html(name))]
    left = float(LABEL)
    for kind, length in bar.parts:
        if length:
            drawn = Markup('<rect class="{}" x="{:.1f}" y="{}" width="{:.1f}" height="14"/>')
            pieces.append(drawn.format(kind, left, top, max(1.0, length * unit)))
            left += length * unit
    if bar.tick is not None:
        x = LABEL + bar.tick * unit
        pieces.append(Markup('<path class="tick" d="M{:.1f} {}v18"/>').format(x, top - 2))
        left = max(left, x)
    pieces.append(Markup('<text x="{:.1f}" y="{}">{}</text>').format(left + 5, top + 12, bar.value))
    return Markup("").join(pieces)
