"""The words of a language as data: one file for each in `packs/`, loaded when first asked for.

A pack is a TOML file named after the language's ISO 639-1 code. Each value is one string: entries
parted by commas or line ends, every entry a phrase. In a phrase a space stands for any white space,
an apostrophe for either kind, `{name}` for a phrase of `[fragments]`; everything else is a regular
expression, blind to case. What a section holds is said in its class here. All sections but `names`
may be left out: what is not told is not found. A file that is dropped into the folder is known.
"""

import re
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

FOLDER = Path(__file__).parent / "packs"

Words = tuple[str, ...]

_ENTRY = re.compile(r"[,\n]")
_BEHIND = re.compile(r"\(\?<[=!][^)]*\)")  # what is looked back for must have one width
_FRAGMENT = re.compile(r"\{([a-z-]+)\}")


class PackError(ValueError):
    """A pack that says what no section holds, or says it in another shape."""


@dataclass(frozen=True, slots=True)
class Asking:
    """How a language asks.

    `which` are words that ask for a thing or a choice; `first` are words that do so only where
    they begin a question; `reason` ask why or how; `amount` how many. `commands` tell a learner
    to choose. `cleft` is a question up to the relative clause in which the asked thing is told.
    """

    which: Words = ()
    first: Words = ()
    reason: Words = ()
    amount: Words = ()
    commands: Words = ()
    cleft: Words = ()


@dataclass(frozen=True, slots=True)
class Clauses:
    """What opens a clause that is not the one that asks.

    `commas` says that commas part all clauses, as in German: then no clause begins or ends without
    one. `because` are the ends of stems that ask for a reason.
    """

    subordinate: Words = ()
    relative: Words = ()
    because: Words = ()
    copula: Words = ()
    commas: bool = False


@dataclass(frozen=True, slots=True)
class Negating:
    """What turns a question round.

    `words` deny a verb, where one of `after` stands before them in the sentence if there are any
    (French *ne … pas*). `excepting` name what is left out, `rest` what may follow one of them at
    the end ("except one"), `listing` are words for what is to choose from. `false` are verdicts,
    `statements` the nouns that they are about, `saying` what follows a verdict that is about
    saying so. `contrast` are words before a negation that make it the lesser half of a pair.
    `innocent` are phrases with such a word that turn nothing round.
    """

    words: Words = ()
    after: Words = ()
    excepting: Words = ()
    rest: Words = ()
    listing: Words = ()
    false: Words = ()
    statements: Words = ()
    saying: Words = ()
    contrast: Words = ()
    innocent: Words = ()


