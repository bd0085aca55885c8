"""What holds for the rooms of the house that no contract of import-linter can say."""

from collections.abc import Iterator

import grimp
import pytest


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
