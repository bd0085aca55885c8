"""Patterns that are compiled when they are first asked for."""

import re
from collections.abc import Callable
from typing import Any, cast


class _Lazy:
    """Stands in for a compiled pattern; what is asked of it once is an attribute from then on."""

    def __init__(self, written: str | Callable[[], str], flags: int) -> None:
        self.written = written
        self.wanted = flags

    def __getattr__(self, name: str) -> Any:
        written = self.written if isinstance(self.written, str) else self.written()
        compiled = re.compile(written, self.wanted)
        for each in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def lazy(written: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """The pattern `written`, compiled at its first use, so that an import costs nothing.

    Where the pattern is put together from a table, `written` is a function that does so.
    """
    return cast("re.Pattern[str]", _Lazy(written, flags))
