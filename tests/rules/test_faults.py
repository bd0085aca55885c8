"""Does `faults`, with which every rule is tried, see what is wrong with one?"""

from collections.abc import Iterator

import pytest

from quizlint import Confidence, Context, Edit, Example, Finding, Fix, Question, Rule, Severity
from quizlint.testing import faults

QUIZ = "kind: quiz\nquestions:\n  - {question: Which is a %s?, options: [a, b, c], answer: B}\n"
BAD = Example(QUIZ % "«quokka»")
GOOD = Example(QUIZ % "wombat")


class Quokka(Rule):
    """A stem names the quokka.

    ## Why it matters
    It is shy.

    ## How to fix it
    Name the wombat.
    """

    code = "ACME001"
    name = "named-quokka"
    severity = Severity.WARNING
    bad = (BAD,)
    good = (GOOD,)

    words = "this is a quokka; take the wombat"
    instead = "wombat"

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        at = question.stem.value.find("quokka")
        if at >= 0:
            span = question.stem.at(at, at + 6)
            yield self.finding(span, self.words, fix=Fix((Edit(span, self.instead),)))


def test_a_sound_rule_has_no_faults() -> None:
    assert faults(Quokka) == []


class Fails(Quokka):
    """It fails.

    ## Why it matters
    ## How to fix it
    """

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        raise ValueError("lost")
        yield


class Everywhere(Quokka):
    """It finds itself.

    ## Why it matters
    ## How to fix it
    """

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        yield self.finding(question.span, "it is in this file", confidence=Confidence.LOW)


class Counts(Quokka):
    """It goes by offsets.

    ## Why it matters
    ## How to fix it
    """

    def check(self, question: Question, ctx: Context) -> Iterator[Finding]:
        for finding in super().check(question, ctx):
            yield finding._replace(message=f"found at {finding.span.start}", fix=None)


@pytest.mark.parametrize(
    ("base", "wrong", "said"),
    [
        (Quokka, {"__doc__": "No sentence"}, "its summary is no sentence"),
        (Quokka, {"__doc__": "A sentence."}, "the headings of its page are []"),
        (Quokka, {"name": "Quokka"}, "its name 'Quokka'"),
        (Quokka, {"code": "acme1"}, "its code 'acme1'"),
        (Quokka, {"bad": ()}, "it has no bad example"),
        (Quokka, {"good": ()}, "it has no good example"),
        (Quokka, {"bad": (GOOD,)}, "bad example 1: nothing is found"),
        (Quokka, {"bad": (Example(QUIZ % "quokka"),)}, "found are ['quokka'], marked are []"),
        (Quokka, {"bad": (Example(BAD.text.replace("B}", "D}")),)}, "another rule finds something"),
        (Quokka, {"good": (Example(QUIZ % "quokka"),)}, "good example 1: found is ACME001"),
        (Quokka, {"good": (Example("x: 1\n", "a.yaml"),)}, "good example 1: it is not read"),
        (Quokka, {"words": "A quokka."}, "its message begins with a capital"),
        (Quokka, {"words": "two\nlines"}, "its message has several lines"),
        (Quokka, {"instead": "quokka"}, "its fix changes nothing"),
        (Quokka, {"instead": "quokka?"}, "what its fix mends is found again"),
        (Fails, {}, "bad example 1: rule ACME001 (named-quokka) failed on questions[0]"),
        (Everywhere, {}, "good example 1: found is ACME001"),
        (Counts, {}, "with emoji it says"),
    ],
)
def test_what_is_wrong_with_a_rule_is_said(
    base: type[Rule], wrong: dict[str, object], said: str
) -> None:
    page = {"__doc__": base.__doc__, "__module__": __name__, **wrong}
    found = faults(type("Wrong", (base,), page))
    assert any(said in fault for fault in found), found
