"""How English words are said: the bundled table derived from CMUdict (see NOTICE).

The table is made by `benchmarks/build_syllables.py`. Behind each word stands three times its number
of syllables, and with what sound it begins.
"""

from quizlint.language.table import Table

TABLE = Table("syllables.txt")

CONSONANT, VOWEL, EITHER = 0, 1, 2
STARTS = 3


def syllables(word: str) -> int | None:
    """The syllables of a lower-case English word, as CMUdict's first variant says it."""
    code = TABLE.get(word)
    return None if code is None else int(code) // STARTS


def first_sound(word: str) -> int | None:
    """CONSONANT, VOWEL or EITHER for a lower-case English word; None for an unknown one."""
    code = TABLE.get(word)
    return None if code is None else int(code) % STARTS
