"""STM001: a stem that asks nothing."""

from collections.abc import Iterator

from quizlint.content import Confidence, Finding, Severity
from quizlint.language.english.focus import Lack, lack
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._last import comes_last
from quizlint.rules.when import Selected, When


class UnfocusedStem(Rule):
    """The stem asks nothing: it is neither a question nor a statement to complete.

    ## Why it matters
    A learner should be able to answer before looking at the options. A stem that only names a
    subject, only states something, or only asks which statement is true, makes them read every
    option to find out what is asked, and reading is then what is measured.

    Stems that are whole statements or clauses ("This river flows through Vienna.") are reported
    with low confidence, and not by default: some collections are written so throughout.

    ## How to fix it
    Ask a question: what about the subject should the learner know?

    ## References
    - Haladyna, Downing and Rodriguez (2002): put the central idea into the stem.
    - NBME Item-Writing Guide (2020), the "cover the options" rule.
    """

    code = "STM001"
    name = "unfocused-stem"
    severity = Severity.WARNING
    confidence = Confidence.MEDIUM
    languages = ("en",)
    when = When.ALONE
    fewest_options = 1
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: «The water cycle»
    options:
      - It is driven by the Sun.
      - It is driven by the Moon.
      - It is driven by the wind.
    answer: A
"""
        ),
        Example(
            """\
kind: quiz
questions:
  - question: «Which of the following statements is true?»
    options: [Iron floats on mercury., Mercury floats on water., Water floats on oil.]
    answer: A
  - question: «The heart has four chambers. Choose the most correct answer from the following.»
    options: [Its left side is stronger., Its right side is stronger., Both sides are equal.]
    answer: A
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: The water cycle is driven by
    options: [the Sun, the Moon, the wind]
    answer: A
  - question: "Capital of Australia:"
    options: [Canberra, Sydney, Perth]
    answer: A
  - question: Name the process by which water turns into vapour.
    options: [condensation, evaporation, sublimation]
    answer: B
  - question: Water runs downhill.
    options: ["True", "False"]
    answer: "True"
  - question: Which statement about the water cycle is true?
    options: [The Sun drives it., The Moon drives it., Earthquakes drive it.]
    answer: A
"""
        ),
    )

    def check(self, question: Selected, _ctx: Context) -> Iterator[Finding]:
        text = question.stem.value
        prose = question.stem.prose
        if not prose.text or prose.has_code or prose.has_media or prose.has_math:
            return
        if "\n" in text.strip() or len(text) > LONGEST:
            return
        answers = [option.text.plain for option in question.options if not comes_last(option)]
        missing = lack(prose, answers)
        if missing is not None and (missing in _SURE or self.thorough):
            yield self.finding(
                question.stem.span,
                f"{_SAID[missing]}; make it a question about one thing, which could be answered "
                "without the options",
                confidence=None if missing in _SURE else Confidence.LOW,
            )


LONGEST = 2000
"""Characters beyond which a stem is a passage, in which anything may be asked."""

_SAID: dict[Lack, str] = {
    "generic": "the stem asks for what is true, and not about what",
    "topic": "the stem only names a topic",
    "broken off": "the stem breaks off before it says what it asks",
    "statement": "the stem is a statement that asks nothing",
    "clause": "the stem is a clause without its sentence",
}
_SURE = frozenset({"generic", "topic", "broken off"})
"""What nobody writes on purpose."""
