"""What becomes of a question under way, and of a file that nobody read anything from."""

import pytest

from quizlint.content import (
    Document,
    Interaction,
    Key,
    KeyState,
    Option,
    Problem,
    Question,
    Reading,
)
from quizlint.content.causes.nothing import Nothing
from quizlint.content.problems import KeysDisagree, LabelOrder, NothingToCheck
from quizlint.formats.base import NO_HINTS, Files, Hints
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.draft import Drafted, finish
from quizlint.formats.kit.finish import EXCUSED, finished, first_line
from quizlint.formats.kit.keys import accepted
from quizlint.formats.kit.written import Answer
from quizlint.text import Source, Span, Text
from telling import ONE_OF_EACH

SOURCE = "A long enough text to point at"
HERE = Span(2, 6)


def text(value: str, span: Span = HERE) -> Text:
    return Text(value, span, SOURCE)


def options(*values: str, right: str = "") -> list[Option]:
    return [Option(text(value), HERE, correct=value == right) for value in values]


def done(drafted: Drafted) -> tuple[Question, list[type[Problem]]]:
    desk = Desk(SOURCE)
    return finish(drafted, desk), [type(problem) for problem in desk.problems]


def test_of_a_question_of_which_nothing_is_known() -> None:
    question, problems = done(Drafted(HERE))
    assert not question.stem
    assert question.stem.span == HERE
    assert question.options == ()
    assert question.key == Key(KeyState.ABSENT)
    assert question.interaction is Interaction.CHOICE
    assert question.stimulus is None
    assert not problems


def test_a_passage_becomes_the_stimulus() -> None:
    question, _ = done(Drafted(HERE, passage=text("long", Span(2, 6))))
    assert question.stimulus is not None
    assert question.stimulus.text.value == "long"
    assert question.stimulus.span == Span(2, 6)


@pytest.mark.parametrize(
    ("answer", "indices"),
    [
        (Answer(text("Oslo")), (1,)),
        (Answer(text("C")), (2,)),
        (Answer(text("A, C")), (0, 2)),
        (Answer(text("A, C"), lists=False), ()),
        (Answer(text("1"), "integer"), ()),
        (Answer(text("1"), "integer", counted=True, base=0), (1,)),
        (Answer(text("1"), "integer", counted=True, base=1), (0,)),
        (Answer(text("1"), "integer", counted=True), ()),
        (Answer(text("capital-of-norway")), (1,)),
        (Answer(text("Paris")), ()),
    ],
)
def test_answers_are_resolved_once_labels_are_known(
    answer: Answer, indices: tuple[int, ...]
) -> None:
    drafted = Drafted(HERE, options=options("A) Rome", "B) Oslo", "C) Bern"), answers=[answer])
    drafted.ids = [None, "capital-of-norway", None]
    question, problems = done(drafted)
    assert question.key.indices == indices
    assert question.key.written
    assert question.key.state is KeyState.PRESENT
    assert not problems


def test_a_number_in_quotes_names_the_option_that_bears_it() -> None:
    answer = Answer(text("2"), counted=True, base=0)
    question, _ = done(Drafted(HERE, options=options("2", "3", "4"), answers=[answer]))
    assert question.key.indices == (0,)


def test_answers_go_before_flags_and_both_are_compared() -> None:
    drafted = Drafted(HERE, options=options("Rome", "Oslo", right="Rome"))
    drafted.answers = [Answer(text("Oslo"))]
    question, problems = done(drafted)
    assert question.key.indices == (1,)
    assert problems == [KeysDisagree]


def test_flags_are_the_key_where_no_answer_is_written() -> None:
    drafted = Drafted(HERE, options=options("Rome", "Oslo", right="Oslo"), answered=Span(0, 1))
    question, problems = done(drafted)
    assert question.key.indices == (1,)
    assert question.key.origin == "flags"
    assert not problems
    drafted.flags = "checkboxes"
    assert done(drafted)[0].key.origin == "checkboxes"


def test_an_empty_answer_leaves_its_place() -> None:
    question, _ = done(Drafted(HERE, options=options("Rome", "Oslo"), answered=Span(0, 1)))
    assert question.key == Key(KeyState.ABSENT, span=Span(0, 1))


def test_a_program_tells_the_key_unless_the_file_does() -> None:
    drafted = Drafted(HERE, options=options("Rome", "Oslo"), computed=True)
    assert done(drafted)[0].key.state is KeyState.COMPUTED
    drafted.options = options("Rome", "Oslo", right="Rome")
    assert done(drafted)[0].key.state is KeyState.PRESENT
    drafted.key = accepted([text("Rome")])
    assert done(drafted)[0].key.state is KeyState.COMPUTED
    assert done(drafted)[0].key.written


def test_the_order_of_labels_proves_nothing_where_the_key_stands_apart() -> None:
    drafted = Drafted(HERE, options=options("C) Rome", "A) Oslo", "B) Bern"))
    question, problems = done(drafted)
    assert [option.text.value for option in question.options] == ["Rome", "Oslo", "Bern"]
    assert problems == [LabelOrder]
    drafted.listed = False
    question, problems = done(drafted)
    assert [option.text.value for option in question.options] == ["Rome", "Oslo", "Bern"]
    assert not problems


def test_labels_of_the_format_are_left_alone() -> None:
    labelled = [option._replace(label=text("A")) for option in options("A) Rome", "B) Oslo")]
    question, _ = done(Drafted(HERE, options=labelled))
    assert [option.text.value for option in question.options] == ["A) Rome", "B) Oslo"]


