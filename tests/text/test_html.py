"""Tags and entities go, and what is spoken of or compared stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.text.normal import collapse
from quizlint.text.prose import Prose


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


@given(st.text(alphabet=[chr(code) for code in range(0x20, 0x7F)]))
def test_what_is_written_as_references_is_no_markup(value: str) -> None:
    written = "".join(char if char == " " else f"&#{ord(char)};" for char in value)
    assert Prose(written).text == collapse(value)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("&#0000065; &#00000065;", "A &#00000065;"),  # seven digits
        ("&#x000041; &#x0000041;", "A &#x0000041;"),  # six, where they are hexadecimal
        (f"&{'a' * 32}; &{'a' * 33};", f"&{'a' * 32}; &{'a' * 33};"),
    ],
)
def test_how_long_an_entity_may_be(written: str, seen: str) -> None:
    assert Prose(written).text == seen
