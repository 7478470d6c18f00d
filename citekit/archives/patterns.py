"""Regular expressions that are compiled when they are first used, so that importing the package costs little."""

from __future__ import annotations

import re
from typing import cast


class _Lazy:
    """Stands for a pattern; the first use of a method compiles it and puts the pattern's own method in place."""

    def __init__(self, source: str, flags: int) -> None:
        self.source = source
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self.source, self.flags)
        for method in ("match", "fullmatch", "search", "finditer", "split", "sub", "findall", "pattern"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern *source*, compiled on first use.  Its errors, if any, also come only then."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
