"""What a whole collection does is said once, and of none of its questions."""

from pathlib import Path

from quizlint.engine.result import State
from quizlint.engine.session import check

ITEM = """\
  - question: Which word is number {n} in the list of long words?
    options: [{options}]
    answer: {key}{note}
"""
LONG = "a word that is much longer than all of the others {n}"


def collection(folder: Path, share: int, note: str = "") -> None:
    """Ten files of ten questions; in `share` of ten the key is the longest option."""
    for file in range(10):
        items = []
        for number in range(10):
            n = file * 10 + number
            place = n % 4
            options = [f"word{n}{sign}" for sign in "abcd"]
            options[place if number < share else (place + 1) % 4] = LONG.format(n=n)
            items.append(ITEM.format(n=n, options=", ".join(options), key="ABCD"[place], note=note))
        text = "kind: quiz\nquestions:\n" + "".join(items)
        (folder / f"q{file}.quiz.yaml").write_text(text, "utf-8")


def test_a_collection_that_does_it_throughout(tmp_path: Path) -> None:
    collection(tmp_path, share=10)
    found = [each.code for each in check([str(tmp_path)]).findings]
    assert found.count("OPT007") == 0
    assert found.count("SET003") == 1


def test_one_that_does_it_now_and_then(tmp_path: Path) -> None:
    collection(tmp_path, share=1)
    found = [each.code for each in check([str(tmp_path)]).findings]
    assert found.count("OPT007") == 10
    assert "SET003" not in found


def test_what_is_silenced_stays_silenced(tmp_path: Path) -> None:
    collection(tmp_path, share=10, note="  # quizlint: ignore[OPT007] -- so")
    result = check([str(tmp_path)])
    silent = [each for each in result.diagnostics if each.state is State.SUPPRESSED]
    assert {each.code for each in silent} == {"OPT007"}
    assert "SUP001" not in {each.code for each in result.findings}
