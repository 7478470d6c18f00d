"""A citation put together from its cites: affixes, order, grouping and collapsing.

CSL 1.0.2, "Cite Grouping" and "Cite Collapsing".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from citekit.render.compile import Area, Layout
from citekit.render.markup import Part, Piece, find, parse_field, plain, replace
from citekit.render.positions import CiteItem


@dataclass(slots=True)
class RenderedCite:
    """A cite with what it printed."""

    cite: CiteItem
    part: Part
    layout: Layout
    number: int = 0
    suffix_number: int = 0

    @property
    def names(self) -> str:
        """The names (or what stands for them) that the cite begins with: what it is grouped by."""
        piece = next(find(self.part, "names"), None)
        return plain(piece) if piece is not None else ""


Rerender = Callable[[CiteItem, str], Part | None]


def assemble(cites: list[RenderedCite], area: Area, rerender: Rerender) -> Part | None:
    """The whole citation, with the layout's affixes and formatting."""
    cites = [cite for cite in cites if plain(cite.part).strip()]
    if not cites:
        return None
    options = area.options
    collapse = options.get("collapse", "")
    if collapse == "citation-number":
        parts = _collapse_numbers(cites)
    elif collapse.startswith("year") or options.get("cite-group-delimiter") is not None:
        parts = _group(cites, area, collapse, rerender)
    else:
        parts = _delimited(cites)
    layout, last = cites[0].layout, cites[-1].layout
    parts = [layout.look.prefix, *parts, last.look.suffix]
    return Piece([part for part in parts if part != ""], layout.look.style)


def with_affixes(cite: CiteItem, part: Part | None) -> Part | None:
    """A cite between the writer's prefix and suffix, with a space where they would touch."""
    if not cite.prefix and not cite.suffix:
        return part
    parts: list[Part] = []
    if cite.prefix:
        prefix = cite.prefix
        parts.extend(parse_field(prefix))
        if (
            not prefix[-1:].isspace()
            and prefix[-1:] not in "’'([-“‘«（《〈"
            and plain(part)[:1] not in ",;:."
        ):
            parts.append(" ")
    if part is not None:
        parts.append(part)
    if cite.suffix:
        if cite.suffix[0].isalnum():
            parts.append(" ")
        parts.extend(parse_field(cite.suffix))
    return Piece(parts) if parts else None


def _delimiter(before: CiteItem, cite: CiteItem, default: str) -> str:
    """The delimiter between two cites; the writer's own punctuation takes its place."""
    if cite.prefix.lstrip()[:1] in (",", ".", ";", ":", "?", "!"):
        return ""
    if default and before.suffix.rstrip()[-1:] in (",", ".", ";", ":", "?", "!"):
        return " "
    return default


def _delimited(cites: list[RenderedCite]) -> list[Part]:
    out: list[Part] = []
    for place, cite in enumerate(cites):
        if place:
            delimiter = cite.layout.delimiter
            out.append(_delimiter(cites[place - 1].cite, cite.cite, delimiter))
        out.append(cite.part)
    return out


# -- numbers --------------------------------------------------------------------------------------


def _collapse_numbers(cites: list[RenderedCite]) -> list[Part]:
    """Runs of three and more consecutive numbers become a range."""
    runs: list[list[RenderedCite]] = []
    for cite in cites:
        if runs and _follows(runs[-1][-1], cite):
            runs[-1].append(cite)
        else:
            runs.append([cite])
    out: list[Part] = []
    for run in runs:
        if len(run) < 3:
            pieces: list[Part] = []
            for cite in run:
                if pieces:
                    pieces.append(cite.layout.delimiter)
                pieces.append(cite.part)
        else:
            pieces = [run[0].part, "–", run[-1].part]
        if out:
            out.append(run[0].layout.delimiter)
        out.extend(pieces)
    return out


def _follows(first: RenderedCite, second: RenderedCite) -> bool:
    """Whether two cites are consecutive bare numbers."""
    return (
        second.number == first.number + 1
        and first.number > 0
        and not (first.cite.locator or second.cite.locator or second.cite.prefix or first.cite.suffix)
        and not (first.cite.prefix or second.cite.suffix)
        and re.sub(r"\d+", "", plain(first.part)) == re.sub(r"\d+", "", plain(second.part))
    )


# -- authors and years ----------------------------------------------------------------------------


