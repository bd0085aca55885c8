"""QTI 1.2, 2.1, 2.2 and 3.0."""

import re
from html import escape, unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Quizlint
from quizlint.content import Interaction, KeyState, Question, Reading
from quizlint.content.problems import FormatTrap, Syntax
from quizlint.formats import pick, qti
from quizlint.formats.base import Files
from quizlint.text import Source, Text

CORPORA = Path(__file__).resolve().parents[3] / "shared/corpora"

CANVAS = """\
<?xml version="1.0" encoding="UTF-8"?>
<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">
  <!-- quizlint: ignore[long-stem] -->
  <assessment ident="quiz1" title="Rivers &amp; lakes">
    <section ident="root_section">{items}</section>
  </assessment>
</questestinterop>
"""

ITEM = """
<item ident="{ident}" title="Question">
  <itemmetadata><qtimetadata>
    <qtimetadatafield><fieldlabel>question_type</fieldlabel>
      <fieldentry>{kind}</fieldentry></qtimetadatafield>
    {more}
  </qtimetadata></itemmetadata>
  <presentation><material>
    <mattext texttype="text/html">{stem}</mattext></material>
    {responses}
  </presentation>
  <resprocessing>
    <outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>
    {rules}
  </resprocessing>
  {feedback}
</item>
"""

CURRENT = """\
<?xml version="1.0" encoding="UTF-8"?>
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="river-1"
    title="Rivers" adaptive="false" timeDependent="false" xml:lang="en">
  {declarations}
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
  <itemBody>{body}</itemBody>
  {rest}
</assessmentItem>
"""

MATCHED = '<responseProcessing template="http://example.org/rptemplates/match_correct"/>'

CHOICE = CURRENT.format(
    declarations="""<responseDeclaration identifier="RESPONSE" cardinality="single"
      baseType="identifier"><correctResponse>
    <!-- <value>A</value> -->
    <value> B <!-- the long one --></value>
  </correctResponse></responseDeclaration>""",
    body="""
    <p>Look at the <em>map</em>.</p>
    <choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1">
      <prompt>Which river is <strong>&quot;longest&quot;</strong>?</prompt>
      <simpleChoice identifier="A">the Po</simpleChoice>
      <simpleChoice identifier="B">the <b>Volga</b>
        <feedbackInline outcomeIdentifier="F" identifier="B" showHide="show">Far &amp;
          away.</feedbackInline></simpleChoice>
      <simpleChoice identifier="C"><img src="seine.png" alt=""/></simpleChoice>
      <simpleChoice identifier="D"><img src="loire.png" alt=""/></simpleChoice>
    </choiceInteraction>
    <rubricBlock view="scorer"><p>Two points.</p></rubricBlock>
  """,
    rest=MATCHED
    + """<modalFeedback outcomeIdentifier="F" identifier="A" showHide="show">Italy.</modalFeedback>
  <modalFeedback outcomeIdentifier="F" identifier="SOLUTION" showHide="show">
    <p>It is 3,530 km long.</p></modalFeedback>""",
)


def read(text: str) -> Reading:
    return qti.read(Source("quiz.xml", text), Files())


def questions(text: str) -> tuple[Question, ...]:
    reading = read(text)
    assert reading.problems == ()
    (document,) = reading.documents
    return document.questions


def only(text: str) -> Question:
    (question,) = questions(text)
    return question


def values(texts: "list[Text | None]") -> list[str | None]:
    return [None if text is None else text.plain for text in texts]


def option(ident: str, text: str) -> str:
    return (
        f'<response_label ident="{ident}"><material><mattext texttype="text/plain">{text}'
        "</mattext></material></response_label>"
    )


def listed(ident: str, options: dict[str, str], cardinality: str = "Single", own: str = "") -> str:
    inside = "".join(option(name, text) for name, text in options.items())
    label = f"<material><mattext>{own}</mattext></material>" if own else ""
    return (
        f'<response_lid ident="{ident}" rcardinality="{cardinality}">{label}'
        f"<render_choice>{inside}</render_choice></response_lid>"
    )


def rule(condition: str, points: str = "100", link: str = "") -> str:
    shown = f'<displayfeedback feedbacktype="Response" linkrefid="{link}"/>' if link else ""
    given_ = f'<setvar action="Set" varname="SCORE">{points}</setvar>' if points else ""
    return f"<respcondition><conditionvar>{condition}</conditionvar>{given_}{shown}</respcondition>"


def equal(answer: str, ident: str = "r1", more: str = "") -> str:
    return f'<varequal respident="{ident}"{more}>{answer}</varequal>'