def test_what_is_matched_or_ordered_has_no_labels() -> None:
    for interaction in (Interaction.MATCH, Interaction.ORDER, Interaction.UNSUPPORTED):
        offered = options("A) Rome", "C) Oslo", "B) Bern")
        question, problems = done(Drafted(HERE, interaction, options=offered))
        assert question.interaction is interaction
        assert list(question.options) == offered
        assert not problems


@pytest.mark.parametrize(
    ("declared", "pool", "told"),
    [
        (None, False, Interaction.TRUE_FALSE),
        (Interaction.CHOICE, False, Interaction.TRUE_FALSE),
        (Interaction.CHOICE, True, Interaction.CHOICE),
        (Interaction.MULTIPLE, False, Interaction.MULTIPLE),
        (Interaction.UNSUPPORTED, False, Interaction.UNSUPPORTED),
    ],
)
def test_a_choice_between_the_truth_values(
    declared: Interaction | None, pool: bool, told: Interaction
) -> None:
    offered = options("<p>True</p>", "**False**")
    assert done(Drafted(HERE, declared, options=offered, pool=pool))[0].interaction is told


def test_several_right_options_are_a_multiple_choice_unless_one_is_declared() -> None:
    offered = [option._replace(correct=True) for option in options("Rome", "Oslo")]
    assert done(Drafted(HERE, options=offered))[0].interaction is Interaction.MULTIPLE
    declared = Drafted(HERE, Interaction.CHOICE, options=offered)
    assert done(declared)[0].interaction is Interaction.CHOICE


def test_a_reading_of_nothing_says_so() -> None:
    source = Source("x.any", "\n  first words \nmore")
    for reading in (Reading(), Reading((Document((), Span(0, 0)),))):
        (problem,) = finished(reading, source, Files(), NO_HINTS).problems
        assert problem == NothingToCheck(Span(3, 14), Nothing.NO_ITEM.of())


@pytest.mark.parametrize("problem", ONE_OF_EACH)
def test_a_problem_that_explains_it_is_enough(problem: Problem) -> None:
    found = finished(Reading(problems=(problem,)), Source("x.any", "text"), Files(), NO_HINTS)
    assert len(found.problems) == (1 if isinstance(problem, EXCUSED) else 2)


def test_a_file_that_was_left_alone_stays_so() -> None:
    reading = Reading(skipped="it is a letter")
    assert finished(reading, Source("x.any", "Dear"), Files(), Hints()) == reading


@pytest.mark.parametrize(
    ("content", "start", "place"),
    [
        ("", 0, Span(0, 0)),
        (" \n ", 0, Span(0, 1)),
        ("one\r\ntwo", 0, Span(0, 3)),
        ("one\r\ntwo \n", 3, Span(5, 8)),
    ],
)
def test_the_first_line(content: str, start: int, place: Span) -> None:
    assert first_line(content, start) == place


def question(index: int, state: KeyState, options_: list[Option], identity: str = "") -> Question:
    return Question(
        span=HERE,
        route=f"questions[{index}]",
        stem=text("Which?"),
        id=text(identity) if identity else None,
        options=tuple(options_),
        key=Key(state),
    )


def supplied(answers: str, *documents: Document, name: str = "bank.xml") -> tuple[Document, ...]:
    files = Files({"bank.answers.yaml": answers.encode()}.get)
    return finished(Reading(documents), Source(name, SOURCE), files, NO_HINTS).documents


def test_questions_are_counted_through_all_documents() -> None:
    towns = options("Rome", "Oslo")
    first = Document((question(0, KeyState.ABSENT, towns),), HERE, route="[0]")
    second = Document(
        (question(0, KeyState.ABSENT, towns), question(1, KeyState.ABSENT, towns, "last")),
        HERE,
        route="[1]",
    )
    for answers in ("[A, B, A]", "{1: A, 2: B, last: A}"):
        one, two = supplied(answers, first, second)
        assert [each.key.indices for each in (*one.questions, *two.questions)] == [(0,), (1,), (0,)]
        assert {one.sidecar, two.sidecar} == {"bank.answers.yaml"}


def test_a_computed_key_is_a_key() -> None:
    document = Document((question(0, KeyState.COMPUTED, options("Rome", "Oslo")),), HERE)
    (found,) = supplied("[A]", document)
    assert found.questions[0].key == Key(KeyState.COMPUTED)
    (found,) = supplied("[A]", document, name="other.xml")
    assert found.sidecar is None, "no file need supply it"


def test_a_member_of_an_archive_has_its_sidecar_beside_it() -> None:
    document = Document((question(0, KeyState.ABSENT, options("Rome", "Oslo")),), HERE)
    for name in ("quizzes.zip!bank.xml", "quizzes.zip!folder/bank.xml", "C:\\quizzes\\bank.xml"):
        (found,) = supplied("[B]", document, name=name)
        assert found.questions[0].key.indices == (1,)


def test_a_key_that_stands_elsewhere_is_absent_where_the_sidecar_lacks_it() -> None:
    towns = options("Rome", "Oslo")
    items = (question(0, KeyState.ELSEWHERE, towns), question(1, KeyState.ELSEWHERE, towns))
    (found,) = supplied("[B]", Document(items, HERE, keys_elsewhere=True))
    assert [each.key.state for each in found.questions] == [KeyState.PRESENT, KeyState.ABSENT]
    assert not found.keys_elsewhere
