"""Which differences between options a question is about.

A difference that is asked about makes two answers, not one answer said twice: spelling in a
spelling test, notation in a question about notation, an order where an order is wanted.
"""

import re
from collections.abc import Sequence
from functools import cached_property

from quizlint.text import Prose
from quizlint.text.patterns import lazy

_SPELLING = lazy(
    r"\b(?:plural|singular|tense|spell\w*|misspel\w*|spelt|grammar\w*|grammatical\w*|verbs?|nouns?|adjectives?|"
    r"adverbs?|pronouns?|article|endings?|suffix|prefix|sentences?|clauses?|translat\w*|conjugat\w*|"
    r"declension|punctuat\w*|capitali[sz]\w*|capital\s+letters?|apostrophe|hyphen\w*|stemmer|"
    r"lemma\w*|case[- ]sensitive|letters?|anagram|"
    r"pronunciation|pronounce\w*|comma|blanks?|sing\w*|lyrics?|song|title|quot(?:e|ation)|"
    r"in\s+(?:spanish|french|german|italian|latin|english|greek))\b",
    re.IGNORECASE,
)
_GAP = lazy(r"_{2,}|\.{4,}|\b(?:which|what)\s+word\b", re.IGNORECASE)
_NOTATION = lazy(
    r"\b(?:writ(?:e|es|ten|ing)|express(?:ed|es|ion)?|notations?|formats?|significant|"
    r"(?:standard|decimal|simplest|lowest|expanded|polar)\s+(?:form|terms)|"
    r"digits?|(?:as|in|into|to)\s+(?:an?\s+)?(?:\w+\s+)?(?:decimals?|fractions?|percent\w*)|convert(?:ed|s)?|conversion|"
    r"numerals?|equivalent|simplif\w*|simplest|round(?:ed|ing|s)?|precis\w*|represent(?:s|ed|ation)?|"
    r"prints?|outputs?|logs?|logged|displays?|returns?|evaluates?|literal|binary|hexadecimal|"
    r"roman)\b",
    re.IGNORECASE,
)
_ORDER = lazy(
    r"\b(?:order\w*|sequences?|steps?|stages?|phases?|first|then|before|after|pipeline|cycle|from|"
    r"rank\w*|sort\w*|arrang\w*|flow|paths?|process|workflow|priorit\w+|respective(?:ly)?|"
    r"chronolog\w*|precedence|timeline|hierarchy|direction|evolution|succession|algorithm)\b",
    re.IGNORECASE,
)
_CODE = lazy(
    r"\b(?:(?:source|valid)?\s*code|commands?|syntax|keywords?|identifiers?|operators?|"
    r"folders?|directory|files?|filenames?|selectors?|data\s+types?|booleans?|python|javascript|java|"
    r"html|css|\w*sql|php|linux|unix|bash|regex|json|xml|yaml|psr|api|symfony|compiler|"
    r"(?:python|java|javascript|built-in|library)\s+(?:function|method|class|module)s?|"
    r"formula|symbols?|notation|abbreviat\w+|acronyms?|isotopes?|alleles?|genotypes?)\b",
    re.IGNORECASE,
)
_TERM = lazy(
    r"\b(?:called|termed|known\s+as|referred\s+to|refers?\s+to|terms?|names?|named|word|label(?:l?ed)?|"
    r"do\s+(?:we|you|they|people|scientists)\s+call|defined\s+as|definition|described\s+as|reserved|"
    r"(?:is|are)\s+an?\s*$|what\s+is\s+an?\s*\W*$|specific\w*|best|most\s+\w+ly|precisely|exactly)\b",
    re.IGNORECASE,
)
_MEANING = lazy(r"\b(?:means?|meaning|synonyms?|same\s+as|stands?\s+for)\b", re.IGNORECASE)
_PERSON = lazy(
    r"\b(?:who|whom|whose|author|writer|poet|composer|painter|artist|scientist|inventor|president|"
    r"philosopher|explorer|leader|king|queen|emperor|person|man|woman|mathematician|physicist|"
    r"chemist|biologist|psychologist|economist|director|actor|actress|singer|player)\b",
    re.IGNORECASE,
)


class Asked:
    """A question, looked at for what its options may be meant to differ in.

    `keys` are the places of the options that are right; `elsewhere` is the text in which words of
    the options may stand again.
    """

    def __init__(
        self, stem: Prose, options: Sequence[Prose], keys: Sequence[int] = (), elsewhere: str = ""
    ) -> None:
        self.stem = stem
        self.options = options
        self.keys = frozenset(keys)
        self.elsewhere = elsewhere

    def _mentions(self, pattern: re.Pattern[str]) -> bool:
        return pattern.search(self.stem.text) is not None

    @cached_property
    def spelling(self) -> bool:
        """Letters, endings, capitals, articles and other small words of a language."""
        return self._mentions(_SPELLING)

    @cached_property
    def grammar(self) -> bool:
        """The form of a word or sentence, down to the word that fits a gap."""
        return self.spelling or self._mentions(_GAP)

    @cached_property
    def notation(self) -> bool:
        """How a number or quantity is written."""
        return self.stem.has_code or self._mentions(_NOTATION)

    @cached_property
    def order(self) -> bool:
        """Which of several things comes first."""
        return self._mentions(_ORDER)

    @cached_property
    def code(self) -> bool:
        """What a program or a file system takes literally."""
        return self.stem.has_code or self._mentions(_CODE)

    @cached_property
    def term(self) -> bool:
        """The exact term for what the stem defines, so that a wider or nearby one is wrong."""
        return len(self.stem.words) >= _DEFINITION and self._mentions(_TERM)

    @cached_property
    def meaning(self) -> bool:
        """What something means, so that any words that say it are right."""
        return self._mentions(_MEANING)

    @cached_property
    def person(self) -> bool:
        """Somebody's name."""
        return self._mentions(_PERSON)


_DEFINITION = 7
"""Words from which a stem defines the term that it asks for ("which term describes a square?" does
not)."""
