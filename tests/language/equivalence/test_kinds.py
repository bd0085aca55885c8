"""Each kind of saying the same, with what looks like it and is another answer."""

import pytest
from questions import PLAIN, same

from quizlint.content import Confidence
from quizlint.language.equivalence import Kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vilnius", "vilnius"),
        ("Vilnius", "Vilnius."),
        ("kidney", "The kidney"),
        ("green tea", "Green Tea"),
        ("green-tea leaves", "green tea leaves"),
        ("*green* tea", "green tea"),
        ("salt, and pepper", "salt and pepper"),
        ("Pаris", "Paris"),  # the first has a Cyrillic letter
        ("ＡＢＣ notes", "ABC notes"),
    ],
)
def test_the_same_letters_are_written_otherwise(one: str, other: str) -> None:
    found = same(one, other)
    assert found is not None
    assert found.kind is Kind.WRITTEN


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Co", "CO"),
        ("m", "M"),
        ("its", "it's"),
        ("a < b", "a > b"),
        ("x_1", "x1"),
        ("-2", "2"),
        ("C", "C++"),
    ],
)
def test_signs_that_count_make_another_answer(one: str, other: str) -> None:
    assert same(one, other) is None


@pytest.mark.parametrize(
    "stem",
    [
        "Which sentence is spelled as it should be?",
        "Which word fits: ___ is a city?",
        "Which plural is right?",
    ],
)
def test_where_letters_are_the_point_nothing_is_said(stem: str) -> None:
    assert same("Vilnius", "vilnius", stem) is None
    assert same("separation", "seperation", stem) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("9", "nine"),
        ("21", "twenty-one"),
        ("206", "two hundred and six"),
        ("6", "half a dozen"),
        ("75 %", "three quarters"),
        ("5/8", "five eighths"),
        ("by 20 %", "by one fifth"),
        ("0.2", "20 percent"),
        ("1,500 m", "1.5 km"),
        ("1.5 hours", "90 minutes"),
        ("3 May 1998", "1998-05-03"),
        ("8:15 p.m.", "20:15"),
        ("half past six in the evening", "18:30"),
        ("14 March, 24:00", "15 March, 00:00"),
        ("about a third", "about 1/3"),
        ("three decades", "30 years"),
        ("a quarter of a litre", "250 ml"),
    ],
)
def test_one_quantity_in_two_notations(one: str, other: str) -> None:
    found = same(one, other)
    assert found is not None, (one, other)
    assert found.kind is Kind.VALUE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("9", "ninety"),
        ("about 25 %", "25 %"),
        ("1 km", "1 mile"),
        ("5 kg", "5 m"),
        ("340 m/s", "34 m/s"),
        ("3 May 1998", "5 March 1998"),
        ("6 million", "6 billion"),
        ("first", "1"),
        ("2 km", "1 mile"),  # as rounded as that, but a fifth apart
    ],
)
def test_another_quantity_is_another_answer(one: str, other: str) -> None:
    assert same(one, other) is None


def test_a_rounded_conversion_is_less_sure_than_an_equal_one() -> None:
    exact, rounded = same("100 °C", "212 °F"), same("100 °C", "373 K")
    assert exact is not None
    assert rounded is not None
    assert exact.confidence > rounded.confidence > Confidence.LOW


def test_a_number_in_words_is_named_in_the_message() -> None:
    found = same("eight", "8")
    assert found is not None
    assert found.words == "'eight' is the number 8"


def test_where_notation_is_the_point_values_may_be_equal() -> None:
    assert same("1/4", "0.25", "How is a quarter written as a decimal?") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anemomiter", "Anemometer"),
        ("Neptune", "Neptuen"),
        ("Isaac Newton", "Isaac Newtno"),
        ("the chloroplats", "the chloroplast"),
    ],
)
def test_a_slip_is_no_other_word(one: str, other: str) -> None:
    found = same(one, other)
    assert found is not None
    assert found.kind is Kind.SLIP


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("meiosis", "mitosis"),
        ("autonomy", "autotomy"),
        ("abduct", "adduct"),
        ("Sektor", "Hektor"),
        ("rmdir", "mkdir"),
    ],
)
def test_two_terms_a_letter_apart_are_two_answers(one: str, other: str) -> None:
    assert same(one, other) is None


def test_three_spellings_are_a_spelling_test() -> None:
    assert same("accommodation", "acommodation", others=["accomodation"]) is None


@pytest.mark.parametrize(
    ("one", "other", "stem"),
    [
        ("SQL", "Structured Query Language", PLAIN),
        ("Portable Network Graphics", "PNG", PLAIN),
        ("RNA", "Ribonucleic acid", PLAIN),
        ("hard disk drive", "hard disk drive (HDD)", PLAIN),
        ("Copernicus", "Nicolaus Copernicus", "Who put the Sun in the middle?"),
        ("Marie Curie", "Curie", "Who discovered radium?"),
        ("Lincoln", "President Lincoln", PLAIN),
        ("the Nile", "the River Nile", PLAIN),
        ("Not allowed", "The entry is not allowed", PLAIN),
    ],
)
def test_a_short_form_and_the_long_one(one: str, other: str, stem: str) -> None:
    found = same(one, other, stem, ["the moon"])
    assert found is not None, (one, other)
    assert found.kind is Kind.SHORT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SQL", "Simple Mail Transfer Protocol"),
        ("York", "New York"),
        ("Mexico", "New Mexico"),
        ("Richard", "Richard II"),
        ("Baseline", "Milestone Baseline"),
        ("Korea", "North Korea"),
        ("Ever After", "Happily Ever After"),
    ],
)
def test_a_longer_name_may_be_another_one(one: str, other: str) -> None:
    assert same(one, other) is None


