"""When a rule about questions is asked: what must be true of a question for it to be any matter.

All of it can be read from a rule's class, without running the rule.
"""

from collections.abc import Callable, Mapping
from enum import IntFlag, auto
from functools import cache, reduce
from operator import or_
from types import MappingProxyType
from typing import Annotated, NamedTuple

from quizlint.content import MOST_OPTIONS, Interaction, Question
from quizlint.content.items import SELECTED


class When(IntFlag):
    """Things that are true of a question. A rule that names some is asked where all are true.

    `FACTS` says what each means.
    """

    SELECTED = auto()
    TYPED = auto()
    NUMERIC = auto()
    MATCHED = auto()
    ONE_BEST = auto()
    KEYED = auto()
    ONE_KEY = auto()
    SEVERAL_KEYS = auto()
    SCORED = auto()
    FIXED = auto()
    WHOLE = auto()
    ALONE = auto()
    EXPLAINED = auto()
    LABELLED = auto()


ANY = When(0)

Selected = Annotated[Question, When.SELECTED]
"""A subject of rules: a question in which the learner picks among options."""

Typed = Annotated[Question, When.TYPED]
"""A subject of rules: a question to which the learner types the answer."""


MOST_WANTED = MOST_OPTIONS
"""Options beyond which no rule asks for more: a question with more of them is crowded."""


class Kind(NamedTuple):
    """All that decides which rules are asked about a question; the rules are chosen once for each.

    `keys` counts to 2, `options` to one more than any rule asks for.
    """

    interaction: Interaction
    keys: int
    options: int
    scored: bool
    dynamic: bool
    pool: bool
    shared: bool
    explained: bool
    labelled: bool

    @property
    def crowded(self) -> bool:
        """Whether it has more options than can be held against each other."""
        return self.options > MOST_WANTED


def kind_of(question: Question) -> Kind:
    """The kind of a question."""
    return Kind(
        question.interaction,
        min(len(question.key.indices), 2),
        min(len(question.options), MOST_WANTED + 1),
        question.scored,
        question.dynamic,
        question.pool,
        question.stimulus is not None,
        question.rationale is not None,
        bool(question.difficulty),
    )


class Fact(NamedTuple):
    """What a flag means: in words behind "questions in which", and of which kinds it is true."""

    words: str
    holds: Callable[[Kind], bool]


FACTS: Mapping[When, Fact] = MappingProxyType(
    {
        When.SELECTED: Fact(
            "the learner picks among options", lambda kind: kind.interaction in SELECTED
        ),
        When.TYPED: Fact(
            "the learner types a text or a number",
            lambda kind: kind.interaction in (Interaction.TEXT, Interaction.NUMERIC),
        ),
        When.NUMERIC: Fact(
            "the learner types a number", lambda kind: kind.interaction is Interaction.NUMERIC
        ),
        When.MATCHED: Fact(
            "the learner finds what belongs together",
            lambda kind: kind.interaction is Interaction.MATCH,
        ),
        When.ONE_BEST: Fact(
            "one option is to be chosen instead of true or false",
            lambda kind: kind.interaction is Interaction.CHOICE,
        ),
        When.KEYED: Fact("at least one option is known to be right", lambda kind: kind.keys > 0),
        When.ONE_KEY: Fact("exactly one option is known to be right", lambda kind: kind.keys == 1),
        When.SEVERAL_KEYS: Fact(
            "more than one option is known to be right", lambda kind: kind.keys > 1
        ),
        When.SCORED: Fact("an answer is right or wrong", lambda kind: kind.scored),
        When.FIXED: Fact("nothing is computed when they are shown", lambda kind: not kind.dynamic),
        When.WHOLE: Fact(
            "all options are shown instead of some that are drawn", lambda kind: not kind.pool
        ),
        When.ALONE: Fact(
            "no passage or figure is shared with others", lambda kind: not kind.shared
        ),
        When.EXPLAINED: Fact("the answer is explained", lambda kind: kind.explained),
        When.LABELLED: Fact("the level is given", lambda kind: kind.labelled),
    }
)


@cache
def true_of(kind: Kind) -> When:
    """All that is true of the questions of a kind."""
    return reduce(or_, (when for when, fact in FACTS.items() if fact.holds(kind)), ANY)
