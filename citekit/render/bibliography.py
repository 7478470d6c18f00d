"""Bibliography entries: order, repeated authors, the number set off from the rest."""

from __future__ import annotations

from citekit.render.compile import Layout
from citekit.render.markup import Part, Piece, find, plain, replace


def substitute_authors(parts: list[Part | None], mark: str, rule: str) -> list[Part | None]:
    """Names that repeat those of the entry before become *mark* (``subsequent-author-substitute``).

    *rule* is complete-all, complete-each, partial-each or partial-first (CSL 1.0.2).
    """
    out: list[Part | None] = []
    before: list[str] | None = None
    for part in parts:
        names = next(find(part, "names"), None)
        if names is None or part is None:
            out.append(part)
            before = None
            continue
        here = [plain(piece) for piece in find(names, "name")] or [plain(names)]
        if before is not None and names is not None:
            part = _substitute(part, names, here, before, mark, rule)
        out.append(part)
        before = here
    return out


def _substitute(part: Part, names: Piece, here: list[str], before: list[str], mark: str, rule: str) -> Part:
    pieces = list(find(names, "name"))
    if rule == "complete-all" or not pieces:
        if here != before:
            return part
        target = next(find(names, "namelist"), None)
        if target is None:
            return replace(part, names, names.with_parts([mark])) or part
        lists = list(find(names, "namelist"))
        changed: Part = part
        for place, old in enumerate(lists):
            new = old.with_parts([mark]) if place == 0 else None
            changed = replace(changed, old, new) or changed
        return changed
    same = 0
    while same < min(len(here), len(before)) and here[same] == before[same]:
        same += 1
    if rule == "complete-each":
        count = len(pieces) if here == before else 0
    elif rule == "partial-first":
        count = 1 if same else 0
    else:
        count = same
    changed = part
    for piece in pieces[:count]:
        changed = replace(changed, piece, Piece([mark])) or changed
    return changed


def lay_out(parts: list[Part], layout: Layout, align: str) -> Part:
    """An entry with the layout's affixes; *align* (``second-field-align``) sets off its first field."""
    prefix, suffix, style = layout.look.prefix, layout.look.suffix, layout.look.style
    if align and len(parts) > 1:
        first = Piece([prefix, parts[0]] if prefix else [parts[0]], display="left-margin")
        marks = suffix.rstrip()
        rest = Piece([*parts[1:], marks] if marks else parts[1:], display="right-inline")
        return Piece([part for part in (first, rest, suffix[len(marks) :]) if part != ""], style)
    last = parts[-1] if parts else None
    marks = suffix[: len(suffix) - len(suffix.lstrip(".,;:"))]
    if marks and isinstance(last, Piece) and last.display:
        parts, suffix = [*parts[:-1], last.with_parts([*last.parts, marks])], suffix[len(marks) :]
    return Piece([part for part in (prefix, *parts, suffix) if part != ""], style)
