"""Web addresses, DOIs, ISBNs, and the words before dates of access and change."""

from __future__ import annotations

import re

URL = re.compile(r"<?(?P<url>(?:https?://|www\.)[^\s<>，。；\"”]+?)>?(?=[.,;)\]]*(?:\s|$|[，。；<>\"”]))")
DOI = re.compile(
    r"<?(?:doi:?\s*|https?://(?:dx\.)?doi\.org/)?(?P<doi>10\.\d{4,9}/[^\s<>\"，。；]+[^\s<>\".,;，。；)])>?",
    re.IGNORECASE,
)
ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*(?P<isbn>[\d][\d\- ]{8,16}[\dXx])")
ACCESSED = re.compile(
    r"[,(\[]?\s*\b(?:last\s+|date\s+)?(?:accessed|retrieved|visited|viewed|consulted|checked)(?:\s+on)?:?\s+",
    re.IGNORECASE,
)
"""The words before a date of access (Chicago 14.12; MHRA 7.9: "[accessed 5 May 2020]")."""

CHANGED = re.compile(
    r",?\s*\b(?:last\s+)?(?:modified|updated|posted|uploaded)(?:\s+on)?:?\s+(?=[\dA-Z])", re.IGNORECASE
)
"""The words before the date of a web page (Chicago 14.13)."""
