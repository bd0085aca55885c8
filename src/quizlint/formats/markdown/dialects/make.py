"""What the dialects have in common once options and key are found."""

from collections.abc import Sequence

from quizlint.content import (
    BLANK,
    Card,
    Interaction,
    Key,
    KeyState,
    Option,
    Question,
    Stimulus,
    WrittenKey,
)
from quizlint.formats.kit.labels import check_order, strip_labels
from quizlint.formats.kit.shared import flag_key, told_apart
from quizlint.formats.markdown.items import Maker
from quizlint.text import Span, Text

__all__ = ["BLANK", "add_card", "add_choice", "add_cloze", "shown"]


def add_choice(
    maker: Maker,
    span: Span,
    stem: Text,
    options: Sequence[Option],
    key: Key | None = None,
    *,
    rationale: Text | None = None,
    number: Text | None = None,
    interaction: Interaction | None = None,
    stimulus: Stimulus | None = None,
    shuffle: bool | None = None,
    ordered: bool = True,
) -> None:
    """Add a question in which the learner picks; without a key, the options' flags make it."""
    route = maker.route("questions")
    found = strip_labels(list(options))
    check_order(found, maker.desk, route)
    if key is None:
        key = flag_key(found)._replace(origin="checkboxes")
        if key.state is not KeyState.PRESENT:
            key = Key(KeyState.ABSENT)
    question = Question(
        span=span,
        route=route,
        stem=stem,
        options=tuple(found),
        key=key,
        rationale=rationale if rationale else None,
        interaction=interaction or told_apart(found, key),
        stimulus=stimulus,
        number=number,
        shuffle=maker.shuffle if shuffle is None else shuffle,
        order_meaningful=ordered,
    )
    maker.add("questions", question)


def add_cloze(
    maker: Maker, span: Span, stem: Text, answers: Sequence[Text], rationale: Text | None
) -> None:
    """Add a text with gaps to fill."""
    written = tuple(WrittenKey(answer) for answer in answers)
    where = Span(answers[0].span.start, answers[-1].span.end)
    question = Question(
        span=span,
        route=maker.route("questions"),
        stem=stem,
        key=Key(KeyState.PRESENT, (), written, "answer", where),
        rationale=rationale if rationale else None,
        interaction=Interaction.CLOZE,
    )
    maker.add("questions", question)


def add_card(maker: Maker, span: Span, front: Text, back: Text) -> None:
    """Add a flashcard."""
    card = Card(span=span, route=maker.route("cards"), front=front, back=back)
    maker.add("cards", card)


def shown(text: Text, span: Span) -> Text:
    """The text, or for an empty one an empty text where something can be shown."""
    return text if text.value else Text("", span, text._source)
