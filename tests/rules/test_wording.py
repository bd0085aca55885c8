"""What readers tell is typed, and every cause of it has its words above them."""

import ast
import pickle
import re
import string
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import quizlint
from quizlint.content import Problem, causes, problems
from quizlint.content.causes import Cause
from quizlint.content.causes.packing import Packing
from quizlint.content.causes.platform import Platform
from quizlint.content.causes.xml import Xml
from quizlint.content.problems import Syntax
from quizlint.rules.words import said, words_of
from quizlint.text import Span
from telling import ONE_OF_EACH, words

SRC = Path(quizlint.__file__).parent
BELOW = ("text", "content", "language", "schema", "formats", "facts")
"""The rooms below the rules."""

PROSE = re.compile(r"[^\W\d_]{2,},? [^\W\d_]{2,}")
"""Two words of a sentence."""

FAMILIES = [
    value
    for info in iter_modules(causes.__path__)
    for value in vars(import_module(f"{causes.__name__}.{info.name}")).values()
    if isinstance(value, type) and issubclass(value, Cause) and value is not Cause
]
NAMES = {family.__name__: family for family in FAMILIES}
RAISED = frozenset({"Unreadable", "Lost", "Broken", "BrokenError", "Diagnosis"})
"""What carries a cause to where a problem is made of it."""

TOLD = frozenset({"note", "missing", "wrong", "nothing", "of", "habit", "_guess"})
"""Functions that make a problem or a cause, or are given one."""


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_every_cause_has_words_with_its_values(family: type[Cause]) -> None:
    templates = words_of(family)
    assert set(templates) == set(family)
    for cause, template in templates.items():
        parsed = string.Formatter().parse(template)
        fields = {re.split(r"[!:.\[]", field)[0] for _, field, _, _ in parsed if field is not None}
        assert fields == set(cause.names), cause
        assert "\n" not in template


def test_values_are_put_into_the_words() -> None:
    assert said(Xml.CONTROL.of(7)).startswith("the control character U+0007 is")
    one, two = (said(Platform.REXAMS_DIGITS.of(count, 3)) for count in (1, 2))
    assert "1 digit for 3 options" in one
    assert "2 digits for 3 options" in two
    member = Packing.MEMBERS.of("{0}.gift", 1)
    assert said(Packing.DOUBLED.of(member)).startswith("'{0}.gift' (like 1 other in it) is in it")


def test_a_problem_may_stand_often_or_be_the_last_that_is_read() -> None:
    told = Xml.HYPHENS.of()
    once, often = (words(Syntax(Span(0, 1), told, times=times)) for times in (1, 3))
    assert often == f"{once} (3 times in this file)"
    last = words(Syntax(Span(0, 1), told, last=True))
    assert last == f"{once}; nothing behind it could be read"


def test_every_kind_of_problem_is_told_by_a_rule_and_can_be_sent() -> None:
    kinds = {
        value
        for value in vars(problems).values()
        if isinstance(value, type) and issubclass(value, Problem) and value is not Problem
    }
    assert {type(problem) for problem in ONE_OF_EACH} == kinds
    for problem in ONE_OF_EACH:
        assert words(problem)
        assert pickle.loads(pickle.dumps(problem)) == problem


def test_every_cause_is_told_somewhere_with_as_many_values_as_it_names() -> None:
    used: set[Cause] = set()
    for file in SRC.rglob("*.py"):
        if file.is_relative_to(SRC / "rules/words"):
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            cause = _cause(node)
            if cause is not None:
                used.add(cause)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                cause = _cause(node.func.value) if node.func.attr == "of" else None
                if cause is None or any(isinstance(each, ast.Starred) for each in node.args):
                    continue
                assert len(node.args) == len(cause.names), f"{file.name}:{node.lineno}"
    others = {cause for cause in NAMES["Other"] if cause.name == "FORMAT"}  # for other readers
    assert {cause for family in FAMILIES for cause in family} - used == others


def test_no_sentence_is_made_below_the_rules() -> None:
    files = [file for room in BELOW for file in sorted((SRC / room).rglob("*.py"))]
    sentences = [
        f"{file.relative_to(SRC)}:{line}: {sentence}"
        for file in files
        for line, sentence in sentences_in(file.read_text("utf-8"))
    ]
    assert sentences == []


@pytest.mark.parametrize(
    "made",
    [
        'Syntax(span, "the tag is open")',
        'FormatTrap(span, f"{game} takes no more")',
        'desk.note(problems.MissingField(span, "the stem of it"))',
        'Unreadable("it is damaged")',
        'Other.FORMAT.of("the tag is open")',
        'desk.wrong(node, "options", "a list of texts", route)',
        'Gift.CLOZE.of("nothing" if at else "more than that")',
    ],
)
def test_a_sentence_would_be_found(made: str) -> None:
    assert list(sentences_in(made))


def sentences_in(program: str) -> Iterator[tuple[int, str]]:
    """Prose that is handed to a problem, a cause, or what makes one: its line and itself."""
    for node in ast.walk(ast.parse(program)):
        for each in ast.walk(node) if isinstance(node, ast.Call) and _tells(node.func) else ():
            if isinstance(each, ast.Constant) and PROSE.search(str(each.value)):
                yield each.lineno, str(each.value)


def _tells(called: ast.expr) -> bool:
    if isinstance(called, ast.Attribute):
        return called.attr in TOLD or _is_problem(called.attr)
    return isinstance(called, ast.Name) and (
        called.id in RAISED or called.id in TOLD or _is_problem(called.id)
    )


def _is_problem(name: str) -> bool:
    kind = getattr(problems, name, None)
    return isinstance(kind, type) and issubclass(kind, Problem)


def _cause(node: ast.AST) -> Cause | None:
    """The cause that `Family.CAUSE` is."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        family = NAMES.get(node.value.id)
        return None if family is None else family.__members__.get(node.attr)
    return None
