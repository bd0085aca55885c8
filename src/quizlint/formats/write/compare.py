"""What differs between documents and what is read from the file they were written to."""

from collections.abc import Sequence

from quizlint.content import BLANK, Card, Document, Interaction, Item, Option, Prompt, Question
from quizlint.formats.kit.labels import strip_labels
from quizlint.formats.write.answers import accepted, is_true_or_false, pairs, weights
from quizlint.formats.write.base import ITEM, Loss
from quizlint.formats.write.media import PLUGIN_FILE
from quizlint.text import Text

_TYPED = frozenset({Interaction.TEXT, Interaction.NUMERIC, Interaction.CLOZE})

KINDS: tuple[type[Item], ...] = (Card, Question, Prompt)


def differences(
    before: Sequence[Document],
    after: Sequence[Document],
    losses: Sequence[Loss] = (),
    *,
    exact: bool = False,
    plain: bool = False,
) -> list[Loss]:
    """What is different in what was read back, apart from the losses that are known.

    `exact` tells whether white space around texts counts, `plain` whether only what learners see
    is compared.
    """
    known = {(id(loss.owner), loss.part) for loss in losses}
    found: list[Loss] = []
    for kind in KINDS:
        wrote = [
            item
            for document in before
            for item in document.items
            if isinstance(item, kind) and (id(item), ITEM) not in known
        ]
        read = [item for document in after for item in document.items if isinstance(item, kind)]
        if len(wrote) != len(read) and before:
            word = kind.__name__.lower()
            what = f"{len(wrote)} of its kind '{word}' were written, and {len(read)} are read back"
            found.append(Loss(wrote[0] if wrote else before[0], ITEM, what))
            continue
        for old, new in zip(wrote, read, strict=True):
            found += [
                loss
                for loss in item_differences(old, new, exact=exact, plain=plain)
                if (id(loss.owner), loss.part) not in known
            ]
    return found


def item_differences(
    old: Item, new: Item, *, exact: bool = False, plain: bool = False
) -> list[Loss]:
    """What an item lost. What it gained where nothing was said does not count."""
    said, read = _parts(old, exact, plain), _parts(new, exact, plain)
    if isinstance(old, Question) and isinstance(new, Question) and _is_weighed(old):
        said["weights"], read["weights"] = _shares(old), _shares(new)
    return [
        Loss(old, part, f"{part}: {_shown(value)} is read back as {_shown(read.get(part))}")
        for part, value in said.items()
        if value is not None and read.get(part) != value
    ]


def _is_weighed(question: Question) -> bool:
    return any(each.weight is not None for each in (*question.options, *question.responses))


def _shares(question: Question) -> tuple[float, ...]:
    """What each answer earns in percent, as Moodle rounds it."""
    if question.selected:
        if is_true_or_false(question):
            return ()
        return tuple(round(share, 2) for share in weights(question))
    return tuple(round(each.weight, 2) for each in accepted(question) if each.weight > 0)


def _shown(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 80 else shown[:79] + "…"


def _parts(item: Item, exact: bool, plain: bool) -> dict[str, object]:
    """The values of an item; None where nothing is said."""

    def of(text: Text | None) -> str | None:
        if text is None:
            return None
        if plain:
            return text.plain
        value = text.value.replace(PLUGIN_FILE, "")  # the file is the same, and carried along
        return value if exact else value.replace("\r\n", "\n").replace("\r", "\n").strip()

    parts: dict[str, object] = {
        "ids": None if item.id is None else item.id.value.strip() or None,
        "levels": None if item.difficulty is None else item.difficulty.value.strip() or None,
    }
    match item:
        case Card():
            parts |= {"front": of(item.front), "back": of(item.back)}
        case Prompt():
            parts |= {"prompt": of(item.prompt), "hint": of(item.hint) or None}
            parts["concepts"] = tuple(of(each) for each in item.concepts)
        case Question():
            parts |= _question(item, exact, plain)
            stem = of(item.stem) or ""
            if plain and item.interaction in _TYPED:
                stem = stem.removesuffix(BLANK).strip()
            parts["stem"] = stem
            parts["stimulus"] = None if item.stimulus is None else of(item.stimulus.text)
            parts["rationale"] = of(item.rationale) or None
            options = _options(item.options)
            parts["options"] = tuple(of(each.text) for each in options)
            if options:
                parts["feedback"] = tuple(of(each.feedback) or None for each in options)
            if item.interaction is Interaction.MATCH:
                both, lures = pairs(item)
                parts["options"] = tuple((of(left), of(right)) for left, right in both)
                parts["lures"] = tuple(sorted(of(each) or "" for each in lures))
            if not exact and is_true_or_false(item):
                _sort_truth(item, parts)
    return parts


def _question(item: Question, exact: bool, plain: bool) -> dict[str, object]:
    kind = item.interaction
    fixed = {Interaction.ORDER} if exact else {Interaction.ORDER, Interaction.TRUE_FALSE}
    if kind is Interaction.TRUE_FALSE and not exact:
        kind = Interaction.CHOICE
    if plain and kind is Interaction.CLOZE and len(item.key.written) == 1:
        kind = Interaction.TEXT  # QTI has no sign for a gap that is the only one
    parts: dict[str, object] = {
        "interaction": kind,
        "shuffle": None if item.interaction in fixed else item.shuffle,
    }
    if item.selected:
        parts["keys"] = item.key.indices
    elif kind in (Interaction.TEXT, Interaction.NUMERIC):
        answers, numeric = accepted(item), kind is Interaction.NUMERIC
        parts["answers"] = tuple(
            _answer(each.text.plain if plain and not numeric else each.value, kind, exact)
            for each in answers
            if each.weight > 0 and each.value.strip()
        )
        parts["feedback"] = tuple(
            each.feedback.plain for each in answers if each.feedback is not None
        )
        if numeric and any(each.tolerance for each in answers):
            parts["tolerance"] = tuple(each.tolerance for each in answers if each.weight > 0)
    elif kind is Interaction.CLOZE:
        parts["answers"] = tuple(each.text.value for each in item.key.written)
    return parts


def _answer(value: str, kind: Interaction, exact: bool) -> object:
    if kind is Interaction.NUMERIC:
        try:
            return float(value)
        except ValueError:
            return value
    return value if exact else value.replace("\r\n", "\n").replace("\r", "\n").strip()


def _options(options: Sequence[Option]) -> list[Option]:
    """The options as any reader gives them: letters written into them are told apart."""
    if any(option.label is not None for option in options):
        return list(options)
    return strip_labels(list(options))


def _sort_truth(item: Question, parts: dict[str, object]) -> None:
    """Compare true and false by their meaning: some formats have their own order and words."""
    order = sorted(range(2), key=lambda at: item.options[at].text.value.strip().casefold())
    parts["options"] = ("false", "true")
    parts["keys"] = tuple(order.index(index) for index in item.key.indices)
    told = [item.options[at].feedback for at in order]
    parts["feedback"] = tuple(each.plain if each else None for each in told)
    parts["shuffle"] = None
