"""What a writer is: documents go in, a file's content and what it cannot hold come out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from quizlint.content import Document, Interaction, Item, KeyState, Question
from quizlint.formats.catalogue import Markup
from quizlint.formats.parts import Parts
from quizlint.formats.write.media import Media
from quizlint.text import Text

ITEM = "item"
"""The part of a loss that is a whole item."""

NO_MEDIA = Media()
"""No files of pictures."""

UNWRITABLE = re.compile("[\ud800-\udfff]")
"""Characters that no file can hold: halves of a pair."""


class Loss(NamedTuple):
    """Something of a document or item that the target cannot hold. `part` is a word for it."""

    owner: Document | Item
    part: str
    what: str


class Written(NamedTuple):
    """A file's content, and what of the documents is not in it."""

    content: str | bytes
    losses: tuple[Loss, ...] = ()


class Writer(Protocol):
    """A module of this package with these names writes one format."""

    name: str
    suffix: str
    exact: bool  # whether white space around texts is kept
    rendered: bool  # whether texts are written as what learners see, not as they are in the source
    unread: Parts  # parts that stand in the file and that quizlint does not read

    def write(
        self, documents: Sequence[Document], markup: Markup = "markdown", media: Media = NO_MEDIA
    ) -> Written:
        """Pure: the same documents, and files of pictures, always give the same content."""
        ...


@dataclass(slots=True, eq=False)
class Ledger:
    """Notes what is lost. `carries` are the parts that the target has, `media` the files of
    pictures that go with it.
    """

    carries: Parts
    losses: list[Loss] = field(default_factory=list)
    media: Media = NO_MEDIA

    def lose(self, owner: Document | Item, part: str, what: str) -> None:
        """Note a loss."""
        self.losses.append(Loss(owner, part, what))

    def about(self, document: Document, without: Iterable[str] = ()) -> None:
        """Note what is said of a document that the target has no place for."""
        for part in ("title", "topic", "minutes", "language", "audience"):
            said = getattr(document, part)
            if said is not None and (part not in self.carries or part in without):
                self.lose(document, part, f"its {part} '{_short(said.value)}'")

    def admits(self, item: Item) -> bool:
        """Whether an item of this kind can be written at all; what cannot is noted."""
        if isinstance(item, Question):
            if item.interaction in self.carries:
                return True
            what = f"a question of the kind '{item.interaction}'"
        else:
            kind = type(item).__name__.lower()
            if f"{kind}s" in self.carries:
                return True
            what = f"a {kind}"
        self.lose(item, ITEM, f"left out: {what} has no place there")
        return False

    def question(self, question: Question) -> None:
        """Note what is said of a question that the target has no place for."""
        has = self.carries
        key = question.key
        if key.state in (KeyState.ELSEWHERE, KeyState.COMPUTED):
            self.lose(question, "keys", f"its key, which is {_KEYS[key.state]}")
        if question.stimulus is not None and "stimulus" not in has:
            self.lose(question, "stimulus", "the passage it is about, which now stands in the stem")
        if question.rationale is not None and "rationale" not in has:
            self.lose(question, "rationale", "its explanation")
        if question.difficulty is not None and "levels" not in has:
            self.lose(question, "levels", f"its level '{_short(question.difficulty.value)}'")
        answers = (*question.options, *question.responses)
        if any(each.feedback is not None for each in answers) and (
            "feedback" not in has or (question.responses and "weights" not in has)
        ):
            self.lose(question, "feedback", "feedback on its answers")
        if "weights" not in has and any(each.weight not in (None, 0.0, 100.0) for each in answers):
            self.lose(question, "weights", "partial credit for some of its answers")
        if "tolerance" not in has and any(each.tolerance for each in answers):
            self.lose(question, "tolerance", "how far a number may be off")
        if "shuffle" not in has and question.shuffle is not None and _mixes(question):
            verb = "are" if question.shuffle else "are not"
            self.lose(question, "shuffle", f"that its options {verb} shuffled")
        self.pictures(question, question.texts)
        if question.pool:
            self.lose(question, "pool", "that its options are drawn from a pool")
        if question.dynamic:
            self.lose(question, "dynamic", "what a program puts into its text for each learner")

    def pictures(self, item: Item, texts: Iterable[Text]) -> None:
        """Note that the files of pictures stay behind, unless all of them are carried."""
        shown = [text for text in texts if text.prose.has_media]
        if shown and "media" not in self.carries and not all(map(self.media.carries, shown)):
            self.lose(item, "media", "the files of its pictures: only their names are kept")


_KEYS = {KeyState.ELSEWHERE: "not in the file", KeyState.COMPUTED: "computed by a program"}


def _mixes(question: Question) -> bool:
    """Whether there are options in an order that can be another."""
    kind = question.interaction
    if kind is Interaction.TRUE_FALSE:
        return bool(question.shuffle)
    return question.selected or kind is Interaction.MATCH


def _short(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= 40 else line[:39] + "…"


def writable(value: str) -> str:
    """A value without characters that no file can hold."""
    return UNWRITABLE.sub("\ufffd", value)
