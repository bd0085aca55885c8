"""Quizzes that are kept as data in programs."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import whole

from conftest import Quizlint
from quizlint.content import KeyState, Question, Reading
from quizlint.content.problems import DuplicateField, Syntax, UnreadQuestion
from quizlint.formats import load, pick, rare
from quizlint.formats.base import Hints
from quizlint.formats.programs.looks import could_hold_quiz
from quizlint.text import Source

PROGRAMS = load("programs")


def read(text: str, name: str = "quiz.ts", hints: Hints | None = None) -> Reading:
    return whole(PROGRAMS, Source(name, text), hints=hints or Hints())


def questions(reading: Reading) -> list[Question]:
    return [each for document in reading.documents for each in document.questions]


def stems(reading: Reading) -> list[str]:
    return [each.stem.value for each in questions(reading)]


ONE = '{ question: "Which metal floats?", options: ["iron", "lithium"], answer: 1 }'
TWO = '{ question: "Which gas glows red?", options: ["neon", "argon"], answer: 0 }'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("export const metals = [", "];"),
        ("export const metals: Item[] = [", "] as const satisfies Item[];"),
        ("module.exports = [", "]"),
        ("exports.metals = [", "]"),
        ("export default [", "]"),
        ("window.metals = [", "]"),
        ("const metals = Object.freeze([", "]);"),
        ("export default { data() { return { metals: [", "] } } }"),
        ("function Quiz() { const [metals, setMetals] = useState([", "]); }"),
        ("const shuffled = [", "].sort(() => Math.random());"),
        ("(function () { var metals = [", "]; start(metals) })();"),
    ],
)
def test_a_list_is_found_wherever_it_stands(before: str, after: str) -> None:
    name = "quiz.ts" if ":" in before or "as const" in after else "quiz.js"
    reading = read(f"{before}{ONE}, {TWO}{after}", name)
    assert stems(reading) == ["Which metal floats?", "Which gas glows red?"]
    assert [each.key.indices for each in questions(reading)] == [(1,), (0,)]
    assert reading.problems == ()


@pytest.mark.parametrize("name", ["a.js", "a.mjs", "a.cjs", "a.jsx", "a.ts", "a.mts", "a.tsx"])
def test_every_suffix_has_its_grammar(name: str) -> None:
    assert stems(read(f"const metals = [{ONE}, {TWO}]", name)) == [
        "Which metal floats?",
        "Which gas glows red?",
    ]


def test_routes_begin_with_what_the_program_calls_a_list() -> None:
    text = f"const easy = [{ONE}];\nconst hard = {{ questions: [{ONE}, {TWO}] }};\n"
    routes = [each.route for each in questions(read(text))]
    assert routes == ["easy[0]", "hard.questions[0]", "hard.questions[1]"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (r"'It\'s 😀 \u{1F600} \x41\u00e9?'", "It's 😀 😀 Aé?"),
        (r'"Two\nlines?"', "Two\nlines?"),
        ('"Gone \\\non?"', "Gone on?"),
        ("`A template\nof two lines?`", "A template\nof two lines?"),
        ("'One' + \" two\" + ` three?`", "One two three?"),
        (r'"A pair \ud83d\ude00 and a half \ud83d?"', "A pair 😀 and a half \ufffd?"),
        ("<>Is <b>it</b> so?</>", "Is <b>it</b> so?"),
    ],
)
def test_texts_of_scripts_and_their_places(written: str, said: str) -> None:
    text = f"/* é😀 */ const q = [{{ question: {written}, options: ['a', 'b'], answer: 'a' }}];"
    (question,) = questions(read(text, "q.tsx"))
    assert question.stem.value == said
    for index, char in enumerate(said):
        span = question.stem.at(index, index + 1)
        spelled = text[span.start : span.end]
        assert spelled == char or spelled.startswith("\\")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (r"'It\'s 😀 \U0001F600 \x41\N{LATIN SMALL LETTER E WITH ACUTE}?'", "It's 😀 😀 Aé?"),
        ('"""Three\n"quoted" lines?"""', 'Three\n"quoted" lines?'),
        (r"r'A \d digit?'", r"A \d digit?"),
        (r"'An unknown \d escape?'", r"An unknown \d escape?"),
        ("('One '  # a comment\n 'two' \" three?\")", "One two three?"),
        ("'One ' + 'two?'", "One two?"),
        (r"'\101\102?'", "AB?"),
    ],
)
def test_texts_of_python_and_their_places(written: str, said: str) -> None:
    text = f"# é😀\nq = [{{'question': {written}, 'options': ['a', 'b'], 'answer': 'a'}}]\n"
    (question,) = questions(read(text, "q.py"))
    assert question.stem.value == said
    for index, char in enumerate(said):
        span = question.stem.at(index, index + 1)
        spelled = text[span.start : span.end]
        assert spelled == char or spelled.startswith("\\")


def test_a_place_is_counted_in_characters() -> None:
    text = (
        'const é = "😀😀"; const q = [{ question: "Wo? 😀", options: ["x 😀", "y"], answer: 0 }];'
    )
    (question,) = questions(read(text))
    assert text[slice(*question.options[1].text.span)] == '"y"'
    assert text[slice(*question.span)].startswith('{ question: "Wo? 😀"')


PYTHON = {
    "dicts": """Q = [{"question": "Which sea?", "options": ["North", "Black"], "answer": 1}]""",
    "tuples": """Q = [("Which sea?", ["North", "Black"], 1), ("Which bay?", ("a", "b"), "a")]""",
    "pairs": """Q = [("Which sea is it", [("A", "North"), ("B", "Black")], "B")]""",
    "flat": """Q = [["Which sea?", "North", "Black", "Red", 2], ["Which?", "a", "b", "c", 3]]""",
    "names": """Q = [Item(text="Which sea?", options=["North", "Black"], answer=1)]""",
    "places": """Q = [Item("Which sea?", ["North", "Black"], 1)]""",
    "both": """Q = [Item("Which sea?", ["North", "Black"], answer=1)]""",
    "class": """
