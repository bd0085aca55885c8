"""TOML as a tree: tomllib's values and verdicts, with places, and broken files read around."""

import random
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.content.problems import DuplicateField, Syntax, TooDeep
from quizlint.formats.tree.nodes import MAX_DEPTH, Mapping, Node, Scalar, Sequence, Tree
from quizlint.formats.tree.toml import parse
from quizlint.text import Source
from telling import words

TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from("\"'\\\n\t é😀#=[]"), max_size=12)
NAMES = st.sampled_from(["a", "b-1", "2", "_x", "q r", "é", "", "d.e", '"', "t'"])
PLAIN = st.sampled_from(
    "0 -7 1_000 0xFf 0o17 0b1_0 1.5 -0.0 6e23 1_0.2_5E-1 inf -inf nan true false 2027-01-31 "
    "2027-01-31T10:30:00 2027-01-31T10:30:00.25Z 2027-01-31t10:30:00+02:00 10:30:00.5".split()
)


class Writer:
    """Writes documents in all the ways that TOML has."""

    def __init__(self, chance: random.Random, draw: Any) -> None:
        self.chance = chance
        self.draw = draw
        self.line_end = chance.choice(["\n", "\r\n"])

    def blank(self) -> str:
        return self.chance.choice(["", " ", "\t", "  "])

    def gap(self) -> str:
        comment = f'# it\'s [a] "note"{self.line_end}'
        return self.chance.choice(["", " ", self.line_end, f" {comment}", self.line_end + comment])

    def char(self, char: str, keep: str) -> str:
        code = ord(char)
        short = {"\n": r"\n", "\t": r"\t", '"': r"\"", "\\": r"\\", "\r": r"\r"}
        ways = [f"\\U{code:08X}"]
        if code < 0x10000:
            ways.append(f"\\u{code:04x}")
        if char in short:
            ways.append(short[char])
        elif self.quiet(char):
            ways += [char] * 4
        if char in keep:
            ways += [char] * 4
        return self.chance.choice(ways)

    def text(self, value: str, *, in_key: bool = False) -> str:
        quiet = all(map(self.quiet, value))
        ways = ["basic", *(() if in_key else ("multi",))]
        if "'" not in value and quiet:
            ways.append("literal")
        if not in_key and "''" not in value and all(c == "\n" or self.quiet(c) for c in value):
            ways.append("multi literal")
        match self.chance.choice(ways):
            case "literal":
                return f"'{value}'"
            case "multi literal":
                first = self.chance.choice(["", self.line_end]) if value[:1] != "\n" else "\n"
                end = "" if not value.endswith("'") else "\n"
                return f"'''{first}{value.replace(chr(10), self.line_end)}{end}'''"
            case "multi":
                body = [self.chance.choice(["", self.line_end])]
                for char in value:
                    written = self.char(char, "\t\n")
                    body.append(self.line_end if written == "\n" else written)
                    if self.chance.random() < 0.1:
                        body.append(f"\\ {self.line_end}  {self.line_end}\t")
                return f'"""{"".join(body)}"""'
        return '"' + "".join(self.char(char, "\t") for char in value) + '"'

    @staticmethod
    def quiet(char: str) -> bool:
        return char == "\t" or (ord(char) >= 32 and ord(char) != 127)

    def key(self, *names: str) -> str:
        dot = f"{self.blank()}.{self.blank()}"
        return dot.join(self.name(name) for name in names)

    def name(self, name: str) -> str:
        bare = name != "" and name.isascii() and all(c.isalnum() or c in "-_" for c in name)
        return name if bare and self.chance.random() < 0.7 else self.text(name, in_key=True)

    def value(self, depth: int = 0) -> str:
        way = self.chance.random()
        if depth < 3 and way < 0.15:
            items = [self.value(depth + 1) for _ in range(self.chance.randrange(4))]
            parts = [f"{self.gap()}{item}{self.gap()}" for item in items]
            comma = self.chance.choice(["", f",{self.gap()}"]) if items else self.gap()
            return f"[{','.join(parts)}{comma}]"
        if depth < 3 and way < 0.3:
            names = self.names(3)
            fields = [
                f"{self.blank()}{self.key(*self.path(name))}={self.blank()}{self.value(depth + 1)}"
                for name in names
            ]
            return "{" + ",".join(fields) + self.blank() + "}"
        return self.draw(PLAIN) if way < 0.5 else self.text(self.draw(TEXTS))

    def names(self, most: int) -> list[str]:
        return self.draw(st.lists(NAMES, max_size=most, unique=True))  # type: ignore[no-any-return]

    def path(self, name: str) -> list[str]:
        return [name, *"km"[: self.chance.choice([0, 0, 1, 2])]]

    def fields(self) -> str:
        lines = []
        for name in self.names(4):
            for suffix in self.chance.choice([((),), (("k",), ("m",)), (("k", "m"), ("k", "n"))]):
                lines.append(
                    f"{self.key(name, *suffix)}{self.blank()}={self.blank()}{self.value()}"
                )
        return "".join(f"{self.blank()}{line}{self.rest()}" for line in lines)

    def rest(self) -> str:
        return self.blank() + self.chance.choice(["", "# end"]) + self.line_end

    def document(self) -> str:
        parts = [self.fields()]
        for name in ("t", "l", "t u", "m"):
            if self.chance.random() < 0.5:
                continue
            for _ in range(self.chance.randrange(3) if name in "lm" else 1):
                opening, closing = ("[[", "]]") if name in "lm" else ("[", "]")
                parts.append(f"{opening}{self.key(name)}{self.blank()}{closing}{self.rest()}")
                parts.append(self.fields())
                if self.chance.random() < 0.4:
                    parts.append(f"[{self.key(name, 'sub', 'deep')}]{self.rest()}{self.fields()}")
                    parts.append(f"[{self.key(name, 'sub')}]{self.rest()}")
        return "".join(parts)


