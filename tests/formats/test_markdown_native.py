"""Native Markdown: sections, entries and what stands under a heading."""

import pytest
from reading import whole

from quizlint.content import (
    Card,
    Document,
    Interaction,
    KeyState,
    Prompt,
    Question,
    Reading,
)
from quizlint.content.problems import KeysDisagree, MissingField, NothingToCheck, UnknownField
from quizlint.formats import load
from quizlint.formats.base import Files
from quizlint.text import Source

SHEET = """\
---
kind: cheat-sheet
title: Tides at a glance
topic: Geography / Sea
minutes: 4
---

# Another heading

## Cards

### What pulls the tides? {#pull}

*Level: beginner*

Mostly the **Moon**, a little the Sun.

```text
moon > sun
```

### 2. Spring tide

A strong tide.

## Questions

### 1. How many high tides does most of the coast see a day? {#count}

**Difficulty:** intermediate

Think of one turn of the Earth.

- [ ] one
- [x] two
  > One for each bulge.
- [ ] four

> Both bulges pass
> once a day.

<!-- quizlint: ignore[x] -- because -->

### Q2: Which tides are strong?

- [x] spring tides
- [ ] neap tides

**Explanation:** Sun and Moon pull along one line.

## Prompts

### Explain neap tides in your own words.

**Hint:** Draw the three bodies.

**Concepts** (3):

- right angle
- weaker pull

3 of 3 concepts
"""


def read(text: str, name: str = "example.quiz.md", **beside: bytes) -> Reading:
    return whole(load("markdown"), Source(name, text), Files(beside.get))


def only(text: str, name: str = "example.quiz.md") -> Document:
    reading = read(text, name)
    assert reading.skipped is None
    return reading.documents[0]


def quiz(body: str) -> Question:
    items = only(f"## Questions\n\n{body}").items
    assert len(items) == 1
    assert isinstance(items[0], Question)
    return items[0]


def test_reads_a_whole_sheet() -> None:
    reading = read(SHEET, "tides.sheet.md")
    document = reading.documents[0]
    assert reading.problems == ()
    assert document.native
    assert document.kind == "cheat-sheet"
    assert document.title is not None
    assert document.title.value == "Tides at a glance"
    assert document.minutes is not None
    assert document.minutes.value == "4"
    assert [item.route for item in document.items] == [
        "cards[0]",
        "cards[1]",
        "questions[0]",
        "questions[1]",
        "prompts[0]",
    ]


def test_cards_are_headings_with_a_body() -> None:
    first, second = only(SHEET).cards
    assert first.name == "pull"
    assert first.difficulty is not None
    assert first.difficulty.value == "beginner"
    assert first.front.value == "What pulls the tides?"
    assert first.back.value.startswith("Mostly the **Moon**")
    assert first.back.value.endswith("```")
    assert "Level" not in first.back.value
    assert (second.front.value, second.back.value) == ("Spring tide", "A strong tide.")


def test_questions_have_number_id_level_stem_options_and_rationale() -> None:
    first, second = only(SHEET).questions
    assert first.number is not None
    assert second.number is not None
    assert (first.number.value, second.number.value) == ("1.", "Q2:")
    assert first.name == "count"
    assert first.difficulty is not None
    assert first.difficulty.value == "intermediate"
    assert first.stem.value == (
        "How many high tides does most of the coast see a day?\n\nThink of one turn of the Earth."
    )
    assert [option.text.value for option in first.options] == ["one", "two", "four"]
    assert first.options[1].feedback is not None
    assert first.options[1].feedback.value == "One for each bulge."
    assert first.key.indices == (1,)
    assert first.key.origin == "checkboxes"
    assert first.rationale is not None
    assert first.rationale.value == "Both bulges pass\nonce a day."
    assert second.rationale is not None
    assert second.rationale.value == "Sun and Moon pull along one line."


def test_a_comment_belongs_to_the_item_it_stands_before() -> None:
    reading = read(SHEET)
    at = SHEET.index("<!--")
    assert (at, SHEET.index("-->") + 3) in reading.comments
    first, second = reading.documents[0].questions
    assert first.span.end <= at < second.span.start


def test_prompts_have_hint_concepts_and_a_stated_count() -> None:
    (prompt,) = only(SHEET).prompts
    assert prompt.prompt.value == "Explain neap tides in your own words."
    assert prompt.hint is not None
    assert prompt.hint.value == "Draw the three bodies."
    assert [concept.value for concept in prompt.concepts] == ["right angle", "weaker pull"]
    assert prompt.stated_concepts == 3
    assert prompt.stated_span is not None
    assert SHEET[slice(*prompt.stated_span)] == "3"


def test_concepts_may_stand_on_one_line() -> None:
    document = only("## Prompts\n\n### Why?\n\n**Concepts:** a thing, another; third\n")
    assert [each.value for each in document.prompts[0].concepts] == ["a thing", "another", "third"]
    assert document.prompts[0].stated_concepts is None


