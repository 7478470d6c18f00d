"""Web addresses, access dates and identifiers in Russian records."""

from __future__ import annotations

import re

URL = re.compile(
    r"(?:(?:URL|Режим\sдоступа|Доступно|Доступ|Электрон\.\sдан|Адрес|Сайт|Available\sat"
    r"|Режим\sдоступу)\s?[:.]\s?(?:URL:\s?)?)?"
    r"<?(?P<url>(?:https?|ftp)://[^\s<>\x1f«»]+|www\.[^\s<>\x1f«»]+)>?",
    re.IGNORECASE,
)
ACCESSED = re.compile(
    r"[(\[]?(?:дата\s(?:обращения|последнего\sобращения|посещения|доступа|звернення)|датаобращения"
    r"|обращение|последнее\sобращение|accessed|access\sdate|дата)"
    r"\s?(?:к\sсайту|к\sресурсу)?\s?[:–—-]?\s?(?P<date>[^()\[\]]{6,30}?\d{2,4}(?:\s?г(?:\."
    r"|ода)?)?)[)\]]?(?=[.;,\s]|$)",
    re.IGNORECASE,
)
DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|(?:DOI|doi)\s?:?\s?)(?P<doi>10\.\d{4,9}/[^\s;,<>\x1f]+)")
ISBN = re.compile(r"ISBN\s?:?\s?(?P<isbn>[\dXХ][\d\s–-]{8,15}[\dXХ])(?:\s\([^()]*\))?")
ISSN = re.compile(r"ISSN\s?:?\s?(?P<issn>\d{4}-\d{3}[\dXХ])")
_CLOSERS = {")": "(", "]": "["}


def trim(url: str) -> str:
    """*url* without the full stop or bracket that belongs to the sentence."""
    while url and url[-1] in ".,;:)]»":
        if url[-1] in _CLOSERS and _CLOSERS[url[-1]] in url:
            break
        url = url[:-1]
    return url
