"""OPT003: two options that a reader cannot tell apart."""

from collections.abc import Iterator

from quizlint.content import Finding, Severity
from quizlint.language.equivalence import Kind
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._alike import groups
from quizlint.rules.when import Selected
from quizlint.rules.wording import letter

KINDS = frozenset((Kind.SLIP, Kind.SHORT, Kind.SAME_WORDS, Kind.OTHER_WORDS))


class AmbiguousOptions(Rule):
    """Two options say the same in other words, so that a reader cannot tell them apart.

    ## Why it matters
    Learners look for a difference that is not there. If one of the two is the key, those who chose
    the other knew as much; if neither is, both can be struck at once.

    What counts, each said in the message:

    - a slip: `Baromoter` beside `Barometer`;
    - a short form beside the long one: `WHO` and `World Health Organization`, `Austen` and
      `Jane Austen`, `Not found` and `The page was not found`;
    - the same words: a list in another order, active and passive;
    - other words, each with a partner of the same meaning at its place: `It goes down` and
      `It decreases`, `not allowed` and `forbidden`. Synonyms come from WordNet.

    One number, name, negation or word without a partner, and the two are different answers. Where
    the difference may be the point (spelling, grammar, order, the exact term that a definition asks
    for), the rule is silent. Pairs of nouns that may be two terms to the author ("a delusion", "a
    hallucination") have low confidence and are named from the strict preset on only.

    ## How to fix it
    Replace one of the two by another mistake that learners really make. If the difference is the
    point (an ending, a spelling), ask about it in the stem.

    ## References
    - Haladyna, Downing and Rodriguez (2002): options must be independent of each other.
    - WordNet 3.0, Princeton University (2006).
    """

    code = "OPT003"
    name = "ambiguous-options"
    severity = Severity.WARNING
    fewest_options = 2
    languages = ("en",)
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: What does the heart do?
    options:
      - It moves the blood quickly
      - «It moves the blood rapidly»
      - It cleans the blood
    answer: C
  - question: What does the valve do when the pressure drops?
    options: [It closes., It jams., «It shuts.»]
    answer: B
"""
        ),
        Example(
            """\
kind: quiz
questions:
  - question: Which colours does a screen mix?
    options:
      - red, green and blue
      - «blue, red and green»
      - cyan, magenta and yellow
    answer: A
  - question: What happened to the old bridge?
    options:
      - A flood destroyed it.
      - The owner sold it.
      - «It was sold by the owner.»
    answer: A
"""
        ),
        Example(
            """\
kind: quiz
questions:
  - question: What connects a computer to the mains?
    options: [Power supply unit, Main memory card, «PSU»]
    answer: A
  - question: Who formulated the law of gravitation?
    options: [Kepler, «Johannes Kepler», Isaac Newton]
    answer: C
  - question: Which part of a plant takes up water?
    options: [the blosom, the root, «the blossom»]
    answer: B
"""
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: In which order do the events follow?
    options:
      - the king calls the queen
      - the queen calls the king
      - the king adducts the arm
      - the king abducts the arm
    answer: A
  - question: What is the plural of "a small leaf"?
    options: [the small leafs, the small leaves, the small leaf]
    answer: B
  - question: What happens to the pressure of the gas?
    options: [It rises., It falls., It does not rise., It stays the same.]
    answer: A
  - question: Who was the younger of the two brothers?
    options: [Johann Strauss I, Johann Strauss II, Josef Strauss]
    answer: C
"""
        ),
    )

    def check(self, question: Selected, ctx: Context) -> Iterator[Finding]:
        for group in groups(question, ctx, KINDS, thorough=self.thorough):
            *_, last = group.places
            yield self.finding(
                question.options[last].text.span,
                f"options {group.letters} say the same: {group.words}; replace option "
                f"{letter(last)}",
                related=group.related(question, "says the same"),
                confidence=group.confidence,
            )
