"""How the tests of names write a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from citekit.model import Name


def _shown(name: Name) -> str:
    if name.literal:
        return f"literal:{name.literal}"
    parts = (name.non_dropping_particle, name.dropping_particle, name.family)
    family = " ".join(part for part in parts if part)
    return "|".join(part for part in (family, name.given, name.suffix) if part)


@pytest.fixture(scope="session")
def shown() -> Callable[[Name], str]:
    """family|given, particles before the family name; "literal:..." for what is no person."""
    return _shown
