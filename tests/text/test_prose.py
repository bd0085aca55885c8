"""What a reader sees, and where it stands in what was written."""

from itertools import pairwise
from unicodedata import is_normalized, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.text.normal import collapse
from quizlint.text.prose import Prose

MARKUP = "*_`~[]()<>&;$\\#!|\n\r\t \u00a0\u00ad-+.1aébB\u0301한ش🎓/\"'=。"
PIECES = st.sampled_from(
    "**,*,_,__,~~,`,``,```\n,~~~\n,<b>,</b>,<br>,<code>,</code>,<pre>,</pre>,<img alt='a b'>,<!--,"
    "-->,<math>,</math>,<sup>,</sup>,&amp;,&nbsp;,&#233;,$,$$,\\(,\\),\\[,\\],\\*,\\\\,[x](u/v),![,[,"
    "](/u),][ref],- ,> ,1. ,# ,\n,\r\n,\r, ,  ,\t,\u00a0,\u00ad,word,Two,e\u0301,\u0301,"
    "\u1112\u1161\u11ab,"
    "漢字,שלום,🎓,e.g. ,. ,?! ,https://a.org/x".split(",")
)
ANYTHING = (
    st.text(alphabet=MARKUP, max_size=60) | st.lists(PIECES, max_size=25).map("".join) | st.text()
)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("plain text", "plain text"),
        ("  two   spaces\n", "two spaces"),
        ("a\u00a0b\u2003c\r\nd", "a b c d"),
        ("line\\\nnext  \nlast", "line next last"),
        ("soft\u00adhyphen", "softhyphen"),
        ("cafe\u0301", "café"),
        ("\u1112\u1161\u11ab", "한"),
    ],
)
def test_white_space_and_characters_are_made_even(written: str, seen: str) -> None:
    assert Prose(written).text == seen


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("**bold** and *italic*, __so strong__, ~~gone~~", "bold and italic, so strong, gone"),
        ("_one_ ***two*** **_three_** **a *b* c**", "one two three a b c"),
        ("(*x*), “*y*”; is __not__ z?", "(x), “y”; is not z?"),
        ("这是**重点**内容", "这是重点内容"),
        ("snake_case_name and 2*3*4 and a * b", "snake_case_name and 2*3*4 and a * b"),
        ("*args, **kwargs", "*args, **kwargs"),
        ("f(*args, **kwargs)", "f(*args, **kwargs)"),
        ("SELECT *, count(*) FROM t", "SELECT *, count(*) FROM t"),
        ("(a)*(b)*(c)", "(a)*(b)*(c)"),
        ("char *p, *q;", "char *p, *q;"),
        ("*.txt and *.md", "*.txt and *.md"),
        ("`__init__` and __init__", "__init__ and __init__"),
        ("_name_", "_name_"),
        ("__name__", "__name__"),
        ("The ___ of (___) and ____.", "The ___ of (___) and ____."),
        ("*one\n\ntwo*", "*one two*"),
        ("an * alone", "an * alone"),
    ],
)
def test_emphasis_goes_and_operators_stay(written: str, seen: str) -> None:
    assert Prose(written).text == seen


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
        ("x<br>y<p>z</p><h1>T</h1>u", "x y z T u"),
        ('<a href="http://a.org/_z_" class=q>z</a>', "z"),
        ("<B>x</B> <STRONG>y</STRONG>", "x y"),
        ("<b>x</b> < y > z", "x < y > z"),
        ("a < b and c > d, a <b and c> d", "a < b and c > d, a <b and c> d"),
        ("List<String> f(T<U> u), List<Object>", "List<String> f(T<U> u), List<Object>"),
        ("Set<P> and Map<Li>", "Set<P> and Map<Li>"),
        (
            "What does the <b> tag do? The <br> element?",
            "What does the <b> tag do? The <br> element?",
        ),
        ("<strong> or <i>", "<strong> or <i>"),
        ("<video>", "<video>"),
        ("<h6>", "<h6>"),
        ("<br/>", "<br/>"),
        ("<b></b>", "<b></b>"),
        ("<!-- note -->text <!-- open", "text <!-- open"),
        ("10<sup>2</sup>, the 19<sup>th</sup>, H<sub>2</sub>O", "10^2, the 19th, H2O"),
        ("<img src=x alt='a > b &amp; _c_'>!", "a > b & _c_ !"),
        ("&lt;p&gt; &amp;amp; &#233;&nbsp;&eacute; &#x41;", "<p> &amp; é é A"),
        ("AT&T &unknown; &notit; &copy &", "AT&T &unknown; &notit; &copy &"),
    ],
)
def test_known_tags_and_entities_go_and_comparisons_stay(written: str, seen: str) -> None:
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
    ("written", "media"),
    [
        ("![](a.png)", True),
        ("see ![a][map]", True),
        ('<img src="a.png" alt="a cat">', True),
        ("<video src='a.mp4'></video> watch", True),
        ("`![](a.png)`", False),
        ("<video> or [x](a.png)", False),
        ("plain", False),
    ],
)
def test_whether_there_is_more_than_text(written: str, media: bool) -> None:
    assert Prose(written).has_media == media


