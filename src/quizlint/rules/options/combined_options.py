"""OPT012: options that combine other options, or numbered statements."""

from collections.abc import Iterator

from quizlint.content import Finding, Question, Severity
from quizlint.language.combination import Kind, built_from_same_parts
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._combining import adds_up, is_some_of_them, parts_answered
from quizlint.rules.options._labels import combined_letters, combined_statements
from quizlint.rules.options._last import about_others, comes_last
from quizlint.rules.stems._blank import blanks
from quizlint.rules.stems._negation import are_rows
from quizlint.rules.when import Selected
from quizlint.rules.wording import letter, quote
from quizlint.text import Span


class CombinedOptions(Rule):
    """Options combine other options or numbered statements, or are built from the same parts.

    ## Why it matters
    Known as a complex multiple-choice or K-type item: who is sure of one part can strike half of
    the combinations, so that partial knowledge and tactics earn full marks. It also takes longer to
    read than it tells about the learner. Pairs, lists and orders of the same members ("iron and
    zinc", "zinc and tin") and crossed clauses ("it rises and warms", "it sinks and warms") are of
    the kind.

    ## How to fix it
    Ask one true/false question for each statement, let learners mark all that apply, or ask for the
    one statement that matters.

    ## References
    - Haladyna, Downing and Rodriguez (2002): avoid the complex multiple-choice (type K) format.
    - NBME Item-Writing Guide (2020).
    """

    code = "OPT012"
    name = "combined-options"
    severity = Severity.WARNING
    preset = "strict"
    supersedes = ("OPT021",)
    fewest_options = 3
    bad = (
        Example(
            """\
kind: quiz
questions:
  - question: "Which of these are planets? I. Venus II. Titan III. Neptune"
    options: «["I only", "II only", "I and II", "I and III"]»
    answer: D
""".replace("«[", "[«").replace("]»", "»]")
        ),
        Example(
            """\
kind: quiz
questions:
  - question: What do roots take up from the soil?
    options: [water, sugar, starch, nitrate, «both A and D»]
    answer: E
""",
        ),
        Example(
            """\
kind: quiz
questions:
  - question: Which two metals is brass made of?
    options: «[copper and zinc, copper and tin, zinc and lead]»
    answer: A
  - question: What does the air do above a stove?
    options: «["It warms, so it rises.", "It warms, so it sinks.", "It cools, so it rises."]»
    answer: A
""".replace("«[", "[«").replace("]»", "»]")
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Who wrote the report?
    options: [Smith and Jones, Brown and Clark, Miller and Stone]
    answer: C
  - question: Which numbers are solutions of x² = 4?
    options: [2 only, 4 and -4, 2 and -2]
    answer: C
  - question: Which vitamins are stored in fat?
    options: [vitamins A and D, vitamins B and K, vitamin C alone]
    answer: A
"""
        ),
    )

    def check(self, question: Selected, ctx: Context) -> Iterator[Finding]:
        options = question.options
        named = combined_statements(question, ctx.language)
        if named:
            longest = max(named, key=lambda place: len(named[place]))
            yield self.finding(
                Span(options[min(named)].text.span.start, options[max(named)].text.span.end),
                f"{len(named)} options combine numbered statements, like "
                f"{quote(options[longest].text.plain)}; "
                "ask about each statement, or for all that apply",
            )
            return
        parts = parts_answered(options)
        if parts > 1:
            yield self.finding(
                Span(options[0].text.span.start, options[-1].text.span.end),
                f"each option answers {parts} numbered parts at once; ask about each by itself",
            )
            return
        combining = False
        for index, option in enumerate(options):
            if (
                about_others(option, ctx.language) == "all"
            ):  # see OPT009, as for one that names all others
                continue
            places = combined_letters(question, index, ctx.language)
            some = places is not None and len(places) < len(options) - 1
            if some or is_some_of_them(option) or adds_up(question, index):
                combining = True
                yield self.finding(
                    option.text.span,
                    f"option {letter(index)} combines other options: {quote(option.text.plain)}; "
                    "ask for all that apply instead",
                )
        if not combining:
            yield from self._of_same_parts(question, ctx.language)

    def _of_same_parts(self, question: Question, language: str) -> Iterator[Finding]:
        own = [option for option in question.options if not comes_last(option, language)]
        prose = [option.text.prose for option in own]
        if any(each.has_code or each.has_math or each.has_media for each in prose):
            return
        if are_rows(question, language):  # see STM005
            return
        gaps = len(blanks(question.stem.prose))
        kind = built_from_same_parts([each.text for each in prose], gaps)
        if kind is not None:
            yield self.finding(
                Span(own[0].text.span.start, own[-1].text.span.end),
                f"options are {_SAID[kind]}, like {quote(prose[0].text)}; ask about one part",
            )


_SAID: dict[Kind, str] = {
    "order": "orders of the same parts",
    "list": "lists that share their parts",
    "crossed": "crossed from the same clauses",
}
