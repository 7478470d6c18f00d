"""References of The National Archives (Kew) and of the India Office Records: "FO 371/84090, f. 12".

TNA, "Citing records in The National Archives": the catalogue reference is department letters, series
number, "/", piece number, perhaps "/" item; folio, page and former file reference only locate within it.
The letters are TNA's own, so that a reference without the archive's name still states it.
"""

from __future__ import annotations

import re

from citekit.archives import holdings
from citekit.archives.leaves import behind
from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Part
from citekit.archives.spelling import dashes
from citekit.archives.tables import words
from citekit.model import Span

NAME = "tna"
GATE = ("/", "FO 3", "CAB 1", "PREM ", "DEFE ", "F.O. 3")

_LIKELY = lazy(
    r"[A-Z]{2,5}\s?\d{1,4}\s?[/–—-]\s?\d|[A-Z]\.\s?O\.\s?\d|(?<!\w)[LV]/|(?<!\w)(?:IOR|Eur)|(?<!\w)[CEJKT]\s?\d+/\d"
)
_PIECE = lazy(
    lambda: (
        rf"(?<!\w)(?P<letters>{words('departments')}|[CEJKT])\s?(?P<series>\d{{1,4}})\s?[/–—-]\s?"
        r"(?P<piece>\d{1,6}[A-Z]?)(?P<more>(?:/[A-Z\d][\w.()]*)*)(?![\w/])"
    )
)
_UNSURE = lazy(lambda: rf"^(?:{words('unsure departments')})$")
"""Letters that others use too; they count only after TNA's name."""

_IOR = lazy(
    r"(?<![\w/])(?P<ior>(?:IOR|I\.O\.R\.)[\s:/,]*)?(?:(?P<class>[A-Z](?:/[A-Z&]{1,6}){1,2}(?:/\d+){1,3})|"
    r"[Mm][Ss][Ss]\.?\s[Ee]ur\.?\s?(?P<eur>[A-G]\s?\d+(?:/\d+)*))(?![\w/])"
)
_PAPER = lazy(
    r"[,;:]\s(?:(?:CM|CP|CC|COS|DO|JP|JIC|GEN|C)\s?\(\d\d\)\s?\d+|[A-Z]{1,3}\s?\d{3,5}(?:/\d+){1,4}(?:/[A-Z]\w*)?|"
    r"pt\.?\s\d+)"
)
"""The department's own number of the paper within the piece: "CM(50)46", "FK 1022/3"."""


def find(text: str) -> list[ArchiveReference]:
    """All references of TNA and the India Office Records in *text*."""
    if not _LIKELY.search(text):
        return []
    found: list[ArchiveReference] = []
    floor = 0
    for match in _PIECE.finditer(text):
        reference = _piece(text, match, floor)
        if reference:
            found.append(reference)
            floor = reference.span.end
    if "IOR" in text or "Eur" in text or "L/" in text or "V/" in text or "I.O.R" in text:
        found += [r for match in _IOR.finditer(text) if (r := _india(text, match)) is not None]
    return found


def _piece(text: str, match: re.Match[str], floor: int) -> ArchiveReference | None:
    holding = holdings.before(text, match.start(), floor, known_only=True)
    if holding is not None and holding.kind not in ("tna", "nara"):
        return None
    if _UNSURE.match(match["letters"]) and (holding is None or holding.kind != "tna"):
        return None
    letters = match["letters"].replace(".", "").replace(" ", "").casefold()
    # A file reference behind a second slash ("FO 371/84090/FK1022/3") locates a paper in the piece.
    item = match["more"] if re.fullmatch(r"/\d+", match["more"]) else ""
    piece = match["piece"].casefold() + item
    return _reference(text, match, holding, f"tna:{letters}{match['series']}/{piece}")


def _india(text: str, match: re.Match[str]) -> ArchiveReference | None:
    holding = holdings.before(text, match.start(), known_only=True)
    if match["ior"] is None and holding is None and match["class"] and match["class"][0] not in "LV":
        return None
    if holding is not None and holding.kind != "tna":
        return None
    shelf = (match["class"] or "mss-eur-" + re.sub(r"\s", "", match["eur"])).replace("&", "").casefold()
    return _reference(text, match, holding, f"ior:{shelf}")


def _reference(
    text: str, match: re.Match[str], holding: holdings.Holding | None, identifier: str
) -> ArchiveReference:
    end = match.end()
    paper = _PAPER.match(text, end)
    if paper:
        end = paper.end()
    location = Part.of(text, match.start(), end)
    leaves = behind(text, end)
    if leaves:
        end = leaves[1].end
    start = match.start()
    if holding is None:
        holding = holdings.after(text, end)
        holding = holding if holding and holding.kind == "tna" else None
    if holding:
        start, end = min(start, holding.start), max(end, holding.end)
    return ArchiveReference(
        scheme=NAME,
        level="file",
        id=dashes(identifier),
        span=Span(start, end),
        repository=holding.name if holding else None,
        place=holding.place if holding else None,
        location=location,
        locator=leaves[0] if leaves else None,
        locator_span=leaves[1] if leaves else None,
        locator_label=leaves[2] if leaves else "folio",
        abbreviation=holding.abbreviation if holding else None,
    )
