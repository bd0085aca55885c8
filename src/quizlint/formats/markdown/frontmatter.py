"""The YAML between `---` lines at the beginning of a Markdown file."""

import re
from dataclasses import dataclass

from quizlint.content import Document, Problem
from quizlint.content.causes.markdown import Markdown
from quizlint.content.problems import Syntax, UnknownField
from quizlint.formats.data.aliases import DOCUMENT, ITEM, Part, normal, ranked
from quizlint.formats.data.native import FIELDS, KINDS, LISTS, read_document
from quizlint.formats.kit.desk import Desk, is_nothing
from quizlint.formats.tree.nodes import Mapping, Scalar, Tree
from quizlint.text import Source, Span, Text

_FRONT = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_FIELDS = re.compile(
    r"---[ \t]*\r?\n(?:[\w-]{1,40}[ \t]*:(?:[ \t][^\r\n]*)?\r?\n"
    r"(?:(?:[ \t]+|-[ \t](?!\[[ xX]\]))\S[^\r\n]*\r?\n)*)+"
)
_BODY = re.compile(
    r"\s*(?:\#{1,6}[ \t]+\S|(?:[-*+]|\d{1,3}[.)])[ \t]+\[[ xX]\]|\d{1,3}[.)][ \t]+\S[^\n]*\?)"
)
"""What no front matter holds: a heading that is no comment over fields, a box, a question."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands between the lines; `end` is where the rest of the file begins."""

    tree: Tree
    end: int = 0
    source: Source | None = None

    @property
    def root(self) -> Mapping | None:
        """The fields, if there are any."""
        root = self.tree.roots[0] if self.tree.roots else None
        return root if isinstance(root, Mapping) else None

    @property
    def kind(self) -> str | None:
        """The kind of native file that the fields say this is."""
        stated = None if self.root is None else self.root.get("kind")
        return stated.value if isinstance(stated, Scalar) and stated.value in KINDS else None

    @property
    def asks(self) -> bool:
        """Whether a field holds the stem of a question."""
        root = self.root
        return root is not None and any(field.lower() in _STEMS for field in root)

    def has(self, part: Part) -> bool:
        """Whether a field can play this part in a question."""
        return self.root is not None and bool(ranked(self.root.fields, ITEM[part]))

    @property
    def holds_options(self) -> bool:
        """Whether questions with options stand in lists below its fields."""
        return self.source is not None and _NESTED.search(self.source.text) is not None

    def scalar(self, part: Part, text: str) -> Text | None:
        """The text of the field that plays this part in a question."""
        return None if self.root is None else _first(self.root, ITEM[part], text)


_NESTED = re.compile(
    r"^[ \t]+(?:-[ \t]+)?question[ \t]*:[^\n]*\n(?:(?![ \t]*-[ \t]+question)[^\n]*\n){0,12}?"
    r"[ \t]+(?:options|answers|choices)[ \t]*:",
    re.MULTILINE | re.IGNORECASE,
)
_STEMS = frozenset({"question", "stem", "q"})
NONE = FrontMatter(Tree(()))


def front_matter(source: Source) -> FrontMatter:
    """The front matter of a file, or nothing.

    Where the closing line is missing, it ends with the last line that can be of it.
    """
    text = source.text
    if not text.startswith("---"):
        return NONE
    match = _FRONT.match(text)
    lines = _FIELDS.match(text)
    open_ = match is None or (lines is not None and _BODY.match(text, lines.end()) is not None)
    if open_ and (lines is None or (match is not None and lines.end() >= match.end("yaml"))):
        return NONE if match is None else _parsed(source, match.end("yaml"), match.end())
    if open_ and lines is not None:
        front = _parsed(source, lines.end(), lines.end())
        if front.root is None:
            return NONE
        problem = Syntax(Span(0, 3), Markdown.FRONT_MATTER_UNCLOSED.of())
        tree = Tree(front.tree.roots, (problem, *front.tree.problems), front.tree.comments)
        return FrontMatter(tree, lines.end(), front.source)
    assert match is not None
    return _parsed(source, match.end("yaml"), match.end())


def _parsed(source: Source, yaml: int, end: int) -> FrontMatter:
    from quizlint.formats.tree.yaml import parse

    # The opening line begins a YAML document too, so that all offsets are the file's own.
    inner = Source(source.path, source.text[:yaml])
    return FrontMatter(parse(inner), end, inner)


def native_document(front: FrontMatter, kind: str, desk: Desk) -> Document:
    """The fields of a native file, as in native YAML.

    Site generators keep fields of their own here: only a name that is nearly one of ours is noted.
    """
    if front.root is None:
        return Document((), Span(0, len(desk.source)), kind, native=True)
    own = Desk(desk.source, desk.becomes)
    document = read_document(front.root, kind, "", own)
    desk.problems += [problem for problem in own.problems if not _is_foreign(problem)]
    return document


def foreign_fields(front: FrontMatter, text: str) -> dict[str, Text]:
    """What a file that is not native says of itself."""
    found = {}
    for name, names in DOCUMENT.items():
        value = None if front.root is None else _first(front.root, names, text)
        if value is not None:
            found[name] = value
    return found


def _first(root: Mapping, names: tuple[str, ...], text: str) -> Text | None:
    for name in ranked(root.fields, names):
        value = root.get(name)
        if isinstance(value, Scalar) and not is_nothing(value):
            return value.text(text)
    return None


def _is_foreign(problem: Problem) -> bool:
    if not isinstance(problem, UnknownField) or problem.owner != "document":
        return False
    from difflib import get_close_matches

    known = [name for name in FIELDS["document"] if name not in LISTS]
    return not get_close_matches(normal(problem.field), known, 1, 0.75)