def told(ident: str, text: str) -> str:
    return (
        f'<itemfeedback ident="{ident}"><flow_mat><material><mattext>{text}</mattext></material>'
        "</flow_mat></itemfeedback>"
    )


def legacy(
    kind: str,
    responses: str,
    rules: str,
    stem: str = "&lt;p&gt;Which?&lt;/p&gt;",
    feedback: str = "",
    ident: str = "i1",
    more: str = "",
) -> str:
    return ITEM.format(
        ident=ident,
        kind=kind,
        responses=responses,
        rules=rules,
        stem=stem,
        feedback=feedback,
        more=more,
    )


def canvas(*items: str) -> str:
    return CANVAS.format(items="".join(items))


THREE = {"11": "Inn", "12": "Po", "13": "Sava"}


def test_reads_a_choice_of_canvas() -> None:
    rules = (
        rule("<other/>", "", "general_fb")
        + rule(equal("12"), "", "12_fb")
        + rule(equal("13"), "100", "correct_fb")
    )
    feedback = (
        told("general_fb", "See a map.") + told("12_fb", "Italy.") + told("correct_fb", "Yes")
    )
    stem = "&lt;p&gt;Which &lt;em&gt;flows&lt;/em&gt; &amp;amp; ends in Belgrade?&lt;/p&gt;"
    text = canvas(
        legacy("multiple_choice_question", listed("r1", THREE), rules, stem, feedback, "river")
    )
    question = only(text)
    assert question.interaction is Interaction.CHOICE
    assert question.stem.value == "<p>Which <em>flows</em> &amp; ends in Belgrade?</p>"
    assert question.stem.plain == "Which flows & ends in Belgrade?"
    assert question.id is not None
    assert question.id.value == "river"
    assert values([each.text for each in question.options]) == ["Inn", "Po", "Sava"]
    assert values([each.feedback for each in question.options]) == [None, "Italy.", None]
    assert question.key.indices == (2,)
    assert text[slice(*question.key.written[0].text.span)] == "13"
    assert question.rationale is not None
    assert question.rationale.plain == "See a map."
    assert question.shuffle is None
    assert text[slice(*question.stem.plain_at(6, 11))] == "flows"
    assert text[slice(*question.stem.plain_at(12, 13))] == "&amp;amp;"
    (document,) = read(text).documents
    assert document.title is not None
    assert document.title.value == "Rivers & lakes"
    (comment,) = read(text).comments
    assert "ignore[long-stem]" in text[slice(*comment)]


def test_only_what_must_be_taken_is_right() -> None:
    condition = f"<and>{equal('11')}<not>{equal('12')}</not>{equal('13')}</and>"
    item = legacy("multiple_answers_question", listed("r1", THREE, "Multiple"), rule(condition))
    question = only(canvas(item))
    assert question.interaction is Interaction.MULTIPLE
    assert question.key.indices == (0, 2)
    assert [each.weight for each in question.options] == [None, None, None]


def test_several_rules_add_up() -> None:
    rules = rule(equal("11"), "30") + rule(equal("12"), "-15") + rule(equal("13"), "30")
    item = legacy("multiple_answers_question", listed("r1", THREE, "Multiple"), rules)
    question = only(canvas(item))
    assert question.key.indices == (0, 2)
    assert [each.weight for each in question.options] == [50.0, -25.0, 50.0]


def test_of_a_choice_the_best_answer_is_right() -> None:
    rules = rule(equal("11"), "2") + rule(equal("12"), "1") + rule(equal("13"), "0")
    question = only(canvas(legacy("multiple_choice_question", listed("r1", THREE), rules)))
    assert question.key.indices == (0,)
    assert [each.weight for each in question.options] == [100.0, 50.0, 0.0]


