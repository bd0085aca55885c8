"""PrairieLearn's `question.html`."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.content import Interaction, KeyState, Question, Reading
from quizlint.content.problems import MissingField
from quizlint.formats import claims, pick, prairielearn
from quizlint.formats.base import Files
from quizlint.text import Source, Text

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpora" / "prairielearn"

INFO = {"uuid": "11111111-aaaa", "title": "Gates", "topic": "Locks", "type": "v3"}
PANEL = "<pl-question-panel><p>Which gate opens first?</p></pl-question-panel>\n"
ANSWERS = """\
  <pl-answer correct="true" feedback="Yes, &amp; so">the <b>lower</b> gate</pl-answer>
  <pl-answer score="0.5">the upper gate</pl-answer>
  <pl-answer correct="False">none of the gates</pl-answer>
"""


def choice(answers: str = ANSWERS, more: str = "", kind: str = "pl-multiple-choice") -> str:
    return f'{PANEL}<{kind} answers-name="gate"{more}>\n{answers}</{kind}>\n'


def read(text: str, info: object = None) -> Reading:
    data = None if info is None else json.dumps(info).encode()
    files = Files(lambda path: data if path == "info.json" else None)
    return prairielearn.read(Source("q/question.html", text), files)


def questions(text: str, info: object = None) -> list[Question]:
    return [item for document in read(text, info).documents for item in document.questions]


def one(text: str, info: object = None) -> Question:
    (question,) = questions(text, info)
    return question


def noted(text: str) -> list[str]:
    return [text[slice(*problem.span)] for problem in read(text).problems]


def test_a_multiple_choice() -> None:
    text = choice()
    question = one(text)
    assert read(text).problems == ()
    assert question.interaction is Interaction.CHOICE
    assert question.stem.plain == "Which gate opens first?"
    assert [o.text.plain for o in question.options] == [
        "the lower gate",
        "the upper gate",
        "none of the gates",
    ]
    assert question.key.indices == (0,)
    assert question.options[0].feedback is not None
    assert question.options[0].feedback.value == "Yes, & so"
    assert [o.weight for o in question.options] == [None, 50.0, None]
    assert question.shuffle is True
    assert not question.pool
    assert not question.dynamic
    assert question.id is None


def test_what_info_json_says() -> None:
    (document,) = read(choice(), INFO).documents
    assert document.title is not None
    assert document.title.value == "Gates"
    assert document.topic is not None
    assert document.topic.value == "Locks"
    assert document.questions[0].name == "11111111-aaaa"
    two = questions(choice() + choice().replace('"gate"', '"second"'), INFO)
    assert [each.name for each in two] == ["11111111-aaaa/gate", "11111111-aaaa/second"]
    assert one(choice(), ["odd"]).id is None
    broken = Files(lambda _path: b'{"uuid": ')
    assert prairielearn.read(Source("question.html", choice()), broken).documents


@pytest.mark.parametrize(
    ("more", "shuffle"),
    [(' order="fixed"', False), (' order="ascend"', False), (" fixed-order=true", False)],
)
def test_the_order(more: str, shuffle: bool) -> None:
    assert one(choice(more=more)).shuffle is shuffle


def test_several_right_options_of_a_multiple_choice_are_a_pool() -> None:
    both = ANSWERS.replace('score="0.5"', 'correct="t"')
    assert one(choice(both)).key.indices == (0, 1)
    assert one(choice(both)).pool
    boxes = one(choice(both, kind="pl-checkbox"))
    assert boxes.interaction is Interaction.MULTIPLE
    assert not boxes.pool
    assert one(choice(more=' number-answers="2"')).pool


@pytest.mark.parametrize("value", ["correct", "random"])
def test_none_of_the_above_may_be_the_right_one(value: str) -> None:
    question = one(choice(ANSWERS.replace("true", "false"), f' none-of-the-above="{value}"'))
    assert question.key.indices == ()
    assert question.pool
    assert not one(choice(more=' none-of-the-above="incorrect"')).pool


@pytest.mark.parametrize(
    "text",
    [
        choice('{{#params.all}}<pl-answer correct="{{ok}}">{{text}}</pl-answer>{{/params.all}}'),
        choice('<pl-answer correct="{{params.a}}">one</pl-answer><pl-answer>two</pl-answer>'),
        choice("{{{params.answers}}}"),
        choice("", ' external-json="answers.json"'),
    ],
)
def test_what_a_program_decides_is_left_open(text: str) -> None:
    question = one(text)
    assert question.dynamic
    assert question.key.state is KeyState.COMPUTED


def test_values_in_texts_leave_the_key_alone() -> None:
    drawn = one(choice().replace("first", "{{params.when}}"))
    assert drawn.dynamic
    assert drawn.key.indices == (0,)
    assert one("{{#params.shown}}" + choice() + "{{/params.shown}}").dynamic
    noted_only = one(choice().replace("<p>", "<p>{{! a note }}"))
    assert not noted_only.dynamic
    assert noted_only.stem.plain == "Which gate opens first?"


def test_an_element_without_any_answer_is_for_the_rules() -> None:
    question = one(choice(""))
    assert question.options == ()
    assert not question.dynamic


@pytest.mark.parametrize(
    ("element", "interaction", "value", "tolerance"),
    [
        ('<pl-number-input answers-name="a" correct-answer="3.5">', "numeric", "3.5", None),
        (
            '<pl-number-input answers-name="a" correct-answer="-2" rtol="0" atol="0.5">',
            "numeric",
            "-2",
            0.5,
        ),
        ('<pl-integer-input answers-name="a" correct-answer="4">', "numeric", "4", 0.0),
        ('<pl-string-input answers-name="a" correct-answer="a lock">', "text", "a lock", None),
        ("<pl-symbolic-input answers-name=a correct-answer=x+1>", "text", "x+1", None),
    ],
)
def test_answers_to_type(
    element: str, interaction: str, value: str, tolerance: float | None
) -> None:
    name = element[1:].partition(" ")[0]
    question = one(f"{PANEL}{element}</{name}>")
    assert question.interaction == interaction
    assert [each.text.value for each in question.key.written] == [value]
    assert [each.tolerance for each in question.responses] == [tolerance]
    drawn = one(f'{PANEL}<{name} answers-name="a"></{name}>')
    assert drawn.key.state is KeyState.COMPUTED


def test_matching() -> None:
    question = one(
        PANEL + '<pl-matching answers-name="m">'
        '<pl-statement match="low">down</pl-statement><pl-statement match="up">up</pl-statement>'
        '<pl-option name="low">the lower</pl-option><pl-option name="up">the upper</pl-option>'
        "<pl-option>neither</pl-option></pl-matching>"
    )
    assert question.interaction is Interaction.MATCH
    assert [o.text.value for o in question.options] == ["down", "up"]
    assert [each.text.value for each in question.key.written] == ["the lower", "the upper"]
    assert [o.text.value for o in question.responses] == ["neither"]


def test_order_blocks() -> None:
    blocks = (
        '<pl-answer ranking="2">close</pl-answer><pl-answer correct="false">wait</pl-answer>'
        '<pl-block-group><pl-answer ranking="1">enter</pl-answer></pl-block-group>'
    )
    question = one(choice(blocks, ' grading-method="ranking"', "pl-order-blocks"))
    assert question.interaction is Interaction.ORDER
    assert [o.text.value for o in question.options] == ["enter", "close"]
    assert question.key.indices == (0, 1)
    assert [o.text.value for o in question.responses] == ["wait"]


def test_panels_for_other_times_are_no_stem() -> None:
    text = (
        "<pl-submission-panel>You said</pl-submission-panel>" + choice() + "<pl-answer-panel>"
        "The water falls first.</pl-answer-panel><script>if (1 < 2) x = '<pl-answer>'</script>"
    )
    question = one(text)
    assert question.stem.plain == "Which gate opens first?"
    assert question.rationale is not None
    assert question.rationale.value == "The water falls first."


def test_several_elements_share_what_stands_first() -> None:
    text = (
        "<p>A lock holds two ships.</p><table><tr><td>How deep?</td><td>"
        '<pl-number-input answers-name="a" label="$d=$" correct-answer="3"></pl-number-input>'
        '</td></tr><tr><td><pl-string-input answers-name="b" label="Where?"></pl-string-input>'
        "</td></tr></table>"
    )
    first, second = questions(text)
    assert first.stem.plain == "A lock holds two ships. How deep? $d=$"
    assert second.stem.value == "Where?"
    assert second.stimulus is not None
    assert "two ships" in second.stimulus.text.value
    assert text[slice(*second.stem.span)] in ('"Where?"', "Where?")


def test_pictures_and_computed_values_in_options_differ() -> None:
    question = one(
        choice(
            '<pl-answer correct="true">$<pl-matrix-latex params-name="A"></pl-matrix-latex>$'
            '</pl-answer><pl-answer><pl-figure file-name="b.png" alt="a gate"></pl-figure>'
            '</pl-answer><pl-answer><pl-figure file-name="c.png"></pl-figure></pl-answer>'
        )
    )
    assert len({o.text.value for o in question.options}) == 3
    assert all(question.options[at].text for at in range(3))
    assert question.options[1].text.prose.has_media


def test_names_that_prairielearn_refuses() -> None:
    assert noted(choice() + choice()) == ['"gate"']
    text = choice().replace(' answers-name="gate"', "")
    assert [type(problem) for problem in read(text).problems] == [MissingField]


def test_tag_soup_is_read() -> None:
    text = choice().replace("</pl-answer>", "").replace("</b>", "").replace("</p>", "<br><i>")
    question = one(text)
    assert [o.text.plain for o in question.options][1:] == ["the upper gate", "none of the gates"]
    assert question.key.indices == (0,)
    assert len(noted(text)) == 3
    assert len(one(choice().replace("</pl-multiple-choice>", "")).options) == 3


def test_nothing_is_lost_behind_an_input_that_is_not_closed() -> None:
    text = "<p>How deep?</p><pl-number-input answers-name='d'>" + choice()
    first, second = questions(text)
    assert first.interaction is Interaction.NUMERIC
    assert second.stem.plain == "Which gate opens first?"
    assert second.key.indices == (0,)
    assert noted(text) == ["<pl-number-input answers-name='d'>"]


@pytest.mark.parametrize("text", ["<pl-figure file-name='a.png'>", "<p>Draw <pl-workspace>"])
def test_what_no_element_judges_is_counted(text: str) -> None:
    question = one(text)
    assert question.interaction is Interaction.UNSUPPORTED
    assert question.dynamic


def test_which_files_are_taken() -> None:
    for name in ("q/question.html", "any.html", "stdin"):
        chosen = pick(name, choice())
        assert chosen is not None
        assert chosen.name == "prairielearn"
    assert claims("q/question.html")
    assert not claims("index.html")
    assert read("<form><input></form>").skipped is not None
    assert pick("any.html", "<p>Which?</p>") is None


@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the shared corpora")
def test_every_question_of_the_corpus_is_read() -> None:
    for file in sorted(CORPUS.rglob("question.html")):
        source = Source.from_bytes(str(file), file.read_bytes())
        chosen = pick(str(file), source.text[:4096])
        assert chosen is not None
        reading = chosen.read(source, Files())
        assert reading.documents, file
        asked = [
            source.text.count(f"<pl-{name}")
            for name in ("checkbox", "number-input", "integer-input", "order-blocks")
        ]
        assert len(reading.documents[0].items) >= sum(asked), file
        assert reading.problems == (), file


PIECES = st.sampled_from(
    [
        "<pl-question-panel>",
        "</pl-question-panel>",
        '<pl-multiple-choice answers-name="a">',
        "</pl-multiple-choice>",
        "<pl-checkbox answers-name=b order=fixed>",
        "</pl-checkbox>",
        '<pl-answer correct="true" feedback="a &amp; é">',
        "<pl-answer>",
        "</pl-answer>",
        "<pl-matching>",
        '<pl-statement match="x">',
        "<pl-option name='x'>",
        '<pl-number-input correct-answer="1.5" label="$x &lt; $"></pl-number-input>',
        '<pl-string-input answers-name="c" label="Where?"/>',
        "<pl-order-blocks>",
        "<pl-answer-panel>",
        "</pl-answer-panel>",
        '<pl-figure file-name="a.png">',
        "<pl-code>x < y</pl-code>",
        "<script>",
        "{{params.x}}",
        "{{#a}}",
        "{{/a}}",
        "{{! note }}",
        "{{!",
        "<!-- c -->",
        "<!--",
        "<td>",
        "</p>",
        '<b class="',
        "a &amp; b\r\n",
        "\U0001f600 text",
    ]
)


@given(st.lists(PIECES, max_size=14))
def test_every_text_knows_its_place(pieces: list[str]) -> None:
    source = " ".join(pieces)
    reading = read(source)
    for question in (item for document in reading.documents for item in document.questions):
        assert 0 <= question.span.start < question.span.end <= len(source)
        shared = [question.stimulus.text] if question.stimulus is not None else []
        written = [answer.text for answer in question.key.written]
        for text in [*question.texts, *written, *shared]:
            assert 0 <= text.span.start < text.span.end <= len(source)
            _check_places(text, source)
    for problem in reading.problems:
        assert 0 <= problem.span.start < problem.span.end <= len(source)


def _check_places(text: Text, source: str) -> None:
    for at, sign in enumerate(text.value):
        start, stop = text.at(at, at + 1)
        written = source[start:stop]
        stands_for = written.startswith(("<pl-", "&", "\r"))
        assert written == sign or stands_for or (start, stop) == text.span or sign == " "


@pytest.mark.parametrize(
    "piece",
    [
        "<pl-answer>",
        "<pl-card>",
        "</pl-card>",
        "<pl-checkbox>",
        "<pl-string-input>x",
        "<pl-code>",
        "{{!",
        "{{#a}}",
        "<!--",
        '<pl-answer correct="',
        "<a '",
        "<td>",
        "{{",
        "<pl-answer a=b c ",
    ],
)
def test_long_nonsense_ends(piece: str) -> None:
    read(choice() + piece * (100_000 // len(piece)))
