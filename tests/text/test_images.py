"""Images in texts, and what stands for them."""

import pytest

from quizlint.text import Span, Text
from quizlint.text.images import Image, has_images, images
from quizlint.text.scalars.json import JSON_STRING


def found(value: str) -> list[Image]:
    return list(images(Text(value, Span(0, len(value)), value)))


@pytest.mark.parametrize(
    ("value", "file", "alternative"),
    [
        ("![a cat](cat.png)", "cat.png", "a cat"),
        ("![](cat.png)", "cat.png", None),
        ("![  ](cat.png)", "cat.png", None),
        ('![](cat.png "a cat")', "cat.png", "a cat"),
        ('![](cat.png){fig-alt="a cat" width=3}', "cat.png", "a cat"),
        ("![a [small] cat](cat_(1).png)", "cat_(1).png", "a [small] cat"),
        ("![a cat][map]", "map", "a cat"),
        ("![a cat]( cat.png )", "cat.png", "a cat"),
        ('<img src="cat.png" alt="a cat">', "cat.png", "a cat"),
        ("<IMG SRC=cat.png ALT='a > b'>", "cat.png", "a > b"),
        ("<img src='cat.png'/>", "cat.png", None),
        ('<img src="cat.png" alt="">', "cat.png", ""),
        ('<img src="cat.png" title="a cat">', "cat.png", "a cat"),
        ('<img src="cat.png" aria-label="a" alt="b">', "cat.png", "b"),
        ('<img role="presentation" src="cat.png" alt="x">', "cat.png", ""),
        ('<img aria-hidden="true" src="cat.png">', "cat.png", ""),
        ('<img data-src="cat.png">', "", None),
    ],
)
def test_an_image_and_what_stands_for_it(value: str, file: str, alternative: str | None) -> None:
    for before, after in (("", ""), ("See ", " now")):
        (image,) = found(f"{before}{value}{after}")
        assert (image.file, image.alternative) == (file, alternative)
        assert image.span == (len(before), len(before) + len(value))
        assert image.html == value.startswith("<")
        assert image.bare == (not before)


@pytest.mark.parametrize(
    "value",
    [
        "plain",
        "[cat](cat.png)",
        "![cat] (cat.png)",
        "`![a](cat.png)`",
        "```\n![a](cat.png)\n```",
        "<code>![a](a.png)</code>",
        "![a sound](meow.mp3)",
        "![a film](cat.MP4)",
        "<img alt='no file'>",
        "the <img> tag",
    ],
)
def test_what_is_no_image(value: str) -> None:
    assert found(value) == []


def test_images_come_in_order_and_those_in_code_are_left_out() -> None:
    value = "![](a.png) `![](b.png)` <img src=c.png> `x` ![](d.png) `![](e.png)`"
    assert [image.file for image in found(value)] == ["a.png", "c.png", "d.png"]
    assert not any(image.bare for image in found(value))


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        (f"![{'a' * 1000}](a.png)", True),
        (f"![{'a' * 1001}](a.png)", False),
        (f"![[{'a' * 200}]](a.png)", True),
        (f"![[{'a' * 201}]](a.png)", False),
        (f"![a]({'a' * 2000})", True),
        (f"![a]({'a' * 2001})", False),
        (f"![a][{'a' * 200}]", True),
        (f"![a][{'a' * 201}]", False),
        (f'<img src="a.png" alt="{"a" * 2000}">', True),
        (f'<img src="a.png" alt="{"a" * 2001}">', False),
    ],
)
def test_how_long_its_parts_may_be(value: str, seen: bool) -> None:
    assert bool(found(value)) == seen


@pytest.mark.parametrize("run", ["![", "![a](", "<img ", "<img src='", "![a](b ", "![[a]"])
def test_runs_of_beginnings_are_read_in_time(run: str) -> None:
    assert found(run * (40_000 // len(run))) == []


def test_its_place_is_that_in_the_source() -> None:
    source = r'["see \"![a\u0020cat](cat.png)\""]'
    text = Text('see "![a cat](cat.png)"', Span(1, len(source) - 1), source, JSON_STRING)
    (image,) = images(text)
    assert source[image.span.start : image.span.end] == r"![a\u0020cat](cat.png)"


def test_a_text_without_images_is_told_cheaply() -> None:
    assert has_images(Text("![](a.png)", Span(0, 10), "![](a.png)"))
    text = Text("plain *text*", Span(0, 12), "plain *text*")
    assert not has_images(text)
    assert text._prose is None  # nothing was stripped for it


def test_an_embedded_picture_may_be_long() -> None:
    (image,) = found(f'See <img alt="a cat" src="data:image/png;base64,{"QUJD" * 9_000}"> now')
    assert image.alternative == "a cat"
    assert found(f'<img src="{"x" * 9_000}">') == []
