"""One element of a `question.html` in which a learner answers, as a question."""

import re
from collections.abc import Sequence

from quizlint.content import Interaction, Key, KeyState, Option
from quizlint.formats.kit.draft import Drafted
from quizlint.formats.kit.keys import accepted
from quizlint.formats.prairielearn.page import ANSWERED, QuestionPage, truth
from quizlint.formats.tree.html import attribute, word
from quizlint.formats.tree.xml_nodes import Element
from quizlint.text import Text

_NUMBER = re.compile(
    r"[+-]?(?:[0-9]{1,40}(?:\.[0-9]{0,40})?|\.[0-9]{1,40})(?:[eE][+-]?[0-9]{1,3})?"
)
RELATIVE, ABSOLUTE = 1e-2, 1e-8
"""The tolerances of pl-number-input where one of the two is not said."""


def read_element(element: Element, page: QuestionPage) -> Drafted:
    """What an element offers, and what is right."""
    asked = Drafted(element.span, ANSWERED[element.name])
    match asked.interaction:
        case Interaction.CHOICE | Interaction.MULTIPLE:
            _choices(element, page, asked)
        case Interaction.MATCH:
            _match(element, page, asked)
        case Interaction.ORDER:
            _order(element, page, asked)
        case Interaction.NUMERIC | Interaction.TEXT:
            _typed(element, page, asked)
        case _:
            asked.computed = True
    asked.dynamic |= asked.computed
    asked.dynamic |= page.is_drawn(element.inner, element.inner_end)
    return asked


def _members(element: Element, name: str) -> list[Element]:
    return list(element.below(lambda each: each.name == name))


def _flagged(element: Element, default: bool) -> bool:
    said = attribute(element, "correct")
    return default if said is None else truth(said.value)


def _options(members: Sequence[Element], page: QuestionPage, default: bool) -> list[Option]:
    source = page.source
    found = []
    for member in members:
        told = attribute(member, "feedback")
        score = word(member, "score")
        found.append(
            Option(
                page.inside(member),
                member.span,
                None,
                _flagged(member, default),
                told.text(source) if told is not None and told.value.strip() else None,
                float(score) * 100 if _NUMBER.fullmatch(score) else None,
            )
        )
    return found


def _is_computed(element: Element, members: Sequence[Element], page: QuestionPage) -> bool:
    """Whether a program says which members there are, or which are right."""
    start, end = element.inner, element.inner_end
    if page.is_section(start, end) or (not members and page.is_drawn(start, end)):
        return True
    if any(attribute(element, name) is not None for name in ("external-json", "answers-key")):
        return True
    flags = (attribute(member, "correct") for member in members)
    return any(flag is not None and "{{" in flag.value for flag in flags)


def _choices(element: Element, page: QuestionPage, asked: Drafted) -> None:
    """A list of which one, or with boxes several, can be taken; often only some are shown."""
    members = _members(element, "pl-answer")
    asked.options = _options(members, page, default=False)
    asked.computed = _is_computed(element, members, page)
    if asked.computed:  # whatever the flags say
        asked.key = Key(KeyState.COMPUTED)
    right = sum(option.correct for option in asked.options)
    order = word(element, "order") or word(element, "sort") or "random"
    if truth(word(element, "fixed-order")):
        order = "fixed"
    asked.shuffle = order == "random"
    names = ("none-of-the-above", "all-of-the-above")
    above = [word(element, name, "false").lower() for name in names]
    drawn = any(each in ("random", "correct", "true", "t", "1") for each in above)
    shown = word(element, "number-answers")
    fewer = bool(shown) and shown != str(len(members))
    if asked.interaction is Interaction.CHOICE:
        asked.pool = right > 1 or drawn or fewer
    else:
        least = word(element, "min-correct") == "0"
        asked.pool = drawn or fewer or least


def _match(element: Element, page: QuestionPage, asked: Drafted) -> None:
    """Statements, each with the name of the option that belongs to it."""
    source = page.source
    statements, rights = _members(element, "pl-statement"), _members(element, "pl-option")
    texts: dict[str, tuple[Element, Text]] = {}
    for right in rights:
        text = page.inside(right)
        texts.setdefault(word(right, "name") or text.value, (right, text))
    taken: set[str] = set()
    partners: list[Text] = []
    for statement in statements:
        match = attribute(statement, "match")
        asked.options.append(Option(page.inside(statement), statement.span))
        if match is None:
            continue
        name = match.value.strip()
        taken.add(name)
        found = texts.get(name)
        answer = found[1] if found is not None else match.text(source)
        if answer:
            partners.append(answer)
    asked.responses = [
        Option(text, right.span) for name, (right, text) in texts.items() if name not in taken
    ]
    asked.shuffle = word(element, "fixed-order").lower() not in ("true", "t", "1")
    if page.is_section(element.inner, element.inner_end) or not statements:
        asked.computed = True
    else:
        asked.key = accepted(partners)


def _order(element: Element, page: QuestionPage, asked: Drafted) -> None:
    """Blocks in the order in which they belong; those that belong nowhere are told apart."""
    members = _members(element, "pl-answer")
    blocks = _options(members, page, default=True)
    asked.options = [block._replace(correct=False) for block in blocks if block.correct]
    asked.responses = [block for block in blocks if not block.correct]
    asked.shuffle = True
    method = word(element, "grading-method", "ordered")
    ranked = sorted(
        (int(rank), at)
        for at, each in enumerate(each for each in members if _flagged(each, True))
        if (rank := word(each, "ranking")).isascii() and rank.isdigit() and len(rank) < 9
    )
    if method == "ranking" and len(ranked) == len(asked.options):
        asked.options = [asked.options[at] for _, at in ranked]
    if method == "external" or not members or _is_computed(element, members, page):
        asked.computed = True
    elif asked.options:
        places = tuple(range(len(asked.options)))
        asked.key = Key(KeyState.PRESENT, places, (), "flags", asked.options[0].span)


def _typed(element: Element, page: QuestionPage, asked: Drafted) -> None:
    """An answer to type in. Where the element does not say what is right, a program does."""
    said = attribute(element, "correct-answer")
    if element.name == "pl-rich-text-editor":
        return
    if said is None or "{{" in said.value or not said.value.strip():
        asked.computed = True
        return
    text = said.text(page.source)
    tolerance = None
    if asked.interaction is Interaction.NUMERIC and _NUMBER.fullmatch(text.value.strip()):
        tolerance = _tolerance(element, float(text.value))
    asked.responses = [Option(text, text.span, correct=True, tolerance=tolerance)]
    asked.key = accepted([text])


def _tolerance(element: Element, number: float) -> float | None:
    if element.name == "pl-integer-input":
        return 0.0
    relative, absolute = word(element, "rtol"), word(element, "atol")
    if not (relative or absolute) or word(element, "comparison", "relabs") != "relabs":
        return None
    if not all(_NUMBER.fullmatch(each) for each in (relative, absolute) if each):
        return None
    share = float(relative) if relative else RELATIVE
    return (float(absolute) if absolute else ABSOLUTE) + share * abs(number)
