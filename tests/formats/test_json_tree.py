"""JSON as a tree: the same values as the standard library, and broken files read around."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.content.problems import DuplicateField, Syntax, TooDeep
from quizlint.formats.tree.json import parse, parse_lines
from quizlint.formats.tree.nodes import MAX_DEPTH, Mapping, Node, Scalar, Sequence, Tree
from quizlint.text import Source
from telling import words

TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from('"\\/\n\t\r{}[],:#é😀'))
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=25,
)
LAYOUTS = st.fixed_dictionaries(
    {
        "indent": st.sampled_from([None, 0, 2, "\t"]),
        "ensure_ascii": st.booleans(),
        "separators": st.sampled_from([(",", ":"), (", ", ": "), (" ,\r\n", " :\n")]),
    }
)


def said(tree: Tree) -> list[str]:
    return [words(problem) for problem in tree.problems]


def marked(text: str, tree: Tree) -> list[str]:
    return [text[p.span.start : p.span.end] for p in tree.problems]


def loaded(node: Node) -> Any:
    """The value of a node, with its scalars read by the standard library."""
    if isinstance(node, Sequence):
        return [loaded(item) for item in node.items]
    if isinstance(node, Mapping):
        return {name: loaded(value) for name, (_, value) in node.fields.items()}
    return json.loads(node.value) if node.plain else node.value


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Sequence):
        return [leaf for item in node.items for leaf in scalars(item)]
    if isinstance(node, Mapping):
        pairs = node.fields.values()
        return [leaf for name, value in pairs for leaf in (name, *scalars(value))]
    return [node]


def nested_in_order(node: Node) -> bool:
    """Whether every node lies inside its parent and behind its elder sibling."""
    if isinstance(node, Scalar):
        return True
    parts: list[Node] = []
    if isinstance(node, Sequence):
        parts = node.items
    else:
        for name, value in node.fields.values():
            parts += [name, value]
    at = node.start + 1
    for part in parts:
        if part.start < at:
            return False
        at = part.end
    return at <= node.end - 1 and all(map(nested_in_order, parts))


@given(VALUES, LAYOUTS)
def test_values_and_places_are_those_of_the_standard_library(
    value: Any, layout: dict[str, Any]
) -> None:
    text = json.dumps(value, **layout)
    tree = parse(Source("a.json", text))
    assert tree.problems == ()
    (root,) = tree.roots
    assert loaded(root) == value
    assert text[root.start : root.end] == text
    assert nested_in_order(root)
    for leaf in scalars(root):
        raw = text[leaf.start : leaf.end]
        assert json.loads(raw) == (json.loads(leaf.value) if leaf.plain else leaf.value)
        if not leaf.plain:
            content = leaf.text(text)
            for index, char in enumerate(leaf.value):
                place = content.at(index, index + 1)
                assert leaf.start < place.start < place.end < leaf.end
                assert json.loads(f'"{text[place.start : place.end]}"') == char


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("-0", "integer"),
        ("12", "integer"),
        ("9" * 10_000, "integer"),
        ("1E400", "float"),
        ("0.5", "float"),
        ("true", "boolean"),
        ("null", "null"),
    ],
)
def test_a_plain_value_keeps_how_it_was_written(written: str, kind: str) -> None:
    tree = parse(Source("a.json", f"[{written}]"))
    assert tree.problems == ()
    (root,) = tree.roots
    assert isinstance(root, Sequence)
    (leaf,) = root.items
    assert isinstance(leaf, Scalar)
    assert (leaf.value, leaf.kind, leaf.plain) == (written, kind, True)


@pytest.mark.parametrize("text", ["", " \n\r\n\t"])
def test_an_empty_file_is_no_problem(text: str) -> None:
    assert parse(Source("a.json", text)) == Tree(())


@pytest.mark.parametrize(
    ("text", "value", "mark", "word"),
    [
        ('{"a": 1 "b": 2}', {"a": 1, "b": 2}, "1", "comma is missing"),
        ('["a" "b"]', ["a", "b"], '"', "comma is missing"),
        ('["a",,"b"]', ["a", "b"], ",", "comma too many"),
        ('["a",]', ["a"], "]", "comma stands before"),
        ('{"a": "b",}', {"a": "b"}, "}", "comma stands before"),
        ('{"a": 1} // end', {"a": 1}, "// end", "no comments"),
        ('{/* one\ntwo */"a": 1}', {"a": 1}, "/* one\ntwo */", "no comments"),
        ("['it']", ["it"], "'", "single"),
        ("{“a”: “b”, “c”: “d”}", {"a": "b", "c": "d"}, "“", "curly"),
        ('{question: "a", answer: "b"}', {"question": "a", "answer": "b"}, "question", "double"),
        ('{"a" "b"}', {"a": "b"}, '"a"', "colon is missing"),
        ('["a\nb"]', ["a\nb"], "\n", "line break"),
        ('["a\tb", "\t"]', ["a\tb", "\t"], "\t", "tab"),
        ('["a\x01b"]', ["a\x01b"], "\x01", "U+0001"),
        (r'["\alpha"]', [r"\alpha"], r"\a", "backslash"),
        (r'["it\'s"]', ["it's"], r"\'", "backslash"),
        (r'["x\ud83d"]', ["x\ufffd"], r"\ud83d", "half a character"),
        (r'["\ude00\ud83d\ude00"]', ["\ufffd😀"], r"\ude00", "half a character"),
        ('[\x00"a"]', ["a"], "\x00", "U+0000"),
        ('["a",\xa0"b"]', ["a", "b"], "\xa0", "U+00A0"),
        ('[["a"}, ["b"]]', [["a"], ["b"]], "}", "should be a ]"),
        ('{"a": ["b"}', {"a": ["b"]}, "}", "a ] is missing"),
        ('{"a": ["b"}, "c": "d"}', {"a": ["b"], "c": "d"}, "}", "should be a ]"),
        ('[{"a": "b"}}, {"a": "c"}]', [{"a": "b"}, {"a": "c"}], "}", "closes nothing"),
        ('{"a": "b"}]', {"a": "b"}, "]", "closes nothing"),
        ('["a"] and so on', ["a"], "and so on", "follows after the end"),
        ('["a, b\n, "c"]', ["a, b", "c"], '"a, b', "closing quotation mark"),
        ('{"a": "b,\n "c": "d"}', {"a": "b", "c": "d"}, '"b', "closing quotation mark"),
    ],
)
def test_a_slip_is_told_once_at_its_place_and_read_as_meant(
    text: str, value: object, mark: str, word: str
) -> None:
    tree = parse(Source("a.json", text))
    assert [loaded(root) for root in tree.roots] == [value]
    assert marked(text, tree) == [mark]
    assert word in said(tree)[0]


@pytest.mark.parametrize(
    ("word", "kind", "advice"),
    [
        ("frue", "string", "quoted"),
        ("True", "boolean", "write true"),
        ("None", "null", "write null"),
        ("NaN", "string", "write null"),
        ("-Infinity", "string", "write null"),
        ("01", "string", "number"),
        (".5", "string", "number"),
        ("0x1F", "string", "number"),
    ],
)
def test_a_bare_word_is_a_problem_and_a_value(word: str, kind: str, advice: str) -> None:
    text = f'{{"a": {word}, "b": 1}}'
    tree = parse(Source("a.json", text))
    (root,) = tree.roots
    assert isinstance(root, Mapping)
    leaf = root.get("a")
    assert isinstance(leaf, Scalar)
    assert (leaf.value, leaf.kind, leaf.plain) == (word, kind, True)
    assert "b" in root
    assert marked(text, tree) == [word]
    assert advice in said(tree)[0]


GOOD = '{"q": "first", "o": ["a", "b"]}'
LAST = '{"q": "last", "o": ["c", "d"]}'


@pytest.mark.parametrize(
    "broken",
    [
        '{"q": "say "hi" now", "o": ["a"]}',
        '{"q": What is it?, "o": ["a"]}',
        '{"q": "x", "o": ["a", "b", "k": 1}',
        '{"q": "x", "o": ["a", "b, "c"]}',
        '{"q": , "o": ["a"]}',
        '{"q", "o": ["a"]}',
        '{"q": "x", "o": [{"t": "a" "u"}]}',
        '{"q": "x", "o": ["a", @ b]}',
    ],
)
@pytest.mark.parametrize(
    "layout", ["[\n  {},\n  {},\n  {}\n]", "[{},{},{}]", '{{"qs": [\n{},\n{},\n{}]}}']
)
def test_one_broken_item_costs_no_other(broken: str, layout: str) -> None:
    text = layout.format(GOOD, broken, LAST)
    tree = parse(Source("a.json", text))
    (problem,) = tree.problems
    begin = text.index(broken)
    assert begin <= problem.span.start < problem.span.end <= begin + len(broken)
    assert isinstance(problem, Syntax)
    value = loaded(tree.roots[0])
    items = value["qs"] if isinstance(value, dict) else value
    assert items == [json.loads(GOOD), json.loads(LAST)]


def test_an_item_without_its_closing_bracket_costs_no_other() -> None:
    text = f"[\n  {GOOD},\n  {GOOD[:-1]},\n  {LAST}\n]"
    tree = parse(Source("a.json", text))
    assert len(tree.problems) == 1
    assert loaded(tree.roots[0]) == [json.loads(GOOD), json.loads(LAST)]


def test_a_broken_field_outside_of_items_costs_no_items() -> None:
    text = f'{{\n  "title": All of it,\n  "questions": [{GOOD}]\n}}'
    tree = parse(Source("a.json", text))
    assert marked(text, tree) == ["All of it"]
    assert loaded(tree.roots[0]) == {"questions": [json.loads(GOOD)]}


def test_a_broken_question_in_a_section_costs_no_other_question() -> None:
    broken = '{"q": "x" y, "o": ["a"]}'
    text = f'[{{"name": "one", "qs": [\n{GOOD},\n{broken},\n{LAST}\n]}}, {{"name": "two"}}]'
    tree = parse(Source("a.json", text))
    assert len(tree.problems) == 1
    first = {"name": "one", "qs": [json.loads(GOOD), json.loads(LAST)]}
    assert loaded(tree.roots[0]) == [first, {"name": "two"}]


@pytest.mark.parametrize("cut", range(1, len(LAST)))
def test_a_truncated_file_keeps_its_whole_items(cut: int) -> None:
    text = f"[{GOOD},\n{LAST[:cut]}"
    tree = parse(Source("a.json", text))
    assert len(tree.problems) == 1
    assert loaded(tree.roots[0]) == [json.loads(GOOD)]


def test_at_most_twenty_syntax_problems_are_told_but_all_items_are_read() -> None:
    items = [GOOD, '{"q": x y}'] * 50
    tree = parse(Source("a.json", "[" + ",\n".join(items) + "]"))
    assert len(tree.problems) == 20
    assert loaded(tree.roots[0]) == [json.loads(GOOD)] * 50


def test_of_a_field_written_twice_the_first_counts() -> None:
    text = '{"a": 1, "b": {"a": 2}, "\\u0061": [3]}'
    tree = parse(Source("a.json", text))
    (problem,) = tree.problems
    assert isinstance(problem, DuplicateField)
    assert marked(text, tree) == ['"\\u0061"']
    assert (problem.field, problem.first) == ("a", (1, 4))
    assert loaded(tree.roots[0]) == {"a": 1, "b": {"a": 2}}


def test_several_values_are_all_read_with_one_problem() -> None:
    tree = parse(Source("a.json", '{"a": 1}\n{"a": 2},\n{"a": 3}\n'))
    assert [loaded(root) for root in tree.roots] == [{"a": 1}, {"a": 2}, {"a": 3}]
    assert len(tree.problems) == 1


def test_comments_are_where_suppressions_can_stand() -> None:
    text = "[1, // quizlint: ignore[x]\n2 # y\n]"
    tree = parse(Source("a.json", text))
    assert [text[c.start : c.end] for c in tree.comments] == ["// quizlint: ignore[x]", "# y"]
    assert len(tree.problems) == 1


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":', "[["])
def test_deep_nesting_is_refused(opening: str) -> None:
    tree = parse(Source("a.json", opening * 300_000))
    first = tree.problems[0]
    assert isinstance(first, TooDeep)
    assert first.limit == MAX_DEPTH
    assert len(tree.problems) <= 21


def test_nesting_up_to_the_limit_is_read() -> None:
    assert parse(Source("a.json", "[" * MAX_DEPTH + "]" * MAX_DEPTH)).problems == ()


@pytest.mark.parametrize("unit", ["x", r"\n", r"\ud83d\ude00", "é"])
def test_a_text_of_five_million_characters_is_read(unit: str) -> None:
    text = '["' + unit * (5_000_000 // len(unit)) + '"]'
    tree = parse(Source("a.json", text))
    assert tree.problems == ()
    assert loaded(tree.roots[0]) == json.loads(text)


@pytest.mark.parametrize(
    "unit",
    ['{"a":1 junk},', '"\n', "'", "“ \n", "{", "}", ",", "#\n", "/*", '{"a" ', "\\", "[1 ", "\x00"],
)
@pytest.mark.parametrize("before", ["", "[", '[{"a":', '["'])
def test_long_nonsense_gives_few_problems(unit: str, before: str) -> None:
    text = before + unit * 20_000
    assert 1 <= len(parse(Source("a.json", text)).problems) <= 21


MUTANTS = st.sampled_from(["", *"\"'\\,:{}[]\nx0\x00“/#", r"\ud83d"])
ITEM = {"q": 'é 😀 "x"', "o": ["a", "b"], "k": 1.5}
BANK = json.dumps({"t": "T\n", "qs": [ITEM] * 3}, indent=1)


@given(st.data())
def test_any_slip_in_a_file_is_survived(data: st.DataObject) -> None:
    text = BANK
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text) - 1))
        text = text[:at] + data.draw(MUTANTS) + text[at + data.draw(st.integers(0, 3)) :]
    source = Source("a.json", text)
    tree = parse(source)
    lines = parse_lines(source)
    for problem in (*tree.problems, *lines.problems):
        assert 0 <= problem.span.start < problem.span.end <= len(text)
    for root in (*tree.roots, *lines.roots):
        for leaf in scalars(root):
            assert 0 <= leaf.start < leaf.end <= len(text)
    try:
        value = json.loads(text, parse_constant=lambda _: json.loads(""))
    except json.JSONDecodeError:
        assert tree.problems
    else:
        if not tree.problems:
            assert loaded(tree.roots[0]) == value
        else:  # the standard library lets these pass
            lone = re.search("[\ud800-\udfff]", json.dumps(value, ensure_ascii=False))
            kinds = {type(problem) for problem in tree.problems}
            assert lone or kinds == {DuplicateField}


@given(st.lists(VALUES, max_size=5), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_lines_are_read_one_by_one(values: list[Any], line_end: str) -> None:
    text = "".join(json.dumps(value) + line_end for value in values)
    tree = parse_lines(Source("a.jsonl", text))
    assert tree.problems == ()
    assert [loaded(root) for root in tree.roots] == values


@pytest.mark.parametrize(
    ("broken", "mark"),
    [('{"b":}', "}"), ('{"b" "c"', '"'), ("what", "what"), ('["a', '"a'), ("[[[", "["), ("}", "}")],
)
def test_a_broken_line_is_one_problem(broken: str, mark: str) -> None:
    text = f'{{"a": 1}}\r\n{broken}\r\n{{"a": 2}}'
    tree = parse_lines(Source("a.jsonl", text))
    assert len(tree.problems) == 1
    place = tree.problems[0].span
    assert text[place.start : place.end].startswith(mark) or mark == '"'
    assert Source("a.jsonl", text).position(place.start).line == 2
    kept = [loaded(root) for root in tree.roots if isinstance(root, Mapping)]
    assert [value for value in kept if "a" in value] == [{"a": 1}, {"a": 2}]
