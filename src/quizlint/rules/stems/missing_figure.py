"""STM010: a stem that points to a figure, code or table that is not there."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from quizlint.content import Document, Finding, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.stems._code import looks_like_code
from quizlint.rules.when import When
from quizlint.rules.wording import quote
from quizlint.text.patterns import lazy


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
    when = When.ALONE | When.FIXED
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
  - question: Which of the following functions sorts a list?
    options: [sort, push, map]
    answer: A
"""
        ),
    )

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        prose = question.stem.prose
        lowered = prose.text.lower()
        if not any(hint in lowered for hint in HINTS):
            return
        match = _POINTER.search(prose.wording)
        if match is None or _has(question):
            return
        written = question.stem.value.replace("\\n", "\n")  # lines that JSON escaped twice
        if ": " in prose.wording[match.end() :]:
            return  # it follows in words
        if any(match[kind] for kind in ("a_code", "b_code", "c_code")) and (
            prose.has_code or prose.has_math or looks_like_code(written)
        ):
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


HINTS = ("below", "above", "shown", "following", "provided", "to the left", "to the right", "this ")


def _pointer() -> str:
    """A phrase that points to something shown. What is "of the following" are the options."""
    picture = (
        r"figures?|diagrams?|images?|pictures?|graphs?|charts?|maps?|photos?|photographs?|"
        r"illustrations?|drawings?|sketch(?:es)?|plots?|screenshots?|x-rays?"
    )
    kinds = r"(?!(?:status|error|exit|zip|country|colou?r|area|dress)\b)(?:\w+\s+)?"
    code = (
        rf"(?:lines?\s+of\s+)?{kinds}(?:code(?:\s+(?:snippets?|blocks?|fragments?|samples?))?|"
        r"snippets?|programs?|functions?|listings?|quer(?:y|ies))"
    )
    nouns = rf"(?:(?:{picture})|(?P<%scode>{code})|(?P<%stable>tables?))"
    before, after = nouns % ("a_", "a_"), nouns % ("b_", "b_")
    return (
        rf"\b(?:the|this|these)\s+{before}\s+(?:shown\s+|given\s+|provided\s+|displayed\s+)?"
        r"(?:below|above|shown|provided|to\s+the\s+(?:left|right))\b"
        rf"|(?<!\bof\s)(?<!\bfrom\s)(?<!\bamong\s)\bthe\s+following\s+{after}\b"
        r"(?!\s+(?:is|are|would|can|calls?|that|which)\b|\s+of\s+speech)"
        r"|\bthis\s+(?:figure|diagram|photo(?:graph)?|screenshot|(?P<c_code>code|snippet))\b"
    )


_POINTER = lazy(_pointer, re.IGNORECASE)


def _shown(question: Question, document: Document) -> bool:
    """Whether an option shows something, or the question before had a figure for both."""
    if any(
        option.text.prose.has_media or option.text.prose.has_code for option in question.options
    ):
        return True
    before = _before(document).get(question.route)
    return before is not None and _has(before)


def _has(question: Question) -> bool:
    """Whether the question has a picture: in its stem, or in a field of its own."""
    return question.stem.prose.has_media or question.pictured


@lru_cache(maxsize=1)  # asked for one question after the other
def _before(document: Document) -> dict[str, Question]:
    """The question before each, by the route of the later."""
    return {later.route: earlier for earlier, later in pairwise(document.questions)}
