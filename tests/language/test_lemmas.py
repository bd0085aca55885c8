"""Words without their endings."""

from importlib import import_module

import pytest

from quizlint.language._pronunciation import TABLE


@pytest.mark.parametrize("language", ["english", "german", "french", "spanish", "portuguese"])
def test_both_stemmers_give_the_same(language: str) -> None:
    """The one in C is there for speed alone: where it cannot be installed, nothing changes."""
    plain = import_module(f"snowballstemmer.{language}_stemmer")
    slow = getattr(plain, f"{language.title()}Stemmer")()
    fast = import_module("Stemmer").Stemmer(language)
    words = [line.partition(" ")[0] for line in TABLE.path.read_text("ascii").splitlines()[::97]]
    words += ["größe", "façade", "corazón", "ação", "naïveté", "wäscherei"]
    assert [slow.stemWord(word) for word in words] == [fast.stemWord(word) for word in words]
