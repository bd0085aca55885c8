"""CRD006: a front that states a fact and asks nothing."""

import re
from collections.abc import Iterator

from quizlint.content import Document, Finding, Severity
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.cards._sides import asks, is_cloze
from quizlint.rules.context import Context
from quizlint.text import Text
from quizlint.text.patterns import lazy

_VERDICTS = frozenset(("true", "false", "yes", "no", "t", "f", "correct", "incorrect"))

# An instruction at the beginning of a sentence, or a wording that leaves something open.
_TASK = lazy(
    r"(?:^|[.;]\s+)(?:please |in (?:one|two|your own)[\w ]*,? )?(?:name|give|list|state|define|"
    r"describe|explain|compare|contrast|calculate|compute|find|solve|show|prove|derive|draw|sketch|"
    r"label|identify|complete|fill|translate|say|tell|write|recite|recall|outline|discuss|"
    r"convert|simplify|evaluate|express|spell|choose|select|pick|match|order|sort|rank|summari[sz]e|"
    r"illustrate|distinguish|differentiate|determine|estimate|consider|suppose|imagine|think|"
    r"conjugate|decline|pronounce|read|look|answer|quote|formulate|sum|add|multiply|divide|"
    r"subtract|let|assume|true or false)\b|\btrue or false\b|\[|\bblank\b",
    re.IGNORECASE,
)
_FINITE_VERB = lazy(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|can|could|will|would|must|may|might|should|"
    r"means|consists?|contains?|causes?|makes?|becomes?|uses?|occurs?)\b",
    re.IGNORECASE,
)


class CardAsksNothing(Rule):
    """The front of a card is a plain statement: no question, term, instruction or cloze.

    ## Why it matters
    The learner sees a finished sentence and does not know what to recall. Either they turn the
    card without trying, or they guess what the author had in mind.

    ## How to fix it
    Ask for the part that is to be remembered, or hide it as a cloze. A deck whose fronts are all
    sentences (to translate, to continue) follows a rule of its own and is left alone.

    ## References
    - Wozniak (1999), twenty rules of formulating knowledge: cards ask for one answer.
    """

    code = "CRD006"
    name = "card-asks-nothing"
    severity = Severity.INFO
    preset = "strict"
    languages = ("en",)
    min_words = Threshold(5, "words below which a front is a term or a title")
    convention = Threshold(0.5, "share of statements from which they are the deck's own way")
    bad = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: «The heart of a bird has four chambers.»
    back: Like that of mammals.
  - front: What is a gizzard?
    back: A stomach that grinds.
  - front: Why do birds preen?
    back: To keep their feathers tight.
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
cards:
  - front: The heart of a bird has ___ chambers.
    back: four
  - front: Name the stomach that grinds.
    back: The gizzard.
  - front: "Complete: birds are to feathers as fish are to"
    back: scales
  - front: The organ that is used for grinding seeds
    back: The gizzard.
"""
        ),
        Example(
            """\
kind: cheat-sheet
cards:
  - front: The dog is asleep under the table.
    back: Der Hund schläft unter dem Tisch.
  - front: We have never been to that town.
    back: Wir waren noch nie in jener Stadt.
"""
        ),
    )

    def check(self, document: Document, _ctx: Context) -> Iterator[Finding]:
        cards = document.cards
        found = [
            card
            for card in cards
            if self._states(card.front) and not is_cloze(card) and not _judges(card.back.plain)
        ]
        if not found or (len(cards) > 1 and len(found) >= self.convention * len(cards)):
            return
        for card in found:
            yield self.finding(
                card.front.span,
                "this front states a fact and asks nothing; ask for the part to be remembered",
                route=card.route,
            )

    def _states(self, front: Text) -> bool:
        """Whether a front is a whole sentence that tells something."""
        value = front.value.rstrip(" *_\n")
        if not value.endswith((".", "!")) or value.endswith(("..", "…")):
            return False
        prose = front.prose
        text = prose.text
        if len(prose.words) < self.min_words or "___" in text or "..." in text or ":" in text:
            return False
        if prose.has_code or prose.has_media or asks(text) or _TASK.search(text):
            return False
        return _FINITE_VERB.search(text) is not None


def _judges(back: str) -> bool:
    """Whether a back says if the statement in front is true."""
    return back[:9].lower().strip(" .!").split(",")[0].split(".")[0] in _VERDICTS
