"""What holds for any Markdown: it is read, and every leaf stands where it says."""

from hypothesis import given
from hypothesis import strategies as st

from quizlint.content import Item, Question, Reading
from quizlint.formats import markdown, page
from quizlint.formats.base import Files
from quizlint.text import Source, Text

LINES = (
    *("- [x] one", "- [ ] two", "-[x] three", "- [] four", "* [X ] five", "1. [ ] six", "- [ ]"),
    *("1. What?", "### Which? {#w}", "## Questions", "## Cards", "## Prompts", "# T", "Which?"),
    *("**2. Who?**", "A) one", "B) two", "- A: one", "- B: two", "Answer: B", "#### Answer: A"),
    *("**Answer:** A", "Explanation: so", "*Level: easy*", "> quote", "  > quote", "```", "~~~"),
    *("Q: who", "A: me", "C: the [gap]", "---", "===", "", "", "   - [x] deep", "\t- [ ] tab"),
    *(
        "**Hint:** h",
        "**Concepts** (2):",
        "- plain",
        "3 of 4 concepts",
        "<!-- note -->",
        "<details>",
    ),
    *("</details>", "<details><summary>Answer</summary>B</details>", "![i](x)", "| a | b |"),
    *("|---|---|", "é 😀 words", "\u2028", "\x00", "beginner", "Click to reveal answer", "AOne"),
    *("BTwo", "CThree", "You got /4 concepts.", "X - Cheat Sheet & Quick Revision", "T ~5 mins"),
)
HEADS = (
    "",
    "---\nkind: quiz\n---\n",
    "---\nquestion: Who?\n---\n",
    "---\ntitle: [\n---\n",
    "---\n",
)
FILES = ("a.md", "a.quiz.md", "a.sheet.md")

markdown_text = st.builds(
    lambda head, lines, end: (head + "\n".join(lines) + "\n").replace("\n", end),
    st.sampled_from(HEADS),
    st.lists(st.sampled_from(LINES), max_size=25),
    st.sampled_from(("\n", "\r\n", "\r")),
)


def leaves(item: Item) -> list[Text]:
    found = [*item.texts, item.id, item.difficulty]
    if isinstance(item, Question):
        found += [item.number, *(option.label for option in item.options)]
        found += [written.text for written in item.key.written]
    return [text for text in found if text is not None]


def hold(reading: Reading, source: str) -> None:
    for problem in reading.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(source)
        assert problem.span.start < problem.span.end or not source
    for comment in reading.comments:
        assert source[slice(*comment)].startswith(("<!--", "#"))
    for document in reading.documents:
        begins = [item.span.start for item in document.items]
        assert begins == sorted(begins)
        assert len({item.route for item in document.items}) == len(document.items)
        for item in document.items:
            for text in leaves(item):
                assert item.span.covers(text.span)
                assert text.span.start < text.span.end
                for at, char in enumerate(text.value):
                    written = source[slice(*text.at(at, at + 1))]
                    # A file whose lines end as on an old Mac is read with line feeds.
                    assert written == char or (written, char) == ("\r", "\n")


@given(markdown_text, st.sampled_from(FILES))
def test_every_leaf_is_spelt_where_it_stands(text: str, name: str) -> None:
    hold(markdown.read(Source(name, text), Files()), text)


@given(markdown_text)
def test_every_leaf_of_a_page_is_spelt_where_it_stands(text: str) -> None:
    hold(page.read(Source("a.txt", text), Files()), text)


@given(st.text(), st.sampled_from(FILES))
def test_no_text_is_too_odd(text: str, name: str) -> None:
    hold(markdown.read(Source(name, text), Files()), text)


@given(st.text())
def test_no_page_is_too_odd(text: str) -> None:
    hold(page.read(Source("a.txt", text), Files()), text)
    assert page.sniff("a.txt", text) <= 1


@given(markdown_text.map(lambda text: text.replace("\r\n", "\n").replace("\r", "\n")))
def test_wide_characters_and_line_endings_only_move_things(text: str) -> None:
    plain = outline(markdown.read(Source("a.quiz.md", text), Files()), text, 0)
    crlf = text.replace("\n", "\r\n")
    assert outline(markdown.read(Source("a.quiz.md", crlf), Files()), crlf, 0) == plain
    wide = text.replace("one", "😀ne").replace("hich", "h😀ch")
    assert outline(markdown.read(Source("a.quiz.md", wide), Files()), wide, 0) == plain


def outline(reading: Reading, source: str, _: int) -> list[object]:
    """The items with their texts, and the line and column at which each begins."""
    places = Source("a", source)
    found: list[object] = [(type(problem), problem.route) for problem in reading.problems]
    for document in reading.documents:
        for item in document.items:
            for text in leaves(item):
                value = text.value.replace("\r\n", "\n")
                value = value.replace("😀ne", "one").replace("h😀ch", "hich")
                found.append((item.route, value, places.position(text.span.start)))
    return found
