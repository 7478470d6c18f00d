"""Unpublished papers in Western archives: what the comma-separated pieces of such a reference are.

NARA General Information Leaflet 17 asks for record, file unit, series, subgroup, record group, repository,
small to large; Turabian and The Chicago Manual of Style (14.222-231 in the 17th edition) allow both ways,
and historians use both.  So a reference is read as a run of pieces, each of which says by its words
whether it is a repository, a collection, a series, a box or folder, a place; the order only decides
where two could be the collection.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from citekit.archives import repositories
from citekit.archives.patterns import lazy
from citekit.archives.reference import Part
from citekit.archives.spelling import fold
from citekit.archives.tables import rows, words

_RECORD_GROUP = r"(?:RG|R\.\s?G\.|[Rr]ecord [Gg]roup|RECORD GROUP)[\s-]?(?:[Nn]o\.\s?)?\d+[A-Z]?"
_CUT = lazy(
    lambda: (
        r"(?P<paren>[(（\[](?P<inner>[^()（）\[\]]*)[)）\]])|(?P<open>[(（\[])|(?P<close>[)）\]])"
        r"|(?P<quote>[\"“][^\"”“]{0,90}[\"”]|„[^\"”“„]{0,90}[\"”“]|«[^«»]{0,90}»)|(?P<dash>\s[–—]\s)|(?P<stop>[.](?=\s|$)|。)"
        r"|(?P<soft>[,;，；、](?=$|\D|\d{1,2}\b|\d{4}|\d{3}[.\s]))|(?P<slash>/(?=\s?(?:(?:Box|Entry|Folder|Lot|RG)\b|\d{{3}}[A-Z]?\.\d[^\s,;()/]*/\d)))"
        rf"|(?P<rg>\b{_RECORD_GROUP}\b)"
        rf"|(?P<label>(?<=\s)(?:{words('containers')})\b(?=\.?\s?(?:#\s?|[Nn]o\.?\s)?[\dA-Z“\"(]|\s[a-z]))"
        r"|(?P<decimal>(?<=[\s/])(?:FW\s)?\d{3}[A-Z]?\.\d[^\s,;()]*/\d)"
    )
)
_IS_RECORD_GROUP = lazy(rf"^{_RECORD_GROUP}$")
_DECIMAL_REST = lazy(r"[\d–—-]*[A-Z]{0,2}(?!\w)")
_ABBREVIATED = lazy(lambda: rf"(?:^|[\s(.])(?:[A-Z]|{words('abbreviations')})$")
_LOCATION = lazy(
    lambda: (
        rf"^(?:FRC )?(?P<label>{words('containers')})\b\.?\s?(?:[Nn]os?\.?\s?|#\s?|:\s?)?(?P<value>\S.*)$"
        r"|^(?P<title>.+?)\s(?P<behind>[Ff]older|[Ff]ile)(?:\s\d+)?$"
    )
)
_VALUE = lazy(r"^[#(]?\d|^\(\w+\)\s\d|^[A-Z]{0,3}[-–\s]?\d|^[\"“„«]|^[A-Z]|^\d*[A-Z]\b")
_DECIMAL = lazy(
    r"^(?:(?:CDF|(?:Central )?[Dd]ecimal [Ff]iles?|[Cc]entral [Ff]iles?|[Ff]ile|[Nn]o\.|№)\s)?"
    r"(?P<value>(?:FW\s)?\d{3}[A-Z]?(?:\.[\dA-Z][\w.()\-–]*(?:[ -][A-Z(][\w.()]*){0,3}|\.\d+)(?:\s\d{2,4})?"
    r"/\d[\d–—\-]*[A-Z]{0,2})$"
)
"""State Department decimal file: class (795.00), "/", number; since 1945 month-day and year (7-1050)."""

_NAME_INDEX = lazy(r"^(?P<value>\d{3}\s[A-Z][A-Za-z]{0,3}\s?\d+[A-Z]?(?:/[\d–-]+)?)$")
"""State Department file 123 (personnel) continues with the letters and number of a name: "123 B 23"."""

_COLLECTION = (
    (1, lazy(lambda: rf"\b(?:{words('papers')})(?!\w)|\b(?:{words('manuscripts')})$")),
    (3, lazy(lambda: rf"\b(?:{words('series')})\b")),
    (2, lazy(lambda: rf"\b(?:{words('files')})\b")),
)
_CODE = lazy(
    r"^(?=.*\d)(?:MSS?|Mss|Ms|AC|Coll|Collection|MC|M|D|GAR|HM|UA|Acc|Accession|Series)\.?\s?(?:No\.\s?|#)?"
    r"[A-Z]{0,3}[\d.]+[A-Z]?(?:[-.]\d+)*$"
)
_YEARS = lazy(r"^(?:1[5-9]|20)\d\d(?:['’]?s)?(?:\s?[-–—]\s?(?:(?:1[5-9]|20)?\d\d)?)?(?:\s\([\w.]+\))?$")
_REPOSITORY = lazy(lambda: rf"\b(?:{words('holders')})\b")
_NOT_A_HOLDER = lazy(lambda: rf"\b(?:{words('publishers')})$|\b(?:{words('not holders')})(?!\w)")
_NOT_A_COLLECTION = lazy(
    r"\bPress$|\b(?:Online|Database|Digital|Primary Sources|ProQuest)\b|\b(?:in|on) the\b|[“”\"]"
)
_SENTENCE_OPENER = lazy(lambda: rf"^(?:{words('openers')})(?:[:\s]|\.:?\s)\s?")
_STATE = lazy(lambda: rf"^(?:{words('states')})\.?$")
_QUALIFIED = lazy(r"\s\([^()]*\)$|,?\s\d{4}[-–—]\d{2,4}$")
_SUBSTANTIAL = lazy(r"[,;]|\b(?:RG|Box|Papers|Library)\b|\d{3}\.")
"""A bracket with this inside is a reference of its own, not an abbreviation or year."""

_DEFINITION = lazy(lambda: rf"^(?:{words('definitions')})\b", re.IGNORECASE)
"""A bracket that only announces a short name: "(hereafter NA)"."""

_SHORT = lazy(
    r"^(?P<label>E|B|F|SA|Shipping Advice|[Ii]tems?)\.?\s?(?:[Nn]o\.?\s?)?"
    r"(?P<value>(?:[A-Z]{1,2}\d?[-–\s]?)?\d+(?:[./-]\d+)*[A-Z]?)$"
)
_SHORT_LABELS = {"E": "entry", "B": "box", "F": "folder", "Shipping Advice": "sa"}

_OPENING = '"“„«'
_GAPS = {"stop": 1, "open": 2, "close": 2}
_CITY = lazy(r"^[A-Z][\w.’'-]+(?:\s(?:[A-Z]|de|on|of|la)[\w.’'-]*){0,3}$")


@dataclass(slots=True)
class Piece:
    """A piece of a reference: what it is, where it stands, how it is parted from the one before.

    ``gap`` is 0 for a comma or nothing, 1 for a full stop, 2 for a bracket.  ``rank`` orders collections
    from large (0) to small (3); ``value`` is what identifiers use.
    """

    kind: str
    start: int
    end: int
    gap: int
    rank: int = 9
    label: str = ""
    value: str = ""
    code: str = ""
    holder: str = ""


@cache
def collections() -> dict[str, tuple[str, int]]:
    """The folded names of well-known series -> their code and rank."""
    known: dict[str, tuple[str, int]] = {}
    for code, rank, names in rows("collections.tsv"):
        known.update((fold(name), (code, int(rank))) for name in names.split(" | "))
    return known


def pieces(text: str) -> list[Piece]:
    """*text* cut at commas, brackets and full stops, and before every "Box", "Folder", "RG 59"."""
    found = [piece for start, end, gap in _cuts(text) for piece in _divided(text, start, end, gap)]
    _join_places(text, found)
    _shorten_containers(found)
    return found


def _divided(text: str, start: int, end: int, gap: int) -> Iterator[Piece]:
    """The piece, or the two that a colon parts: "PSF: Intelligence File"."""
    colon = text.find(": ", start, end)
    if colon > 0 and fold(text[start:colon]) in collections():
        yield _classified(text, start, colon, gap)
        start, gap = colon + 2, 0
    yield _classified(text, start, end, gap)


def _cuts(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and gap of every piece.  A short bracket behind words ("(NPMP)") belongs to them."""
    start, gap, position = 0, 2, 0
    while match := _CUT.search(text, position):
        kind, position = str(match.lastgroup), match.end()
        said = text[start : match.start()].strip()
        if match["paren"] and not (said and _DEFINITION.match(match["inner"])):
            if said and not _SUBSTANTIAL.search(match["inner"]):
                continue
            kind, position = "open", match.start() + 1
        if match["paren"] and kind == "paren":
            yield from _trimmed(text, start, match.start(), gap)
            start, gap = position, 0
            continue
        if kind == "quote" or (
            kind == "stop" and _ABBREVIATED.search(text, max(0, start - 1), match.start())
        ):
            continue
        yield from _trimmed(text, start, match.start(), gap)
        if kind in ("rg", "decimal"):
            end = _decimal_end(text, match.end()) if kind == "decimal" else match.end()
            yield from _trimmed(text, match.start(), end, 0 if said else gap)
            start, gap, position = end, 0, end
            continue
        new = _GAPS.get(kind, 0)
        gap = new if said else max(gap, new)
        start = match.start() if kind == "label" else position
    yield from _trimmed(text, start, len(text), gap)


