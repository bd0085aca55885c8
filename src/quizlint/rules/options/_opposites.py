"""Words and wordings that say the opposite of each other."""

from collections.abc import Sequence
from functools import cache

_PAIRS = (
    "increases decreases|increase decrease|increased decreased|increasing decreasing|"
    "rises falls|rise fall|higher lower|high low|highest lowest|more less|more fewer|"
    "faster slower|larger smaller|bigger smaller|greater smaller|longer shorter|"
    "hotter colder|warmer cooler|warm cold|hot cold|expands contracts|expand contract|"
    "opens closes|open closed|opened closed|gains loses|gain lose|before after|"
    "above below|inside outside|positive negative|positively negatively|active passive|"
    "left right|upward downward|upwards downwards|up down|forward backward|"
    "forwards backwards|internal external|always never|allowed forbidden|legal illegal|"
    "possible impossible|stronger weaker|strengthens weakens|directly indirectly|"
    "direct inverse|dominant recessive|true false|acidic alkaline|acid base|"
    "exothermic endothermic|attract repel|attracts repels|solid liquid|improves worsens|"
    "accept reject|accepted rejected|maximum minimum|maximise minimise|maximize minimize|"
    "raises lowers|raise lower|even odd|early late|earlier later|first last|"
    "thicker thinner"
)


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for pair in _PAIRS.split("|"):
        one, other = pair.split()
        found[one] = found.get(one, frozenset()) | {other}
        found[other] = found.get(other, frozenset()) | {one}
    return found


def are_opposite(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two options, as lower-case words, differ by a word and its opposite alone, or by a
    "not".
    """
    if len(one) == len(other):
        differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
        opposites = _opposites()
        return len(differing) == 1 and differing[0][1] in opposites.get(differing[0][0], ())
    shorter, longer = sorted((list(one), list(other)), key=len)
    return len(longer) - len(shorter) == 1 and any(
        longer[at] == "not" and longer[:at] + longer[at + 1 :] == shorter
        for at in range(len(longer))
    )
