"""XML with the place of every element, on the standard library's expat.

Nothing is ever fetched or expanded: document types are left out before expat sees what they
declare. What expat refuses is mended or skipped by `xml_recovery`, and the text is parsed again.
"""

import re
from typing import Final

from quizlint.content import Problem
from quizlint.content.problems import TooDeep
from quizlint.formats.tree.nodes import MAX_DEPTH
from quizlint.formats.tree.xml_nodes import XmlTree
from quizlint.formats.tree.xml_reader import XmlReader
from quizlint.text import Source, Span

_FOREIGN: Final = re.compile(r"[^\x00-\x7f]+")


def parse(source: Source, items: frozenset[str], unread: frozenset[str] = frozenset()) -> XmlTree:
    """The elements of an XML file, without those whose names are in `unread`.

    A place that is beyond reading costs the element around it whose name is in `items`; the rest
    is read.
    """
    text = source.text
    reader = XmlReader(text, text.encode("ascii", "replace").decode("ascii"), items, unread)
    trouble = reader.read()
    if trouble is not None and not text.isascii():  # a `?` may not stand in the name of a tag
        reader = XmlReader(text, _FOREIGN.sub(lambda run: "x" * len(run[0]), text), items, unread)
        trouble = reader.read()
    problems: list[Problem] = []
    if trouble is not None:
        from quizlint.formats.tree.xml_recovery import Recovery

        recovery = Recovery(source, items)
        while trouble is not None:
            at = recovery.resumption(reader, trouble)
            if at is None:
                break
            trouble = reader.read(at)
        problems = recovery.problems
    if reader.too_deep is not None:
        at = reader.too_deep
        problems.append(TooDeep(Span(at, at + 1), MAX_DEPTH))
    problems.sort(key=lambda problem: problem.span)
    return XmlTree(tuple(reader.roots), tuple(problems), tuple(reader.comments))