@pytest.mark.parametrize(
    ("value", "seen", "source"),
    [
        ("a **bold** word", "bold", "bold"),
        ("a **bold** word", "a bold", "a **bold"),
        ("this &amp; that", "&", "&amp;"),
        ("a cafe\u0301 &lt;", "é", "e\u0301"),
        ("a  \n b", "a b", "a  \n b"),
        ("a<br> b", " ", "<br> "),
        ("  plain", "pl", "pl"),
        ("<img alt='big cat'> x", "big", "big"),
        ("\u1112\u1161\u11ab국", "한", "\u1112\u1161\u11ab"),
        ("see [the docs](/u) now", "docs now", "docs](/u) now"),
    ],
)
def test_places_lead_back_to_what_was_written(value: str, seen: str, source: str) -> None:
    prose = Prose(value)
    at = prose.text.index(seen)
    assert value[slice(*prose.span(at, at + len(seen)))] == source


def test_wording_blanks_code_math_and_addresses() -> None:
    prose = Prose("Never `always` say $all$ at https://never.org. Now")
    assert prose.wording == "Never        say       at                  . Now"
    plain = Prose("nothing to blank")
    assert plain.wording is plain.text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't use state-of-the-art 3.14, e.g. x_y!", "Don't use state-of-the-art 3.14 e.g x y"),
        ("Où est l’été – là-bas?", "Où est l’été là-bas"),
        ("हिन्दी भाषा, שָׁלוֹם!", "हिन्दी भाषा שָׁלוֹם"),
        ("İstanbul - 北京", "İstanbul 北京"),
    ],
)
def test_words_of_any_script(text: str, words: str) -> None:
    prose = Prose(text)
    assert prose.words == tuple(normalize("NFC", words).split())
    assert prose.lower_words == tuple(word.lower() for word in prose.words)


@pytest.mark.parametrize(
    "sentences",
    [
        ["Use it, e.g. 3.14 units.", "Dr. Smith left... then?", "Yes!"],
        ["Is it?", "No.", "It is, i.e. Bob vs. Tom etc. in Fig. 3."],
        ["A. B. Smith said “Stop.” and left.", "Really?!", "(See p. 4.)", "So it is."],
        ["1. Take one.", "2. Take two."],
        ["See https://a.org/x.", "`ls` lists.", "End with `y`."],
        ["no stop at all"],
        ["It costs 3.5.", "And then…", "This."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    prose = Prose(" ".join(sentences))
    found = [prose.text[a:b] for a, b in prose.sentences]
    assert found == [sentence.replace("`", "") for sentence in sentences]


def test_sentences_without_spaces_between() -> None:
    prose = Prose("你好。世界！好")
    assert [prose.text[a:b] for a, b in prose.sentences] == ["你好。", "世界！", "好"]


@given(ANYTHING)
def test_any_text_has_a_plain_reading(value: str) -> None:
    prose = Prose(value)
    text = prose.text
    assert text == " ".join(text.split())
    assert is_normalized("NFC", text)
    assert bool(text) == bool(value.strip())
    places = [prose.span(index, index + 1) for index in range(len(text))]
    assert all(0 <= start < end <= len(value) for start, end in places)
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(places))
    if places:
        assert prose.span(0, len(text)) == (places[0][0], places[-1][1])
    for index in range(len(text) + 1):
        start, end = prose.span(index, index)
        assert 0 <= start == end <= len(value)


@given(ANYTHING)
def test_ranges_lie_in_the_text(value: str) -> None:
    prose = Prose(value)
    text = prose.text
    for spans in (prose.code_spans, prose.math_spans, prose.sentences, prose.word_spans):
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))
    between = [text[a[1] : b[0]] for a, b in pairwise(prose.sentences)]
    assert set(between) <= {"", " "}
    assert "".join(text[a:b] for a, b in prose.sentences).replace(" ", "") == text.replace(" ", "")
    assert tuple(text[a:b] for a, b in prose.word_spans) == prose.words
    assert len(prose.lower_words) == len(prose.words)
    assert len(prose.wording) == len(text)
    assert all(a in (b, " ") for a, b in zip(prose.wording, text, strict=True))


