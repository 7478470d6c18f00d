"""A reference as facts about a work, and what it says of its own completeness."""

from __future__ import annotations

from citekit.match.identity import Facts, creators
from citekit.model import Reference

# What a citation of a work must state to be complete, by what kind of thing it is.
_IMPRINT = ("publisher", "publisher-place", "issued")
_ISSUE = ("container-title", "volume", "issue", "issued", "URL")


def facts_of(reference: Reference) -> Facts:
    """The fields of *reference* by name; of a field stated twice the first counts, names are added up."""
    values: dict[str, object] = {}
    for entry in sorted(reference.fields, key=lambda f: f.span.start):
        known = values.get(entry.name)
        if isinstance(known, tuple) and isinstance(entry.value, tuple):
            values[entry.name] = known + tuple(n for n in entry.value if n not in known)
        else:
            values.setdefault(entry.name, entry.value)
    return Facts(values)


def states_source(facts: Facts) -> bool:
    """Whether the citation says where the work is to be found: imprint, issue, archive, address."""
    return any(
        name in facts.values
        for name in (
            *_IMPRINT,
            "issue",
            "archive_location",
            "archive_collection",
            "archive",
            "original-date",
            "URL",
            "DOI",
            "number",
            "source",
        )
    )


def is_author_date(facts: Facts) -> bool:
    """Whether a citation names its work by creator and year alone: "(Doe 1994, 57)"."""
    return bool(facts.date("issued") and creators(facts)) and not (
        {"title", "container-title", "publisher", "publisher-place", "archive", "source"}
        & facts.values.keys()
    )


def states_completely(facts: Facts, first: Facts) -> bool:
    """Whether a later citation states its work completely again (data contract, "form")."""
    if "archive_location" in facts.values:
        return True
    kind = str(first.values.get("type", ""))
    if kind.startswith("article") or kind == "collection":
        wanted = [name for name in _ISSUE if name in first.values]
        return bool(wanted) and all(name in facts.values for name in wanted)
    if kind in ("document", "personal_communication") and "archive" in facts.values:
        return True
    return any(name in facts.values for name in _IMPRINT) and ("title" in facts.values or facts.is_letter)
