"""STR007: a text without anything in it."""

from collections.abc import Iterator

from quizlint.content import Card, Finding, Item, Prompt, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import letter
from quizlint.text import Text
from quizlint.text.markup import shows_nothing


class EmptyText(Rule):
    """A stem, an option, or a side of a card is empty.

    ## Why it matters
    The learner meets a blank. Mostly something was meant to be written here and was forgotten, or
    a character that the format reads as its own swallowed it, as `#` does in YAML.

    ## How to fix it
    Write the text, in quotes if it begins with a special character, or remove the item or option.
    """

    code = "STR007"
    name = "empty-text"
    severity = Severity.ERROR
    supersedes = ("OPT001", "OPT002", "CRD001", "CRD002", "STM001")
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which sign makes a note half a tone higher?
    options:
      - «""»
      - the flat
      - the natural
    answer: B
"""
        ),
        Example(
            """\
kind: cheat-sheet
cards:
  - front: What does a fermata say?
    «back»:
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which sign makes a note half a tone higher?
    options:
      - "#"
      - "![a flat sign](flat.png)"
      - the natural
    answer: A
"""
        ),
    )

    def check(self, item: Item, ctx: Context) -> Iterator[Finding]:
        for text, what in _required(item):
            if not text:
                yield self.finding(text.span, f"{what} is empty; write it or remove it")
            elif ctx.document.markup == "html" and "<" in text.value and shows_nothing(text.value):
                yield self.finding(text.span, f"{what} shows nothing; write it or remove it")


def _required(item: Item) -> Iterator[tuple[Text, str]]:
    if isinstance(item, Question):
        yield item.stem, "the stem"
        for index, option in enumerate(item.options):
            yield option.text, f"option {letter(index)}"
    elif isinstance(item, Card):
        yield item.front, "the front"
        yield item.back, "the back"
    elif isinstance(item, Prompt):
        yield item.prompt, "the prompt"
