"""What rules about pools of questions have in common."""

from collections.abc import Iterator
from typing import Any, ClassVar

from quizlint.content import Finding, Related
from quizlint.facts import Answer, Pool, PoolShare
from quizlint.rules.base import Rule
from quizlint.rules.context import Context
from quizlint.rules.wording import SHOWN


class PooledRule(Rule):
    """A statistic over questions with one key, of a document, a folder or a bank.

    The bank forms the smallest pools that hold `at_least` questions of the kind that `counts` (a
    flag of `facts.answers`), asks `chance_of` for the probability that chance alone gives what each
    pool shows, and calls `check` for those where it is at most `chance`, and small enough over all
    pools of the run (Benjamini-Hochberg).
    """

    counts: ClassVar[int]
    at_least: Any
    chance: Any

    def chance_of(self, pool: Pool) -> float:
        """The probability under chance of what is seen; 1 for what is not worth a finding."""
        raise NotImplementedError

    def check(self, pool: Pool, _ctx: Context) -> Iterator[Finding]:
        raise NotImplementedError

    def where(self, pool: Pool) -> str:
        """The pool in a message: nothing for a document, else the folder and its size."""
        if pool.level == "document":
            return ""
        name = pool.name if len(pool.name) <= SHOWN else "…" + pool.name[-SHOWN + 1 :]
        place = f"folder '{' '.join(name.split())}'" if pool.level == "folder" else "this bank"
        return f"in {place} ({len(pool.parts)} documents) "

    def of_pool(
        self, part: PoolShare, answer: Answer, pool: Pool, message: str, also: list[Related]
    ) -> Finding:
        """A finding at the key of a document's question, at the stem if it is about more."""
        return Finding(
            self.code,
            answer.key if pool.level == "document" else answer.stem,
            message,
            self.confidence,
            related=tuple(also) if pool.level == "document" else (),
            route=part.route,
            path=part.path,
        )
