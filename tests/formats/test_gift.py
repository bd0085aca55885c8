"""GIFT, read as Moodle reads it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.content import Interaction, Item, KeyState, Question, Reading
from quizlint.content.problems import NothingToCheck, WrongType
from quizlint.formats import gift, pick
from quizlint.formats.base import Files
from quizlint.text import Source, Text
from telling import words

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpora" / "gift" / "tests" / "questions"


def read(text: str, name: str = "a.gift") -> Reading:
    return gift.read(Source(name, text), Files())


def questions(text: str) -> list[Question]:
    return [question for document in read(text).documents for question in document.questions]


def one(text: str) -> Question:
    (question,) = questions(text)
    return question


def values(texts: Iterator[Text | None]) -> list[str | None]:
    return [None if text is None else text.value for text in texts]


def messages(text: str) -> list[str]:
    return [words(problem) for problem in read(text).problems]


def test_a_choice_has_one_key_behind_the_equals_sign() -> None:
    question = one("::Lock::Which gate opens first? {=the upper#Yes. ~the lower ~%50%none#No.}")
    assert question.interaction is Interaction.CHOICE
    assert question.id is not None
    assert question.id.value == "Lock"
    assert question.stem.value == "Which gate opens first?"
    assert values(o.text for o in question.options) == ["the upper", "the lower", "none"]
    assert [o.correct for o in question.options] == [True, False, False]
    assert [o.weight for o in question.options] == [None, None, 50.0]
    assert values(o.feedback for o in question.options) == ["Yes.", None, "No."]
    assert question.key.indices == (0,)


@pytest.mark.parametrize(
    ("written", "tolerance"),
    [("3", None), ("3:2", 2.0), ("3.5:0", 0.0), ("1..5", 2.0), ("*", None)],
)
def test_a_number_may_be_off(written: str, tolerance: float | None) -> None:
    (response,) = one(f"How many? {{#{written}}}").responses
    assert (response.text.value, response.tolerance) == (written, tolerance)


def test_without_an_equals_sign_weights_tell_what_is_right() -> None:
    question = one("Which are gases? {~%50%neon ~%-100%iron ~%50%argon ~%0%tin}")
    assert question.interaction is Interaction.MULTIPLE
    assert question.key.indices == (0, 2)
    assert [o.weight for o in question.options] == [50.0, -100.0, 50.0, 0.0]


def test_several_equals_signs_are_several_keys_of_a_single_choice() -> None:
    question = one("Which is a gas? {=neon =argon ~iron}")
    assert question.interaction is Interaction.CHOICE
    assert question.key.indices == (0, 1)


def test_signs_without_a_space_between_begin_options_as_in_moodle() -> None:
    question = one("Which holds? {~a=2=b}")
    assert values(o.text for o in question.options) == ["a", "2", "b"]
    assert question.key.indices == (1, 2)


def test_the_empty_option_of_the_tilde_equals_idiom_is_no_option() -> None:
    question = one("Which is a gas? {~=neon ~iron ~tin}")
    assert values(o.text for o in question.options) == ["neon", "iron", "tin"]
    assert question.key.indices == (0,)


def test_an_option_without_a_text_stays_for_the_rules() -> None:
    text = "Which is a gas? {=neon ~ ~tin}"
    question = one(text)
    assert values(o.text for o in question.options) == ["neon", "", "tin"]
    assert text[slice(*question.options[1].text.span)] == "~"


@pytest.mark.parametrize(("word", "truth"), [("T", 0), ("TRUE", 0), ("F", 1), ("FALSE", 1)])
def test_a_statement_is_true_or_false(word: str, truth: int) -> None:
    question = one(f"Locks lift boats.{{{word}}}")
    assert question.interaction is Interaction.TRUE_FALSE
    assert values(o.text for o in question.options) == ["True", "False"]
    assert question.key.indices == (truth,)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("TRUE#wrong", [None, "wrong"]),
        ("TRUE#wrong#right", ["right", "wrong"]),
        ("F#wrong#right", ["wrong", "right"]),
        ("F##right", [None, "right"]),
    ],
)
def test_the_first_remark_on_a_statement_is_for_the_wrong_answer(
    answer: str, told: list[str | None]
) -> None:
    assert values(o.feedback for o in one(f"Locks lift boats.{{{answer}}}").options) == told


@pytest.mark.parametrize("word", ["true", "False", "t", "Yes"])
def test_any_other_word_is_a_short_answer(word: str) -> None:
    question = one(f"Locks lift boats.{{{word}}}")
    assert question.interaction is Interaction.TEXT
    assert [written.text.value for written in question.key.written] == [word]


def test_short_answers_have_weights_and_remarks() -> None:
    question = one("Who built it? {=Telford#Yes =%50%Brindley#Nearly =%0%*#No}")
    assert question.interaction is Interaction.TEXT
    assert question.options == ()
    assert [written.text.value for written in question.key.written] == ["Telford", "Brindley"]
    assert [r.weight for r in question.responses] == [None, 50.0, 0.0]
    assert [r.correct for r in question.responses] == [True, True, False]
    assert values(r.feedback for r in question.responses) == ["Yes", "Nearly", "No"]
    assert "Nearly" in [text.value for text in question.texts]


@pytest.mark.parametrize("answer", ["1822", "3:2", "-1.5 : 0.1", "1..5", "-5..-1", "1e3", ".5"])
def test_numbers(answer: str) -> None:
    text = f"How many? {{#={answer} ~#Far off}}"
    question = one(text)
    assert read(text).problems == ()
    assert question.interaction is Interaction.NUMERIC
    assert [written.text.value for written in question.key.written] == [answer]
    assert values(r.feedback for r in question.responses) == [None, "Far off"]
    assert [r.text.value for r in question.responses] == [answer, "*"]


@pytest.mark.parametrize("answer", ["3,14", "ten", "1..x", "2:a bit"])
def test_what_moodle_takes_for_any_number_is_noted(answer: str) -> None:
    (problem,) = read(f"How many? {{#{answer}}}").problems
    assert isinstance(problem, WrongType)
    assert problem.value == answer


def test_pairs() -> None:
    question = one("Match. {=Kiel -> Baltic =[html]<b>Genoa</b> -> Ligurian sea = -> North sea}")
    assert question.interaction is Interaction.MATCH
    assert values(o.text for o in question.options) == ["Kiel", "<b>Genoa</b>"]
    assert [written.text.value for written in question.key.written] == ["Baltic", "Ligurian sea"]
    assert [lure.text.value for lure in question.responses] == ["North sea"]


def test_a_pair_without_an_arrow_is_noted() -> None:
    text = "Match. {=Kiel -> Baltic =Genoa}"
    (problem,) = read(text).problems
    assert text[slice(*problem.span)] == "=Genoa"
    assert len(one(text).options) == 1


def test_essays_and_texts_between_questions() -> None:
    essay, described = questions("Tell of locks. {####Mind the gates.}\n\nYou need a pencil.")
    assert essay.interaction is Interaction.TEXT
    assert essay.key.state is KeyState.ABSENT
    assert essay.rationale is not None
    assert essay.rationale.value == "Mind the gates."
    assert described.interaction is Interaction.UNSUPPORTED
    assert not described.scored


def test_a_stem_that_goes_on_has_a_blank() -> None:
    text = "Locks are {~dry =wet} as a \\: rule."
    question = one(text)
    assert question.stem.value == "Locks are _____ as a : rule."
    blank = question.stem.value.index("_____")
    assert text[slice(*question.stem.at(blank, blank + 5))] == "{~dry =wet}"
    colon = question.stem.value.index(":")
    assert text[slice(*question.stem.at(colon, colon + 1))] == "\\:"
    assert one("{=Wet} is a lock.").stem.value == "_____ is a lock."


def test_escapes_are_decoded_and_found_again() -> None:
    text = r"What is a \= b \\= c \{x\}?\n\~\# {=yes \: \\ \a ~no}"
    question = one(text)
    assert question.stem.value == "What is a = b \\= c {x}?\n~#"
    assert question.options[0].text.value == "yes : \\ \\a"
    at = question.stem.value.index("{x}")
    assert text[slice(*question.stem.at(at, at + 3))] == r"\{x\}"


def test_names_of_markup_are_no_part_of_a_text() -> None:
    question = one("[html]<p>Who?</p> {=[plain]me#[moodle] so ~[other]you ####[markdown]*so*}")
    assert question.stem.value == "<p>Who?</p>"
    assert values(o.text for o in question.options) == ["me", "[other]you"]
    assert values(o.feedback for o in question.options) == ["so", None]
    assert question.rationale is not None
    assert question.rationale.value == "*so*"


def test_the_last_of_several_general_remarks_counts() -> None:
    question = one("Who? {=me ~you ####first ####second}")
    assert question.rationale is not None
    assert question.rationale.value == "second"


def test_comments_are_found_and_are_no_part_of_a_text() -> None:
    text = "// first { \nWhat is\n  // between\n up? {\n=this // stays\n// }\n~that}\n// last"
    question = one(text)
    assert question.stem.value == "What is\n up?"
    assert values(o.text for o in question.options) == ["this // stays", "that"]
    comments = [text[slice(*span)].strip() for span in read(text).comments]
    assert comments == ["// first {", "// between", "// }", "// last"]


def test_comments_give_ids_and_levels() -> None:
    text = "// [id:q-7] [tag:locks] [tag:Beginner]\nWhat? {=a ~b}\n\n// [id:x]\n\nWho? {=a ~b}"
    first, second = questions(text)
    assert first.id is not None
    assert first.id.value == "q-7"
    assert first.difficulty is not None
    assert first.difficulty.value == "Beginner"
    assert second.id is None  # a blank line parts it from its comment, for Moodle too


def test_a_title_that_others_share_is_no_id() -> None:
    assert [q.id for q in questions("::Q::One? {T}\n\n::Q::Two? {T}")] == [None, None]
    assert one(r"::Ratio\: 2::How? {T}").name == "Ratio: 2"


def test_categories_begin_documents() -> None:
    reading = read(
        "A? {T}\n\n$CATEGORY: $course$/top/Water/Locks\n\nB? {T}\n\nC? {F}\n\n"
        "$CATEGORY: empty\n\n$CATEGORY: Last\n\nD? {T}"
    )
    topics = [None if d.topic is None else d.topic.value for d in reading.documents]
    assert topics == [None, "Water/Locks", "Last"]
    assert [len(d.items) for d in reading.documents] == [1, 2, 1]
    assert [d.route for d in reading.documents] == ["[0]", "[1]", "[2]"]
    assert reading.documents[1].items[1].route == "[1].questions[1]"
    assert read("$CATEGORY: One\n\nA? {T}").documents[0].route == ""


def test_a_category_swallows_what_follows_without_a_blank_line() -> None:
    text = "$CATEGORY: Locks\nWhich? {=a ~b}"
    (problem,) = read(text).problems
    assert text[slice(*problem.span)] == "Which? {=a ~b}"
    assert one(text).stem.value == "Which?"


def test_a_blank_line_inside_braces_is_noted_and_the_question_is_read() -> None:
    text = "One? {=a\n\n~b\n}\n\nTwo? {=c ~d}"
    (problem,) = read(text).problems
    assert text[slice(*problem.span)] == "~b"
    assert problem.route == "questions[0]"
    first, second = questions(text)
    assert values(o.text for o in first.options) == ["a", "b"]
    assert second.stem.value == "Two?"


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("One? {=a ~b", "not closed"),
        ("One? =a ~b}", "no {"),
        ("One $x^{2}$? {=a ~b}", "a brace too many"),
        ("One? {=a ~b} or {=c ~d}", "a brace too many"),
        ("One? {=a {b ~c}", "a brace too many"),
        ("::One? {=a ~b}", "no second ::"),
        ("One {1:MC:~a~=b}", "Cloze"),
        ("One {1:MC:~a~=b} and {1:SA:=c}", "Cloze"),
        ("One } two {=a ~b}", "a brace too many"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_broken_block_is_noted_and_hides_no_other(broken: str, said: str, end: str) -> None:
    text = f"Before? {{=a ~b}}\n\n{broken}\n\nAfter? {{=a ~b}}\n".replace("\n", end)
    (message,) = messages(text)
    assert said in message
    found = questions(text)
    assert (found[0].stem.value, found[-1].stem.value) == ("Before?", "After?")
    assert len(found) == 2 + ("no {" not in said)


def test_a_file_without_questions_says_so() -> None:
    (problem,) = read("$CATEGORY: Locks\n").problems
    assert isinstance(problem, NothingToCheck)
    assert read("", "a.gift").skipped is not None
    assert read("Just words.", "a.gift").documents != ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Who?{=no one ~someone}\n\nWhere?{~a =b}", "gift"),
        ("::One::Locks are wet.{TRUE}", "gift"),
        ("$CATEGORY: a\n\nWho? {#3}", "gift"),
        ("Who?\nA) me\nB) you\nANSWER: A\n", "aiken"),
        ("#Q Who?\n^ me\nA me\nB you\n", "trivia"),
        ("int main() { return 0; }\n", None),
        ("Dear all,\n\nthe meeting {room 3} is at ten.\n", None),
    ],
)
def test_text_files_are_told_apart_by_their_structure(text: str, name: str | None) -> None:
    chosen = pick("quiz.txt", text)
    assert (None if chosen is None else chosen.name) == name


LINES = (
    *(
        "::T::",
        "Who? {=me ~you}",
        "{",
        "}",
        "=a#b",
        "~%50%c",
        "~",
        "####so",
        "// [id:x] [tag:easy]",
    ),
    *(
        "// quizlint: ignore[x]",
        r"\{\}\=\n\\",
        "$CATEGORY: $course$/top/a",
        "{T#a#b}",
        "{#1:2 ~#n}",
    ),
    *(
        "{=a -> b =c -> d}",
        "[html]<p>x</p>",
        "",
        "",
        " \t",
        "é 😀",
        "{1:MC:a}",
        "of {=x} it",
        "%5%",
    ),
    *(r"\n", r"\n//", "#", "->", "::", r"a\:b // c", "{TRUE}", "\u2028", "\x00", "{=A) a ~B) b}"),
)
gift_text = st.builds(
    lambda lines, end: "\n".join(lines).replace("\n", end),
    st.lists(st.sampled_from(LINES), max_size=25),
    st.sampled_from(("\n", "\r\n", "\r")),
)


def leaves(item: Item) -> Iterator[Text]:
    assert isinstance(item, Question)
    yield from (text for text in (*item.texts, item.id, item.difficulty) if text is not None)
    yield from (written.text for written in item.key.written)
    yield from (response.text for response in item.responses)


def hold(source: str) -> None:
    reading = read(source)
    for problem in reading.problems:
        assert source[slice(*problem.span)].strip()
    for comment in reading.comments:
        assert source[slice(*comment)].startswith("//")
    for document in reading.documents:
        begins = [item.span.start for item in document.items]
        assert begins == sorted(begins)
        for item in document.items:
            for text in leaves(item):
                assert item.span.covers(text.span)
                assert text.span.start < text.span.end
                if text.value in ("True", "False", "*") and text.raw in ("T", "F", "TRUE", "~"):
                    continue  # what Moodle shows, and nobody wrote
                for at, char in enumerate(text.value):
                    written = source[slice(*text.at(at, at + 1))]
                    escaped = written in ("\\" + char, "\\n" if char == "\n" else "")
                    assert written == char or escaped or (char == "_" and written[0] == "{")


@given(gift_text)
def test_every_leaf_is_spelt_where_it_stands(text: str) -> None:
    hold(text)


@given(st.text(alphabet=st.one_of(st.sampled_from("{}~=#\\n:/[]%\n\r\t ->T"), st.characters())))
def test_no_text_is_too_odd(text: str) -> None:
    hold(text)
    assert 0 <= gift.sniff("a.txt", text) <= 1


@given(st.lists(st.sampled_from(LINES), max_size=20))
def test_line_endings_do_not_matter(lines: list[str]) -> None:
    unix, windows = "\n".join(lines), "\r\n".join(lines)
    plain = [values(leaves(q)) for q in questions(unix)]
    other = [[v.replace("\r\n", "\n") for v in values(leaves(q)) if v is not None]
             for q in questions(windows)]  # fmt: skip
    assert plain == other
    kinds = [(type(p), p.route) for p in read(unix).problems]
    assert kinds == [(type(p), p.route) for p in read(windows).problems]


def squeezed(text: Text | dict[str, str] | None) -> str:
    """White space as the expectations have it: collapsed, and set around a blank."""
    value = "" if text is None else text.value if isinstance(text, Text) else text["text"]
    return re.sub(r"\s*_____\s*", "_____", " ".join(value.split()))


TYPES = {
    "MC": {Interaction.CHOICE, Interaction.MULTIPLE},
    "TF": {Interaction.TRUE_FALSE},
    "Short": {Interaction.TEXT},
    "Essay": {Interaction.TEXT},
    "Numerical": {Interaction.NUMERIC},
    "Matching": {Interaction.MATCH},
    "Description": {Interaction.UNSUPPORTED},
}


def agree(expected: dict[str, Any], question: Question) -> None:
    assert question.interaction in TYPES[expected["type"]]
    assert squeezed(question.stem) == squeezed(expected["stem"])
    assert squeezed(question.rationale) == squeezed(expected.get("globalFeedback"))
    if expected["type"] in ("MC", "Short"):
        found = question.options or question.responses
        assert len(found) == len(expected["choices"])
        for choice, option in zip(expected["choices"], found, strict=True):
            assert squeezed(option.text) == squeezed(choice["text"])
            assert squeezed(option.feedback) == squeezed(choice["feedback"])
            assert option.weight == choice["weight"]
            right = choice["isCorrect"] and choice["weight"] != 0
            if question.interaction is Interaction.MULTIPLE:  # a part of the points is right too
                right = choice["weight"] is not None and choice["weight"] > 0
            assert option.correct == right
    elif expected["type"] == "TF":
        assert question.options[0].correct == expected["isTrue"]
        if not expected["isTrue"]:  # of a true statement the expectations swap what Moodle tells
            told = [squeezed(option.feedback) for option in question.options]
            assert told == [squeezed(expected[f"{each}Feedback"]) for each in ("true", "false")]
    elif expected["type"] == "Matching":
        pairs = list(zip(question.options, question.key.written, strict=True))
        found_pairs = [(squeezed(one.text), squeezed(other.text)) for one, other in pairs]
        found_pairs += [("", squeezed(lure.text)) for lure in question.responses]
        wanted = expected["matchPairs"]
        assert found_pairs == [(squeezed(p["subquestion"]), p["subanswer"]) for p in wanted]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the grammar's examples are not beside this tree")
def test_the_examples_of_a_grammar_agree() -> None:
    paths = sorted(CORPUS.glob("*.gift"))
    assert len(paths) > 50
    for path in paths:
        expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
        wanted = [each for each in expected if each["type"] != "Category"]
        reading = gift.read(Source.from_bytes(path.name, path.read_bytes()), Files())
        found = [question for document in reading.documents for question in document.questions]
        assert len(found) == len(wanted), path.name
        assert not wanted or reading.problems == (), path.name
        for each, question in zip(wanted, found, strict=True):
            agree(each, question)