def test_reads_what_canvas_asks_besides() -> None:
    truth = listed("r1", {"1": "True", "2": "False"})
    typed = '<response_str ident="r1"><render_fib{}/></response_str>'
    bounds = '<vargte respident="r1">160</vargte><varlte respident="r1">240</varlte>'
    decimal = typed.format(' fibtype="Decimal"')
    rivers = {"1": "Danube", "2": "Tiber", "3": "Ebro"}
    pairs = listed("a", rivers, own="Vienna") + listed("b", rivers, own="Rome")
    matched = rule(equal("1", "a"), "50") + rule(equal("2", "b"), "50")
    blanks = listed("response_one", {"1": "red", "2": "plaid"}, own="one") + listed(
        "response_two", {"3": "blue", "4": "stripes"}, own="two"
    )
    filled = rule(equal("1", "response_one"), "50") + rule(equal("3", "response_two"), "50")
    slots = "Roses are [one], violets [two] [not a gap]."
    text = canvas(
        legacy("true_false_question", truth, rule(equal("2")), ident="a"),
        legacy("short_answer_question", typed.format(""), rule(equal("Po") + equal("po"))),
        legacy("numerical_question", decimal, rule(f"<or>{equal('200')}<and>{bounds}</and></or>")),
        legacy("numerical_question", decimal, rule(bounds)),
        legacy("matching_question", pairs, matched),
        legacy("multiple_dropdowns_question", blanks, filled, slots),
        legacy("fill_in_multiple_blanks_question", blanks, filled, slots),
        legacy("essay_question", typed.format(""), rule("<other/>", "")),
        legacy("calculated_question", typed.format(""), rule("<other/>"), "Add 1 to [x]."),
        legacy("file_upload_question", "", ""),
    )
    found = questions(text)
    assert [each.interaction.value for each in found] == [
        *("true-false", "text", "numeric", "numeric", "match", "cloze", "cloze", "text"),
        *("numeric", "unsupported"),
    ]
    assert [[w.text.value for w in each.key.written] for each in found] == [
        *(["2"], ["Po", "po"], ["200"], ["160..240"], ["Danube", "Tiber"], ["red", "blue"]),
        *(["red", "plaid", "blue", "stripes"], [], [], []),
    ]
    assert [each.responses[0].tolerance for each in found[2:4]] == [40.0, 40.0]
    assert values([each.text for each in found[4].options]) == ["Vienna", "Rome"]
    assert values([each.text for each in found[4].responses]) == ["Ebro"]
    assert found[5].stem.value == "Roses are _____, violets _____ [not a gap]."
    assert text[slice(*found[5].stem.at(10, 15))] == "[one]"
    assert text[slice(*found[5].stem.at(17, 24))] == "violets"
    assert found[8].dynamic
    assert found[8].key.state is KeyState.COMPUTED
    assert [each.route for each in found] == [f"questions[{at}]" for at in range(10)]


def test_a_passage_is_the_stimulus_of_what_refers_to_it() -> None:
    about = (
        "<qtimetadatafield><fieldlabel>parent_stimulus_item_ident</fieldlabel>"
        "<fieldentry>passage</fieldentry></qtimetadatafield>"
    )
    passage, question = questions(
        canvas(
            legacy("text_only_question", "", "", "The Po is in Italy.", ident="passage"),
            legacy("multiple_choice_question", listed("r1", THREE), rule(equal("12")), more=about),
        )
    )
    assert not passage.scored
    assert question.stimulus is not None
    assert question.stimulus.text.plain == "The Po is in Italy."


def test_things_put_into_categories_are_matched_with_them() -> None:
    things = {"1": "Po", "2": "Como", "3": "Arno", "4": "desert"}
    lists = listed("a", things, "Multiple", "River") + listed("b", things, "Multiple", "Lake")
    rules = rule(equal("1", "a") + equal("3", "a"), "50") + rule(equal("2", "b"), "50")
    question = only(canvas(legacy("categorization_question", lists, rules)))
    assert values([each.text for each in question.options[:3]]) == ["Po", "Como", "Arno"]
    assert [each.text.value for each in question.key.written] == ["River", "Lake", "River"]


def test_words_taken_out_of_a_sentence_are_gaps() -> None:
    words = option("1", "fox") + "<material><mattext> over the </mattext></material>"
    response = f"""<response_lid ident="r1" rcardinality="Ordered"><render_extension>
        <ims_render_object><material><mattext>The </mattext></material>{words}{option("2", "dog")}
        </ims_render_object></render_extension></response_lid>"""
    item = legacy("WCT_JumbledSentence", response, rule(equal("2") + equal("1")), "Fill in:")
    question = only(canvas(item))
    assert question.interaction is Interaction.CLOZE
    assert question.stem.value == "Fill in: The _____ over the _____"
    assert [each.text.value for each in question.key.written] == ["dog", "fox"]


def test_a_text_that_asks_nothing_earns_nothing() -> None:
    bare = "<item><presentation><material><mattext>Good luck!</mattext></material></presentation>"
    text = f"<questestinterop>{bare}</item></questestinterop>"
    assert not only(text).scored
    assert only(text).interaction is Interaction.UNSUPPORTED
    assert not only(CURRENT.format(declarations="", body="<p>Good luck!</p>", rest="")).scored


def test_an_order_is_shown_as_it_is_right() -> None:
    rules = rule(equal("13") + equal("11") + equal("12"))
    question = only(canvas(legacy("", listed("r1", THREE, "Ordered"), rules)))
    assert question.interaction is Interaction.ORDER
    assert values([each.text for each in question.options]) == ["Sava", "Inn", "Po"]
    assert question.key.indices == (0, 1, 2)


