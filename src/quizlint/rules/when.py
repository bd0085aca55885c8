"""When a rule about questions is asked: what must be true of a question for it to be any matter.

All of it can be read from a rule's class, without running the rule.
"""

from enum import IntFlag, auto
from functools import cache
from typing import Annotated, NamedTuple

from quizlint.content import MOST_OPTIONS, Interaction, Question
from quizlint.content.items import SELECTED


class When(IntFlag):
    """Things that are true of a question. A rule that names some is asked where all are true."""

    SELECTED = auto()
    """The learner picks among options."""
    TYPED = auto()
    """The learner types a text or a number."""
    NUMERIC = auto()
    """The learner types a number."""
    MATCHED = auto()
    """The learner finds what belongs together."""
    ONE_BEST = auto()
    """One option is to be chosen, and they are no mere true and false."""
    KEYED = auto()
    """At least one option is known to be right."""
    ONE_KEY = auto()
    """Exactly one is."""
    SEVERAL_KEYS = auto()
    """More than one is."""
    SCORED = auto()
    """There are right answers: it is no survey."""
    FIXED = auto()
    """It is as written: nothing in it is computed when it is shown."""
    WHOLE = auto()
    """All of its options are shown, not some that are drawn."""
    ALONE = auto()
    """It needs no passage, figure or code that other questions share."""
    EXPLAINED = auto()
    """It has an explanation."""
    LABELLED = auto()
    """It says how hard it is."""


ANY = When(0)

Selected = Annotated[Question, When.SELECTED]
"""A subject of rules: a question in which the learner picks among options."""

Typed = Annotated[Question, When.TYPED]
"""A subject of rules: a question to which the learner types the answer."""


class Kind(NamedTuple):
    """All that decides which rules are asked about a question; the rules are chosen once for each.

    `keys` counts to 2, `options` to one more than a question has that is not crowded.
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
        return self.options > MOST_OPTIONS


def kind_of(question: Question) -> Kind:
    """The kind of a question."""
    return Kind(
        question.interaction,
        min(len(question.key.indices), 2),
        min(len(question.options), MOST_OPTIONS + 1),
        question.scored,
        question.dynamic,
        question.pool,
        question.stimulus is not None,
        question.rationale is not None,
        bool(question.difficulty),
    )


@cache
def true_of(kind: Kind) -> When:
    """All that is true of the questions of a kind."""
    told = {
        When.SELECTED: kind.interaction in SELECTED,
        When.TYPED: kind.interaction in (Interaction.TEXT, Interaction.NUMERIC),
        When.NUMERIC: kind.interaction is Interaction.NUMERIC,
        When.MATCHED: kind.interaction is Interaction.MATCH,
        When.ONE_BEST: kind.interaction is Interaction.CHOICE,
        When.KEYED: kind.keys > 0,
        When.ONE_KEY: kind.keys == 1,
        When.SEVERAL_KEYS: kind.keys > 1,
        When.SCORED: kind.scored,
        When.FIXED: not kind.dynamic,
        When.WHOLE: not kind.pool,
        When.ALONE: not kind.shared,
        When.EXPLAINED: kind.explained,
        When.LABELLED: kind.labelled,
    }
    found = ANY
    for when, true in told.items():
        if true:
            found |= when
    return found
