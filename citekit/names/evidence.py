"""What a document itself says about the order of its names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Evidence:
    """Names whose family part the document settles: folded name words (a sorted tuple) to the family name."""

    families: Mapping[tuple[str, ...], str] = field(default_factory=dict)
