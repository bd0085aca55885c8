"""LVL007: the stated minutes are not what reading and answering take."""

import re
from collections.abc import Iterator

from quizlint.content import Document, Edit, Finding, Fix, Safety, Severity
from quizlint.language.reading_time import item_minutes, reading_minutes
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.text.patterns import lazy

# One number of minutes; a range, hours or seconds are left alone.
_NUMBER = lazy(r"\D{0,10}?(\d{1,3}(?:[.,]\d)?)\s*(?:min(?:ute)?s?\.?)?\s*$", re.IGNORECASE)


def _quiz(minutes: str) -> str:
    lines = ["kind: quiz", f"minutes: {minutes}", "questions:"]
    for metal, letter in zip(
        ("iron", "copper", "tin", "lead", "zinc", "silver"), "ABCDEF", strict=True
    ):
        lines += [
            f"  - question: What is the chemical symbol of {metal}?",
            "    options: [Fe, Cu, Sn, Pb, Zn, Ag]",
            f"    answer: {letter}",
        ]
    return "\n".join(lines) + "\n"


class ReadingTime(Rule):
    """The stated minutes are far from what reading and answering take.

    ## Why it matters
    Learners choose by the minutes they have. Who takes three times as long as the page says thinks
    it is their own fault.

    ## How to fix it
    State the minutes in the message; the fix does. They are an estimate: 238 words a minute for
    reading, and for thinking 8 seconds a card, 43 a question (20 for true or false) and 2 minutes
    an open question.

    ## References
    - Brysbaert (2019), how many words do we read per minute?
    - Measurement Research Associates (2009), time needed for multiple-choice items.
    """

    code = "LVL007"
    name = "reading-time"
    severity = Severity.INFO
    preset = "strict"
    share = Threshold(0.5, "share of the computed minutes that the stated ones may be off")
    at_least = Threshold(2.0, "minutes by which they must be off")
    bad = (Example(_quiz("«30»")),)
    good = (Example(_quiz("5")), Example(_quiz("4-6")), Example(_quiz("short")))

    def check(self, document: Document, _ctx: Context) -> Iterator[Finding]:
        written = document.minutes
        match = _NUMBER.match(written.plain) if written is not None else None
        if written is None or match is None:
            return
        stated = float(match[1].replace(",", "."))
        shared = {q.stimulus.span: q.stimulus.text for q in document.questions if q.stimulus}
        words = sum(len(text.prose.words) for text in shared.values())
        computed = reading_minutes(words) + sum(map(item_minutes, document.items))
        if abs(stated - computed) <= max(self.share * computed, self.at_least):
            return
        minutes = str(max(1, round(computed)))
        fix = Fix((Edit(written.plain_at(*match.span(1)), minutes),), Safety.UNSAFE)
        yield self.finding(
            written.span,
            f"{match[1]} minutes are stated, and reading and answering {len(document.items)} items "
            f"takes about {minutes}; correct the number",
            fix=fix,
        )
