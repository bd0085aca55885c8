"""Which sentence of a stem asks, and how."""

import re

from quizlint.text import Prose
from quizlint.text.patterns import lazy

# A word that opens a question, direct or not.
QUESTION_WORD = lazy(r"\b(?:which|what|who|whom|whose|where|when|why|how)\b", re.IGNORECASE)
# A sentence that begins by telling the learner what to do, maybe after "From these statements,".
COMMAND = lazy(
    r"\W*(?:(?:from|among|amongst|of|out\s+of|in)\s+(?:the|these|those)\b[^,.;:?]{0,40},\s*)?"
    r"(?:please\s+|now\s+|then\s+)?(?:choose|select|pick|identify|find|name|mark|tick|check|"
    r"point\s+out|spot|indicate|click)\b",
    re.IGNORECASE,
)
_INSTRUCTION = lazy(
    r"\W*(?:please\s+)?(?:choose|select|pick|mark|tick|check)\s+(?:all|any|one|two|three|four|"
    r"\d|the\s+(?:best|correct|right)|(?:an?\s+)?answers?)\b[^?]{0,40}$",
    re.IGNORECASE,
)
# A stretch of text in quotation marks.
QUOTED = lazy(r"[\"“„«][^\"”“»]*[\"”“»]|(?<!\w)['‘](?:[^'’]|(?<=\w)['’](?=\w))*['’](?!\w)")


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
            if QUESTION_WORD.search(text, *span) and not _INSTRUCTION.match(text, *span)
        ]
    return (asking or sentences)[-1]


def without_quotes(text: str) -> str:
    """The text with quotations blanked out, so that ranges stay valid."""
    return QUOTED.sub(lambda match: " " * len(match[0]), text)
