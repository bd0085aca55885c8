"""The table is WordNet's, by the script alone, and small."""

import importlib.util
import sys
from pathlib import Path
from zlib import compress

import pytest

from quizlint.language.equivalence import thesaurus

ROOT = Path(__file__).resolve().parents[3]
WORDNET = Path("/usr/share/wordnet")


def test_the_table_is_small() -> None:
    assert len(compress(thesaurus.TABLE.path.read_bytes())) < 1_000_000  # as in the wheel


@pytest.mark.skipif(not WORDNET.exists(), reason="wordnet-base is not installed")
def test_the_table_is_what_the_script_makes_of_wordnet() -> None:
    """No word stands in it by hand."""
    script = ROOT / "benchmarks" / "build_thesaurus.py"
    spec = importlib.util.spec_from_file_location("build_thesaurus", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    assert module.packed(WORDNET) == thesaurus.TABLE.path.read_bytes()


@pytest.mark.parametrize(
    ("one", "other"),
    [("bought", "purchased"), ("put_off", "postpone"), ("bigger", "larger"), ("children", "kids")],
)
def test_synonyms_in_any_form(one: str, other: str) -> None:
    assert thesaurus.synonyms(one, other)
    assert thesaurus.synonyms(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("clothing", "fabric"), ("dog", "cat"), ("left", "right"), ("qwx", "qwx")]
)
def test_other_words_are_no_synonyms(one: str, other: str) -> None:
    assert not thesaurus.synonyms(one, other)


def test_classes_reach_up_and_never_to_everything() -> None:
    assert thesaurus.more_general("animal", "trout")
    assert thesaurus.more_general("germany", "berlin")
    assert not thesaurus.more_general("trout", "animal")
    assert not thesaurus.more_general("object", "spoon")


def test_opposites_leave_no_third() -> None:
    assert thesaurus.opposites("forbidden", "allowed")
    assert thesaurus.opposites("present", "absent")
    assert not thesaurus.opposites("rise", "fall")  # it may stay
    assert not thesaurus.opposites("hot", "cold")  # it may be warm
