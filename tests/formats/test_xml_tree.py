"""XML as a tree: the same values as the standard library, and broken files read around."""

from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.content.problems import TooDeep
from quizlint.formats.tree.nodes import MAX_DEPTH
from quizlint.formats.tree.xml import parse
from quizlint.formats.tree.xml_nodes import Element, XmlTree
from quizlint.text import Source
from telling import words

ITEMS = frozenset({"q"})
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="￾￿")
TEXTS = st.lists(st.sampled_from("<>&\"'] \t\né😀") | LETTERS, max_size=12).map("".join)
DAMAGE = st.lists(st.sampled_from("<>/q&;\"'= \n!-[]CDATA?xé😀\x00"), max_size=60).map("".join)
SPACE = " \t\r\n"
DOCTYPE = "<!DOCTYPE a>"


def read(text: str) -> XmlTree:
    return parse(Source("a.xml", text), ITEMS)


def said(tree: XmlTree) -> list[str]:
    return [words(problem) for problem in tree.problems]


def marked(text: str, tree: XmlTree) -> list[str]:
    return [text[p.span.start : p.span.end] for p in tree.problems]


def every(tree: XmlTree) -> list[Element]:
    return [each for root in tree.roots for each in _all(root)]


def _all(element: Element) -> list[Element]:
    return [element, *(deep for child in element.children for deep in _all(child))]


def items(text: str) -> list[str]:
    return [each.content().value for each in every(read(text)) if each.name == "q"]


@st.composite
def spelled(draw: st.DrawFn) -> str:
    """A text in pieces, each spelled in one of the ways that XML has."""
    written = ""
    for piece in draw(st.lists(TEXTS, max_size=4)):
        way = draw(st.sampled_from(["escaped", "cdata", "numbers", "comment"]))
        if way == "cdata" and "]]>" not in piece:
            written += f"<![CDATA[{piece}]]>"
        elif way == "numbers":
            written += "".join(f"&#{ord(char)};" for char in piece)
        elif way == "comment":
            written += "<!-- - not said - -->"
        else:
            written += escape(piece)
    return written


@st.composite
def trees(draw: st.DrawFn, depth: int = 0) -> str:
    name = draw(st.sampled_from(["a", "b", "x:c", "ä"]))
    attribute = draw(st.none() | TEXTS)
    tag = name if attribute is None else f"{name} k={quoteattr(attribute)}"
    if draw(st.booleans()) or depth > 2:
        inside = draw(spelled())
        return f"<{tag}/>" if not inside else f"<{tag}>{inside}</{name}>"
    return f"<{tag}>{''.join(draw(st.lists(trees(depth + 1), max_size=3)))}</{name}>"


