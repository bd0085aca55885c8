"""The one table of the names that files in the wild give to the parts of a quiz.

Names are compared without case, spaces, hyphens and underscores, so that `correctAnswer`,
`correct_answer` and `Correct Answer` are one entry. Names in other languages are put into English
first, by the packs of those languages. Where a field could play two parts
(`answers`, `solution`), the first part in the order of `Part` that can use its value takes it.
"""

import re
from collections.abc import Container, Iterable
from enum import IntEnum
from functools import cache, lru_cache
from unicodedata import combining, normalize

from quizlint.content import Interaction
from quizlint.formats.data import tongues
from quizlint.language.pack import packs


class Part(IntEnum):
    """What a field can be, in the order in which fields are given out."""

    STEM = 0
    OPTIONS = 1
    DISTRACTORS = 2
    KEY = 3
    RATIONALE = 4
    DIFFICULTY = 5
    ID = 6
    NUMBER = 7
    TYPE = 8
    STIMULUS = 9
    SHUFFLE = 10
    SCORED = 11
    SEVERAL = 12
    FRONT = 13
    BACK = 14
    HINT = 15
    CONCEPTS = 16
    PICTURE = 17


STRONG_STEMS = (*("question", "q", "stem", "questiontext", "questionstem", "ques", *tongues.STEMS),)
WEAK_STEMS = ("prompt", "statement", "text", "content", "problem", "title", "output")
"""Names that other files use for other things: such an item must show its key to be one."""

ITEM: dict[Part, tuple[str, ...]] = {
    Part.STEM: STRONG_STEMS + WEAK_STEMS,
    Part.OPTIONS: (
        *("options", "choices", "answeroptions", "alternatives", "variants", "answerchoices"),
        *("possibleanswers", "answers", "opts", "choice", *tongues.OPTIONS),
    ),
    Part.DISTRACTORS: (
        *("distractors", "distractor", "incorrectanswers", "wronganswers", "incorrectanswer"),
        *("incorrect", "wrong", "wronganswer", "incorrectoptions", "false", "wrongoptions"),
        *("diversions", "decoys", "foils", *tongues.WRONG),
    ),
    Part.KEY: (
        *("answer", "correctanswer", "correctanswers", "correct", "correctindex", "correctindices"),
        *("correctoptionindex", "correctanswerindex", "answerindex", "correctoption"),
        *("correctoptions", "correctoptionid", "correctanswerid", "answerid", "correctchoice"),
        *("answerkey", "rightanswer", "key", "solution"),
        *("ans", "right", "rightoption", "correctresponse", "correctvalue"),
        *("answers", "solutions", *tongues.KEYS),
    ),
    Part.RATIONALE: (
        *("explanation", "explain", "rationale", "feedback", "justification", "help", "solution"),
        *("context", "reason", "generalfeedback", *tongues.RATIONALES),
    ),
    Part.DIFFICULTY: ("difficulty", "level", "grade", *tongues.LEVELS),
    Part.ID: ("id", "uuid", "uid", "qid", "questionid", "identifier"),
    Part.NUMBER: ("number", "no", "num", "nr", "#"),
    Part.TYPE: ("type", "questiontype", "qtype", "kind"),
    Part.STIMULUS: ("code", "program", "snippet", "codesnippet", "passage", "stimulus", "support"),
    Part.SHUFFLE: ("shuffle", "shuffleoptions", "shuffleanswers", "randomanswers", "randomize"),
    Part.SCORED: ("scored", "graded"),
    Part.SEVERAL: ("multiselect", "multipleselect", "multiple", "multi", "allowmultiple"),
    Part.FRONT: ("front", "term", "word", *tongues.FRONTS),
    Part.BACK: ("back", "definition", "meaning", "translation", *tongues.BACKS),
    Part.HINT: ("hint", "hints"),
    Part.CONCEPTS: ("concepts", "keyconcepts"),
    Part.PICTURE: (
        *(
            "image",
            "images",
            "imagepath",
            "imagepaths",
            "imageurl",
            "imageurls",
            "imagefile",
            "img",
        ),
        *("imgs", "imgurl", "imagesrc", "questionimage", "questionimages", "figure", "figures"),
        *("figurepath", "figureurl", "picture", "pictures", "pictureurl", "photo", "photos"),
        *("diagram", "diagrams", "graphic", "illustration", "chart", "图片"),
    ),
}

NUMBERED: dict[str, Part] = {
    "option": Part.OPTIONS,
    "choice": Part.OPTIONS,
    "answer": Part.OPTIONS,
    "distractor": Part.DISTRACTORS,
    "incorrect": Part.DISTRACTORS,
    "incorrectanswer": Part.DISTRACTORS,
    "wronganswer": Part.DISTRACTORS,
    "wrong": Part.DISTRACTORS,
    "false": Part.DISTRACTORS,
    **dict.fromkeys(tongues.OFFERS, Part.OPTIONS),
}
"""Beginnings of names that are numbered or lettered, as in `distractor1` and `option_a`."""

