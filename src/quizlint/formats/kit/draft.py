"""A question under way, and how it is finished: what holds for the questions of every format.

A reader puts down what it finds where it finds it. Labels, their order, the key and the interaction
that follow from it are told here, in one manner for all.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from quizlint.content import Interaction, Key, KeyState, Option, Question, Stimulus
from quizlint.content.items import SELECTED
from quizlint.formats.kit.desk import Desk
from quizlint.formats.kit.keys import Choices, key_of
from quizlint.formats.kit.labels import check_order, strip_labels
from quizlint.formats.kit.shared import flag_key, note_disagreement, told_apart
from quizlint.formats.kit.told import explanation
from quizlint.formats.kit.written import Answer, resolved
from quizlint.text import Span, Text


@dataclass(slots=True, eq=False, repr=False)
class Drafted:
    """A question as far as it is known. Whatever nothing is said of stays as it is here.

    `interaction` is None where nothing declares it, and CHOICE where one option can be taken. The
    key is `key` where the reader knows it, else what `answers` name, else the options whose flag
    says that they are right (`flags` is how it does); `answered` is the place of all answers, `ids`
    are identifiers of the options by which answers may name them. `computed`: a program tells what
    is right where the file names no option. `listed` is false where the right options stand apart
    from the others, so that their order shows nothing. `passage` becomes the stimulus.
    """

    span: Span
    interaction: Interaction | None = None
    stem: Text | None = None
    route: str = ""
    id: Text | None = None
    number: Text | None = None
    difficulty: Text | None = None
    options: list[Option] = field(default_factory=list)
    ids: Sequence[str | None] = ()
    flags: Literal["flags", "checkboxes"] = "flags"
    listed: bool = True
    answers: list[Answer] = field(default_factory=list)
    answered: Span | None = None
    key: Key | None = None
    computed: bool = False
    responses: list[Option] = field(default_factory=list)
    rationale: Text | None = None
    passage: Text | None = None
    shuffle: bool | None = None
    order_meaningful: bool = True
    dynamic: bool = False
    scored: bool = True
    pool: bool = False
    pictured: bool = False


def finish(drafted: Drafted, desk: Desk) -> Question:
    """The question. What is wrong with its labels, or between two keys of it, is noted."""
    options = _labelled(drafted, desk)
    key = drafted.key or _key(drafted, options, desk)
    if drafted.computed and not key.indices:
        key = key._replace(state=KeyState.COMPUTED)
    stem, passage = drafted.stem, drafted.passage
    if stem is None:
        stem = Text("", desk.visible(drafted.span), desk.source)
    return Question(
        span=drafted.span,
        route=drafted.route,
        id=drafted.id,
        difficulty=drafted.difficulty,
        stem=stem,
        options=tuple(options),
        key=key,
        rationale=_rationale(drafted, options, key),
        interaction=_interaction(drafted, options, key),
        stimulus=None if passage is None else Stimulus(passage, passage.span),
        number=drafted.number,
        shuffle=drafted.shuffle,
        order_meaningful=drafted.order_meaningful,
        dynamic=drafted.dynamic,
        scored=drafted.scored,
        pool=drafted.pool,
        responses=tuple(drafted.responses),
        pictured=drafted.pictured,
    )


def _labelled(drafted: Drafted, desk: Desk) -> list[Option]:
    """The options, with letters that are written into them told apart from what they say."""
    options = drafted.options
    if drafted.interaction is not None and drafted.interaction not in SELECTED:
        return options
    if all(option.label is None for option in options):
        options = strip_labels(options)
    if drafted.listed:
        check_order(options, desk, drafted.route)
    return options


def _key(drafted: Drafted, options: Sequence[Option], desk: Desk) -> Key:
    """The key that answers name, else the one that flags make."""
    flagged = flag_key(options, drafted.flags)
    written = resolved(drafted.answers, Choices(options, drafted.ids)) if drafted.answers else []
    if not written:
        return flagged if flagged.indices else flagged._replace(span=drafted.answered)
    key = key_of(written, len(options), drafted.answered or written[0].text.span)
    note_disagreement(key, flagged, options, desk, drafted.route + ".answer")
    return key


def _rationale(drafted: Drafted, options: Sequence[Option], key: Key) -> Text | None:
    """The explanation, else what the answer's sentence says behind the options that it names."""
    if drafted.rationale is not None or len(drafted.answers) != 1 or not key.indices:
        return drafted.rationale
    return explanation(drafted.answers[0].text, [each.text for each in key.written], options)


def _interaction(drafted: Drafted, options: Sequence[Option], key: Key) -> Interaction:
    """The interaction declared; of a choice between true and false, whatever it is called, that."""
    declared = drafted.interaction
    if declared not in (None, Interaction.CHOICE):
        return declared
    told = told_apart(options, key)
    either_or = told is Interaction.TRUE_FALSE and not drafted.pool
    return told if declared is None or either_or else declared
