"""The dash that stands for the names of the entry before it in a bibliography (Chicago 18, 13.72)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.model import Field, Reference, Value

DASH = "custom.same-author"
"""The field of a reference that begins with the dash; its value is the role the names have there."""

_LEADING = ("author", "editor", "translator", "container-author")

Groups = tuple[tuple[Reference, ...], ...]


class DashedNames:
    """Remembers, entry by entry, which names came last."""

    def __init__(self) -> None:
        self._before: Value | None = None

    def named(self, groups: Groups) -> Groups:
        """The references of the next entry with the names for which a dash stands.

        A dash behind no names says nothing.
        """
        if any(field.name == DASH for group in groups for reference in group for field in reference.fields):
            groups = tuple(tuple(self._filled(reference) for reference in group) for group in groups)
        self._before = _leading_names(groups[0]) if groups else None
        return groups

    def _filled(self, reference: Reference) -> Reference:
        fields = []
        for field in reference.fields:
            if field.name != DASH:
                fields.append(field)
            elif self._before is not None:
                fields.append(Field(str(field.value), self._before, field.span, field.rule))
        return replace(reference, fields=tuple(fields))


def _leading_names(references: Sequence[Reference]) -> Value | None:
    """The names that an entry begins with."""
    fields = [field for field in references[0].fields if field.name in _LEADING] if references else []
    return min(fields, key=lambda field: field.span.start).value if fields else None
