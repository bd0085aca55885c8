"""What a file would be with its findings mended."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO, NamedTuple

from quizlint.content import Reading
from quizlint.engine.examine import Examined, examine
from quizlint.engine.plan import Plan
from quizlint.engine.read import readings
from quizlint.engine.result import Diagnostic, State
from quizlint.engine.session import hints_of
from quizlint.engine.targets import Disk, Target
from quizlint.fixes.edits import chosen, edited, encoded
from quizlint.fixes.verify import objection
from quizlint.text.opening import open_regular

PASSES = 10
"""Times that a file is mended in one run: a fix may make room for another one."""

BROKEN = "STR001"
"""The rule about what cannot be read: of such a file nobody knows what a change would do."""


class Refusal(NamedTuple):
    """A finding whose fix was not made, and why."""

    diagnostic: Diagnostic
    why: str


@dataclass
class Mended:
    """A file before and after, the findings that were mended, and those that were not.

    `why_not` says why nothing was tried, where something could have been.
    """

    target: Target
    before: bytes
    after: bytes
    done: list[Diagnostic] = field(default_factory=list)
    left: list[Refusal] = field(default_factory=list)
    why_not: str = ""

    @property
    def changed(self) -> bool:
        """Whether there is something to write."""
        return self.after != self.before


class Looked(NamedTuple):
    """A file as it would be, read and judged."""

    data: bytes
    reading: Reading
    records: tuple[Examined, ...]

    @property
    def diagnostics(self) -> Iterator[Diagnostic]:
        """All that is found in it."""
        for record in self.records:
            yield from record.diagnostics


@dataclass
class Mender:
    """Mends by the repairs of findings that are `wanted`; `plan` says what else is found.

    The plan should have the rules of the default preset, whatever is wanted: a fix must not bring
    what any of them finds.
    """

    wanted: Callable[[Diagnostic], bool]

    def mend(self, target: Target, plan: Plan) -> Mended:
        """What the file of a target would be. Raises OSError if it cannot be opened."""
        data = Disk().load(target).data
        state = look_at(target, plan, data)
        mended = Mended(target, data, data)
        if not self._repairs(state, mended):
            return mended
        mended.why_not = refusal(target, state)
        seen = {data}
        for _ in range(PASSES if not mended.why_not else 0):
            repairs = self._repairs(state, mended)
            good = self._good(repairs, [], state, partial(look_at, target, plan), mended)
            if not good:
                break
            state = look_at(target, plan, _with(state, good))
            if state.data in seen:  # two fixes undo each other: neither is made
                return Mended(target, data, data, why_not="its fixes undo each other")
            seen.add(state.data)
            mended.done += good
        mended.after = state.data
        return mended

    def _repairs(self, state: Looked, mended: Mended) -> list[Diagnostic]:
        refused = {(each.diagnostic.code, each.diagnostic.route) for each in mended.left}
        found = (
            diagnostic
            for diagnostic in state.diagnostics
            if diagnostic.repair is not None
            and diagnostic.state is State.NEW
            and self.wanted(diagnostic)
            and (diagnostic.code, diagnostic.route) not in refused
        )
        return list(chosen(found))

    def _good(
        self,
        repairs: Sequence[Diagnostic],
        with_: list[Diagnostic],
        state: Looked,
        look: Callable[[bytes], Looked],
        mended: Mended,
    ) -> list[Diagnostic]:
        """The repairs that may be made together with some others; all, if there is no objection."""
        if not repairs:
            return []
        together = [*with_, *repairs]
        data = _with(state, together)
        then = look(data)
        records = (state.records, then.records)
        why = (
            objection(state.reading, then.reading, together, records)
            if data != state.data
            else "change nothing"
        )
        if not why:
            return list(repairs)
        if len(repairs) == 1:
            mended.left.append(Refusal(repairs[0], why))
            return []
        half = len(repairs) // 2
        first = self._good(repairs[:half], with_, state, look, mended)
        second = self._good(repairs[half:], [*with_, *first], state, look, mended)
        return [*first, *second]


def look_at(target: Target, plan: Plan, data: bytes) -> Looked:
    """The file as it would be with some bytes; its neighbours are as they are."""

    def opener(path: Path) -> IO[bytes]:
        return BytesIO(data) if path == target.path else open_regular(path)

    *_, whole = readings(target, Disk(opener), hints_of(plan))
    return Looked(data, whole, (examine(whole, plan),))


def _with(state: Looked, repairs: Sequence[Diagnostic]) -> bytes:
    """The bytes with repairs made; as they were where the encoding has no place for them."""
    made = encoded(edited(state.reading.source.text, repairs), state.data)
    return state.data if made is None else made


def refusal(target: Target, state: Looked) -> str:
    """Why a file is not touched at all; empty if it may be."""
    if target.path.is_symlink():
        return "it is a link: name the file itself"
    if encoded(state.reading.source.text, state.data) != state.data:
        return "its bytes are no whole text in any encoding"
    broken = (found for found in state.diagnostics if found.code == BROKEN)
    first = next(broken, None)
    if first is not None:
        return f"mend line {first.place.line} first: {first.message}"
    return ""