def test_entries_without_sections_are_told_by_what_they_hold() -> None:
    text = (
        "---\nkind: cheat-sheet\n---\n\n# Sheet\n\n## Tide\n\nThe sea's rise and fall.\n\n"
        "## Which is strong?\n\n- [x] spring\n- [ ] neap\n\n## Explain it.\n\n**Hint:** pull\n"
    )
    kinds = [type(item) for item in only(text, "notes.md").items]
    assert kinds == [Card, Question, Prompt]


def test_the_first_heading_is_the_title() -> None:
    document = only("# Tides\n\n## Questions\n\n### A?\n\n- [x] b\n- [ ] c\n")
    assert document.title is not None
    assert document.title.value == "Tides"
    assert document.kind == "quiz"


def test_headings_may_group_entries() -> None:
    options = "\n\n- [x] a\n- [ ] b\n\n"
    text = f"## Questions\n\n### Sea\n\n#### One?{options}#### Two?{options}"
    assert [question.stem.value for question in only(text).questions] == ["One?", "Two?"]


def test_a_heading_inside_an_entry_is_part_of_it() -> None:
    text = "## Cards\n\n### Tide\n\nRise and fall.\n\n#### In detail\n\nTwice a day.\n"
    (card,) = only(text).cards
    assert card.back.value == "Rise and fall.\n\n#### In detail\n\nTwice a day."


@pytest.mark.parametrize(
    ("answer", "indices"),
    [("B", (1,)), ("B) the Sun", (1,)), ("A, C", (0, 2)), ("A and C", (0, 2)), ("the Sun", (1,))],
)
def test_a_written_answer_names_options(answer: str, indices: tuple[int, ...]) -> None:
    question = quiz(f"### Who?\n\n- A) the Moon\n- B) the Sun\n- C) Mars\n\n**Answer:** {answer}\n")
    assert [option.text.value for option in question.options] == ["the Moon", "the Sun", "Mars"]
    assert [option.label.value for option in question.options if option.label] == ["A", "B", "C"]
    assert question.key.indices == indices
    assert question.key.origin == "answer"


def test_an_answer_without_options_is_a_short_answer() -> None:
    question = quiz("### Who pulls?\n\n**Answer:** `the Moon`\n\n> It is near.\n")
    assert question.interaction is Interaction.TEXT
    assert question.key.written[0].text.value == "`the Moon`"
    assert question.rationale is not None
    assert question.rationale.value == "It is near."


def test_checkboxes_that_disagree_with_the_answer_are_noted() -> None:
    reading = read("## Questions\n\n### Who?\n\n- [x] Moon\n- [ ] Sun\n\n**Answer:** B\n")
    assert [type(problem) for problem in reading.problems] == [KeysDisagree]


@pytest.mark.parametrize(
    ("ticks", "interaction"),
    [
        ("- [x] True\n- [ ] False", Interaction.TRUE_FALSE),
        ("- [x] a\n- [ ] b", Interaction.CHOICE),
        ("- [x] a\n- [X] b\n- [ ] c", Interaction.MULTIPLE),
    ],
)
def test_the_interaction_follows_from_the_options(ticks: str, interaction: Interaction) -> None:
    assert quiz(f"### Right?\n\n{ticks}\n").interaction is interaction


def test_a_question_without_a_tick_has_no_key() -> None:
    question = quiz("### Which?\n\n- [ ] a\n- [ ] b\n")
    assert question.key.state is KeyState.ABSENT
    assert question.key.indices == ()


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ("## Questions\n\n### Lost?\n\nNothing here.\n", "options"),
        ("## Cards\n\n### Lost\n\n### Found\n\nA back.\n", "back"),
    ],
)
def test_what_an_entry_lacks_is_noted(body: str, field: str) -> None:
    (problem,) = read(body).problems
    assert isinstance(problem, MissingField)
    assert problem.field == field
    assert body[slice(*problem.span)].startswith("### Lost")


@pytest.mark.parametrize("text", ["", "just words\r\nand more\r\n", "---\nkind: quiz\n---\n"])
def test_a_claimed_file_without_items_is_noted(text: str) -> None:
    (problem,) = read(text).problems
    assert isinstance(problem, NothingToCheck)
    assert not text[slice(*problem.span)].endswith(("\r", "\n"))


def test_misspelt_fields_are_noted_and_those_of_site_generators_are_not() -> None:
    text = (
        "---\nkind: quiz\ntitel: x\nlayout: post\ndraft: true\n---\n\n## A?\n\n- [x] b\n- [ ] c\n"
    )
    (problem,) = read(text, "x.md").problems
    assert isinstance(problem, UnknownField)
    assert problem.field == "titel"
    assert text[slice(*problem.span)] == "titel"


def test_keys_may_stand_in_a_sidecar() -> None:
    text = "## Questions\n\n### Which?\n\n- [ ] a\n- [ ] b\n"
    reading = read(text, "t.quiz.md", **{"t.answers.yaml": b"- B\n"})
    assert reading.documents[0].questions[0].key.indices == (1,)
