"""What users of other tools ran into, on the command line: each kind once."""

import json
from pathlib import Path

import pytest

from conftest import Quizlint

NORWAY = """\
<?xml version="1.0"?>
<quiz>{}<question type="multichoice"><name><text>n</text></name>
<questiontext format="html"><text>Which city lies in Norway?</text></questiontext>
<single>true</single><answer fraction="100"><text>Bergen</text></answer>
<answer fraction="0"><text>Malmö</text></answer>
<answer fraction="0"><text>None of the above</text></answer></question></quiz>
"""
PAGE = """\
# Cities

## Which city lies in Norway?

{}

- [x] Bergen
- [ ] Malmö
- [ ] None of the above
"""


def told(quizlint: Quizlint, *args: str, stdin: bytes = b"") -> list[tuple[str, str, str]]:
    """Code, severity and message of each finding, in order."""
    ran = quizlint("check", "--format", "jsonl", "--no-cache", *args, stdin=stdin)
    lines = [json.loads(line) for line in ran.out.splitlines()]
    return [
        (each["code"], each["severity"], each["message"])
        for each in lines
        if "code" in each and each.get("state") == "new"
    ]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("a.aiken", "Which is red?\nA. Rose\nB. Grass\nAnswer: A\n", "FMT001"),
        ("a.gift", "::A:: Which is heavy?{\n~%50%Iron\n~%50%Lead\n~%-15%Air\n}\n", "KEY011"),
    ],
)
def test_a_question_that_is_dropped_is_an_error(
    quizlint: Quizlint, tmp_path: Path, name: str, text: str, code: str
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert (code, "error") in [each[:2] for each in told(quizlint, name)]
    assert quizlint("check", name).code == 1


def test_a_trap_that_only_shows_something_is_a_warning(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "a.gift").write_text("::A:: Ice floats.{true}\n", "utf-8")
    assert ("FMT001", "warning") in [each[:2] for each in told(quizlint, "a.gift")]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- quizlint: ignore[OPT010] (other cities are in other lessons) -->",
        "<!-- quizlint: ignore[OPT010]: other cities are in other lessons -->",
    ],
)
def test_a_suppression_as_xml_allows_it(quizlint: Quizlint, tmp_path: Path, comment: str) -> None:
    (tmp_path / "q.xml").write_text(NORWAY.format(comment), "utf-8")
    ran = quizlint("check", "q.xml", "--select", "OPT010", "--format", "jsonl")
    (found,) = [json.loads(line) for line in ran.out.splitlines() if '"OPT010"' in line]
    assert found["state"] == "suppressed"
    assert found["reason"] == "other cities are in other lessons"


@pytest.mark.parametrize(
    "comment",
    [
        "{/* quizlint: ignore[OPT010] -- others come later */}",
        "<!-- quizlint: ignore[OPT010] -- others come later -->",
    ],
)
def test_a_suppression_as_mdx_allows_it(quizlint: Quizlint, tmp_path: Path, comment: str) -> None:
    (tmp_path / "q.mdx").write_text(PAGE.format(comment), "utf-8")
    ran = quizlint("check", "q.mdx", "--select", "OPT010,KEY008", "--format", "jsonl")
    found = {
        (o["code"], o["state"]): o for o in map(json.loads, ran.out.splitlines()) if "state" in o
    }
    assert found["OPT010", "suppressed"]["reason"] == "others come later"
    assert found["KEY008", "new"]["marked"] == "Which city lies in Norway?"


def test_a_stem_that_shows_nothing(quizlint: Quizlint, tmp_path: Path) -> None:
    text = NORWAY.format("").replace("Which city lies in Norway?", "<![CDATA[<p>&nbsp;</p>]]>")
    (tmp_path / "q.xml").write_text(text, "utf-8")
    assert ("STR007", "error") in [each[:2] for each in told(quizlint, "q.xml")]


def test_an_option_that_is_an_image_of_html(quizlint: Quizlint, tmp_path: Path) -> None:
    text = NORWAY.format("").replace("Malmö", '<![CDATA[<img src="m.png">]]>')
    (tmp_path / "q.xml").write_text(text, "utf-8")
    assert {"MED001", "MED002"} <= {each[0] for each in told(quizlint, "q.xml")}
    (tmp_path / "q.md").write_text(PAGE.format("").replace("Malmö", '<img src="m.png">'), "utf-8")
    assert not {"MED001", "MED002"} & {each[0] for each in told(quizlint, "q.md")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("::A:: Which metal rusts?{\n=%50%Iron\n~Gold\n}\n", "FMT001"),
        (
            PAGE.format("").replace("[x]", "[ ]").replace("# Cities", "---\nkind: quiz\n---"),
            "KEY001",
        ),
        ("kind: quiz\nquestions:\n  - question: Which?\n    options: [a, b]\n", "KEY001"),
    ],
)
def test_standard_input_is_known_by_its_content(quizlint: Quizlint, text: str, found: str) -> None:
    assert found in [each[0] for each in told(quizlint, "-", stdin=text.encode())]