def test_reads_blackboard() -> None:
    def block(text: str) -> str:
        return (
            '<flow class="FORMATTED_TEXT_BLOCK"><material><mat_extension><mat_formattedtext>'
            f"{text}</mat_formattedtext></mat_extension></material></flow>"
        )

    def row(ident: str, *ids: str) -> str:
        labels = "".join(f'<response_label ident="{each}"/>' for each in ids)
        return (
            f'<flow class="Block"><response_lid ident="{ident}"><render_choice>{labels}'
            f"</render_choice></response_lid>{block('left ' + ident)}</flow>"
        )

    sides = "".join(f"<flow>{block(each)}</flow>" for each in ("one", "two"))
    right = f'<flow class="RIGHT_MATCH_BLOCK">{sides}</flow>'
    rules = rule(equal("\n  d\n", "x"), "", "correct") + rule(equal("e", "y"), "", "correct")
    text = f"""<questestinterop><item><presentation><flow class="Block">
        <flow class="QUESTION_BLOCK">{block("Match &lt;br/&gt; these.")}</flow>
        <flow class="RESPONSE_BLOCK">{row("x", "c", "d")}{row("y", "e", "f")}</flow>{right}
        </flow></presentation><resprocessing>{rules}</resprocessing></item></questestinterop>"""
    question = only(text)
    assert question.stem.plain == "Match these."
    assert values([each.text for each in question.options]) == ["left x", "left y"]
    assert [each.text.value for each in question.key.written] == ["two", "one"]


def test_text_between_places_to_type_in_has_blanks() -> None:
    def gap(ident: str) -> str:
        return f'<response_str ident="{ident}"><render_fib/></response_str>'

    def words(text: str) -> str:
        return f"<material><mattext>{text}</mattext></material>"

    text = f"""<questestinterop><item ident="x"><presentation>{words("Now is the ")}{gap("a")}
        {words(" of our")}{gap("b")}{words(". Really &amp; truly.")}</presentation><resprocessing>
        {rule(equal("winter", "a") + equal("life", "b"))}</resprocessing></item>
        </questestinterop>"""
    question = only(text)
    assert question.interaction is Interaction.CLOZE
    assert question.stem.value == "Now is the _____ of our _____. Really & truly."
    assert text[slice(*question.stem.at(17, 23))] == "of our"
    assert text[slice(*question.stem.at(11, 16))] == '<response_str ident="a">'
    assert text[slice(*question.stem.at(38, 39))] == "&amp;"
    assert [each.text.value for each in question.key.written] == ["winter", "life"]


def test_pictures_are_no_empty_options() -> None:
    labels = "".join(
        f'<response_label ident="{each}"><material><matimage uri="{each}.png"/></material>'
        "</response_label>"
        for each in "ab"
    )
    lists = f'<response_lid ident="r1"><render_choice>{labels}</render_choice></response_lid>'
    question = only(canvas(legacy("multiple_choice_question", lists, rule(equal("b")))))
    assert all(each.text for each in question.options)
    assert question.options[0].text.value != question.options[1].text.value
    assert all(each.text.prose.has_media for each in question.options)


def test_without_any_marking_it_is_a_survey() -> None:
    item = legacy("", listed("r1", THREE), "")
    bare = re.sub(r"<resprocessing>.*</resprocessing>", "", item, flags=re.DOTALL)
    assert not only(canvas(bare)).scored
    points = "<qtimetadatafield><fieldlabel>points_possible</fieldlabel><fieldentry>1</fieldentry>"
    asked = legacy("", listed("r1", THREE), "", more=points + "</qtimetadatafield>")
    assert only(canvas(asked)).scored
    assert only(canvas(asked)).key.state is KeyState.ABSENT


def test_reads_a_choice() -> None:
    question = only(CHOICE)
    assert question.interaction is Interaction.CHOICE
    assert question.stem.plain == 'Which river is "longest"?'
    assert question.stimulus is not None
    assert question.stimulus.text.plain == "Look at the map."
    assert values([each.text for each in question.options[:2]]) == ["the Po", "the Volga"]
    assert [each.text.value for each in question.options[2:]] == [
        *('<img src="seine.png" alt=""/>', '<img src="loire.png" alt=""/>')
    ]
    assert values([each.feedback for each in question.options]) == [
        *("Italy.", "Far & away.", None, None)
    ]
    assert question.key.indices == (1,)
    assert [each.text.value for each in question.key.written] == ["B"]
    assert question.rationale is not None
    assert question.rationale.plain == "It is 3,530 km long."
    assert question.shuffle is True
    assert question.id is not None
    assert question.id.value == "river-1"
    assert CHOICE[slice(*question.options[1].text.plain_at(4, 9))] == "Volga"
    assert CHOICE[slice(*question.stem.plain_at(15, 16))] == "&quot;"
    (document,) = read(CHOICE).documents
    assert [
        document.title and document.title.value,
        document.language and document.language.value,
    ] == [*("Rivers", "en")]


