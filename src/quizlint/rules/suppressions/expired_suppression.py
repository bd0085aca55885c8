"""SUP003: a suppression past its last day."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity, Suppression
from quizlint.rules.base import Rule
from quizlint.rules.context import Context


class ExpiredSuppression(Rule):
    """A suppression in the settings is past its `until` date, and no longer holds.

    ## Why it matters
    Somebody promised to mend this by that day. What it silenced is found again.

    ## How to fix it
    Mend what it silenced and remove the entry, or give a later date and a reason.
    """

    code = "SUP003"
    name = "expired-suppression"
    severity = Severity.WARNING

    def check(self, suppression: Suppression, _ctx: Context) -> Iterator[Finding]:
        if suppression.expired:
            reason = f" (it said: {suppression.reason})" if suppression.reason else ""
            yield self.finding(
                suppression.span,
                f"this suppression of {suppression.name} ended on {suppression.until}{reason}; "
                "mend what it hid, or renew it",
            )
