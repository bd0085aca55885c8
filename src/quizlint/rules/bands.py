"""How heavy the items of a label may be to read: what the settings, the document, or we say."""

from collections.abc import Mapping

from quizlint.language.audience import band_for
from quizlint.language.gauges import gauge, position
from quizlint.rules.context import Context
from quizlint.rules.scale import TASKS, scale_of


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


def bound(label: str, ctx: Context) -> tuple[float, float] | None:
    """Where a label stands on its scale, from 0 to 1, and how heavy its items may be."""
    end = end_of(label, ctx)
    at = position(label, scale_of(ctx))
    return (at, end[0]) if end is not None and at is not None else None
