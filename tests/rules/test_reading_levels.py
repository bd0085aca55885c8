"""LVL003, LVL011 and LVL012 from outside: what is found at which label, and in what words."""

import json
from typing import Any

import pytest

from quizlint.engine.result import Diagnostic
from quizlint.rules.base import Example
from quizlint.rules.registry import find
from quizlint.testing import check_example, found

HEAVY = (
    "An estuary constitutes a transitional environment whose salinity, continually modified by the "
    "tides and by fluvial discharge, requires considerable adaptability of the organisms in it."
)
GRADE_12 = (
    "An estuary is a coastal region in which fresh water from a river gradually combines with salt "
    "water, creating unusual conditions that support numerous animals."
)
PLAIN = (
    "An estuary is the wide end of a river, where it meets the sea. The water there is a bit "
    "salty. Twice a day the tide comes in and goes out again. Birds like the mud, as there is a "
    "lot to eat in it. Young fish like the calm water, and hide there from the big ones. So do the "
    "crabs."
)


def findings(*codes: str, levels: Any = None, **document: Any) -> list[Diagnostic]:
    rules = [rule for code in codes if (rule := find(code))]
    config = {"levels": levels} if levels else {}
    text = json.dumps({"kind": "cheat-sheet", **document}, ensure_ascii=False)
    report = check_example(Example(text, "sheet.quiz.json", config), rules)
    assert not report.failures
    return found(report)


def card(back: str, level: str, front: str = "What is an estuary?") -> dict[str, str]:
    return {"front": front, "back": back, "difficulty": level}


@pytest.mark.parametrize(
    ("back", "level", "fires"),
    [
        (HEAVY, "beginner", True),
        (HEAVY, "intermediate", True),
        (HEAVY, "advanced", False),
        (GRADE_12, "beginner", True),
        (GRADE_12, "advanced", False),
        (PLAIN, "beginner", False),
        (PLAIN, "advanced", False),
        ("Considerable physiological adaptability characterises organisms.", "beginner", False),
    ],
)
def test_an_item_is_judged_by_the_band_of_its_label(back: str, level: str, fires: bool) -> None:
    assert bool(findings("LVL011", cards=[card(back, level)])) is fires


@pytest.mark.parametrize(
    "scale",
    [
        ["easy", "medium", "hard"],
        ["1", "2", "3", "4", "5"],
        ["A1", "A2", "B1", "B2", "C1", "C2"],
        ["novice", "master"],
    ],
)
def test_any_scale_has_bands_by_position(scale: list[str]) -> None:
    levels = {"scale": scale}
    assert findings("LVL011", levels=levels, cards=[card(HEAVY, scale[0])])
    assert not findings("LVL011", levels=levels, cards=[card(HEAVY, scale[-1])])


def test_what_learners_do_is_no_level_of_reading() -> None:
    bloom = ["remember", "understand", "apply", "analyze", "evaluate", "create"]
    assert not findings("LVL011", levels={"scale": bloom}, cards=[card(HEAVY, "remember")])


def test_the_message_names_grade_band_sentence_and_reason() -> None:
    short = "Fresh water meets the sea there."
    (only,) = findings("LVL011", cards=[card(f"{short} {HEAVY}", "beginner")])
    assert "its band ends at grade 8.0" in only.message
    assert "of them long like" in only.message
    assert "'An estuary constitutes" in only.message
    assert only.marked.startswith("An estuary constitutes")


def test_the_settings_and_the_audience_move_the_band() -> None:
    bands = {"bands": {"beginner": {"max-grade": 30}}}
    assert not findings("LVL011", levels=bands, cards=[card(HEAVY, "beginner")])
    low = {"bands": {"advanced": {"max-grade": 6}}}
    (only,) = findings("LVL011", levels=low, cards=[card(HEAVY, "advanced")])
    assert "the settings allow grade 6.0" in only.message
    assert not findings("LVL011", audience="professional", cards=[card(GRADE_12, "beginner")])
    (only,) = findings("LVL011", audience="grade 5", cards=[card(GRADE_12, "advanced")])
    assert "grade 5 ends at grade 7.7" in only.message


