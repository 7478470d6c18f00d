"""Documents of the Wilson Center Digital Archive: "digitalarchive.wilsoncenter.org/document/110821".

The archive's own addresses name a document by its number, since 2022 also by its title in the address.
"""

from __future__ import annotations

from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Part
from citekit.model import Span

NAME = "wilson"
GATE = ("ilson", "CWIHP", "digitalarchive", "Digital Archive", "威尔逊中心", "Вильсон", "Вудро")

_URL = lazy(
    r"(?:https?://)?(?:www\.)?digitalarchive\.(?:org|wilsoncenter\.org)/(?:document|resource)/(?P<id>\d{5,6}|[a-z0-9]+(?:-[a-z0-9]+){2,})"
)
_NAMED = lazy(
    r"(?P<archive>(?:History and Public Policy Program,?\s|CWIHP,?\s|(?:Woodrow\s)?Wilson Center(?:'s|’s)?,?\s)*Digital Archive(?:,\s(?:Woodrow\s)?Wilson Center)?|"
    r"CWIHP(?: Archive| Virtual Archive)?|Wilson Center Archive|威尔逊中心(?:数字|电子)?档案馆?|"
    r"Цифровой архив Центра (?:Вудро )?Вильсона)"
    r"(?:\s\([^()]{1,40}\))?[\s,.:，：]*(?:International History Declassified[\s,.]*)?(?:[Dd]oc(?:ument)?s?\.?|[Ii]tem|文件|文档|[Дд]окумент)?\s?(?:[Ii][Dd]|[Nn]o\.?|[Nn]umber|№|#|编号|号)*"
    r"[\s.:：]*(?P<id>\d{6})(?!\d)"
)


def find(text: str) -> list[ArchiveReference]:
    """All documents of the Digital Archive in *text*."""
    found = []
    for match in [*_URL.finditer(text), *_NAMED.finditer(text)]:
        named = match.groupdict().get("archive")
        found.append(
            ArchiveReference(
                scheme=NAME,
                level="item",
                id=f"wilson:{match['id']}",
                span=Span(match.start(), match.end()),
                repository=Part.of(text, match.start("archive"), match.end("archive")) if named else None,
                number=Part.of(text, match.start("id"), match.end("id")) if match["id"].isdigit() else None,
                locator_label="page",
            )
        )
    return found