OPTION_TEXT = (
    *("text", "option", "answertext", "optiontext", "choicetext", "choice", "answer", "content"),
    *("value", "label", "title", "body", "code", "name", *tongues.TEXTS),
)
OPTION_FLAG = (
    *("correct", "iscorrect", "right", "isright", "isanswer", "iskey", "istrue", "answer"),
    *tongues.FLAGS,
)
OPTION_LABEL = ("id", "key", "optionkey", "letter", "label", "identifier", "optionid")
OPTION_FEEDBACK = ("feedback", "explanation", "explain", "rationale", "comment", "reason", "help")

OPTION_WEIGHT = frozenset(
    {"score", "scores", "points", "weight", "weights", "trait", "traits", "result", "results"}
    | {"personality", "dimension", "archetype", "type", "types", "category", "effects", "impact"}
)
"""What an option of a personality test adds to: no option of such a question is the right one."""

DOCUMENT: dict[str, tuple[str, ...]] = {
    "title": ("title", "name", "quiztitle", "quizname"),
    "topic": ("topic", "subject", "category", "lesson", "module", "domain", "area", "skill"),
    "language": ("language", "lang", "locale"),
    "audience": ("audience",),
    "minutes": ("minutes", "duration"),
    "shuffle": ("shuffle", "shufflequestions", "randomize"),
}

CARD_LISTS = frozenset({"cards", "flashcards", "flashcard", "deck", "notes"})
SURVEY_NAMES = frozenset({"survey", "surveys", "poll", "polls", "questionnaire"})
ARRAY_TEXT, ARRAY_LABEL = "text", "label"  # options written as one list of texts, one of labels

LOOSE_TYPES = frozenset({"choice", "multiplechoice", "multichoice", "mc", "mcq", "select", "quiz"})
"""Types of choice that leave open how many answers are right, unless the same document also has
questions of a type for several."""

TYPES: dict[str, Interaction] = {
    **dict.fromkeys(
        (
            *("single", "singlechoice", "singleselect", "singleanswer", "radio", "oneanswer"),
            *("schoice", *LOOSE_TYPES),
        ),
        Interaction.CHOICE,
    ),
    **dict.fromkeys(
        (
            *("multiple", "multi", "multipleselect", "multiselect", "multipleanswer", "checkbox"),
            *("multipleanswers", "manychoice", "multipleresponse", "msq", "mrq", "mchoice"),
            *("selectall", "multipleanswersquestion", "checkboxes"),
        ),
        Interaction.MULTIPLE,
    ),
    **dict.fromkeys(
        ("truefalse", "true/false", "t/f", "tf", "boolean", "bool", "yesno"), Interaction.TRUE_FALSE
    ),
    **dict.fromkeys(
        (
            *("text", "open", "short", "shortanswer", "shorttext", "essay", "freetext", "string"),
            *("openended", "fillin", "fillintheblank", "fillblank", "longanswer", "written"),
        ),
        Interaction.TEXT,
    ),
    **dict.fromkeys(
        ("numeric", "numerical", "number", "num", "integer", "float"), Interaction.NUMERIC
    ),
    **dict.fromkeys(("match", "matching", "pairs"), Interaction.MATCH),
    **dict.fromkeys(("order", "ordering", "sequence", "sorting", "sort"), Interaction.ORDER),
    **dict.fromkeys(("cloze", "blanks"), Interaction.CLOZE),
    **dict.fromkeys(("tracing", "coding", "hotspot", "upload", "draw"), Interaction.UNSUPPORTED),
}
"""What a declared type says of the interaction."""

VAGUE_TYPES = frozenset({"text", "string", "number", "integer", "float", "boolean", "bool", "num"})
"""Types that forms and schemas declare too: no sign of a quiz by themselves."""

SURVEY_TYPES = frozenset({"likert", "survey", "poll", "rating", "scale", "opinionscale"})

MISSPELT = (6, 30, 9)
"""The letters of a type that may be misspelt: the fewest, the most, and from which on it may have
two slips. Short words are too near to others."""

MAX_FIELDS = 60
"""A mapping with more fields is a table of something, no item."""

_SEPARATORS = re.compile(r"[\s_\-]+")
_OFFERS = re.compile(r".(?:options|choices)$")
_NUMBERED = re.compile(r"([^\W\d_]+?)(\d{1,2}|[a-z])")
_COUNTED = re.compile(r"([^\W\d]+?)(\d{1,2}|[a-z])")

LONGEST_NAME = 40
"""Characters beyond which a name is a sentence."""

NATIVE = ("questions", "prompts", "tags", "source", "date", "author", "version", "points")
"""Further names that need not be looked up."""

Fields = dict[Part, tuple[str, ...]]


@lru_cache(maxsize=4096)
def normal(name: str) -> str:
    """A name without case, spaces, hyphens and underscores, in English where a pack knows it."""
    word = _SEPARATORS.sub("", name).lower()
    if not word or word in _english() or len(word) > LONGEST_NAME:
        return word
    match = _NUMBERED.fullmatch(word)
    if match is not None and match[1] in NUMBERED:
        return word
    return _translated(normalize("NFC", word))


