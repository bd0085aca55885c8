"""Quizzes that Markdown files hold in the manner of one tool or another, one module each.

A dialect has signs that stand in few other files; only where one is found is anything loaded.
"""

import re

SIGNS: dict[str, str] = {
    "lines": r"^[ \t]*<quiz>|^[ \t]*\?\[",
    "quizdown": r"^[ \t]*(?:`{3,}|~{3,})[ \t]*\{?[=.:]?quiz|<div\b[^<>\n]*\bquizdown\b",
    "fenced": r"^[ \t]*(?:`{3,}|~{3,})[ \t]*(?:\{?[=.]?quiz\b|yaml[ ,]+quiz\b)",
    "ticked": r"^[ \t]*(?:`{3,}|~{3,})[ \t]*\{?[=.]?quiz\b",
    "quarto": r"\.quiz-question\b",
    "mdx": r"^[ \t]*<[A-Z]?\w{0,30}(?:Quiz|Question|MCQ|Choice)",
    "freecodecamp": r"^#{1,6}[ \t]+--(?:answers|distractors)--",
    "liascript": r"^[ \t]*(?:[-*+][ \t]+)?\[(?:\([ xX]\)|\[[ xX]\])\](?:[ \t]|$)",
    "tables": r"^[ \t]{0,3}\|?[ \t]*:?-{2,}:?[ \t]*\|[ \t]*:?-{2,}",
    "obsidian": r"flashcards?\b",
    "mdanki": r"^%[ \t]*\r?$|^\[#[^\]\r\n]+\]\(",
}
"""Each dialect and a pattern without which no file is in it."""

LAST_RESORTS: dict[str, str] = {
    "details": r"<summary\b",
    "knowledge": r"^#{1,6}[^\n]{0,20}(?i:knowledge|understanding|yourself|self)",
    "beside": r"[?？][*_]{0,2}[ \t]*(?:\(|[-–—→=⇒:*_])[^\r\n]*\r?$",
    "interview": r"\?[*_]{0,3}[ \t]*\r?$",
    "terms": r"^(?:[-*+]|\d{1,3}[.)])?[ \t]*(?:\*\*|__)[^*_\n]{1,100}(?:\*\*|__)[ \t]*[-:–—=→：]",
    "exclaimed": r"^[ \t]+-[ \t]+!(?!\[)\S",
}
"""Dialects whose signs are weak: looked at only where a file holds no quiz otherwise."""


def signs_in(text: str, signs: dict[str, str]) -> list[str]:
    """The dialects of which a text has the sign."""
    return [name for name, sign in signs.items() if re.search(sign, text, re.MULTILINE)]
