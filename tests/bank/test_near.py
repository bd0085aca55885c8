"""Questions that say nearly the same, and those that only look so."""

from pathlib import Path

import pytest

from quizlint.engine.session import check

STEM = "Which gas do green plants take from the air to make their sugar in daylight?"
OPTIONS = ["oxygen", "carbon dioxide", "nitrogen", "water vapour"]
KEY = "carbon dioxide"


def quiz(*items: tuple[str, list[str], str]) -> str:
    lines = ["kind: quiz", "questions:"]
    for stem, options, key in items:
        lines += [f'  - question: "{stem}"', f"    options: {options!r}", f"    answer: {key}"]
    return "\n".join(lines) + "\n"


def codes(folder: Path, **files: str) -> list[tuple[str, str, int]]:
    for name, text in files.items():
        (folder / f"{name}.quiz.yaml").write_text(text, "utf-8")
    found = check([str(folder)]).diagnostics
    return sorted(
        (each.code, each.place.path.rpartition("/")[2].split(".")[0], each.place.line)
        for each in found
        if each.code.startswith("BNK") or each.code == "SET005"
    )


@pytest.mark.parametrize(
    ("stem", "options", "key"),
    [
        (STEM.replace("to make their sugar", "for making sugar"), OPTIONS, KEY),  # reworded
        (STEM, [*OPTIONS[:3], "water vapours"], KEY),  # an option edited
        (STEM.replace("green ", ""), list(reversed(OPTIONS)), KEY),  # a word less, another order
        (STEM.upper(), OPTIONS, KEY),  # other letters
    ],
)
def test_what_says_nearly_the_same(tmp_path: Path, stem: str, options: list[str], key: str) -> None:
    said = quiz((STEM, OPTIONS, KEY), (stem, options, key))
    assert codes(tmp_path, a=said) == [("BNK002", "a", 6)]


@pytest.mark.parametrize(
    ("stem", "options", "key"),
    [
        (STEM.replace("Which gas do", "Which gas do not"), OPTIONS, KEY),  # a negation
        (STEM.replace("Which gas", "Which 2 gases"), OPTIONS, KEY),  # a number
        (STEM.replace("take from", "give to"), OPTIONS, "oxygen"),  # another key
        (STEM.replace("green plants", "`plants()`"), OPTIONS, KEY),  # code
        ("Which gas puts out a burning match in a jar?", OPTIONS, KEY),  # another question
        (STEM.replace("gas", "metal"), ["iron", "gold", "lead", "zinc"], "iron"),
    ],
)
def test_what_only_looks_so(tmp_path: Path, stem: str, options: list[str], key: str) -> None:
    assert codes(tmp_path, a=quiz((STEM, OPTIONS, KEY), (stem, options, key))) == []


def test_a_cluster_is_told_once_a_question(tmp_path: Path) -> None:
    others = [STEM.replace("daylight", word) for word in ("the day", "sunlight", "the light")]
    said = [quiz((stem, OPTIONS, KEY)) for stem in (STEM, *others)]
    found = codes(tmp_path, a=said[0], b=said[1], c=said[2], d=said[3])
    assert found == [("BNK002", "b", 3), ("BNK002", "c", 3), ("BNK002", "d", 3)]


def test_verdicts_tell_no_question_from_another(tmp_path: Path) -> None:
    facts = [
        ("Green plants take carbon dioxide from the air.", ["true", "false"], "'true'"),
        ("Green plants take nitrogen from the air.", ["true", "false"], "'true'"),
    ]
    assert codes(tmp_path, a=quiz(*facts)) == []


def test_copies_in_two_files_are_told_once(tmp_path: Path) -> None:
    items = [(STEM, OPTIONS, KEY), ("Which gas puts out a match?", OPTIONS, KEY)]
    found = check([str(_written(tmp_path, quiz(*items), quiz(*reversed(items))))]).diagnostics
    (copy,) = [each for each in found if each.code == "BNK001"]
    assert copy.place.path.endswith("b.quiz.yaml")
    assert copy.message.startswith("this question and 1 other stand in ")
    assert len(copy.notes) == 2


def _written(folder: Path, *texts: str) -> Path:
    for name, text in zip("abc", texts, strict=False):
        (folder / f"{name}.quiz.yaml").write_text(text, "utf-8")
    return folder


def test_a_mould_is_compared_in_bounded_time(tmp_path: Path) -> None:
    """A thousand questions of one mould share all common words; no pair of them is compared."""
    items = [
        (f"Which of these is the number after {number}?", [f"{number + 1}", "none", "zero"], "none")
        for number in range(1000)
    ]
    assert codes(tmp_path, a=quiz(*items)) == []


@pytest.mark.parametrize(("name", "told"), [("a.gift", False), ("b.gift", True)])
def test_an_export_is_no_copy(tmp_path: Path, name: str, told: bool) -> None:
    (tmp_path / "a.quiz.yaml").write_text(quiz((STEM, OPTIONS, KEY)), "utf-8")
    options = "\n".join(f"{'=' if each == KEY else '~'}{each}" for each in OPTIONS)
    (tmp_path / name).write_text(f"::a:: {STEM} {{\n{options}\n}}\n", "utf-8")
    found = {each.code for each in check([str(tmp_path)]).diagnostics}
    assert ("BNK001" in found) == told
