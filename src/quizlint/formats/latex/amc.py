"""automultiplechoice: `question` environments with `\\correctchoice{}` and `\\wrongchoice{}`."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from quizlint.content import Interaction, Item, Option, Prompt
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.keys import accepted
from quizlint.formats.latex.page import Page
from quizlint.text import Span, Text

_QUESTION = re.compile(
    r"\\begin\{(?P<kind>question(?:mult)?[xX]?)\}\s*(?:\[[^\]\r\n]*\]\s*)?\{(?P<id>[^{}]*)\}",
)
_OFFERED = re.compile(r"\\begin\{(?:reponses|choices)[A-Za-z]*\}|\\AMCBoxedAnswers")
_CHOICE = re.compile(r"\\(?P<said>bonne|correctchoice|mauvaise|wrongchoice)(?![A-Za-z])")
_NUMBER = re.compile(r"\\AMCnumericChoices\s*(?=\{)")
_OPEN = re.compile(r"\\AMCOpen(?![A-Za-z])")
_EXPLAIN = re.compile(r"\\(?:explain|AMCexplain|explication)(?![A-Za-z])")
_ASIDE = re.compile(
    r"(?:\s*(?:\\(?:bareme|scoring|QuestionIndicative)(?:\{[^{}]*\})?|\\AMC[a-z]+\{[^{}]*\}"
    r"|\\label\{[^{}]*\}))+"
)
_OFF = re.compile(r"\b(?P<name>exact|decimals)\s*=\s*(?P<digits>\d{1,9})")


def items(page: Page, desk: Desk) -> Iterator[Item]:
    """Every question; one to be answered at length is a prompt."""
    questions = prompts = done = 0
    for match in _QUESTION.finditer(page.text):
        start, end = match.end(), page.closing(match["kind"], match.end())
        if end is None or start < done:
            continue
        done = end
        span = Span(match.start(), page.text.find("}", end) + 1)
        named = Text(match["id"], Span(*match.span("id")), page.source)
        number = _NUMBER.search(page.text, start, end)
        open_ = _OPEN.search(page.text, start, end)
        first = next(_CHOICE.finditer(page.text, start, end), None)
        offered = _OFFERED.search(page.text, start, end)
        parts = [each.start() for each in (number, open_, first, offered) if each is not None]
        aside = _ASIDE.match(page.text, start, min(parts, default=end))
        stem = page.words(start if aside is None else aside.end(), min(parts, default=end))
        if open_ is not None:
            if stem is not None:
                route = f"prompts[{prompts}]"
                yield Prompt(span=span, route=route, id=named if named else None, prompt=stem)
                prompts += 1
            continue
        if number is None and first is None:
            continue  # a description
        drafted = Drafted(span, None, stem, f"questions[{questions}]", shuffle=True)
        questions += 1
        drafted.id = named if named.value.strip() else None
        drafted.dynamic = page.computed(start, end)
        if stem is None:
            desk.missing(span, "stem", "question", drafted.route)
        if number is not None:
            _numeric(drafted, number.end(), page)
        else:
            _fill(drafted, start, end, page)
            several = "mult" in match["kind"]
            drafted.interaction = Interaction.MULTIPLE if several else Interaction.CHOICE
        explained = _EXPLAIN.search(page.text, start, end)
        if explained is not None:
            drafted.rationale = page.words(*page.argument(explained.end()))
        yield finish(drafted, desk)


def _fill(drafted: Drafted, start: int, end: int, page: Page) -> None:
    choices = list(_CHOICE.finditer(page.text, start, end))
    for choice, following in zip_longest(choices, choices[1:]):
        at = choice.end()
        told = page.bracket(at, end if following is None else following.start())
        first, last = page.argument(at if told is None else told[1] + 1)
        text = page.words(first, last)
        if text is not None:
            right = choice["said"] in ("bonne", "correctchoice")
            span = Span(choice.start(), min(last + 1, end))
            drafted.options.append(Option(text, span, correct=right))


def _numeric(drafted: Drafted, at: int, page: Page) -> None:
    """A number to be ticked digit by digit. `exact` counts in units of the last of its decimals."""
    drafted.interaction = Interaction.NUMERIC
    first, last = page.argument(at)
    text = page.words(first, last)
    if text is None or "\\" in text.value:
        drafted.computed = drafted.dynamic = True
        return
    said = page.text[slice(*page.argument(last + 1))]
    found = {each["name"]: int(each["digits"]) for each in _OFF.finditer(said)}
    off = found.get("exact", 0) / 10 ** min(found.get("decimals", 0), 300)
    drafted.responses = [Option(text, text.span, correct=True, tolerance=off)]
    drafted.key = accepted([text])