def kebab(text: str) -> str:
    """The same item as QTI 3.0 writes it."""

    def name(found: re.Match[str]) -> str:
        hyphened = re.sub(r"[A-Z]", lambda hump: "-" + hump[0].lower(), found[2])
        special = found[2] != found[2].lower() or found[2] in ("prompt", "value", "gap", "hottext")
        return found[1] + ("qti-" if special else "") + hyphened

    def attribute(found: re.Match[str]) -> str:
        return re.sub(r"[A-Z]", lambda hump: "-" + hump[0].lower(), found[0])

    text = re.sub(r"(</?)([A-Za-z]+)", name, text)
    return re.sub(r"(?<=\s)[a-z]+[A-Z]\w*(?==\")", attribute, text)


BODY = """<p>Too many <inlineChoiceInteraction responseIdentifier="R1" shuffle="false">
  <inlineChoice identifier="a">cooks</inlineChoice><inlineChoice identifier="b">hands</inlineChoice>
  </inlineChoiceInteraction> spoil the <textEntryInteraction responseIdentifier="R2"/>.</p>"""

DECLARED = """<responseDeclaration identifier="R1" cardinality="single" baseType="identifier">
  <correctResponse><value>a</value></correctResponse></responseDeclaration>
  <responseDeclaration identifier="R2" cardinality="single" baseType="string"><correctResponse>
  <value>broth</value></correctResponse><mapping defaultValue="0"><mapEntry mapKey="broth"
  mappedValue="1"/><mapEntry mapKey="soup" mappedValue="0.5"/><mapEntry mapKey="bread"
  mappedValue="0"/></mapping></responseDeclaration>"""

CLOZE = CURRENT.format(declarations=DECLARED, body=BODY, rest=MATCHED)


@pytest.mark.parametrize("text", [CHOICE, CLOZE])
def test_version_three_says_the_same_in_other_names(text: str) -> None:
    old, new = only(text), only(kebab(text))
    assert new.interaction is old.interaction
    assert new.key.indices == old.key.indices
    assert new.shuffle == old.shuffle
    assert [each.value for each in new.texts] == [each.value for each in old.texts]
    assert [each.text.value for each in new.key.written] == [
        each.text.value for each in old.key.written
    ]


def test_gaps_in_a_text() -> None:
    question = only(CLOZE)
    assert question.interaction is Interaction.CLOZE
    assert question.stem.plain == "Too many _____ spoil the _____."
    assert [each.text.value for each in question.key.written] == ["cooks", "broth", "soup"]
    assert CLOZE[slice(*question.stem.plain_at(15, 20))] == "spoil"
    gap = CLOZE[slice(*question.stem.plain_at(25, 30))]
    assert gap == '<textEntryInteraction responseIdentifier="R2"/>'


def current(
    body: str,
    right: str = "",
    cardinality: str = "single",
    base: str = "identifier",
    rest: str = MATCHED,
) -> str:
    declared = (
        f'<responseDeclaration identifier="R" cardinality="{cardinality}" baseType="{base}">'
        f"{right}</responseDeclaration>"
    )
    return CURRENT.format(declarations=declared, body=body, rest=rest)


def correct(*answers: str) -> str:
    inside = "".join(f"<value>{each}</value>" for each in answers)
    return f"<correctResponse>{inside}</correctResponse>"


def choice(
    more: str = 'maxChoices="1"', ids: str = "ABC", element: str = "choiceInteraction"
) -> str:
    inside = "".join(
        f'<simpleChoice identifier="{each}">word {each}</simpleChoice>' for each in ids
    )
    return f'<{element} responseIdentifier="R" {more}><prompt>Which?</prompt>{inside}</{element}>'


def test_a_mapping_says_what_is_right_and_what_it_earns() -> None:
    mapping = """<mapping lowerBound="0" defaultValue="-1"><mapEntry mapKey="A" mappedValue="2"/>
      <mapEntry mapKey="C" mappedValue="2"/></mapping>"""
    question = only(current(choice('maxChoices="0" shuffle="true"'), mapping, "multiple"))
    assert question.interaction is Interaction.MULTIPLE
    assert question.key.indices == (0, 2)
    assert [each.weight for each in question.options] == [50.0, -25.0, 50.0]


