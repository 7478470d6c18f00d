"""Web addresses, DOIs, ISBNs and dates of access."""

from __future__ import annotations

import re

URL = re.compile(r"<?(?P<url>(?:https?://|www\.)[^\s<>，。；\"”]+?)>?(?=[.,;)\]]*(?:\s|$|[，。；<>\"”]))")
DOI = re.compile(r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?(?P<doi>10\.\d{4,9}/[^\s<>\"，。；]+[^\s<>\".,;，。；)])", re.IGNORECASE)
ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*(?P<isbn>[\d][\d\- ]{8,16}[\dXx])")
ACCESSED = re.compile(
    r"[,(]?\s*\b(?:last\s+)?(?:accessed|retrieved|visited|viewed|consulted)(?:\s+on)?:?\s+(?P<date>[^,.;()]*?(?:,\s*)?\d{4}|\d{1,2}[./]\d{1,2}[./]\d{4})\)?",
    re.IGNORECASE,
)
