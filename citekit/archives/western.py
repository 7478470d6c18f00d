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
from importlib.resources import files

from citekit.archives import repositories
from citekit.archives.patterns import lazy
from citekit.archives.reference import Part
from citekit.archives.spelling import fold

_LABELS = (
    r"Box(?:es)?|Bxs?|box(?:es)?|BOX|Folders?|folders?|Fldrs?|fldr|Containers?|containers?|Cartons?|cartons?|Reels?|reels?|Rolls?|rolls?|Entry|entry|ENTRY|"
    r"Lot Files?|Lots?|Drawers?|drawer|Frames?|frames?|Cases?|Portfolios?|Packets?|Bundles?|Binders?|Accession|Job"
)
_CUT = lazy(
    r"(?P<paren>[(（\[](?P<inner>[^()（）\[\]]*)[)）\]])|(?P<open>[(（\[])|(?P<close>[)）\]])|(?P<quote>[\"“][^\"”“]{0,90}[\"”])"
    r"|(?P<soft>[,;，；、](?=\D|\d{1,2}\b|\d{4}|\d{3}[.\s]))|(?P<slash>/(?=\s?(?:Box|Entry|Folder|Lot|RG)\b))|(?P<dash>\s[–—]\s)|(?P<stop>[.](?=\s|$)|。)"
    r"|(?P<rg>\b(?:RG|R\.\s?G\.|[Rr]ecord [Gg]roup|RECORD GROUP)[\s-]?(?:[Nn]o\.\s?)?\d+[A-Z]?\b)"
    rf"|(?P<label>(?<=\s)(?:{_LABELS})\b(?=\.?\s?(?:#\s?|[Nn]o\.?\s)?[\dA-Z“\"]|\s[a-z]))"
    r"|(?P<decimal>(?<=\s)(?:FW\s)?\d{3}[A-Z]?\.\d[^\s,;()]*/\d)"
)
_DECIMAL_REST = lazy(r"[\d–-]*[A-Z]{0,2}(?!\w)")
_ABBREVIATED = lazy(
    r"(?:^|[\s(.])(?:[A-Z]|Mr|Mrs|Dr|Jr|Sr|St|Gen|Lt|Col|Capt|Maj|Adm|Nos?|[Vv]ol|Dept|Univ|[Dd]oc|Rec|Bx|[Ff]ol|[Ff]older|Ser|Co|Inc|U\.S|Calif|Mass|Mich|Conn|"
    r"Pa|Va|Md|Ill|Ind|Ga|Tex|Wash|Lib|Hist|Soc|Coll|Rm|pt|Mss|MSS|Ms|MS)$"
)
_LOCATION = lazy(
    rf"^(?:FRC )?(?P<label>{_LABELS})\b\.?\s?(?:[Nn]os?\.?\s?|#\s?|:\s?)?(?P<value>\S.*)$|^(?P<title>.+?)\s(?P<behind>[Ff]older|[Ff]ile)(?:\s\d+)?$"
)
_VALUE = lazy(r"^[#(]?\d|^[A-Z]{0,3}[-–\s]?\d|^[\"“]|^[A-Z]|^\d*[A-Z]\b")
_DECIMAL = lazy(
    r"^(?:(?:CDF|(?:Central )?[Dd]ecimal [Ff]iles?|[Cc]entral [Ff]iles?|[Ff]ile|[Nn]o\.|№)\s)?(?P<value>(?:FW\s)?\d{3}[A-Z]?(?:\.[\dA-Z][\w.()\-–]*(?:[ -][A-Z(][\w.()]*){0,3}|\.\d+)(?:\s\d{2,4})?/\d[\d–\-]*[A-Z]{0,2})$"
)
_NAME_INDEX = lazy(r"^(?P<value>\d{3}\s[A-Z][A-Za-z]{0,3}\s?\d+[A-Z]?(?:/[\d–-]+)?)$")
"""State Department file 123 (personnel) continues with the letters and number of a name: "123 B 23"."""

