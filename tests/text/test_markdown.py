"""What Markdown marks goes, and what only looks like a mark stays."""

import pytest

from quizlint.text.normal import collapse
from quizlint.text.prose import Prose


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("``a ` b``", "a ` b"),
        ("`**not bold**`", "**not bold**"),
        ("`a[b](/c) &amp; <b>x</b> \\*`", "a[b](/c) &amp; <b>x</b> \\*"),
        ("an ` alone", "an ` alone"),
        ("\\`no code\\`", "`no code`"),
        ("`one\n\ntwo`", "`one two`"),
        ("```python\nx = 1\n```\nWhat is x?", "x = 1 What is x?"),
        ("```\r\n*x*\r\n```\r\nnow", "*x* now"),
        ("What?\n~~~ js\na `b` c\n~~~~", "What? a `b` c"),
        ("See:\n```\nnot closed", "See: not closed"),
        ("```python", "```python"),
        ("<code>a*b*c &lt;T&gt;</code> *x*", "a*b*c <T> x"),
        ("<pre><code>_x_\n</code></pre>", "_x_"),
    ],
)
def test_code_keeps_its_characters(written: str, seen: str) -> None:
    assert Prose(written).text == seen


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("[link](https://a.org/b_(c)) now", "link now"),
        ('[link](x "title") and [ref][1]', "link and ref"),
        ("[**bold** [x]](/u)", "bold [x]"),
        ("![a map](map.png) here", "a map here"),
        ("[![alt](img.png)](http://a.org)", "alt"),
        ("see <https://a.org/_x_>", "see https://a.org/_x_"),
        ("a[0][1] and a[0][2]", "a[0][1] and a[0][2]"),
        ("calls[i](x), [&](int) and [](int)", "calls[i](x), [&](int) and [](int)"),
        ("[x] and [^1] (y)", "[x] and [^1] (y)"),
    ],
)
def test_links_keep_their_text_and_indices_stay(written: str, seen: str) -> None:
    assert Prose(written).text == seen


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("\\*kept\\* \\_x\\_ \\# \\$5 \\<b>", "*kept* _x_ # $5 <b>"),
        ("\\n \\d+\\.\\d C:\\\\temp", "\\n \\d+\\.\\d C:\\\\temp"),
        ("# Head\n\n> quoted\n>\n- one\n2. two\n- [x] three", "Head quoted one two three"),
        ("Is it\n>= 5\n-5", "Is it >= 5 -5"),
        ("> 95%", "> 95%"),
        ("# x", "# x"),
        ("1. not a list", "1. not a list"),
    ],
)
def test_escapes_and_line_marks(written: str, seen: str) -> None:
    assert Prose(written).text == seen


@pytest.mark.parametrize(
    ("written", "formulas"),
    [
        ("$a_1 * b_1$ and \\(x_2\\)", ["$a_1 * b_1$", "\\(x_2\\)"]),
        ("$$\nx*y*z\n$$ \\[ <b>q</b> \\]", ["$$ x*y*z $$", "\\[ <b>q</b> \\]"]),
        ("the $n$th of $Cl^-$ is $x.$", ["$n$", "$Cl^-$", "$x.$"]),
        ("so <math><mi>x</mi></math>", ["<math><mi>x</mi></math>"]),
        ("costs $5 and $10, or $5-$10, or US$5 and US$6", []),
        ("$ x $ and $HOME/$USER and $a,$b", []),
        ("\\$x\\$ and `$y$` and \\(open", []),
    ],
)
def test_formulas_stay_and_prices_are_none(written: str, formulas: list[str]) -> None:
    prose = Prose(written)
    assert [prose.text[a:b] for a, b in prose.math_spans] == formulas
    assert prose.has_math == bool(formulas)
    if formulas:
        assert prose.text == collapse(written)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("run `ls -l` now", ["ls -l"]),
        ("```py\na\n```\nand <kbd>b</kbd>", ["a", "b"]),
        ("<pre><code> a </code></pre> and <code>b", ["a"]),
        ("&amp; **x** ` y ` cafe\u0301 `e\u0301`", ["y", "é"]),
        ("<!-- `x` --> none", []),
    ],
)
def test_where_code_stands(written: str, code: list[str]) -> None:
    prose = Prose(written)
    assert [prose.text[a:b] for a, b in prose.code_spans] == code
    assert prose.has_code == bool(code)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        # a heading has up to six marks, a number in a list up to three digits
        ("x\n###### y", "x y"),
        ("x\n####### y", "x ####### y"),
        ("x\n999. y", "x y"),
        ("x\n1000. y", "x 1000. y"),
        # a fence may be indented by twelve, and has three marks at least
        (" " * 12 + "```\n*x*\n```", "*x*"),
        (" " * 13 + "~~~\n*x*\n~~~", "~~~ x ~~~"),
        ("~~~\n*x*\n~~~", "*x*"),
        ("~~\n*x*\n~~", "~~ x ~~"),
    ],
)
def test_how_many_marks_there_may_be(written: str, seen: str) -> None:
    assert Prose(written).text == seen


def test_the_first_kind_of_markup_wins() -> None:
    prose = Prose("`$a` b$ and $`c` d$")
    assert prose.text == "$a b$ and $c d$"
    assert [prose.text[a:b] for a, b in prose.code_spans] == ["$a", "c"]
    assert not prose.has_math
    assert Prose("``` `\n*x*\n```").text == "` *x*"  # a fence has no backtick behind it