def pair(name: str, *sets: str) -> str:
    def members(ids: str) -> str:
        return "".join(
            f'<simpleAssociableChoice identifier="{each}">word {each}</simpleAssociableChoice>'
            for each in ids
        )

    inside = "".join(f"<simpleMatchSet>{members(each)}</simpleMatchSet>" for each in sets)
    if len(sets) == 1:
        inside = members(sets[0])
    return f'<{name} responseIdentifier="R"><prompt>Match.</prompt>{inside}</{name}>'


@pytest.mark.parametrize(
    ("body", "right", "lefts", "rights", "lures"),
    [
        (pair("matchInteraction", "AB", "XYZ"), ["B X", "A Z"], "AB", "ZX", "Y"),
        (pair("matchInteraction", "AB", "XYZ"), ["A X", "B X"], "AB", "XX", "YZ"),
        (pair("matchInteraction", "AB", "XYZ"), ["A X", "A Y", "B Z"], "XYZ", "AAB", ""),
        (pair("associateInteraction", "ABCDE"), ["D A", "B C"], "DB", "AC", "E"),
    ],
)
def test_reads_pairs(body: str, right: list[str], lefts: str, rights: str, lures: str) -> None:
    question = only(current(body, correct(*right), "multiple", "directedPair"))
    assert question.interaction is Interaction.MATCH
    assert "".join(each.text.value[-1] for each in question.options) == lefts
    assert "".join(each.text.value[-1] for each in question.key.written) == rights
    assert "".join(each.text.value[-1] for each in question.responses) == lures


def test_many_to_many_is_nothing_that_can_be_judged() -> None:
    body = pair("matchInteraction", "AB", "XY")
    question = only(current(body, correct("A X", "A Y", "B X"), "multiple", "directedPair"))
    assert question.interaction is Interaction.UNSUPPORTED
    assert question.stem.plain == "Match."


def test_reads_an_order() -> None:
    body = choice('shuffle="true"', element="orderInteraction")
    question = only(current(body, correct("C", "A", "B"), "ordered"))
    assert values([each.text for each in question.options]) == ["word C", "word A", "word B"]
    assert question.key.indices == (0, 1, 2)


def test_words_for_gaps() -> None:
    body = """<gapMatchInteraction responseIdentifier="R"><gapText identifier="W">winter</gapText>
      <gapText identifier="S">summer</gapText><p>Now is the <gap identifier="G"/>.</p>
      </gapMatchInteraction>"""
    question = only(current(body, correct("W G"), "multiple", "directedPair"))
    assert question.interaction is Interaction.CLOZE
    assert question.stem.plain == "Now is the _____."
    assert [each.text.value for each in question.key.written] == ["winter"]


@pytest.mark.parametrize(
    ("equality", "tolerance"),
    [
        ('<equal toleranceMode="relative" tolerance="5 5">', 0.25),
        ('<equal toleranceMode="absolute" tolerance="0.1 0.2">', 0.2),
        ('<equal toleranceMode="exact">', 0.0),
        (None, None),
    ],
)
def test_a_number_may_be_off(equality: str | None, tolerance: float | None) -> None:
    rest = MATCHED
    if equality is not None:
        rest = f"""<responseProcessing><responseCondition><responseIf>{equality}
          <variable identifier="R"/><correct identifier="R"/></equal></responseIf>
          </responseCondition></responseProcessing>"""
    body = '<p>It is <textEntryInteraction responseIdentifier="R"/> km.</p>'
    question = only(current(body, correct("5.0"), base="float", rest=rest))
    assert question.interaction is Interaction.NUMERIC
    assert question.responses[0].tolerance == tolerance
    assert question.stem.plain == "It is _____ km."


@pytest.mark.parametrize(
    ("rest", "state", "scored"),
    [
        (MATCHED, KeyState.ABSENT, True),
        ("", KeyState.ABSENT, False),
        ("<responseProcessing><setOutcomeValue/></responseProcessing>", KeyState.COMPUTED, True),
        ("<templateProcessing/>", KeyState.COMPUTED, True),
    ],
)
def test_who_says_what_is_right(rest: str, state: KeyState, scored: bool) -> None:
    question = only(current(choice(), rest=rest))
    assert (question.key.state, question.scored) == (state, scored)
    assert question.dynamic is ("templateProcessing" in rest)


def test_a_body_that_asks_several_questions() -> None:
    body = f"<p>All are words.</p>{choice()}<p>It is {BODY[3:-4]}</p><div>{choice()}</div>"
    first, gaps, last = questions(current(body, correct("B")))
    assert first.stimulus is not None
    assert first.stimulus.text.plain == "All are words."
    assert gaps.interaction is Interaction.CLOZE
    assert gaps.stem.plain == "It is Too many _____ spoil the _____."
    assert [first.id is None, gaps.id is None, last.id is None] == [False, True, True]
    assert [each.route for each in (first, gaps, last)] == [f"questions[{at}]" for at in range(3)]


