"""References of The National Archives (Kew) and of the India Office Records: "FO 371/84090, f. 12".

TNA, "Citing records in The National Archives": the catalogue reference is department letters, series
number, "/", piece number, perhaps "/" item; folio, page and former file reference only locate within it.
The letters are TNA's own, so that a reference without the archive's name still states it.
"""

from __future__ import annotations

import re

from citekit.archives import repositories
from citekit.archives.leaves import behind
from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Part
from citekit.archives.spelling import dashes
from citekit.model import Span

NAME = "tna"

_DEPARTMENTS = (
    "ADM AIR AVIA BJ BT BW CAB CAOG CO COAL COPY CP CRES CSC CUST DEFE DO DSIR EF EG ED ES EXT FCO FD FO FV GFM HCA HLG HO HS HW INF IR KV "
    "LAB LCO MAF MEPO MH MINT MT MUN NATS NSC OD PC PIN POWE PREM PRO PROB RAIL RG SP STAC STAT SUPP TREA TS WORK WO ZHC ZPER"
).split()
"""TNA's department letters, from its catalogue; one-letter departments (C, E, J, T) count only after its name."""

GATE = ("/", "-", "–")

_LIKELY = lazy(r"[A-Z]{2,5}\s?\d{1,4}\s?[/–—-]\s?\d|[A-Z]\.\s?O\.\s?\d|[LV]/|TNA|PRO|Kew|Eur|IOR|[CEJKT]\s\d+/\d")
_DOTTED = r"F\.\s?O\.|W\.\s?O\.|C\.\s?O\.|D\.\s?O\."
_PIECE = lazy(
    rf"(?<!\w)(?P<letters>{'|'.join(sorted(_DEPARTMENTS, key=len, reverse=True))}|{_DOTTED}|(?P<single>[CEJKT]))\s?"
    rf"(?P<series>\d{{1,4}})\s?[/–—-]\s?(?P<piece>\d{{1,6}}[A-Z]?)(?P<more>(?:/[A-Z\d][\w.()]*)*)(?![\w/])"
)
_IOR = lazy(
    r"(?<![\w/])(?P<ior>(?:IOR|I\.O\.R\.)[\s:/,]*)?(?:(?P<class>[A-Z](?:/[A-Z&]{1,6}){1,2}(?:/\d+){1,3})|[Mm][Ss][Ss]\.?\s[Ee]ur\.?\s?(?P<eur>[A-G]\s?\d+(?:/\d+)*))"
    r"(?![\w/])"
)
_PAPER = lazy(
    r"[,;:]\s(?P<paper>(?:CM|CP|CC|COS|DO|JP|JIC|GEN|C)\s?\(\d\d\)\s?\d+|[A-Z]{1,3}\s?\d{3,5}(?:/\d+){1,4}(?:/[A-Z]\w*)?|pt\.?\s\d+)"
)
"""The department's own number of the paper within the piece: "CM(50)46", "FK 1022/3"."""


def find(text: str) -> list[ArchiveReference]:
    """All references of TNA and the India Office Records in *text*."""
    found = []
    floor = 0
    if not _LIKELY.search(text):
        return []
    for match in _PIECE.finditer(text):
        reference = _piece(text, match, floor)
        if reference:
            found.append(reference)
            floor = reference.span.end
    if "/" in text and ("IOR" in text or "L/" in text or "V/" in text or "Eur" in text or "I.O.R" in text):
        found += [
            reference for match in _IOR.finditer(text) if (reference := _india(text, match)) is not None
        ]
    return found


def _piece(text: str, match: re.Match[str], floor: int) -> ArchiveReference | None:
    holding = repositories.before(text, match.start(), floor, known_only=True)
    if holding is not None and holding.kind not in ("tna", "nara"):
        return None
    if match["letters"] in ("RG", "T", "C", "E", "J", "K", "SP", "PC", "PRO") and (
        holding is None or holding.kind != "tna"
    ):
        return None
    letters = match["letters"].replace(".", "").replace(" ", "").casefold()
    more = match["more"].casefold()
    # Departmental file references behind a second slash ("FO 371/84090/FK1022/3") locate a paper in the piece.
    item = more if re.fullmatch(r"/\d+", more) else ""
    return _reference(
        text, match, holding, f"tna:{letters}{match['series']}/{match['piece'].casefold()}{item}"
    )


def _india(text: str, match: re.Match[str]) -> ArchiveReference | None:
    holding = repositories.before(text, match.start(), known_only=True)
    if match["ior"] is None and holding is None and match["class"] and match["class"][0] not in "LV":
        return None
    if holding is not None and holding.kind != "tna":
        return None
    shelf = (match["class"] or "mss-eur-" + re.sub(r"\s", "", match["eur"])).replace("&", "").casefold()
    return _reference(text, match, holding, f"ior:{shelf}")


def _reference(
    text: str, match: re.Match[str], holding: repositories.Holding | None, identifier: str
) -> ArchiveReference:
    end = match.end()
    paper = _PAPER.match(text, end)
    if paper:
        end = paper.end()
    location = Part.of(text, match.start(), end)
    leaves = behind(text, end)
    if leaves:
        end = leaves[1].end
    return ArchiveReference(
        scheme=NAME,
        level="file",
        id=dashes(identifier),
        span=Span(holding.start if holding else match.start(), end),
        repository=holding.name if holding else None,
        place=holding.place if holding else None,
        location=location,
        locator=leaves[0] if leaves else None,
        locator_span=leaves[1] if leaves else None,
        locator_label=leaves[2] if leaves else "folio",
        abbreviation=holding.abbreviation if holding else None,
    )
