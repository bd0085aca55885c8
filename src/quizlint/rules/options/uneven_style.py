"""OPT019: options that differ in capitals or full stops."""

from collections.abc import Callable, Iterator, Sequence

from quizlint.content import Edit, Finding, Fix, Option, Safety, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._style import capitals, judged, stops
from quizlint.rules.when import Selected
from quizlint.rules.wording import letter
from quizlint.text import Span


class UnevenStyle(Rule):
    """Options of one question differ in capitals or in their closing full stop.

    ## Why it matters
    It looks careless, and it may tell: options that were added later, or copied, stand out from the
    one that was written first.

    ## How to fix it
    Begin all options with a capital or none, and close all with a full stop or none. The fix makes
    the few like the many.

    ## References
    - Haladyna, Downing and Rodriguez (2002): keep options alike in form; edit and proof items.
    """

    code = "OPT019"
    name = "uneven-style"
    severity = Severity.INFO
    preset = "strict"
    fewest_options = 3
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What does the red lamp on the panel say?
    options:
      - The tank is empty.
      - The door is open.
      - «The oil is too hot»
    answer: B
"""
        ),
        Example(
            """\
kind: quiz
questions:
  - question: Which part of the bridge carries the load?
    options: [the piers, the paint, «The lamps»]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which of these dissolves in water?
    options: [table salt, Vaseline, iPhone glass, pH paper]
    answer: A
  - question: Who built the bridge?
    options: [the Romans, Roman slaves, Acme Inc.]
    answer: B
  - question: Which of these has a symbol?
    options: [Iron, Sodium, mRNA]
    answer: A
"""
        ),
    )

    def check(self, question: Selected, ctx: Context) -> Iterator[Finding]:
        options = question.options
        values = [option.text.value for option in options]
        ends = {value[-1:] == "." for value in values}
        starts = {value[:1].islower() for value in values}
        if len(ends) + len(starts) == 2 or question.stem.prose.has_code or not judged(options):
            return
        ended = stops(options) if len(ends) > 1 else None
        if ended is not None:
            yield from self._few(options, ended, "a full stop at its end", _with_stop)
        begun = capitals(question) if len(starts) > 1 and ctx.language != "de" else []
        if True in begun and False in begun:
            yield from self._few(options, begun, "a capital at its start", _with_capital)

    def _few(
        self,
        options: Sequence[Option],
        styles: Sequence[bool | None],
        what: str,
        change: Callable[[Option, bool], Edit | None],
    ) -> Iterator[Finding]:
        """Those options whose style is the rarer one; None has no style."""
        has = styles.count(True)
        odd = has <= styles.count(False)  # the style of the few
        for index, style in enumerate(styles):
            if style is odd:
                yield self.finding(
                    options[index].text.span,
                    f"option {letter(index)} is written {'with' if odd else 'without'} {what}, "
                    "unlike the others; write all options alike",
                    fix=_fix(change(options[index], not odd)),
                )


def _with_stop(option: Option, wanted: bool) -> Edit:
    text = option.text
    end = len(text.value.rstrip())
    last = text.at(end - 1, end)
    return Edit(Span(last.end, last.end), ".") if wanted else Edit(last, "")


def _with_capital(option: Option, wanted: bool) -> Edit:
    first = option.text.plain[0]
    span = option.text.plain_at(0, 1)
    return Edit(span, first.upper() if wanted else first.lower())


def _fix(edit: Edit | None) -> Fix | None:
    return None if edit is None else Fix((edit,), Safety.UNSAFE)
