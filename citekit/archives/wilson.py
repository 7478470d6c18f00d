"""Documents of the Wilson Center Digital Archive: "digitalarchive.wilsoncenter.org/document/110821".

The archive's own addresses name a document by its number, since 2022 also by its title in the address.
"""

from __future__ import annotations

from citekit.archives.patterns import lazy
from citekit.archives.reference import ArchiveReference, Part
from citekit.model import Span

NAME = "wilson"
GATE = ("ilson", "CWIHP", "digitalarchive", "Digital Archive", "威尔逊", "Вильсон")

_URL = lazy(
    r"(?:https?://)?(?:www\.)?digitalarchive\.(?:org|wilsoncenter\.org)/(?:document|resource)/"
    r"(?P<id>\d{5,6}|[a-z0-9]+(?:-[a-z0-9]+){2,})"
)
_ARCHIVE = (
    r"(?:(?:History and Public Policy Program|CWIHP|(?:Woodrow\s)?Wilson Center(?:['’]s)?),?\s)*"
    r"Digital Archive"
    r"(?:,\s(?:Woodrow\s)?Wilson Center)?|CWIHP(?: Archive| Virtual Archive)?|Wilson Center Archive|"
    r"威尔逊中心(?:数字|电子)?档案馆?|Цифровой архив Центра (?:Вудро )?Вильсона"
)
_NAMED = lazy(
    rf"(?P<archive>{_ARCHIVE})(?:\s\([^()]{{1,40}}\))?[\s,.:，：]*"
    r"(?:International History Declassified[\s,.]*)?"
    r"(?:[Dd]oc(?:ument)?s?\.?|[Ii]tem|文件|文档|[Дд]окумент)?\s?"
    r"(?:[Ii][Dd]|[Nn]o\.?|[Nn]umber|№|#|编号|号)*"
    r"[\s.:：]*(?P<id>\d{6})(?!\d)"
)


def find(text: str) -> list[ArchiveReference]:
    """All documents of the Digital Archive in *text*."""
    found = []
    for match in [*_URL.finditer(text), *_NAMED.finditer(text)]:
        named = match.groupdict().get("archive") is not None
        found.append(
            ArchiveReference(
                scheme=NAME,
                level="item",
                id=f"wilson:{match['id']}",
                span=Span(match.start(), match.end()),
                repository=Part.of(text, *match.span("archive")) if named else None,
                number=Part.of(text, *match.span("id")) if match["id"].isdigit() else None,
                locator_label="page",
            )
        )
    return sorted(found, key=lambda r: r.span)
