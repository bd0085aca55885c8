"""Kinds of wrong findings, each with items that are right and items that are wrong."""

import json
from typing import Any

import pytest

from quizlint.rules.base import Example
from quizlint.rules.registry import by_word
from quizlint.testing import check_example, found


def says(code: str, questions: list[dict[str, object]], name: str = "bank.json") -> list[str]:
    """The messages of one rule about questions in somebody else's format."""
    data = json.dumps({"questions": questions}).encode()
    report = check_example(Example("", name=name), [by_word()[code]], data)
    assert report.failures == ()
    assert report.skips == ()
    return [diagnostic.message for diagnostic in found(report)]


def choice(stem: str, *options: str, key: int = 0, **more: Any) -> dict[str, object]:
    """A question with one key, by its flag."""
    flags = [{"text": text, "correct": at == key} for at, text in enumerate(options)]
    return {"question": stem, "options": flags, **more}


METALS = ("iron", "copper", "tin", "lead")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(
            ("image", "cell.png"),
            ("image_paths", ["a.png", "b.png"]),
            ("imageUrl", "https://x/a.png"),
        ),
        *(("figure", {"src": "cell.svg"}), ("img", "/a.gif"), ("Pictures", [{"url": "a.png"}])),
        ("photo", "p.jpg"),
    ],
)
@pytest.mark.parametrize(
    ("code", "stem", "options"),
    [
        ("STM010", "What does the figure below show?", METALS),
        ("STM010", "Which part is marked in the following diagram?", METALS),
        ("STM009", "Which of the statements are true?", ("I and II", "I and III", "II and III")),
    ],
)
def test_a_picture_in_a_field_is_there(
    field: str, value: Any, code: str, stem: str, options: tuple[str, ...]
) -> None:
    assert says(code, [choice(stem, *options)]) != []
    assert says(code, [choice(stem, *options, **{field: value})]) == []


@pytest.mark.parametrize("value", [None, "", [], False, " ", [""]])
def test_an_empty_field_shows_nothing(value: object) -> None:
    assert says("STM010", [choice("What does the figure below show?", *METALS, image=value)]) != []


@pytest.mark.parametrize(
    "stem",
    [
        r"Which are true?\nI. Ice floats.\nII. Iron floats.\nIII. Oak floats.",
        r"Read:\n I) Ice floats.\n II) Iron floats.\n III) Oak floats.\nWhich hold?",
    ],
)
def test_lines_that_were_escaped_twice_are_lines(stem: str) -> None:
    assert says("STM009", [choice(stem, "I and II", "I and III", "II and III")]) == []


CONTRADICTED = (
    "The correct answer is C.",
    "The answer is 'D', since lead is soft.",
    "Correct answer: (C)",
    "The right option is B because copper conducts.",
    "Answer: D",
    "Answer is C - tin melts first.",
    "The correct choice is “B”.",
    "C is correct.",
    "Option B is right, as the table shows.",
    "The answer is B and nothing else.",
    "The true answer is D; iron rusts.",
    "The correct answer is option C: tin.",
)
AGREED = (
    "The correct answer is 'A barometer', which measures pressure.",
    "The correct answer is A barometer.",
    'The right answer is "A hammer of iron".',
    "The answer is A metal that rusts.",
    "The correct answer is A because iron rusts.",
    "The answer is A.",
    "The correct answer is ‘D minor’, a key of one flat.",
    "The answer is B vitamins of the group.",
    "The correct answer is “C major”.",
    "Answer: A. Iron rusts in damp air.",
    "Iron is the answer; B and C are wrong.",
    "The correct answer is An iron bar.",
)


@pytest.mark.parametrize("why", CONTRADICTED)
def test_another_letter_contradicts(why: str) -> None:
    assert len(says("KEY007", [choice("Which metal rusts?", *METALS, explanation=why)])) == 1


@pytest.mark.parametrize("why", AGREED)
def test_an_article_is_no_letter(why: str) -> None:
    assert says("KEY007", [choice("Which metal rusts?", *METALS, explanation=why)]) == []


