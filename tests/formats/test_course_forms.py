"""What course tools let authors write beside plain choices: blanks, lists, truths, tasks."""

import course_texts as texts
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlint.content import Interaction, Item, Prompt, Question, Reading
from quizlint.content.leaves import leaves
from quizlint.content.problems import UnreadQuestion
from quizlint.engine.read import read
from quizlint.formats import pick
from quizlint.formats.base import SNIFFED

FILES = {
    "knots.ptx": texts.PRETEXT,
    "knots.rst": texts.RUNESTONE,
    "exam.tex": texts.EXAM,
    "amc.tex": texts.AMC,
    "moodle.tex": texts.MOODLE,
    "knots.Rmd": texts.LEARNR,
}


def reading(name: str) -> Reading:
    found = read(name, FILES[name].encode())
    assert found.skipped is None, found.skipped
    return found


def items(name: str) -> list[Item]:
    return [item for document in reading(name).documents for item in document.items]


def told(item: Item) -> tuple[object, ...]:
    """What an item asks, how, and what is right."""
    if isinstance(item, Prompt):
        return ("prompt", item.prompt.value)
    assert isinstance(item, Question)
    right = [item.options[at].text.value for at in item.key.indices]
    right = right or [each.text.value for each in item.key.written]
    return (item.interaction.value, " ".join(item.stem.value.split()), right)


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        (
            "knots.ptx",
            [
                (
                    "choice",
                    "Which of <code>a</code> and $b &lt; c$ is a <em>loop</em>?",
                    ["bowline"],
                ),
                ("multiple", "Which knots join?", ["reef knot", "sheet bend"]),
                ("true-false", "Hemp floats for years.", ["False"]),
                ("numeric", "A fathom has _____ feet.", ["6"]),
                ("cloze", "The _____ end is _____.", ["bitter"]),
                ("unsupported", "Order.", []),
                ("prompt", "Draw it, as in bowline."),
            ],
        ),
        (
            "knots.rst",
            [
                (
                    "multiple",
                    "Which knots join two ropes, of - hemp - silk?",
                    ["reef knot", "sheet bend"],
                ),
                ("choice", "What is a bowline?", ["one that holds"]),
                ("cloze", "The _____ end is the _____ one.", ["bitter"]),
                ("numeric", "How many feet has a fathom?", ["6"]),
                ("text", "Which knot holds?", ["bowline"]),
                ("prompt", "Why does it hold?"),
            ],
        ),
        (
            "exam.tex",
            [
                ("choice", "Which knot holds?", ["bowline"]),
                ("cloze", "The _____ end is _____.", ["bitter", "loose"]),
                ("choice", "Tie it.", ["bowline"]),
                ("prompt", "Draw it: \\fillin"),
            ],
        ),
        (
            "amc.tex",
            [
                ("numeric", "How many feet has a fathom?", ["6.25"]),
                ("prompt", "Why does it hold?"),
                ("choice", "\\FPeval{\\x}{1+random*5} How much?", ["\\FPprint{\\x}"]),
            ],
        ),
        (
            "moodle.tex",
            [
                ("multiple", "Which knots join?", ["reef knot"]),
                ("match", "Match.", ["loop", "join"]),
                ("cloze", "The _____ end is _____.", ["bitter", "loose"]),
                ("numeric", "Feet?", ["6"]),
                ("prompt", "Why does it hold?"),
            ],
        ),
        (
            "knots.Rmd",
            [
                ("choice", "Which holds?", ["bowline"]),
                ("choice", "Which joins?", ["reef knot"]),
                ("text", "Which end?", ["bitter"]),
                ("numeric", "Feet?", ["6"]),
            ],
        ),
    ],
)
def test_what_is_asked_and_what_is_right(name: str, asked: list[tuple[object, ...]]) -> None:
    assert [told(item) for item in items(name)] == asked


def test_every_text_stands_where_it_is_written() -> None:
    """A sign that is written stands at its own place; one that stands for a tag, at the tag."""
    for name, text in FILES.items():
        for item in items(name):
            for path, leaf in leaves(item):
                if leaf.value in ("True", "False"):
                    assert text[slice(*leaf.span)] == '"no"'
                    continue
                for at, char in enumerate(leaf.value):
                    written = text[slice(*leaf.at(at, at + 1))]
                    instead = written[:1] in "<\\|" and written != char
                    assert instead or written == char, (name, path, char, written)


def test_options_keep_what_is_said_of_them() -> None:
    first, second, *_ = items("knots.ptx")
    assert isinstance(first, Question)
    assert isinstance(second, Question)
    assert first.options[0].feedback is not None
    assert first.options[0].feedback.value == "It joins."
    assert first.options[2].text.value == '<img src="bend.png">'
    assert first.shuffle is True
    assert first.id is not None
    assert first.id.value == "fixed"
    assert first.rationale is not None
    assert first.rationale.value == "It does not slip."
    assert second.options[2].text.value == "sheet bend"
    listed, wrapped, *_ = items("knots.rst")
    assert isinstance(listed, Question)
    assert isinstance(wrapped, Question)
    remarks = [each.feedback.value.split() for each in listed.options if each.feedback]
    assert remarks == [
        ["Of", "one", "size."],
        ["It", "makes", "a", "loop."],
        ["Of", "two", "sizes."],
    ]
    assert wrapped.options[0].text.value.split() == ["a", "loop", "that", "slips"]
    joins = items("moodle.tex")[0]
    assert isinstance(joins, Question)
    assert [(each.weight, each.feedback and each.feedback.value) for each in joins.options] == [
        (50, "Of one [size]."),
        (-50, "no"),
    ]
    tasks = items("exam.tex")[0]
    assert isinstance(tasks, Question)
    assert [each.text.value for each in tasks.options] == ["reef knot", "bowline", "3 \\& 4"]


