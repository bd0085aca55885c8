"""text2qti: what it reads, and what it refuses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.content import Interaction, KeyState, Question, Reading
from quizlint.content.problems import FormatTrap, NothingToCheck, Syntax
from quizlint.formats import pick, text2qti
from quizlint.formats.base import Files
from quizlint.text import Source, Text

GOOD = "1.  Which gate opens first?\na) the upper\n*b) the lower\nc) none\n"


def read(text: str) -> Reading:
    return text2qti.read(Source("a.txt", text), Files())


def questions(text: str) -> list[Question]:
    return [question for document in read(text).documents for question in document.questions]


def one(text: str) -> Question:
    (question,) = questions(text)
    return question


def noted(text: str) -> list[str]:
    return [text[slice(*problem.span)] for problem in read(text).problems]


def texts_of(question: Question) -> list[Text]:
    labels = [option.label for option in question.options if option.label is not None]
    written = [answer.text for answer in question.key.written]
    known = [each for each in (question.id, question.number) if each is not None]
    shared = [question.stimulus.text] if question.stimulus is not None else []
    return [*question.texts, *labels, *written, *known, *shared]


def test_letters_are_a_choice_and_the_star_is_the_key() -> None:
    question = one(GOOD)
    assert read(GOOD).problems == ()
    assert question.stem.value == "Which gate opens first?"
    assert [o.text.value for o in question.options] == ["the upper", "the lower", "none"]
    assert [o.label and o.label.value for o in question.options] == ["a", "b", "c"]
    assert question.key.indices == (1,)
    assert question.interaction is Interaction.CHOICE
    assert question.number is not None
    assert question.number.value == "1."


def test_boxes_are_a_multiple_choice() -> None:
    question = one("1.  Which are gases?\n[*] neon\n[ ] iron\n[] tin\n[*] argon\n")
    assert question.interaction is Interaction.MULTIPLE
    assert question.key.indices == (0, 3)


def test_true_and_false_in_letters() -> None:
    assert one("1. Ice floats.\n*a) True\nb) False\n").interaction is Interaction.TRUE_FALSE


def test_answers_to_type() -> None:
    question = one("1.  Who keeps the lock?\n*   the keeper\n*   keeper\n")
    assert question.interaction is Interaction.TEXT
    assert [each.text.value for each in question.key.written] == ["the keeper", "keeper"]


@pytest.mark.parametrize(
    ("answer", "value", "tolerance"),
    [
        ("1.41 +- 0.01", "1.41", 0.01),
        ("-20 +- 5%", "-20", 1.0),
        ("5", "5", 0.0),
        ("[1, 2.5]", "[1, 2.5]", None),
    ],
)
def test_numbers(answer: str, value: str, tolerance: float | None) -> None:
    question = one(f"1.  How deep?\n=   {answer}\n")
    assert question.interaction is Interaction.NUMERIC
    assert [each.text.value for each in question.key.written] == [value]
    assert [each.tolerance for each in question.responses] == [tolerance]
    assert read(f"1.  How deep?\n=   {answer}\n").problems == ()


@pytest.mark.parametrize("answer", ["1.5", "[3, 2]", "five", "1 +- x", "0.00001 +- 0", "[1 2]"])
def test_numbers_that_are_refused(answer: str) -> None:
    text = f"1.  How deep?\n=   {answer}\n"
    assert noted(text) == [answer]
    assert len(questions(text)) == 1


def test_essays_and_files_have_no_key() -> None:
    essay, upload = questions("1.  Describe it.\n____\n\n2.  Draw it.\n^^^^\n")
    assert essay.interaction is Interaction.TEXT
    assert upload.interaction is Interaction.UNSUPPORTED
    assert {essay.key.state, upload.key.state} == {KeyState.ABSENT}


def test_feedback_belongs_to_what_stands_above_it() -> None:
    question = one(
        "1.  Which?\n... about it all\n+   good\n-   bad\na) one\n... why not\n*b) two\n"
    )
    assert question.rationale is not None
    assert question.rationale.value == "about it all"
    assert [o.feedback and o.feedback.value for o in question.options] == ["why not", None]
    solved = one("1.  Which?\n... about it all\n! solved so\n*a) one\nb) two\n")
    assert solved.rationale is not None
    assert solved.rationale.value == "solved so"


def test_a_text_goes_on_where_it_is_indented() -> None:
    option = "*a) one\n    or two\n\n    or three\nb)  four\n"
    text = "1.  Look:\n\n        x = 1\n    and say.\n\n" + option
    question = one(text)
    assert read(text).problems == ()
    assert question.stem.value == "Look:\n\n    x = 1\nand say."
    assert question.options[0].text.value == "one\nor two\n\nor three"
    at = question.stem.value.index("say")
    assert text[slice(*question.stem.at(at, at + 3))] == "say"


def test_title_points_settings_and_passages() -> None:
    text = (
        "Quiz title: Locks\nQuiz description: All\n  about them\nshuffle answers: true\n\n"
        "Text title: A passage\nText: Water rises.\n  Ships too.\n\nTitle: Gates\nPoints: 2\n"
        + GOOD
    )
    question = one(text)
    (document,) = read(text).documents
    assert read(text).problems == ()
    assert document.title is not None
    assert document.title.value == "Locks"
    assert question.shuffle is True
    assert question.id is not None
    assert question.id.value == "Gates"
    assert question.stimulus is not None
    assert question.stimulus.text.value == "Water rises.\nShips too."
    assert text[slice(*question.span)].startswith("Title: Gates")


def test_a_title_of_two_questions_names_neither() -> None:
    text = "Title: Gates\n" + GOOD + "Title: Gates\n" + GOOD.replace("first", "last")
    assert [question.id for question in questions(text)] == [None, None]


def test_groups() -> None:
    inside = GOOD + GOOD.replace("first", "last")
    assert read(f"GROUP\npick: 2\n{inside}END_GROUP\n").problems == ()
    assert noted(f"GROUP\npick: 3\n{inside}END_GROUP\n") == ["pick: 3"]
    assert noted(f"GROUP\n{inside}") == ["GROUP"]
    assert noted(f"{inside}END_GROUP\n") == ["END_GROUP"]
    assert len(questions(f"GROUP\n{inside}END_GROUP\n{GOOD}")) == 3


def test_comments_are_where_suppressions_are_looked_for() -> None:
    text = f"% quizlint: ignore[x]\n{GOOD}COMMENT\na) hidden\nEND_COMMENT\n<!-- more -->\n"
    assert [text[slice(*comment)] for comment in read(text).comments] == [
        "% quizlint: ignore[x]",
        "COMMENT\na) hidden\nEND_COMMENT",
        "<!-- more -->",
    ]
    assert len(one(text).options) == 3


def test_programs_are_shown_and_not_run() -> None:
    text = GOOD + "```{.python .run}\nopen('ran', 'w')\n```\n" + GOOD.replace("first", "last")
    first, drawn, last = questions(text)
    assert read(text).problems == ()
    assert drawn.dynamic
    assert drawn.key.state is KeyState.COMPUTED
    assert drawn.interaction is Interaction.UNSUPPORTED
    assert not first.dynamic
    assert last.key.indices == (1,)


def test_a_program_may_print_the_rest_of_a_question() -> None:
    question = one("1.  What is it?\n```{.python .run executable=x}\nprint('*a) 1')\n```\n")
    assert question.dynamic
    assert question.stem.value == "What is it?"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (GOOD + "\nstray words\nand more\n", "stray words"),
        ("1.  Which gate\nopens first?\n*a) one\nb) two\n", "opens first?"),
        ("1.  Which gate\n  opens first?\n*a) one\nb) two\n", "opens first?"),
        ("1.  Which?\n*a)one\nb) two\n", "*a)"),
        ("1.  Which?\n *a) one\nb) two\n", " *a) one"),
        ("1.  Which?\n    *a) one\n    b) two\n", "*a) one"),
        ("1.  Which?\n*a) one\nb) two\n[ ] three\n", "[ ] three"),
        ("1.  Which?\n*a) one\nb) two\n+   good\n", "+   good"),
        ("1.  Which?\n*   typed\n... too late\n", "... too late"),
        ("1.  Which?\n... one\n... two\n*a) one\nb) two\n", "... two"),
        ("*a) one\n" + GOOD, "*a) one"),
        ("Points: 1.3\n" + GOOD, "Points: 1.3"),
        ("Title: Gates\n\n" + GOOD, "Title: Gates"),
        (GOOD + "Quiz title: Late\n" + GOOD.replace("first", "last"), "Quiz title: Late"),
        ("shuffle answers: maybe\n" + GOOD, "shuffle answers: maybe"),
        (GOOD + "COMMENT\n1.  never\n", "COMMENT"),
        ("END_COMMENT\n" + GOOD, "END_COMMENT"),
        (GOOD + "```{.python .run}\nprint(1)\n", "```{.python .run}"),
        ("1.  Which?\n```python\nx\n```\n*a) one\nb) two\n", "```python"),
    ],
)
def test_what_text2qti_refuses_is_noted_and_the_rest_is_read(text: str, place: str) -> None:
    assert noted(text) == [place]
    assert all(isinstance(problem, Syntax) for problem in read(text).problems)
    assert any(len(question.options) > 1 for question in questions(text)) or "typed" in text


def test_a_title_without_a_question_is_dropped_without_a_word() -> None:
    text = GOOD + "\nTitle: The next\n"
    assert noted(text) == ["Title: The next"]
    assert [type(problem) for problem in read(text).problems] == [FormatTrap]


def test_nothing_is_lost_of_options_that_stand_indented() -> None:
    question = one("1.  Which?\n\n    a) one\n\n    *b) two\n       or so\n")
    assert question.stem.value == "Which?"
    assert [o.text.value for o in question.options] == ["one", "two\n   or so"]
    assert question.key.indices == (1,)


def test_a_title_alone_is_nothing_to_check() -> None:
    (problem,) = read("Quiz title: Locks\n").problems
    assert isinstance(problem, NothingToCheck)
    assert read("Just words.\n").skipped is not None


@pytest.mark.parametrize(
    ("name", "head", "format_"),
    [
        ("a.txt", GOOD, "text2qti"),
        ("a.md", GOOD, "text2qti"),
        ("a.md", "Quiz title: Locks\n\n1. Which?\n* a\n", "text2qti"),
        ("a.txt", "1. How deep?\n=   [1, 2]\n", "text2qti"),
        ("a.txt", "Which?\nA) one\nB) two\nANSWER: B\n", "aiken"),
        ("a.txt", "1. Which?\nA) one\nB) two\nANSWER: B\n", "aiken"),
        ("a.txt", "::1:: Which? {=one ~two}\n\n1. Which? {\n=a\n~b\n}\n", "gift"),
        ("a.txt", "#Q Which?\n^ one\nA one\nB two\n", "trivia"),
        ("a.md", "1. First do this\n* then that\n- or this\n\n___\n", "markdown"),
        ("a.md", "1. Which?\n   - [ ] one\n   - [x] two\n", "markdown"),
        ("a.md", "Write it so:\n\n```\n" + GOOD + "```\n", "markdown"),
    ],
)
def test_it_takes_no_other_formats_files(name: str, head: str, format_: str) -> None:
    chosen = pick(name, head)
    assert chosen is not None
    assert chosen.name == format_


LINES = st.sampled_from(
    [
        "1.  Which gate?",
        "2. And é \U0001f600?",
        "    goes on",
        "\tby a tab",
        "  less",
        "",
        " \t ",
        "*a) one",
        "b)  two",
        "a)",
        "[*] box",
        "[ ] other",
        "*   typed",
        "=   1.5 +- 1%",
        "=   [1",
        "____",
        "^^^^",
        "... told",
        "+   good",
        "! so",
        "Title: T",
        "Points: 2",
        "Text: words",
        "GROUP",
        "pick: 2",
        "END_GROUP",
        "COMMENT",
        "END_COMMENT",
        "% note",
        "```{.python .run}",
        "```",
        "```{.r",
        "stray",
        "    *a) inside",
        "shuffle answers: true",
        "Quiz title: Q",
        "<!--",
    ]
)


@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_text_knows_its_place(lines: list[str], end: str) -> None:
    source = end.join(lines)
    reading = read(source)
    for question in (item for document in reading.documents for item in document.questions):
        assert 0 <= question.span.start < question.span.end <= len(source)
        for text in texts_of(question):
            assert text.span.start < text.span.end <= len(source)
            for at, sign in enumerate(text.value):
                start, stop = text.at(at, at + 1)
                written = source[start:stop]
                assert written == sign or (sign == "\n" and not written.strip())
    for problem in reading.problems:
        assert 0 <= problem.span.start < problem.span.end <= len(source)


@given(st.text(alphabet="1.*ab)[] =+-!^_`{}%\n\r\t é", max_size=60))
def test_anything_can_be_read(text: str) -> None:
    read(text)
    text2qti.sniff("a.txt", text)


@pytest.mark.parametrize(
    "line", ["*)", "1. a\n", "*a) x\n", "COMMENT\n", "```\n", "GROUP\n", "    ", "<!--", "= [,"]
)
def test_long_nonsense_ends(line: str) -> None:
    read(line * (200_000 // len(line)))
