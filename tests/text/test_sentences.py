"""Where sentences end, and what only looks like their end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.text.prose import Prose
from quizlint.text.sentences import sentence_spans


def split(text: str) -> list[str]:
    """The sentences of a plain text."""
    return [text[start:end] for start, end in sentence_spans(text)]


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


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("999. Take it.", 1),  # what counts a list has up to three digits,
        ("1000. Take it.", 2),
        ("b. Take it.", 1),  # or one letter,
        ("bc. Take it.", 2),
        ("(c. Take it.", 1),
        ("It was in 12. Take it.", 2),  # and stands first
    ],
)
def test_what_counts_a_list_ends_no_sentence(text: str, count: int) -> None:
    assert len(split(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We met Dr. Who.", 1),
        ("We met a Doctor. Who?", 2),
        ("See no. 5 of it.", 1),  # a short form that a number follows
        ("I said no. Then I left.", 2),
        ("See Fig. 3.", 1),
        ("It was i.e. So.", 1),
        ("By J. R. Smith.", 1),
        ("It is 5 p.m. Go.", 1),
        ("Plan A. Plan B.", 1),  # an initial, as far as one can see
        ("It ends… and goes on.", 1),
        ("It ends… And begins.", 2),
        ("“Stop!” he said.", 1),
        ("“Stop.” he said.", 1),
        ("Stop! he said.", 2),
        ("It is 3.5 m.", 1),
        ("What?! Yes.", 2),
        ("(It is.) So.", 2),
        ("x.y", 1),
        ("", 0),
    ],
)
def test_what_ends_a_sentence(text: str, count: int) -> None:
    assert len(split(text)) == count


PIECES = st.sampled_from(
    'a B c. D. e.g. Dr. 1. 12. ... … ? ! ?! ." ) ( “ ” 。 ！ 」 no. p. 3.5 x.y . A.B.'.split()
)


@given(st.lists(PIECES, max_size=20), st.sampled_from([" ", ""]))
def test_sentences_leave_out_only_the_spaces_between(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    spans = sentence_spans(text)
    assert all(start < end for start, end in spans)
    assert all(text[a[1] : b[0]] in ("", " ") for a, b in pairwise(spans))
    assert not text or (spans[0][0], spans[-1][1]) == (0, len(text))
