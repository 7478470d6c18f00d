"""Personal names: their order, their romanisation, the bodies that are no persons."""

from __future__ import annotations

from citekit.names.evidence import Evidence

__all__ = ["Evidence"]
