"""A stored result is as hostile as content: every payload in every field, in every report."""

import copy
import csv
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import StringIO
from typing import Any
from xml.etree import ElementTree

import pytest

from payloads import COMMAND, DRIVING, PAYLOADS
from quizlint.engine.result import Result
from quizlint.reports import REPORTS, renderer
from quizlint.reports.json import as_data
from quizlint.reports.look import PLAIN
from quizlint.reports.stored import NotAResultError, parse
from reports.canned import canned

Way = tuple[int | str, ...]
GOOD: dict[str, Any] = as_data(canned())
EXTREMES: dict[str, Any] = {
    "null": None,
    "true": True,
    "minus": -1,
    "zero": 0,
    "huge": 10**30,
    "beyond a float": 10**400,
    "fraction": 0.5,
    "large float": 1e308,
    "infinite": float("inf"),
    "not a number": float("nan"),
    "bracket": "[",
    "superscript": "questions[0].options[²]",
    "digits": "[" + "9" * 5000 + "].questions[" + "9" * 5000 + "]",
    "list": [],
    "lists": [[]],
    "table": {},
    "nested": {"a": {"b": [{}]}},
}


def leaves(data: Any, way: Way = ()) -> Iterator[Way]:
    """The way to every value that is no list or table."""
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from leaves(value, (*way, key))
    else:
        yield way


def nodes(data: Any, way: Way = ()) -> Iterator[Way]:
    """The way to every value; of list entries that are alike only to the first."""
    yield way
    if isinstance(data, dict):
        for key, value in data.items():
            yield from nodes(value, (*way, key))
    elif isinstance(data, list) and data:
        yield from nodes(data[0], (*way, 0))


def value_at(data: Any, way: Way) -> Any:
    for step in way:
        data = data[step]
    return data


def with_value(way: Way, value: Any) -> Any:
    """The good result with one value replaced."""
    if not way:
        return value
    data = copy.deepcopy(GOOD)
    value_at(data, way[:-1])[way[-1]] = value
    return data


def stored(data: Any) -> Result:
    return parse(json.dumps(data).encode())


def accepted(way: Way, text: str) -> bool:
    try:
        stored(with_value(way, text))
    except NotAResultError:
        return False
    return True


FREE = [way for way in leaves(GOOD) if isinstance(value_at(GOOD, way), str)]
FREE = [way for way in FREE if accepted(way, "x")]
"""The fields that may hold any text."""


def everywhere(text: str) -> Result:
    """The canned result with a text in every field that may hold any."""
    data = copy.deepcopy(GOOD)
    for way in FREE:
        value_at(data, way[:-1])[way[-1]] = text
    return stored(data)


def check(name: str, text: str) -> None:
    """What must hold for a report, whatever is in it."""
    assert not DRIVING.search(text.replace("\r\n", "\n") if name == "csv" else text)
    text.encode()
    if name != "html":  # its style and script are our own
        commands = [
            match for match in COMMAND.finditer(text) if name != "github" or "#" in match[0]
        ]
        assert not commands
    match name:
        case "json" | "sarif" | "gitlab" | "rdjson":
            json.loads(text)
        case "jsonl":
            assert all(map(json.loads, text.splitlines()))
        case "junit" | "checkstyle":
            ElementTree.fromstring(text)
        case "csv":
            rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"))))
            assert len({len(row) for row in rows}) == 1
            assert len(rows) == text.count("\n")
            signs = set("=+-@|%") | set("＝＋－＠")
            assert not [cell for row in rows for cell in row if cell.strip()[:1] in signs]
        case "markdown":
            assert not re.search(r"<[a-z!/]|!\[|\]\((?!https://quizlint\.example\.org/)|@me", text)
        case "github":
            for line in text.splitlines():
                assert re.match(r"::(error|warning|notice) (file|title)=|\d+ more ", line)
        case "html":
            page = Page()
            page.feed(text)
            assert not page.wrong
            inside = re.sub("<(style|script)>.*?</\\1>", "", text, flags=re.DOTALL)
            assert not COMMAND.search(inside)


class Page(HTMLParser):
    """Collects what the page's own template has not."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag in ("script", "style")
        if tag in ("img", "iframe", "object", "base", "link", "x") or self.scripts > 2:
            self.wrong.append(tag)
        self.wrong += [name for name, _ in attrs if name.startswith("on")]
        self.wrong += [
            value for name, value in attrs if name == "href" and value and value[0] != "#"
        ]


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_all_fields_stays_text(name: str, payload: str) -> None:
    check(name, "".join(renderer(name).render(everywhere(PAYLOADS[payload]), PLAIN)))


@pytest.mark.parametrize("way", FREE, ids=lambda way: ".".join(map(str, way)))
def test_all_payloads_in_one_field_stay_text(way: Way) -> None:
    short = (text for name, text in PAYLOADS.items() if name != "long")
    result = stored(with_value(way, "\n".join(short)))
    for name in REPORTS:
        check(name, "".join(renderer(name).render(result, PLAIN)))


@pytest.mark.parametrize("way", [*nodes(GOOD)], ids=lambda way: ".".join(map(str, way)) or "whole")
def test_an_extreme_value_is_refused_at_its_place_or_rendered(way: Way) -> None:
    for value in EXTREMES.values():
        try:
            result = stored(with_value(way, value))
        except NotAResultError:
            continue
        for name in ("full", "grouped", "html", "json", "markdown", "sarif", "github"):
            check(name, "".join(renderer(name).render(result, PLAIN)))


@pytest.mark.parametrize(
    ("way", "value", "said"),
    [
        (("findings", 0, "line"), 0, "findings[0].line: "),
        (("documents", 0, "acceptable"), 10**30, "documents[0].acceptable: "),
        (("documents", 0, "acceptable"), 4, "documents[0]: more items are acceptable than"),
        (("documents", 0, "stats", "cards"), "x", "documents[0].stats.cards: "),
        (("documents", 0, "stats", "cards"), 5, "documents[0]: items is not what stats add up to"),
        (("documents", 0, "stats", "guessability", "score"), 2, "guessability.score: "),
        (("documents", 0, "stats", "key_positions", "A"), -1, "stats.key_positions.A: "),
        (("findings", 1, "code"), "ZZZ999", "findings[1].code: rules says nothing of ZZZ999"),
        (("gate", "min_quality"), float("inf"), "gate.min_quality: "),
        (("items", 0, "content", "stem"), 10**30, "items[0].content.stem"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(way: Way, value: Any, said: str) -> None:
    with pytest.raises(NotAResultError) as error:
        stored(with_value(way, value))
    assert said in str(error.value)


@pytest.mark.parametrize("text", [r"\ud800", r"\udce9"])
def test_half_a_character_is_no_text(text: str) -> None:
    data = json.dumps(with_value(("findings", 0, "path"), "HALF")).replace("HALF", text)
    with pytest.raises(NotAResultError, match="line 1"):
        parse(data.encode())


def test_a_number_of_many_digits_is_no_error_of_ours() -> None:
    data = json.dumps(with_value(("findings", 0, "line"), 424242)).replace("424242", "9" * 5000)
    with pytest.raises(NotAResultError):
        parse(data.encode())