def test_a_shared_family_name_is_no_short_form() -> None:
    others = ["Emily Brontë"]
    assert same("Brontë", "Charlotte Brontë", "Who wrote it?", others) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("iron, tin and zinc", "zinc, iron and tin"),
        ("France and Italy", "Italy and France"),
        ("The storm sank the ship.", "The ship was sunk by the storm."),
        ("Two clerks counted the votes twice.", "The votes were counted twice by two clerks."),
    ],
)
def test_the_same_words_in_another_order(one: str, other: str) -> None:
    found = same(one, other)
    assert found is not None
    assert found.kind is Kind.SAME_WORDS


@pytest.mark.parametrize(
    ("one", "other", "stem"),
    [
        ("The ship sank the storm.", "The ship was sunk by the storm.", PLAIN),
        ("from left to right", "from right to left", PLAIN),
        ("The firm pays the bank.", "The bank pays the firm.", PLAIN),
        ("wash, rinse and dry", "rinse, wash and dry", "In which order do you do it?"),
        ("true, false", "false, true", PLAIN),
        ("4 and 6", "6 and 4", "What are the mean and the median?"),
    ],
)
def test_another_order_may_say_something_else(one: str, other: str, stem: str) -> None:
    assert same(one, other, stem) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It goes down.", "It decreases."),
        ("postpone it", "put it off"),
        ("to start the engine", "to begin the engine"),
        ("It makes the pump faster.", "It speeds the pump up."),
        ("to adjust the plan to a certain goal", "to adapt the plan for a certain goal"),
        ("Smoking is not allowed.", "Smoking is forbidden."),
        ("The seal is intact and not changed.", "The seal is intact and unchanged."),
        ("a quick answer", "a fast answer"),
    ],
)
def test_other_words_that_say_it(one: str, other: str) -> None:
    found = same(one, other)
    assert found is not None, (one, other)
    assert found.kind is Kind.OTHER_WORDS
    assert found.confidence > Confidence.LOW


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It rises.", "It falls."),
        ("It does not rise.", "It falls."),
        ("They must speak.", "They must not speak."),
        ("The accused need not prove it.", "The accused must not prove it."),
        ("It is not rational.", "It is not real."),
        ("It takes in heat.", "It gives off heat."),
        ("Stranger in Paradise", "Alien in Paradise"),
        ("three quick steps", "four fast steps"),
        ("It takes 8 minutes of light.", "It takes 8 seconds of light."),
        ("The mother calls the son.", "The father calls the son."),
        ("behind the wall", "before the wall"),
        ("for eight minutes or so", "for eight seconds or so"),
    ],
)
def test_a_word_without_a_partner_makes_another_answer(one: str, other: str) -> None:
    assert same(one, other) is None


def test_two_terms_of_like_meaning_are_doubtful() -> None:
    stem = "What is the term for a wide street that is lined with trees?"
    found = same("an avenue", "a boulevard", stem)
    assert found is None or found.confidence is Confidence.LOW


@pytest.mark.parametrize(
    ("special", "wide"),
    [
        ("a trout", "a fish"),
        ("in Berlin", "in Germany"),
        ("copper, tin and lead", "copper and tin"),
    ],
)
def test_the_special_one_as_key_makes_the_general_one_right_too(special: str, wide: str) -> None:
    found = same(special, wide, others=["a spoon"], keys=[0])
    assert found is not None
    assert found.kind in (Kind.GENERAL, Kind.INSIDE)
    assert found.confidence is Confidence.MEDIUM
    found = same(special, wide, others=["a spoon"], keys=[1])
    assert found is None or found.confidence is Confidence.LOW


def test_the_exact_term_may_be_asked_for() -> None:
    stem = "What do we call a quadrilateral whose four sides are all of equal length?"
    assert same("a rhombus", "a parallelogram", stem, keys=[0]) is None


@pytest.mark.parametrize(
    ("one", "other"), [("I only", "I and II only"), ("2, 3", "2, 3, 5"), ("yes", "yes, but late")]
)
def test_combinations_of_statements_overlap_on_purpose(one: str, other: str) -> None:
    assert same(one, other, others=["none"], keys=[1]) is None


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Cold air sinks because it is heavier", "than the warm air around it", Kind.TORN),
        ("Open the window slowly with", "the handle on the left", Kind.TORN),
        ("It stores the date of the", "It stores the date of the last change.", Kind.CUT),
    ],
)
def test_an_option_that_breaks_off(one: str, other: str, kind: Kind) -> None:
    found = same(one, other, others=["Call for help", "Wait outside"])
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize(
    ("one", "other"),
    [("somebody to play with", "the long way home"), ("what it is for", "where it comes from")],
)
def test_a_phrase_may_end_in_a_preposition(one: str, other: str) -> None:
    assert same(one, other, others=["a ball", "a game to look at"]) is None
