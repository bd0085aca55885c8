"""STR025: what a generator or an extraction left in a text."""

import re
from collections.abc import Iterator

from quizlint.content import Finding, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import quote
from quizlint.text import Text
from quizlint.text.patterns import lazy
from quizlint.text.ranges import within

HINTS = (
    *("cite", "【", "turn", "oai", "oes", "<|", "INST]", "think>", "0x", "(cid:", "lyph"),
    *("page", "Page", "PAGE", "OCR", "language model", "ure", "ertainly", "Here"),
)
"""One of these is in every text with a leftover, which is quickly told."""


class ExtractionLeftover(Rule):
    """A text still has marks of the program that made it: a chat's citations, a PDF's page breaks.

    ## Why it matters
    Learners read it. And a text that nobody cleaned may be one that nobody read: a citation mark
    that was copied along has lost its source, and where a page ended half a question may be
    missing.

    ## How to fix it
    Remove the mark, and read the text around it as if it were new.

    ## References
    - Wikipedia, "Signs of AI writing": `oaicite`, `contentReference`, `turn0search0`.
    - pdfminer.six, frequently asked questions: `(cid:x)` stands for a character that was not found.
    """

    code = "STR025"
    name = "extraction-leftover"
    severity = Severity.WARNING
    supersedes = ("STR013", "STR016")
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: Why is the sea salty?
    back: "Rivers carry salts from the rocks into it.« [cite: 12, 40]»"
  - front: Which gas do plants take up?
    back: "Carbon dioxide, through the stomata« :contentReference[oaicite:3]{index=3}»."
  - front: "«=== PAGE 7 ===» What is a glacier?"
    back: A river of ice«【4:1†geography.pdf】» that moves slowly.
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: "How is a source cited in LaTeX, and what does `[cite: 12]` do there?"
    back: With the command cite. See page 7 [12].
  - front: Which token ends a text, as in `<|endoftext|>`?
    back: The last one.
"""
        ),
    )

    def check(self, text: Text, _ctx: Context) -> Iterator[Finding]:
        value = text.value
        if not any(hint in value for hint in HINTS):
            return
        prose = text.prose
        code = [prose.span(*span) for span in prose.code_spans]
        for match in _LEFTOVER.finditer(value):
            if within(code, match.start(str(match.lastgroup))):
                continue
            what = _WHAT[str(match.lastgroup)]
            yield self.finding(
                text.at(*match.span()), f"{quote(match[0])} is {what}; remove it and read the rest"
            )


_WHAT = {
    "citation": "a citation mark of a chat program",
    "control": "a control mark of a language model",
    "talk": "what a chat program said to its user",
    "glyph": "a character that an extraction did not know",
    "page": "a page mark of an extraction",
}


def _leftover() -> str:
    """Each alternative begins with a sign of its own, and reads on for a bounded length."""
    citation = (
        r":?contentReference\[oaicite:[^\]\n]{0,40}\](?:\{index=\d{1,4}\})?"
        r"|\[oaicite:[^\]\n]{0,40}\]|\[?oai_citation:\d{1,4}[‡†:][^\s\]]{0,80}\]?"
        r"|【\d{1,4}(?::\d{1,4})?†[^】\n]{0,120}】"
        r"|\[cite:\s?\d[\d\s,–-]{0,60}\]|\[cite_(?:start|end)\]|\[/?SOURCES_JSON\]"
        r"|\ue200?\b(?:(?:file|nav)?(?:cite|list)\ue202?)?turn\d{1,3}"
        r"(?:search|view|news|file|image|fetch|click|academia|forecast|product)\d{1,3}\b"
        r"(?:[\ue200-\ue206]?turn\d{1,3}[a-z]{1,12}\d{1,3})*[\ue200-\ue206]?"
    )
    # Questions about language models speak of these: only one glued to a sentence is left over.
    mark = (
        r"(?:<\|(?:endoftext|startoftext|im_start|im_end|im_sep|eot_id|begin_of_text|end_of_text"
        r"|start_header_id|end_header_id|assistant|user|system|end)\|>|</?think>)"
    )
    control = (
        rf"\A{mark}(?=[^\W\d_])|(?<=[.!?]){mark}\s{{0,4}}\Z|\A\s{{0,4}}\[INST\]|\[/INST\]\s{{0,4}}\Z"
        r"|(?:<0x[0-9A-F]{2}>)+"
    )
    talk = (
        r"\bAs an? (?:AI|artificial intelligence|large)(?: language)?(?: model)?"
        r"(?: assistant)?, I\b"
        r"|\A\s*(?:Sure|Certainly|Of course|Absolutely)[!,.] "
        r"(?:[Hh]ere(?:'s| is| are)|I can|I'll)\b"
        r"|\A\s*Here (?:is|are) (?:\d{1,3}|(?:the|your|a|an|some)"
        r" (?:revised|improved|requested|updated|rewritten|corrected|multiple[- ]choice))"
        r"(?: (?:revised|improved|updated|new|rewritten|corrected|multiple[- ]choice)){0,3}"
        r" (?:questions?|quiz|answers?|version|explanations?|options?|distractors?)\b"
    )
    glyph = r"(?:\(cid:\d{1,6}\)\s?)+|/?\bglyph[<&(][^\s>)]{0,60}[>)]|<!-- formula-not-decoded -->"
    page = (
        r"={2,6}\s?(?i:page|start of ocr for page|end of ocr for page)\s\d{1,5}\b[^\n]{0,40}?={2,6}"
        r"|-{2,6}\s?(?i:page)\s(?:(?i:break)|\d{1,5}(?:\s(?:of|/)\s\d{1,5})?)\s?-{2,6}"
        r"|<(?:PARSED TEXT|IMAGE|CONTENT_FROM_OCR) FOR PAGE: \d{1,5}[^>\n]{0,20}>|<PAGE \d{1,5}>"
        r"|\[(?i:page)\s\d{1,5}\sof\s\d{1,5}\]|\[(?i:page ?break)\]"
        r"|^[ \t]{0,8}(?i:page)\s\d{1,5}\s(?:of|/)\s\d{1,5}[ \t]{0,8}$"
    )
    return (
        rf"(?:[ \t](?=[:【\[\ue200]))?(?:(?P<citation>{citation})|(?P<control>{control})"
        rf"|(?P<talk>{talk})|(?P<glyph>{glyph})|(?P<page>{page}))"
    )


_LEFTOVER = lazy(_leftover, re.MULTILINE)
