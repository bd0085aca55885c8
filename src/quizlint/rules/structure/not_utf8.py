"""STR022: another encoding than UTF-8."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity, problems
from quizlint.rules.base import Rule
from quizlint.rules.context import Context


class NotUtf8(Rule):
    """The file is not encoded as UTF-8.

    ## Why it matters
    Programs that expect UTF-8 refuse the file or show `é` and quotation marks as rubbish. quizlint
    has read it as best it could, so that the rest is checked.

    ## How to fix it
    Save the file as UTF-8; every editor has this among its save options.

    ## References
    - RFC 3629 (UTF-8); RFC 8259 demands it for JSON.
    """

    code = "STR022"
    name = "not-utf8"
    severity = Severity.ERROR

    def check(self, problem: problems.NotUtf8, _ctx: Context) -> Iterator[Finding]:
        name = {"cp1252": "Windows-1252", "latin-1": "no text encoding we know"}
        encoding = problem.encoding
        yield self.finding(
            problem.span,
            f"not UTF-8 from here on (it looks like {name.get(encoding, encoding.upper())}); "
            "save the file as UTF-8",
        )
