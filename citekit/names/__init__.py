"""Personal names: their order, their romanisation, the bodies that are no persons."""

from __future__ import annotations

from citekit.names.bodies import is_body
from citekit.names.evidence import Evidence, gather
from citekit.names.people import People, looks_like_people, people, person
from citekit.names.shape import looks_like_person
from citekit.names.tables import extend

__all__ = [
    "Evidence",
    "People",
    "extend",
    "gather",
    "is_body",
    "looks_like_people",
    "looks_like_person",
    "people",
    "person",
]
