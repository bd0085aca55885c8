"""LVL004: the text reads above the audience that the document declares."""

from collections.abc import Iterator

from quizlint.content import Document, Finding, Related, Severity
from quizlint.language.audience import band_for
from quizlint.language.readability import readability
from quizlint.rules.base import Example, Rule, Threshold
from quizlint.rules.context import Context
from quizlint.rules.levels._load import pooled_load
from quizlint.rules.wording import quote
from quizlint.text import Text

_FEWEST_IN_SENTENCE = 8
"""Words below which a sentence's grade is that of its longest word."""

_HEAVY = """\
audience: grade 5
cards:
  - front: Why do rivers form bends?
    back: >-
      Water runs faster on the outer side of a bend than on its inner side. The fast water takes
      soil away there, and the slow water lets it fall. So each small bend grows.
  - front: Why are deltas fertile?
    back: >-
      «Decelerating water deposits considerable quantities of mineral sediment, which continually
      replenishes agricultural nutrients whenever seasonal inundations occur.»
  - front: What lives in an estuary?
    back: >-
      Estuaries are inhabited by communities of organisms that tolerate continually changing
      concentrations of dissolved minerals, and they are productive nurseries for many species.
  - front: Why are reservoirs disputed?
    back: >-
      They interrupt the transportation of sediment and submerge inhabited territory, although the
      electricity that they generate is renewable and irrigation becomes dependable.
"""
_SIMPLE = """\
audience: grade 5
cards:
""" + "".join(
    f"""\
  - front: What does the {thing} of a river do?
    back: >-
      It moves the sand and the mud. When the water runs fast it takes the soil from one side of the
      bank, and when it runs slow it lets the soil fall down again.
"""
    for thing in ("bend", "mouth", "bed", "delta")
)


class ReadingLoad(Rule):
    """The text is harder to read than the declared audience can be expected to read with ease.

    ## Why it matters
    A learner who cannot read the question shows nothing about the subject. Unneeded reading load
    is a source of scores that mean something else than they should. This says nothing of how hard
    the items are: hard questions can be asked in plain words.

    ## How to fix it
    Begin with the sentence that is marked: cut it in two, take shorter words where the subject
    allows. If the audience reads at that level, declare it: `audience: undergraduate`.

    The grade is the Flesch-Kincaid grade of all the document's texts together, without code,
    formulas and addresses. A formula's grade is uncertain by about one and a half, so a text just
    above its band is left alone.

    ## References
    - Kincaid, Fishburne, Rogers and Chissom (1975), the grade formula.
    - Haladyna and Rodriguez (2013): keep the reading demand of items to the group being tested.
    """

    code = "LVL004"
    name = "reading-load"
    severity = Severity.WARNING
    languages = ("en",)
    at_least = Threshold(100, "words that the document must have")
    margin = Threshold(1.5, "grades above the audience's band that are let pass")
    bad = (Example(_HEAVY),)
    good = (
        Example(_SIMPLE),
        Example(_HEAVY.replace("grade 5", "graduate").replace("«", "").replace("»", "")),
        Example(_HEAVY.split("\n", 1)[1].replace("«", "").replace("»", "")),
    )

    def check(self, document: Document, _ctx: Context) -> Iterator[Finding]:
        audience = document.audience
        band = band_for(audience.plain) if audience is not None and audience else None
        if audience is None or band is None:
            return
        texts = [text for item in document.items for text in item.texts]
        shared = {q.stimulus.span: q.stimulus.text for q in document.questions if q.stimulus}
        load = pooled_load([*texts, *shared.values()])
        grade = load.flesch_kincaid_grade
        if load.words < self.at_least or grade <= band.high + self.margin:
            return
        text, start, end = max(_sentences(texts), key=_grade, default=(texts[0], 0, None))
        yield self.finding(
            text.plain_at(start, len(text.plain) if end is None else end),
            f"the document's {load.words} words read at grade {grade:.1f}, and {band.name} ends at "
            f"{band.high:g}; begin with this sentence: {quote(text.plain[start:end])}",
            related=(Related(audience.span, "the audience"),),
            route=document.route,
        )


def _sentences(texts: list[Text]) -> Iterator[tuple[Text, int, int]]:
    for text in texts:
        for start, end in text.prose.sentences:
            if len(text.prose.wording[start:end].split()) >= _FEWEST_IN_SENTENCE:
                yield text, start, end


def _grade(sentence: tuple[Text, int, int]) -> float:
    text, start, end = sentence
    return readability(text.prose.wording[start:end]).flesch_kincaid_grade
