"""Facts about what questions say, from which those that say nearly the same are found."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from zlib import crc32

from quizlint.content import Question
from quizlint.language.pack import packs
from quizlint.text import Text
from quizlint.text.digest import digest
from quizlint.text.patterns import lazy

SHORTEST = 4
"""Letters of a word that counts: shorter ones are mostly of grammar."""

TELLING = 2
"""Words of the options, beside the stem's, from which on they say what a question is about."""

ENGLISH = frozenset("not no never neither nor none cannot except without n't n’t".split())
"""What denies or leaves out in English, whose grammar is no pack's."""

_WORD = lazy(r"n['’]t\b|[^\W\d_]+?(?=n['’]t\b)|[^\W\d_]+|\d+(?:[.,]\d+)*")
_SIGNS = lazy(r"[-+*/=<>≤≥≠^%&|]")


@dataclass(slots=True)
class Likeness:
    """What the questions of one file say, by their index in its `QuestionFacts`.

    `words` are hashes of the words of stem and options, one question after the other; `ends` says
    for each question where those of its stem end, and where all do. `strict` is a digest of what
    must be equal in questions that say the same: numbers, negations, signs, code. `offers` is a
    digest of the options and the key, `keys` of the key's texts alone, and `telling` says whether
    the options tell questions apart, as verdicts ("true", "no") do not.
    """

    words: "array[int]" = field(default_factory=lambda: array("I"))
    ends: "array[int]" = field(default_factory=lambda: array("I"))
    strict: "array[int]" = field(default_factory=lambda: array("Q"))
    offers: "array[int]" = field(default_factory=lambda: array("Q"))
    keys: "array[int]" = field(default_factory=lambda: array("Q"))
    telling: "array[int]" = field(default_factory=lambda: array("B"))

    def __len__(self) -> int:
        return len(self.strict)

    def add(self, question: Question) -> None:
        """The next question."""
        asked = set(_words(question.stem))
        offered = {word for option in question.options for word in _words(option.text)} - asked
        self.words.extend(sorted(asked))
        self.ends.append(len(self.words))
        self.words.extend(sorted(offered))
        self.ends.append(len(self.words))
        texts = [question.stem, *(option.text for option in question.options)]
        if question.stimulus is not None:
            texts.append(question.stimulus.text)
        self.strict.append(_number(sorted(each for text in texts for each in _strict(text))))
        right = set(question.key.indices)
        plain = [option.text.prose.text.casefold() for option in question.options]
        self.keys.append(_number(sorted(plain[index] for index in right)))
        said = sorted(f"{index in right}{text}" for index, text in enumerate(plain))
        self.offers.append(_number(said))
        self.telling.append(len(offered) >= TELLING and len(question.options) > 2)

    def stem(self, index: int) -> "array[int]":
        """The words of a stem, ascending."""
        start = self.ends[2 * index - 1] if index else 0
        return self.words[start : self.ends[2 * index]]

    def all(self, index: int) -> "array[int]":
        """The words of a question: the stem's, and then those that only options have."""
        start = self.ends[2 * index - 1] if index else 0
        return self.words[start : self.ends[2 * index + 1]]


def _words(text: Text) -> Iterator[int]:
    for word in _WORD.findall(text.prose.text.casefold()):
        if len(word) >= SHORTEST or word[0].isdigit() or not word.isascii():
            yield crc32(word.encode())


def _strict(text: Text) -> Iterator[str]:
    """What changes the meaning though it is short: numbers, negations, signs, code, formulas."""
    prose = text.prose
    for start, end in (*prose.code_spans, *prose.math_spans):
        yield prose.text[start:end]
    for word in _WORD.findall(prose.text.casefold()):
        if word[0].isdigit() or word in _negations():
            yield word
    yield from _SIGNS.findall(prose.text)


@cache
def _negations() -> frozenset[str]:
    """The single words that deny or leave out, in every language with a pack."""
    phrases = (
        phrase for pack in packs() for phrase in (*pack.negation.words, *pack.negation.excepting)
    )
    return ENGLISH.union(phrase for phrase in phrases if phrase.isalpha())


def _number(parts: list[str]) -> int:
    return int.from_bytes(digest("\0".join(parts), 8), "big")
