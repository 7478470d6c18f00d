"""What a title says of the kind of thing it names: a newspaper, a magazine, a periodical."""

from __future__ import annotations

import re

from citekit.languages import en_prints

_NEWSPAPER = re.compile(
    rf"\b(?:{'|'.join(en_prints.NEWSPAPER_WORDS)})\b|(?:ribao|bao)$|-gazette\b", re.IGNORECASE
)
_MAGAZINE = re.compile(rf"^(?:the\s+)?(?:{'|'.join(en_prints.MAGAZINES)})\b", re.IGNORECASE)
_PERIODICAL = re.compile(rf"\b(?:{'|'.join(en_prints.PERIODICAL_WORDS)})\b", re.IGNORECASE)


def is_newspaper(title: str) -> bool:
    """Whether a container title has a word that newspapers have, or is a usual abbreviation of one."""
    return _NEWSPAPER.search(title) is not None or title.strip(" ,.") in en_prints.NEWSPAPER_ABBREVIATIONS


def is_magazine(title: str) -> bool:
    """Whether a container title is that of a general magazine."""
    return _MAGAZINE.search(title) is not None


def is_periodical(title: str) -> bool:
    """Whether a title has a word that journals and bulletins have."""
    return _PERIODICAL.search(title) is not None
