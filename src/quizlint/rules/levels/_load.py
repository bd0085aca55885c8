"""The reading load of items, and what bounds it."""

from collections.abc import Iterable, Mapping

from quizlint.content import Item, Question
from quizlint.facts.grades import Grade, grade
from quizlint.language.audience import band_for
from quizlint.language.gauges import gauge, position
from quizlint.language.readability import Readability, pooled
from quizlint.rules.context import Context
from quizlint.rules.levels._scale import TASKS, scale_of
from quizlint.text import Text


def reading_load(item: Item, ctx: Context) -> Grade | None:
    """How heavy an item is to read, or None if it is too short to score."""
    load = grade(item, ctx.document, ctx.language)
    return load if load is not None and load.enough else None


def pooled_load(texts: Iterable[Text]) -> Readability:
    """The counts of several texts together, without code, formulas and addresses."""
    return pooled(text.prose for text in texts)


def says_more_than_words(item: Item) -> bool:
    """Whether what makes an item easy or hard may stand in code, a formula or a picture."""
    texts = [*item.texts]
    if isinstance(item, Question) and item.stimulus is not None:
        texts.append(item.stimulus.text)
    return any(t.prose.has_code or t.prose.has_math or t.prose.has_media for t in texts)


def band_of(label: str, ctx: Context) -> Mapping[str, float]:
    """The grades that the settings declare for a label: empty where they say nothing.

    They are grades: a language that is measured in points of reading ease has none.
    """
    own = gauge(ctx.language)
    if own is not None and own.easier > 0:
        for name, band in ctx.levels.bands.items():
            if name.casefold() == label.casefold():
                return band
    return {}


def end_of(label: str, ctx: Context) -> tuple[float, str] | None:
    """How heavy items of a label may be, and who says so; None for a label that nobody bounds.

    The settings' band of the label counts first, then the audience that the document declares,
    whose reading is known whatever the label, then the language's own bands by the label's place.
    """
    own = gauge(ctx.language)
    if own is None:
        return None
    most = band_of(label, ctx).get("max-grade")
    if most is not None:
        return most, f"the settings allow {own.shown(most)}"
    scale = scale_of(ctx)
    at = position(label, scale) if scale not in TASKS else None
    if at is None:
        return None
    audience = ctx.document.audience
    declared = band_for(audience.plain) if audience is not None and audience else None
    if declared is not None and ctx.language == "en":
        return declared.high, f"{declared.name} ends at {own.shown(declared.high)}"
    end = own.end(at)
    return end, f"its band ends at {own.shown(end)}"
