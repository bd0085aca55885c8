"""Every character of a decoded YAML scalar leads back to the characters that spell it."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizlint.formats.tree.nodes import Node, Scalar, Sequence
from quizlint.formats.tree.yaml import parse
from quizlint.text import Source, Span
from quizlint.text.scalars.yaml import DOUBLE, FOLDED, LITERAL, PLAIN, SINGLE, BlockScalar

BREAKS = "\r\n\x85\u2028\u2029"


def scalars(roots: tuple[Node, ...]) -> list[Scalar]:
    found: list[Scalar] = []
    stack = list(roots)
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar):
            found.append(node)
        elif isinstance(node, Sequence):
            stack += node.items
        else:
            for name, value in node.fields.values():
                found.append(name)
                stack.append(value)
    return found


def check_places(text: str, scalar: Scalar) -> None:
    decoded = scalar.spelling.decode(text, scalar.span)
    assert decoded.value == scalar.value
    assert len(decoded.starts) == len(decoded.ends) == len(scalar.value)
    at = scalar.start
    for char, start, end in zip(decoded.value, decoded.starts, decoded.ends, strict=True):
        assert at <= start < end
        at = end
        raw = text[start:end]
        if raw == char or raw == "''" == char * 2:
            continue
        if raw[0] == "\\" and raw[1:2] not in BREAKS:
            assert DOUBLE.decode(f'"{raw}"', Span(0, len(raw) + 2)).value == char
        else:
            assert char in " \n\u2028\u2029"
            assert not raw.strip(BREAKS + " \t\\")
            assert any(each in raw for each in BREAKS)
    # the final break of a block scalar may lie behind its last text
    assert at <= scalar.end or text[scalar.end : at] in ("\r\n", *BREAKS)


WORDS = st.sampled_from(
    [
        "a",
        "word",
        "é",
        "🦊🦊",
        "it's",
        "x: y",
        "#n",
        " #",
        "-",
        "%",
        "ab, c",
        "[",
        "{}",
        ":",
        "e\u0301",
    ]
)
ESCAPES = st.sampled_from(
    ['\\"', "\\\\", "\\n", "\\t", "\\x41", "\\u00e9", "\\U0001F98A", "\\ ", "\\/", "\\N", "\\_"]
)
SPACES = st.sampled_from([" ", " ", "  ", "\t", " \t "])


@st.composite
def lines(draw: st.DrawFn, words: st.SearchStrategy[str], indent: int) -> str:
    """Words with blanks, line breaks and blank lines between; `indent` is the least of a line."""
    out = [draw(words)]
    for _ in range(draw(st.integers(0, 5))):
        gap = draw(st.sampled_from(["blank", "blank", "break", "blank line"]))
        if gap == "blank":
            out.append(draw(SPACES))
        else:
            trailing = draw(st.sampled_from(["", "", " ", " \t"]))
            blank = draw(st.sampled_from(["\n", " \n", "\n   \n"])) if gap == "blank line" else ""
            deeper = draw(st.sampled_from(["", "", " ", "   "]))
            out.append(f"{trailing}\n{blank}{' ' * indent}{deeper}")
        out.append(draw(words))
    return "".join(out)


@st.composite
def written(draw: st.DrawFn, indent: int, flow: bool) -> str:
    """A scalar as an author may write it, in any style, perhaps with an anchor or a tag."""
    before = draw(st.sampled_from(["", "", "", "&anchor ", "!!str ", "&b !!str "]))
    style = draw(st.sampled_from(["plain", "'", '"'] if flow else ["plain", "'", '"', "|", ">"]))
    if style == "plain":
        return before + draw(lines(WORDS, indent))
    if style == "'":
        return before + "'" + draw(lines(WORDS, indent)).replace("'", "''") + "'"
    if style == '"':
        joined = st.just(f"\\\n{' ' * indent}")
        body = draw(lines(WORDS | ESCAPES | joined, indent))
        return before + '"' + body + '"'
    chomp = draw(st.sampled_from(["", "", "-", "+"]))
    header = style + chomp + draw(st.sampled_from(["", "", " # note"]))
    if draw(st.booleans()):
        digit = draw(st.integers(1, 3))
        first = " " * (indent - 2 + digit) + draw(st.sampled_from(["", " "]))
        header = style + draw(st.sampled_from([f"{digit}{chomp}", f"{chomp}{digit}"]))
        body = draw(lines(WORDS, indent - 2 + digit))
    else:
        first = " " * indent
        body = draw(lines(WORDS, indent))
    blank = draw(st.sampled_from(["", "", "\n", " \n"]))
    tail = draw(st.sampled_from(["", "", "\n", "\n\n"]))
    return f"{before}{header}\n{blank}{first}{body}{tail}"


@st.composite
def documents(draw: st.DrawFn) -> str:
    context = draw(st.sampled_from(range(9)))
    if context < 3:
        a, b = draw(written(4, True)), draw(written(4, True))
        shape = ("list: [{a}, {b}]\n", "- {{k: {a}, l: [{b}]}}\n", "[{{'q': {a}}}, {b}]\n")[context]
        text = shape.format(a=a, b=b)
    else:
        shape, indent = (
            ("k: {a}\nl: {b}\n", 2),
            ("list:\n  - k: {a}\n    l: {b}\n", 6),
            ("list:\n- {a}\n- {b}\n", 2),
            ("m: &m\n  # remark\n  k: {a}\n  l: {b}\n", 4),
            ("- - {a}\n  - {b}\n", 4),
            ("m:\n  n: !!map\n    k: {a}\n    l: {b}\nend: x\n", 6),
        )[context - 3]
        text = shape.format(a=draw(written(indent, False)), b=draw(written(indent, False)))
    if draw(st.booleans()):
        text = text.rstrip("\n")
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\n", "\r\n", "\r", "\u2028"])))


@settings(max_examples=700, deadline=None)
@given(documents())
def test_each_character_leads_to_what_spells_it(text: str) -> None:
    tree = parse(Source("x.yaml", text))
    assume(tree.roots and not tree.problems)
    for scalar in scalars(tree.roots):
        check_places(text, scalar)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="a é'\"\\\n\t|>-+2:#&!,[]{}\r🦊", max_size=24), st.sampled_from("'\"|> "))
def test_free_text_too(body: str, style: str) -> None:
    close = style if style in "'\"" else ""
    text = f"k: {style}{body}{close}\n"
    tree = parse(Source("x.yaml", text))
    assume(tree.roots and not tree.problems)
    for scalar in scalars(tree.roots):
        check_places(text, scalar)


@pytest.mark.parametrize(
    ("written", "spelling", "value", "part", "spelled"),
    [
        ("one\n   two", PLAIN, "one two", "one two", "one\n   two"),
        ("one\n\n  two", PLAIN, "one\ntwo", "\ntwo", "\n\n  two"),
        ("'it''s'", SINGLE, "it's", "'s", "''s"),
        ('"caf\\u00e9 x"', DOUBLE, "café x", "é", "\\u00e9"),
        ('"a\\\n   b"', DOUBLE, "ab", "b", "b"),
        ("&x !!str 'a b'", SINGLE, "a b", "b", "b"),
        (">\n  one\n  two\n", FOLDED, "one two\n", "two", "two"),
        (">\n  one\n\n    x\n  two\n", FOLDED, "one\n\n  x\ntwo\n", "x\nt", "x\n  t"),
        ("|\n  one\n  two", LITERAL, "one\ntwo", "e\nt", "e\n  t"),
        ("|+\n  one\n\n", LITERAL, "one\n\n", "one", "one"),
        ("|\n  one\n\n \n", LITERAL, "one\n", "one", "one"),
        ("|-\n\n  one\n", LITERAL, "\none", "one", "one"),
        ("|2\n     one\n", BlockScalar(False, 2), " one\n", " o", " o"),
    ],
)
def test_where_a_part_is_written(
    written: str, spelling: BlockScalar, value: str, part: str, spelled: str
) -> None:
    decoded = spelling.decode(written, Span(0, len(written)))
    assert decoded.value == value
    start = value.index(part)
    span = decoded.span(start, start + len(part))
    assert written[span.start : span.end] == spelled
    assert spelled in written


def test_a_block_may_end_before_its_last_break() -> None:
    text = "k: |\n  one\nl: x\n"
    whole = LITERAL.decode(text, Span(3, 11))
    assert whole.value == LITERAL.decode(text, Span(3, 10)).value == "one\n"