def test_words_that_the_sheet_teaches_count_as_known() -> None:
    back = (
        "In osmoregulation an animal keeps its osmotic pressure steady. A shark does "
        "osmoregulation with osmotically active urea, a salmon with its gills."
    )
    asked = card(back, "beginner", "How do fish cope with a change from the river to the sea?")
    assert findings("LVL011", cards=[asked], levels={"bands": {"beginner": {"max-grade": 5}}})
    taught = card("It is how a body keeps salt and water in balance.", "beginner")
    taught["front"] = "What is osmoregulation?"
    sheet: dict[str, Any] = {"title": "Osmotic pressure in animals", "cards": [taught, asked]}
    assert not findings("LVL011", levels={"bands": {"beginner": {"max-grade": 5}}}, **sheet)


def test_a_heavy_front_does_not_excuse_its_own_words() -> None:
    front = (
        "Which considerations predominantly determine the geographical distribution of estuarine "
        "invertebrates notwithstanding intermittent environmental perturbation?"
    )
    assert findings("LVL011", cards=[card("Salt, mud and tides do it.", "beginner", front)])


def test_the_stem_is_judged_though_its_options_are_short() -> None:
    question = {
        "question": f"{HEAVY.replace('.', ',')} and what is it?",
        "options": ["mud", "salt", "a bay", "a dam"],
        "answer": "A",
        "difficulty": "beginner",
    }
    assert findings("LVL011", questions=[question])


def test_one_defect_is_said_once() -> None:
    peers = [
        card(
            f"{verb} the sand by the sea, dig a hole, and see it fill up with salt water.",
            "beginner",
            f"{n}?",
        )
        for n, verb in enumerate(("Walk", "Stand", "Sit", "Run", "Jump", "Dance", "Sing", "Dream"))
    ]
    found_codes = [
        each.code
        for each in findings(
            "LVL004",
            "LVL009",
            "LVL010",
            "LVL011",
            audience="grade 5",
            levels={"bands": {"beginner": {"max-grade": 6}}},
            cards=[*peers, card(HEAVY, "beginner")],
        )
    ]
    assert found_codes == ["LVL011"]


@pytest.mark.parametrize(
    ("language", "plain", "heavy"),
    [
        (
            "de",
            (
                "Ein Fluss wird am Ende breit. Dort trifft er auf das Meer, und das Wasser wird "
                "salzig. Viele Vögel finden im Schlamm etwas zu essen."
            ),
            (
                "Charakteristisch ist eine kontinuierliche Veränderung der Salzkonzentration, "
                "deren gezeitenabhängige Schwankungen außergewöhnliche physiologische "
                "Anpassungsleistungen sämtlicher dort vorkommender Organismengruppen unumgänglich "
                "erscheinen lassen."
            ),
        ),
        (
            "es",
            (
                "Al final el río se hace ancho. Allí llega al mar y el agua es un poco salada. "
                "Muchas aves comen en el barro, y los peces chicos nadan allí sin miedo."
            ),
            (
                "Constituye característicamente una modificación ininterrumpida de las "
                "concentraciones salinas, cuyas fluctuaciones imprevisibles determinan "
                "extraordinarias adaptaciones fisiológicas de prácticamente cualquier organismo "
                "representativo."
            ),
        ),
        (
            "it",
            (
                "Alla fine il fiume si fa largo. Lì trova il mare, e l'acqua è un po' salata. "
                "Tanti uccelli mangiano nel fango, e i pesci piccoli ci vivono bene."
            ),
            (
                "Costituisce caratteristicamente una modificazione ininterrotta delle "
                "concentrazioni saline, le cui fluttuazioni imprevedibili determinano straordinari "
                "adattamenti fisiologici praticamente di qualsiasi organismo rappresentativo."
            ),
        ),
        (
            "fr",
            (
                "À la fin, le fleuve est large. Il y trouve la mer, et l'eau a un goût de sel. Les "
                "oiseaux mangent dans la vase, et les petits poissons y vivent bien."
            ),
            (
                "Constituant caractéristiquement une modification ininterrompue des concentrations "
                "salines, ces fluctuations imprévisibles déterminent d'extraordinaires adaptations "
                "physiologiques de pratiquement tout organisme représentatif."
            ),
        ),
    ],
)
def test_other_languages_have_their_own_formulas(language: str, plain: str, heavy: str) -> None:
    for back, fires in ((plain, False), (heavy, True)):
        sheet = {"language": language, "cards": [card(back, "beginner", "?")]}
        assert bool(findings("LVL011", **sheet)) is fires