def _group(cites: list[RenderedCite], area: Area, collapse: str, rerender: Rerender) -> list[Part]:
    options = area.options
    layout_delimiter = cites[0].layout.delimiter
    inner = options.get("cite-group-delimiter")
    if inner is None:
        inner = ", " if area.in_text else layout_delimiter
    after = options.get("after-collapse-delimiter", layout_delimiter)
    out: list[Part] = []
    previous_collapsed = False
    groups = _groups(cites, bool(area.keys), collapse.startswith("year-suffix"))
    for group in groups:
        if out:
            out.append(after if previous_collapsed else layout_delimiter)
        if len(group) == 1 or not collapse.startswith("year"):
            for place, cite in enumerate(group):
                if place:
                    out.append(inner)
                out.append(cite.part)
            previous_collapsed = group is groups[0]
            continue
        out.extend(_years(group, options, inner, collapse, rerender))
        previous_collapsed = True
    return out


def _groups(cites: list[RenderedCite], gather: bool, nameless: bool) -> list[list[RenderedCite]]:
    """Cites of the same names together: all of them where the cites are sorted, else neighbours only."""
    groups: list[list[RenderedCite]] = []
    seen: dict[str, list[RenderedCite]] = {}
    for cite in cites:
        names = cite.names
        if names and gather and names in seen:
            seen[names].append(cite)
        elif (names or nameless) and groups and groups[-1][0].names == names:
            groups[-1].append(cite)
        else:
            groups.append([cite])
            seen[names] = groups[-1]
    return groups


def _years(
    group: list[RenderedCite], options: dict[str, str], inner: str, collapse: str, rerender: Rerender
) -> list[Part]:
    out: list[Part] = [group[0].part]
    suffix_delimiter = options.get("year-suffix-delimiter")
    if suffix_delimiter is None:
        suffix_delimiter = options.get("cite-group-delimiter", group[0].layout.delimiter)
    after = options.get("after-collapse-delimiter", inner)
    last_year = _year_text(group[0])
    for before, cite in pairwise(group):
        year = _year_text(cite)
        joinable = collapse.startswith("year-suffix") and year and year == last_year and cite.suffix_number
        if joinable and not before.cite.locator and not before.cite.suffix and not cite.cite.prefix:
            suffix = _suffix_part(cite)
            if suffix is not None:
                out.append(suffix_delimiter)
                out.append(suffix)
                last_year = year
                continue
        part = rerender(cite.cite, "no-names")
        if part is None or not plain(part).strip():
            continue
        out.append(after if before.cite.locator and options.get("after-collapse-delimiter") else inner)
        out.append(part)
        last_year = year
    if collapse == "year-suffix-ranged":
        return _ranged(out, group, suffix_delimiter)
    return out


def _year_text(cite: RenderedCite) -> str:
    """What of the cite comes before its year suffix, without the names: the year."""
    piece = next(find(cite.part, "year-suffix"), None)
    if piece is None:
        return ""
    without = replace(cite.part, piece, None)
    date = next(find(without, "date"), None)
    return plain(date if date is not None else without)


def _suffix_part(cite: RenderedCite) -> Part | None:
    """The year suffix with what stands after it in the cite (locator, suffix)."""
    piece = next(find(cite.part, "year-suffix"), None)
    if piece is None:
        return None
    return _from(cite.part, piece)


def _from(part: Part, piece: Piece) -> Part | None:
    """The part from a piece on."""
    if part is piece:
        return piece
    if isinstance(part, str):
        return None
    for place, child in enumerate(part.parts):
        found = _from(child, piece)
        if found is not None:
            return part.with_parts([found, *part.parts[place + 1 :]])
    return None


def _ranged(out: list[Part], group: list[RenderedCite], delimiter: str) -> list[Part]:
    """Three and more consecutive suffixes in a row become a range ("a–c")."""
    numbers = [cite.suffix_number for cite in group]
    result: list[Part] = []
    place = 0
    cites = out[::2]
    delimiters = out[1::2]
    while place < len(cites):
        end = place
        while (
            end + 1 < len(cites)
            and delimiters[end] == delimiter
            and numbers[end + 1] == numbers[end] + 1
            and not group[end].cite.locator
        ):
            end += 1
        if result:
            result.append(delimiters[place - 1])
        if end - place >= 2:
            result += [cites[place], "–", cites[end]]
        else:
            for at in range(place, end + 1):
                if at > place:
                    result.append(delimiters[at - 1])
                result.append(cites[at])
        place = end + 1
    return result
