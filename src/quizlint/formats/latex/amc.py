"""automultiplechoice: `question` environments with `\\correctchoice{}` and `\\wrongchoice{}`."""

import re
from collections.abc import Iterator

from quizlint.content import Interaction, Item, Option
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.latex.page import Page
from quizlint.text import Span, Text

_QUESTION = re.compile(
    r"\\begin\{(?P<kind>question(?:mult)?X?)\}\s*\{(?P<id>[^{}]*)\}",
)
_OFFERED = re.compile(r"\\begin\{(?:reponses|choices)[A-Za-z]*\}")
_CHOICE = re.compile(r"\\(?P<said>bonne|correctchoice|mauvaise|wrongchoice)(?![A-Za-z])")
_EXPLAIN = re.compile(r"\\(?:explain|AMCexplain|explication)(?![A-Za-z])")
_ASIDE = re.compile(r"\\(?:bareme|scoring|QuestionIndicative)(?:\{[^{}]*\})?|\\AMC[a-z]+\{[^{}]*\}")


def items(page: Page, desk: Desk) -> Iterator[Item]:
    """Every question with choices."""
    number = done = 0
    for match in _QUESTION.finditer(page.text):
        start, end = match.end(), page.closing(match["kind"], match.end())
        if end is None or start < done:
            continue
        done = end
        last = page.text.find("}", end) + 1
        choices = list(_CHOICE.finditer(page.text, start, end))
        if not choices:
            continue
        offered = _OFFERED.search(page.text, start, end)
        stem_end = choices[0].start() if offered is None else offered.start()
        aside = _ASIDE.match(page.text, start + _indent(page.text, start), stem_end)
        drafted = Drafted(
            Span(match.start(), last),
            Interaction.MULTIPLE if "mult" in match["kind"] else Interaction.CHOICE,
            page.words(start if aside is None else aside.end(), stem_end),
            f"questions[{number}]",
            shuffle=True,
        )
        number += 1
        if match["id"].strip():
            drafted.id = Text(match["id"], Span(*match.span("id")), page.source)
        if drafted.stem is None:
            desk.missing(drafted.span, "stem", "question", drafted.route)
        for choice in choices:
            first, last = page.argument(choice.end())
            text = page.words(first, last)
            if text is not None:
                right = choice["said"] in ("bonne", "correctchoice")
                span = Span(choice.start(), min(last + 1, end))
                drafted.options.append(Option(text, span, correct=right))
        explained = _EXPLAIN.search(page.text, start, end)
        if explained is not None:
            drafted.rationale = page.words(*page.argument(explained.end()))
        yield finish(drafted, desk)


def _indent(text: str, start: int) -> int:
    return len(text[start:]) - len(text[start:].lstrip()) if start < len(text) else 0
