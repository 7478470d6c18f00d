"""citekit turns the typed notes of a thesis into a bibliography and back into notes in any style."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from citekit.model import Result
    from citekit.pipeline import parse

__all__ = ["Result", "__version__", "parse"]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Load the pipeline only when it is used, so that ``citekit --help`` stays instant."""
    if name == "parse":
        from citekit.pipeline import parse

        return parse
    if name == "Result":
        from citekit.model import Result

        return Result
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
