"""What the tests of writers share: documents made of any texts, and reading back."""

from collections.abc import Sequence

from hypothesis import strategies as st

from quizlint.content import (
    Card,
    Document,
    Interaction,
    Key,
    KeyState,
    Option,
    Prompt,
    Question,
    Stimulus,
    WrittenKey,
)
from quizlint.engine.read import read
from quizlint.formats.base import Files, Hints
from quizlint.formats.write import Loss, Written, writer
from quizlint.formats.write.compare import differences
from quizlint.text import Span, Text

NASTY = (
    *("~=#{}:\\", "\\n", "\\\\", '"', "'", "<b>", "</text>", "]]>", "<![CDATA[", "&amp;", "&#35;"),
    *("%50%", "[html]", "->", "//", "::", "####", "$CATEGORY:", "{#x}", "#", "- [x] ", "> ", "```"),
    *("true", "yes", "~", "null", "1:30", "012", "* ", "a) ", "1. ", "Answer: B", "---", "|", "?"),
    *("\n", "\n\n", "\r\n", "\t", " ", "  ", "\u00a0", "\u200f", "\u202e", "שלום", "é", "e\u0301"),
    *("👩‍🔬", "\U0001f1e9\U0001f1ea", "\u2028", "\u0085", "\x07", "\ufeff", "&", "<", ">", "x"),
)
nasty = st.lists(st.sampled_from(NASTY) | st.text(max_size=6), min_size=1, max_size=8).map("".join)
tame = st.lists(
    st.sampled_from(
        "What is Rome **the** capital? `x = 1` of (Italy), e.g. *now*; naïve 東京 50 % a/b".split()
    ),
    min_size=1,
    max_size=8,
).map(" ".join)


def text(value: str) -> Text:
    """A text that stands in a file of its own."""
    return Text(value, Span(0, len(value)), value)


def maybe(values: st.SearchStrategy[str]) -> st.SearchStrategy[Text | None]:
    """Nothing, or a text that says something."""
    return st.none() | values.filter(lambda value: bool(value.strip())).map(text)


IDS = st.text("abcdefghij-_0123456789", min_size=1, max_size=8).map(lambda word: f"q{word}")
LEVELS = st.sampled_from(("beginner", "intermediate", "advanced"))


def key_of(indices: Sequence[int]) -> Key:
    """The key that names these options."""
    return Key(KeyState.PRESENT, tuple(indices), (), "flags") if indices else Key(KeyState.ABSENT)


@st.composite
def choices(draw: st.DrawFn, values: st.SearchStrategy[str], *, stimulus: bool = False) -> Question:
    """A question with options, one or several of them right."""
    words = draw(st.lists(values, min_size=2, max_size=6, unique_by=lambda value: value.strip()))
    several = draw(st.booleans())
    many = draw(st.integers(1, len(words))) if several else 1
    right = tuple(sorted(draw(st.permutations(range(len(words))))[:many]))
    options = tuple(
        Option(text(word), Span(0, 1), None, at in right, draw(maybe(values)))
        for at, word in enumerate(words)
    )
    passage = draw(maybe(values)) if stimulus else None
    return Question(
        span=Span(0, 1),
        route="questions[0]",
        id=draw(maybe(IDS)),
        difficulty=draw(maybe(LEVELS)),
        stem=text(draw(values)),
        options=options,
        key=key_of(right),
        rationale=draw(maybe(values)),
        interaction=Interaction.MULTIPLE if several else Interaction.CHOICE,
        stimulus=None if passage is None else Stimulus(passage, passage.span),
    )


def short_answer(stem: str, answers: Sequence[str]) -> Question:
    """A question that is answered by typing one of some texts."""
    written = tuple(WrittenKey(text(answer)) for answer in answers)
    state = KeyState.PRESENT if written else KeyState.ABSENT
    return Question(
        span=Span(0, 1),
        route="questions[0]",
        stem=text(stem),
        key=Key(state, (), written, "answer"),
        interaction=Interaction.TEXT,
    )


def numeric(stem: str, answers: Sequence[tuple[str, float | None, float]]) -> Question:
    """A question that is answered by a number: value, tolerance and share of the points."""
    responses = tuple(
        Option(text(value), Span(0, 1), None, True, None, share, off)
        for value, off, share in answers
    )
    return Question(
        span=Span(0, 1),
        route="questions[0]",
        stem=text(stem),
        key=Key(KeyState.PRESENT, (), tuple(WrittenKey(each.text) for each in responses), "answer"),
        interaction=Interaction.NUMERIC,
        responses=responses,
    )


def matching(stem: str, pairs: Sequence[tuple[str, str]], lures: Sequence[str] = ()) -> Question:
    """A matching."""
    return Question(
        span=Span(0, 1),
        route="questions[0]",
        stem=text(stem),
        options=tuple(Option(text(left), Span(0, 1)) for left, _ in pairs),
        key=Key(KeyState.PRESENT, (), tuple(WrittenKey(text(r)) for _, r in pairs), "answer"),
        interaction=Interaction.MATCH,
        responses=tuple(Option(text(lure), Span(0, 1)) for lure in lures),
    )


def cards(values: st.SearchStrategy[str]) -> st.SearchStrategy[Card]:
    """Flashcards."""
    return st.builds(
        lambda front, back, name, level: Card(
            span=Span(0, 1), route="cards[0]", front=front, back=back, id=name, difficulty=level
        ),
        values.map(text),
        values.map(text),
        maybe(IDS),
        maybe(LEVELS),
    )


def prompts(values: st.SearchStrategy[str]) -> st.SearchStrategy[Prompt]:
    """Open questions."""
    return st.builds(
        lambda asked, hint, concepts: Prompt(
            span=Span(0, 1), route="prompts[0]", prompt=asked, hint=hint, concepts=tuple(concepts)
        ),
        values.map(text),
        maybe(values),
        st.lists(values.map(text), min_size=1, max_size=3),
    )


def document(*items: Card | Question | Prompt, kind: str = "quiz") -> Document:
    """A document of some items."""
    return Document(tuple(items), Span(0, 1), kind)


def read_back(target: str, written: Written) -> list[Document]:
    """What quizlint reads of what was written."""
    content, name = written.content, f"out{writer(target).suffix}"
    if isinstance(content, str):
        reading = read(name, content.encode("utf-8"), Files(), Hints(format=target))
        return list(reading.documents)
    return [document for each in read(name, content).members for document in each.documents]


def round_trip(target: str, *documents: Document) -> tuple[list[Loss], list[Loss]]:
    """The losses that are told, and what else is read back otherwise."""
    written = writer(target).write(documents)
    again = writer(target).write(documents)
    assert written.content == again.content
    wrong = differences(
        documents,
        read_back(target, written),
        written.losses,
        exact=writer(target).exact,
        plain=writer(target).rendered,
    )
    return list(written.losses), [x for x in wrong if x.part not in writer(target).unread]