@st.composite
def documents(draw: st.DrawFn) -> str:
    return Writer(draw(st.randoms(use_true_random=False)), draw).document()


def same(node: Node, value: Any) -> bool:
    """Whether a node holds what tomllib read."""
    if isinstance(node, Mapping):
        names = isinstance(value, dict) and node.fields.keys() == value.keys()
        return names and all(same(inner, value[name]) for name, (_, inner) in node.fields.items())
    if isinstance(node, Sequence):
        if not isinstance(value, list) or len(node.items) != len(value):
            return False
        return all(map(same, node.items, value))
    if not node.plain:
        return node.value == value and node.kind == "string"
    kinds = {bool: "boolean", int: "integer", float: "float"}
    alone = tomllib.loads(f"x = {node.value}")["x"]
    return repr(alone) == repr(value) and node.kind == kinds.get(type(value), "string")


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Sequence):
        return [leaf for item in node.items for leaf in scalars(item)]
    if isinstance(node, Mapping):
        pairs = node.fields.values()
        return [leaf for name, value in pairs for leaf in (name, *scalars(value))]
    return [node]


def spelled(piece: str, quote: str) -> str:
    """What a piece of a string stands for."""
    if piece in ("\n", "\r\n"):
        return "\n"
    if piece == quote or quote == "'":
        return piece
    return tomllib.loads(f'x = "{piece}"')["x"]  # type: ignore[no-any-return]


def verdict(text: str) -> Any:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return error


def said(tree: Tree) -> list[str]:
    return [words(problem) for problem in tree.problems]


def marked(text: str, tree: Tree) -> list[str]:
    return [text[p.span.start : p.span.end] for p in tree.problems]


def held(tree: Tree) -> Any:
    """The values of a tree, all as text."""

    def value(node: Node) -> Any:
        if isinstance(node, Mapping):
            return {name: value(inner) for name, (_, inner) in node.fields.items()}
        if isinstance(node, Sequence):
            return [value(item) for item in node.items]
        return node.value

    return [value(root) for root in tree.roots]


@given(documents())
def test_values_are_tomllibs_and_every_character_has_its_place(text: str) -> None:
    value = tomllib.loads(text)
    tree = parse(Source("a.toml", text))
    assert tree.problems == ()
    if not value:
        assert tree.roots == ()
        return
    (root,) = tree.roots
    assert same(root, value)
    for leaf in scalars(root):
        raw = text[leaf.start : leaf.end]
        if leaf.plain or raw[0] not in "\"'":
            assert raw == leaf.value
            continue
        assert tomllib.loads(f"x = {raw}")["x"] == leaf.value
        content = leaf.text(text)
        last = leaf.start
        for index, char in enumerate(leaf.value):
            place = content.at(index, index + 1)
            assert last < place.start + (index > 0) <= place.end < leaf.end
            assert spelled(text[place.start : place.end], raw[0]) == char
            last = place.end


