"""Open edX problems."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.content import Interaction, KeyState, Problem, Question, Reading
from quizlint.content.problems import KeyPlace, KeysDisagree, MissingField, NothingToCheck, Syntax
from quizlint.formats import olx
from quizlint.formats.base import Files
from quizlint.text import Source

CORPUS = Path(__file__).resolve().parents[3] / "shared/corpora/olx"

CHOICE = """\
<problem display_name="Rivers">
  <p>Look at the <em>map</em>.</p>
  <multiplechoiceresponse>
    <label>Which river is &quot;longest&quot;?</label>
    <description>Choose one.</description>
    <choicegroup type="MultipleChoice" shuffle="true">
      <choice correct="false">A. the Po <choicehint>It is in Italy.</choicehint></choice>
      <choice correct="true">B. the <b>Volga</b>
        <choicehint label="Yes">Far &amp; away.</choicehint>
      </choice>
    </choicegroup>
    <solution><div class="detailed-solution"><p>Explanation</p><p>3,530 km.</p></div></solution>
  </multiplechoiceresponse>
  <demandhint><hint>It ends in the Caspian.</hint></demandhint>
</problem>
"""

BOXES = """\
<problem markdown="{markdown}">
<choiceresponse>
  <label>Which are lakes?</label>
  <checkboxgroup>
    <choice correct="true">Garda<choicehint selected="true">Deep.</choicehint>
      <choicehint selected="false">It is one.</choicehint></choice>
    <choice correct="false">Rhine<choicehint selected="false">Right.</choicehint></choice>
    <choice correct="true">Como</choice>
  </checkboxgroup>
