"""Options that speak of the other options: all of them, or none."""

import re
from functools import cache
from typing import Literal

LONGEST = 60
"""Characters beyond which an option says something of its own."""

_GROUP = (
    r"(?:the\s+|these\s+|those\s+)?(?:above|preceding|previous|listed|given|foregoing|following)"
)
_THINGS = (
    r"(?:answers?|options?|choices?|statements?|responses?|alternatives?|items?|reasons?|factors?)"
)
_VERDICT = r"(?:(?:are|is)\s+)?(?:correct|right|true|valid|possible|apply|applies)"


@cache
def _all() -> re.Pattern[str]:
    return re.compile(
        rf"all\s+(?:of\s+)?{_GROUP}(?:\s+{_THINGS})?(?:\s+{_VERDICT})?"
        rf"|all\s+(?:of\s+)?(?:these|those|them|(?:the|these|those)\s+{_THINGS})(?:\s+{_VERDICT})?"
        rf"|(?:all|every)\s+(?:of\s+them\s+|{_THINGS}\s+)?{_VERDICT}"
        rf"|(?:all|every)\s+{_THINGS}|both\s+of\s+the\s+above|both\s+of\s+these"
        rf"|(?:any|either)\s+of\s+(?:{_GROUP}|these)"
        rf"|(?:a|all)\s*(?:,|to|through|-|–)\s*(?:b\s*,\s*)*(?:c|d|e)\s+(?:above|inclusive)"
        rf"|everything\s+(?:above|listed)",
        re.IGNORECASE,
    )


@cache
def _none() -> re.Pattern[str]:
    return re.compile(
        rf"none\s+(?:of\s+)?{_GROUP}(?:\s+{_THINGS})?(?:\s+{_VERDICT})?"
        rf"|none\s+(?:of\s+)?(?:these|those|them|(?:the|these|those)\s+{_THINGS})(?:\s+{_VERDICT})?"
        rf"|(?:none|neither)\s+{_VERDICT}|neither(?:\s+(?:of\s+(?:the\s+above|these|them)))?"
        rf"|no(?:ne)?\s+(?:of\s+the\s+)?(?:other|correct|right)\s+{_THINGS}"
        rf"|not\s+(?:any\s+)?(?:of\s+)?(?:the\s+above|listed|given)",
        re.IGNORECASE,
    )


def catch_all(text: str) -> Literal["all", "none"] | None:
    """Whether an option says that all the others are right, or none, in whatever words.

    "All of the electrons" and "none of the enzymes" are about electrons and enzymes.
    """
    if len(text) > LONGEST or text[:1] not in "aAnNeEbB(\"'“‘":
        return None
    said = text.strip(" .!;:\"'“”‘’()[]")
    if _all().fullmatch(said):
        return "all"
    return "none" if _none().fullmatch(said) else None
