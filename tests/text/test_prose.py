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


@given(ANYTHING)
def test_within_is_the_inverse_of_span(value: str) -> None:
    prose = Prose(value)
    size = len(prose.text)
    for start, end in [(at, at + 1) for at in range(size)] + [(0, size), (size // 3, size)]:
        if start == end:
            continue
        written = prose.span(start, end)
        begin, finish = prose.within(*written)
        assert 0 <= begin <= start < end <= finish <= size
        assert prose.span(begin, finish) == written


@given(ANYTHING)
def test_what_a_range_gives_grows_with_it(value: str) -> None:
    prose = Prose(value)
    given_ = [prose.within(0, end) for end in range(len(value) + 1)]
    assert all(start == 0 <= end <= len(prose.text) for start, end in given_)
    assert all(before <= after for before, after in pairwise(given_))
    assert given_[-1] == (0, len(prose.text))
    rest = [prose.within(start, len(value)) for start in range(len(value) + 1)]
    assert all(start <= end == len(prose.text) for start, end in rest)
    assert all(before <= after for before, after in pairwise(rest))


@pytest.mark.parametrize(
    ("value", "written", "seen"),
    [
        ("a **bold** word", "**bold**", "bold"),
        ("a **bold** word", "bold", "bold"),
        ("this &amp; that", "am", "&"),
        ("a  \n b", "\n", " "),
        ("  plain  ", "  plain  ", "plain"),
        ("[docs](/u) now", "](/u) now", " now"),
        ("say `x*y*z` now", "`x*y*z`", "x*y*z"),
        ("cafe\u0301", "\u0301", "é"),
    ],
)
def test_what_a_range_of_the_written_gives(value: str, written: str, seen: str) -> None:
    prose = Prose(value)
    at = value.index(written)
    assert prose.text[slice(*prose.within(at, at + len(written)))] == seen


def test_what_is_dropped_gives_nothing() -> None:
    prose = Prose("a <!-- note --> b")
    start, end = prose.within(2, 15)
    assert prose.text[start:end].strip() == ""
    plain = Prose("  plain  ")
    assert [plain.within(0, 1), plain.within(8, 9)] == [(0, 0), (5, 5)]
