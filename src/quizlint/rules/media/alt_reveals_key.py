"""MED004: what is written for an image gives the key away."""

import re
from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.when import Selected, When
from quizlint.rules.wording import letter, quote
from quizlint.text import Text
from quizlint.text.images import has_images, images
from quizlint.text.patterns import lazy

_FEWEST = 4
"""Letters of a key that is looked for: shorter ones stand in any file name."""

_WORDS = lazy(r"[^\W\d_](?:[^\W\d_A-Z])*|[A-Z]+(?![a-z])|\d+")
_MARKUP = lazy(
    r"!\[[^\]]{0,1000}\](?:\([^)]{0,2000}\)|\[[^\]]{0,200}\])|<img\b[^>]{0,4000}>",
    re.IGNORECASE,
)
_RIGHT = lazy(r"(?<= )(?:correct|right answer|correct answer|key|answer|solution)(?= |$)")


class AltRevealsKey(Rule):
    """The text alternative or the file name of an image names the right answer.

    ## Why it matters
    It is shown when the pointer rests on the image, when the image does not load and by every
    screen reader; a file name is a click away.

    ## How to fix it
    Describe what can be seen instead of what it is ("a flag of three upright stripes: blue, white,
    red"), and give files neutral names.

    ## References
    - W3C, Web Content Accessibility Guidelines 2.2, criterion 1.1.1: alternatives of tests
      describe without invalidating the test.
    """

    code = "MED004"
    name = "alt-reveals-key"
    severity = Severity.WARNING
    when = When.KEYED
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: Whose flag is this? «![the flag of France](flags/17.png)»
    options: [Italy, Ireland, France]
    answer: C
  - question: Which shape has two axes of symmetry?
    options:
      - "![a shape with a short and a long side](shapes/wrong1.png)"
      - "«![a shape with four right angles](shapes/correct.png)»"
      - "![a shape with three sides](shapes/wrong2.png)"
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Whose flag is this? ![three upright stripes, blue, white and red](flags/17.png)
    options: [Italy, Ireland, France]
    answer: C
  - question: Which river is marked on this map? ![the Rhine, Main and Mosel](rivers.png)
    options: [Rhine, Main, Mosel]
    answer: A
"""
        ),
    )

    def check(self, question: Selected, _ctx: Context) -> Iterator[Finding]:
        asked = [question.stem]
        if question.stimulus is not None:
            asked.append(question.stimulus.text)
        for text in asked:
            if has_images(text):
                yield from self._names_key(question, text)
        keys = set(question.key.indices)
        for index, option in enumerate(question.options):
            if option.correct or index in keys:
                yield from self._says_right(option.text, index)

    def _names_key(self, question: Question, text: Text) -> Iterator[Finding]:
        key = question.keyed[0].text
        words = _split(key.plain)
        if len(question.keyed) != 1 or key.prose.has_media or len(words.strip()) < _FEWEST:
            return
        if not any(char.isalpha() for char in words):
            return
        visible = _split(_image_free(question.stem.value))
        others = [_split(option.text.plain) for option in question.distractors]
        for image in images(text):
            written = [image.alternative or "", image.file.rsplit("/", 1)[-1].rsplit(".", 1)[0]]
            for place, said in zip(("text alternative", "file name"), written, strict=True):
                told = _split(said)
                if words in told and words not in visible and not any(o in told for o in others):
                    yield self.finding(
                        image.span,
                        f"the image's {place} names the key {letter(question.key.indices[0])}, "
                        f"{quote(key.plain)}; describe what is seen instead",
                    )
                    break

    def _says_right(self, text: Text, index: int) -> Iterator[Finding]:
        for image in images(text):
            name = _split(image.file.rsplit("/", 1)[-1].rsplit(".", 1)[0])
            if _RIGHT.search(name):
                yield self.finding(
                    image.span,
                    f"the file name of option {letter(index)}'s image says that it is right: "
                    f"{quote(image.file)}; give all images neutral names",
                )


def _split(text: str) -> str:
    """The words in lower case between blanks, camelCase and figures taken apart."""
    return f" {' '.join(_WORDS.findall(text)).lower()} "


def _image_free(value: str) -> str:
    return _MARKUP.sub(" ", value)