def _decimal_end(text: str, end: int) -> int:
    rest = _DECIMAL_REST.match(text, end)
    return rest.end() if rest else end


def _trimmed(text: str, start: int, end: int, gap: int) -> Iterator[tuple[int, int, int]]:
    while start < end and text[start] in " \t\u3000":
        start += 1
    while end > start and text[end - 1] in " \t\u3000.:":
        end -= 1
    if end > start:
        yield start, end, gap


def _classified(text: str, start: int, end: int, gap: int) -> Piece:
    said = text[start:end]
    opener = _SENTENCE_OPENER.match(said)
    if opener and opener.end() < len(said):
        start, said = start + opener.end(), said[opener.end() :]
    piece = Piece("other", start, end, gap, value=said)
    if len(said) > 120 or _is_number(piece, said):
        return piece
    if _is_location(piece, said) or _is_known_collection(piece, said):
        return piece
    if _CODE.match(said):
        piece.kind = "code"
    elif not (_is_repository(piece, said) or _is_collection(piece, said)):
        if _STATE.match(said):
            piece.kind = "state"
        elif said[0] in _OPENING:
            piece.kind, piece.label = "title", "folder"
    return piece


def _is_number(piece: Piece, said: str) -> bool:
    """Record group, decimal number, years."""
    if _IS_RECORD_GROUP.match(said):
        piece.kind, piece.rank, piece.value = "rg", 0, re.sub(r"^.*?(?=\d+[A-Z]?$)", "", said).casefold()
        return True
    decimal = _DECIMAL.match(said) or _NAME_INDEX.match(said)
    if decimal:
        piece.kind, piece.value = "decimal", re.sub(r"\s", "", decimal["value"])
    elif _YEARS.match(said):
        piece.kind = "years"
    return piece.kind != "other"


