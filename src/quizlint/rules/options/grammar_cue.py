"""OPT015: the stem's grammar fits only some of the options."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.language.english.following import expected_after
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._last import comes_last
from quizlint.rules.wording import letter, quote


class GrammarCue(Rule):
    """The stem's article, number or verb form fits only some of the options.

    ## Why it matters
    Options that cannot follow the stem in a correct sentence, or answer a question for a thing with
    a whole sentence, are struck without any knowledge. Where only the key fits, grammar gives it away.

    ## How to fix it
    Write "a/an" or put the article into the options; let all options be singular, or all plural;
    read the stem with each option aloud.

    ## References
    - Haladyna, Downing and Rodriguez (2002): avoid grammatical cues; keep options homogeneous.
    - NBME Item-Writing Guide (2020): grammatical cues.
    """

    code = "OPT015"
    name = "grammar-cue"
    severity = Severity.WARNING
    preset = "strict"
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: A muscle is fixed to a bone by a
    options: [tendon, «artery», «organ»]
    answer: A
  - question: "The king's castle fell because the guards were"
    options: [asleep in the tower, drunk from the wine, «they had gone home»]
    answer: A
"""
        ),
        Example(
            """\
kind: quiz
questions:
  - question: The first sign of the illness is that the patient is unable to
    options: [swallow, walk far, «the loss of taste»]
    answer: A
  - question: Who opened the gate of the old fort?
    options: [the cook, the captain, «he broke the lock himself»]
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: A muscle is fixed to a bone by a/an
    options: [tendon, artery, organ]
    answer: A
  - question: To measure its speed you need a
    options: [watch, yardstick, useful map, one-way ticket]
    answer: A
  - question: The train is late. It has to
    options: [wait, turn back, hurry]
    answer: C
  - question: What did the guard do at night?
    options: [He slept in the tower., He closed the gate., Rounds through the yard were his duty.]
    answer: B
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        options = question.options
        if len(options) < 3 or not question.selected:
            return
        expected = expected_after(question.stem.prose)
        if expected is None:
            return
        fits = {
            index: expected.fits(option.text.plain)
            for index, option in enumerate(options)
            if not (option.text.prose.has_code or option.text.prose.has_math or comes_last(option))
        }
        keys = question.key.indices
        odd = [index for index, fit in fits.items() if fit is False]
        fitting = [index for index, fit in fits.items() if fit]
        # Where the key does not fit, or it is not sure that it does while most others do not, the
        # stem is at fault and gives nothing away.
        if not set(keys).isdisjoint(odd):
            return
        if not fitting or (len(odd) > 2 * len(fitting) and set(keys).isdisjoint(fitting)):
            return
        for index in odd:
            yield self.finding(
                options[index].text.span,
                f"option {letter(index)} cannot follow {quote(expected.after)}: {expected.why}; "
                "let all options fit the stem",
            )
