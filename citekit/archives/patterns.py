"""Regular expressions that are compiled when first used, so that importing the package costs little."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast


class _Lazy:
    """Stands for a pattern; the first use of a method compiles it and puts the pattern's own in place."""

    def __init__(self, source: str | Callable[[], str], flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self._source if isinstance(self._source, str) else self._source(), self._flags)
        for method in ("match", "fullmatch", "search", "finditer", "split", "sub", "findall"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """The pattern *source* (or what it returns, where it needs a table), compiled on first use."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
