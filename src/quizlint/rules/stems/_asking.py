"""Which sentence of a stem asks, and how."""

import re
from functools import cache

from quizlint.text import Prose


def asking_sentence(prose: Prose) -> tuple[int, int]:
    """The last sentence with a question mark, else the last that asks, else the last.

    A range in `prose.text`. An instruction such as "(Choose two.)" is no sentence that asks.
    """
    sentences = prose.sentences
    if len(sentences) < 2:
        return sentences[0] if sentences else (0, len(prose.text))
    text = prose.wording
    asking = [span for span in sentences if text[slice(*span)].rstrip("\"'”’) ").endswith("?")]
    if not asking:
        asking = [
            span
            for span in sentences
            if question_word().search(text, *span) and not _instruction().match(text, *span)
        ]
    return (asking or sentences)[-1]


@cache
def question_word() -> re.Pattern[str]:
    """A word that opens a question, direct or not."""
    return re.compile(r"\b(?:which|what|who|whom|whose|where|when|why|how)\b", re.IGNORECASE)


@cache
def command() -> re.Pattern[str]:
    """A sentence that begins by telling the learner what to do."""
    return re.compile(
        r"\W*(?:please\s+|now\s+|then\s+)?(?:choose|select|pick|identify|find|name|mark|tick|check|"
        r"point\s+out|spot|indicate|click)\b",
        re.IGNORECASE,
    )


@cache
def _instruction() -> re.Pattern[str]:
    return re.compile(
        r"\W*(?:please\s+)?(?:choose|select|pick|mark|tick|check)\s+(?:all|any|one|two|three|four|"
        r"\d|the\s+(?:best|correct|right)|(?:an?\s+)?answers?)\b[^?]{0,40}$",
        re.IGNORECASE,
    )


@cache
def quoted() -> re.Pattern[str]:
    """A stretch of text in quotation marks."""
    return re.compile(r"[\"“„«][^\"”“»]*[\"”“»]|(?<!\w)['‘](?:[^'’]|(?<=\w)['’](?=\w))*['’](?!\w)")


def without_quotes(text: str) -> str:
    """The text with quotations blanked out, so that ranges stay valid."""
    return quoted().sub(lambda match: " " * len(match[0]), text)
