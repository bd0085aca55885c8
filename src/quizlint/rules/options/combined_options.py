"""OPT012: options that combine other options, or numbered statements."""

import re
from collections.abc import Iterator, Sequence

from quizlint.content import Finding, Option, Question, Severity
from quizlint.rules.base import Example, Rule
from quizlint.rules.context import Context
from quizlint.rules.options._labels import combined_letters, combined_statements
from quizlint.rules.wording import letter, quote
from quizlint.text import Span
from quizlint.text.patterns import lazy

_SOME_OF_THEM = lazy(
    r"\s*(?:(?:(?:any |only |at least |exactly )?(?:two|three)|more than one"
    r"|some(?: but not all)?|both|a (?:combination|mix(?:ture)?)) of (?:the |these |any )*"
    r"(?:first two|first three|above|these|them|options|answers|choices)"
    r"|more than one|(?:both )?the first (?:two|three))"
    r"(?: (?:above|these|them|options|answers|choices))*"
    r"(?: (?:is|are) (?:correct|true|right))?[\s.!]*"
)
_VERDICT = lazy(r"\s*(?:true|false|yes|no|right|wrong|correct|incorrect|not wrong)\b", re.I)
_PART_IN = lazy(r"\s*\(?(?:[1AaIi])[.)]")


class CombinedOptions(Rule):
    """Options combine other options, or statements that the stem numbers.

    ## Why it matters
    Known as a complex multiple-choice or K-type item: who is sure of one statement can strike half
    of the combinations, so that partial knowledge and tactics earn full marks. It also takes
    longer to read than it tells about the learner.

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
    languages = ("en",)
    supersedes = ("OPT021",)
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
  - question: "Statement 1: Gold is a metal. Statement 2: Glass is a metal."
    options: «["True, true", "True, false", "False, true", "False, false"]»
    answer: B
""".replace("«[", "[«").replace("]»", "»]")
        ),
    )
    good = (
        Example(
            """\
kind: quiz
questions:
  - question: Which blood groups can a person with group AB receive?
    options: [A and B, A and AB, "A, B, O and AB", "all but group O"]
    answer: C
  - question: Which numbers are solutions of x² = 4?
    options: [2 only, 4 and -4, 2 and -2]
    answer: C
  - question: Which vitamins are stored in fat?
    options: [vitamins A and D, vitamins B and C, vitamin C alone]
    answer: A
"""
        ),
    )

    def check(self, question: Question, _ctx: Context) -> Iterator[Finding]:
        options = question.options
        if len(options) < 3 or not question.selected:
            return
        named = combined_statements(question)
        if named:
            first, last = options[min(named)], options[max(named)]
            yield self.finding(
                Span(first.text.span.start, last.text.span.end),
                f"{len(named)} options combine numbered statements, like "
                f"{quote(_longest(question, named))}; "
                "ask about each statement, or for all that apply",
            )
            return
        if _VERDICT.match(options[0].text.value) and all(
            _VERDICTS.fullmatch(option.text.plain) for option in options
        ):
            yield self.finding(
                Span(options[0].text.span.start, options[-1].text.span.end),
                f"options combine verdicts on several statements, like "
                f"{quote(options[0].text.plain)}; "
                "ask about each statement by itself",
            )
            return
        if _begins_with_part(options) and len({_parts(option) for option in options}) == 1:
            yield self.finding(
                Span(options[0].text.span.start, options[-1].text.span.end),
                f"each option answers {len(_parts(options[0]))} numbered parts at once; "
                "ask about each part by itself",
            )
            return
        for index, option in enumerate(options):
            places = combined_letters(question, index)
            some = places is not None and len(places) < len(options) - 1  # all others: see OPT009
            if some or _is_some_of_them(option) or _names_two(question, index):
                yield self.finding(
                    option.text.span,
                    f"option {letter(index)} combines other options: {quote(option.text.plain)}; "
                    "ask for all that apply instead",
                )


def _is_some_of_them(option: Option) -> bool:
    """Whether an option says that several others are right, but not all: "two of the above"."""
    text = option.text.value
    if len(text) > 50 or _SOME.isdisjoint(option.text.prose.lower_words):
        return False
    return _SOME_OF_THEM.fullmatch(text.lower()) is not None


_SOME = frozenset("above these them options answers choices first than".split())


def _names_two(question: Question, index: int) -> bool:
    """Whether an option is "both … and …" of what two other options say."""
    text = question.options[index].text.value
    if text[:5] not in ("Both ", "both "):
        return False
    texts = {_bare(option.text.plain) for option in question.options}
    first, both, second = question.options[index].text.plain[5:].partition(" and ")
    return both != "" and _bare(first) in texts and _bare(second) in texts


def _bare(text: str) -> str:
    """The words of an option, without its article and closing full stop."""
    words = text.lower().rstrip(" .")
    return words.removeprefix("a ").removeprefix("an ").removeprefix("the ")


def _longest(question: Question, named: dict[int, tuple[str, ...]]) -> str:
    at = max(named, key=lambda place: len(named[place]))
    return question.options[at].text.plain


def _verdicts() -> str:
    word = r"(?:not\s+)?(?:true|false|yes|no|right|wrong|correct|incorrect)"
    return rf"{word}(?:\s*(?:[,;/&]|and)\s*{word})+\.?"


_VERDICTS = lazy(_verdicts, re.IGNORECASE)


def _begins_with_part(options: Sequence[Option]) -> bool:
    """Whether the first option begins with a label that is not its own: others have it, too."""
    one, other = options[0].label, options[1].label
    if one is not None:
        return other is not None and one.value == other.value
    return _PART_IN.match(options[0].text.value) is not None


def _parts(option: Option) -> tuple[str, ...]:
    """The labels of the parts of an option; its text where it has fewer than two."""
    text = option.text.plain
    labels = tuple(match[1] or match[2] for match in _PART.finditer(text))
    if option.label is not None:
        labels = (option.label.value, *labels)
    return labels if len(labels) > 1 else (text,)


def _part() -> str:
    label = "([1-6A-Fa-f]|[IVi]{1,3})"
    return rf"(?<!\w)\({label}\)|(?:(?<=^)|(?<=[\s,;])){label}[.)](?=\s)"


_PART = lazy(_part)
