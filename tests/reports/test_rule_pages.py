"""Rules' pages on the HTML page: Markdown becomes HTML, and nothing in it is trusted."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.reports.html.page import page_markup
from quizlint.rules.registry import all_rules

TAGS = re.compile(r"<[^>]*>")
OURS = re.compile(
    r"</?(?:p|h3|ul|ol|li|em|strong|s|blockquote|table|tr|td|code)>|<code class=block>"
)


def html(markdown: str) -> str:
    return str(page_markup(f"What it is about.\n\n{markdown}"))


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("## Why\n\nA *very* good\nreason.", "<h3>Why</h3>\n<p>A <em>very</em> good\nreason.</p>"),
        ("## Why\nAt once.", "<h3>Why</h3>\n<p>At once.</p>"),
        ("- one\n  line\n- `two`", "<ul><li>one\nline</li>\n<li><code>two</code></li>\n</ul>"),
        ("1. one\n2. two", "<ol><li>one</li>\n<li>two</li>\n</ol>"),
        ("```yaml\na: <b>\n```", "<code class=block>a: &lt;b&gt;\n</code>"),
        ("``a `b` c``", "<p><code>a `b` c</code></p>"),
        ("4 &lt; 5 and <i>x</i>", "<p>4 &lt; 5 and &lt;i&gt;x&lt;/i&gt;</p>"),
        ("[a link](javascript:alert(1)), ![a picture](x.png)", "<p>a link, a picture</p>"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("a\n::error::b", "<p>a\n&#58;:error::b</p>"),
        ("a\n:\\:error::b", "<p>a\n&#58;:error::b</p>"),
        ("a\n:[:error](x)::b", "<p>a\n&#58;:error::b</p>"),
        ("#[#\\[](x)debug] b", "<p>#\\u0023[debug] b</p>"),
    ],
)
def test_markdown_becomes_html(markdown: str, expected: str) -> None:
    assert html(markdown) == expected


def test_the_summary_is_left_out_and_may_be_all() -> None:
    assert page_markup("All there is.") == ""
    assert page_markup("") == ""
    assert page_markup("\n\nSummary on\ntwo lines.\n  \nMore.") == "<p>More.</p>"


def test_every_page_of_ours_has_its_headings() -> None:
    for rule in all_rules():
        page = rule.page()
        assert str(page_markup(page)).count("<h3>") == len(re.findall("^## ", page, re.MULTILINE))


PIECES = st.sampled_from([*"<>&\"'`*_[]()!#:\n\\ |-", "<script>", "a", "\ud800"])


@given(
    st.lists(st.sampled_from([*"<>&\"'`*_[]()!#:\n\\ |-", "<script>", "a", "\ud800"])).map("".join)
)
def test_whatever_a_page_holds_no_tag_is_its_own(markdown: str) -> None:
    made = html(markdown)
    assert TAGS.sub("", OURS.sub("", made)) == OURS.sub("", made)
    assert not re.search(r"(?m)^\s*::|##\[", made)