def test_a_language_without_formulas_is_not_judged() -> None:
    assert not findings("LVL011", language="fi", cards=[card(HEAVY, "beginner")])


ADVANCED = (
    "How does tidal circulation modify the salinity gradient of a stratified estuary?",
    "Which processes concentrate suspended sediment at the turbidity maximum?",
)
NURSERY = (
    "Which of these can swim in the sea and has a tail? Say its name and tell us how big it is."
)


def prompt(text: str, level: str = "advanced") -> dict[str, Any]:
    return {"prompt": text, "difficulty": level, "concepts": ["a", "b", "c"]}


@pytest.mark.parametrize(
    ("text", "level", "others", "fires"),
    [
        (NURSERY, "advanced", ADVANCED, True),
        (NURSERY, "intermediate", ADVANCED, False),
        (NURSERY, "advanced", (), False),
        (NURSERY.replace("sea", "hyporheic zone"), "advanced", ADVANCED, False),
        (NURSERY + " `swim(tail)`", "advanced", ADVANCED, False),
        ("Can a fish swim?", "advanced", ADVANCED, False),
    ],
)
def test_a_childs_item_among_advanced_ones(
    text: str, level: str, others: tuple[str, ...], fires: bool
) -> None:
    prompts = [*map(prompt, others), prompt(text, level)]
    assert bool(findings("LVL012", prompts=prompts)) is fires


EASY = ("Why is the sky blue?", "Where do birds go in the cold?", "What do bees eat all day long?")
HARD = (
    "Which atmospheric particles scatter radiation preferentially?",
    "Which hormonal changes initiate seasonal migration behaviour?",
    "Which carbohydrates predominate in the nutrition of pollinators?",
)


def test_five_cards_and_five_questions_show_that_labels_are_swapped() -> None:
    def sheet(easy: tuple[str, ...], hard: tuple[str, ...]) -> dict[str, Any]:
        texts = [(text, "beginner") for text in easy] + [(text, "advanced") for text in hard[:2]]
        return {
            "cards": [card("It depends, as one can see below.", level, t) for t, level in texts],
            "questions": [
                {"question": f"{t}", "options": ["one", "two"], "answer": "A", "difficulty": level}
                for t, level in ((f"Do say now: {t.lower()}", level) for t, level in texts)
            ],
        }

    (only,) = findings("LVL003", **sheet(HARD, EASY))
    assert "6 beginner items" in only.message
    assert "by chance in one of" in only.message
    assert not findings("LVL003", **sheet(EASY, HARD))
    assert not findings("LVL003", cards=sheet(HARD, EASY)["cards"])


def test_cards_that_read_heavier_than_questions_are_no_swap() -> None:
    seen = "It is seen in the distribution of radiation."
    asked = [
        {"question": f"{text} Do say.", "options": ["a", "b"], "answer": "A"} for text in EASY * 2
    ]
    sheet: dict[str, Any] = {
        "cards": [card(seen, "beginner", text) for text in HARD * 2],
        "questions": [{**question, "difficulty": "advanced"} for question in asked],
    }
    assert not findings("LVL003", **sheet)
