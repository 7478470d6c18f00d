"""What a grammar may know beside the citation itself: evidence gathered from the whole document."""

from __future__ import annotations

from dataclasses import dataclass, field

from citekit.names import Evidence


@dataclass(frozen=True, slots=True)
class Context:
    """Evidence of the whole document: how its author orders the names of persons."""

    evidence: Evidence = field(default_factory=Evidence)
