"""STR025: leftovers of generators and extractions, and texts that only look like them."""

import json

import pytest

from quizlint.rules.base import Example
from quizlint.rules.structure.extraction_leftover import ExtractionLeftover
from quizlint.testing import check_example, found

LEFT = (
    "Granite cools slowly under the ground [cite: 14].",
    "[cite_start]Basalt cools quickly at the surface. [cite: 3, 7, 21]",
    "The moon has no air :contentReference[oaicite:0]{index=0}.",
    "Bees dance to show where food is.【12†source】",
    "An eel can cross wet meadows【7:2†rivers.docx】.",
    "Copper conducts well citeturn0search3",
    "Copper conducts well \ue200cite\ue202turn2search14\ue201.",
    "Tin melts at 232 °C [oaicite:5].",
    "Zinc is brittle when cold ([oai_citation:1‡metals.example](https://metals.example/zinc)).",
    "The tide turns twice a day.<|endoftext|>",
    "<|im_start|>Which planet has rings?",
    "[INST] Which bird cannot fly? [/INST]",
    "</think>Which river flows through Vienna?",
    "Sure! Here are the four options: north, south, east and west.",
    "As an AI language model, I cannot see the picture, but it may be a heron.",
    "Here are 5 multiple-choice questions about volcanoes",
    "The e(cid:14)ect of heat on ice",
    "=== PAGE 12 ===\nWhich layer of the air is lowest?",
    "=== PAGE 3 (len=880) === the stratosphere",
    "--- Page 4 ---\nWhich cloud brings hail?",
    "----Page Break---- the second half of the question",
    "==Start of OCR for page 9== What is hail?",
    "<PARSED TEXT FOR PAGE: 2 / 9> What is dew?",
    "the ozone layer\nPage 3 of 14\nthe troposphere",
    "What is fog?[PAGE BREAK]",
    "caf<0xC3><0xA9> is a drink",
    "Bats hear their way.【3†L10-L14】",
    "See filecite turn1file0 for the table.",
    "Certainly! Here's a revised explanation of the seasons.",
    "[Page 2 of 7] What is a meander?",
)

RIGHT = (
    "Cite a source for your claim: 14 words are enough.",
    "The citation [14] belongs at the end of the sentence.",
    "Which command cites in LaTeX: \\cite{knuth84}?",
    "See [Smith 1999, p. 3] for the method.",
    "What does `[cite: 3]` mean in this file?",
    "Which token ends a text: `<|endoftext|>` or `</s>`?",
    "【重要】 means important.",
    "On page 12 the author says that the moon has no air.",
    "Turn 3 pages and search for the word.",
    "It is your turn0 to play.",
    "How many pages has a folio: 2 of 4?",
    "The first page of 14 is blank.",
    "Sure, the answer can be wrong.",
    "Of course the earth turns.",
    "Here are three reasons why bees dance.",
    "Here is the answer that most pupils give.",
    "What can an AI language model not do?",
    "As an AI researcher, Turing asked whether machines think.",
    "a == b == c compares twice",
    "x === y === PAGE compares strictly",
    "--- is a thematic break",
    "Which glyph stands for the sun?",
    "The company's cid: 14 is in the header.",
    "0x1F is 31 in decimal.",
    "The byte <0x> is incomplete.",
    "What is a think tank?",
    "Certainly not.",
    "The oaks turn brown in autumn: cite: 3 facts.",
    "A page break (form feed) ends the page.",
    "INSTALL is no instruction [INSTRUMENT].",
)


def codes(text: str) -> list[str]:
    quiz = {"kind": "cheat-sheet", "cards": [{"front": "What is said?", "back": text}]}
    example = Example("", name="example.sheet.json")
    report = check_example(example, [ExtractionLeftover], json.dumps(quiz).encode())
    assert report.failures == ()
    return [diagnostic.code for diagnostic in found(report)]


@pytest.mark.parametrize("text", LEFT)
def test_it_is_left(text: str) -> None:
    assert "STR025" in codes(text)


@pytest.mark.parametrize("text", RIGHT)
def test_it_is_meant(text: str) -> None:
    assert codes(text) == []
