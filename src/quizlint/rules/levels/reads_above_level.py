"""LVL011: an item reads above the band of its difficulty label."""

from collections.abc import Iterator

from quizlint.content import Confidence, Finding, Item, Related, Severity
from quizlint.facts.grades import Sentence, grade, heaviest
from quizlint.rules.bands import end_of
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.levels._load import reading_load
from quizlint.rules.wording import quote

_SHOWN = 24

_HEAVY = """\
kind: cheat-sheet
title: Weather for everyone
cards:
  - difficulty: {level}
    front: What is fog?
    back: >-
      {mark}Fog constitutes an accumulation of microscopic liquid droplets whose suspension in the
      immediate vicinity of the surface occasions a substantial diminution of horizontal visibility,
      particularly subsequent to nocturnal radiative cooling.{end}
"""
_PLAIN = """\
kind: cheat-sheet
title: Weather for everyone
cards:
  - difficulty: beginner
    front: What is fog?
    back: >-
      Fog is a cloud that touches the ground. When the air near the ground cools at night, the water
      in it turns into tiny drops, and we can no longer see far.
"""
_TERMS = """\
kind: cheat-sheet
title: Photosynthesis and chlorophyll
cards:
  - difficulty: beginner
    front: What is photosynthesis?
    back: >-
      In photosynthesis a plant makes sugar out of water, air and light. Photosynthesis needs
      chlorophyll, and chlorophyll is what makes the leaves green.
"""
_GERMAN = """\
kind: cheat-sheet
title: Das Wetter
language: de
cards:
  - difficulty: beginner
    front: Was ist Nebel?
    back: >-
      {back}
"""


class ReadsAboveLevel(Rule):
    """An item is written for much more practised readers than its difficulty label promises.

    ## Why it matters
    Readability is not difficulty: a hard question can be asked in plain words, and should be. But a
    beginner's item that only a graduate can read is a defect. Those it is meant for fail at the
    sentence and never reach the subject, and what is measured is reading.

    ## How to fix it
    Begin with the sentence that is marked. Cut it in two or three; say who does what, with verbs
    ("the drops block the view") where there are nouns ("occasions a diminution of visibility");
    take the short word where the subject does not need the long one. If the item is meant for
    practised readers, give it a higher label, or declare the readers of the whole document:
    `audience: undergraduate`.

    How the grade is found: both sides of a card; the stem, the explanation and the options that are
    sentences; a prompt and its hint. English is judged by the median of four formulas
    (Flesch-Kincaid, the automated readability index, Coleman-Liau, Gunning's fog), German by the
    four Wiener Sachtextformeln, Spanish by Fernández-Huerta and Szigriszt-Pazos, Italian by
    Gulpease, French by Flesch with the constants of Kandel and Moles. Other languages are not
    judged. Words that the sheet teaches count as short ones: those of its title, its topic and of
    fronts that name a term, those that several of its items use, those that a stem and its
    explanation share, and names.

    How heavy a text may be follows from the place of its label on the scale (beginner,
    intermediate, advanced; easy, medium, hard; 1 to 5; A1 to C2). For the lowest label, the middle
    and the highest, with steps in between:

    - English: grade 8, 10.34 and 18. These are where plain language for the public ends, where the
      texts of middle school end (Common Core), and where a graduate's do.
    - German: school year 9, 12 and 16. Compulsory school, all of school, a first degree.
    - Spanish: reading ease 55, 40 and 5, the steps of the INFLESZ scale.
    - Italian: Gulpease 60, 40 and 20, its limits for readers who left school after the middle and
      after the high school.
    - French: reading ease 60, 50 and 0, Flesch's standard, fairly difficult and hardest prose.

    An item is reported only if it is beyond its band by more than formulas are off (1.5 grades, or
    the same in points) and than one long word moves a text of its length: in English by 2.7 grades
    at 20 words, by 2 at 60. Of an item of fewer than 20 words nothing is said. `[levels] bands` in
    the settings sets other limits, and a declared `audience` its own.

    ## References
    - Haladyna and Rodriguez (2013): keep the reading demand of items to the group being tested.
    - Common Core State Standards, supplement to Appendix A (2012), on grades and measures.
    - Gunning (1952), on familiar words; Kincaid and others (1975); Coleman and Liau (1975).
    - Bamberger and Vanecek (1984); Barrio-Cantalejo and others (2008), the INFLESZ scale; Lucisano
      and Piemontese (1988); Kandel and Moles (1958).
    """

    code = "LVL011"
    name = "reads-above-level"
    severity = Severity.WARNING
    confidence = Confidence.MEDIUM
    languages = ("en", "de", "es", "it", "fr")
    supersedes = ("LVL004", "LVL009", "LVL010")
    bad = (
        Example(_HEAVY.format(level="beginner", mark="«", end="»")),
        Example(
            _GERMAN.format(
                back="«Nebel konstituiert eine bodennahe Ansammlung mikroskopischer "
                "Flüssigkeitspartikel, deren Entstehung insbesondere durch nächtliche "
                "Strahlungsabkühlung begünstigt wird und deren Vorhandensein eine erhebliche "
                "Beeinträchtigung der horizontalen Sichtverhältnisse verursacht.»"
            )
        ),
    )
    good = (
        Example(_PLAIN),
        Example(_TERMS),
        Example(_HEAVY.format(level="advanced", mark="", end="")),
        Example(
            "audience: graduate\n" + _HEAVY.format(level="beginner", mark="", end=""),
        ),
        Example(
            _GERMAN.format(
                back="Nebel ist eine Wolke am Boden. Wenn die Luft in der Nacht kalt wird, "
                "bilden sich darin kleine Tropfen aus Wasser, und man sieht nicht mehr weit."
            )
        ),
    )

    def check(self, item: Item, ctx: Context) -> Iterator[Finding]:
        if item.difficulty is None or not item.difficulty:
            return
        label = item.difficulty.plain
        limit = end_of(label, ctx)
        load = reading_load(item, ctx) if limit is not None else None
        if limit is None or load is None or load.over(limit[0]) <= 0:
            return
        load = grade(item, ctx.document, ctx.language, known=True)
        if load is None or load.over(limit[0]) <= 0:
            return
        sentence = heaviest(item, ctx.document, ctx.language)
        if sentence is None:
            return
        yield self.finding(
            sentence.text.plain_at(sentence.start, sentence.end),
            f"this {label.casefold()} item reads at {load.shown}, and {limit[1]}; begin with this "
            f"sentence ({_why(sentence)}): {_quoted(sentence)}",
            related=(Related(item.span, f"the item labelled {label.casefold()}"),),
            route=item.route,
        )


def _quoted(sentence: Sentence) -> str:
    return quote(sentence.text.plain[sentence.start : sentence.end])


def _why(sentence: Sentence) -> str:
    """What makes a sentence heavy: its length, and its long words."""
    if not sentence.many_syllables:
        return f"{sentence.words} words"
    named = [word if len(word) <= _SHOWN else word[: _SHOWN - 1] + "…" for word in sentence.longest]
    like = f" like {named[0]}" if named else ""
    return f"{sentence.words} words, {sentence.many_syllables} of them long{like}"
