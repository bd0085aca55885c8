"""MED002: an image that is not there."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity, problems
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import quote


class MissingFile(Rule):
    """An image is shown whose file does not exist.

    ## Why it matters
    Learners see an empty frame, and a question about the image cannot be answered.

    ## How to fix it
    Add the file, or correct its path: it is relative to the file that shows it, and on most servers
    capitals matter. Addresses and paths from a site's root are not looked at.
    """

    code = "MED002"
    name = "missing-file"
    severity = Severity.ERROR
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: Which leaf is this? «![a leaf with five lobes](leaves/maple.png)»
    back: A maple leaf.
  - front: And this one? ![a leaf with a wavy rim](leaves/oak.png)
    back: An oak leaf.
""",
            files={"leaves/oak.png": ""},
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: Which leaf is this? ![a leaf with a wavy rim](leaves/oak.png)
    back: An oak leaf. ![the whole tree](https://example.org/oak.png)
  - front: Where does it grow? ![a map of Europe](/static/map.png)
    back: In most of it.
""",
            files={"leaves/oak.png": ""},
        ),
    )

    def check(self, problem: problems.MissingFile, _ctx: Context) -> Iterator[Finding]:
        file = quote(problem.file)
        yield self.finding(
            problem.span, f"the file {file} is not there; add it or correct its path"
        )