@given(st.text(alphabet="abc dé\u0301\u0327한\u1112\u1161\u11abक\u093c.,?'\n\u00a0\u2003é"))
def test_without_markup_the_slices_spell_the_text(value: str) -> None:
    prose = Prose(value)
    assert prose.text == collapse(value)
    for index, char in enumerate(prose.text):
        written = value[slice(*prose.span(index, index + 1))]
        assert char in normalize("NFC", written) or (char == " " and written.isspace())
    assert Prose(prose.text).text == prose.text


@given(st.text(alphabet=[chr(code) for code in range(0x20, 0x7F)]))
def test_what_is_written_as_references_is_no_markup(value: str) -> None:
    written = "".join(char if char == " " else f"&#{ord(char)};" for char in value)
    assert Prose(written).text == collapse(value)


def test_every_composed_character_knows_its_parts() -> None:
    for code in (*range(0xC0, 0x1200), *range(0x1E00, 0x3100), *range(0xAC00, 0xAC40), 0x1109A):
        char = chr(code)
        parts = normalize("NFD", char)
        if len(parts) > 1 and normalize("NFC", parts) == char:
            value = f"xy {parts} z"
            prose = Prose(value)
            assert prose.text == f"xy {char} z"
            assert prose.span(3, 4) == (3, 3 + len(parts))


LONG_RUNS = (
    *"*_`~[]<>&$\\!(#|.-'\"\u0301\u00ad\n",
    *(
        "<!--",
        "\\(",
        "\\[",
        "$$",
        "[](",
        "](",
        "[a](",
        "[a][",
        "![",
        '](x "',
        "<b>",
        "<b x=",
        "<b a='",
    ),
    *(
        "<pre>",
        "<code>`",
        "<sup>",
        "<math>",
        "&lt;",
        "$a ",
        "``` ",
        "```\n",
        "~~~\n",
        "> ",
        "- ",
        "a`b``",
    ),
    *(
        "*a ",
        "a* ",
        "**a ",
        "_a ",
        "\\`",
        "e\u0301",
        "\u1100\u1161",
        ". ",
        '." ',
        "a.",
        "A. ",
        "\r\n",
    ),
)


@pytest.mark.parametrize("run", LONG_RUNS)
def test_long_runs_of_markup_are_read_in_time(run: str) -> None:
    for value in (run * (100_000 // len(run)), f"a{run}" * (100_000 // len(run))):
        prose = Prose(value)
        assert prose.span(0, len(prose.text))[1] <= len(value)
        assert len(prose.wording) == len(prose.text)
        assert prose.sentences or not prose.text


@pytest.mark.parametrize(
    "value",
    [
        "[" * 20_000 + "](u)" * 20_000,
        "<pre>" * 20_000 + "</pre>" * 20_000,
        "a" * 100_000 + " ://x",
        "." * 100_000 + "x",
        " " * 100_000 + "*x" + " " * 100_000 + "*",
    ],
)
def test_deep_nesting_is_read_in_time(value: str) -> None:
    prose = Prose(value)
    assert len(prose.wording) == len(prose.text)
    assert prose.sentences
