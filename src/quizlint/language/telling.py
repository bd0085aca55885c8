"""Which language a text is in, from its script and its function words."""

from collections import Counter
from collections.abc import Iterable
from functools import cache

from quizlint.language.pack import languages, pack, packs

_OTHERS = {
    "it": "il lo la gli le e è un una di del della che in per con non si da al come più sono dei "
    "delle nel nella quale quali o anche questo questa dal alla essere cosa",
    "nl": "de het een en van is dat op te in voor met niet zijn die aan er om ook als bij naar uit "
    "welke wat wordt worden door heeft kan maar dan of deze dit hoe",
    "sv": "och att det som en på är av för med den till inte om ett har de vad vilken vilket eller "
    "från kan vid så men",
    "da": "og at det som en på er af for med den til ikke om et har de hvad hvilken hvilket eller "
    "fra kan ved så men hvordan",
    "pl": "i w nie na z do się że jest to jak co o dla od po czy który która które lub są przez "
    "jaki jaka jakie jego oraz",
    "cs": "a v je se na to že s do o které který která jak jsou nebo pro jako co ve podle při",
    "ro": "și de la în care nu este o un pe cu din pentru sunt ce mai sau prin se cum dintre",
    "tr": "ve bir bu için ile de da ne hangisi olarak daha gibi değil olan en kadar mi",
    "id": "yang dan di dari untuk dengan adalah ini itu pada dalam tidak apa ke oleh sebagai",
}
"""Languages without a pack, to tell the others from: a text in one of these is not English."""

_SCRIPTS = (
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x052F, "ru"),
    (0x0530, 0x058F, "hy"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x06FF, "ar"),
    (0x0750, 0x077F, "ar"),
    (0x0900, 0x097F, "hi"),
    (0x0980, 0x09FF, "bn"),
    (0x0B80, 0x0BFF, "ta"),
    (0x0E00, 0x0E7F, "th"),
    (0x10A0, 0x10FF, "ka"),
    (0x1100, 0x11FF, "ko"),
    (0x3040, 0x30FF, "ja"),
    (0x3400, 0x9FFF, "zh"),
    (0xAC00, 0xD7AF, "ko"),
)

_UKRAINIAN = frozenset("іїєґ")
_PERSIAN = frozenset("پچژگ")

_ENOUGH_HITS = 4
_ENOUGH_SHARE = 0.12
_FEW_HITS = 3
_FEW_SHARE = 0.2
_LEAD = 1.4


def tell_language(words: Iterable[str]) -> str | None:
    """The two-letter code of the language that the words are in; None if that is not sure.

    Another script than the Latin one tells at once (a few letters tell Ukrainian from Russian,
    Persian from Arabic, kana tell Japanese from Chinese). Otherwise the function words decide: four
    at least, an eighth of all words, and clearly more than of any other language; three will do
    where they are a fifth of a short text and hardly any is another language's.
    """
    listed = [word.lower().replace("’", "'") for word in words]
    letters = "".join(listed)
    if not letters.isascii():
        script = _by_script(letters)
        if script is not None:
            return script
    hits: Counter[str] = Counter()
    known = _languages()
    for word in listed:
        for language in known.get(word, ()):
            hits[language] += 1
    if not hits:
        return None
    (best, count), *rest = hits.most_common(2)
    second = rest[0][1] if rest else 0
    if count < _ENOUGH_SHARE * len(listed):
        return None
    few = count >= _FEW_HITS and count >= _FEW_SHARE * len(listed) and second <= 1
    return best if few or (count >= _ENOUGH_HITS and count >= _LEAD * second) else None


def is_function_word(word: str, language: str = "en") -> bool:
    """Whether a lower-case word is one of those that hold sentences together."""
    return word in function_words(language)


@cache
def function_words(language: str = "en") -> frozenset[str]:
    """The lower-case words that hold sentences together."""
    known = pack(language)
    return frozenset(_OTHERS.get(language, "").split() if known is None else known.function_words)


def _by_script(letters: str) -> str | None:
    """The language of the script that most letters are in, if it is not the Latin one."""
    found: Counter[str] = Counter()
    total = 0
    for char, number in Counter(letters).items():
        if not char.isalpha():
            continue
        total += number
        code = ord(char)
        for first, last, language in _SCRIPTS:
            if first <= code <= last:
                found[language] += number
                break
    if found["ja"] and found["zh"]:
        found["ja"] += found.pop("zh")
    if not found or sum(found.values()) * 2 <= total:
        return None
    language = found.most_common(1)[0][0]
    if language == "ru" and not _UKRAINIAN.isdisjoint(letters):
        return "uk"
    if language == "ar" and not _PERSIAN.isdisjoint(letters):
        return "fa"
    return language


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """The languages that each function word is one of."""
    found: dict[str, tuple[str, ...]] = {}
    for language in {**dict.fromkeys(languages()), **_OTHERS}:
        for word in function_words(language):
            found[word] = (*found.get(word, ()), language)
    return found


_NAMES = {"it": "italian italiano", "nl": "dutch nederlands"}


def language_code(word: str) -> str:
    """The ISO 639-1 code of a language that an author names: `en`, `en-GB`, `English`."""
    first = word.strip().lower().replace("_", "-").split("-")[0].split(" ")[0]
    if len(first) == 2:
        return first
    for known in packs():
        if first in known.names:
            return known.language
    return next((code for code, names in _NAMES.items() if first in names.split()), first)