MUTANTS = st.sampled_from(["", *"\"'\\,=.{}[]\n\rx0\x00\x7f“#-:", "\ud7ff", '"""', "[["])
SAMPLE = '''title = "A \\u00e9" # note
x.y = 1
x.z = {a = 'b', c.d = [1, 2.5]}
[[q]]
prompt.prompt = """
Why "so"? \\
   Because."""
day = 2027-01-31T10:30:00Z
[q.sub]
k = \'\'\'one
'two\'\'\'\'
[[q]]
prompt.prompt = "b"
list = [
  "p", # first
  'r',
]
[t.u]
v = true
[t]
w.x = 0x1F
'''


@given(st.data())
def test_any_slip_in_a_file_is_survived_and_judged_as_by_tomllib(data: st.DataObject) -> None:
    text = SAMPLE
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text) - 1))
        text = text[:at] + data.draw(MUTANTS) + text[at + data.draw(st.integers(0, 3)) :]
    value = verdict(text)
    tree = parse(Source("a.toml", text))
    assert bool(tree.problems) is isinstance(value, Exception)
    if not tree.problems and value:
        assert same(tree.roots[0], value)
    for problem in tree.problems:
        assert 0 <= problem.span.start < problem.span.end <= len(text)


@pytest.mark.parametrize("text", ["", " \r\n", "# only a comment\n"])
def test_an_empty_file_is_no_problem(text: str) -> None:
    assert parse(Source("a.toml", text)) == Tree(())


@pytest.mark.parametrize(
    ("written", "mark", "word"),
    [
        ("a = frue", "frue", "quotes"),
        ("a = What is it?", "What is it?", "quotes"),
        ("a = True", "True", "write true"),
        ("a = null", "null", "leave the field out"),
        ("a = 07", "07", "numbers"),
        ("a = 2027-13-01", "2027-13-01", "dates"),
        ("a = “x”", "“", "curly"),
        ('a = "x', '"x', "closing quotation mark"),
        ("a = 'it's'", "s'", "nothing may follow"),
        ('a = "say "hi" now"', 'hi" now"', r"written \""),
        (r'a = "\alpha"', r"\a", "backslash"),
        (r'a = "\ud800"', r"\u", "backslash"),
        ('a = "x\x07"', "\x07", "U+0007"),
        ("a = 1 # \x07", "\x07", "U+0007"),
        ("a: 1", ":", "colon"),
        ("my key = 1", "my", "no spaces"),
        ("a =", "=", "value is missing"),
        ("= 1", "=", "name is missing"),
        ("a = 1,", ",", "delete the comma"),
        ('a = ["x" "y"]', '"', "comma or a ]"),
        ("a = {b = 1,}", "}", "delete the comma"),
        ("a = {b = 1\n}", "1", "same line"),
        ("a = [1,\nc = 2", "c = 2", "] missing"),
        ('a = """x', '"""', "never closed"),
        ("[a b]", "[a ", "end with ]"),
    ],
)
def test_a_slip_is_told_in_plain_words_at_its_place(written: str, mark: str, word: str) -> None:
    text = f"{written}\n"
    tree = parse(Source("a.toml", text))
    assert isinstance(verdict(text), Exception)
    assert marked(text, tree)[0] == mark
    assert word in said(tree)[0]


def test_a_day_that_no_calendar_has_is_tomllibs_to_find() -> None:
    text = "a = 1\nb = 2027-02-30\n"
    tree = parse(Source("a.toml", text))
    assert len(tree.problems) == 1
    assert Source("a.toml", text).position(tree.problems[0].span.start) == (2, 5)


@pytest.mark.parametrize("broken", ["a = x y", 'a = "x', "a: 1", "a = [1 2]", "[q.c\nd=1", "a"])
def test_one_broken_item_costs_no_other(broken: str) -> None:
    text = f'[[q]]\na = "1"\n[[q]]\n{broken}\nb = 1\n[q.d]\ne = 1\n[[q]]\na = "3"\n[t]\nk = "v"\n'
    tree = parse(Source("a.toml", text))
    begin = text.index(f"{broken}\nb = 1")
    assert all(begin <= p.span.start < begin + len(broken) for p in tree.problems)
    assert len(tree.problems) == 1
    (value,) = held(tree)
    assert value["q"][0] == {"a": "1"}
    assert value["q"][-1] == {"a": "3"}
    assert value["t"] == {"k": "v"}


def test_a_broken_field_outside_of_items_costs_one_field() -> None:
    text = "a = x y\nb = 1\nc = [1,\n  2 3,\n]\nd = 2\n"
    tree = parse(Source("a.toml", text))
    assert held(tree) == [{"b": "1", "d": "2"}]
    assert marked(text, tree) == ["x y", "2 3"]