@pytest.mark.parametrize(
    ("name", "at", "off"), [("knots.rst", 3, 0.5), ("amc.tex", 0, 0.05), ("moodle.tex", 3, 0.5)]
)
def test_how_far_a_number_may_be_off(name: str, at: int, off: float) -> None:
    question = items(name)[at]
    assert isinstance(question, Question)
    assert question.interaction is Interaction.NUMERIC
    assert question.responses[0].tolerance == pytest.approx(off)


def test_what_a_program_makes_up_is_told_or_marked() -> None:
    drawn = items("amc.tex")[2]
    assert isinstance(drawn, Question)
    assert drawn.dynamic
    for name, begins in (("knots.ptx", "<webwork"), ("knots.Rmd", 'question("Made"')):
        (unread,) = [each for each in reading(name).problems if isinstance(each, UnreadQuestion)]
        assert unread.shape == "computed"
        assert FILES[name][unread.span.start :].startswith(begins)


@pytest.mark.parametrize("name", ["knots.rst", "knots.Rmd", "knots.ptx"])
def test_questions_at_the_end_of_a_chapter_are_found(name: str) -> None:
    text = FILES[name]
    begins, prose = {
        "knots.rst": (".. Some", "Words.\n\n"),
        "knots.Rmd": ("````", "Words.\n\n"),
        "knots.ptx": ("<exercise", "<p>Words.</p>\n"),
    }[name]
    at = text.index(begins)
    long = text[:at] + prose * SNIFFED + text[at:]
    before, after = reading(name), read(name, long.encode())
    assert [len(each.items) for each in after.documents] == [
        len(each.items) for each in before.documents
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.xml", '<book xmlns="http://docbook.org/ns/docbook"><chapter/></book>'),
        ("a.xml", "<article><front/><body><p>Which?</p></body></article>"),
        ("a.ptx", "<section><p>Which?</p></section>"),
        ("a.rst", ".. note:: Which?\n\n   - one\n   - two\n"),
        ("a.Rmd", "---\noutput: learnr::tutorial\n---\n\n```{r}\nx <- 1\n```\n"),
    ],
)
def test_what_is_none_is_left_alone(name: str, text: str) -> None:
    found = read(name, text.encode())
    assert found.documents == ()
    assert found.skipped is not None


def test_docbook_is_not_taken_for_pretext() -> None:
    assert pick("a.xml", '<book xmlns="http://docbook.org/ns/docbook"><chapter/>') is None


def test_the_rest_is_read_beside_what_is_broken() -> None:
    broken = texts.PRETEXT.replace("</term>", "", 1)
    found = read("knots.ptx", broken.encode())
    assert found.problems
    assert sum(len(each.items) for each in found.documents) >= len(items("knots.ptx")) - 1


@pytest.mark.parametrize("name", FILES)
def test_cut_off_anywhere_it_is_read_as_far_as_it_goes(name: str) -> None:
    text = FILES[name]
    for end in range(0, len(text), 11):
        found = read(name, text[:end].encode())
        assert not found.failed, (end, found.failed)
        for document in found.documents:
            for item in document.items:
                assert all(leaf.span.end <= end for _, leaf in leaves(item))


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("code", ["utf-16", "latin-1", "utf-8-sig"])
def test_in_another_encoding_nothing_fails(name: str, code: str) -> None:
    assert not read(name, FILES[name].encode(code)).failed


@given(st.sampled_from(sorted(FILES)), st.data())
@settings(max_examples=150)
def test_damage_brings_nothing_down(name: str, data: st.DataObject) -> None:
    text = FILES[name]
    at = data.draw(st.integers(0, len(text)))
    put = data.draw(
        st.sampled_from(['"', "{", "}", "(", "\\", "%", "#", "\n", "[", "<", ":", "\0"])
    )
    assert not read(name, f"{text[:at]}{put * 3}{text[at:]}".encode()).failed


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.Rmd", "my_question(" * 20_000),
        ("a.tex", "\\begin{multi}{a}" + "\\item[{{{" * 20_000 + "\\end{multi}"),
        ("b.tex", "\\begin{cloze}{a}" + "\\begin{multi}" * 20_000 + "\\end{cloze}"),
        ("c.tex", "\\question a\\begin{choices}\\choice b" + " & " * 20_000 + "\\end{choices}"),
        ("a.rst", ".. mchoice:: a\n\n" + "   - a\n" * 20_000),
        ("a.ptx", "<exercise>" * 20_000),
    ],
)
def test_much_of_it_is_read_in_bounded_steps(name: str, text: str) -> None:
    assert not read(name, text.encode()).failed
