"""How sure it is that what was read is a quiz, in a file that does not say so."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizlint.content import Option

_MANY = 3
_POLL = frozenset(
    "yes no maybe n/a na unsure ja nein oui non sí si sim não sì da нет да tak nie 是 否".split()
)


def is_poll(options: Sequence[Option]) -> bool:
    """Whether the options only agree or disagree, as those of a checklist do."""
    return all(option.text.value.strip(" .!*_").casefold() in _POLL for option in options)


@dataclass(slots=True)
class Strength:
    """How sure it is that what was read is a quiz, for files that do not say so.

    `strong` and `weak` are among the `groups` of options; `open_` counts groups under a question of
    which none is keyed, `hinted` those of which one is only set off from the others, `plain` the
    plain lists under a question, `typed` the questions that are answered in words.
    """

    groups: int = 0
    strong: int = 0
    weak: int = 0
    open_: int = 0
    hinted: int = 0
    plain: int = 0
    typed: int = 0

    def is_quiz(self, *, titled: bool, exam: bool) -> bool:
        """Whether it is one.

        `titled` where the file's name or title speaks of questions, `exam` where of a quiz or test.
        """
        if self.groups and self.strong * 2 >= self.groups:
            return True
        if self.weak >= 3 and (self.strong + self.weak) * 2 > self.groups:
            return True
        if self.open_ + self.hinted + self.strong >= (1 if titled else _MANY):
            return True
        return (exam and self.plain > 1) or (titled and self.typed > 1)