def test_prefixes_are_no_part_of_a_text() -> None:
    text = """<q:assessmentItem xmlns:q="http://www.imsglobal.org/xsd/imsqti_v2p2" identifier="x"
      xmlns:m="http://www.w3.org/1998/Math/MathML"><q:itemBody><q:p>Find <m:math><m:mi>x</m:mi>
      </m:math> <q:ruby>a<q:rt>b</q:rt></q:ruby>.</q:p></q:itemBody></q:assessmentItem>"""
    question = only(text)
    assert "<math><mi>x</mi>" in question.stem.value
    assert question.stem.value.startswith("<p>Find")
    assert question.stem.value.endswith("</math> a.</p>")


def test_what_appears_late_may_be_all_there_is_to_choose() -> None:
    body = choice().replace(
        "word A", '<feedbackInline identifier="x" outcomeIdentifier="F">Red door</feedbackInline>'
    )
    question = only(current(body, correct("A")))
    assert question.options[0].text.plain == "Red door"
    assert question.options[0].feedback is None


def test_more_are_right_than_can_be_chosen() -> None:
    text = current(choice('maxChoices="2"'), correct("A", "B", "C"), "multiple")
    (problem,) = read(text).problems
    assert isinstance(problem, FormatTrap)
    assert text[slice(*problem.span)] == '"2"'
    assert problem.fixed == '"3"'
    assert (
        read(current(choice('maxChoices="3"'), correct("A", "B", "C"), "multiple")).problems == ()
    )


def test_what_the_key_names_is_checked(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "unknown.xml").write_text(current(choice(), correct("D")), "utf-8")
    (tmp_path / "several.xml").write_text(current(choice(), correct("A", "C")), "utf-8")
    (tmp_path / "none.xml").write_text(current(choice()), "utf-8")
    (tmp_path / "survey.xml").write_text(current(choice(), rest=""), "utf-8")
    ran = quizlint(
        "check", ".", "--format", "concise", "--select", "KEY001,KEY002,KEY003,KEY004,STR"
    )
    found = re.findall(r"^(\w+)\.xml:\d+:\d+: \w+ (\w+)", ran.out, re.MULTILINE)
    assert sorted(found) == [("none", "KEY001"), ("several", "KEY004"), ("unknown", "KEY003")]


def test_a_broken_item_costs_no_other() -> None:
    item = legacy("multiple_choice_question", listed("r1", THREE), rule(equal("12")))
    text = canvas(item, item.replace("</presentation>", ""), item.replace("i1", "i2"))
    reading = read(text)
    assert [type(problem) for problem in reading.problems] == [Syntax]
    (document,) = reading.documents
    assert [each.id and each.id.value for each in document.questions] == ["i1", "i2"]


def test_a_test_may_hold_its_items_or_only_name_them() -> None:
    inside = re.sub(r"<\?xml.*?\?>", "", CHOICE)
    both = (
        f'<assessmentTest title="T">{inside}{inside.replace("river-1", "river-2")}</assessmentTest>'
    )
    assert [each.name for each in questions(both)] == ["river-1", "river-2"]
    names = '<assessmentTest title="T"><assessmentItemRef href="a.xml"/></assessmentTest>'
    assert read(names).skipped is not None


@pytest.mark.parametrize(
    "text",
    [
        '<manifest identifier="m"><organizations><item><item/></item></organizations></manifest>',
        '<quiz identifier="q" xmlns="http://canvas.instructure.com/xsd/cccv1p0"><title/></quiz>',
        "<qti-assessment-stimulus><qti-stimulus-body/></qti-assessment-stimulus>",
        '<questestinterop><section><bankentry_item item_ref="x"/></section></questestinterop>',
        "<assessmentResult/>",
    ],
)
def test_files_of_packages_without_questions_are_skipped(text: str) -> None:
    found = pick("a.xml", text)
    assert found is not None
    reading = found.read(Source("a.xml", text), Files())
    assert reading.skipped is not None
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (CHOICE, "qti"),
        (kebab(CHOICE), "qti"),
        (CANVAS, "qti"),
        ('<imsqti:assessmentItem xmlns:imsqti="x">', "qti"),
        ('<?xml version="1.0"?>\n<!-- QTI ' + "*" * 5000, "qti"),
        ('<?xml version="1.0"?>\n<!-- licence ' + "*" * 5000, None),
        ('<quiz>\n<question type="x">', "moodle"),
        ("<problem>", "olx"),
        ("<project><item/></project>", None),
    ],
)
def test_is_told_apart_by_the_outermost_element(head: str, name: str | None) -> None:
    found = pick("a.xml", head[:4096])
    assert (None if found is None else found.name) == name


