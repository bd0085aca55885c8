"""MED001: an image without a text alternative."""

import re
from collections.abc import Iterator

from quizlint.content import Document, Finding, Severity
from quizlint.content.pictures import pictured
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import quote
from quizlint.text.images import images
from quizlint.text.patterns import lazy

_HTML_WORDS = lazy(r"\b(?:html|tags?)\b", re.IGNORECASE)
# A file name, a camera's number or the mere word for a picture.
_NO_DESCRIPTION = lazy(
    r"\s*(?:[\w\- .%]+\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?)|(?:img|dsc|image|screenshot)[-_ ]*"
    r"\d+|(?:an? |the )?(?:image|img|picture|pic|photo|screenshot|alt(?:[ -]text)?)|todo|x+|"
    r"\W+)\s*",
    re.IGNORECASE,
)


class MissingAltText(Rule):
    """An image has no text alternative, or one that only repeats its file name.

    ## Why it matters
    Learners who use a screen reader cannot answer, and nobody can when the image does not load.

    ## How to fix it
    Say in a few words what must be seen to answer, without giving the answer away: "a triangle with
    sides of 3, 4 and 5 cm". An image that only decorates has an empty one in HTML: `alt=""`.

    ## References
    - W3C, Web Content Accessibility Guidelines 2.2, criterion 1.1.1: non-text content.
    """

    code = "MED001"
    name = "missing-alt-text"
    severity = Severity.WARNING
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: Which bird is this? «![](images/17.png)»
    back: A wren.
  - front: Which bird is that? «<img src="images/18.png">»
    back: A robin.
  - front: And this one? «![IMG_2034.jpg](images/IMG_2034.jpg)»
    back: A crow.
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: Which bird is this? ![a small brown bird with its tail up](images/17.png)
    back: A wren. <img src="line.png" alt="">
  - front: What does `![](images/17.png)` do in Markdown?
    back: It shows an image that has no text alternative.
"""
        ),
    )

    def check(self, document: Document, _ctx: Context) -> Iterator[Finding]:
        for text, route in pictured(document):
            # Where a question is about HTML, a tag is content and stands for no image.
            about_html = _HTML_WORDS.search(text.plain) is not None
            for image in images(text):
                bare = image.bare and document.markup != "html"
                if image.html and (bare or about_html):
                    continue
                trouble = _trouble(image.alternative)
                if trouble:
                    yield self.finding(
                        image.span, f"{trouble}; say in a few words what it shows", route=route
                    )


def _trouble(alternative: str | None) -> str:
    if alternative is None:
        return "this image has no text alternative"
    if alternative and _NO_DESCRIPTION.fullmatch(alternative):
        return f"the text alternative {quote(alternative)} describes nothing"
    return ""
