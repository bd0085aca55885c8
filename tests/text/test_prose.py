"""What a reader sees, and where it stands in what was written."""

from unicodedata import is_normalized, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.text.normal import collapse
from quizlint.text.prose import Prose

MARKUP = "*_`~[]()<>&;$\\#!|\n\r\t \u00a0-+.1aébB\u0301한🎓/\"'="


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("plain text", "plain text"),
        ("  two   spaces\n", "two spaces"),
        ("**bold** and *italic*, __so strong__, ~~gone~~", "bold and italic, so strong, gone"),
        ("snake_case_name and 2*3*4 and a * b", "snake_case_name and 2*3*4 and a * b"),
        ("*args, **kwargs", "*args, **kwargs"),
        ("`__init__` and __init__", "__init__ and __init__"),
        ("``a ` b``", "a ` b"),
        ("`**not bold**`", "**not bold**"),
        ("an ` alone", "an ` alone"),
        ("[link](https://a.org/b_(c)) now", "link now"),
        ('[link](x "title") and [ref][1]', "link and ref"),
        ("![a map](map.png) here", "a map here"),
        ("see <https://a.org>", "see https://a.org"),
        ("x<br>y<p>z</p>", "x y z"),
        ("<b>x</b> < y > z", "x < y > z"),
        ("List<String> f(T<U> u)", "List<String> f(T<U> u)"),
        ("<h6>", "<h6>"),
        ("<br/>", "<br/>"),
        ("<!-- note -->text", "text"),
        ("&lt;p&gt; &amp;amp; &#233;&nbsp;&eacute;", "<p> &amp; é é"),
        ("AT&T &unknown; &", "AT&T &unknown; &"),
        ("\\*kept\\* \\n", "*kept* \\n"),
        ("costs $5 and $10", "costs $5 and $10"),
        ("$a_1 * b_1$ and \\(x_2\\)", "$a_1 * b_1$ and \\(x_2\\)"),
        ("> 95%", "> 95%"),
        ("1. not a list", "1. not a list"),
        ("# Head\n\n> quoted\n- one\n2. two", "Head quoted one two"),
        ("```python\nx = 1\n```\nWhat is x?", "x = 1 What is x?"),
        ("cafe\u0301", "café"),
        ("한", "한"),
    ],
)
def test_markup_goes_and_content_stays(written: str, seen: str) -> None:
    assert Prose(written).text == seen


def test_what_stands_there_besides_words() -> None:
    assert Prose("run `ls -l` now").has_code
    assert Prose("run `ls -l` now").code_spans == ((4, 9),)
    assert Prose("<pre>x</pre>").has_code
    assert Prose("$x$").has_math
    assert not Prose("$5").has_math
    assert Prose("![](a.png)").has_media
    assert Prose('<img src="a.png" alt="a cat">').has_media
    assert not Prose("plain").has_media


def test_places_lead_back_to_what_was_written() -> None:
    value = "a **bold** &amp; cafe\u0301"
    prose = Prose(value)
    at = prose.text.index("bold")
    assert value[slice(*prose.span(at, at + 4))] == "bold"
    at = prose.text.index("&")
    assert value[slice(*prose.span(at, at + 1))] == "&amp;"
    assert value[slice(*prose.span(len(prose.text) - 1, len(prose.text)))] == "e\u0301"


def test_wording_blanks_code_math_and_addresses() -> None:
    prose = Prose("Never `always` say $all$ at https://never.org now")
    assert prose.wording == "Never        say       at                   now"
    assert len(prose.wording) == len(prose.text)


def test_words_and_sentences() -> None:
    prose = Prose("Don't use state-of-the-art, e.g. 3.14 units. Dr. Smith left... then? Yes!")
    assert prose.words[:3] == ("Don't", "use", "state-of-the-art")
    assert "3.14" in prose.words
    assert [prose.text[a:b] for a, b in prose.sentences] == [
        "Don't use state-of-the-art, e.g. 3.14 units.",
        "Dr. Smith left... then?",
        "Yes!",
    ]


@given(st.text(alphabet=MARKUP) | st.text())
def test_any_text_has_a_plain_reading(value: str) -> None:
    prose = Prose(value)
    text = prose.text
    assert text == text.strip()
    assert "  " not in text
    assert is_normalized("NFC", text)
    previous = 0
    for index in range(len(text)):
        start, end = prose.span(index, index + 1)
        assert 0 <= start < end <= len(value)
        assert start >= previous
        previous = start
    assert len(prose.wording) == len(text)
    assert all(0 <= a <= b <= len(text) for a, b in prose.code_spans + prose.sentences)


@given(st.text(alphabet="abc dé\u0301한.,?'é"))
def test_without_markup_the_slices_spell_the_text(value: str) -> None:
    prose = Prose(value)
    assert prose.text == collapse(value)
    for index, char in enumerate(prose.text):
        written = value[slice(*prose.span(index, index + 1))]
        assert char in normalize("NFC", written) or (char == " " and written.isspace())


@pytest.mark.parametrize("char", "*_`~[]<>&$\\!(")
def test_long_runs_of_markup_are_read_in_time(char: str) -> None:
    assert Prose(char * 200_000).text
    assert Prose(f"{char}a " * 60_000).text
