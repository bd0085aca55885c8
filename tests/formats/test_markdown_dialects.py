"""Quizzes that Markdown files hold in the manner of one tool or another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlint.content import Interaction, KeyState, Option, Question, Reading
from quizlint.content.problems import FormatTrap, MissingField, Syntax
from quizlint.formats import markdown
from quizlint.formats.base import Files
from quizlint.text import Source, Text


def read(text: str, name: str = "page.md") -> Reading:
    return markdown.read(Source(name, text), Files())


def questions(text: str, name: str = "page.md") -> list[Question]:
    reading = read(text, name)
    assert reading.skipped is None
    return list(reading.documents[0].questions)


def only(text: str, name: str = "page.md") -> Question:
    (question,) = questions(text, name)
    return question


def cards(text: str, name: str = "page.md") -> list[tuple[str, str]]:
    reading = read(text, name)
    assert reading.skipped is None
    assert reading.documents[0].kind == "cheat-sheet"
    return [(card.front.value, card.back.value) for card in reading.documents[0].cards]


def texts(question: Question) -> list[str]:
    return [option.text.value for option in question.options]


def said(option: Option) -> str | None:
    return None if option.feedback is None else option.feedback.value


def written(text: str, leaf: Text) -> str:
    return text[slice(*leaf.span)]


# mkdocs-quiz


def test_a_block_with_feedback_and_what_is_shown_after_answering() -> None:
    text = (
        "# Birds\n\nSome words.\n\n<quiz>\nLook:\n\n```\na - [x] b\n```\nWhich bird swims?\n"
        "- [x] the penguin\n> It *dives*,\n> too.\n* [ ] the ostrich\n\n- [] the hen\n\n"
        "All of them walk.\n\n## More\n</quiz>\n"
    )
    question = only(text)
    assert question.stem.value == "Look:\n\n```\na - [x] b\n```\nWhich bird swims?"
    assert texts(question) == ["the penguin", "the ostrich", "the hen"]
    assert question.key.indices == (0,)
    assert [said(option) for option in question.options] == ["It *dives*,\ntoo.", None, None]
    assert question.rationale is not None
    assert question.rationale.value == "All of them walk.\n\n## More"
    assert text[slice(*question.span)].startswith("<quiz>")
    assert text[slice(*question.span)].endswith("</quiz>")
    assert read(text).documents[0].title is not None


def test_a_block_in_a_tab_is_indented_and_one_in_a_fence_is_an_example() -> None:
    text = (
        '=== "Example"\n\n    <quiz>\n    Two\n      lines?\n    - [x] yes\n      indeed\n'
        '    - [ ] no\n    </quiz>\n\n=== "Syntax"\n\n    ~~~markdown\n    <quiz>\n'
        "    ```\n    x\n    ```\n    - [x] yes\n    - [ ] no\n    </quiz>\n    ~~~\n"
        "<!-- <quiz>\n- [x] a\n</quiz> -->\n<!--\n<quiz>\nWhat?\n- [x] a\n</quiz>\n-->\n"
    )
    question = only(text)
    assert question.stem.value == "Two\n  lines?"
    assert texts(question) == ["yes\n  indeed", "no"]


def test_gaps_to_fill() -> None:
    text = "<quiz>\n[[Lima]] lies in [[ Peru ]], no `[x]`.\n\n---\nOn the coast.\n</quiz>\n"
    question = only(text)
    assert question.interaction is Interaction.CLOZE
    assert question.stem.value == "_____ lies in _____, no `[x]`."
    assert [each.text.value for each in question.key.written] == ["Lima", " Peru "]
    assert question.rationale is not None
    assert question.rationale.value == "On the coast."
    assert question.options == ()
    blank = question.stem.at(14, 19)
    assert text[slice(*blank)] == "[[ Peru ]]"
    lies = question.stem.value.index("lies")
    assert text[slice(*question.stem.at(lies, lies + 4))] == "lies"


def test_feedback_away_from_its_option_is_a_trap() -> None:
    text = "<quiz>\nWhich?\n- [ ] one\n\n> why not\n\n- [x] two\n</quiz>\n"
    (problem,) = read(text).problems
    assert isinstance(problem, FormatTrap)
    assert text[slice(*problem.span)] == "> why not"
    assert [said(option) for option in only(text).options] == ["why not", None]
    behind_all = "<quiz>\nWhich?\n- [ ] one\n- [x] two\n\n> so it is\n</quiz>\n"
    assert not read(behind_all).problems


def test_fences_and_comments_within_a_block() -> None:
    text = (
        "<quiz>\n```\n- [x] a\n~~~\n- [x] b\n``` c\n- [x] d\n```\nWhich? <!-- hm -->\n\n"
        "- [ ] one\n> no\n- [x] two\n> yes\n> it is\n</quiz>\n"
    )
    question = only(text)
    assert question.stem.value.endswith("- [x] d\n```\nWhich?")
    assert [said(option) for option in question.options] == ["no", "yes\nit is"]
    assert question.order_meaningful


def test_a_block_without_options_or_gaps() -> None:
    text = "<quiz>\nWhich?\n</quiz>\n\n<quiz>\nWhat?\n- [x] a\n- [ ] b\n</quiz>\n"
    (problem,) = read(text).problems
    assert (type(problem), problem.span) == (MissingField, (0, 6))
    assert only(text).stem.value == "What?"


def test_tech_io() -> None:
    text = "# T\n\n?[Which are even?]\n-[x] 2\n-[ ] 3\n- [x] 4\n\nWords.\n"
    question = only(text)
    assert question.stem.value == "Which are even?"
    assert texts(question) == ["2", "3", "4"]
    assert question.key.indices == (0, 2)
    assert question.interaction is Interaction.MULTIPLE


# quizdown


QUIZDOWN = (
    "---\nprimaryColor: red\nshuffleAnswers: false\n---\n\n# Pick a river!\n\n"
    "---\nhint: x\n---\n\n"
    "Mind the **sea**.\n\n> A hint\n\n1. [x] Rhine\n    > Well done\n1. [ ] Alps\n\n"
    "### Sort the rooms\n\n1. hall\n2. attic\n\n## No question\n\nWords.\n"
)


@pytest.mark.parametrize(
    "around",
    [
        "```quizdown\n{}```\n",
        "```{{=quizdown}}\n{}```\n",
        "```{{quizdown}}\n{}```\n",
        "~~~ quiz\n{}~~~\n",
        '<div class="quizdown">\n\n{}\n</div>\n',
        '<div id="a" class="b quizdown">\n{}',
    ],
)
def test_quizdown(around: str) -> None:
    text = "# Page\n\nWords. Which?\n\n" + around.format(QUIZDOWN) + "\n- [x] done\n"
    if around.endswith("{}"):
        text = text.removesuffix("\n- [x] done\n")
    first, second = questions(text)
    assert first.stem.plain == "Pick a river! Mind the sea."
    assert texts(first) == ["Rhine", "Alps"]
    assert first.key.indices == (0,)
    assert said(first.options[0]) == "Well done"
    assert first.shuffle is False
    assert second.stem.value == "Sort the rooms"
    assert second.interaction is Interaction.ORDER
    assert texts(second) == ["hall", "attic"]
    assert second.key.indices == (0, 1)
    for option in first.options:
        assert written(text, option.text) == option.text.value


# fenced YAML


def test_fenced_yaml() -> None:
    text = (
        "# Rivers\n\n```quiz\nquestion: Which is longest?\noptions: [Nile, Rhine]\n"
        'answer: "Ni\\x6Ce"\n```\n\nWords: `quiz`\n\n  ~~~{quiz}\n'
        "- question: Which flows?\n  options:\n  - water\n  - sand\n  answer: 0\n~~~\n\n"
        "```yaml\nquestion: no\noptions: [a, b]\nanswer: a\n```\n"
    )
    first, second = questions(text)
    assert (first.route, second.route) == ("questions[0]", "questions[1]")
    assert first.stem.value == "Which is longest?"
    assert written(text, first.options[1].text) == "Rhine"
    assert first.key.indices == (0,)
    assert first.key.written[0].text.value == "Nile"
    assert written(text, first.key.written[0].text) == '"Ni\\x6Ce"'
    assert texts(second) == ["water", "sand"]
    assert second.key.indices == (0,)


def test_blocks_together_show_how_keys_count_and_may_hold_cards() -> None:
    block = "```quiz\nquestion: Which?\noptions: [a, b]\nanswer: {}\n```\n\n"
    text = "".join(block.format(answer) for answer in (1, 2, 1))
    assert [question.key.indices for question in questions(text)] == [(0,), (1,), (0,)]
    assert read(text).index_base == 1
    held = "```quiz\ncards:\n- {front: a, back: b}\n- {front: c, back: d}\n```\n"
    assert cards(held + "\n" + held) == [("a", "b"), ("c", "d")] * 2


def test_broken_yaml_in_a_fence_is_said_once_and_hides_no_other() -> None:
    text = (
        "```quiz\nquestion: [\n```\n\n```quiz\nquestion: Which?\noptions: [a, b]\nanswer: a\n```\n"
    )
    reading = read(text)
    assert Syntax in {type(problem) for problem in reading.problems}
    assert [question.stem.value for question in reading.documents[0].questions] == ["Which?"]


def test_json_in_a_fence() -> None:
    text = (
        '# T\n\n```quiz\n[\n\t{"q": "Who? \\ud83d\\ude00", "choices": ["a", "b"], "answer": 0}\n]\n'
        "```\n\n```quiz\nquestion: Which?\noptions: [c, d]\nanswer: d\n```\n\n"
        '```quiz\n{"prompt": "What?", "options": [{"id": "a", "label": "e"},'
        ' {"id": "b", "label": "f"}], "answer": "b"}\n```\n'
    )
    found = questions(text)
    assert [question.stem.value for question in found] == ["Who? 😀", "Which?", "What?"]
    assert [question.key.indices for question in found] == [(0,), (1,), (1,)]
    assert not read(text).problems


def test_options_marked_behind_them() -> None:
    text = (
        "# T\n\n```quiz\nQ: Which bird\nswims?\n- the hen\n- the penguin [correct]\n> It dives.\n\n"
        "Who runs?\n- the ostrich [*]\n- [the bat]\n? So it is.\n```\n\n"
        "```quiz 01 cloze\nA {{gap}}: here\n- and [there]\n```\n"
    )
    first, second = questions(text)
    assert first.stem.value == "Which bird\nswims?"
    assert texts(first) == ["the hen", "the penguin"]
    assert first.key.indices == (1,)
    assert first.rationale is not None
    assert first.rationale.value == "It dives."
    assert texts(second) == ["the ostrich", "[the bat]"]
    assert second.key.indices == (0,)
    assert not read(text).problems


# Quarto


def test_quarto_slides() -> None:
    text = (
        "---\ntitle: Slides\n---\n\n## Intro\n\n- a\n- b\n\n"
        "## Which bird swims? {.quiz-question}\n\n"
        "- [the *penguin*]{.correct}\n- the ostrich\n"
        '- [a [hen](x)]{data-explanation="It can\'t."}\n\n::: footer\nPick.\n:::\n\n'
        "## Lists {.quiz-question .quiz-multiple}\n\nWhat is `x[2]`?\n\n"
        "- [two]{.correct data-explanation='yes {so}'}\n- [three]{.incorrect}\n\n"
        "## Outro\n\n- [x]{.correct}\n"
    )
    first, second = questions(text, "slides.qmd")
    assert first.stem.value == "Which bird swims?"
    assert texts(first) == ["the *penguin*", "the ostrich", "a [hen](x)"]
    assert first.key.indices == (0,)
    assert [said(option) for option in first.options] == [None, None, "It can't."]
    assert second.stem.value == "What is `x[2]`?"
    assert texts(second) == ["two", "three"]
    assert second.key.indices == (0,)
    assert second.interaction is Interaction.MULTIPLE
    assert said(second.options[0]) == "yes {so}"
    for question in (first, second):
        for leaf in question.texts:
            assert written(text, leaf) == leaf.value
    boxes = "## Which? {.quiz-question}\n\n- [ ] this {.incorrect}\n- [x] that {.correct}\n"
    assert texts(only(boxes)) == ["this", "that"]
    assert only(boxes).key.indices == (1,)


def test_quarto_divs_with_checkboxes() -> None:
    text = (
        "::: {.quiz-question .single-choice #one}\n\nWhich bird swims?\n\n - [ ] the hen\n\n"
        "   [It *drowns*.]{.explanation}\n\n - [x] the penguin\n\n:::\n"
    )
    question = only(text)
    assert texts(question) == ["the hen", "the penguin"]
    assert said(question.options[0]) == "It *drowns*."


# MDX


def test_mdx_questions() -> None:
    text = (
        "import Question from 'q'\n\n# Unit\n\nWords.\n\n### Q1: Which bird?\nIt *swims*.\n\n"
        "<Question\n  choices={[\n    { text: \"the pen\\u0067uin\", explain: 'It can\\'t fly',\n"
        "      correct: true },\n    // no bird\n    { text: `the {bat}`, },\n  ]}\n/>\n\n---\n\n"
        '### Q2\n\n<Question choices={[\n  {"text": "on" + "e", correct: false},\n'
        "  {text: <>two</>, correct: true},\n]} />\n"
    )
    first, second = questions(text, "unit.mdx")
    assert first.stem.value == "Which bird?\nIt *swims*."
    assert first.number is not None
    assert first.number.value == "Q1:"
    assert texts(first) == ["the penguin", "the {bat}"]
    assert said(first.options[0]) == "It can't fly"
    assert first.key.indices == (0,)
    assert not first.dynamic
    penguin = first.options[0].text
    assert text[slice(*penguin.at(7, 8))] == "\\u0067"
    assert text[slice(*penguin.at(4, 7))] == "pen"
    assert texts(second) == ["one", "<>two</>"]
    assert second.key.indices == (1,)


@pytest.mark.parametrize(
    ("written_as", "value"),
    [
        ("''", ""),
        (r"'a\\'", "a\\"),
        (r"'\x41\u{42}\n'", "AB\n"),
        (r'"a\"b"', 'a"b'),
        ("'a\\\nb'", "ab"),
        ("'a' +\n `b` + \"c\"", "abc"),
        ("-4.5", "-4.5"),
        ("12", "12"),
        ("<p>don't, {f('}')} stop</p>", None),
        ("f(a, [b, '}'], /* ) */ {c: 'd)'})", None),
        ("'a' + b", None),
        ("cond ? 'a, b' : `c` // so, it is\n", None),
    ],
)
def test_values_of_attributes(written_as: str, value: str | None) -> None:
    text = (
        f"<Question {{...rest}} question='Who?' open choices={{[{{ shown, text: {written_as},"
        " correct: true }, /* none */ { ...more, text: 'last' }]} />\n"
    )
    first, last = only(text, "a.mdx").options
    assert last.text.value == "last"
    assert first.correct
    assert not last.correct
    if value is not None:
        assert first.text.value == value


@pytest.mark.parametrize(
    "broken",
    [
        "choices={[{text: 'a'}, {text: 'b'}",
        "choices={[{text: 'a'}, {text: 'b'}]",
        "choices={[{text: 'a'}, {text: f('b'}]}",
        "choices={[{text: 'a'}, {text: 'b}]}",
        "choices={[{text: 'a'}, {text: b /* }]}",
        "choices={" + "[" * 60 + "]" * 60 + "}",
        "choices",
        "choices=",
        'choices="',
    ],
)
def test_elements_that_do_not_end(broken: str) -> None:
    good = "<Question question='Who?' choices={[{text: 'c', correct: true}, {text: 'd'}]} />\n"
    text = f"<Question {broken}\n\n{good}"
    assert texts(only(text, "a.mdx")) == ["c", "d"]
    assert [type(problem) for problem in read(text, "a.mdx").problems] == [Syntax]


def test_an_element_may_bring_its_stem_or_a_list_of_questions() -> None:
    own = '<Quiz question="Which?" options={["a", "b"]} answer={1} explanation="so" />\n'
    cast = own.replace("]}", "] as const}")
    assert texts(only(cast, "a.mdx")) == ["a", "b"]
    question = only(own, "a.mdx")
    assert question.stem.value == "Which?"
    assert question.key.written[0].readings == {0, 1}
    assert read(own, "a.mdx").index_base_open
    assert question.rationale is not None
    listed = (
        "<Quiz\n title='T'\n questions={[\n"
        "  {question: 'Which?', options: ['a', 'b'], correctAnswer: 1},\n"
        "  {question: 'Who?', options: ['c', 'd'], correctAnswer: 0},\n]}/>\n"
    )
    assert [each.key.indices for each in questions(listed, "a.mdx")] == [(1,), (0,)]


def test_the_stem_may_stand_between_the_tags() -> None:
    text = (
        '# T\n\nWords.\n\n<MultipleChoice options={["a", "b"]} answer="a">Who?</MultipleChoice>\n'
    )
    assert only(text, "a.mdx").stem.value == "Who?"


def test_what_a_program_works_out_is_not_judged() -> None:
    text = "Which?\n\n<Question choices={[{text: t('a'), correct: true}, {text: 'b'}]} />\n"
    assert only(text, "a.mdx").dynamic


def test_an_element_without_an_end_is_said_and_the_next_is_read() -> None:
    text = (
        "Which?\n\n<Question choices={[{text: 'a, correct: true}]} />\n\nWho?\n\n"
        "<Question choices={[{text: 'c', correct: true}, {text: 'd'}]} />\n"
    )
    reading = read(text, "a.mdx")
    (problem,) = reading.problems
    assert isinstance(problem, Syntax)
    assert text[problem.span.start :].startswith("'a, correct")
    assert [question.stem.value for question in reading.documents[0].questions] == ["Who?"]


# freeCodeCamp


def test_solutions_count_from_one() -> None:
    text = (
        "---\nid: 1\ntitle: Birds\n---\n\n# --description--\n\nWords.\n\n# --questions--\n\n"
        "## --text--\n\nWhich swims?\n\n```js\n## --answers--\n---\n```\n\n## --answers--\n\n"
        "the hen\n\n### --feedback--\n\nIt drowns.\n\n---\n\n```\nthe penguin\n---\n```\n\n---\n\n"
        "the bat\n\n## --video-solution--\n\n2\n\n## --text--\n\nWho?\n\n## --answers--\n\na\n\n"
        "---\n\nb\n\n## --video-solution--\n\n3\n\n"
        "# --explanation--\n\nWhy.\n\n# --scene--\n\nWords.\n"
    )
    first, second = questions(text)
    assert first.stem.value.startswith("Which swims?\n\n```js")
    assert texts(first) == ["the hen", "```\nthe penguin\n---\n```", "the bat"]
    assert said(first.options[0]) == "It drowns."
    assert first.key.indices == (1,)
    assert second.rationale is not None
    assert second.rationale.value == "Why."
    assert second.key.indices == ()
    assert second.key.written[0].as_ordinal == 2


def test_a_solution_is_a_number_even_where_options_are_numbers() -> None:
    text = (
        "## --text--\n\nHow many?\n\n## --answers--\n\n2\n\n---\n\n1\n\n---\n\n3\n\n"
        "## --video-solution--\n\n2\n\n<!-- end -->\n"
    )
    question = only(text)
    assert texts(question) == ["2", "1", "3"]
    assert question.key.indices == (1,)
    assert text[slice(*question.options[1].span)] == "1"
    assert text[slice(*question.span)].startswith("## --text--")
    assert "2" in text[slice(*question.span)].rpartition("solution--")[2]


def test_distractors_have_no_order() -> None:
    text = (
        "# --quizzes--\n\n## --quiz--\n\n### --question--\n\n#### --text--\n\nWhich?\n\n"
        "#### --distractors--\n\nred\n\n---\n\nblue\n\n#### --answer--\n\ngreen\n\n"
        "### --question--\n\n#### --text--\n\nWho?\n\n#### --distractors--\n\nyou\n"
    )
    first, second = questions(text)
    assert texts(first) == ["green", "red", "blue"]
    assert first.key.indices == (0,)
    assert not first.order_meaningful
    assert second.key.state is KeyState.ABSENT
    assert [type(problem) for problem in read(text).problems] == [MissingField]


# Obsidian


def test_obsidian_cards() -> None:
    text = (
        "# Notes\n\n#flashcards/birds\n\nthe hen::la poule <!--SR:!2030-01-01,3,250-->\n"
        "- a [[bat::x]]:::un bat\n`a::b` and ::\n\nWhich bird\nswims?\n?\nThe penguin.\n\n"
        "```\nit::dives\n```\n\nThe ==Nile== is in ==Africa==.\n\n```\nno::card\n```\n"
    )
    assert cards(text) == [
        ("the hen", "la poule"),
        ("a [[bat::x]]", "un bat"),
        ("Which bird\nswims?", "The penguin."),
        ("The _____ is in _____.", "Nile"),
    ]


def test_halves_of_obsidian_cards_are_none() -> None:
    text = "#flashcards\n\n?\nback\n\nfront\n?\n\n::back\n\nfront::\n\n## a::b\n\nc::d\n"
    assert cards(text) == [("a", "b"), ("c", "d")]
    gaps = "#flashcards\n\n- The ==Nile==\n  and ==more\n  words== flow.\n"
    assert cards(gaps) == [("The _____\n  and ==more\n  words== flow.", "Nile")]


def test_the_tag_may_stand_in_front_matter_and_without_it_nothing_is_a_card() -> None:
    body = "the hen::la poule\n"
    assert cards(f"---\ntags: [french, flashcards]\n---\n{body}") == [("the hen", "la poule")]
    assert cards(f"---\ntags: '#flashcards/fr'\n---\n{body}") == [("the hen", "la poule")]
    for tag in ("", "flashcards\n\n", "`#flashcards`\n\n", "see [it](x#flashcards)\n\n"):
        assert read(tag + body).skipped, tag


# answers that fold out, and options with exclamation marks


FOLDED = (
    "<details>\n<summary><b>1. What dives?</b></summary>\n\nThe penguin.\n\n</details>\n\n"
    "<details><summary>Who runs?</summary>The <i>ostrich</i></details>\n"
)


def test_answers_that_fold_out() -> None:
    expected = [("1. What dives?", "The penguin."), ("Who runs?", "The <i>ostrich</i>")]
    assert cards("# Check your knowledge\n\n" + FOLDED) == expected
    assert cards(FOLDED, "birds-flashcards.md") == expected
    under = (
        "# Bird quiz\n\n## What dives?\n\n<details><summary>Show answer</summary>\n\nA\n"
        "</details>\n\n## Who runs?\n\n<details><summary>Show answer</summary>\n\nB\n</details>\n"
    )
    assert cards(under) == [("What dives?", "A"), ("Who runs?", "B")]


def test_most_of_what_folds_out_must_answer_something() -> None:
    more = "<details><summary>Log</summary>\n\nlines\n</details>\n\n"
    assert len(cards("# Quiz\n\n" + FOLDED + more)) == 2
    assert read("# Quiz\n\n" + FOLDED + more * 2).skipped
    assert read("# Quiz\n\n" + FOLDED.partition("<details><summary>Who")[0]).skipped
    solved = "Words.\n\n<details><summary>Solution</summary>\n\nA\n</details>\n\n"
    assert read("# Quiz\n\n" + solved * 3).skipped


@pytest.mark.parametrize(
    ("name", "before"),
    [
        ("README.md", "# Birds\n\n"),
        ("faq.md", "# Quiz FAQ\n\n"),
        ("help.md", "# Frequently asked questions on the quiz\n\n"),
    ],
)
def test_a_page_of_help_is_left_alone(name: str, before: str) -> None:
    assert read(before + FOLDED, name).skipped


def test_right_options_with_exclamation_marks() -> None:
    text = (
        "# Topic\n\n* Which bird swims?\n    - the hen\n    - !the penguin\n\n* Look:\n\n"
        "```c\n* x;\n```\n\nWhat runs?\n    - !the ostrich\n    - the bat\n"
    )
    first, second = questions(text)
    assert first.stem.value == "Which bird swims?"
    assert texts(first) == ["the hen", "the penguin"]
    assert first.key.indices == (1,)
    assert second.stem.value == "Look:\n\n```c\n* x;\n```\n\nWhat runs?"
    assert second.key.indices == (0,)
    assert read("* Fruit\n    - apple\n    - pear\n\n* Never\n    - !important\n    - so\n").skipped


# what is no quiz, and what holds for any text


@pytest.mark.parametrize(
    "text",
    [
        "Use `<quiz>` like this:\n\n```md\n<quiz>\nWhat?\n- [x] a\n- [ ] b\n</quiz>\n```\n",
        "<quiz>\nnever closed\n- [ ] a task\n",
        "````\n```quiz\nquestion: Which?\noptions: [a, b]\nanswer: a\n```\n````\n",
        "```quiz\nnot: a question\n```\n",
        "The class `.quiz-question` marks a slide.\n",
        "<Question choices={[]} />\n",
        "<QuizProvider items={things}>\n\nText\n\n</QuizProvider>\n",
        "<Quiz id='3' />\n\n- [ ] todo\n",
        "# Tasks\n\n- [x] write\n- [ ] test\n  - !important\n",
        "## --description--\n\n## --answers--\n\nno question above\n",
        "std::vector and a::b, see #flashcard-app\n",
        "?[link]\n",
    ],
)
def test_other_markdown_is_left_alone(text: str) -> None:
    assert read(text, "notes.mdx").skipped


LINES = (
    *("<quiz>", "</quiz>", "- [x] one", "- [ ] two", "> so", "[[gap]] is", "---", "```quiz", "```"),
    *("~~~", "    <quiz>", "    - [x] in", "    </quiz>", "question: Who?", "options: [a, b]"),
    *("answer: a", "```quizdown", "### Which?", '<div class="quizdown">', "</div>", "1. a", "2. b"),
    *("## Which? {.quiz-question}", "- [a]{.correct}", '- [b]{data-explanation="so"}', "- c [*]"),
    *("<Question choices={[", "{text: 'a\\n', correct: true},", '{text: "b" + `c`}', "]} />"),
    *("{/* c */}", "/* open", "## --text--", "## --answers--", "### --feedback--", "2"),
    *("## --video-solution--", "#### --distractors--", "#### --answer--", "#flashcards", "a::b"),
    *(
        "a:::b <!--SR:!1-->",
        "?",
        "The ==gap== here",
        "<details><summary>Who?</summary>me</details>",
    ),
    *(
        "# Quiz",
        "* Which?",
        "    - !yes",
        "    - no",
        "Q: Who?",
        "> so",
        "?[Which?]",
        "-[x] a",
        "",
        "",
        "é 😀",
        "\x00",
    ),
    *(
        "<!-- a",
        "-->",
        "\x00",
        "---\ntitle: x\n---",
        "### Which?\n---\na: b\n---",
        "::: {.quiz-question}",
    ),
)


@given(st.lists(st.sampled_from(LINES), max_size=25), st.sampled_from(("\n", "\r\n", "\r")))
def test_every_leaf_stands_where_it_says(lines: list[str], end: str) -> None:
    text = ("\n".join(lines) + "\n").replace("\n", end)
    reading = read(text, "quiz.mdx")
    for problem in reading.problems:
        assert 0 <= problem.span.start < problem.span.end <= len(text)
    for document in reading.documents:
        assert len({item.route for item in document.items}) == len(document.items)
        for item in document.items:
            leaves = list(item.texts)
            if isinstance(item, Question):
                leaves += [each.text for each in item.key.written]
                assert all(item.span.covers(option.span) for option in item.options)
            for leaf in leaves:
                assert item.span.covers(leaf.span)
                assert leaf.span.start < leaf.span.end
                for at, char in enumerate(leaf.value):
                    found = text[slice(*leaf.at(at, at + 1))]
                    assert found == char or char == "_" or found.startswith("\\")
