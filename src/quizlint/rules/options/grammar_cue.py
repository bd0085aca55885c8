"""OPT015: the stem's grammar fits only some of the options."""

from collections.abc import Iterator, Mapping, Sequence

from quizlint.content import Finding, Severity
from quizlint.language.english.following import expected_after, sentence_among_phrases
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._last import comes_last
from quizlint.rules.when import Selected
from quizlint.rules.wording import letter, quote


class GrammarCue(Rule):
    """The stem's article, number or verb form fits only some of the options.

    ## Why it matters
    Options that cannot follow the stem in a correct sentence, or answer a question for a thing with
    a whole sentence, are struck without any knowledge. Where only the key fits, grammar gives it
    away.

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
    fewest_options = 3
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

    def check(self, question: Selected, _ctx: Context) -> Iterator[Finding]:
        options = question.options
        judged = [
            index
            for index, option in enumerate(options)
            if not (option.text.prose.has_code or option.text.prose.has_math or comes_last(option))
        ]
        stem = question.stem.prose
        expected = expected_after(stem)
        if expected is None:
            place = sentence_among_phrases(stem, [options[at].text.plain for at in judged])
            if place is not None and len(judged) > 2:
                at = judged[place]
                yield self.finding(
                    options[at].text.span,
                    f"option {letter(at)} is a sentence where the others name a thing; let all "
                    "options answer in one form",
                )
            return
        fits = {at: expected.fits(options[at].text.plain) for at in judged}
        if not _is_cue(fits, question.key.indices):
            return
        for index in (at for at, fit in fits.items() if fit is False):
            yield self.finding(
                options[index].text.span,
                f"option {letter(index)} cannot follow {quote(expected.after)}: {expected.why}; "
                "let all options fit the stem",
            )


def _is_cue(fits: Mapping[int, bool | None], keys: Sequence[int]) -> bool:
    """Whether that some options fit says anything of the key.

    Where the key does not fit, or it is not sure that it does while most others do not, the stem is
    at fault and gives nothing away.
    """
    odd = {at for at, fit in fits.items() if fit is False}
    fitting = {at for at, fit in fits.items() if fit}
    if not odd or not fitting or not odd.isdisjoint(keys):
        return False
    return len(odd) <= 2 * len(fitting) or not fitting.isdisjoint(keys)
