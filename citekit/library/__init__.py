"""Libraries of works: reading them from the formats that other programs write."""

from __future__ import annotations

from citekit.library.load import SUFFIXES, load, load_bytes
from citekit.library.loaded import Loaded

__all__ = ["SUFFIXES", "Loaded", "load", "load_bytes"]
