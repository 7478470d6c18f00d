"""Unpublished papers in Western repositories: record groups, presidential libraries, named papers.

One run of pieces is one reference; its scheme is ``rg`` where a record group, a State Department decimal
number or a lot file names it, ``presidential`` in a presidential library, otherwise ``papers``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Level, Part
from citekit.archives.run import Run, runs
from citekit.archives.spelling import dashes, fold, slug
from citekit.archives.tables import rows
from citekit.archives.western import Piece

NAME = "papers"
GATE = (
    *(
        "ox ",
        "older",
        "ontainer",
        "RG",
        "ecord ",
        "apers",
        "ollection",
        "Lot ",
        "Entry",
        "ecimal",
        "CDF",
        "/",
        "eel ",
    ),
    *("arton ", "R.G.", "MS", "gency", "PSF", "Archives", "Library"),
)

_LIKELY = lazy(
    r"(?:[Bb]ox(?:es)?|BOX|Bx\.?|[Ff]older|[Ff]ldr\.?|[Cc]ontainer|[Cc]arton|[Rr]eel|[Rr]oll|Entry|Lot|[Dd]rawer)"
    r"\s(?:[Ff]ile\s|[Nn]o\.?\s|#)?[\d#A-Z“\"(]|\bRG[\s-]?\d|R\.\s?G\.|[Rr]ecord [Gg]roup|RECORD GROUP|"
    r"\d{3}[A-Z]?\.[\w.() -]{1,30}/\d"
)
_COLLECTION = lazy(
    r"\b(?:Papers|Collections?|MSS?|Records|Diar(?:y|ies)|Manuscripts?|Correspondence|Files|PSF|NSF|WHCF|AWF)"
    r"(?=\s?[,;(]|\.\s|\s(?:of|for)\s|\s[A-Z]{1,4}[\s.-]?\d|\.?$)"
)
_HOLDER = lazy(
    r"\b(?:Librar(?:y|ies)|Archives?|University|Historical Society|Record Office|Institution|Museum|"
    r"NARA|NACP|HSTL|DDEL|FDRL|JFKL|LBJL|LOC|LC|HIA|USAHEC|USNA)\b"
)
_ENDING = lazy(
    r"(?:Archives?|Library|Agency|Collection|Memorial|Center|Society)"
    r"(?:, [A-Z][\w. ]+(?:, [A-Z]\w+)?)?(?:, \d[\d–-]*)?[.)]*$"
)
_BY_YEARS = frozenset(("cdf", "cfpf"))
"""Files that begin anew every few years, so that the years are part of their identity."""
_SHORT_NAME = lazy(r"(?<=,\s[A-Z]{2})\s\((?P<short>[A-Z]{2,8})\)(?=,)")
"""National Archives and Records Administration, College Park, MD (NARA), RG 59."""

_IBID = lazy(r"\b[Ii]bid(?:em)?\b[.,:\s]*$")


def find(text: str) -> list[ArchiveReference]:
    """All references to unpublished papers in *text*."""
    named = (
        _LIKELY.search(text) or (_COLLECTION.search(text) and _HOLDER.search(text)) or _ENDING.search(text)
    )
    if not named:
        return []
    # The short name behind the place belongs to the repository before it: it would part the two.
    behind_place = _SHORT_NAME.search(text)
    if behind_place is None:
        return [_reference(text, run) for run in runs(text)]
    start, end = behind_place.span()
    found = [_reference(text, run) for run in runs(f"{text[:start]}{' ' * (end - start)}{text[end:]}")]
    return [_named_shortly(ref, behind_place) for ref in found]


def _named_shortly(reference: ArchiveReference, short: re.Match[str]) -> ArchiveReference:
    if reference.repository is None or not reference.span.start < short.start() < reference.span.end:
        return reference
    return replace(reference, abbreviation=short["short"])


def _reference(text: str, run: Run) -> ArchiveReference:
    scheme, level, path = _unit(run)
    code = run.code or ("nara" if scheme == "rg" else "")
    ibid = _IBID.search(text, 0, run.span.start) is not None
    elided = scheme not in ("rg", "repository") and not run.code and (ibid or not run.series())
    elided = elided or (ibid and scheme == "rg" and not run.of("rg") and not run.of("decimal"))
    identifier = f":{path}" if elided else f"{code}:{path}" if code and path else path or code
    name = run.part(run.repository)
    return ArchiveReference(
        scheme=scheme,
        level=level,
        id=identifier,
        span=run.span,
        repository=name,
        place=run.part(run.place),
        collection=run.part(run.collection),
        location=run.part(run.location),
        locator=run.leaves[0] if run.leaves else None,
        locator_span=run.leaves[1] if run.leaves else None,
        locator_label=run.leaves[2] if run.leaves else "folio",
        abbreviation=_abbreviation(name),
        elided=elided,
    )


def _abbreviation(name: Part | None) -> str | None:
    defined = (
        re.search(r"\((?:hereafter |hereinafter )?[\"“]?([A-Z][A-Za-z]*[A-Z][A-Za-z]*)[\"”]?\)$", name.text)
        if name
        else None
    )
    return defined[1] if defined else None


def _unit(run: Run) -> tuple[str, Level, str]:
    """Scheme, level and the identifier's path below the repository."""
    groups, decimals = run.of("rg"), run.of("decimal")
    containers = run.containers()
    lots = [c for c in containers if re.match(r"lot\d\d[df]\d", c)]
    if decimals or groups or (lots and run.holder in ("", "nara")):
        return _record_group(run, groups, decimals, containers, lots)
    if not run.of("collection") and not containers:
        return "repository", "collection", ""
    scheme = "presidential" if run.holder == "presidential" else NAME
    names = [_series_name(p) for p in run.series() if not _implied(run, p)]
    path = "/".join([*names, *containers])
    return scheme, "file" if containers else "collection", path