def _is_location(piece: Piece, said: str) -> bool:
    match = _LOCATION.match(said)
    if match is None:
        return False
    label, value = match["label"] or match["behind"], match["value"]
    is_folder = label.casefold() in ("folder", "fldr")
    if value is None:
        # "Korea folder" is one; of files only a quoted title ("“Korea” file").
        if said[0] not in _OPENING and not is_folder:
            return False
    elif not _VALUE.match(value) and not is_folder:
        return False
    piece.kind = "location"
    piece.label = label.casefold().rstrip("s").removesuffix(" file")
    piece.value = value or match["title"]
    return True


def _is_known_collection(piece: Piece, said: str) -> bool:
    known = collections()
    entry = known.get(fold(said)) or known.get(fold(_QUALIFIED.sub("", said)))
    if entry is None:
        return False
    piece.kind, piece.code, piece.rank = "collection", entry[0], entry[1]
    return True


def _is_collection(piece: Piece, said: str) -> bool:
    if not said[0].isupper() or _NOT_A_COLLECTION.search(said):
        return False
    for rank, pattern in _COLLECTION:
        if pattern.search(said):
            piece.kind, piece.rank = "collection", rank
            return True
    return False


def _is_repository(piece: Piece, said: str) -> bool:
    known = repositories.lookup(said) or repositories.lookup(_QUALIFIED.sub("", said))
    if known is None:
        if not (said[0].isupper() and _REPOSITORY.search(said)):
            return False
        if _NOT_A_HOLDER.search(said) or re.search(r"[“”\"]|\d{3,}", said):
            return False
    piece.kind = "repository"
    piece.code, piece.holder = (known.code, known.kind or "known") if known else ("", "")
    return True


def _join_places(text: str, found: list[Piece]) -> None:
    """Make "Cleveland", "Ohio" behind a repository one place, and a known seat without its state too."""
    for at in range(1, len(found)):
        piece = found[at]
        if found[at - 1].kind not in ("repository", "place") or piece.gap > 1:
            continue
        said = text[piece.start : piece.end]
        following = found[at + 1] if at + 1 < len(found) else None
        state = following is not None and following.kind == "state" and following.gap == 0
        if (
            piece.kind in ("other", "state", "repository")
            and _CITY.match(said)
            and (state or repositories.is_city(said))
            and not piece.code
        ):
            piece.kind = "place"
            if state and following is not None:
                following.kind = "place"


def _shorten_containers(found: list[Piece]) -> None:
    """Read "E. 57, B. 130" beside a record group as entry and box, "SA 2009, Item 6" as RG 242 counts."""
    for at, group in enumerate(found):
        if group.kind != "rg":
            continue
        for beside in (found[at + 1 :], found[at - 1 :: -1] if at else []):
            for piece in beside:
                if piece.kind in ("repository", "rg") or piece.gap > 1:
                    break
                short = _SHORT.match(piece.value) if piece.kind in ("other", "code") else None
                if short:
                    label = _SHORT_LABELS.get(short["label"], short["label"].casefold().rstrip("s"))
                    piece.kind, piece.label, piece.value = "location", label, short["value"]


def part(text: str, chosen: list[Piece]) -> Part | None:
    """The stretch of *text* from the first of *chosen* to the last."""
    if not chosen:
        return None
    return Part.of(text, min(p.start for p in chosen), max(p.end for p in chosen))
