"""Which article and which number English words take; None wherever usage or we are unsure."""

import re
from typing import Literal

from quizlint.language._pronunciation import CONSONANT, EITHER, VOWEL, first_sound
from quizlint.text.patterns import lazy

Article = Literal["a", "an"]
Number = Literal["singular", "plural"]

_AN_LETTERS = frozenset("AEFHILMNORSX")
"""Letters whose names begin with a vowel sound."""

_IRREGULAR = {
    "children": "child", "men": "man", "women": "woman", "people": "person", "mice": "mouse",
    "feet": "foot", "teeth": "tooth", "geese": "goose", "oxen": "ox", "lice": "louse",
    "criteria": "criterion", "phenomena": "phenomenon", "bacteria": "bacterium",
    "mitochondria": "mitochondrion", "nuclei": "nucleus", "fungi": "fungus", "stimuli": "stimulus",
    "radii": "radius", "foci": "focus", "loci": "locus", "cacti": "cactus", "alumni": "alumnus",
    "vertebrae": "vertebra", "larvae": "larva", "algae": "alga", "antennae": "antenna",
    "formulae": "formula", "analyses": "analysis", "crises": "crisis",
    "diagnoses": "diagnosis", "hypotheses": "hypothesis", "syntheses": "synthesis",
    "theses": "thesis", "axes": "axis", "oases": "oasis", "parentheses": "parenthesis",
    "matrices": "matrix", "vertices": "vertex", "indices": "index", "appendices": "appendix",
    "wolves": "wolf", "leaves": "leaf", "lives": "life", "knives": "knife", "halves": "half",
    "shelves": "shelf", "wives": "wife", "calves": "calf", "loaves": "loaf", "thieves": "thief",
    "curricula": "curriculum", "errata": "erratum", "ova": "ovum", "quanta": "quantum",
    "spectra": "spectrum", "strata": "stratum",
}  # fmt: skip
_EITHER_NUMBER = frozenset(
    "series species means sheep deer fish aircraft spacecraft data media headquarters offspring "
    "salmon trout moose swine crossroads barracks staff police dice graffiti biceps".split()
)
_SINGULAR_IN_S = frozenset(
    "news lens gas bus plus minus atlas bias canvas chaos christmas cosmos ethos iris kudos pathos "
    "rabies diabetes measles mumps scabies herpes syphilis molasses alas this thus yes always "
    "perhaps besides sometimes has was is does goes its his us as hers ours theirs yours "
    "pancreas texas kansas mars venus paris athens brussels wales rhombus tetanus pus "
    "pythagoras archimedes socrates aristoteles hercules".split()
)
_PLURAL_STARTS = frozenset(
    "these those many several few both two three four five six seven eight nine ten various "
    "numerous".split()
)
_SINGULAR_STARTS = frozenset("a an this that each every another one either neither".split())
_HEAD_ENDS = frozenset(
    "of in on at by for from with to into between among that which who whose whom when where while "
    "during after before under over through per than as because if".split()
)

_FIRST = lazy(r"[^\W_]+(?:[-'’,.][^\W_]+)*")


def article_for(phrase: str) -> Article | None:
    """The indefinite article that the first word of a phrase takes by its sound.

    "an hour", "a university", "an 8-bit bus", "an X-ray", "an FBI agent"; None for what people say
    in two ways ("herb", "SQL", "1800") and for what is no English word.
    """
    match = _FIRST.match(phrase.strip())
    if match is None:
        return None
    word = match[0]
    if word[0].isdigit():
        return _before_number(word)
    if not word.isascii():
        return None
    head, hyphen, _ = word.partition("-")
    if len(head) == 1:
        return _before_letter(head) if hyphen or head.isupper() else None
    if head.isupper():
        return _before_initials(head)
    if re.match(r"[a-z][A-Z]{2}", head):  # mRNA, cDNA
        return _before_letter(head[0])
    if not (head.islower() or head.istitle()):
        return None
    return _before_word(head.lower())


def singular(word: str) -> str | None:
    """The singular of a lower-case plural noun, by a list and the usual endings; else None."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if plural(word) is not True:
        return None
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def plural(noun: str) -> bool | None:
    """Whether a noun looks plural; None where it may be either ("species", "data").

    A guess from lists and endings: it does not know that "runs" may be a verb.
    """
    word = noun.lower()
    if word in _EITHER_NUMBER:
        return None
    if word in _IRREGULAR:
        return True
    if not word.endswith("s") or word in _SINGULAR_IN_S or len(word) < 4:
        return False
    if word.endswith("ics"):  # physics is; topics are
        return None
    return not word.endswith(("ss", "us", "is", "'s", "’s", "ous"))


def phrase_number(phrase: str) -> Number | None:
    """Whether a noun phrase like an option's is singular or plural; None where it does not show.

    Its determiner decides ("a pair of shoes", "these deer"), else its head: the last word before a
    preposition or a relative ("cells of the liver"), and of two heads joined by "and" the plural.
    """
    words = re.findall(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+", phrase.lower())
    if not words:
        return None
    if words[0] in _SINGULAR_STARTS:
        return "singular"
    if words[0] in _PLURAL_STARTS or (words[0].isdigit() and int(words[0]) > 1):
        return "plural"
    end = next((at for at, word in enumerate(words) if at and word in _HEAD_ENDS), len(words))
    head = words[:end]
    if "and" in head[1:-1]:
        return None if head[0] not in ("the",) else "plural"
    guess = plural(head[-1])
    if guess is None:
        return None
    return "plural" if guess else "singular"


def _before_word(word: str) -> Article | None:
    if word.startswith("histor"):  # "an historic" has its friends
        return None
    sound = first_sound(word)
    if sound is None:
        return _by_spelling(word)
    return None if sound == EITHER else "an" if sound == VOWEL else "a"


def _by_spelling(word: str) -> Article | None:
    """For words that the dictionary does not have."""
    if re.match(r"(?:hon(?:est|ou?r)|hour|heir)", word):
        return "an"
    if word.startswith(("eu", "ewe", "once")):
        return "a"
    if word[0] in "aeio" or re.match(r"u(?:n(?!i)|m|l|p)", word):
        return "an"
    if word[0] in "uhy" or not re.search(r"[aeiouy]", word):
        return None
    return "a"


def _before_letter(letter: str) -> Article:
    return "an" if letter.upper() in _AN_LETTERS else "a"


def _before_initials(word: str) -> Article | None:
    """For a word in capitals, which may be said letter by letter or as a word."""
    spelled = _before_letter(word[0])
    if word == "SQL":  # a sequel
        return None
    if not re.search(r"[AEIOUY]", word) or re.match(r"[^AEIOUY]{3}", word):
        return spelled
    if re.match(r"(?:FB|MR|MB|NB|RS|LC|SM|HT|HD|XM|FD|FT|LG|LP|MP|MS|NS|SV|RN|RD)", word):
        return spelled  # no word begins so
    sound = first_sound(word.lower())
    if sound in (VOWEL, CONSONANT):
        said: Article | None = "an" if sound == VOWEL else "a"
    else:
        said = "an" if word[0] in "AEIO" else None if word[0] in "UY" else "a"
    return spelled if said == spelled else None


def _before_number(written: str) -> Article | None:
    digits = re.match(r"\d+(?:,\d{3})*", written)
    whole = digits[0].replace(",", "") if digits is not None else written
    if whole.startswith("8"):
        return "an"
    if whole.startswith(("11", "18")):
        if len(whole) % 3 == 2:
            return "an"
        if len(whole) == 4:
            return None  # eighteen hundred, or one thousand
    return "a"
