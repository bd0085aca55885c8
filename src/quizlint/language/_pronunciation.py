"""How English words are said: the bundled table derived from CMUdict (see NOTICE).

The table is made by `benchmarks/build_syllables.py`. Uncompressed, its line number N holds the
words of N // 3 syllables whose sound begins as N % 3 says.
"""

from functools import cache
from itertools import repeat
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "syllables.z"

CONSONANT, VOWEL, EITHER = 0, 1, 2
STARTS = 3


@cache
def _codes() -> dict[str, int]:
    import zlib

    codes: dict[str, int] = {}
    lines = zlib.decompress(TABLE.read_bytes()).decode("ascii").split("\n")
    for code, line in enumerate(lines):
        codes.update(zip(line.split(), repeat(code)))
    return codes


def syllables(word: str) -> int | None:
    """The syllables of a lower-case English word, as CMUdict's first variant says it."""
    code = _codes().get(word)
    return None if code is None else code // STARTS


def first_sound(word: str) -> int | None:
    """CONSONANT, VOWEL or EITHER for a lower-case English word; None for an unknown one."""
    code = _codes().get(word)
    return None if code is None else code % STARTS
