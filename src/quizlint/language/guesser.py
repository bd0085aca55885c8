"""The test-wise guesser: a student who knows nothing of the subject and all about tests.

Each option is scored on what can be seen without knowing the answer (`CUES`); a softmax over the
scores says how likely the guesser is to pick it. Cue values lie in 0..1 (`longer`, `kin`: -1..1)
and, like the words they rest on, are for English. The same options always give the same guess.

The weights are those of a conditional logit (McFadden 1974) that `benchmarks/fit_guesser.py` fitted
to questions in public, each source counting alike; it prints how well they do on sources that the
weights have not seen. Which cues there are follows Millman, Bishop and Ebel (1965), "An analysis of
test-wiseness", and the NBME item-writing guide (2020) on "testwiseness flaws".
"""

from collections.abc import Sequence
from functools import cache
from math import exp, log
from operator import mul
from typing import Literal, NamedTuple

from quizlint.language.catchall import catch_all
from quizlint.language.telling import is_function_word
from quizlint.language.words import ABSOLUTE_WEAK, VAGUE_WEAK, absolute_words, vague_words
from quizlint.text import Prose


class Cue(NamedTuple):
    """One thing the guesser looks at: what a message calls it, and its weight in logits."""

    name: str
    says: str
    weight: float


CUES = (
    Cue("longer", "length", 0.90),
    Cue("longest", "the longest option", 0.31),
    Cue("detail", "detail", 1.07),
    Cue("absolute", "absolute words", -0.28),
    Cue("hedged", "hedged words", 0.04),
    Cue("echo", "words of the stem", -0.03),
    Cue("misfit", "grammar", -0.16),
    Cue("kin", "words shared by options", -0.34),
    Cue("all", "'all of the above'", 0.50),
    Cue("none", "'none of the above'", -0.39),
    Cue("middle", "middle numbers", 0.09),
    Cue("odd", "the odd one out", 0.20),
    Cue("style", "format", 0.27),
    Cue("first", "position", 0.13),
    Cue("last", "position", -0.31),
)
"""Names, words for messages, and fitted weights of all cues, in the order of `cue_values`."""

_PREFIX = 6  # characters by which a guesser takes two words for one
_PAYS = 0.1  # logits by which a cue must lift the key above the mean option to have paid
_DETAIL = (",", ";", "(", ":", " because ", " which ", " so that ")
_SIGNS = ("-", "−", "$", "€", "£", "±")
_DEMANDS = frozenset({"a", "an", "is", "are", "was", "were"})
_CATCHING = frozenset(
    "all any both each either every everyone everything neither no none not nothing one".split()
)
_WEIGHTS = tuple(cue.weight for cue in CUES)
_INDEX = {cue.name: index for index, cue in enumerate(CUES)}


@cache
def _claims() -> frozenset[str]:
    return absolute_words() | ABSOLUTE_WEAK


@cache
def _hedges() -> frozenset[str]:
    return vague_words() | VAGUE_WEAK


class Guess(NamedTuple):
    """How the guesser fares with one question.

    `score` is the probability that it picks the key; `variance` is that probability's variance if
    the key were any option by equal chance (their mean is then 1 / number of options). `cue` is the
    index of the cue that lifted the key most, -1 if none did.
    """

    score: float = 0.0
    variance: float = 0.0
    cue: int = -1


def catching(option: Prose) -> Literal["all", "none"] | None:
    """What an option says of all the others; a look at its words spares most the patterns."""
    return None if _CATCHING.isdisjoint(option.lower_words) else catch_all(option.text)


def guess(stem: Prose, options: Sequence[Prose], key: int, *, ordered: bool = True) -> Guess:
    """How likely the guesser is right. `ordered`: learners see the options in this order."""
    values = cue_values(stem, options, ordered=ordered)
    chances = softmax([sum(map(mul, _WEIGHTS, row)) for row in values])
    count = len(chances)
    mean = 1 / count
    variance = sum((chance - mean) ** 2 for chance in chances) / count
    means = map(sum, zip(*values, strict=True))
    lifts = [w * (v - m / count) for w, v, m in zip(_WEIGHTS, values[key], means, strict=True)]
    best = max(lifts)
    return Guess(chances[key], variance, lifts.index(best) if best > _PAYS else -1)


def softmax(logits: Sequence[float]) -> list[float]:
    """Probabilities in proportion to the exponentials."""
    top = max(logits)
    powers = [exp(logit - top) for logit in logits]
    total = sum(powers)
    return [power / total for power in powers]