def _translated(word: str) -> str:
    """A name in English, with the number or letter at its end; what no pack knows as it is."""
    known = _translations()
    if word in known:
        return known[word]
    match = _COUNTED.fullmatch(word)
    if match is not None and known.get(match[1], "") in NUMBERED:
        return known[match[1]] + match[2]
    return word


@cache
def _translations() -> dict[str, str]:
    """English names by those of all packs, which may be written without their accents."""
    found: dict[str, str] = {}
    for each in packs():
        for english, names in each.fields.items():
            for name in names:
                bare = "".join(sign for sign in normalize("NFD", name) if not combining(sign))
                found.setdefault(name, english)
                found.setdefault(bare, english)
    return found


def foreign_names(english: Container[str]) -> Iterable[str]:
    """The names of all packs for some English ones."""
    return (name for name, word in _translations().items() if word in english)


@cache
def _english() -> frozenset[str]:
    """The names of the tables: what is one of them is put into no other words."""
    tables = (*ITEM.values(), *DOCUMENT.values(), OPTION_TEXT, OPTION_FLAG, OPTION_LABEL)
    names = {name for table in tables for name in table}
    return frozenset(names.union(OPTION_FEEDBACK, CARD_LISTS, SURVEY_NAMES, TYPES, NATIVE))


def ranked(fields: Iterable[str], names: tuple[str, ...]) -> tuple[str, ...]:
    """The fields that bear one of the names, in the order of the names."""
    found = {normal(field): field for field in reversed(tuple(fields))}
    return tuple(found[name] for name in names if name in found)


@lru_cache(maxsize=1024)
def parts_of(fields: tuple[str, ...]) -> Fields:
    """Which fields of an item can play each part, the likeliest first."""
    if len(fields) > MAX_FIELDS:
        return {}
    normals = {normal(field): field for field in reversed(fields)}
    parts = {
        part: tuple(normals[name] for name in names if name in normals)
        for part, names in ITEM.items()
    }
    series: dict[Part, list[str]] = {Part.OPTIONS: [], Part.DISTRACTORS: []}
    for field in fields:
        match = _NUMBERED.fullmatch(normal(field))
        if match and match[1] in NUMBERED:
            series[NUMBERED[match[1]]].append(field)
    if not parts[Part.OPTIONS]:
        parts[Part.OPTIONS] = tuple(field for field in fields if _OFFERS.search(normal(field)))
    if "q" in normals and "a" in normals and "b" not in normals:  # the answers, or the one
        for part in (Part.OPTIONS, Part.KEY):
            parts[part] = (*parts[part], normals["a"])
    letters = [field for field in fields if len(field) == 1 and field.isalpha()]
    if [letter.upper() for letter in letters[:2]] == ["A", "B"] and not series[Part.OPTIONS]:
        series[Part.OPTIONS] = letters
    for part, names in series.items():
        # One field beside another of its part is a list of its own; several are its members.
        if not parts[part] and (len(names) > 1 or part is Part.DISTRACTORS):
            parts[part] = tuple(names)
    return {part: names for part, names in parts.items() if names}


@lru_cache(maxsize=1024)
def option_parts(fields: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The fields of an option that can be its text, flag, label and feedback."""
    names = (OPTION_TEXT, OPTION_FLAG, OPTION_LABEL, OPTION_FEEDBACK)
    text, flag, label, feedback = (ranked(fields, each) for each in names)
    return text, flag, label, feedback


@lru_cache(maxsize=1024)
def says_index(field: str) -> bool:
    """Whether a field's name says that it counts options from zero."""
    return normal(field).endswith(("index", "indices", "idx"))


def interaction_of(written: str) -> Interaction | None:
    """The interaction that a declared type names, or None for a word that is not known."""
    word = normal(written)
    return TYPES.get(word) or TYPES.get(word.removesuffix("question"))


@lru_cache(maxsize=256)
def meant_type(written: str) -> str | None:
    """The type that a declared one is a slip of the pen away from, if it is none itself."""
    from rapidfuzz.distance import OSA  # only now: most types are known

    word = normal(written).removesuffix("question")
    if not MISSPELT[0] <= len(word) <= MISSPELT[1] or interaction_of(written) is not None:
        return None
    slips = 1 if len(word) < MISSPELT[2] else 2
    near = ((OSA.distance(word, known, score_cutoff=slips), known) for known in TYPES)
    distance, known = min(near)
    return known if distance <= slips and len(known) >= MISSPELT[0] else None


def is_loose_type(written: str) -> bool:
    """Whether a declared type leaves open how many answers are right."""
    word = normal(written)
    return word in LOOSE_TYPES or word.removesuffix("question") in LOOSE_TYPES


def is_telling_type(written: str) -> bool:
    """Whether a declared type is by itself a sign of a quiz."""
    return interaction_of(written) is not None and normal(written) not in VAGUE_TYPES


def is_survey_type(written: str) -> bool:
    """Whether a declared type is one of opinion, which has no right answer."""
    return normal(written) in SURVEY_TYPES
