"""The exam class: `\\question`, `\\choice`, `\\CorrectChoice`, `solution`."""

import re
from collections.abc import Iterator

from quizlint.content import Interaction, Item, Option, Prompt
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.latex.page import Page
from quizlint.text import Span

_QUESTION = re.compile(
    r"\\(?:(?:sub)*part|question|bonusquestion|titledquestion\{[^{}]*\})(?![A-Za-z])\s*"
    r"(?:\[[^\]\r\n]*\])?"
    r"|\\(?:begin|end)\{(?:questions|parts|subparts)\}|\\end\{document\}"
)
_OPENED = re.compile(r"\\begin\{(?P<kind>(?:onepar)?(?:choices|checkboxes))\}\*?")
_CHOICE = re.compile(
    r"\\(?P<right>[Cc]orrect)?[Cc]hoice(?![A-Za-z])\s*(?:\[[^\]\r\n]*\])?|\\end\{(?P<end>[a-z]+)\}"
)
_SOLUTION = re.compile(r"\\begin\{(?P<name>solution\w*)\}(?:\[[^\]\r\n]*\])?")


def items(page: Page, desk: Desk) -> Iterator[Item]:
    """Questions with choices; those without are prompts."""
    marks = list(_QUESTION.finditer(page.text))
    questions = prompts = 0
    for index, mark in enumerate(marks):
        if mark[0].startswith(("\\begin", "\\end")):
            continue
        end = marks[index + 1].start() if index + 1 < len(marks) else len(page.text)
        opened = _OPENED.search(page.text, mark.end(), end)
        stem_end = end if opened is None else opened.start()
        solution = _SOLUTION.search(page.text, mark.end(), end)
        if solution is not None:
            stem_end = min(stem_end, solution.start())
        stem = page.words(mark.end(), stem_end)
        if opened is None:
            if stem is not None:
                span = Span(mark.start(), stem.span.end)
                yield Prompt(span=span, route=f"prompts[{prompts}]", prompt=stem)
                prompts += 1
            continue
        drafted = Drafted(Span(mark.start(), end), None, stem, f"questions[{questions}]")
        questions += 1
        last = _fill(drafted, opened, end, page)
        if solution is not None:
            ended = page.text.find(f"\\end{{{solution['name']}}}", solution.end(), end)
            ended = end if ended < 0 else ended
            drafted.rationale = page.words(solution.end(), ended)
            last = max(last, ended)
        drafted.span = Span(mark.start(), last)
        if stem is None:
            desk.missing(drafted.span, "stem", "question", drafted.route)
        yield finish(drafted, desk)


def _fill(drafted: Drafted, opened: re.Match[str], end: int, page: Page) -> int:
    """The options of an environment; where it ends."""
    marks = list(_CHOICE.finditer(page.text, opened.end(), end))
    last = end
    for index, mark in enumerate(marks):
        if mark["end"] is not None:
            if mark["end"] == opened["kind"]:
                last = mark.end()
                break
            continue
        following = next(
            (m for m in marks[index + 1 :] if m["end"] in (None, opened["kind"])), None
        )
        stop = end if following is None else following.start()
        text = page.words(mark.end(), stop)
        if text is not None:
            span = Span(mark.start(), text.span.end)
            drafted.options.append(Option(text, span, correct=mark["right"] is not None))
    right = sum(option.correct for option in drafted.options)
    boxes = "checkboxes" in opened["kind"]
    drafted.interaction = Interaction.MULTIPLE if boxes and right != 1 else Interaction.CHOICE
    return last