@pytest.mark.parametrize("key", [1, 2, 3])
@pytest.mark.parametrize("why", AGREED[:4])
def test_an_article_is_no_letter_whatever_the_key(why: str, key: int) -> None:
    question = choice("Which metal rusts?", *METALS, key=key, explanation=why)
    assert not [said for said in says("KEY007", [question]) if "explanation says" in said]


@pytest.mark.parametrize(
    "option",
    [
        *("both options A and B", "answers B and C", "Options A or C", "same as option B"),
        *("the first two options", "Option A", "answer (b)", "the previous answer"),
        *("Both A and B are right", "choices A & B", "the same as answer C.", "options A, B"),
    ],
)
def test_a_place_is_pointed_to(option: str) -> None:
    assert says("OPT021", [choice("What floats?", "ice of the sea", "oak", "cork", option)]) != []


@pytest.mark.parametrize(
    "option",
    [
        *("It answers a question.", "a list that options a user sets", "Find what answers a need"),
        *("The choice a reader makes", "It gives the answer a child would give", "choices a lot"),
        *(
            "An option a day",
            "answer a call",
            "options b",
            "It answers A question",
            "choice c of it",
        ),
        "an answer, a guess and a lie",
    ],
)
def test_an_article_is_no_place(option: str) -> None:
    assert says("OPT021", [choice("What floats?", "ice of the sea", "oak", "cork", option)]) == []


TURNED = (
    "Which of these is not a metal?",
    "Which statement about ice is NOT true?",
    "All of these metals rust EXCEPT",
    "Which tool would you not use on glass?",
    "Which animal does not lay eggs?",
    "A stack does not support which operation?",
    "Which of these does not ensure a tight joint?",
    "What is not needed to ensure that bread rises?",
    "Ice is NOT",
    "Which river does not flow into the Baltic Sea?",
    "Which of the following is false?",
    "Mark the incorrect statement.",
)
KEPT = (
    "What should a cook do to ensure the milk is not sour?",
    "What do you check to make sure the lamp is not hot?",
    "Which step makes sure that the valve is not open?",
    "Cacti do NOT wilt in the desert because",
    "Ice does not sink in water because it",
    "What do we add so that the glue does not dry?",
    "Which lock guarantees a value is not read twice?",
    "How do you verify the file is not empty?",
    "The engine does not start until",
    "The moon does not fall onto the earth due to",
    "Owls do not fly by day in order to",
    "Which test verifies a list is not sorted?",
    "Oil does not mix with water because:",
    "What does a guard do, ensuring the index is not negative?",
    "Why does ice not sink?",
    "What happens if a seed is not watered?",
    "Which word means that a person is not tall?",
    "Bats do not fly into walls since",
)


@pytest.mark.parametrize("stem", TURNED)
def test_a_negation_that_governs(stem: str) -> None:
    assert says("STM002", [choice(stem, *METALS)]) + says("STM014", [choice(stem, *METALS)]) != []


@pytest.mark.parametrize("stem", KEPT)
def test_a_negation_that_turns_nothing_round(stem: str) -> None:
    questions = [choice(stem, "It cannot rust.", "It is wet.", "It is old.")]
    assert [says(code, questions) for code in ("STM002", "STM003", "STM014")] == [[], [], []]


def flagged(stem: str, right: set[int], *options: str) -> dict[str, object]:
    flags = [{"text": text, "correct": at in right} for at, text in enumerate(options)]
    return {"question": stem, "options": flags}


def test_equal_values_that_are_both_right_are_meant() -> None:
    options = ("0.5 l", "500 ml", "5 l", "50 cl")
    assert (
        says("OPT004", [flagged("Which are half a litre? Select all.", {0, 1, 3}, *options)]) == []
    )
    for stem, right in (("Which is more than a litre?", {2}), ("Which is half a litre?", {0})):
        (message,) = says("OPT004", [flagged(stem, right, *options)])
        assert "options A, B and D are the same value" in message


@pytest.mark.parametrize("label", ["700", "850", "1500", "0.75", "62%", " 3 "])
def test_a_rating_is_another_scale(label: str) -> None:
    assert says("LVL001", [choice("Which metal rusts?", *METALS, difficulty=label)]) == []


