"""What target systems misread: each trap is found where it stands, and its fix mends it."""

from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.content import Interaction, Question, Reading
from quizlint.content.problems import FormatTrap
from quizlint.formats import aiken, gift, moodle, olx
from quizlint.formats.base import Files
from quizlint.text import Source
from telling import words

NAMES = {gift: "a.gift", aiken: "a.txt", moodle: "a.xml", olx: "a.xml"}


def read(format_: ModuleType, text: str) -> Reading:
    found: Reading = format_.read(Source(NAMES[format_], text), Files())
    return found


def questions(format_: ModuleType, text: str) -> list[Question]:
    return [q for document in read(format_, text).documents for q in document.questions]


def traps(format_: ModuleType, text: str) -> list[FormatTrap]:
    found = read(format_, text).problems
    return [problem for problem in found if isinstance(problem, FormatTrap)]


def mended(format_: ModuleType, text: str) -> str:
    for problem in sorted(traps(format_, text), key=lambda each: each.span, reverse=True):
        assert problem.fixed is not None
        text = text[: problem.span.start] + problem.fixed + text[problem.span.end :]
    return text


def meaning(format_: ModuleType, text: str) -> list[object]:
    """What is read: texts without layout, and keys."""
    return [
        (
            question.interaction,
            [" ".join(each.value.split()) for each in question.texts],
            [" ".join(each.text.value.split()) for each in question.responses],
            question.key.indices,
        )
        for question in questions(format_, text)
    ]


GIFT = [
    ("Q? {~a «=» 2 =b ~c}", ["a = 2", "b", "c"]),
    ("Q?{\n=x «=» 5\n~x«=»6\n~y\n}", ["x = 5", "x=6", "y"]),
    ("Q?{=x«=»«=»5~x<«=»6}", ["x==5", "x<=6"]),
    ('Q?{=<img src«=»"a.png">~b}', ['<img src="a.png">', "b"]),
    ("Q?{\n=Fig.«~»1\n~Fig. 2\n}", ["Fig.~1", "Fig. 2"]),
    ("Q? {=It&«#»39;s ~b}", ["It&#39;s", "b"]),
    ("Q? {=C«#» ~Java}", ["C#", "Java"]),
    ("Q? {~«#»fff =white ~«#»000}", ["#fff", "white", "#000"]),
    ("Q? {«=%100%»a ~b}", ["a", "b"]),
    ("Q? {~«%33,33%»a ~«% 66.67 %»b}", ["a", "b"]),
    ("«[HTML]»Q?{=a ~b}", ["a", "b"]),
    ("Q? {=a ~b}« // a remark»", ["a", "b"]),
    ("Q? {=a ~b}\n«::t::R {T}»", ["a", "b"]),
    ("Q? {=a ~b}\n«R {T}»", ["a", "b"]),
    ("$CATEGORY: c\n«Q? {=a ~b}»", ["a", "b"]),
    ("Locks lift boats.{«true»}", None),
]
UNFIXED = [
    "::std::«vector::» What is it? {=a ~b}",
    "«::»std What is it? {=a ~b}",
    "Q {=c ####x\n«~»e}",
    "Q {=c «####»y ~d ####x}",
    "Q ```\nx\n«// dropped»\n``` {T}",
    "Q <pre>\n«//dropped»\n</pre>\n//a remark\n {T}",
    "Q {«=a->b =c->d»}",
    "Q $x^{2}$ «{»=a ~b}",
    "Q {=a ~b} or «{»=c ~d}",
    "Q «{1:MC:~a~=b}» and {2:SA:=c}",
]


def unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    text, spans = "", []
    for char in marked:
        if char == "«":
            spans.append((len(text), -1))
        elif char == "»":
            spans[-1] = (spans[-1][0], len(text))
        else:
            text += char
    return text, spans


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("marked", "options"), GIFT)
def test_gift_is_read_as_meant_and_mended(marked: str, options: list[str] | None, end: str) -> None:
    text, spans = unmarked(marked.replace("\n", end))
    assert [tuple(problem.span) for problem in traps(gift, text)] == spans
    fixed = mended(gift, text)
    assert read(gift, fixed).problems == ()
    if options is None:
        assert questions(gift, fixed)[0].interaction is Interaction.TRUE_FALSE
    else:
        assert [option.text.value for option in questions(gift, text)[0].options] == options
        assert meaning(gift, fixed) == meaning(gift, text)


@pytest.mark.parametrize("marked", UNFIXED)
def test_gift_that_only_its_author_can_mend(marked: str) -> None:
    text, spans = unmarked(marked)
    (problem,) = traps(gift, text)
    assert [tuple(problem.span)] == spans
    assert problem.fixed is None


@pytest.mark.parametrize(
    "text",
    [
        "Q? {~a ~b =c}",
        "Q? {=a=b~c}",
        "Q? {~ a ~ b = c}",
        "Q? {=a~b ~c}",
        "Q? {~=a ~b ~c}",
        "Q? {=%100%a# =%50%b#half}",
        "Q? {~%50%a ~%50%b ~%-100%c}",
        "Q? {=a#b ~c# d}",
        "Q? {~a = b ~ c}",
        "Q? {=5\\=5 ~\\~x ~C\\#}",
        "Q? {=Kiel -> Baltic = Genoa -> Ligurian = -> North}",
        "Q? {#=5:1 =%50%6:2 ~#no}",
        "Use {=a ~b} for the rest.",
        "[html]Q? <pre>// no line of its own</pre> {T#no#yes}",
        "::t:: Which std::vector is it? {=a ~b ####said\n}",
        "// a remark\nQ? {=a\n// another\n~b}",
    ],
)
def test_what_gift_reads_as_meant_is_no_trap(text: str) -> None:
    assert read(gift, text).problems == ()


