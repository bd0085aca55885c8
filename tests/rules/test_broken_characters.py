"""STR013: a text that went through the wrong program is told of once for each kind of damage."""

import json

import pytest

from quizlint.rules.base import Example
from quizlint.rules.structure.broken_characters import BrokenCharacters
from quizlint.testing import check_example, found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("donâ€™t", ["decoded with the wrong encoding; type"]),
        ("donâ€™t, wonâ€™t, canâ€™t", ["wrong encoding, and at 2 more of its places; type"]),
        (
            "a\ufffdb donâ€™t \ufffd",
            ["on the way, and at 1 more of its places; type", "encoding; type"],
        ),
        ("wo\u200brd", ["an invisible character splits this word; type"]),
        ("word", []),
    ],
)
def test_each_kind_is_told_once(text: str, said: list[str]) -> None:
    data = json.dumps({"kind": "cheat-sheet", "cards": [{"front": "Why?", "back": text}]}).encode()
    report = check_example(Example("", name="a.sheet.json"), [BrokenCharacters], data)
    messages = [diagnostic.message for diagnostic in found(report)]
    assert len(messages) == len(said)
    assert all(part in message for part, message in zip(said, messages, strict=True))