</choiceresponse>
</problem>
"""


def read(text: str) -> Reading:
    return olx.read(Source("problem.xml", text), Files())


def questions(text: str) -> tuple[Question, ...]:
    reading = read(text)
    assert reading.problems == ()
    (document,) = reading.documents
    return document.questions


def only(text: str) -> Question:
    (question,) = questions(text)
    return question


def test_reads_a_choice_with_its_hints() -> None:
    question = only(CHOICE)
    assert question.interaction is Interaction.CHOICE
    assert question.stem.value == 'Which river is "longest"? Choose one.'
    assert question.stimulus is not None
    assert question.stimulus.text.plain == "Look at the map."
    assert [option.text.plain for option in question.options] == ["the Po", "the Volga"]
    assert [option.label and option.label.value for option in question.options] == ["A", "B"]
    told = [option.feedback.plain for option in question.options if option.feedback is not None]
    assert told == ["It is in Italy.", "Far & away."]
    assert question.key.indices == (1,)
    assert question.shuffle is True
    assert question.rationale is not None
    assert question.rationale.plain == "3,530 km."
    volga = question.options[1].text
    assert CHOICE[slice(*volga.plain_at(4, 9))] == "Volga"
    assert CHOICE[slice(*question.stem.at(15, 16))] == "&quot;"
    (document,) = read(CHOICE).documents
    assert document.title is not None
    assert document.title.value == "Rivers"


def test_of_hints_in_a_list_of_boxes_that_for_a_ticked_box_counts() -> None:
    question = only(BOXES.format(markdown="null"))
    assert question.interaction is Interaction.MULTIPLE
    assert question.key.indices == (0, 2)
    assert [option.text.value for option in question.options] == ["Garda", "Rhine", "Como"]
    told = [option.feedback and option.feedback.value for option in question.options]
    assert told == ["Deep.", None, None]


@pytest.mark.parametrize(
    "entry",
    [
        """<optioninput options="('the Po','l\\'Adda', 'Inn')" correct="Inn"/>""",
        """<optioninput options="('the Po',&quot;l'Adda&quot;,'Inn')" correct="Inn" inline="1"/>""",
        """<optioninput><option correct="False">the Po</option>
        <option correct="False">l'Adda</option>
        <option correct="True">Inn <optionhint>Yes.</optionhint></option></optioninput>""",
    ],
)
def test_reads_a_drop_down_list_in_either_spelling(entry: str) -> None:
    text = f"<problem><optionresponse><p>Which is in Tyrol?</p>{entry}</optionresponse></problem>"
    question = only(text)
    assert question.stem.plain == "Which is in Tyrol?"
    texts = [option.text.value.replace("\\", "") for option in question.options]
    assert texts == ["the Po", "l'Adda", "Inn"]
    assert question.key.indices == (2,)
    assert text[slice(*question.options[2].text.at(0, 3))] == "Inn"


def test_a_key_that_is_no_option_names_none() -> None:
    question = only(
        "<problem><p>Which?</p><optionresponse>"
        "<optioninput options=\"('a','b')\" correct=\"c\"/></optionresponse></problem>"
    )
    assert question.key.state is KeyState.PRESENT
    assert question.key.indices == ()
    assert [each.text.value for each in question.key.written] == ["c"]


def test_reads_what_is_typed() -> None:
    word, number = questions(
        """<problem><p>Name the lake.</p>
        <stringresponse answer="Como" type="ci"><additional_answer answer="Lario"/>
          <textline size="20"/></stringresponse>
        <p>How deep is it, in m?</p>
        <numericalresponse answer="425"><responseparam type="tolerance" default="5"/>
          <formulaequationinput/></numericalresponse></problem>"""
    )
    assert (word.interaction, number.interaction) == (Interaction.TEXT, Interaction.NUMERIC)
    assert (word.stem.plain, number.stem.plain) == ("Name the lake.", "How deep is it, in m?")
    assert [each.text.value for each in word.key.written] == ["Como", "Lario"]
    assert [each.text.value for each in number.key.written] == ["425"]
    assert (word.route, number.route) == ("questions[0]", "questions[1]")


def test_a_question_without_words_of_its_own_shares_those_before() -> None:
    parts = "<numericalresponse answer='1'/><numericalresponse answer='2'/>"
    first, second = questions(f"<problem><p>Give both roots.</p>{parts}</problem>")
    assert first.stem.plain == second.stem.plain == "Give both roots."


def test_a_dollar_is_no_variable_where_there_is_no_program() -> None:
    question = only("<problem><p>How dear?</p><stringresponse answer='$x'/></problem>")
    assert not question.dynamic
    assert question.key.state is KeyState.PRESENT
    assert [each.text.value for each in question.key.written] == ["$x"]


def test_a_solution_behind_the_only_question_is_its_rationale() -> None:
    solution = "<solution><p>Answer:</p> It is <b>four</b>.</solution>"
    part = "<numericalresponse answer='4'/>"
    alone = only(f"<problem><p>2 + 2?</p>{part}{solution}</problem>")
    assert alone.rationale is not None
    assert alone.rationale.value == "It is <b>four</b>."
    several = questions(f"<problem><p>2 + 2?</p>{part}{part}{solution}</problem>")
    assert [each.rationale for each in several] == [None, None]


def test_what_a_program_draws_or_marks_is_dynamic() -> None:
    drawn, static = questions(
        """<problem><script>x = random.randint(1, 9) # $y</script>
        <p>What is $x + 1?</p><numericalresponse answer="$z"/>
        <multiplechoiceresponse><label>Which is even?</label><choicegroup>
          <choice correct="true">2</choice><choice correct="false">3</choice>
        </choicegroup></multiplechoiceresponse></problem>"""
    )
    assert (drawn.dynamic, drawn.key.state) == (True, KeyState.COMPUTED)
    assert (static.dynamic, static.key.indices) == (False, (0,))
    marked = only("<problem><p>Fold it.</p><customresponse cfn='f'><x/></customresponse></problem>")
    assert marked.interaction is Interaction.UNSUPPORTED
    assert marked.dynamic
    assert marked.stem.plain == "Fold it."


SHORTHAND = (
    "&gt;&gt;Which are lakes?&lt;&lt;&#10;&#10;"
    "[{0}] Garda {{{{selected: (x) deep}}}}&#10;[{1}] Rhine&#10;[{2}] Como&#10;"
    "[explanation]&#10;[x] not this&#10;[explanation]"
)


@pytest.mark.parametrize(
    ("flags", "there"),
    [("x x", None), ("X *", None), ("xx ", "A, B"), (" x ", "B"), ("   ", None)],
)
def test_the_shorthand_may_state_another_key(flags: str, there: str | None) -> None:
    text = BOXES.format(markdown=SHORTHAND.format(*flags))
    problems = read(text).problems
    if there is None:
        assert problems == ()
    else:
        (problem,) = problems
        assert isinstance(problem, KeysDisagree)
        assert (problem.here, problem.there) == ("A, C", there)
        assert problem.place is KeyPlace.MARKDOWN_ATTRIBUTE
        assert text[slice(*problem.span)].startswith('<choice correct="true">Garda')


LIST = "<optionresponse><optioninput options=\"('a','b')\" correct='a'/></optionresponse>"
MORE = "<additional_answer>b</additional_answer>"


@pytest.mark.parametrize(
    ("response", "line", "agrees"),
    [
        ("<numericalresponse answer='3.0'/>", "= 3 +- .1", True),
        ("<numericalresponse answer='3.0'/>", "= 4", False),
        ("<stringresponse answer='a b'/>", "= A  b", True),
        ("<stringresponse answer='a'/>", "= a&#10;or= b", False),
        (f"<stringresponse answer='a'>{MORE}</stringresponse>", "= a&#10;or= b&#10;not= c", True),
        (LIST, "[[(a), b]]", True),
        (LIST, "[[&#10;a {{no}}&#10;(b) {{yes}}&#10;]]", False),
        (LIST + LIST, "[[(a), b]]&#10;[[(a), b]]", True),
        (LIST + LIST, "[[(a), b]]&#10;[[a, (b)]]", False),
        (LIST + "<numericalresponse answer='1'/>", "[[(a), b]]&#10;= 2", False),
        ("<stringresponse answer='a'/>", "( ) a&#10;(x) b", True),  # another question: who knows
        ("<stringresponse answer='a'/>", "= b&#10;&#10;= a", True),
    ],
)
def test_every_kind_of_shorthand_is_compared(response: str, line: str, agrees: bool) -> None:
    text = (
        f'<problem markdown="&gt;&gt;Which?&lt;&lt;&#10;{line}"><p>Which?</p>{response}</problem>'
    )
    kinds = [type(problem) for problem in read(text).problems]
    assert kinds == ([] if agrees else [KeysDisagree])


def test_a_course_in_one_file_loses_only_the_broken_problem() -> None:
    good = CHOICE.replace("<problem", '<problem url_name="x1"')
    bad = CHOICE.replace("</label>", "")
    text = f"<course><vertical>{good}{bad}</vertical><vertical>{CHOICE}</vertical></course>"
    reading = read(text)
    assert [type(problem) for problem in reading.problems] == [Syntax]
    (document,) = reading.documents
    assert [item.name for item in document.items] == ["x1", "Rivers"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<problem url_name='x'/>", None),
        ("<course url_name='x' org='y'/>", None),
        ("<problem><p>Only words.</p></problem>", NothingToCheck),
        ("<problem><p>cut", Syntax),
        ("<problem><stringresponse answer='a'/></problem>", MissingField),
    ],
)
def test_files_without_a_question(text: str, kind: type[Problem] | None) -> None:
    reading = read(text)
    assert (reading.skipped is not None) is (kind is None)
    assert [type(problem) for problem in reading.problems] == ([] if kind is None else [kind])


@given(st.sampled_from([CHOICE, BOXES]), st.data())
def test_line_ends_and_emoji_change_no_value_and_no_place(text: str, data: st.DataObject) -> None:
    text = text.replace("Which", "Which 😀").replace("null", "é")
    other = text.replace("\n", "\r\n")
    for ours, theirs in zip(questions(text), questions(other), strict=True):
        for one, two in zip(ours.texts, theirs.texts, strict=True):
            assert one.value == two.value
            at = data.draw(st.integers(0, len(one.value) - 1))
            here, there = text[slice(*one.at(at, at + 1))], other[slice(*two.at(at, at + 1))]
            assert here == there.replace("\r\n", "\n")


@given(
    st.sampled_from([CHOICE, BOXES.format(markdown=SHORTHAND.format(*"x x"))]),
    st.integers(0, 900),
    st.integers(0, 40),
    st.text("<>&;\"'=/q!-[](){}$\x00é", max_size=6),
)
def test_any_damage_is_read(text: str, at: int, length: int, instead: str) -> None:
    text = text[:at] + instead + text[at + length :]
    reading = read(text)
    for document in reading.documents:
        for question in document.questions:
            for leaf in question.texts:
                if leaf.value:
                    start, end = leaf.at(0, len(leaf.value))
                    assert 0 <= start < end <= len(text)
    for problem in reading.problems:
        assert 0 <= problem.span.start < problem.span.end <= len(text)


@pytest.mark.parametrize(
    "many",
    [
        "<stringresponse answer='a'/>",
        "<p>a</p><script>x</script>",
        "<multiplechoiceresponse><choicegroup><choice/></choicegroup></multiplechoiceresponse>",
    ],
)
def test_a_long_problem_is_read_in_bounded_time(many: str) -> None:
    reading = read("<problem><p>Which?</p>" + many * 10_000 + "</problem>")
    assert reading.documents or reading.problems


@pytest.mark.parametrize(
    ("answer", "param", "tolerance"),
    [
        ("425", '<responseparam type="tolerance" default="5"/>', 5.0),
        ("200", '<responseparam type="tolerance" default="2%"/>', 4.0),
        ("200", '<responseparam type="tolerance" default="a bit"/>', None),
        ("1/3", '<responseparam type="tolerance" default="1%"/>', None),
        ("200", "", None),
        ("[1, 5)", "", 2.0),
        ("$x", '<responseparam type="tolerance" default="0.1"/>', 0.1),
    ],
)
def test_reads_how_far_a_number_may_be_off(
    answer: str, param: str, tolerance: float | None
) -> None:
    text = f"""<problem><p>How deep?</p><numericalresponse answer="{answer}">{param}
        <formulaequationinput/></numericalresponse></problem>"""
    (response,) = only(text).responses
    assert (response.text.value, response.correct) == (answer, True)
    assert response.tolerance == tolerance


def test_many_hints_are_read_in_bounded_time() -> None:
    hints = "<choicehint>x</choicehint>" * 20_000
    text = CHOICE.replace("<choicehint>It is in Italy.</choicehint>", hints)
    assert only(text).options[0].text.plain == "the Po"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the collection of real files is not here")
def test_real_files_lose_no_question() -> None:
    paths = sorted(CORPUS.rglob("*.xml"))
    for path in paths:
        only(Source.from_bytes(path.name, path.read_bytes()).text)
    assert len(paths) == 10
