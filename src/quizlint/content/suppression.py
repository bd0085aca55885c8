"""An author's wish that a rule be silent, as found in a comment or in the settings."""

from typing import NamedTuple

from quizlint.text import Span


class Suppression(NamedTuple):
    """One rule name in one `quizlint: ignore[…]`, or one `[[ignore]]` of the settings.

    `span` is where the name stands, `whole` the range whose removal takes the suppression away;
    both lie in the settings file where `of_settings` is true. `suggestion` is a rule whose name is
    near an unknown one.
    """

    name: str
    span: Span
    whole: Span
    reason: str = ""
    known: bool = True
    used: bool = False
    judged: bool = True  # false where the rule did not run, so that nobody knows
    expired: bool = False
    until: str = ""
    suggestion: str | None = None
    of_settings: bool = False
