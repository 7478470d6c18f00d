"""Other national archives: collection and shelf mark after the archive's name, in whatever form it has them.

"NAA: A1838, 3123/7/2", "AAN, KC PZPR, 237/XXII-123, k. 5", "AMAE, Asie-Océanie, Corée, vol. 12", "JACAR, Ref.
B02030123400": the archive must be one of the table's of kind "shelf"; what follows up to the end of the
clause is its mark.
"""

from __future__ import annotations

import re

from citekit.archives import holdings
from citekit.archives.leaves import behind
from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Level, Part
from citekit.archives.spelling import dashes, slug
from citekit.archives.tables import words
from citekit.model import Span

NAME = "shelfmark"
GATE = (
    *(
        "AAN",
        "Arch",
        "AMSZ",
        "IPN",
        "MNL",
        "MOL",
        "SÚA",
        "NAČR",
        "ANIC",
        "MAE",
        "SHD",
        "SHAT",
        "ANOM",
        "CAOM",
        "LAC",
    ),
    *(
        "NAC",
        "NAA",
        "AWM",
        "ANZ",
        "NAI",
        "NMML",
        "Nehru",
        "JACAR",
        "War Memorial",
        "史料館",
        "史料馆",
        "国家档案馆",
    ),
    *("歴史資料", "历史资料", "Affaires", "Service historique"),
)

_NAME_END = lazy(lambda: rf"(?<!\w)(?:{words('shelf archives')})(?!\w)")
_MARK = lazy(
    lambda: (
        rf"\s*(?:\((?:(?:{words('definitions')})\s)?[A-Z]{{2,6}}\))?"
        rf"(?:,\s(?:{words('cities with fonds')}))?\s*[,:，：;]\s"
        r"(?P<mark>[^;.()]{0,60}?(?:\.\s?)?[^;()]{0,60}?\d[^;,()\s]*"
        r"(?:,\s(?:(?:[Vv]ol|[Ff]ile|[Bb]ox|[Dd]ossier|[Ii]tem|[Ff]older|Bd|[Nn]o|t)\.?\s?[\w/.-]*\d[\w/-]*|\d+/[\w/-]+))*)(?=[,;.()\s]|$)"
    )
)
_ONLY_YEAR = lazy(r"^(?:.*\s)?(?:1[89]|20)\d\d$")
_LABEL = lazy(r"^(?:sygn|sygnatura|sign|signature|cote|Ref|ref|No|no|nr|Nr)\b\.?\s?")
_JACAR = lazy(r"[A-C]\d{11}")


def find(text: str) -> list[ArchiveReference]:
    """All shelf marks of archives of kind "shelf" in *text*."""
    found: list[ArchiveReference] = []
    floor = 0
    for name in _NAME_END.finditer(text):
        holding = holdings.before(text, name.end(), floor, known_only=True)
        if holding is None or holding.kind != "shelf":
            continue
        mark = _MARK.match(text, name.end())
        if mark is None or _ONLY_YEAR.match(mark["mark"]):
            continue
        reference = _read(text, holding, mark)
        found.append(reference)
        floor = reference.span.end
    return found


def _read(text: str, holding: holdings.Holding, mark: re.Match[str]) -> ArchiveReference:
    start, end = mark.span("mark")
    words = mark["mark"].rstrip(".,")
    end = start + len(words)
    parts = words.split(", ")
    at = next((i for i, part in enumerate(parts) if i and re.search(r"\d", part)), 0)
    cut = start + len(", ".join(parts[:at]))
    item = _JACAR.search(words)
    level: Level = "item" if item else "file"
    leaves = behind(text, end)
    path = item[0] if item else "/".join(_folded(part) for part in parts)
    return ArchiveReference(
        scheme=NAME,
        level=level,
        id=f"{holding.code}:{path.casefold()}",
        span=Span(holding.start, leaves[1].end if leaves else end),
        repository=holding.name,
        place=holding.place,
        collection=Part.of(text, start, cut) if at else None,
        location=Part.of(text, cut + 2 if at else start, end),
        locator=leaves[0] if leaves else None,
        locator_span=leaves[1] if leaves else None,
        locator_label=leaves[2] if leaves else "folio",
        abbreviation=holding.abbreviation,
    )


def _folded(part: str) -> str:
    """A piece of a shelf mark without its label and spaces, "-" between its groups as "/"."""
    plain = _LABEL.sub("", dashes(part)).replace(" ", "")
    plain = re.sub(r"(?<=[^\W\d])\.(?=\d)", "", plain)
    plain = re.sub(r"(?<=\w)-(?=\w)", "/", plain)
    return plain if re.search(r"\d", plain) else slug(part)
