"""One pass over a text against textstat's own values, and what loading it must not do."""

import random
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlint.language import _textstat
from quizlint.language.readability import (
    MIN_WORDS,
    Readability,
    _measure,
    pooled,
    readability,
)
from quizlint.text import Prose

ODDITIES = (
    "",
    " ",
    "\n\t ",
    "?",
    "…",
    "...",
    "What?",
    "No. Yes. Maybe.",
    "One two. Three four five. Six.",
    "https://example.org/a/b?x=1 is a link",
    "A well-known, state-of-the-art method.",
    "In 1234 there were 3.14 of them, e.g. in D.C., i.e. not here.",
    "don't can't I'll we've they're it's 'quoted' o'clock 'tis rock'n'roll '",
    "It’s a “smart” quote – really — yes…",
    "Die Größe naïve café résumé Ελλάδα ΟΔΟΣ İstanbul",
    "光合作用是植物的过程。 フォトシンセシス",
    "مرحبا بالعالم",
    "😀 🎓 emoji 👩\u200d🔬 here",
    "a\x1cb\x85c\u2028d\u00a0e\u3000f",
    "!!! ??? ... a b c d !!!",
    "word" * 40,
    "under_score __dunder__ _x_ 'd 's 't .'t ''s",
    "hmm psst shh tsk brrr",
    "e\u0301 combining e\u0301te\u0301",
    "(a) (b) (c) [x] {y} <z>",
    "1. First point here. 2. Second point there! 3) third?",
    "line one\nline two\r\nline three\n\n\nend",
)
PIECES = (
    "the of a photosynthesis river don't it's well-known e.g. U.S. 3.14 1,000 (aside) “smart” -- … "
    "zxqwv blorf naïve I i enzyme hydrolysis every about our people's rock'n'roll C++ x=1 a/b _y_ "
    "? ! . 's '' café Étude qu'il ß Σ 🎓 mRNA state-of-the-art anti-inflammatory twentieth hmm"
).split()
SPACES = (" ", " ", " ", " ", "\n", "  ", "\t", "\u00a0", ". ", "? ", "! ", ", ", "... ")


def values(text: str) -> tuple[int | float, ...]:
    ours = readability(text)
    return (
        ours.words,
        ours.syllables,
        ours.letters,
        ours.characters,
        ours.flesch_kincaid_grade,
        ours.ari,
        ours.coleman_liau,
        ours.gunning_fog,
        ours.polysyllables,
        ours.monosyllables,
        ours.long_words,
        ours.difficult,
    )


def textstats(text: str) -> tuple[int | float, ...]:
    textstat = _textstat.load()
    return (
        textstat.lexicon_count(text),
        textstat.syllable_count(text),
        textstat.letter_count(text),
        textstat.char_count(text),
        textstat.flesch_kincaid_grade(text),
        textstat.automated_readability_index(text),
        textstat.coleman_liau_index(text),
        textstat.gunning_fog(text),
        textstat.polysyllabcount(text),
        textstat.monosyllabcount(text),
        textstat.long_word_count(text),
        textstat.difficult_words(text, 3, unique=False),
    )


@pytest.mark.parametrize("text", ODDITIES)
def test_odd_texts_have_textstats_values(text: str) -> None:
    assert values(text) == textstats(text)


def test_thousands_of_texts_have_textstats_values() -> None:
    rng = random.Random(20261123)
    for _ in range(4000):
        pieces = rng.choices(PIECES, k=rng.randint(1, 60))
        text = "".join(piece + rng.choice(SPACES) for piece in pieces)
        assert values(text) == textstats(text), text
        if text.strip():
            assert readability(text).sentences == _textstat.load().sentence_count(text), text


@settings(max_examples=600, deadline=None)
@given(st.text(max_size=80) | st.text("ab'.?! -\n’td\u00a0é", max_size=60))
def test_any_text_has_textstats_values(text: str) -> None:
    assert values(text) == textstats(text)


def closed(text: str) -> str:
    return text if text.rstrip().endswith((".", "!", "?")) else text + "."


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12), max_size=5))
def test_pooling_is_reading_one_text_after_the_other(parts: list[list[str]]) -> None:
    proses = [Prose(" ".join(part)) for part in parts]
    together = pooled(proses)
    assert together == sum((pooled([prose]) for prose in proses), Readability())
    texts = [text for prose in proses if (text := " ".join(prose.wording.split()))]
    joined = readability(" ".join(map(closed, texts)))
    assert together.words == joined.words
    assert together.flesch_kincaid_grade == joined.flesch_kincaid_grade


def test_code_formulas_and_addresses_are_not_scored() -> None:
    prose = Prose("Call `os.path.join(a)` on $x^2 + y$ or see https://example.org/x?y=1 now.")
    assert pooled([prose, Prose("It flows.")]) == readability("Call on or see now.") + readability(
        "It flows."
    )
    assert pooled([]) == Readability()
    assert Readability().flesch_kincaid_grade == 0.0


def test_a_score_needs_twenty_words() -> None:
    assert MIN_WORDS == 20
    assert not readability("word " * 19).enough
    assert readability("word " * 20).enough


def test_syllables_are_the_dictionarys() -> None:
    words = {"about": 2, "every": 3, "photosynthesis": 5, "our": 2, "very": 2, "hour": 2}
    assert {word: readability(word).syllables for word in words} == words


def test_harder_prose_has_a_higher_grade() -> None:
    easy = readability("The cat sat on the mat. It was a warm day and the sun was out.")
    hard = readability(
        "Physiological mechanisms precipitate disproportionately involuntary contractions "
        "notwithstanding contemporaneous pharmacological intervention."
    )
    assert easy.flesch_kincaid_grade < 3 < 18 < hard.flesch_kincaid_grade


def test_memory_does_not_grow_with_the_number_of_words() -> None:
    hyphens = _textstat.load().backend.utils.get_pyphen("en_US").hd.cache
    limit = _textstat._PYPHEN_WORDS
    for start in range(0, limit + 2000, 1000):
        readability(" ".join(f"qz{number}x" for number in range(start, start + 1000)))
    assert len(hyphens) <= limit + 1
    info = _measure("en").cache_info()
    assert info.maxsize is not None
    assert info.currsize <= info.maxsize
    before = info.currsize
    readability("x" * 5000 + " " + "y" * 5000)
    assert _measure("en").cache_info().currsize == before


def run(code: str) -> None:
    watch = (
        "import sys\n"
        "sys.addaudithook(lambda name, args: name.startswith(('socket.', 'urllib'))"
        " and sys.exit(f'network: {name}'))\n"
    )
    subprocess.run([sys.executable, "-c", watch + code], check=True)


def test_neither_nltk_nor_the_network_is_touched() -> None:
    run(
        "from quizlint.language.readability import readability\n"
        "assert 'textstat' not in sys.modules\n"
        "assert readability('The quick brown fox jumps over the lazy dog.').syllables == 11\n"
        "assert 'nltk' not in sys.modules\n"
    )


def test_a_textstat_that_was_loaded_before_gets_the_table_too() -> None:
    run(
        "import textstat\n"
        "from quizlint.language.readability import readability\n"
        "assert readability('about every hour, zxqwv').syllables == 8\n"
        "assert textstat.syllable_count('about every hour zxqwv') == 8\n"
    )