@given(trees(), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_values_and_places_are_those_of_the_standard_library(
    tree: str, newline: str, declared: bool
) -> None:
    head = '<?xml version="1.0" encoding="latin-1"?>\n<!-- é -->' if declared else ""
    text = (head + tree).replace("\n", newline)
    ours = read(text)
    assert ours.problems == ()
    expected = ElementTree.fromstring(f"<_ xmlns:x='x'>{tree}</_>".replace("\n", newline))
    (root,) = ours.roots
    assert _same(root, expected[0])
    assert text[root.start : root.end] == tree.replace("\n", newline)
    for element in every(ours):
        assert element.start < element.inner <= element.inner_end <= element.end
        assert text[element.inner - 1] == ">"
        attribute = element.attribute("k")
        leaves = [element.content()] if not element.children else []
        leaves += [attribute] if attribute is not None else []
        for leaf in leaves:
            content = leaf.text(text)
            assert element.span.covers(leaf.span)
            for index, char in enumerate(leaf.value):
                start, end = content.at(index, index + 1)
                assert leaf.start <= start < end <= leaf.end
                assert _decoded(text[start:end], leaf is attribute) == char


def _same(ours: Element, theirs: ElementTree.Element) -> bool:
    assert ours.name == theirs.tag.rpartition("}")[2]
    attribute = ours.attribute("k")
    assert (None if attribute is None else attribute.value) == theirs.get("k")
    if not len(theirs):
        value = "".join(theirs.itertext())
        assert ours.content().value == value.strip(SPACE)
    assert len(ours.children) == len(theirs)
    return all(_same(a, b) for a, b in zip(ours.children, theirs, strict=True))


def _decoded(written: str, in_attribute: bool) -> str:
    if len(written) == 1 and written in "<>&\"'":
        return written  # inside CDATA
    quoted = quoteattr(written) if written in ("<", "&") else f'"{written}"'
    if in_attribute:
        return ElementTree.fromstring(f"<a k={quoted}/>").get("k") or ""
    return "".join(ElementTree.fromstring(f"<a>{written}</a>").itertext())


@given(DAMAGE)
def test_any_text_is_read(text: str) -> None:
    _sound(text)


@given(trees(), st.data())
def test_any_broken_tree_is_read(tree: str, data: st.DataObject) -> None:
    text = f"<z><q>1</q>{tree}<q>2</q></z>"
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    _sound(
        text[:start] + data.draw(st.sampled_from(["", "<", "&", "</q>", "]]>", '"'])) + text[end:]
    )


def _sound(text: str) -> None:
    tree = read(text)
    for problem in tree.problems:
        assert 0 <= problem.span.start < problem.span.end <= len(text)
    for element in every(tree):
        assert 0 <= element.start < element.inner <= element.inner_end <= element.end <= len(text)
        content = element.content().text(text)
        if content.value:
            place = content.at(0, len(content.value))
            assert element.span.covers(place)


@pytest.mark.parametrize(
    ("text", "left", "mark", "word"),
    [
        ("<z><q>1</q><q><t>2</q><q>3</q></z>", ["1", "3"], "</q>", "while <t>"),
        ("<z><q>1</q><q>2<q>3</q></z>", ["1", "3"], "<q>", "not closed before"),
        ("<z><q>1</q><q>2</z>", ["1"], "</z>", "while <q>"),
        ("<z><q>1</q></q><q>2</q></z>", ["1", "2"], "</q>", "while <z>"),
        ("<z><q>1</q><q>2", ["1"], "<q>", "cut off"),
        ("<z><q>1</q><q>2<!-- x", ["1"], "<", "never closed"),
        ("<z><q>1</q><q><![CDATA[ 2</q><q>3</q></z>", ["1", "3"], "<", "]]>"),
        ("<z><q k=a>1</q><q>2</q></z>", ["2"], "a", "malformed"),
        ("<z><q k='1' k='2'>1</q><q>2</q></z>", ["2"], "k", "twice"),
        ("<z><q k='<!x'>1</q><q>2</q></z>", ["1", "2"], "<", "attribute"),
        ("<q>1</q>\n<q>2</q>", ["1", "2"], "<", "outermost"),
        ("words <q>1</q>", ["1"], "w", "before the first"),
        ("\n<?xml version='1.0'?><q>1</q>", ["1"], "<?xml", "very first"),
        ("<z><q>a\x01b</q></z>", ["a\x01b"], "\x01", "U+0001"),
        ("<z><q>AT&T</q><q>2</q></z>", ["AT&T", "2"], "&", "&amp;"),
        ("<z><q>1 < 2</q></z>", ["1 < 2"], "<", "&lt;"),
        ("<z><q>a]]>b</q></z>", ["a]]>b"], "]]>", "]]&gt;"),
        ("<z><!-- a -- b --><q>1</q></z>", ["1"], "<!--", "hyphens"),
        ("<z><q>&#0;</q></z>", ["&#0;"], "&#0;", "no character"),
        ("<z><q>&nbsp;é</q><q><![CDATA[&nbsp;]]></q></z>", ["&nbsp;é", "&nbsp;"], "&nbsp;", "160;"),
    ],
)
def test_a_broken_place_costs_no_more_than_its_item(
    text: str, left: list[str], mark: str, word: str
) -> None:
    for variant in (text, text.replace("1", "1 😀"), text.replace("\n", "\r\n")):
        tree = read(variant)
        assert marked(variant, tree) == [mark]
        assert word in said(tree)[0]
        if variant is text:
            assert items(variant) == left


def test_entities_of_html_are_one_problem_of_each_kind() -> None:
    text = "<z><q>&nbsp;&uarr;</q><q>&nbsp;&uarr;&nbsp;</q></z>"
    tree = read(text)
    assert marked(text, tree) == ["&nbsp;", "&uarr;"]
    assert items(text) == ["&nbsp;&uarr;", "&nbsp;&uarr;&nbsp;"]


@pytest.mark.parametrize(
    "subset",
    [
        '<!ENTITY x SYSTEM "file:///etc/passwd">',
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY x "]>&b;&b;&b;">',
        '<!ENTITY % p SYSTEM "http://localhost/x.dtd"> %p; <!ENTITY x "y"><!-- it\'s -->',
    ],
)
def test_declared_entities_are_one_problem_and_never_expanded(subset: str) -> None:
    text = f'<?xml version="1.0"?>\n<!DOCTYPE z [{subset}]>\n<z><q>&x;</q><q k="&x;">2</q></z>'
    tree = read(text)
    assert marked(text, tree) == ["<!DOCTYPE"]
    assert "never expanded" in said(tree)[0]
    assert items(text) == ["&x;", "2"]


def test_a_document_type_elsewhere_is_left_alone() -> None:
    tree = read('<!DOCTYPE z PUBLIC "-//X" "http://localhost/x.dtd"><z><q>1</q></z>')
    assert tree.problems == ()
    assert [each.name for each in every(tree)] == ["z", "q"]


@pytest.mark.parametrize(
    "tag", ["<a>", "<q>", "<a k='", "<![CDATA[", "<!--", "&x;", "</a>", "<", DOCTYPE]
)
def test_endless_nesting_is_read_in_bounded_time(tag: str) -> None:
    tree = read("<z><q>1</q>" + tag * 300_000)
    assert 0 < len(tree.problems) < 30
    assert len(every(tree)) < 200


def test_deep_elements_are_left_out() -> None:
    text = "<z>" + "<a>" * 300_000 + "</a>" * 300_000 + "<q>1</q></z>"
    tree = read(text)
    assert [type(problem) for problem in tree.problems] == [TooDeep]
    assert len(every(tree)) == MAX_DEPTH + 1
    assert items(text) == ["1"]


def test_many_broken_items_end_the_reading() -> None:
    text = "<z>" + "<q><t></q>" * 1000 + "</z>"
    tree = read(text)
    assert len(tree.problems) == 21
    assert "nothing behind it" in said(tree)[-1]


def test_comments_are_found() -> None:
    text = "<z><!-- é one --><q>1<!--two--></q></z>\n<!---->"
    spans = read(text).comments
    assert [text[a:b] for a, b in spans] == ["<!-- é one -->", "<!--two-->", "<!---->"]


@pytest.mark.parametrize("text", ["", " \r\n\t"])
def test_an_empty_file_is_no_problem(text: str) -> None:
    assert read(text) == XmlTree(())


def test_marked_up_text_keeps_its_tags_and_loses_the_holes() -> None:
    text = "<q>\r\n  a <b>b</b> &lt;i&gt; &quot;c&quot;\r\n<h>hint</h> d <!-- no --> <h>x</h> </q>"
    (root,) = read(text).roots
    holes = [(each.start, each.end, "") for each in root.every("h")]
    leaf = root.markup(holes)
    assert leaf.value == 'a <b>b</b> &lt;i&gt; "c"\n d'
    content = leaf.text(text)
    assert text[slice(*content.at(leaf.value.index('"c'), leaf.value.index('"c') + 1))] == "&quot;"
    assert text[slice(*content.at(len(leaf.value) - 1, len(leaf.value)))] == "d"


def test_a_broken_declaration_is_all_that_is_said_of_it() -> None:
    text = '<?xml version="1.0"encoding="UTF-8"?>\n<quiz><question><a/></question></quiz>'
    tree = parse(Source("x.xml", text), frozenset({"question"}))
    (problem,) = tree.problems
    assert "this declaration is broken" in words(problem)
    assert [child.name for child in tree.roots[0].children] == ["question"]