AIKEN = [
    ("«Given a lock,\nwhich gate?»\nA) one\nB) two\nANSWER: A\n", 0),
    ("Which?\nA) one«\nand more»\nB) two\nANSWER: A\n", 0),
    ("Which?\n«a) one\nb) two»\nANSWER: B\n", 1),
    ("Which?\nA) one\n«(B) two»\nANSWER: B\n", 1),
    ("Which?\nA) one\nB) two\n«answer: B»\n", 1),
    ("Which?\nA) one\nB) two\nANSWER: «b»\n", 1),
    ("Which?\nA) one\nB) two\nANSWER: «two»\n", 1),
]


@pytest.mark.parametrize(("marked", "key"), AIKEN)
def test_aiken_is_read_as_meant_and_mended(marked: str, key: int) -> None:
    text, spans = unmarked(marked)
    assert [tuple(problem.span) for problem in traps(aiken, text)] == spans
    assert questions(aiken, text)[0].key.indices == (key,)
    fixed = mended(aiken, text)
    assert read(aiken, fixed).problems == ()
    assert meaning(aiken, fixed) == meaning(aiken, text)


def test_aiken_has_one_answer_and_26_options() -> None:
    text, spans = unmarked("Which?\nA) one\nB) two\n«ANSWER: A, B»\n")
    assert [tuple(problem.span) for problem in traps(aiken, text)] == spans
    many = "".join(f"{chr(65 + at % 26)}) {at}\n" for at in range(27))
    (problem,) = traps(aiken, f"Which?\n{many}ANSWER: A\n")
    assert "26" in words(problem)


STEM = "<questiontext format={0}><text><![CDATA[{1}]]></text></questiontext>"
CHOICE = (
    '<answer fraction="50"><text>a</text></answer><answer fraction="50"><text>b</text></answer>'
)
TRUTH = '<answer fraction="{0}"><text>{1}</text></answer>'


def outcome(text: str) -> list[object]:
    return [(question.interaction, question.key.indices) for question in questions(moodle, text)]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multichoice", STEM.format('"html"', "Q") + f"<single>«False»</single>{CHOICE}"),
        ("multichoice", STEM.format('"html"', "Q") + f"<single>«no»</single>{CHOICE}"),
        (
            "truefalse",
            STEM.format('"html"', "Q") + TRUTH.format(100, "«False»") + TRUTH.format(0, "«True»"),
        ),
        ("essay", STEM.format('«"plain_text"»', "<p>Q</p>")),
    ],
)
def test_moodle_xml_is_read_as_meant_and_mended(kind: str, body: str) -> None:
    text, spans = unmarked(f'<quiz><question type="{kind}">{body}</question></quiz>')
    assert [tuple(problem.span) for problem in traps(moodle, text)] == spans
    fixed = mended(moodle, text)
    assert read(moodle, fixed).problems == ()
    assert outcome(fixed) == outcome(text)


@pytest.mark.parametrize(
    "body",
    [
        STEM.format('"html"', "<p>Q</p>") + f"<single>false</single>{CHOICE}",
        STEM.format('"plain_text"', "<b> makes text bold, does it?")
        + f"<single>0</single>{CHOICE}",
        STEM.format('"html"', "Q") + f"<shuffleanswers>True</shuffleanswers>{CHOICE}",
    ],
)
def test_what_moodle_reads_as_meant_is_no_trap(body: str) -> None:
    assert (
        read(moodle, f'<quiz><question type="multichoice">{body}</question></quiz>').problems == ()
    )


def test_answers_in_the_order_that_moodle_expects_are_no_trap() -> None:
    body = STEM.format('"html"', "Q") + TRUTH.format(100, "True") + TRUTH.format(0, "False")
    assert read(moodle, f'<quiz><question type="truefalse">{body}</question></quiz>').problems == ()


def test_open_edx_knows_one_word_for_right() -> None:
    right, wrong = '<choice correct=«"yes"»>a</choice>', '<choice correct="no">b</choice>'
    response = f"<label>Q</label><choicegroup>{right}{wrong}</choicegroup>"
    marked = f"<problem><multiplechoiceresponse>{response}</multiplechoiceresponse></problem>"
    text, spans = unmarked(marked)
    assert [tuple(problem.span) for problem in traps(olx, text)] == spans
    fixed = mended(olx, text)
    assert read(olx, fixed).problems == ()
    assert meaning(olx, fixed) == meaning(olx, text)
    assert traps(olx, text.replace('"yes"', '"True"')) == []


PIECES = ("=", "~", "#", "a", " ", "\n", "->", "%50%", "\\", "<", ">", "####", "::", "{", "}", "//")


@given(st.lists(st.sampled_from((*PIECES, "&#39;", "C#", "$CATEGORY:", "é", "\n\n")), max_size=40))
def test_traps_of_any_gift_stand_in_it(parts: list[str]) -> None:
    text = "Q? {" + "".join(parts) + "}"
    reading = read(gift, text)
    for problem in reading.problems:
        assert 0 <= problem.span.start < problem.span.end <= len(text)
    for question in questions(gift, text):
        for leaf in question.texts:
            assert leaf.at(0, len(leaf.value)) <= (len(text), len(text))


@pytest.mark.parametrize(
    "piece", ["=", "~", "x=", "x~", "<=", "&#39;", "#", "}\n{=a", "}\n$CATEGORY:{"]
)
def test_many_signs_are_read_in_bounded_time(piece: str) -> None:
    assert read(gift, "Q? {=a ~b " + piece * 20_000 + "}").problems is not None
