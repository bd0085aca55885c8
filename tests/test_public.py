"""The public names: all there, all cheap."""

import subprocess
import sys

import quizlint


def test_every_public_name_is_there() -> None:
    assert sorted(quizlint.__all__) == list(quizlint.__all__)
    for name in quizlint.__all__:
        found = getattr(quizlint, name)
        # what is Annotated[…] has the name of what it is about
        assert name in ("__version__", "Item", "Selected", "Typed") or found.__name__ == name


def test_what_rules_of_others_are_made_of_is_public() -> None:
    names = "Rule Example Threshold Context Source Reading Text Question Selected Typed Finding Fix"
    assert set(names.split()) <= set(quizlint.__all__)


def test_an_import_loads_nothing() -> None:
    code = (
        "import sys; before = set(sys.modules); import quizlint; print(set(sys.modules) - before)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "{'quizlint'}\n"
