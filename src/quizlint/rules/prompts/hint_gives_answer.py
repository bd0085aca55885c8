"""PRM003: a hint that contains most of the concepts."""

from collections.abc import Iterator

from quizlint.content import Finding, Prompt, Severity
from quizlint.language.lemmas import content_stems
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.wording import listed, quote

_NAMED = 3
"""Concepts that a message names."""


class HintGivesAnswer(Rule):
    """A hint contains most of the concepts that a good answer names.

    ## Why it matters
    The hint is for learners who are stuck. If it lists what the self-check counts, they copy it,
    count three of four, and believe that they knew.

    ## How to fix it
    Point to where the answer can be found or thought up ("think of the water levels") without
    naming it. Concepts whose words stand in the prompt already are not counted.

    ## References
    - Slamecka and Graf (1978), the generation effect: what one comes up with is kept better than
      what one reads.
    """

    code = "PRM003"
    name = "hint-gives-answer"
    severity = Severity.WARNING
    share = Threshold(0.5, "share of the concepts above which the hint contains too many")
    bad = (
        Example(
            """\
kind: cheat-sheet
prompts:
  - prompt: Explain in your own words how a canal lock lifts a boat.
    hint: «Mention the two gates, the chamber and the valves.»
    concepts: [two gates, a chamber, water flowing in by its own weight, valves]
"""
        ),
    )
    good = (
        Example(
            """\
kind: cheat-sheet
prompts:
  - prompt: Explain in your own words how a canal lock lifts a boat.
    hint: Think of the water levels on both sides of a gate.
    concepts: [two gates, a chamber, water flowing in by its own weight, valves]
  - prompt: Compare canals and railways as ways to carry goods.
    hint: Think of canals and railways in turn, and of what they cost.
    concepts: [canals, railways, building costs]
"""
        ),
    )

    def check(self, prompt: Prompt, ctx: Context) -> Iterator[Finding]:
        if prompt.hint is None or not prompt.hint or not prompt.concepts:
            return
        asked = content_stems(prompt.prompt.prose.words, ctx.language)
        given = asked | content_stems(prompt.hint.prose.words, ctx.language)
        counted = 0
        named = []
        for concept in prompt.concepts:
            stems = content_stems(concept.prose.words, ctx.language)
            if not stems or stems <= asked:
                continue
            counted += 1
            if stems <= given:
                named.append(quote(concept.plain))
        if not named or len(named) <= self.share * counted or (counted > 1 and len(named) < 2):
            return
        which = listed(named if len(named) <= _NAMED else [*named[: _NAMED - 1], "others"])
        yield self.finding(
            prompt.hint.span,
            f"the hint contains {len(named)} of {counted} concepts ({which}); point to them "
            "without naming them",
        )