def test_standard_input_that_is_not_known_says_how_to_name_it(quizlint: Quizlint) -> None:
    ran = quizlint("check", "-", stdin=b"hello\n")
    assert ran.code == 2
    assert "--stdin-filename" in ran.err


def test_settings_that_silence_a_file_that_is_gone(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "q.md").write_text(PAGE.format(""), "utf-8")
    entry = '[[ignore]]\npath = "{}"\nrule = "OPT010"\nreason = "so"\n'
    settings = entry.format("gone.md") + entry.format("old/gone.md") + entry.format("kept.md")
    (tmp_path / "quizlint.toml").write_text(settings, "utf-8")
    (tmp_path / "kept.md").write_text("# Nothing\n", "utf-8")
    whole = [each for each in told(quizlint, ".", "--select", "SUP") if each[0] == "SUP001"]
    assert len(whole) == 2  # the third is of a file that is there, and OPT010 did not run
    one = [each for each in told(quizlint, "q.md", "--select", "SUP") if each[0] == "SUP001"]
    assert len(one) == 1  # only what names a folder is surely gone


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("\n      - Note: F sharp\n      - G flat", "a colon with a space behind it"),
        (" [C#, F #, Java]", "# behind a space begins a comment"),
    ],
)
def test_signs_of_yaml_in_an_option(
    quizlint: Quizlint, tmp_path: Path, options: str, message: str
) -> None:
    stem = "kind: quiz\nquestions:\n  - question: Which is it?\n"
    text = f"{stem}    options:{options}\n    answer: A\n"
    (tmp_path / "q.quiz.yaml").write_text(text, "utf-8")
    (found,) = told(quizlint, "q.quiz.yaml")
    assert found[2].startswith(message)


@pytest.mark.parametrize("format_", ["github", "gitlab", "sarif", "rdjson", "checkstyle", "junit"])
def test_machines_count_paths_from_the_root_of_the_repository(
    quizlint: Quizlint, tmp_path: Path, format_: str
) -> None:
    folder = tmp_path / "course" / "quizzes"
    folder.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    (folder / "quizlint.toml").write_text("", "utf-8")
    (folder / "q.quiz.yaml").write_text("kind: quiz\n", "utf-8")
    ran = quizlint("check", "--format", format_, ".", cwd=folder)
    assert "course/quizzes/q.quiz.yaml" in ran.out
    (tmp_path / "notes").mkdir()
    again = quizlint("check", "--format", format_, "../course/quizzes", cwd=tmp_path / "notes")
    assert "course/quizzes/q.quiz.yaml" in again.out
    assert "../course" not in again.out


PRAIRIE = """\
<pl-multiple-choice answers-name="rust" all-of-the-above="correct">
  <pl-answer correct="true">Iron</pl-answer>
  <pl-answer correct="{}">Steel</pl-answer>
  <pl-answer correct="false">Gold</pl-answer>
</pl-multiple-choice>
"""
QUIZIZZ = """\
Question Text,Question Type,Option 1,Option 2,Option 3,Correct Answer,Time in seconds
Which of these rust?,{},Iron,Steel,Gold,"1,2",30
"""
TOML = """\
[[questions]]
type = "{}"
prompt.prompt = "Which metal rusts?"
prompt.distractors = ["Gold", "Silver"]
answer.answer = "Iron"
"""
CHOICES = """\
<multiplechoiceresponse><label>Which metal rusts?</label><choicegroup>
<choice correct="true">Iron</choice><choice correct="false">Gold</choice>
</choicegroup></multiplechoiceresponse>
"""
QTI = """\
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="Rust">
<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
<correctResponse><value>A</value></correctResponse></responseDeclaration>
<itemBody><choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>{}</prompt>
<simpleChoice identifier="A">Iron</simpleChoice><simpleChoice identifier="{}">Gold</simpleChoice>
</choiceInteraction></itemBody></assessmentItem>
"""


@pytest.mark.parametrize(
    ("name", "template", "wrong", "right", "code"),
    [
        ("question.html", PRAIRIE, ["false"], ["true"], "FMT001"),
        ("game.csv", QUIZIZZ, ["Multiple Choice"], ["Checkbox"], "FMT001"),
        ("ch01.toml", TOML, ["MultipleChoise"], ["MultipleChoice"], "STR004"),
        ("p.xml", f"{{}}{CHOICES}</problem>", [""], ["<problem>"], "STR001"),
        ("item.xml", QTI, ["Which metal rusts?", "A"], ["Which metal rusts?", "B"], "FMT001"),
        ("item.xml", QTI, ["", "B"], ["Which metal rusts?", "B"], "STR003"),
        (
            "a.txt",
            "#notetype:Cloze\n{}\n",
            ["So {{c1::x^{2^{n}}}} is"],
            ["So {{c1::x}} is"],
            "FMT001",
        ),
    ],
)
def test_what_a_target_refuses(
    quizlint: Quizlint,
    tmp_path: Path,
    name: str,
    template: str,
    wrong: list[str],
    right: list[str],
    code: str,
) -> None:
    (tmp_path / name).write_text(template.format(*wrong).removesuffix("</problem>"), "utf-8")
    assert code in [each[0] for each in told(quizlint, name)]
    (tmp_path / name).write_text(template.format(*right), "utf-8")
    assert code not in [each[0] for each in told(quizlint, name)]


