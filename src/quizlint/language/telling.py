"""Which language a text is in, told by its function words or its script."""

import re
from collections.abc import Iterable
from functools import cache

FEWEST = 20
"""Words without which function words tell nothing."""

SHARE = 0.12
"""Share of the words that must be function words of a language; running text has a third."""

FUNCTION_WORDS = {
    "en": "the of and to in is that it for which what are with as on by this be from an or does",
    "de": "der die das und ist nicht ein eine zu den von mit auf für dem des welche was wird im",
    "fr": "le la les des et est une un que dans qui pour du en quel quelle sont sur avec il au",
    "es": "el la los las de que y en un una es por con para cuál qué del se su como al lo",
    "it": "il lo la gli le di che è e un una per con quale del della sono nel si come da",
    "pt": "o os as de que e em um uma é para com qual do da não dos na no se por",
    "nl": "de het een en van is dat niet op te zijn welke wat met voor die aan er in wordt",
    "pl": "w na z do nie się jest to że jak który która co przez od po dla są oraz czy",
    "sv": "och att det som en är av för den på med till inte har vilken vad ett om från kan",
}

_SCRIPTS = (
    ("ja", r"[\u3040-\u30ff]"),
    ("ko", r"[\uac00-\ud7af]"),
    ("zh", r"[\u4e00-\u9fff]"),
    ("ru", r"[\u0400-\u04ff]"),
    ("el", r"[\u0370-\u03ff]"),
    ("ar", r"[\u0600-\u06ff]"),
    ("he", r"[\u0590-\u05ff]"),
    ("hi", r"[\u0900-\u097f]"),
    ("th", r"[\u0e00-\u0e7f]"),
)


@cache
def _languages_of() -> dict[str, frozenset[str]]:
    """The languages in which each word is a function word."""
    of: dict[str, set[str]] = {}
    for language, words in FUNCTION_WORDS.items():
        for word in words.split():
            of.setdefault(word, set()).add(language)
    return {word: frozenset(languages) for word, languages in of.items()}


def tell_language(words: Iterable[str]) -> str | None:
    """The ISO 639-1 code of the language that words are in, or None where they do not tell."""
    known = _languages_of()
    total = 0
    foreign: list[str] = []
    counts: dict[str, int] = {}
    for word in words:
        total += 1
        if not word.isascii():
            foreign.append(word)
        for language in known.get(word.lower(), ()):
            counts[language] = counts.get(language, 0) + 1
    if len(foreign) * 3 > total and (script := _by_script("".join(foreign))):
        return script
    if total < FEWEST or not counts:
        return None
    best, *others = sorted(counts, key=lambda code: -counts[code])
    clear = not others or counts[best] >= 1.3 * counts[others[0]]
    return best if counts[best] >= SHARE * total and clear else None


def _by_script(text: str) -> str | None:
    for language, script in _SCRIPTS:
        if len(re.findall(script, text)) * (5 if language == "ja" else 2) > len(text):
            return language
    return None