def cue_values(stem: Prose, options: Sequence[Prose], *, ordered: bool) -> list[list[float]]:
    """For each option the value of each cue in `CUES`."""
    texts = [option.text for option in options]
    words = [option.lower_words for option in options]
    tokens = [{word[:_PREFIX] for word in listed} for listed in words]
    rows = [[0.0] * len(CUES) for _ in options]
    _put_lengths(rows, [max(1, len(text)) for text in texts])
    seen: dict[str, int] = {}  # in how many options each word is
    for own in tokens:
        for token in own:
            seen[token] = seen.get(token, 0) + 1
    _put_kinship(rows, tokens, seen)
    _put_echo(rows, stem, tokens, seen)
    for row, option, listed in zip(rows, options, words, strict=True):
        row[2] = min(1.0, len([1 for mark in _DETAIL if mark in option.text]) / 2)
        row[3] = 0.0 if _claims().isdisjoint(listed) else 1.0
        row[4] = 0.0 if _hedges().isdisjoint(listed) else 1.0
        kind = catching(option)
        if kind is not None:
            row[_INDEX[kind]] = 1.0
            row[3] = 0.0
    _put_misfits(rows, stem, texts)
    if all(text[:1].isdigit() or text.startswith(_SIGNS) for text in texts):
        _put_middle(rows, texts)
    _put_style(rows, options)
    if ordered:
        rows[0][13] = rows[-1][14] = 1.0
    return rows


def _put_lengths(rows: list[list[float]], lengths: list[int]) -> None:
    mean = sum(lengths) / len(lengths)
    for row, length in zip(rows, lengths, strict=True):
        row[0] = max(-1.0, min(1.0, log(length / mean)))
    *_, second, longest = sorted(lengths)
    if longest >= 1.1 * second:
        rows[lengths.index(longest)][1] = 1.0


def _put_kinship(rows: list[list[float]], tokens: list[set[str]], seen: dict[str, int]) -> None:
    """How much of an option the others have too; and whether it alone has nothing of them."""
    others = len(tokens) - 1
    if sum(seen.values()) == len(seen):  # none shares a word with another
        return
    shares = [
        (sum([seen[token] for token in own]) - len(own)) / (len(own) * others) if own else 0.0
        for own in tokens
    ]
    mean = sum(shares) / len(shares)
    for row, share in zip(rows, shares, strict=True):
        row[7] = share - mean
    if others > 1 and shares.count(0.0) == 1:
        rows[shares.index(0.0)][11] = 1.0


def _put_echo(
    rows: list[list[float]], stem: Prose, tokens: list[set[str]], seen: dict[str, int]
) -> None:
    """Telling words of the stem that return in one option and in no other."""
    asked = {word[:_PREFIX] for word in stem.lower_words}
    for token in asked & seen.keys():
        if seen[token] == 1 and len(token) > 3 and not is_function_word(token):
            row = next(row for row, own in zip(rows, tokens, strict=True) if token in own)
            row[5] = min(1.0, row[5] + 0.5)


def _put_misfits(rows: list[list[float]], stem: Prose, texts: list[str]) -> None:
    """Options that the article or verb at the end of an unfinished stem does not fit."""
    if not stem.lower_words or stem.lower_words[-1] not in _DEMANDS or stem.text.endswith("?"):
        return
    from quizlint.language.agreement import article_for, phrase_number

    last = stem.lower_words[-1]
    for row, text in zip(rows, texts, strict=True):
        if last in ("a", "an"):
            article = article_for(text)
            row[6] = 1.0 if article is not None and article != last else 0.0
        else:
            number = phrase_number(text)
            fits = "singular" if last in ("is", "was") else "plural"
            row[6] = 1.0 if number is not None and number != fits else 0.0


def _put_middle(rows: list[list[float]], texts: list[str]) -> None:
    """Numbers that are neither the smallest nor the largest."""
    numbers = []
    for text in texts:
        try:
            numbers.append(float(text.split()[0].strip("$€£±%").replace("−", "-").replace(",", "")))
        except ValueError:
            return
    low, high = min(numbers), max(numbers)
    for row, number in zip(rows, numbers, strict=True):
        row[10] = 1.0 if low < number < high else 0.0


def _put_style(rows: list[list[float]], options: Sequence[Prose]) -> None:
    """An option that alone has code, or alone differs in its first letter or last mark."""
    for looks in (
        [option.has_code for option in options],
        [option.text[:1].isupper() for option in options],
        [option.text.endswith(".") for option in options],
    ):
        count = sum(looks)
        if len(looks) > 2 and (count == 1 or count == len(looks) - 1):
            rows[looks.index(count == 1)][12] = 1.0
