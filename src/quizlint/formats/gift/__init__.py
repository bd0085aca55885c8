"""GIFT: the text format in which Moodle imports and exports questions, as Moodle reads it."""

import re
from collections import Counter

from quizlint.content import Document, Item, Reading
from quizlint.content.causes.nothing import Nothing
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.catalogue import CATALOGUE
from quizlint.formats.gift.blocks import CATEGORY, split
from quizlint.formats.gift.questions import Remarks, read_block
from quizlint.formats.gift.spelling import Script
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.finish import nothing
from quizlint.formats.kit.lines import bears
from quizlint.text import Source, Span

name = "gift"
suffixes = CATALOGUE[name].suffixes

NOT_GIFT = "it is text without a question in braces"

_TITLE = re.compile(r"^\s{0,20}::[^\r\n:]{1,200}::", re.MULTILINE)
_ANSWERS = re.compile(
    r"(?<!\\)\{\s{0,40}(?:[~=]|#\s{0,40}[=\d.+-]|(?:TRUE|FALSE)\s{0,9}[#}]|(?<=[.?!:\s]\{)[TF]\})"
)


def sniff(name: str, head: str) -> float:
    """Its suffix is enough; other text needs answers in braces, a title or a category."""
    if name.lower().endswith(".gift"):
        return 1.0
    if not bears(name, suffixes):
        return 0.0
    category = head.lstrip().startswith(CATEGORY) or f"\n{CATEGORY}" in head
    answers = len(_ANSWERS.findall(head))
    signs = min(answers, 2) + bool(_TITLE.search(head)) + 2 * category
    return (0.0, 0.5 * bool(answers), 0.7)[signs] if signs < 3 else 0.9


def read(source: Source, _files: Files, _hints: Hints = NO_HINTS) -> Reading:
    """Every question in the file. A change of category begins another document."""
    script = Script(source.text)
    desk = Desk(source.text)
    groups = split(script, desk)
    remarks = Remarks(script)
    titles = Counter(script.text[slice(*block.title)] for group in groups for block in group.blocks)
    documents = []
    for index, group in enumerate(groups):
        route = f"[{index}]" if len(groups) > 1 else ""
        place = f"{route}.questions" if route else "questions"
        items: list[Item] = []
        for block in group.blocks:
            named = titles[script.text[slice(*block.title)]] == 1
            own = f"{place}[{len(items)}]"
            item = read_block(script, block, remarks, named, own, desk)
            if item is not None:
                items.append(item)
        if items:
            span = Span(items[0].span.start, items[-1].span.end)
            documents.append(Document(tuple(items), span, topic=group.topic, route=route))
    problems = tuple(desk.problems)
    if not documents and not problems:
        if not source.path.lower().endswith(".gift") or not source.text.strip():
            return Reading(skipped=NOT_GIFT, comments=script.comments)
        problems = (nothing(source.text, Nothing.NO_GIFT_QUESTION.of()),)
    return Reading(tuple(documents), problems, script.comments)
