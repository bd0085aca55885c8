"""MED003: colour or place in an image is the only pointer."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import quote
from quizlint.text.images import has_images
from quizlint.text.patterns import lazy

_POINTER = lazy(
    r"\bthe (?:red|green|blue|yellow|orange|purple|violet|pink|brown|grey|gray|black|white|"
    r"light|dark|shaded|colou?red)(?:[- ]\w+)? ?(?:one|line|curve|arrow|layer|area|region|part|"
    r"box|circle|square|triangle|dot|point|bar|segment|section|block|node)s?\b(?!\s*(?:\(|[A-Z]\b|"
    r"labell?ed|marked))"
    r"|\b(?:on|to) the (?:left|right)(?: side)?\b(?! (?:of|side of|hand|bank))(?!\s*\()",
)


class ColourOnly(Rule):
    """A question points to a part of an image by its colour or side alone.

    ## Why it matters
    One man in twelve sees some colours alike, paper copies are grey, and on a narrow screen what
    was on the right comes below.

    ## How to fix it
    Label the parts in the image, and name the label too: "the red line (A)".

    ## References
    - W3C, Web Content Accessibility Guidelines 2.2, criteria 1.3.3 (sensory characteristics) and
      1.4.1 (use of colour).
    """

    code = "MED003"
    name = "colour-only"
    severity = Severity.INFO
    preset = "all"
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Which rock is «the red layer»? ![a hillside in three colours](hill.png)
    options: [slate, sandstone, granite]
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which rock is the red layer (B)? ![a hillside in three layers, A to C](hill.png)
    options: [slate, sandstone, granite]
    answer: B
  - question: Which rock gives the red layer its colour?
    options: [slate, sandstone, granite]
    answer: B
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        shared = question.stimulus
        if not has_images(question.stem) and (shared is None or not has_images(shared.text)):
            return
        match = _POINTER.search(question.stem.prose.wording)
        if match is not None:
            yield self.finding(
                question.stem.plain_at(*match.span()),
                f"{quote(match[0])} is all that points to a part of the image; label it and name "
                "the label",
            )