WORDS = st.text(st.sampled_from("ab <>&\"'é😀\n[]"), min_size=1, max_size=20)


@given(WORDS, WORDS, st.booleans())
def test_a_place_in_escaped_html_is_what_spells_it(before: str, after: str, quoted: bool) -> None:
    stem = f"x{escape(before, quoted)} [one] {escape(after, quoted)}y"
    lists = listed("response_one", THREE) + listed("response_two", THREE)
    text = canvas(legacy("multiple_dropdowns_question", lists, rule(equal("11")), stem))
    (document,) = read(text).documents
    value = document.questions[0].stem
    assert value.value == f"x{before} _____ {after}y"
    for at, char in enumerate(value.value):
        written = text[slice(*value.at(at, at + 1))]
        assert written == "[one]" if char == "_" else unescape(written) == char


@given(WORDS, WORDS)
def test_a_place_in_a_body_is_what_spells_it(before: str, after: str) -> None:
    entry = '<textEntryInteraction responseIdentifier="R"/>'
    told_later = '<feedbackInline identifier="x">no</feedbackInline>'
    body = f"<p>x{escape(before)}{told_later}{entry}{escape(after)}y</p>"
    text = current(body, correct("a"), base="string")
    value = only(text).stem
    shown = f"<p>x{escape(before, False)}_____{escape(after, False)}y</p>"
    assert unescape(value.value) == unescape(shown)
    for at, char in enumerate(value.value):
        written = text[slice(*value.at(at, at + 1))]
        assert written == entry if char == "_" else unescape(written) == char


WHOLE = canvas(
    legacy(
        "multiple_choice_question",
        listed("r1", THREE),
        rule(equal("12"), link="12_fb"),
        feedback=told("12_fb", "x"),
    ),
    legacy(
        "matching_question",
        listed("a", THREE, own="L") + listed("b", THREE, own="M"),
        rule(equal("11", "a")),
    ),
)


@given(
    st.sampled_from([WHOLE, CHOICE, CLOZE, kebab(CHOICE)]),
    st.integers(0, len(WHOLE)),
    st.integers(0, 60),
    st.text("<>&;\"'=/q!-[]\x00é", max_size=6),
)
def test_any_damage_is_read(text: str, at: int, length: int, instead: str) -> None:
    text = text[:at] + instead + text[at + length :]
    for document in read(text).documents:
        for question in document.questions:
            for leaf in question.texts:
                if leaf.value:
                    start, end = leaf.at(0, len(leaf.value))
                    assert 0 <= start <= end <= len(text)


def test_loses_no_item_of_real_files() -> None:
    """Counts the items of the corpora outside the repository on its own."""
    files = [
        *CORPORA.joinpath("qti12-21-canvas").rglob("*.xml"),
        *CORPORA.joinpath("qti22-30").rglob("*.xml"),
    ]
    if not files:
        pytest.skip("the corpora are not here")
    item = re.compile(r"<(?:item|assessmentItem|qti-assessment-item)[\s>]")
    for file in files:
        source = Source.from_bytes(file.name, file.read_bytes())
        bare = re.sub(r"<!--.*?-->", "", source.text, flags=re.DOTALL)
        if "<manifest" in bare or "manifest " in bare[:500]:
            continue
        found = pick(file.name, source.text[:4096])
        expected = len(item.findall(bare))
        if found is None:
            assert expected == 0, file
            continue
        reading = found.read(source, Files())
        count = sum(len(document.items) for document in reading.documents)
        assert count >= expected or reading.problems, file


def test_an_item_without_points_may_say_what_is_right() -> None:
    def condition(answer: str, said: str) -> str:
        return (
            f"<respcondition{said}><conditionvar><varequal respident='r'>{answer}</varequal>"
            "</conditionvar><setvar action='Set' varname='SCORE'>0</setvar></respcondition>"
        )

    labels = "".join(
        f"<response_label ident='{name}'><material><mattext>{name}</mattext></material>"
        "</response_label>"
        for name in ("one", "two")
    )
    text = (
        "<questestinterop><item ident='i'><presentation><material><mattext>Which?</mattext>"
        f"</material><response_lid ident='r'><render_choice>{labels}</render_choice></response_lid>"
        f"</presentation><resprocessing>{condition('one', '')}"
        + condition("two", " correctanswer='Yes'")
        + "</resprocessing></item></questestinterop>"
    )
    reading = qti.read(Source("q.xml", text), Files())
    assert reading.documents[0].questions[0].key.indices == (1,)
