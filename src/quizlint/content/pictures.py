"""Where a document shows images."""

from collections.abc import Iterator

from quizlint.content.items import Question
from quizlint.content.reading import Document
from quizlint.text import Text
from quizlint.text.images import has_images


def pictured(document: Document) -> Iterator[tuple[Text, str]]:
    """The texts that have images, each with the route of the item it belongs to."""
    seen = set()
    for item in document.items:
        for text in item.texts:
            if has_images(text):
                yield text, item.route
        if isinstance(item, Question) and item.stimulus is not None:
            text = item.stimulus.text
            if text.span not in seen and has_images(text):
                seen.add(text.span)
                yield text, item.route