_COLLECTION = (
    (1, lazy(r"\b(?:Papers|Collections?|MSS?\.?|Mss\.?|Manuscripts?|Fonds|Nachlass|Project|Records of|Records|Correspondence|Diary|Diaries|Letterbooks?|Oral Histor(?:y|ies)|Teilnachlass)\b")),
    (3, lazy(r"\b(?:Series|Subseries|Sub-series)\b")),
    (2, lazy(r"\b(?:Files?|Office of|Papers as|Staff|Division|Bureau of|Secretariat|Department of)\b")),
)  # fmt: skip
_CODE = lazy(
    r"^(?:MSS?|Mss|Ms|AC|Coll|Collection|MC|M|D|GAR|HM|UA|Acc|Accession|Series)\.?\s?(?:No\.\s?|#)?[A-Z]{0,3}[\d.]+[A-Z]?(?:[-.]\d+)*$"
)
_YEARS = lazy(r"^(?:1[5-9]|20)\d\d(?:['’]?s)?(?:\s?[-–—]\s?(?:(?:1[5-9]|20)?\d\d)?)?(?:\s\([\w.]+\))?$")
_REPOSITORY = lazy(
    r"\b(?:Library|Libraries|Archives?|Historical Society|Historical Cent(?:er|re)|Institution|Museum|Records? Office|Repository|Special Collections|"
    r"Manuscripts? (?:Division|Department|Reading Room)|University|College|Research Cent(?:er|re)|Research Agency|Research Institute|Athenaeum|Bibliothek|Bibliothèque|"
    r"Staatsarchiv|Landesarchiv|Archiv|Archivio|Archivo|Levéltár|Memorial|Center for|Centre for)\b|^(?:Center|Centre) for "
)
_NOT_A_HOLDER = lazy(
    r"\b(?:Press|Publishers?|Publishing|Bulletin|Journal|Review|Books|Newsletter|Professor|Director|Editions?)$|"
    r"\b(?:Online|Database|Digital|Primary Sources|ProQuest|Bulletin|Declassified|Revisited|Papers|eds?\.|trans\.|vol\.|diss|thesis|on|to)\b"
)
_SENTENCE_OPENER = lazy(
    r"^(?:Source|See(?: also)?|Cited in|Copy in|copy in|Quoted in|in the|from the|at the|In|From|in|from|see|at|the)[:\s]\s?"
)
_STATE = lazy(
    r"^(?:A[KLRZ]|C[AOT]|D[CE]|D\.C\.?|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|Alabama|Alaska|Arizona|"
    r"Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|"
    r"Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|"
    r"North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|"
    r"West Virginia|Wisconsin|Wyoming|Calif|Mass|Conn|Mich|Mo|Md|Kans?|Tex|Pa|Va|Ill|Ind|Ga|England|UK|U\.K|Scotland|Wales|Ireland|Canada|Australia|"
    r"Germany|France|Ontario|Quebec|Switzerland|New Zealand|United Kingdom)\.?$"
)
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
    text = files("citekit.archives").joinpath("collections.tsv").read_text(encoding="utf-8")
    known: dict[str, tuple[str, int]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            code, rank, names = line.split("\t")
            known.update((fold(name), (code, int(rank))) for name in names.split(" | "))
    return known


def pieces(text: str) -> list[Piece]:
    """*text* cut at commas, brackets and full stops, and before every "Box", "Folder", "RG 59"."""
    found = [_classified(text, start, end, gap) for start, end, gap in _cuts(text)]
    _join_places(text, found)
    return found


def _cuts(text: str) -> Iterator[tuple[int, int, int]]:
    start, gap, position = 0, 2, 0
    while match := _CUT.search(text, position):
        kind, position = str(match.lastgroup), match.end()
        if match["paren"]:
            kind = "paren"
            if (
                start < match.start()
                and text[start : match.start()].strip()
                and not re.search(r"[,;]|\b(?:RG|Box|Papers|Library)\b|\d{3}\.", match["inner"])
            ):
                continue
            kind, position = "open", match.start() + 1
        if kind == "quote" or (kind == "stop" and _ABBREVIATED.search(text, start, match.start())):
            continue
        yield from _trimmed(text, start, match.start(), gap)
        if kind in ("rg", "decimal"):
            end = _decimal_end(text, match.start(), match.end()) if kind == "decimal" else match.end()
            yield from _trimmed(
                text, match.start(), end, 0 if gap < 2 or text[start : match.start()].strip() else gap
            )
            start, gap, position = end, 0, end
            continue
        empty = not text[start : match.start()].strip()
        new = {"stop": 1, "open": 2, "close": 2}.get(kind, 0)
        gap = max(gap, new) if empty else new
        start = match.start() if kind == "label" else position
    yield from _trimmed(text, start, len(text), gap)


def _decimal_end(text: str, start: int, end: int) -> int:
    match = _DECIMAL_REST.match(text, end)
    return match.end() if match else end


def _trimmed(text: str, start: int, end: int, gap: int) -> Iterator[tuple[int, int, int]]:
    while start < end and text[start] in " \t\u3000":
        start += 1
    while end > start and text[end - 1] in " \t\u3000.:":
        end -= 1
    if end > start:
        yield start, end, gap


def _classified(text: str, start: int, end: int, gap: int) -> Piece:
    words = text[start:end]
    opener = _SENTENCE_OPENER.match(words)
    if opener and opener.end() < len(words):
        start, words = start + opener.end(), words[opener.end() :]
    piece = Piece("other", start, end, gap)
    if end - start > 120:
        return piece
    if re.match(r"(?:RG|R\.\s?G\.|[Rr]ecord [Gg]roup|RECORD GROUP)[\s-]?(?:[Nn]o\.\s?)?\d+[A-Z]?$", words):
        number = re.search(r"\d+[A-Z]?$", words)
        piece.kind, piece.rank, piece.value = "rg", 0, number[0].casefold() if number else ""
        return piece
    decimal = _DECIMAL.match(words) or _NAME_INDEX.match(words)
    if decimal:
        piece.kind, piece.value = "decimal", re.sub(r"\s", "", decimal["value"])
        return piece
    if _YEARS.match(words):
        piece.kind = "years"
        return piece
    if _is_location(piece, words) or _is_collection(piece, words, known=True):
        return piece
    if _CODE.match(words):
        piece.kind = "code"
        return piece
    if _is_repository(piece, words) or _is_collection(piece, words, known=False):
        return piece
    if _STATE.match(words):
        piece.kind = "state"
    elif words[0] in '"“':
        piece.kind, piece.label, piece.value = "title", "folder", words
    return piece


def _is_location(piece: Piece, words: str) -> bool:
    match = _LOCATION.match(words)
    if match is None or (
        match["value"] is not None
        and not _VALUE.match(match["value"])
        and match["label"].casefold() not in ("folder", "fldr")
    ):
        return False
    if match["behind"] and (words[0] not in '"“' and match["behind"].casefold() == "file"):
        return False
    piece.kind = "location"
    piece.label = (match["label"] or match["behind"]).casefold().rstrip("s").removesuffix(" file")
    piece.value = match["value"] or match["title"]
    return True


def _is_collection(piece: Piece, words: str, *, known: bool) -> bool:
    if known:
        entry = collections().get(fold(words)) or collections().get(
            fold(re.sub(r"\s\(\w+\)$|,?\s\d{4}[-–]\d{2,4}$", "", words))
        )
        if entry and (not words.isupper() or len(words) > 1):
            piece.kind, piece.code, piece.rank, piece.value = "collection", entry[0], entry[1], words
            return True
        return False
    if not words[0].isupper() or re.search(
        r"\bPress$|\b(?:Online|Database|Digital|Primary Sources|ProQuest)\b|\b(?:in|on) the\b|[“”\"]", words
    ):
        return False
    for rank, pattern in _COLLECTION:
        if pattern.search(words):
            piece.kind, piece.rank, piece.value = "collection", rank, words
            return True
    return False


def _is_repository(piece: Piece, words: str) -> bool:
    known = repositories.lookup(words) or repositories.lookup(re.sub(r"\s\([^()]*\)$", "", words))
    if known is None:
        if not (words[0].isupper() and _REPOSITORY.search(words)):
            return False
        if _NOT_A_HOLDER.search(words) or re.search(r"[“”\"]|\d{3,}", words):
            return False
    piece.kind, piece.value = "repository", words
    piece.code, piece.holder = (known.code, known.kind or "known") if known else ("", "")
    return True


def _join_places(text: str, found: list[Piece]) -> None:
    """Make "Cleveland", "Ohio" behind a repository one place, and a known seat without its state too."""
    for at in range(1, len(found)):
        piece = found[at]
        if found[at - 1].kind not in ("repository", "place") or piece.gap > 1:
            continue
        words = text[piece.start : piece.end]
        following = found[at + 1] if at + 1 < len(found) else None
        state = following is not None and following.kind == "state" and following.gap == 0
        if (
            piece.kind in ("other", "state", "repository")
            and _CITY.match(words)
            and (state or repositories.is_city(words))
            and not piece.code
        ):
            piece.kind = "place"
            if state and following is not None:
                following.kind = "place"


def part(text: str, chosen: list[Piece]) -> Part | None:
    """The stretch of *text* from the first of *chosen* to the last."""
    if not chosen:
        return None
    return Part.of(text, min(p.start for p in chosen), max(p.end for p in chosen))
