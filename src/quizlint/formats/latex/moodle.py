"""The moodle package: `multi`, `truefalse`, `shortanswer` and `numerical` environments."""

import re
from collections.abc import Iterator

from quizlint.content import Interaction, Item, Option
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.keys import accepted
from quizlint.formats.latex.page import Page
from quizlint.text import Span, Text

_QUESTION = re.compile(
    r"\\begin\{(?P<kind>multi|truefalse|shortanswer|numerical)\}\s*(?:\[(?P<set>[^\]]*)\])?\s*"
    r"\{(?P<id>[^{}]*)\}",
)
_ITEM = re.compile(r"\\item(?![A-Za-z])(?P<right>\*)?\s*(?:\[(?P<set>[^\]]*)\])?(?P<star>\*)?")
_FRACTION = re.compile(r"fraction\s*=\s*\{?(-?\d+(?:\.\d+)?)")

KINDS = {"shortanswer": Interaction.TEXT, "numerical": Interaction.NUMERIC}


def items(page: Page, desk: Desk) -> Iterator[Item]:
    """Every question."""
    number = done = 0
    for match in _QUESTION.finditer(page.text):
        start, end = match.end(), page.closing(match["kind"], match.end())
        if end is None or start < done:
            continue
        done = end
        last = page.text.find("}", end) + 1
        marks = list(_ITEM.finditer(page.text, start, end))
        stem = page.words(start, marks[0].start() if marks else end)
        drafted = Drafted(Span(match.start(), last), None, stem, f"questions[{number}]")
        number += 1
        if match["id"].strip():
            drafted.id = Text(match["id"], Span(*match.span("id")), page.source)
        if stem is None:
            desk.missing(drafted.span, "stem", "question", drafted.route)
        for index, mark in enumerate(marks):
            stop = marks[index + 1].start() if index + 1 < len(marks) else end
            text = page.words(mark.end(), stop)
            if text is not None:
                right = (mark["right"] or mark["star"]) is not None
                share = _FRACTION.search(mark["set"] or "")
                points = None if share is None else float(share[1])
                drafted.options.append(
                    Option(
                        text,
                        Span(mark.start(), text.span.end),
                        correct=right or (points or 0) > 0,
                        weight=points,
                    )
                )
        kind = KINDS.get(match["kind"])
        if kind is not None:
            drafted.interaction = kind
            drafted.key = accepted(option.text for option in drafted.options)
            drafted.options = []
        elif match["kind"] == "truefalse":
            drafted.interaction = Interaction.TRUE_FALSE
        else:
            several = re.search(r"\b(?:multiple|single\s*=\s*false)\b", match["set"] or "")
            drafted.interaction = Interaction.MULTIPLE if several else Interaction.CHOICE
        shuffled = re.search(r"shuffle\s*=\s*(true|false)", match["set"] or "")
        drafted.shuffle = None if shuffled is None else shuffled[1] == "true"
        yield finish(drafted, desk)
