"""What must follow the end of a stem, and whether an answer can."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from quizlint.text import Prose
from quizlint.text.patterns import lazy

# Words after which `to` begins an infinitive.
_INFINITIVE = lazy(
    r"\b(?:unable|able|has|have|had|wants?|wanted|tends?|try|tries|tried|likely|used|order|ability|"
    r"begins?|began|needs?|needed|ought|going|fails?|failed|serves?|helps?|is|are|was|were)"
    r"\s+to\s*(?:_{2,}|\.{3,}|…|:)?\s*$",
    re.IGNORECASE,
)
# A sentence with a subject of its own; "it" may be that of any answer to "what does it do?".
_SENTENCE = lazy(
    r"(?:they|he|she|we|it|you)\s+[a-z]+(?:n['’]t)?\b(?!\s*$)|(?:each|everyone|nobody)\s+[a-z]+s\b",
    re.IGNORECASE,
)
# A question that a noun or a phrase answers, not one that a clause answers as well.
_ASKS_FOR_A_THING = lazy(
    r"\b(?:who|whom|whose|which|what|what's)\b(?!.*\b(?:why|how|when|where|reason|happen\w*|true|"
    r"correct|false|incorrect|statements?|sentences?|claims?|conclu\w*|say|said|mean\w*|describes?|explains?|best|"
    r"likely)\b)",
    re.IGNORECASE,
)
_VERB_WORD = lazy(
    r"\b(?:is|are|was|were|has|have|had|can|cannot|could|will|would|must|may|do|does|did)\b",
    re.IGNORECASE,
)
_MODALS = frozenset("can could will would shall should must may might cannot".split())
_BARE_LINKS = frozenset("is are was were by of for with".split())
_PRONOUNS = frozenset("it he she they we".split())
_DETERMINERS = frozenset(
    "a an the this that these those its their his her my your our more all each every any no some "
    "it them him us".split()
)
_IN_ING = frozenset("bring string swing spring cling fling sling sting wring".split())


LONGEST_PHRASE = 5
"""Words of the longest answer that surely is no sentence where it has no auxiliary."""


class Expectation(NamedTuple):
    """What must follow a stem's last words `after`, and why.

    `fits` takes a plain answer and says whether it can follow; None where that cannot be told.
    """

    after: str
    why: str
    fits: Callable[[str], bool | None]


def expected_after(stem: Prose) -> Expectation | None:
    """What an answer must be to follow a stem in a correct sentence; None where anything may."""
    last = stem.lower_words[-1] if stem.words else ""
    if stem.text.endswith("?"):
        return None
    if last in ("a", "an"):
        if stem.text.rstrip(" _.:…").endswith("/" + last):
            return None
        return Expectation(f"… {last}", "the other article belongs before it", _after_article(last))
    if last == "to" and _INFINITIVE.search(stem.text) is not None:
        return Expectation("… to", "a verb is wanted", _infinitive)
    if last in _MODALS and not stem.text.endswith(":"):
        return Expectation(f"… {last}", "a verb is wanted", _infinitive)
    if last in _BARE_LINKS:
        return Expectation(f"… {last}", "it is a sentence of its own", _no_sentence)
    return None


def _after_article(last: str) -> Callable[[str], bool | None]:
    def fits(text: str) -> bool | None:
        from quizlint.language.agreement import article_for, plural

        words = text.split()
        if not words:
            return None
        if words[0].lower() in _DETERMINERS:
            return False
        wanted = article_for(text)
        if wanted is not None and wanted != last:
            return False
        noun = words[-1].strip(".,;")
        if len(words) == 1 and noun.islower() and plural(noun) and not noun.endswith("ss"):
            return False
        return None if wanted is None else True

    return fits


def _infinitive(text: str) -> bool | None:
    words = text.lower().split()
    if not words:
        return None
    first = words[0].strip(".,;")
    if first in _DETERMINERS or first in _PRONOUNS or (first == "to" and len(words) > 1):
        return False
    return not (first.endswith("ing") and len(first) > 5 and first not in _IN_ING)


def _no_sentence(text: str) -> bool | None:
    return _SENTENCE.match(text) is None


def sentence_among_phrases(question: Prose, answers: Sequence[str]) -> int | None:
    """The place of the one answer that is a whole sentence, where a question asks for a thing and
    all others name one in a few words.
    """
    if not question.text.endswith("?") or _ASKS_FOR_A_THING.search(question.text) is None:
        return None
    whole = [at for at, answer in enumerate(answers) if _SENTENCE.match(answer)]
    if len(whole) != 1:
        return None
    phrases = all(
        len(answer.split()) <= LONGEST_PHRASE and _VERB_WORD.search(answer) is None
        for at, answer in enumerate(answers)
        if at != whole[0]
    )
    return whole[0] if phrases else None
