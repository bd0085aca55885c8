"""Files that are translations of each other, told by their paths."""

import re
from collections.abc import Iterator, Mapping

from quizlint.facts import QuestionFacts, TranslatedFile, TranslatedQuestion
from quizlint.language.pack import languages

_SUFFIX = re.compile(
    r"(?P<name>.+?)[._-](?P<code>[a-z]{2})(?:[-_][A-Za-z]{2})?(?=\.(?:quiz|sheet)?\.?\w+$)"
)
CODES = frozenset(
    (*languages(), *"ar bg bn ca cs da el et fa fi he hi hr hu id it ja ko lt lv nl no pl".split()),
) | frozenset("ro ru sk sl sr sv ta th tr uk ur vi zh".split())
"""Codes of languages in which quizzes are kept. A file is only taken for a translation if another
one is called the same but for the code, so that it matters little what else a code may mean."""

SOURCE = "en"
"""The language of which others are translations, where several files name one."""


def translated_files(facts: Mapping[str, QuestionFacts]) -> Iterator[TranslatedFile]:
    """Each translation with the file that it translates; `facts` are by path."""
    families: dict[str, dict[str, str]] = {}
    for path in facts:
        for family, code in _readings(path):
            families.setdefault(family, {}).setdefault(code, path)
    for by_code in families.values():
        if len(by_code) < 2:
            continue
        first = "" if "" in by_code else SOURCE if SOURCE in by_code else min(by_code)
        source = by_code[first]
        for code, path in sorted(by_code.items()):
            if path != source:
                languages = (first or SOURCE, code)
                yield _pair(source, path, languages, facts[source], facts[path])


def _readings(path: str) -> Iterator[tuple[str, str]]:
    """What a path is called without its language, and the language; with none, itself."""
    folders, _, name = path.rpartition("/")
    parts = folders.split("/") if folders else []
    coded = False
    for at, part in enumerate(parts):
        if part.lower()[:2] in CODES and re.fullmatch(r"[A-Za-z]{2}(?:[-_][A-Za-z]{2})?", part):
            yield "/".join([*parts[:at], "{}", *parts[at + 1 :], name]), part.lower()[:2]
            coded = True
    found = _SUFFIX.match(name)
    if found is not None and found["code"] in CODES:
        plain = found["name"] + name[found.end() :]
        yield "/".join([*parts, plain]), found["code"]
    elif not coded:
        yield path, ""


def _pair(
    source: str,
    path: str,
    languages: tuple[str, str],
    facts: QuestionFacts,
    others: QuestionFacts,
) -> TranslatedFile:
    counts = (len(facts), len(others))
    ids = {each: index for index, each in enumerate(facts.ids) if each}
    by_id = [(ids[each], index) for index, each in enumerate(others.ids) if each in ids]
    pairs = by_id or ([(at, at) for at in range(len(facts))] if counts[0] == counts[1] else [])
    return TranslatedFile(
        source,
        path,
        languages,
        counts,
        tuple(
            TranslatedQuestion(
                facts.occurrence(source, one),
                others.occurrence(path, other),
                (facts.shape(one), others.shape(other)),
            )
            for one, other in pairs
        ),
        others.occurrence(path, len(others) - 1) if len(others) else None,
    )