def test_markdown_whose_lines_end_as_on_an_old_mac(quizlint: Quizlint, tmp_path: Path) -> None:
    text = PAGE.format("").replace("[x]", "[ ]").replace("# Cities", "---\nkind: quiz\n---")
    (tmp_path / "q.md").write_bytes(text.replace("\n", "\r").encode())
    ran = quizlint("check", "q.md", "--format", "concise")
    assert ran.out.startswith("q.md:5:4: error KEY001")


CANVAS = """\
<questestinterop><assessment title="t"><section ident="s"><item ident="i" title="Colours">
<itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel>
<fieldentry>fill_in_multiple_blanks_question</fieldentry></qtimetadatafield></qtimetadata>
</itemmetadata><presentation><material><mattext>Poppies are [colour]{}.</mattext></material>
<response_lid ident="response_colour"><render_choice><response_label ident="r1"><material>
<mattext>red</mattext></material></response_label></render_choice></response_lid></presentation>
<resprocessing><respcondition><conditionvar><varequal respident="response_colour">{}</varequal>
</conditionvar><setvar varname="SCORE" action="Add">100</setvar></respcondition></resprocessing>
</item></section></assessment></questestinterop>
"""


def test_gaps_of_canvas_that_nobody_can_fill(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "q.xml").write_text(CANVAS.format(" in [place]", "z"), "utf-8")
    found = [(severity, message.split(",")[0]) for _, severity, message in told(quizlint, "q.xml")]
    assert ("error", "no answer of this gap has the identifier 'z'") in found
    assert ("warning", "no answers are given for the gap [place]") in found
    (tmp_path / "q.xml").write_text(CANVAS.format("", "r1"), "utf-8")
    assert "FMT001" not in [each[0] for each in told(quizlint, "q.xml")]


def test_a_backtick_is_a_sign_where_there_is_no_markdown(
    quizlint: Quizlint, tmp_path: Path
) -> None:
    text = "::A:: [{}]Which of these signs is `written first?{{\n=a backtick\n~a dot\n}}\n"
    (tmp_path / "plain.gift").write_text(text.format("plain"), "utf-8")
    (tmp_path / "marked.gift").write_text(text.format("markdown"), "utf-8")
    assert "STR015" not in [each[0] for each in told(quizlint, "plain.gift")]
    assert "STR015" in [each[0] for each in told(quizlint, "marked.gift")]


def test_a_link_to_nowhere_is_passed_over_in_a_folder(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "gone.md").symlink_to("nowhere.md")
    (tmp_path / "q.md").write_text(PAGE.format(""), "utf-8")
    assert quizlint("check", ".").code == 0
    assert "link to a file that is not there" in quizlint("check", ".", "-v").err
    assert quizlint("check", "gone.md").code == 2


def test_a_tick_of_another_alphabet_is_called_so(quizlint: Quizlint, tmp_path: Path) -> None:
    (tmp_path / "q.md").write_text(PAGE.format("").replace("[x]", "[\N{CYRILLIC SMALL LETTER HA}]"))
    (message,) = [each[2] for each in told(quizlint, "q.md") if each[0] == "STR017"]
    assert message.endswith("is a Cyrillic letter, no Latin x")


def test_the_code_of_another_tool_is_like_none_of_ours(quizlint: Quizlint) -> None:
    assert "did you mean" not in quizlint("check", ".", "--ignore", "E501").err
    assert "did you mean" in quizlint("check", ".", "--ignore", "OPT0010").err


ASKED = "# Quiz\n\n1. Which planet looks red?\n\n   A. Venus\n   B. Mars\n\n   {}\n"
SAID = '[{{"question": "Which planet looks red?", "options": ["Venus", "Mars"], "{}": 1}}]'


@pytest.mark.parametrize(
    ("name", "text", "written"),
    [
        ("quiz.md", ASKED.format("Anwser: B"), "Anwser"),
        ("quiz.md", ASKED.format("**Asnwer**: b"), "Asnwer"),
        ("quiz.md", ASKED.format("Correct anser - B"), "anser"),
        ("quiz.json", SAID.format("rigth"), "rigth"),
        ("quiz.json", SAID.format("answr"), "answr"),
    ],
)
def test_a_misspelt_key_is_told_as_such(
    quizlint: Quizlint, tmp_path: Path, name: str, text: str, written: str
) -> None:
    other = ASKED.format("Answer: A").replace("# Quiz\n\n1", "\n2") if name.endswith(".md") else ""
    (tmp_path / name).write_text(text + other, "utf-8")
    found = [each for each in told(quizlint, name) if each[0] in ("KEY001", "KEY018")]
    assert [each[1] for each in found] == ["error"]
    assert f"by {written!r}?" in found[0][2]
