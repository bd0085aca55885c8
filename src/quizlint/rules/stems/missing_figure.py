"""STM010: a stem that points to a figure, code or table that is not there."""

import re
from collections.abc import Iterator
from functools import cache

from quizlint.content import Document, Finding, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import quote


class MissingFigure(Rule):
    """The stem speaks of a figure, a table or code, and there is none.

    ## Why it matters
    The learner looks for what is not there. It was lost on the way from another format, or the
    author forgot to attach it.

    ## How to fix it
    Add what the stem points to, or describe it in words.
    """

    code = "STM010"
    name = "missing-figure"
    severity = Severity.WARNING
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What does «the figure below» show?
    options: [a plant cell, an animal cell, a bacterium]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: |
      What does the figure below show?

      ![a cell with a wall and a large vacuole](cell.png)
    options: [a plant cell, an animal cell, a bacterium]
    answer: A
  - question: Which of the following statements about figures of speech is true?
    options: [A simile compares., A metaphor counts., A pun lists.]
    answer: A
"""
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        prose = question.stem.prose
        lowered = prose.text.lower()
        if not any(hint in lowered for hint in HINTS):
            return
        match = _pointer().search(prose.wording)
        if match is None or prose.has_media or question.stimulus is not None or question.dynamic:
            return
        written = question.stem.value
        if (match["a_code"] or match["b_code"]) and (prose.has_code or _looks_like_code(written)):
            return
        if (match["a_table"] or match["b_table"]) and (
            "|" in written or "\t" in written or "\n" in written.strip()
        ):
            return
        if _shown(question, ctx.document):
            return
        yield self.finding(
            question.stem.plain_at(*match.span()),
            f"{quote(match[0])} is not here; add it, or say in words what it shows",
        )


HINTS = ("below", "above", "shown", "following", "provided", "to the left", "to the right")


@cache
def _pointer() -> re.Pattern[str]:
    picture = (
        r"figures?|diagrams?|images?|pictures?|graphs?|charts?|maps?|photos?|photographs?|"
        r"illustrations?|drawings?|sketch(?:es)?|plots?|screenshots?|x-rays?"
    )
    code = (
        r"(?:lines?\s+of\s+)?(?:\w+\s+)?(?:code(?:\s+(?:snippets?|blocks?|fragments?|samples?))?|"
        r"snippets?|programs?|functions?|listings?|quer(?:y|ies))"
    )
    nouns = rf"(?:(?:{picture})|(?P<%scode>{code})|(?P<%stable>tables?))"
    before, after = nouns % ("a_", "a_"), nouns % ("b_", "b_")
    one = (
        rf"\b(?:the|this|these)\s+{before}\s+(?:shown\s+|given\s+|provided\s+|displayed\s+)?"
        r"(?:below|above|shown|provided|to\s+the\s+(?:left|right))\b"
        rf"|\bthe\s+following\s+{after}\b(?!\s+(?:is|are|would|can|calls?)\b|\s+of\s+speech)"
    )
    return re.compile(one, re.IGNORECASE)


def _looks_like_code(value: str) -> bool:
    return "\n" in value.strip() or any(mark in value for mark in ("();", "{", "=>", "```", " = "))


def _shown(question: Question, document: Document) -> bool:
    """Whether an option shows something, or the question before had a figure for both."""
    if any(
        option.text.prose.has_media or option.text.prose.has_code for option in question.options
    ):
        return True
    questions = document.questions
    at = next(index for index, other in enumerate(questions) if other is question)
    return at > 0 and questions[at - 1].stem.prose.has_media