@pytest.mark.parametrize("label", ["begginer", "medum", "level seven"])
def test_a_word_is_a_level_or_none(label: str) -> None:
    known = choice("Which metal is soft?", *METALS, difficulty="beginner")
    question = choice("Which metal rusts?", *METALS, difficulty=label)
    assert len(says("LVL001", [known, question])) == 1


@pytest.mark.parametrize(
    "options",
    [
        ("Bach", "Johann Nepomuk Hummel", "Haydn"),
        ("Rome", "Santiago de Compostela", "Oslo"),
        ("Vincent van Gogh", "Monet", "Klee"),
        ("Peru", "Trinidad and Tobago", "Chad"),
        ("New South Wales", "Utah", "Ohio"),
        ("The Old Man and the Sea", "Ulysses", "Emma"),
    ],
)
def test_a_name_has_the_length_it_has(options: tuple[str, ...]) -> None:
    longest = max(range(3), key=lambda at: len(options[at]))
    assert says("OPT007", [choice("Which one is meant?", *options, key=longest)]) == []


@pytest.mark.parametrize(
    "options",
    [
        ("It melts.", "It reacts with oxygen and water.", "It bends."),
        ("Bach", "a composer who wrote for the church", "Haydn"),
        ("It rusts", "Oxygen And Water React With The Iron At Its Surface", "It bends"),
        ("Rome", "The Roman town that was founded last", "Oslo"),
    ],
)
def test_a_phrase_has_the_length_it_was_given(options: tuple[str, ...]) -> None:
    assert len(says("OPT007", [choice("Which one is meant?", *options, key=1)])) == 1


def test_what_a_document_does_throughout_is_told_once() -> None:
    whole = [flagged(f"Which are metals, round {n}?", {0, 1}, "iron", f"tin {n}") for n in range(6)]
    (message,) = says("KEY005", whole)
    assert "in 6 of 6 questions" in message
    others = [choice(f"Which metal rusts, round {n}?", *METALS) for n in range(8)]
    assert len(says("KEY005", [*whole, *others])) == 6
    assert len(says("KEY005", whole[:3])) == 3


@pytest.mark.parametrize(
    "marks",
    [("{#if ready}", "{:else}", "{/if}"), ("{% if a %}", "{% else %}", "{% endif %}")],
)
def test_branches_of_a_page_are_no_duplicates(marks: tuple[str, str, str]) -> None:
    question = "Which metal rusts?\n\n- [x] iron\n- [ ] tin\n\n"
    text = f"# Quiz\n\n{marks[0]}\n\n## {question}{marks[1]}\n\n## {question}{marks[2]}\n"
    rules = [by_word()["SET005"]]
    branched = check_example(Example(text, name="page.quiz.md"), rules)
    plain = check_example(Example(text.replace(marks[1], ""), name="page.quiz.md"), rules)
    assert len(plain.documents) == 1
    assert [d.code for d in found(plain)] == ["SET005"]
    assert found(branched) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (r"What is the root in `C:\` and `D:\` on a disk?", False),
        (r"Which folder is `C:\Users\`, and which file `a.txt`?", False),
        (r"The sign `\` escapes; \` is a backtick of its own.", False),
        (r"Write \`code\` with two signs.", False),
        (r"What does `ls do in a shell with \` at its end?", False),
        (r"What does `C:\` mean, and what `D: does not?", True),
    ],
)
def test_inside_code_a_backslash_is_itself(text: str, wrong: bool) -> None:
    assert bool(says("STR015", [choice(text, *METALS)])) is wrong


def test_k_type_is_told_by_one_rule_only() -> None:
    stem = "Which of these are gases? I. Neon II. Sulfur III. Argon"
    question = choice(stem, "I only", "I and II", "I, II, and III", "II and III")
    assert says("OPT009", [question]) == []
    assert len(says("OPT012", [question])) == 1


@pytest.mark.parametrize("option", ["Both and b above", "both and", "Both a and", "Both , and ."])
def test_half_a_combination_fails_no_rule(option: str) -> None:
    for code in ("OPT009", "OPT012", "OPT021"):
        says(code, [choice("What floats?", "ice", "oak", option)])