@dataclass
class Item:
    text: str
    choices: list[str]
    correct: int
Q = [Item("Which sea?", ["North", "Black"], 1)]""",
    "init": """
class Item:
    def __init__(self, number, question, options, answer=None):
        pass
Q = [Item(7, "Which sea?", ["North", "Black"], 1)]""",
    "alone": """one = dict(question="Which sea?", options=["North", "Black"], answer=1)""",
}


@pytest.mark.parametrize("shape", PYTHON)
def test_python_shapes(shape: str) -> None:
    question = questions(read(PYTHON[shape], "q.py"))[0]
    assert question.stem.value.startswith("Which sea")
    assert [each.text.value for each in question.options][:2] == ["North", "Black"]
    assert question.key.indices == (1,)


def test_a_class_of_javascript_names_its_arguments() -> None:
    text = """
    class Item { constructor(question, choices, correctAnswer) {} }
    const q = [new Item("Which sea?", ["North", "Black"], "Black")];
    """
    (question,) = questions(read(text, "q.js"))
    assert question.key.indices == (1,)


def test_names_stand_for_what_is_written_down_once() -> None:
    text = """
    const YES = "Yes";
    const Keys = { B: "No" };
    const pair = ["Yes", "No"];
    let moving = "Yes";
    const q = [
      { question: "Is it?", options: ["Yes", "No"], answer: YES },
      { question: "Was it?", options: pair, answer: Keys.B },
      { question: "Will it be?", options: pair, answer: moving },
    ];
    """
    states = [(each.key.state, each.key.indices) for each in questions(read(text))]
    assert states == [
        (KeyState.PRESENT, (0,)),
        (KeyState.PRESENT, (1,)),
        (KeyState.COMPUTED, ()),
    ]


@pytest.mark.parametrize(
    "key",
    [
        "answer: pick()",
        "answer: other.key",
        "answer: `${letter}`",
        "answer: 1 + 1",
        "...rest",
        "type: Kind.SORT, order: [1, 0]",
    ],
)
def test_a_computed_key_is_no_missing_one(key: str) -> None:
    text = f'const q = [{ONE}, {{ question: "Which?", options: ["a", "b"], {key} }}];'
    assert questions(read(text))[1].key.state is KeyState.COMPUTED


@pytest.mark.parametrize(
    ("item", "field"),
    [
        ('{ question: `Is ${x} even?`, options: ["a", "b"], answer: 0 }', "question"),
        ('{ question: t("q1"), options: ["a", "b"], answer: 0 }', "question"),
        ('{ question: "Which?", options: ["a", ...more], answer: 0 }', "options"),
        ('{ question: "Which?", options: ["a", b()], answer: 0 }', "options"),
        ('{ question: <b>{x}</b>, options: ["a", "b"], answer: 0 }', "question"),
    ],
)
def test_a_question_of_which_a_part_is_computed_is_told(item: str, field: str) -> None:
    reading = read(f"const q = [{ONE}, {item}, {TWO}];", "q.tsx")
    assert [each.route for each in questions(reading)] == ["q[0]", "q[2]"]
    (problem,) = reading.problems
    assert isinstance(problem, UnreadQuestion)
    assert (problem.shape, problem.fields, problem.count) == ("computed", (field,), 1)
    assert reading.seen == 3


SLIPS = {
    "comma": (", options: [", " options: ["),
    "bracket": ('"b"]', '"b"'),
    "quote": ('"Which 1?"', '"Which 1?'),
    "apostrophe": ('"Which 1?"', "'Which isn't 1?'"),
    "option": ('"a", "b"', '"a" "b"'),
    "value": ('"Which 1?",', ","),
    "semicolon": ('"Which 1?",', '"Which 1?";'),
    "opening": ('["a"', '"a"'),
    "brace": ("answer: 0 },", "answer: 0 ,"),
    "curly": ('"Which 1?"', "“Which 1?”"),
}


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("name", ["q.ts", "q.js"])
def test_a_slip_costs_no_other_question_and_is_told(slip: str, name: str) -> None:
    items = [
        f'  {{ question: "Which {index}?", options: ["a", "b"], answer: 0 }},\n'
        for index in range(4)
    ]
    items[1] = items[1].replace(*SLIPS[slip])
    reading = read(f"export const q = [\n{''.join(items)}];\n", name)
    assert {"Which 0?", "Which 2?", "Which 3?"} <= set(stems(reading))
    told = [each for each in reading.problems if isinstance(each, Syntax)]
    assert told
    assert not [each for each in reading.problems if isinstance(each, DuplicateField)]


@pytest.mark.parametrize("slip", ["bracket", "quote", "value", "semicolon", "opening", "curly"])
def test_a_slip_of_python_costs_no_other_question(slip: str) -> None:
    items = [
        f'  {{"question": "Which {index}?", "options": ["a", "b"], "answer": 0}},\n'
        for index in range(4)
    ]
    items[1] = items[1].replace(*SLIPS[slip])
    reading = read(f"Q = [\n{''.join(items)}]\n", "q.py")
    assert {"Which 0?", "Which 2?", "Which 3?"} <= set(stems(reading))
    assert any(isinstance(each, Syntax) for each in reading.problems)


@pytest.mark.parametrize("cut", range(30, 140, 7))
def test_a_truncated_file_is_read_to_where_it_is_whole(cut: int) -> None:
    text = f"export const q = [\n  {ONE},\n  {TWO},\n];\n"
    reading = read(text[:cut])
    if cut > len(ONE) + 22:
        assert stems(reading)[:1] == ["Which metal floats?"]


def test_a_personality_test_has_no_key_to_miss() -> None:
    text = """export const q = [
      { question: "What do you do first?", options: [
        { text: "Plan", score: { J: 1 } }, { text: "Start", score: { P: 1 } } ] },
      { question: "Where do you rest?", options: [
        { text: "Alone", score: { I: 1 } }, { text: "Out", score: { E: 1 } } ] },
    ];"""
    reading = read(text)
    assert [each.scored for each in questions(reading)] == [False, False]
    assert not reading.documents[0].keys_elsewhere


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.py", "def ask(question, options):\n    return question.answer(options)\n"),
        ("a.ts", 'interface Question { text: string; options: string[]; answer: "a" | "b" }'),
        ("a.js", 'const menu = [{ title: "File", items: ["Open", "Close"] }];'),
        ("a.py", 'parser.add_argument("--kind", choices=["a", "b"], help="Which kind?")\n'),
        ("a.py", '_create("__set__", ("self", "name"), ("x",), globals=g)\n'),
        (
            "a.js",
            'const faq = [{ question: "How?", answer: "So." }, { question: "Who?", answer: "I" }]',
        ),
    ],
)
def test_other_programs_are_left_alone(name: str, text: str) -> None:
    reading = read(text, name)
    assert reading.skipped is not None
    assert reading.seen == 0
    assert rare(name)


def test_the_first_look_asks_for_a_whole_question() -> None:
    assert could_hold_quiz(f"const q = [{ONE}]")
    assert could_hold_quiz('Q = [("Which?", ["a", "b"], 1)]')
    assert could_hold_quiz("{ domanda: 'Quale?', opzioni: ['a', 'b'] }")
    assert not could_hold_quiz('{ question: "Which?" }')
    assert not could_hold_quiz('{ options: ["a", "b"] }')
    assert not could_hold_quiz("question " * 1000 + "options: [")


@pytest.mark.parametrize("name", ["", "stdin"])
def test_a_module_without_a_name_is_known_by_its_content(name: str) -> None:
    text = f"export const metals = [\n  {ONE},\n  {TWO},\n];\n"
    found = pick(name, text)
    assert found is not None
    assert found.name == "programs"
    assert len(stems(read(text, name))) == 2


@pytest.mark.parametrize(
    "text",
    [
        f"export const q = [{ONE}, " + "[" * 20_000,
        f"export const q = [{ONE}, " + "[" * 20_000 + "]" * 20_000 + "]",
        f"export const q = [{ONE}, " + "f(" * 5_000 + ")" * 5_000 + "]",
        f"export const q = [{ONE}, " + "{a:" * 20_000,
        f"export const q = [{ONE}];" + 'x=["' * 2_000,
        f"export const q = [{ONE}, " + '"a"+' * 20_000 + '"b"]',
    ],
)
def test_whatever_is_nested_ends(text: str) -> None:
    for name in ("q.ts", "q.js", "q.tsx"):
        assert "Which metal floats?" in stems(read(text, name))


_TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\u2028\u2029"), max_size=12
)


@given(st.lists(st.tuples(_TEXT, st.lists(_TEXT, min_size=2, max_size=4)), min_size=1, max_size=4))
def test_json_behind_export_default_is_the_same(items: Sequence[tuple[str, list[str]]]) -> None:
    data = [
        {"question": f"Which {stem}?", "options": options, "correctIndex": 0}
        for stem, options in items
    ]
    text = json.dumps(data, ensure_ascii=len(items) % 2 == 0, indent=1)
    before = "export default "
    mine = questions(read(before + text))
    theirs = questions(whole(load("json"), Source("quiz.json", text)))
    assert [_shown(each, 0) for each in theirs] == [_shown(each, len(before)) for each in mine]


def _shown(question: Question, shift: int) -> object:
    texts = [question.stem, *(each.text for each in question.options)]
    places = [
        (
            each.value,
            each.span.start - shift,
            [each.at(i, i + 1).start - shift for i in range(len(each.value))],
        )
        for each in texts
    ]
    return question.route, places, question.key.state, question.key.indices


TWINS = """export const q = [
  // quizlint: ignore[duplicate-option] -- asked so on purpose
  { question: 'Which sea is it?', options: ['Black', 'Black', 'Red'], answer: 2 },
  { question: 'Which bay is it?', options: ['Fundy', 'Fundy', 'Hudson'], answer: 2 },
];
"""


@pytest.mark.parametrize("name", ["q.ts", "q.py"])
def test_a_comment_silences_a_rule(name: str, tmp_path: Path, quizlint: Quizlint) -> None:
    text = TWINS
    if name == "q.py":
        text = text.replace("export const ", "").replace("//", "#").replace("];", "]")
        for field in ("question", "options", "answer"):
            text = text.replace(f"{field}:", f'"{field}":')
    (tmp_path / name).write_text(text, "utf-8")
    out = quizlint(
        "check", name, "--select", "duplicate-option,SUP", "--format", "concise", cwd=tmp_path
    ).out
    assert f"{name}:4:" in out
    assert f"{name}:3:" not in out


def test_fixes_keep_the_quotes_and_the_names(tmp_path: Path, quizlint: Quizlint) -> None:
    before = (
        "const NAME = 'Rome';\n"
        "export const q = [\n"
        "  { question: 'Which is the the capital?', options: ['Rome', 'Oslo'], answer: 'Romme' },\n"
        "  { question: \"Which is it?\", options: ['Rome', 'Oslo'], answer: NAME },\n"
        "];\n"
    )
    (tmp_path / "q.ts").write_text(before, "utf-8")
    quizlint("fix", "--unsafe", "q.ts", cwd=tmp_path)
    after = before.replace("the the", "the").replace("'Romme'", "'A'")
    assert (tmp_path / "q.ts").read_text("utf-8") == after


def test_a_folder_says_nothing_of_mere_programs(tmp_path: Path, quizlint: Quizlint) -> None:
    (tmp_path / "tool.py").write_text("print('options')\n", "utf-8")
    (tmp_path / "q.ts").write_text(f"export const q = [{ONE}, {TWO}];\n", "utf-8")
    ran = quizlint("check", "-v", ".", cwd=tmp_path)
    assert "skipped tool.py" not in ran.err
    assert "2 items" in ran.out
    assert "tool.py" in quizlint("check", "tool.py", cwd=tmp_path).err
