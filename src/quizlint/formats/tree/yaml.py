"""YAML as a tree, from libyaml's events.

Values keep the author's text. libyaml is never asked for more than its events: building nodes is
done without recursion, with caps on depth and aliases.
"""

import re

from ruamel.yaml.error import YAMLError

from quizlint.content import Problem
from quizlint.content.causes.yaml import Yaml
from quizlint.content.problems import Syntax
from quizlint.formats.tree.nodes import Tree
from quizlint.formats.tree.yaml_reader import YamlReader, may_be_misread, new_parser
from quizlint.text import Source, Span
from quizlint.text.patterns import lazy

_ILLEGAL_ASCII = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_COMMENT = re.compile("#[^\r\n\x85\u2028\u2029]*")
_HEADER_COMMENT = re.compile("[|>][-+0-9]*[ \t]+(#[^\r\n\x85\u2028\u2029]*)")
_MAX_ILLEGAL = 20

# What no YAML file may hold. To compile it takes as long as to read a hundred questions.
_ILLEGAL_ANYWHERE = lazy("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def parse(source: Source) -> Tree:
    """The documents of a YAML file; a document without content is none.

    What cannot be parsed is a problem, and the rest of the file is read. Comments are looked for
    only where a line says "quizlint:" behind a # at all.
    """
    text = source.text
    problems: tuple[Problem, ...] = ()
    illegal = _ILLEGAL_ASCII if text.isascii() else _ILLEGAL_ANYWHERE
    if illegal.search(text):
        problems = _illegal(text, illegal)
        text = illegal.sub(" ", text)
    if text.startswith("\ufeff"):  # libyaml would not count it
        text = "\n" + text[1:]
    tree, text = _read(text)
    if problems or tree.problems:
        found = sorted(problems + tree.problems, key=lambda problem: problem.span)
        tree = tree._replace(problems=tuple(found))
    if "quizlint:" in text and any(map(_is_marked, text.splitlines())):
        tree = tree._replace(comments=_comments(text))
    return tree


def _read(text: str) -> tuple[Tree, str]:
    """The tree of a text, and the text that was parsed in the end."""
    if not may_be_misread(text):
        reader = YamlReader(text)
        if reader.read() is None:
            return Tree(tuple(reader.roots), tuple(reader.problems)), text
    from quizlint.formats.tree.yaml_recovery import read_all  # only broken files need it

    return read_all(text)


def _illegal(text: str, illegal: re.Pattern[str]) -> tuple[Problem, ...]:
    """The first characters that no YAML file may hold."""
    problems: list[Problem] = []
    for found in illegal.finditer(text):
        problems.append(Syntax(Span(*found.span()), Yaml.INVISIBLE.of(ord(found[0]))))
        if len(problems) == _MAX_ILLEGAL:
            break
    return tuple(problems)


def _is_marked(line: str) -> bool:
    """Whether a line may have a comment that speaks to quizlint."""
    return "#" in line.rpartition("quizlint:")[0]


def _comments(text: str) -> tuple[Span, ...]:
    """Where comments stand: a # in the gaps between libyaml's tokens, or in a block's header."""
    comments = []
    end = 0
    next_token = new_parser(text).get_token
    try:
        while (token := next_token()) is not None:
            start = token.start_mark.index
            if start > end:
                comments += [Span(*found.span()) for found in _COMMENT.finditer(text, end, start)]
            end = max(end, token.end_mark.index)
            if end > start and text[start] in "|>":
                header = _HEADER_COMMENT.match(text, start, end)
                if header is not None:
                    comments.append(Span(*header.span(1)))
    except YAMLError:
        pass
    return tuple(comments)