@pytest.mark.parametrize("header", ["[[q]", "[q]]"])
def test_a_header_that_lacks_a_bracket_begins_an_item(header: str) -> None:
    text = f'{header}\na = "1"\n[[q]]\na = "2"\n'
    tree = parse(Source("a.toml", text))
    assert marked(text, tree) == [header]
    assert held(tree) == [{"q": [{"a": "1"}, {"a": "2"}]}]


@pytest.mark.parametrize(
    ("text", "mark", "first"),
    [
        ("a = 1\na = 2\n", "a", 0),
        ('a = 1\n"a" = 2\n', '"a"', 0),
        ("[t]\nx = 1\n[t]\ny = 2\n", "t", 1),
        ("a = 1\n[a]\nb = 1\n", "a", 0),
        ("a.b = 1\n[a]\nc = 1\n", "a", 0),
        ("a = {}\na.b = 1\n", "a", 0),
        ("a = []\n[[a]]\n", "a", 0),
        ("[a]\n[[a]]\n", "a", 1),
        ("[[a]]\n[a]\n", "a", 2),
        ("[a.b]\n[a]\nb.c = 1\n", "b", 3),
        ("a = {b = 1, b = 2}\n", "b", 5),
    ],
)
def test_of_a_name_defined_twice_the_first_counts(text: str, mark: str, first: int) -> None:
    assert isinstance(verdict(text), Exception)
    tree = parse(Source("a.toml", text))
    (problem,) = tree.problems
    assert isinstance(problem, DuplicateField)
    assert marked(text, tree) == [mark]
    assert problem.first.start == first


def test_tables_span_what_was_written_for_them() -> None:
    text = 'x = 1\n[[q]]\nprompt.prompt = "a"\nprompt.d = [1] # c\n[q.s]\nk = 2\n\n[[q]]\nz = 3\n'
    (root,) = parse(Source("a.toml", text)).roots
    assert isinstance(root, Mapping)
    items = root.get("q")
    assert isinstance(items, Sequence)
    one, two = items.items
    assert isinstance(one, Mapping)
    prompt = one.get("prompt")
    assert prompt is not None
    assert text[prompt.start : prompt.end] == 'prompt.prompt = "a"\nprompt.d = [1]'
    assert text[one.start : one.end].startswith("[[q]]\nprompt")
    assert text[one.start : one.end].endswith("k = 2")
    assert text[two.start : two.end] == "[[q]]\nz = 3"
    assert (items.start, items.end) == (one.start, two.end)


def test_comments_are_given_where_one_may_be_a_suppression() -> None:
    text = "# quizlint: ignore[x]\na = [ # y\n1]\nb = '# no'\n"
    tree = parse(Source("a.toml", text))
    assert [text[c.start : c.end] for c in tree.comments] == ["# quizlint: ignore[x]", "# y"]


@pytest.mark.parametrize(
    "text",
    [
        "a=" + "[" * 300_000,
        "a=" + "{a=" * 300_000,
        "a" + ".a" * 9999 + "=1",
        "[a" + ".a" * 9999 + "]",
    ],
)
def test_deep_nesting_is_refused(text: str) -> None:
    (problem,) = parse(Source("a.toml", text)).problems
    assert isinstance(problem, TooDeep)
    assert problem.limit == MAX_DEPTH


@pytest.mark.parametrize("quotes", ['"', "'", '"""', "'''"])
def test_a_text_of_five_million_characters_is_read(quotes: str) -> None:
    tree = parse(Source("a.toml", f"a={quotes}{'x' * 5_000_000}{quotes}\n"))
    assert tree.problems == ()
    assert held(tree) == [{"a": "x" * 5_000_000}]


def test_a_number_of_any_length_stays_as_written() -> None:
    tree = parse(Source("a.toml", "a = " + "9" * 10_000))
    assert tree.problems == ()
    assert held(tree) == [{"a": "9" * 10_000}]


@pytest.mark.parametrize(
    "unit", ["[[a]]\nb=\n", "a = [\n", "[\n", "a=[\n[1]\n,\n", '"', "\x00", "a=1 ", "'''\n", "=\n"]
)
def test_long_nonsense_gives_few_syntax_problems(unit: str) -> None:
    tree = parse(Source("a.toml", unit * 10_000))
    syntax = [p for p in tree.problems if isinstance(p, Syntax)]
    assert 1 <= len(syntax) <= 20
