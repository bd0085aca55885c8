"""The exam class, and mcexam: `\\question`, `\\choice`, `\\CorrectChoice`, `\\answer[correct]`."""

import re
from collections.abc import Iterator

from quizlint.content import Interaction, Item, Option, Prompt
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.gaps import with_blanks
from quizlint.formats.kit.keys import accepted
from quizlint.formats.latex.page import Page
from quizlint.formats.tree.nodes import Scalar
from quizlint.text import Span, Text

_QUESTION = re.compile(
    r"\\(?:(?:sub)*part|question|bonusquestion|titledquestion\{[^{}]*\})(?![A-Za-z])\s*"
    r"(?:\[[^\]\r\n]*\])?"
    r"|\\(?:begin|end)\{(?:questions|parts|subparts|mcquestions)\}|\\end\{document\}"
    r"|\\begin\{mcquestioninstruction\}"
)
_BEGIN = re.compile(r"\\begin\{(?P<kind>[^{}\r\n]{1,40})\}\*?(?:\[[^\]\r\n]*\])?")
_OFFERING = frozenset(
    "choices checkboxes oneparchoices oneparcheckboxes mcanswers mcanswerslist".split()
)
_CHOICE = re.compile(
    r"\\(?P<right>[Cc]orrect)?[Cc]hoice(?![A-Za-z])\s*(?:\[[^\]\r\n]*\])?"
    r"|\\answer(?:\s*\[(?P<set>[^\]\r\n]*)\])?(?![A-Za-z])"
    r"|\\end\{(?P<end>[^{}\r\n]{1,40})\}"
)
_SOLUTION = re.compile(r"\\begin\{(?P<name>solution\w*|mcexplanation)\}(?:\[[^\]\r\n]*\])?")
_FILLIN = re.compile(r"\\fillin(?![A-Za-z])\s*(?:\[(?P<said>[^\]\r\n]*)\])?(?:\[[^\]\r\n]*\])?")
_ASIDE = re.compile(r"\\label\{[^{}\r\n]*\}")


def items(page: Page, desk: Desk) -> Iterator[Item]:
    """Questions with choices or blanks; those without are prompts."""
    marks = list(_QUESTION.finditer(page.text))
    questions = prompts = 0
    for index, mark in enumerate(marks):
        if mark[0].startswith(("\\begin", "\\end")):
            continue
        end = marks[index + 1].start() if index + 1 < len(marks) else len(page.text)
        offered = _offered(page, mark.end(), end)
        solution = _SOLUTION.search(page.text, mark.end(), end)
        stem_end = min(
            end if offered is None else offered.start(),
            end if solution is None else solution.start(),
        )
        aside = _ASIDE.match(page.text, mark.end(), stem_end)
        stem = page.words(mark.end() if aside is None else aside.end(), stem_end)
        blanks = [] if stem is None or offered else list(_FILLIN.finditer(stem.value))
        if offered is None and not any((blank["said"] or "").strip() for blank in blanks):
            if stem is not None:
                span = Span(mark.start(), stem.span.end)
                yield Prompt(span=span, route=f"prompts[{prompts}]", prompt=stem)
                prompts += 1
            continue
        drafted = Drafted(Span(mark.start(), end), None, stem, f"questions[{questions}]")
        questions += 1
        last = stem_end
        if offered is not None:
            last = _fill(drafted, offered, end, page)
        elif stem is not None:
            _blanks(drafted, stem, blanks, page)
        if solution is not None:
            ended = page.text.find(f"\\end{{{solution['name']}}}", solution.end(), end)
            ended = end if ended < 0 else ended
            drafted.rationale = page.words(solution.end(), ended)
            last = max(last, ended)
        drafted.span = Span(mark.start(), last)
        drafted.dynamic = page.computed(mark.start(), last)
        if stem is None:
            desk.missing(drafted.span, "stem", "question", drafted.route)
        yield finish(drafted, desk)


def _offered(page: Page, start: int, end: int) -> re.Match[str] | None:
    """Where the environment of a question's choices begins, whatever it is called."""
    first = next((m for m in _CHOICE.finditer(page.text, start, end) if m["end"] is None), None)
    latest: re.Match[str] | None = None
    for begin in _BEGIN.finditer(page.text, start, end):
        if begin["kind"] in _OFFERING:
            return begin
        if first is None or first[0].startswith("\\answer") or begin.start() > first.start():
            continue
        latest = begin
    return latest


def _fill(drafted: Drafted, opened: re.Match[str], end: int, page: Page) -> int:
    """The options of an environment; where it ends."""
    last, options = end, list[re.Match[str]]()
    for mark in _CHOICE.finditer(page.text, opened.end(), end):
        if mark["end"] is None:
            options.append(mark)
        elif mark["end"] == opened["kind"]:
            last = mark.end()
            end = mark.start()
            break
    for index, mark in enumerate(options):
        stop = options[index + 1].start() if index + 1 < len(options) else end
        start = mark.end()
        if opened["kind"] == "mcanswers":  # \answer{1}{text}
            start, stop = page.argument(page.argument(start)[1] + 1)
        text = page.cell(start, stop)
        if text is not None:
            right = mark["right"] is not None or (mark["set"] or "").strip() == "correct"
            drafted.options.append(Option(text, Span(mark.start(), text.span.end), correct=right))
    right_ones = sum(option.correct for option in drafted.options)
    boxes = "checkboxes" in opened["kind"]
    several = right_ones > 1 or (boxes and right_ones != 1)
    drafted.interaction = Interaction.MULTIPLE if several else Interaction.CHOICE
    return last


def _blanks(drafted: Drafted, stem: Text, blanks: list[re.Match[str]], page: Page) -> None:
    """Blanks whose answers stand in them."""
    right = [stem.slice(*blank.span("said")) for blank in blanks if (blank["said"] or "").strip()]
    gaps = [blank.span() for blank in blanks]
    drafted.stem = with_blanks(Scalar(stem.value, *stem.span), gaps, page.source)
    drafted.interaction = Interaction.TEXT if len(blanks) == 1 else Interaction.CLOZE
    drafted.key = accepted(right)
