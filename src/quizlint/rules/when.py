"""When a rule about questions is asked: what must be true of a question for it to be any matter."""

from enum import IntFlag, auto
from typing import Annotated

from quizlint.content import Interaction, Question


class When(IntFlag):
    """Things that are true of a question. A rule that names some is asked where all are true."""

    SELECTED = auto()
    """The learner picks among options."""
    TYPED = auto()
    """The learner types a text or a number."""
    ONE_BEST = auto()
    """One option is to be chosen, and they are no mere true and false."""
    KEYED = auto()
    """At least one option is known to be right."""
    ONE_KEY = auto()
    """Exactly one is."""
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


def true_of(question: Question) -> When:
    """All that is true of a question."""
    keys, interaction = len(question.key.indices), question.interaction
    found = ANY
    if question.selected:
        found |= When.SELECTED
        if interaction is Interaction.CHOICE:
            found |= When.ONE_BEST
    elif interaction in (Interaction.TEXT, Interaction.NUMERIC):
        found |= When.TYPED
    if keys:
        found |= When.KEYED | When.ONE_KEY if keys == 1 else When.KEYED
    if question.scored:
        found |= When.SCORED
    if not question.dynamic:
        found |= When.FIXED
    if not question.pool:
        found |= When.WHOLE
    if question.stimulus is None:
        found |= When.ALONE
    if question.rationale is not None:
        found |= When.EXPLAINED
    if question.difficulty:
        found |= When.LABELLED
    return found


MOST_WANTED = 16
"""Options beyond which no rule asks for more."""

Kind = tuple[object, ...]


def kind_of(question: Question) -> Kind:
    """All that `true_of` looks at: what is true of one question is of every other of its kind."""
    return (
        question.interaction,
        min(len(question.key.indices), 2),
        question.scored,
        question.dynamic,
        question.pool,
        question.stimulus is None,
        question.rationale is None,
        bool(question.difficulty),
        min(len(question.options), MOST_WANTED),
        question.crowded,
    )
