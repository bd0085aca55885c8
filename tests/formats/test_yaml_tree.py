"""YAML files as trees: what is read, where it stands, and what is said of what cannot be read."""

from collections.abc import Iterator
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from quizlint.content import Problem
from quizlint.content.problems import DuplicateField, Syntax, TooDeep, TooManyAliases
from quizlint.formats.tree.nodes import MAX_DEPTH, Mapping, Node, Scalar, Sequence, Tree
from quizlint.formats.tree.yaml import parse
from quizlint.formats.tree.yaml_resolve import becomes
from quizlint.text import Source
from telling import words

Kind = TypeVar("Kind", bound=Problem)


def tree_of(text: str) -> Tree:
    return parse(Source("x.yaml", text))


def plain(node: Node) -> Any:
    """A node as plain data, scalars as text. Only for trees that are known to be small."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(value) for name, (_, value) in node.fields.items()}


def data(text: str) -> Any:
    tree = tree_of(text)
    assert not tree.problems, tree.problems
    (root,) = tree.roots
    return plain(root)


def only(text: str, kind: type[Kind]) -> Kind:
    (problem,) = tree_of(text).problems
    assert isinstance(problem, kind)
    assert problem.span.start < problem.span.end <= len(text)
    return problem


def at(text: str, problem: Problem) -> tuple[str, int]:
    return text[slice(*problem.span)], problem.span.start


def field(root: Node, *path: str | int) -> Node:
    for step in path:
        if isinstance(step, int):
            assert isinstance(root, Sequence)
            root = root.items[step]
        else:
            assert isinstance(root, Mapping)
            found = root.get(step)
            assert found is not None
            root = found
    return root


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)
NAMES = TEXTS.filter(lambda name: name[:1] != ":")  # libyaml refuses {:x: 1} and [x: :1]
VALUES = st.recursive(
    NAMES | st.sampled_from(["No", "1.50", "multi\nline", "trail \n", "it's: so", "- x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(VALUES, st.booleans(), st.sampled_from([30, 80]))
def test_says_what_other_yaml_tools_say(value: Any, flow: bool, width: int) -> None:
    from io import StringIO

    writer = YAML(typ="safe", pure=True)
    writer.default_flow_style = flow
    writer.width = width
    stream = StringIO()
    writer.dump({"k": value}, stream)
    assert data(stream.getvalue()) == {"k": value}


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab: -\n'\"[]{},#&*!|>%@`\t\\?<é\0\ud800", max_size=40))
def test_never_fails_and_points_into_the_file(text: str) -> None:
    tree = tree_of(text)
    for problem in tree.problems:
        assert 0 <= problem.span.start < problem.span.end <= len(text)
    for root in tree.roots:
        for node in walk(root):
            assert 0 <= node.start <= node.end <= len(text)


def walk(root: Node) -> Iterator[Node]:
    stack = [root]
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, Sequence):
            stack += node.items
        elif isinstance(node, Mapping):
            for name, value in node.fields.values():
                stack += name, value


GOOD = "  - q: Item {n}?\n    options: [a, 'b', \"c\"]\n    answer: a\n"
BAD = (
    '  - q: "open\n    answer: a\n',
    "  - q: x\n     answer: a\n",
    "  - q: x\n   answer: a\n",
    "  - options: [a, b\n    answer: a\n",
    "  - q:x\n    answer: a\n",
    "  - q: 'a\n",
    "  - q: x\n    b\n    c: d\n",
    "  - [a, b: {c\n",
    "  - q: " + "[" * 200 + "\n",
)


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_one_bad_item_hides_no_other(bad: str, place: int) -> None:
    items = [GOOD.format(n=1), GOOD.format(n=2)]
    items.insert(place, bad)
    text = "kind: quiz\nquestions:\n" + "".join(items) + "title: T\n"
    tree = tree_of(text)
    begins = text.index(bad)
    for problem in tree.problems:
        assert begins <= problem.span.start < begins + len(bad), problem
    assert tree.problems
    (root,) = tree.roots
    questions = field(root, "questions")
    assert isinstance(questions, Sequence)
    stems = [plain(field(each, "q")) for each in questions.items if isinstance(each, Mapping)]
    assert [stem for stem in stems if stem.startswith("Item")] == ["Item 1?", "Item 2?"]
    assert plain(field(root, "title")) == "T"
    for node in walk(root):
        if isinstance(node, Scalar) and node.value.startswith("Item"):
            assert text[node.start : node.end] == node.value


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("Ratio: two: one", 5),
        ("`ls` lists", 0),
        ("@home", 0),
        ("%d prints", 0),
        ('"Foo" is what?', 0),
        ("'it's'", 0),
        ("[x] done", 0),
        ("*bold* text", 0),
        ("*", 0),
        ("&", 0),
        ("> 5", 0),
        (">= 5", 0),
        ("- 5", 0),
        ("]", 0),
        ("!important thing", 0),
        ("*bold", 0),
    ],
)
def test_what_was_plainly_meant_is_read(written: str, place: int) -> None:
    text = f"- q: {written}\n  a: 1\n- q: z\n"
    problem = only(text, Syntax)
    assert problem.span.start == text.index(written) + place
    assert problem.skipped is None
    (root,) = tree_of(text).roots
    assert plain(root) == [{"q": written, "a": "1"}, {"q": "z"}]
    scalar = field(root, 0, "q")
    assert isinstance(scalar, Scalar)
    assert scalar.text(text).raw == written
    last = scalar.text(text).at(len(written) - 1, len(written))
    assert text[last.start : last.end] == written[-1]


def test_colons_and_question_marks_inside_brackets() -> None:
    text = (
        "- [:x, ?y, 1:30, https://x.org/?q=1&r, Why?, 'a?']\n- {a?: b, why?: c, why?: d}\n- e:f?g\n"
    )
    problem = only(text, DuplicateField)
    assert problem.field == "why?"
    assert plain(tree_of(text).roots[0]) == [
        [":x", "?y", "1:30", "https://x.org/?q=1&r", "Why?", "a?"],
        {"a?": "b", "why?": "c"},
        "e:f?g",
    ]


def test_backslashes_that_are_no_escapes() -> None:
    text = '- "\\sum \\\\ \\(x\\) \\ud83d"\n- b\n'
    problem = only(text, Syntax)
    assert at(text, problem) == ("\\", 3)
    assert "\\s" in words(problem)
    (root,) = tree_of(text).roots
    assert plain(root) == ["\\sum \\ \\(x\\) \\ud83d", "b"]
    first = field(root, 0)
    assert isinstance(first, Scalar)
    span = first.text(text).at(1, 4)
    assert text[slice(*span)] == "sum"


def test_tabs_are_one_problem() -> None:
    text = "q:\n\t- a\n\t- b\n"
    assert at(text, only(text, Syntax)) == ("\t", 3)
    assert plain(tree_of(text).roots[0]) == {"q": ["a", "b"]}


def test_an_unclosed_quote_is_reported_where_it_opens() -> None:
    text = '- f: "What?\n  b: x\n- f: "y"\n  b: z\n'
    problem = only(text, Syntax)
    assert at(text, problem) == ('"', 5)
    assert problem.skipped is not None
    assert text[slice(*problem.skipped)] == '- f: "What?\n  b: x'
    assert plain(tree_of(text).roots[0]) == [{"f": "y", "b": "z"}]


def test_a_bad_entry_at_the_top() -> None:
    text = "a: 1\nb: [2\nc: 3\nd:\n- x\n"
    assert at(text, only(text, Syntax)) == ("[", 8)
    assert plain(tree_of(text).roots[0]) == {"a": "1", "c": "3", "d": ["x"]}


def test_json_that_is_broken_is_one_problem() -> None:
    text = '{\n "questions": [\n  {"q": "a" "b"},\n  {"q": 1}\n ]\n}\n'
    assert only(text, Syntax).span.start == text.index('"b"')


def test_gives_up_on_a_file_that_is_broken_all_over() -> None:
    tree = tree_of("- a: b\n   c: d\n" * 50)
    assert len(tree.problems) == 21
    assert "nothing behind it" in words(tree.problems[-1])


@pytest.mark.parametrize("text", ["[" * 300_000, "- " * 100_000, "{a: " * 100_000, "? " * 100_000])
def test_bottomless_nesting_is_refused(text: str) -> None:
    problem = only(text, TooDeep)
    assert problem.limit == MAX_DEPTH


def test_an_alias_bomb_stays_small() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
    )
    tree = tree_of(bomb)
    assert [type(problem) for problem in tree.problems] == [TooManyAliases]
    assert sum(1 for _ in walk(tree.roots[0])) < 2_000_000


def test_aliases_do_not_nest_deeper_than_the_file_may() -> None:
    text = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 300))
    only(text, TooDeep)
    plain(tree_of(text).roots[0])


def test_too_many_aliases() -> None:
    assert only("- &a x\n" + "- *a\n" * 1500, TooManyAliases).limit == 1000


def test_aliases_and_merge_keys() -> None:
    text = "base: &b {x: 1, y: 2}\nuse: *b\nmore: {<<: *b, x: 3}\nmany:\n  <<: [{z: 1}, *b]\n"
    assert data(text) == {
        "base": {"x": "1", "y": "2"},
        "use": {"x": "1", "y": "2"},
        "more": {"x": "3", "y": "2"},
        "many": {"z": "1", "x": "1", "y": "2"},
    }


@pytest.mark.parametrize("text", ["a: &a [*a]\n", "a: *nobody\n", "--- &a x\n--- *a\n"])
def test_aliases_without_an_end_or_a_beginning(text: str) -> None:
    assert text[only(text, Syntax).span.start] == "*"


def test_a_field_written_twice() -> None:
    text = "a: 1\nb: 2\na: 3\n"
    problem = only(text, DuplicateField)
    assert at(text, problem) == ("a", 10)
    assert (problem.field, problem.first) == ("a", (0, 1))
    assert plain(tree_of(text).roots[0]) == {"a": "1", "b": "2"}


@pytest.mark.parametrize("char", ["\0", "\x07", "\x7f", "\ud800", "\ufffe"])
def test_characters_that_yaml_does_not_allow(char: str) -> None:
    text = f"a: x{char}y\nb: z\n"
    assert at(text, only(text, Syntax)) == (char, 4)
    assert plain(tree_of(text).roots[0]) == {"a": "x y", "b": "z"}


@pytest.mark.parametrize("key", ["[a]: 1", "{{ a }}: 1", "? [a]\n: 1"])
def test_a_list_is_no_name(key: str) -> None:
    text = f"{key}\nb: 2\n"
    only(text, Syntax)
    assert plain(tree_of(text).roots[0]) == {"b": "2"}


def test_spans_end_with_what_was_written() -> None:
    text = (
        "q: &m\n  - a: |\n      one\n      two\n\n  # c\n  - b: {c: [1]}   # d\n\nr:\n- x\n\n\ns:\n"
    )
    (root,) = tree_of(text).roots

    def raw(*path: str | int) -> str:
        node = field(root, *path)
        return text[node.start : node.end]

    assert raw("q", 0) == "a: |\n      one\n      two"
    assert raw("q", 0, "a") == "|\n      one\n      two"
    assert raw("q", 1) == "b: {c: [1]}"
    assert raw("q", 1, "b") == "{c: [1]}"
    assert raw("q").startswith("&m\n  - a")
    assert raw("q").endswith("[1]}")
    assert raw("r") == "- x"
    assert raw("s") == ""
    assert root.end == text.rindex(":") + 1


def test_kinds() -> None:
    text = (
        "[1, 0x1F, 0o7, 1.5, .inf, 1e3, true, False, null, ~, '1', !!int '7', No, 1:30, 2024-01-01]"
    )
    (root,) = tree_of(text).roots
    assert isinstance(root, Sequence)
    leaves = [each for each in root.items if isinstance(each, Scalar)]
    assert [leaf.kind for leaf in leaves] == [
        *("integer", "integer", "integer", "float", "float", "float", "boolean", "boolean"),
        *("null", "null", "string", "integer", "string", "string", "string"),
    ]
    assert [leaf.value for leaf in leaves if not leaf.plain] == ["1", "7"]


def test_a_value_that_is_missing() -> None:
    (root,) = tree_of("a:\nb: 1\n? c\n").roots
    for name, place in (("a", 2), ("c", 11)):
        node = field(root, name)
        assert isinstance(node, Scalar)
        assert (node.value, node.kind, node.plain) == ("", "null", True)
        assert (node.start, node.end) == (place, place)


def test_each_document_is_a_root() -> None:
    tree = tree_of("---\na: 1\n---\nb: 2\n...\n---\n")
    assert [plain(root) for root in tree.roots] == [{"a": "1"}, {"b": "2"}]
    assert not tree_of("# nothing\n").roots


def test_comments_are_found_only_where_they_are() -> None:
    text = (
        "# quizlint: ignore[x]\na: 'not # quizlint: this'\r\nb: |  # head\n  # text\n"
        'c: &d # tail\n  x#y # end\ne: "\n  # no"\n'
    )
    comments = [text[start:end] for start, end in tree_of(text).comments]
    assert comments == ["# quizlint: ignore[x]", "# head", "# tail", "# end"]


def test_comments_behind_an_error_are_found() -> None:
    text = "- a: [\n- b: 1 # quizlint: ignore[x]\n"
    assert [text[start:end] for start, end in tree_of(text).comments] == ["# quizlint: ignore[x]"]


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        *(("No", "false"), ("yes", "true"), ("TRUE", "true"), ("True", "true"), ("~", "null")),
        *(("1.50", "1.5"), ("012", "10"), ("1:30", "90"), ("1e3", "1000.0"), ("0x1F", "31")),
        *(("1_000", "1000"), (".inf", "Infinity"), ("0o17", "15"), ("0b11", "3"), ("+5", "5")),
        *(("1:30:00.5", "5400.5"), ("089", "89"), ("5.", "5.0"), (".5", "0.5"), ("-012", "-10")),
    ],
)
def test_what_other_tools_make_of_it(value: str, printed: str) -> None:
    assert becomes(value) == printed


@pytest.mark.parametrize(
    "value",
    [
        *("42", "0", "-3", "1.5", "2024-01-01", "y", "n", "true", "false", "none", "word", ""),
        *("-", ".", "1.2.3", "12:60", "10:00 am", "3 apples", "--", "+", "1e", "0x", "9" * 5000),
        *("...", "1:", "٣"),
    ],
)
def test_what_stays_as_it_is(value: str) -> None:
    assert becomes(value) is None