def _record_group(
    run: Run, groups: list[Piece], decimals: list[Piece], containers: list[str], lots: list[str]
) -> tuple[str, Level, str]:
    """NARA's record group, or what implies it: decimal numbers and lot files are those of RG 59."""
    group = f"rg{groups[0].value}" if groups else "rg59"
    if decimals:
        return "rg", "item", f"{group}/{dashes(decimals[0].value).casefold()}"
    if lots:
        return "rg", "file", "/".join([lots[0], *(c for c in containers if c not in lots)])
    named = [p for p in run.series() if fold(p.value) not in _titles(group[2:])]
    series = [] if any(c.startswith("entry") for c in containers) else [_series_name(p) for p in named]
    level: Level = "file" if containers else "collection"
    return "rg", level, "/".join([group, *series, *containers])


@cache
def _titles(group: str) -> frozenset[str]:
    """The titles of a record group, folded."""
    listed = [titles.split(" | ") for number, titles in rows("record_groups.tsv") if number == group]
    return frozenset(fold(title) for titles in listed for title in titles)


def _series_name(piece: Piece) -> str:
    """ "Papers of Dean Acheson" and "Dean G. Acheson Papers" are ``dean-acheson-papers``."""
    if piece.code:
        years = re.search(r"(?<!\d)(\d{4})[-–—](?:\d\d)?(\d\d)(?!\d)", piece.value)
        return piece.code + (f"{years[1]}-{years[2]}" if years and piece.code in _BY_YEARS else "")
    name = re.sub(r"\s\([^()]*\)|,\s\d{4}.*$", "", piece.value)
    name = re.sub(r"^(?:The\s)?(Papers|Records) of (?:the )?(.+)$", r"\2 \1", name)
    name = re.sub(r"\b[A-Z]\.\s?", "", name)
    name = re.sub(r"(?<=Papers|ection)\s(?:MSS?|Ms|[A-Z]{2,4})[\s.]*\d+$", "", name)
    return slug(name)


def _implied(run: Run, piece: Piece) -> bool:
    """A library's own president's "Papers", where a series of them is named besides, add nothing."""
    president = run.code.partition("-")[0]
    if run.holder != "presidential" or len(run.of("collection")) < 2 or piece.code:
        return False
    return (
        re.fullmatch(rf"(?:[\w-]*-)?{president}(?:-(?:presidential|official))?-papers", _series_name(piece))
        is not None
    )
