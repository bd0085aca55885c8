"""What Moodle reads otherwise than authors of GIFT mean it."""

from quizlint.content import ProblemKind
from quizlint.formats.data.desk import Desk
from quizlint.formats.gift.spelling import Script
from quizlint.text import Span


def warn_of_truth(script: Script, start: int, end: int, route: str, desk: Desk) -> None:
    """`{true}` is no true/false question: only capitals make one."""
    told = script.mask.find("#", start, end)
    span = Span(*script.trim(start, end if told < 0 else told))
    word = script.mask[slice(*span)]
    if word.upper() in {"T", "TRUE", "F", "FALSE"}:
        desk.note(
            ProblemKind.FORMAT_TRAP,
            span,
            route,
            trap=f"'{word}' in small letters is a short answer that learners must type",
            advice=f"write {word.upper()} for a true/false question",
            fixed=word.upper(),
            safe=True,
        )