@dataclass(frozen=True, slots=True)
class CatchAll:
    """Whole options that say of all others that they are right, or that none is.

    The bare ones may just as well be answers. `shares` begin options beside which "all of it" is
    an amount; `both` stands before letters of options, `join` between them.
    """

    all: Words = ()
    none: Words = ()
    bare_all: Words = ()
    bare_none: Words = ()
    shares: Words = ()
    both: Words = ()
    join: Words = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that say too much or too little, and phrases in which they say something else.

    `always` are those among them that claim so of all times.
    """

    words: Words = ()
    always: Words = ()
    innocent: Words = ()


@dataclass(frozen=True, slots=True)
class Verdicts:
    """One-word answers, in lower case: each of `true` goes with the one of `false` at its place."""

    true: Words = ()
    false: Words = ()


@dataclass(frozen=True, slots=True)
class Judging:
    """How explanations call options right and wrong: "Options A and C are wrong".

    `named` are words before letters, `both` join letters, `copula` stand before a verdict, and
    `adverbs` between the two. The longer of two verdicts that begin alike goes first.
    """

    named: Words = ()
    both: Words = ()
    copula: Words = ()
    adverbs: Words = ()
    right: Words = ()
    wrong: Words = ()


@dataclass(frozen=True, slots=True)
class Labels:
    """What authors write before a colon or alone on a line, and what titles speak of.

    `right` are words that mark an option. `key_sentences` lead to the key in a rationale, up to
    the option itself ("the correct answer is").
    """

    answer: Words = ()
    keys: Words = ()
    explanation: Words = ()
    level: Words = ()
    hint: Words = ()
    concepts: Words = ()
    right: Words = ()
    question: Words = ()
    option: Words = ()
    options: Words = ()
    front: Words = ()
    back: Words = ()
    key_sentences: Words = ()
    quiz: Words = ()
    exam: Words = ()
    cards: Words = ()
    survey: Words = ()
    help: Words = ()


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """What is known of one language.

    `names` are what authors call it; `function_words` hold its sentences together, in lower case.
    `fields` are the names of columns and keys by the English one that means the same, all without
    spaces, hyphens and underscores.
    """

    language: str
    names: Words
    function_words: Words = ()
    fragments: dict[str, str] = field(default_factory=dict)
    question: Asking = Asking()
    clauses: Clauses = Clauses()
    negation: Negating = Negating()
    catch_all: CatchAll = CatchAll()
    absolutes: Marked = Marked()
    vague: Marked = Marked()
    verdicts: Verdicts = Verdicts()
    judging: Judging = Judging()
    labels: Labels = Labels()
    fields: dict[str, Words] = field(default_factory=dict)

    def pattern(self, *phrases: Words) -> str:
        """The expression for any of the phrases where they stand as words; `(?!)` for none.

        The longer of two phrases that begin alike wins where the pack names it first.
        """
        whole = [self._written(each) for words in phrases for each in words]
        if not whole:
            return "(?!)"
        return rf"(?<![\w\-])(?:{'|'.join(whole)})(?:(?<=['’])|(?<=\W)|(?![\w\-]))"

    def whole(self, *phrases: Words) -> str:
        """The expression for any of the phrases, for `fullmatch`."""
        return "|".join(self._written(each) for words in phrases for each in words) or "(?!)"

    def _written(self, phrase: str) -> str:
        while (match := _FRAGMENT.search(phrase)) is not None:
            inner = f"(?:{self.fragments[match[1]]})"
            phrase = phrase[: match.start()] + inner + phrase[match.end() :]
        phrase = _BEHIND.sub(lambda match: match[0].replace(" ", r"\s"), phrase)
        return phrase.replace(" ", r"\s+").replace("'", "['’]")


def languages() -> Words:
    """The codes of the languages that there are packs for, sorted."""
    return _languages(FOLDER)


def pack(language: str) -> Pack | None:
    """The pack of a language, by its code; None where there is none. Raises `PackError`."""
    return _load(FOLDER, language) if language in languages() else None


def packs() -> tuple[Pack, ...]:
    """All packs, in the order of their codes. Raises `PackError`."""
    return tuple(_load(FOLDER, language) for language in languages())


@cache
def _languages(folder: Path) -> Words:
    return tuple(sorted(path.stem for path in folder.glob("*.toml")))


@cache
def _load(folder: Path, language: str) -> Pack:
    import tomllib  # only where a language asks

    name = f"{language}.toml"
    try:
        table = tomllib.loads((folder / name).read_text("utf-8"))
    except (ValueError, OSError) as error:
        raise PackError(f"{name}: {error}") from error
    return read_pack(language, table)


T = TypeVar("T")


def read_pack(language: str, table: dict[str, Any]) -> Pack:
    """A pack from its table. Raises `PackError`."""
    said = dict(table)
    names = _entries(language, "names", said.pop("names", ""))
    if not names:
        raise PackError(f"{language}.toml: names must say what the language is called")
    words = _entries(language, "function-words", said.pop("function-words", ""), between=None)
    pieces = _table(language, "fragments", said)
    named_fields = _table(language, "fields", said)
    sections = {
        each.name: _section(language, each.name.replace("_", "-"), each.type, said)
        for each in fields(Pack)
        if isinstance(each.type, type) and hasattr(each.type, "__dataclass_fields__")
    }
    if said:
        raise PackError(f"{language}.toml: {sorted(said)[0]} is no section of a pack")
    fragments = {key: "|".join(entries) for key, entries in pieces.items()}
    made = Pack(language, names, words, fragments, fields=named_fields, **sections)
    for named in _FRAGMENT.findall(repr((sections, fragments))):
        if named not in fragments:
            raise PackError(f"{language}.toml: there is no fragment {named}")
    return made


def _table(language: str, name: str, said: dict[str, Any]) -> dict[str, Words]:
    """A section whose keys are the pack's own."""
    table = said.pop(name, {})
    if not isinstance(table, dict):
        raise PackError(f"{language}.toml: {name} must be a table")
    return {key: _entries(language, f"{name}.{key}", value) for key, value in table.items()}


def _section(language: str, name: str, shape: Any, said: dict[str, Any]) -> Any:
    """A section as its class; what the class does not hold is refused."""
    table = said.pop(name, {})
    if not isinstance(table, dict):
        raise PackError(f"{language}.toml: {name} must be a table")
    known = {each.name.replace("_", "-"): each.name for each in fields(shape)}
    for key in table:
        if key not in known:
            raise PackError(f"{language}.toml: {key} is no entry of [{name}]")
    return shape(
        **{
            known[key]: value
            if isinstance(value, bool) and isinstance(getattr(shape(), known[key]), bool)
            else _entries(language, f"{name}.{key}", value)
            for key, value in table.items()
        }
    )


def _entries(
    language: str, name: str, value: object, between: re.Pattern[str] | None = _ENTRY
) -> Words:
    if not isinstance(value, str):
        raise PackError(f"{language}.toml: {name} must be one string, entries parted by commas")
    parts = value.split() if between is None else between.split(value)
    return tuple(entry for part in parts if (entry := " ".join(part.split())))
