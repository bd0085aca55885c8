"""What holds for the rooms of the house that no contract of import-linter can say."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest

import quizlint
from quizlint.rules.registry import all_rules

ROOT = Path(quizlint.__file__).parent

ASKED_BY_OTHERS = {
    *("list_commands", "get_command", "format_commands"),  # click
    *("namelist",),  # openpyxl
    *("handle_startendtag", "parse_marked_section"),  # html.parser
    *("model_config", "field_title_should_be_set", "schema_"),  # pydantic
}
"""Names that libraries give to what they ask for."""


@pytest.fixture(scope="module")
def imports() -> dict[str, set[str]]:
    """What each module imports, at its head or later; what is for types only left aside."""
    graph = grimp.build_graph("quizlint", exclude_type_checking_imports=True, cache_dir=None)
    return {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}


def reachable(imports: dict[str, set[str]], start: str) -> Iterator[str]:
    """All modules that a module imports, directly or by others."""
    seen, ahead = set(), [*imports[start]]
    while ahead:
        name = ahead.pop()
        if name not in seen:
            seen.add(name)
            yield name
            ahead += imports[name]


def test_no_module_imports_itself_by_others(imports: dict[str, set[str]]) -> None:
    assert [name for name in sorted(imports) if name in reachable(imports, name)] == []


def test_every_name_is_used() -> None:
    """What only tests ask for, or nothing, is dead: functions, classes, constants and methods.

    A name counts as used where it is asked for, or stands in a string: attributes are also got by
    name. What has a decorator may be there for who decorates, as pydantic's validators are.
    """
    tools = (ROOT.parents[1] / "benchmarks").rglob("*.py")
    trees = {path: ast.parse(path.read_text("utf-8")) for path in (*ROOT.rglob("*.py"), *tools)}
    pages = (path.read_text("utf-8") for path in ROOT.rglob("*.html"))
    used = Counter(re.findall(r"\w+", "\n".join(pages)))
    for tree in trees.values():
        said = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
        used.update(word for node in ast.walk(tree) if node not in said for word in asked_for(node))
    rules = {rule.__name__ for rule in all_rules()}
    dead = {
        f"{path.relative_to(ROOT)}: {name}"
        for path, tree in trees.items()
        if path.is_relative_to(ROOT) and "testing" not in path.parts
        for node in ast.walk(tree)
        for name in defined(node)
        if not used[name] and name not in ASKED_BY_OTHERS | rules and not name.startswith("__")
    }
    assert dead == set()


def asked_for(node: ast.AST) -> list[str]:
    """The names that a node asks for."""
    match node:
        case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name) | ast.keyword(arg=name):
            return [name or ""]
        case ast.Constant(value=str(text)):
            return re.findall(r"\w+", text)
        case ast.MatchClass(kwd_attrs=names):
            return names
        case _:
            return []


def defined(node: ast.AST) -> list[str]:
    """The names that a node defines for others."""
    match node:
        case ast.FunctionDef(name=name, decorator_list=[]) | ast.ClassDef(name=name):
            return [name]
        case ast.FunctionDef(name=name, decorator_list=[ast.Name(id="property" | "cache"), *_]):
            return [name]
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
        case _:
            return []
